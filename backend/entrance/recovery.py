"""Codes on paper for whoever has lost their telephone: ten, each good once, shown once."""

from __future__ import annotations

import base64
import re
import secrets

from sqlalchemy import delete, func
from sqlmodel import col, select

from backend.db import Tx
from backend.entrance.models import RecoveryCode
from backend.people.sign_ins import digest

MANY = 10
RANDOM_BYTES = 15
"""120 bits: their hash needs no salt and no slow function."""
_MISREAD = str.maketrans("018", "OIB")
"""What is no letter of these codes, and the letter that was meant."""


def new_codes(tx: Tx, person_id: int) -> list[str]:
    """Ten new codes, in groups of four. Former ones are worth nothing."""
    tx.execute(delete(RecoveryCode).where(col(RecoveryCode.person_id) == person_id))
    made = [base64.b32encode(secrets.token_bytes(RANDOM_BYTES)).decode() for _ in range(MANY)]
    tx.add_all(RecoveryCode(code_hash=digest(code), person_id=person_id) for code in made)
    tx.flush()
    return ["-".join(re.findall(".{4}", code)) for code in made]


def spend_code(tx: Tx, person_id: int, typed: str) -> bool:
    """Whether this is a code of theirs. It is gone then."""
    code = re.sub(r"[\s-]", "", typed[:100]).upper().translate(_MISREAD)
    theirs = (col(RecoveryCode.code_hash) == digest(code)) & (col(RecoveryCode.person_id) == person_id)
    done: int = tx.connection().execute(delete(RecoveryCode).where(theirs)).rowcount
    return done == 1


def codes_left(tx: Tx, person_id: int) -> int:
    return tx.exec(
        select(func.count(col(RecoveryCode.code_hash))).where(RecoveryCode.person_id == person_id)
    ).one()
