"""Files are kept for minutes, and sealed: the database alone does not give them away."""

from __future__ import annotations

import secrets

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
    """Seals and opens bytes with a key made of the deployment's secret."""

    def __init__(self, secret: bytes) -> None:
        derived = HKDF(SHA256(), length=32, salt=None, info=b"passerelle files").derive(secret)
        self._cipher = AESGCM(derived)

    def seal(self, content: bytes) -> bytes:
        nonce = secrets.token_bytes(NONCE)
        return nonce + self._cipher.encrypt(nonce, content, None)

    def open(self, sealed: bytes) -> bytes:
        """Raises Unsealable."""
        try:
            return self._cipher.decrypt(sealed[:NONCE], sealed[NONCE:], None)
        except (InvalidTag, ValueError) as error:
            raise Unsealable from error


def vault_of(tx: Tx) -> Vault:
    """The vault of this database; the settings brought it along."""
    found: Vault = tx.info[VAULT]
    return found
