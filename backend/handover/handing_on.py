"""Letting go of a handover for another human: a colleague, a team, or whoever comes first. Never a silence."""

from __future__ import annotations

from dataclasses import dataclass

from backend.db import Tx
from backend.handover.awaiting import deadline
from backend.handover.destinations import Destination
from backend.handover.holding import locked, must_offer, remember, repeated, turn
from backend.handover.models import Handover
from backend.handover.promises import promise
from backend.handover.speaking import add_note, reply
from backend.models import Conversation
from backend.people.models import Person
from backend.script import Script
from backend.team.notices import desk_of, tell_team
from flows.events import HandedOn


@dataclass(frozen=True)
class Parting:
    """A word to the youth, and a note to whoever takes it. Either may be empty."""

    word: str = ""
    note: str = ""


NOTHING = Parting()


def release(tx: Tx, script: Script, person: Person, handover_id: int, epoch: int, nonce: str) -> None:
    """Back to all: whoever comes first takes it. Raises FloorTaken, Unreachable."""
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    must_offer(tx, handover, row, person, "release", epoch)
    handover.for_id = None
    _let_go(tx, script, handover, row, person, nonce, None)
    tell_team(tx, script, handover, "opened", urgent=handover.urgent, but=person.id)


def hand_on(
    tx: Tx,
    script: Script,
    person: Person,
    handover_id: int,
    epoch: int,
    to: Destination,
    nonce: str,
    parting: Parting = NOTHING,
) -> None:
    """Address it to a colleague or a team: with a word to the youth first, and a note to whoever takes it.

    A call that nobody holds is only addressed: the youth is told nothing. Raises FloorTaken, Unreachable.
    """
    handover, row = locked(tx, handover_id)
    if repeated(tx, nonce):
        return
    must_offer(tx, handover, row, person, "hand_on", epoch)
    if parting.word and row.owner == "mediator":
        reply(tx, script, person, handover_id, epoch, parting.word, f"{nonce}-word")
    if parting.note:
        add_note(tx, person, handover_id, parting.note)
    _address(handover, to)
    _let_go(tx, script, handover, row, person, nonce, to)
    tell_team(tx, script, handover, "handed_on", urgent=handover.urgent, only=handover.for_id, but=person.id)


def _address(handover: Handover, to: Destination) -> None:
    """To one person, to the team of a site, or to another mission locale."""
    handover.for_id = to.id if to.kind == "person" else None
    handover.site_id = to.id if to.kind == "site" else None
    if to.kind == "team":
        handover.mission_locale_id = to.id


def _let_go(
    tx: Tx,
    script: Script,
    handover: Handover,
    row: Conversation,
    person: Person,
    nonce: str,
    to: Destination | None,
) -> None:
    """The youth who had somebody is told who comes instead, and by when."""
    handover.mediator_id = handover.claimed_at = handover.snoozed_until = None
    tx.add(handover)
    if row.owner == "mediator":
        turn(tx, script, row, person, nonce, _said(tx, script, handover, person, to))
    else:
        remember(tx, script, nonce)


def _said(tx: Tx, script: Script, handover: Handover, person: Person, to: Destination | None) -> HandedOn:
    due, desk = promise(tx, script, handover), desk_of(tx, script, handover)
    until = deadline(due, desk.timezone, script.now()) if desk else None
    if to is None:
        return HandedOn(person.first_name, until=until)
    return HandedOn(person.first_name, to.first_name, to.team, until)
