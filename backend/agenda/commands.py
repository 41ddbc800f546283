"""What the stories may want of the agenda."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby, islice
from typing import Any
from zoneinfo import ZoneInfo

from backend.agenda.appointments import cancel, facts, mine, one_of_mine, wish_again
from backend.agenda.booking import book, hold, move
from backend.agenda.offers import offer, point_of, propose
from backend.agenda.queries import REMOTE, Agenda, Bookable, Wish, bookables, motive_for
from backend.agenda.rules import SlotId
from backend.scene import NotPossible, Scene
from flows.commands import (
    Book,
    Cancel,
    ConfirmPresence,
    FindProposals,
    FindSlots,
    Hold,
    Move,
    MyAppointments,
    SlotsToMove,
)

MODES = {"place": ("place",), "phone": ("phone",), "visio": ("visio",), "remote": REMOTE}
DAYS = 6


def find_proposals(scene: Scene, command: FindProposals) -> dict[str, Any]:
    wish = wish_of(scene, command.needs, command.hints)
    return propose(scene.tx, wish, point_of(command.insee), scene.now)


def wish_of(scene: Scene, needs: Sequence[str], hints: Mapping[str, str], modes: Sequence[str] = ()) -> Wish:
    """What this youth looks for, by their needs and what their answers point to."""
    youth, home = scene.youth, scene.youth.mission_locale_id or 0
    motive = motive_for(scene.tx, home, needs, hints.get("motive"))
    wanted = tuple(modes) or MODES[hints.get("mode", "place")]
    return Wish(home, youth.bracket or "", tuple(needs), motive, wanted, youth.id, youth.insee or "")


def find_slots(scene: Scene, command: FindSlots) -> dict[str, Any]:
    wish = wish_of(scene, command.needs, command.hints)
    site = int(command.site) if command.site.isdecimal() else None
    days = _days(scene, wish, site)
    if not days:
        raise NotPossible("full")
    return {"days": days}


def _days(scene: Scene, wish: Wish, site_id: int | None) -> list[dict[str, Any]]:
    """The next days with free slots: [{day, slots}], soonest first."""
    found = _as_wished(bookables(scene.tx, wish, site_id), wish)
    agenda = Agenda(scene.tx, wish, found, scene.now)
    here = point_of(scene.youth.insee)
    days: dict[str, list[dict[str, Any]]] = {}
    for bookable in found:
        by_day = groupby(agenda.slots(bookable), partial(_day, ZoneInfo(bookable.zone)))
        for day, slots in islice(by_day, DAYS):
            days.setdefault(day.isoformat(), []).extend(offer(s, bookable, wish.motive, here) for s in slots)
    return [{"day": day, "slots": _one_each(days[day])} for day in sorted(days)[:DAYS]]


def _as_wished(found: list[Bookable], wish: Wish) -> list[Bookable]:
    """Calls and visits are never mixed among the hours: visits only where nobody can call."""
    return [b for b in found if set(b.opening.modes) & set(wish.modes)] or found


def _day(zone: ZoneInfo, slot: SlotId) -> date:
    return slot.starts_at.astimezone(zone).date()


def _one_each(offers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One offer for each hour of the clock face, whoever the advisor."""
    by_start = {o["starts_at"]: o for o in reversed(offers)}
    return [by_start[start] for start in sorted(by_start)]


def hold_slot(scene: Scene, command: Hold) -> dict[str, Any]:
    wish = wish_of(scene, command.needs, command.hints)
    bookable, slot, kept = hold(scene.tx, wish, command.slot, scene.now)
    held = offer(slot, bookable, wish.motive, point_of(scene.youth.insee))
    return {**held, "until": kept.expires_at.isoformat()}


def book_slot(scene: Scene, command: Book) -> dict[str, Any]:
    wish = wish_of(scene, command.needs, command.hints)
    appointment = book(scene.tx, wish, command.slot, dict(command.brief), scene.now)
    scene.youth.first_name = command.first_name
    scene.youth.reminders = True
    return facts(scene.tx, appointment)


def my_appointments(scene: Scene, command: MyAppointments) -> list[dict[str, Any]]:
    return [facts(scene.tx, a) for a in mine(scene.tx, scene.youth, scene.now)]


def slots_to_move(scene: Scene, command: SlotsToMove) -> dict[str, Any]:
    old = one_of_mine(scene, command.appointment)
    days = _days(scene, wish_again(scene.tx, old), old.site_id)
    if not days:
        raise NotPossible("none")
    return {"days": days}


def move_appointment(scene: Scene, command: Move) -> dict[str, Any]:
    old = one_of_mine(scene, command.appointment)
    new = move(scene.tx, old, wish_again(scene.tx, old), command.slot, scene.now)
    return facts(scene.tx, new)


def cancel_mine(scene: Scene, command: Cancel) -> dict[str, Any]:
    return facts(
        scene.tx, cancel(scene.tx, one_of_mine(scene, command.appointment), "cancelled_by_youth", scene.now)
    )


def confirm_presence(scene: Scene, command: ConfirmPresence) -> dict[str, Any]:
    appointment = one_of_mine(scene, command.appointment)
    appointment.status = "confirmed"
    scene.tx.add(appointment)
    return facts(scene.tx, appointment)


COMMANDS = {
    FindProposals: find_proposals,
    FindSlots: find_slots,
    Hold: hold_slot,
    Book: book_slot,
    MyAppointments: my_appointments,
    SlotsToMove: slots_to_move,
    Move: move_appointment,
    Cancel: cancel_mine,
    ConfirmPresence: confirm_presence,
}
