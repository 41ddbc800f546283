"""What became of everything: read from the database and from the phones once all is quiet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from backend.agenda.models import Appointment, Hold
from backend.db import Database, Tx
from backend.models import Conversation, Line, SetAside
from tests.chaos.doubles import crowded, doubles, doubts
from tests.chaos.reaper import Kill
from tests.chaos.youths import CONFIRMED, Youth, said
from tests.youth import plain_spaces


@dataclass
class Account:
    """How one phone stands. Everything but `doubled` and the two first must be nothing."""

    written: int
    shown: int
    lost: int
    """Words or taps that were never heard."""
    twice: int
    """Words or taps that were heard twice."""
    unsaid: int
    """Answers that did not leave."""
    missing: int
    """Lines that are held for sent, and do not stand on the phone."""
    disordered: int
    doubled: int
    """Lines that the phone shows twice."""
    unmarked: int
    """Of them those that nobody was told of."""
    crowded: int
    """Of them those beyond one for a kill."""
    doubts: list[str]
    """Of those without a mark, what is wrong with each. No words."""


def account(db: Database, youth: Youth, kills: Sequence[Kill]) -> Account:
    lines = lines_of(db, youth)
    heard = [line for line in lines if line.author == "youth"]
    sent = [line for line in lines if line.author != "youth" and line.kind != "edit"]
    words = [line.text for line in heard if line.kind == "text"]
    taps = sum(line.kind == "tap" for line in heard)
    settled = [int(line.outside_id) for line in sent if line.outside_id]
    shown = {bubble.body["message_id"]: said(bubble) for bubble in youth.shown()}
    twice, amiss = doubles(shown, sent), doubts(shown, sent)
    return Account(
        written=len(youth.written) + youth.taps,
        shown=len(shown),
        lost=sum((Counter(youth.written) - Counter(words)).values()) + max(0, youth.taps - taps),
        twice=sum((Counter(words) - Counter(youth.written)).values()) + max(0, taps - youth.taps),
        unsaid=sum(line.state != "sent" for line in sent),
        missing=len(set(settled) - shown.keys()),
        disordered=(settled != sorted(settled)) + (words != youth.written),
        doubled=len(twice),
        unmarked=len(amiss),
        crowded=crowded(twice, kills),
        doubts=amiss,
    )


def lines_of(db: Database, youth: Youth) -> list[Line]:
    query = select(Line).join(Conversation, col(Conversation.id) == Line.conversation_id)
    query = query.where(Conversation.address == str(youth.phone.id)).order_by(col(Line.seq))
    with db.reading() as tx:
        return list(tx.exec(query))


def bookings(db: Database, bookers: Sequence[Youth]) -> tuple[int, int]:
    """How many have exactly one appointment, one confirmation and no slot held; and how many appointments there are."""
    with db.reading() as tx:
        once = sum(_booked_once(tx, db, youth) for youth in bookers)
        return once, len(tx.exec(select(Appointment.id)).all())


def _booked_once(tx: Tx, db: Database, youth: Youth) -> bool:
    mine = select(Conversation.youth_id).where(Conversation.address == str(youth.phone.id))
    who = tx.exec(mine).one()
    booked = tx.exec(select(Appointment.id).where(Appointment.youth_id == who)).all()
    held = tx.exec(select(Hold.id).where(Hold.youth_id == who)).all()
    told = [line for line in lines_of(db, youth) if CONFIRMED in plain_spaces(line.text)]
    return (len(booked), len(held), len(told)) == (1, 0, 1)


def set_aside(db: Database) -> int:
    with db.reading() as tx:
        return len(tx.exec(select(SetAside.key)).all())
