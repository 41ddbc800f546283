"""What the stories may want of the agenda."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from backend.agenda.advisors import advisor_named, known_advisors
from backend.agenda.appointments import cancel, facts, in_time, mine, one_of_mine, wish_again
from backend.agenda.booking import book, hold, move
from backend.agenda.days import free_days
from backend.agenda.looking import wish_reminders
from backend.agenda.offers import offer, point_of, propose
from backend.agenda.queries import REMOTE, Wish, motive_for
from backend.scene import NotPossible, Scene
from flows.commands import (
    Book,
    Cancel,
    ConfirmPresence,
    FindAdvisors,
    FindProposals,
    FindSlots,
    Hold,
    Move,
    MyAppointments,
    SayLate,
    SlotsToMove,
)

MODES = {"place": ("place",), "phone": ("phone",), "visio": ("visio",), "remote": REMOTE}


def find_proposals(scene: Scene, command: FindProposals) -> dict[str, Any]:
    """With an advisor asked for, `whom` is their first name."""
    wish = wish_of(scene, command.needs, command.hints)
    asked = advisor_named(scene, command.advisor)
    found = propose(scene.tx, replace(wish, whom=asked.id), point_of(command.insee), scene.now)
    return found | {"whom": asked.name}


def wish_of(scene: Scene, needs: Sequence[str], hints: Mapping[str, str], modes: Sequence[str] = ()) -> Wish:
    """What this youth looks for, by their needs and what their answers point to."""
    youth, home = scene.youth, scene.youth.mission_locale_id or 0
    motive = motive_for(scene.tx, home, needs, hints.get("motive"))
    wanted = tuple(modes) or MODES[hints.get("mode", "place")]
    lead = youth.lead_advisor_id
    return Wish(home, youth.bracket or "", tuple(needs), motive, wanted, youth.id, youth.insee or "", lead)


def find_advisors(scene: Scene, command: FindAdvisors) -> dict[str, Any]:
    return known_advisors(scene)


def find_slots(scene: Scene, command: FindSlots) -> dict[str, Any]:
    asked = advisor_named(scene, command.advisor)
    wish = replace(wish_of(scene, command.needs, command.hints), whom=asked.id)
    site = int(command.site) if command.site.isdecimal() else None
    return _free(scene, wish, site, command.page, "full")


def _free(scene: Scene, wish: Wish, site: int | None, page: int, refusal: str) -> dict[str, Any]:
    found = free_days(scene, wish, site, page, point_of(scene.youth.insee))
    if not found["days"]:
        raise NotPossible(refusal)
    return found


def hold_slot(scene: Scene, command: Hold) -> dict[str, Any]:
    wish = wish_of(scene, command.needs, command.hints)
    bookable, slot, kept = hold(scene.tx, wish, command.slot, scene.now)
    held = offer(slot, bookable, wish.motive, point_of(scene.youth.insee))
    return {**held, "until": kept.expires_at.isoformat()}


def book_slot(scene: Scene, command: Book) -> dict[str, Any]:
    wish = wish_of(scene, command.needs, command.hints)
    appointment = book(scene.tx, wish, command.slot, dict(command.brief), scene.now)
    scene.youth.first_name = command.first_name
    wish_reminders(scene.tx, scene.youth, scene.now)
    return facts(scene.tx, appointment, scene.now)


def my_appointments(scene: Scene, command: MyAppointments) -> list[dict[str, Any]]:
    return [facts(scene.tx, a, scene.now) for a in mine(scene.tx, scene.youth, scene.now)]


def slots_to_move(scene: Scene, command: SlotsToMove) -> dict[str, Any]:
    old = in_time(scene.tx, one_of_mine(scene, command.appointment), "move", scene.now)
    return _free(scene, wish_again(scene.tx, old), old.site_id, command.page, "none")


def move_appointment(scene: Scene, command: Move) -> dict[str, Any]:
    old = in_time(scene.tx, one_of_mine(scene, command.appointment), "move", scene.now)
    new = move(scene.tx, old, wish_again(scene.tx, old), command.slot, scene.now)
    return facts(scene.tx, new, scene.now)


def cancel_mine(scene: Scene, command: Cancel) -> dict[str, Any]:
    old = in_time(scene.tx, one_of_mine(scene, command.appointment), "cancel", scene.now)
    return facts(scene.tx, cancel(scene.tx, old, "cancelled_by_youth", scene.now))


def confirm_presence(scene: Scene, command: ConfirmPresence) -> dict[str, Any]:
    appointment = one_of_mine(scene, command.appointment)
    appointment.status = "confirmed"
    scene.tx.add(appointment)
    return facts(scene.tx, appointment)


def say_late(scene: Scene, command: SayLate) -> dict[str, Any]:
    """On the day only: before, one moves it."""
    appointment = one_of_mine(scene, command.appointment)
    told = facts(scene.tx, appointment, scene.now)
    if not told["today"]:
        raise NotPossible("early")
    appointment.late = True
    scene.tx.add(appointment)
    return told


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
    SayLate: say_late,
    FindAdvisors: find_advisors,
}
