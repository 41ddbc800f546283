"""What the stories may want of the waiting list."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from backend.agenda.appointments import FAR, facts, one_of_mine
from backend.agenda.booking import book, move
from backend.agenda.commands import wish_of as looked_for
from backend.agenda.models import Appointment
from backend.agenda.rules import parse_slot
from backend.scene import NotPossible, Scene
from backend.waiting.models import Waiting
from backend.waiting.queries import Wait, find_wait, wish_of
from backend.waiting.requests import ask
from flows.commands import StopWaiting, TakeFreed, WaitForAny
from flows.commands import Wait as ToWait


def wait(scene: Scene, command: ToWait) -> bool:
    """Onto the list of those who would come earlier."""
    old = one_of_mine(scene, command.appointment)
    if old.starts_at <= scene.now + FAR:
        raise NotPossible("soon")
    return _once(
        scene,
        Waiting(
            youth_id=old.youth_id,
            mission_locale_id=old.mission_locale_id,
            motive_id=old.motive_id,
            appointment_id=old.id,
            needs=list(old.needs),
            modes=[old.mode],
            since=scene.now,
        ),
    )


def wait_for_any(scene: Scene, command: WaitForAny) -> bool:
    """Onto the list of those who found nothing at all: an alarm for those who open slots."""
    wish = looked_for(scene, command.needs, command.hints)
    ask(scene.tx, wish.motive, None, scene.now)
    return _once(
        scene,
        Waiting(
            youth_id=scene.youth.id or 0,
            mission_locale_id=wish.mission_locale_id,
            motive_id=wish.motive.id or 0,
            needs=list(wish.needs),
            modes=[mode for mode in wish.modes if mode != "phone" or scene.youth.phone],
            since=scene.now,
        ),
    )


def _once(scene: Scene, made: Waiting) -> bool:
    """Who waits for the same already goes on waiting."""
    same = select(Waiting.id).where(
        Waiting.youth_id == made.youth_id,
        Waiting.motive_id == made.motive_id,
        col(Waiting.appointment_id).is_not_distinct_from(made.appointment_id),
        col(Waiting.closed_at).is_(None),
    )
    if not [one for one in scene.tx.exec(same).all() if find_wait(scene.tx, one or 0, scene.now)]:
        scene.tx.add(made)
    return True


def take(scene: Scene, command: TakeFreed) -> dict[str, Any]:
    """The ordinary booking decides: the first to tap has it. Raises gone, taken."""
    found = _own(scene, command.waiting)
    made = _moved(scene, found, command.slot) if found.old else _booked(scene, found, command.slot)
    _close(scene, found)
    return facts(scene.tx, made, scene.now)


def _moved(scene: Scene, found: Wait, slot: str) -> Appointment:
    old, wanted = found.old, parse_slot(slot)
    if old is None or wanted is None or wanted.starts_at >= old.starts_at:
        raise NotPossible("taken")
    return move(scene.tx, old, wish_of(scene.tx, found), slot, scene.now)


def _booked(scene: Scene, found: Wait, slot: str) -> Appointment:
    made = book(scene.tx, wish_of(scene.tx, found), slot, {}, scene.now)
    scene.youth.first_name = scene.youth.first_name or scene.arrival.first_name
    return made


def stop_waiting(scene: Scene, command: StopWaiting) -> bool:
    _close(scene, _own(scene, command.waiting))
    return True


def _own(scene: Scene, id_text: str) -> Wait:
    """A wait of this youth that goes on, by the id in a button. Raises gone."""
    number = int(id_text) if id_text.isdecimal() and len(id_text) < 10 else 0
    found = find_wait(scene.tx, number, scene.now)
    if found is None or found.row.youth_id != scene.youth.id:
        raise NotPossible("gone")
    return found


def _close(scene: Scene, found: Wait) -> None:
    found.row.closed_at = scene.now
    scene.tx.add(found.row)


COMMANDS = {ToWait: wait, WaitForAny: wait_for_any, TakeFreed: take, StopWaiting: stop_waiting}
