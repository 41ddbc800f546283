"""Whether somebody else may hold the phone: what is held of a youth is not sent there."""

from __future__ import annotations

from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import Handover
from backend.people.models import Youth

WATCHED = ("violence_conjugale", "violence_familiale", "traite_exploitation")
"""Dangers in which somebody else may hold the phone."""


def is_shared(tx: Tx, youth: Youth) -> bool:
    """They said so, or a call of theirs bears such a danger."""
    return youth.discreet or not dangers_of(tx, youth).isdisjoint(WATCHED)


def dangers_of(tx: Tx, youth: Youth) -> set[str | None]:
    """Of their calls for a human, each with its last danger."""
    mine = (Handover.youth_id == youth.id, col(Handover.danger).is_not(None))
    return set(tx.exec(select(Handover.danger).where(*mine)))
