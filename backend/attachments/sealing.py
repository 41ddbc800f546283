"""Files are kept for minutes, and sealed: the database alone does not give them away."""

from __future__ import annotations

import secrets
from contextlib import suppress

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from backend.db import Tx

VAULT = "vault"
"""Where a database knows its vault (`tx.info`)."""
NONCE = 12
"""Bytes before what is sealed."""


class Unsealable(Exception):
    """It was sealed with another key, or damaged."""


class Vault:
    """Seals bytes with a key made of the deployment's secret; opens also what former secrets sealed."""

    def __init__(self, secret: bytes, *former: bytes) -> None:
        self._ciphers = [_cipher(each) for each in (secret, *former)]

    def seal(self, content: bytes) -> bytes:
        nonce = secrets.token_bytes(NONCE)
        return nonce + self._ciphers[0].encrypt(nonce, content, None)

    def open(self, sealed: bytes) -> bytes:
        """Raises Unsealable."""
        return self._opened(sealed)[1]

    def renewed(self, sealed: bytes) -> bytes | None:
        """The same, sealed with the secret of now; None if it is already, or if nobody can open it."""
        with suppress(Unsealable):
            which, content = self._opened(sealed)
            return self.seal(content) if which else None
        return None

    def _opened(self, sealed: bytes) -> tuple[int, bytes]:
        for which, cipher in enumerate(self._ciphers):
            with suppress(InvalidTag, ValueError):
                return which, cipher.decrypt(sealed[:NONCE], sealed[NONCE:], None)
        raise Unsealable


def _cipher(secret: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), length=32, salt=None, info=b"passerelle files").derive(secret))


def vault_of(tx: Tx) -> Vault:
    """The vault of this database; the settings brought it along."""
    found: Vault = tx.info[VAULT]
    return found
