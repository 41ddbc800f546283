"""Someone booked at the counter joins on Telegram, by the one-time link of their card."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import Column, delete, update
from sqlmodel import SQLModel, col, select

from backend.agenda.appointments import facts, mine
from backend.agenda.looking import look_again
from backend.agenda.models import Appointment, Hold
from backend.bundle import untie
from backend.db import Tx
from backend.outreach.posters import came_by
from backend.people.gone import note_joined
from backend.people.models import Youth, YouthLink
from backend.people.sign_ins import digest
from backend.people.speech import in_tone
from backend.places.models import MissionLocale
from backend.scene import Scene
from flows.events import Event, Started, Told

PREFIX = "rdv-"
"""What the payload of such a link begins with; that of a poster begins otherwise."""
VALID = timedelta(days=14)
FILLED = ("first_name", "bracket", "phone", "mission_locale_id", "lead_advisor_id")


def new_link(tx: Tx, youth_id: int, at: datetime) -> str:
    """The payload of a one-time link, given this once: only its hash is kept. Former links are worth nothing."""
    unused = (col(YouthLink.youth_id) == youth_id, col(YouthLink.used_at).is_(None))
    tx.execute(delete(YouthLink).where(*unused))
    payload = PREFIX + secrets.token_urlsafe(24)
    tx.add(YouthLink(token_hash=digest(payload), youth_id=youth_id, expires_at=at + VALID))
    tx.flush()
    return payload


def through_links(scene: Scene, events: Iterable[Event]) -> Iterator[Event]:
    """The same events; a /start with the link of a card stands for what came of it. By a poster one just begins."""
    for event in events:
        if isinstance(event, Started) and event.payload.startswith(PREFIX):
            yield from _open(scene, event.payload)
            continue
        if isinstance(event, Started):
            came_by(scene, event.payload)
        yield event


def _open(scene: Scene, payload: str) -> tuple[Event, ...]:
    """The same link opened twice in the same chat is no mistake."""
    untie(scene.tx)
    link = _link(scene.tx, payload)
    theirs = link is not None and link.youth_id == scene.youth.id
    if link is None or not (theirs or _holds(link, scene.now)):
        return Told("link-gone", {}), Started()
    if not theirs:
        _join(scene, link.youth_id)
        link.youth_id, link.used_at = scene.youth.id or 0, scene.now
        scene.tx.add(link)
    booked = mine(scene.tx, scene.youth, scene.now)
    if not booked:
        return Told("link-joined", {}), Started()
    return (Told("appointment-joined", facts(scene.tx, booked[0], scene.now)),)


def _link(tx: Tx, payload: str) -> YouthLink | None:
    mine = select(YouthLink).where(YouthLink.token_hash == digest(payload)).with_for_update()
    return tx.exec(mine.execution_options(populate_existing=True)).first()


def _holds(link: YouthLink, at: datetime) -> bool:
    return link.used_at is None and link.expires_at > at


def _join(scene: Scene, former_id: int) -> None:
    """The youth of this chat takes over all that was kept of the one on the card, whose row goes."""
    tx, youth, former = scene.tx, scene.youth, scene.tx.get_one(Youth, former_id)
    _fill(youth, former)
    _address(tx, youth)
    scene.row.forget_when_said = False
    tx.flush()
    note_joined(tx, former_id, youth.id or 0)
    tx.flush()
    tx.expunge(former)
    tx.execute(delete(Hold).where(col(Hold.youth_id) == former_id))
    for column in _owned():
        tx.execute(update(column.table).where(column == former_id).values({column.name: youth.id}))
    tx.execute(delete(Youth).where(col(Youth.id) == former_id))
    look_again(tx, scene.now, col(Appointment.youth_id) == youth.id)


def _fill(youth: Youth, former: Youth) -> None:
    """What the youth has said of themselves stays; what staff know fills the rest. Nobody under 16 is booked."""
    if youth.bracket == "under_16":
        youth.bracket = None
    for name in FILLED:
        setattr(youth, name, getattr(youth, name) or getattr(former, name))
    if not youth.insee:
        youth.insee, youth.commune = former.insee, former.commune
    youth.discreet, youth.reminders = youth.discreet or former.discreet, True


def _address(tx: Tx, youth: Youth) -> None:
    """As the mission locale wishes that is theirs now."""
    home = tx.get(MissionLocale, youth.mission_locale_id) if youth.mission_locale_id else None
    youth.language = in_tone(youth.language, home)


def _owned() -> list[Column[int]]:
    """Every column, of whatever table, that says whose something is."""
    columns = (column for table in SQLModel.metadata.sorted_tables for column in table.columns)
    return [c for c in columns if any(key.target_fullname == "youth.id" for key in c.foreign_keys)]
