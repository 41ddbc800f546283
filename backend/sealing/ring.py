"""The keys that seal words in the database. They are in the settings, never in the database itself."""

from __future__ import annotations

import re
from binascii import Error as NoBase64
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MARK = "sealed:"
"""What is sealed begins so, then comes the name of its key, a colon, and nonce, words and tag in base64."""
NAME, NONCE = 6, 12
"""Bytes of a key's name, and of what makes each sealing another."""
LOOKS_SEALED = re.compile(rf"{MARK}[0-9a-f]{{{2 * NAME}}}:[A-Za-z0-9+/]{{38,}}={{0,2}}")


class Unopenable(Exception):
    """It was damaged since it was sealed, or sealed with a key that nobody gave us."""


class KeyUnknown(Unopenable):
    """Another process seals with a key that this one has not got."""


@dataclass(frozen=True)
class Key:
    """One key: its name, which may be known, and the cipher, which never shows."""

    name: str
    cipher: AESGCM = field(repr=False)

    @property
    def begins(self) -> str:
        """What everything sealed with it begins with."""
        return f"{MARK}{self.name}:"


def key_of(secret: str) -> Key:
    """The key made of a secret of the settings."""
    name = HKDF(SHA256(), NAME, None, b"passerelle words, name of the key").derive(secret.encode())
    return Key(name.hex(), AESGCM(HKDF(SHA256(), 32, None, b"passerelle words, key").derive(secret.encode())))


class Ring:
    """All keys that are known. The first seals, if new words are to be sealed at all; each opens what it sealed."""

    def __init__(self, secrets: Sequence[str], *, seals: bool) -> None:
        self.keys = {key.begins: key for key in map(key_of, secrets)}
        self.first = next(iter(self.keys.values())) if seals and self.keys else None
        self._length = len(next(iter(self.keys), ""))

    def key(self, stored: str) -> Key | None:
        """With which of our keys this was sealed. None: these are words in clear."""
        return self.keys.get(stored[: self._length])

    def open(self, stored: str) -> str:
        """The words. What does not even look sealed is as it is. Raises Unopenable."""
        key = self.keys.get(stored[: self._length])
        if key is None:
            return in_clear(stored)
        try:
            sealed = a2b_base64(stored[self._length :])
            return key.cipher.decrypt(sealed[:NONCE], sealed[NONCE:], None).decode()
        except (InvalidTag, NoBase64, ValueError):
            raise Unopenable(f"what was sealed with the key {key.name} is damaged") from None


def in_clear(stored: str) -> str:
    """These words, unless they are sealed, with whatever key. Raises KeyUnknown."""
    if stored.startswith(MARK) and LOOKS_SEALED.fullmatch(stored):
        raise KeyUnknown("expected its key in PASSERELLE_ENCRYPTION_KEY or PASSERELLE_ENCRYPTION_KEYS_OLD")
    return stored


def told_apart(words: str) -> str:
    """Words to be kept in clear, so that nobody can make them look sealed."""
    return f" {words}" if words.startswith(MARK) else words


def sealing_with(key: Key) -> Callable[[str], str]:
    """Words go in, what may be stored comes out: other each time."""
    begins, encrypt = key.begins, key.cipher.encrypt

    def seal(words: str) -> str:
        nonce = urandom(NONCE)
        sealed = nonce + encrypt(nonce, words.encode(), None)
        return begins + b2a_base64(sealed, newline=False).decode("ascii")

    return seal
