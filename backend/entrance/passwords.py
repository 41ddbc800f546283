"""Passwords: twelve characters that are hard to guess, as the CNIL asks, kept as an argon2 hash."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

import content

SHORTEST, LONGEST = 12, 200
"""Characters of a password."""
ENOUGH = 10
"""So many guesses at least must be expected, as a power of ten: the strongest class of zxcvbn."""
READ = 72
"""Characters that are judged: if these are strong, the whole is. Judging 200 would take half a second."""
COMMON = Path(content.__file__).parent / "passwords.toml"

_hasher = PasswordHasher()


class Weak(Exception):
    """A password that cannot be taken. `reason`: short, long, guessed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def hash_password(password: str, about: Iterable[str] = ()) -> str:
    """The hash to keep. `about`: names, addresses, places of whoever it is for. Raises Weak."""
    check(password, about)
    return _hasher.hash(password)


def check(password: str, about: Iterable[str] = ()) -> None:
    """Raises Weak on what is too short, too long, or guessed too soon."""
    if len(password) < SHORTEST:
        raise Weak("short")
    if len(password) > LONGEST:
        raise Weak("long")
    if _guesses(password, about) < ENOUGH:
        raise Weak("guessed")


def _guesses(password: str, about: Iterable[str]) -> float:
    from zxcvbn import zxcvbn  # noqa: PLC0415  # its lists of words are read by who chooses a password only

    known = [*_words(about), *_common()]
    return float(zxcvbn(password[:READ], user_inputs=known)["guesses_log10"])


def _words(about: Iterable[str]) -> list[str]:
    """What somebody would try first who knows them: each word, and all together."""
    texts = [text.casefold() for text in about]
    parts = {part for text in texts for part in re.findall(r"\w{3,}", text)}
    return sorted((parts | set(texts) | {re.sub(r"\W", "", text) for text in texts}) - {""})


@cache
def _common() -> tuple[str, ...]:
    return tuple(tomllib.loads(COMMON.read_text(encoding="utf-8"))["words"])


def password_fits(stored: str | None, password: str) -> bool:
    """Takes as long for an account that does not exist as for one that does: 64 MB and a fifth of a second."""
    return _verify(stored or _decoy(), password[:LONGEST]) and stored is not None


def hashed_again(stored: str, password: str) -> str | None:
    """A new hash of a password that fits, if hashes are made otherwise today; None if it is as it should be."""
    return _hasher.hash(password) if _hasher.check_needs_rehash(stored) else None


def _verify(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


@lru_cache(maxsize=1)
def _decoy() -> str:
    """A hash of nobody's password."""
    return _hasher.hash("nobody has this password")
