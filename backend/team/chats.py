"""What one of the staff does in their own chat. It is no conversation: taps count, any word gets the console's link."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from backend.audit.commands import record
from backend.bundle import untie
from backend.db import Tx, insert_once
from backend.handover.acts import claim
from backend.handover.holding import FloorTaken, Unreachable
from backend.handover.queries import find_thread, scope_of
from backend.models import Seen
from backend.people.accounts import staff_of
from backend.people.models import Person
from backend.scene import Arrival, Turned
from backend.script import Script
from backend.team.linking import PREFIX, mark_blocked, open_link, staff_among, unlink
from backend.team.words import UNLINK, opening, text
from flows.events import Blocked, Chose, Said

_START = re.compile(rf"/start(?:@\w+)?\s+({PREFIX}[\w-]{{1,80}})\s*")
REFUSED = {"gone": "team-link-gone", "youth": "team-link-youth"}
_NUMBER = re.compile(r"[1-9]\d{0,8}", re.ASCII)


@dataclass(frozen=True)
class Answer(Turned):
    """What the edge says after commit, never retried: a word on the button, or a message with its buttons."""

    address: str = ""
    text: str = ""
    buttons: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class StaffChats:
    """Of the chats of one batch, those of the staff: address to person id. Changed as links are opened."""

    channel: str
    people: dict[str, int]


def staff_chats(tx: Tx, arrivals: Iterable[Arrival]) -> StaffChats:
    """Looked up once for a batch; all of one channel."""
    some = list(arrivals)
    channel = some[0].channel if some else ""
    return StaffChats(channel, staff_among(tx, channel, (a.address for a in some)))


def answer(tx: Tx, script: Script, arrival: Arrival, chats: StaffChats) -> Answer | None:
    """What this arrival means if it is the team's; None if it belongs to a youth's conversation."""
    payload, person_id = _payload(arrival), chats.people.get(arrival.address)
    if not payload and person_id is None:
        return None
    untie(tx)
    if not insert_once(tx, Seen, key=arrival.key, at=script.now()):
        return Answer(repeated=True)
    if payload:
        return _join(tx, script, arrival, payload, chats)
    person = tx.get_one(Person, person_id)
    match arrival.event:
        case Chose("equipe", "take", number):
            return Answer(toast=_take(tx, script, person, number, arrival.key))
        case Chose("equipe", "unlink", _):
            unlink(tx, person.id or 0)
            del chats.people[arrival.address]
            return Answer(address=arrival.address, text=text(script, "team-unlinked"))
        case Chose():
            return Answer(toast=text(script, "team-toast-gone"))
        case Blocked(blocked):
            mark_blocked(tx, person.id or 0, blocked=blocked)
            return Answer()
        case _:
            return _say(script, arrival, "team-words", [[UNLINK]])


def _payload(arrival: Arrival) -> str:
    """That of a link of the staff."""
    found = _START.fullmatch(arrival.event.text) if isinstance(arrival.event, Said) else None
    return found.group(1) if found else ""


def _join(tx: Tx, script: Script, arrival: Arrival, payload: str, chats: StaffChats) -> Answer:
    linked = open_link(tx, payload, arrival.channel, arrival.address, script.now())
    if linked.person is None:
        return Answer(address=arrival.address, text=text(script, REFUSED[linked.how]))
    chats.people[arrival.address] = linked.person.id or 0
    if linked.former:
        names = {"name": linked.person.first_name, "former": linked.former.first_name}
        return _say(script, arrival, "team-linked-instead", [], **names)
    return _say(script, arrival, "team-linked", [], name=linked.person.first_name)


def _say(script: Script, arrival: Arrival, key: str, rows: list[Any], **params: str) -> Answer:
    """A word, with the way to the console."""
    labelled = [[{"label": text(script, b["label"]), "data": b["data"]} for b in row] for row in rows]
    buttons = [[opening(script, "team-console", "/relais")], *labelled]
    return Answer(address=arrival.address, text=text(script, key, **params), buttons=buttons)


def _take(tx: Tx, script: Script, person: Person, number: str, nonce: str) -> str:
    """Claim it for them, as the page would. Returns the word for the button."""
    handover_id = int(number) if _NUMBER.fullmatch(number) else 0
    scope = scope_of(tx, staff_of(tx, person), script.team)
    if not person.active or find_thread(tx, scope, handover_id) is None:
        return text(script, "team-toast-outside")
    try:
        claim(tx, script, person, handover_id, nonce)
        record(tx, script, person.id or 0, "claimed", "handover", handover_id)
    except FloorTaken as taken:
        key = "team-toast-taken" if taken.holder_name else "team-toast-gone"
        return text(script, key, name=taken.holder_name or "")
    except Unreachable:
        return text(script, "team-toast-silent")
    return text(script, "team-toast-yours")
