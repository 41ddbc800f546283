"""Who must hear of a handover, now: written down where it happens, and sent at once by `sending`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from sqlalchemy import func
from sqlmodel import col, select

from backend.db import Tx, insert_once
from backend.handover.models import Handover, Promise
from backend.models import Conversation
from backend.people.models import Membership, Person
from backend.people.queries import home_team
from backend.places.models import MissionLocale
from backend.script import Script
from backend.team.duty import managers_of, mediators_of, on_duty, staffed
from backend.team.models import Notice, StaffChat
from backend.team.quiet import end_of_quiet

Kind: TypeAlias = Literal[
    "opened",
    "urgent",
    "handed_on",
    "taken_over",
    "resumed",
    "taken_back",
    "promise_near",
    "promise_missed",
    "nobody_on_duty",
]
AHEAD = timedelta(days=15)
"""How far the next duty is looked for."""


@dataclass(frozen=True)
class When:
    """What somebody is told, and from when on."""

    kind: Kind
    since: datetime


def tell_team(
    tx: Tx,
    script: Script,
    handover: Handover,
    kind: Kind,
    *,
    urgent: bool = False,
    only: int | None = None,
    but: int | None = None,
) -> None:
    """Write down who must hear of a handover, in the transaction in which it happens. Twice is as once.

    `only`: the id of the one person addressed. Else those on duty at its mission locale (the home team's while that
    is not known), and whoever holds it; with nobody on duty the managers now, and the next on duty when they begin.
    `promise_missed` goes to the managers. `but`: the id of who did it, and need not be told.
    What is not urgent waits until a person's quiet hours are over.
    """
    tx.flush()
    desk = desk_of(tx, script, handover)
    if desk is None:
        return
    told = {only: When(kind, script.now())} if only else _whom(tx, script, handover, kind, desk, but)
    for person_id, when in told.items():
        if person_id != but:
            _write(tx, script, handover, person_id, when, urgent or kind == "urgent", desk.timezone)


def desk_of(tx: Tx, script: Script, handover: Handover) -> MissionLocale | None:
    """Whose team answers: the handover's mission locale, else the home team."""
    found = handover.mission_locale_id or home_team(tx, script.team)
    return tx.get(MissionLocale, found) if found else None


def _whom(
    tx: Tx, script: Script, handover: Handover, kind: Kind, desk: MissionLocale, but: int | None
) -> dict[int, When]:
    now, home = script.now(), desk.id or 0
    bosses = managers_of(tx, home) or mediators_of(tx, home)
    if kind in {"promise_missed", "nobody_on_duty"}:
        return dict.fromkeys(bosses, When(kind, now))
    holder = {handover.mediator_id} if handover.mediator_id else set()
    if ready := _of_site(tx, on_duty(tx, home, now), handover.site_id):
        others = ready - {but} or bosses  # whoever lets go of it may be the only one there
        return dict.fromkeys(others | holder, When(kind, now))
    alone: Kind = kind if kind == "taken_back" else "nobody_on_duty"
    return {
        **_next_on_duty(tx, home, now, kind),
        **dict.fromkeys(bosses, When(alone, now)),
        **dict.fromkeys(holder, When(kind, now)),
    }


def _of_site(tx: Tx, people: list[int], site_id: int | None) -> set[int]:
    """Those of the site's team, if it is addressed to one and somebody of it is on duty."""
    if site_id is None:
        return set(people)
    mine = col(Membership.site_id).is_(None) | (col(Membership.site_id) == site_id)
    there = select(Membership.person_id).where(mine, Membership.role == "mediator")
    return set(tx.exec(there.where(col(Membership.person_id).in_(people)))) or set(people)


def _next_on_duty(tx: Tx, home: int, now: datetime, kind: Kind) -> dict[int, When]:
    """Those who begin first, told when they begin. Nobody if no duty is known."""
    first = next(iter(staffed(tx, home, now, now + AHEAD)), None)
    return dict.fromkeys(on_duty(tx, home, first[0]), When(kind, first[0])) if first else {}


def _write(
    tx: Tx, script: Script, handover: Handover, person_id: int, when: When, urgent: bool, zone: str
) -> None:
    """One row, unless they were told of the same before, or have no account any more."""
    person, chat = tx.get(Person, person_id), tx.get(StaffChat, person_id)
    if person is None or not person.active:
        return
    insert_once(
        tx,
        Notice,
        key=f"{when.kind}:{handover.id}:{person_id}:{_occasion(tx, handover, when.kind)}",
        person_id=person_id,
        handover_id=handover.id,
        kind=when.kind,
        urgent=urgent,
        way="telegram" if chat and not chat.blocked else "mail",
        at=script.now(),
        due=when.since if urgent else end_of_quiet(person.quiet_hours, when.since, zone),
        attempts=0,
        state="queued",
    )


def _occasion(tx: Tx, handover: Handover, kind: Kind) -> int:
    """What makes it happen again: another promise, else another change of the floor."""
    if kind.startswith("promise"):
        made = select(func.max(Promise.id)).where(Promise.handover_id == handover.id)
        return tx.exec(made).one() or 0
    return tx.get_one(Conversation, handover.conversation_id).epoch
