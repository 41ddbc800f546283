"""At the door nothing is kept for long: failures for an hour, links until they are over."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import col

from backend.db import Tx
from backend.entrance.attempts import forget_attempts
from backend.entrance.models import AccountLink


def forget_what_is_over(tx: Tx, at: datetime) -> None:
    forget_attempts(tx, at)
    tx.execute(delete(AccountLink).where(col(AccountLink.expires_at) <= at))
