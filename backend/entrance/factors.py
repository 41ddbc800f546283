"""The second factor: codes of six digits that a telephone makes out of a shared secret and the time (TOTP)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import col, select

from backend.attachments.sealing import Unsealable, vault_of
from backend.db import Tx
from backend.entrance.models import RecoveryCode, SecondFactor
from backend.people.accounts import ADMIN, Staff

ISSUER = "Passerelle"
DRIFT = 1
"""Steps of half a minute by which a telephone's clock may be wrong, either way."""
STRICT = ("manager", ADMIN)
"""Who cannot do without."""
SECRET_BYTES = 20


def has_factor(tx: Tx, person_id: int) -> bool:
    return (
        tx.exec(select(SecondFactor.person_id).where(SecondFactor.person_id == person_id)).first() is not None
    )


def awaited(tx: Tx, staff: Staff, *, of_all: bool) -> str:
    """What a password alone still lacks: code, setup (the second factor is to be set up first), or nothing."""
    if has_factor(tx, staff.id):
        return "code"
    return "setup" if of_all or staff.may(*STRICT) else ""


def new_secret(key: bytes, session: str) -> str:
    """What this session proposes: the same each time its page is opened, and kept nowhere before a code fits."""
    made = hmac.new(key, f"second factor:{session}".encode(), hashlib.sha256).digest()
    return base64.b32encode(made[:SECRET_BYTES]).decode()


def address(secret: str, email: str) -> str:
    """The otpauth address that a telephone photographs."""
    from pyotp import TOTP  # noqa: PLC0415  # few pages need it

    return TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def step_of(secret: str, typed: str, at: datetime) -> int | None:
    """The half minute for which this code is right, if it is a near one."""
    from pyotp import TOTP  # noqa: PLC0415

    digits, totp = re.sub(r"\s", "", typed), TOTP(secret)
    if not re.fullmatch(r"\d{6}", digits, re.ASCII):
        return None
    now = totp.timecode(at)
    near = [now + drift for drift in range(-DRIFT, DRIFT + 1)]
    right = [step for step in near if hmac.compare_digest(totp.generate_otp(step), digits)]
    return right[0] if right else None


def set_factor(tx: Tx, person_id: int, secret: str, typed: str, at: datetime) -> bool:
    """Keep this secret, if the code shows that the telephone has it. It replaces a former one."""
    step = step_of(secret, typed, at)
    if step is None:
        return False
    forget_factor(tx, person_id)
    sealed = vault_of(tx).seal(_bound(person_id) + secret.encode())
    tx.add(SecondFactor(person_id=person_id, secret=sealed, step=step, set_at=at))
    tx.flush()
    return True


def code_counts(tx: Tx, person_id: int, typed: str, at: datetime) -> bool:
    """Whether this code is right, and counts now: each counts once, and none that is older than the last."""
    secret = _secret(tx, person_id)
    step = step_of(secret, typed, at) if secret else None
    if step is None:
        return False
    newer = update(SecondFactor).where(
        col(SecondFactor.person_id) == person_id, col(SecondFactor.step) < step
    )
    done: int = tx.connection().execute(newer.values(step=step)).rowcount
    return done == 1


def forget_factor(tx: Tx, person_id: int) -> None:
    """The telephone is lost: neither it nor the recovery codes open anything any more."""
    tx.execute(delete(SecondFactor).where(col(SecondFactor.person_id) == person_id))
    tx.execute(delete(RecoveryCode).where(col(RecoveryCode.person_id) == person_id))


def _secret(tx: Tx, person_id: int) -> str | None:
    """None too if it was sealed with another key: then only a recovery code helps, or a reset."""
    row = tx.exec(select(SecondFactor.secret).where(SecondFactor.person_id == person_id)).first()
    try:
        opened = vault_of(tx).open(row) if row else b""
    except Unsealable:
        return None
    return opened.removeprefix(_bound(person_id)).decode() if opened.startswith(_bound(person_id)) else None


def _bound(person_id: int) -> bytes:
    """What is sealed names whose it is: a row copied to another account opens nothing."""
    return f"factor:{person_id}:".encode()
