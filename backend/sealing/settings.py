"""Settings: the keys that seal what is kept, and whether they seal words."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, SecretStr, model_validator
from pydantic_settings import BaseSettings

from backend.sealing.ring import Ring

KEY_LENGTH = 32
"""Characters of a key at least."""


def _split(keys: SecretStr) -> list[str]:
    return [key.strip() for key in keys.get_secret_value().split(",") if key.strip()]


def _one(key: SecretStr) -> SecretStr:
    if 0 < len(key.get_secret_value()) < KEY_LENGTH:
        raise ValueError(f"expected {KEY_LENGTH} characters or more, made at random and kept")
    return key


def _several(keys: SecretStr) -> SecretStr:
    if any(len(key) < KEY_LENGTH for key in _split(keys)):
        raise ValueError(f"expected keys of {KEY_LENGTH} characters or more, separated by commas")
    return keys


class Sealing(BaseSettings):
    """The keys stand in the environment only: whoever has a copy of the database has not got them."""

    secret_key: SecretStr
    encrypt: bool | None = None
    """1: words, names and numbers are sealed. 0: not any more. Not set: they never were."""
    encryption_key: Annotated[SecretStr, AfterValidator(_one)] = SecretStr("")
    """Seals words, and the files on their way to a youth; at the desk those with the secret."""
    encryption_keys_old: Annotated[SecretStr, AfterValidator(_several)] = SecretStr("")
    """Former keys, or one to come, separated by commas: they open, and seal nothing."""

    @model_validator(mode="after")
    def _has_a_key(self) -> Self:
        if self.encrypt and not self.encryption_key.get_secret_value():
            raise ValueError("PASSERELLE_ENCRYPTION_KEY must be set when PASSERELLE_ENCRYPT=1")
        return self

    @property
    def old_keys(self) -> list[str]:
        return _split(self.encryption_keys_old)

    @property
    def ring(self) -> Ring | None:
        """The keys of words; None if there are none."""
        first = self.encryption_key.get_secret_value()
        known = list(dict.fromkeys([first, *self.old_keys] if first else self.old_keys))
        return Ring(known, seals=bool(self.encrypt)) if known else None

    @property
    def sealing_secret(self) -> bytes:
        """What the key of files is made of."""
        return (self.encryption_key.get_secret_value() or self.secret_key.get_secret_value()).encode()
