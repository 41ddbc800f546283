"""What only a process that knows the deployment's secret can write."""

from __future__ import annotations

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from backend.settings import Settings

SIGNET = "signet"
"""Where a database knows its signet (`tx.info`)."""
KEPT = 24
"""Bytes of a signature that are kept: nobody tries 2^192."""


class UnknownKey(Exception):
    """It was signed with a secret that is not known here."""


class Signet:
    """Signs with a key made of the secret; knows again what was signed with it, or with former ones."""

    def __init__(self, secret: bytes, former: Iterable[bytes] = ()) -> None:
        keys = [_key(one) for one in (secret, *former)]
        self._keys = {_name(key): key for key in keys}
        self._own = _name(keys[0])

    def sign(self, *what: Any) -> str:
        """The name of the key, and the signature."""
        return self._signed(self._own, what)

    def fits(self, signature: str, *what: Any) -> bool:
        """Raises UnknownKey."""
        name = signature.partition(".")[0]
        if name not in self._keys:
            raise UnknownKey
        return hmac.compare_digest(self._signed(name, what).encode(), signature.encode())

    def _signed(self, name: str, what: tuple[Any, ...]) -> str:
        words = json.dumps(what, separators=(",", ":"), default=_moment).encode()
        return f"{name}.{urlsafe_b64encode(hmac.digest(self._keys[name], words, 'sha256')[:KEPT]).decode()}"


def signet_of(settings: Settings) -> Signet:
    former = settings.secret_keys_old.get_secret_value().split(",")
    known = (one.strip().encode() for one in former if one.strip())
    return Signet(settings.secret_key.get_secret_value().encode(), known)


def _key(secret: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=b"passerelle audit").derive(secret)


def _name(key: bytes) -> str:
    return sha256(b"name of " + key).hexdigest()[:6]


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")
