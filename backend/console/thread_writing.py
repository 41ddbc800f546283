"""What helps to write in a thread: replies kept at hand, filled for this youth; what was proposed, and its answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from backend.agenda.appointments import facts, mine
from backend.console.inbox_filter import spoken
from backend.console.problems import Problem
from backend.console.rooms import Rooms
from backend.console.visitors import Posted, Visitor
from backend.db import Tx
from backend.handover.models import Proposal
from backend.handover.proposing import proposals_of
from backend.handover.queries import ROLES, Thread
from backend.people.models import Youth
from backend.places.models import MissionLocale
from backend.team import canned
from content.canned import blanks, fill
from flows.words import When

PROPOSALS_SHOWN = 4


@dataclass(frozen=True)
class Filled:
    """A reply as it would leave: what is not known of this youth stands in it as a blank."""

    id: int
    name: str
    text: str
    language: str
    own: bool


@dataclass(frozen=True)
class Writing:
    """Beside the field: replies to pick, the epoch at which they may leave, and what was proposed."""

    handover_id: int
    epoch: int
    holds: bool
    language: str
    replies: tuple[Filled, ...]


def writing_of(tx: Tx, rooms: Rooms, thread: Thread, visitor: Visitor, *, holds: bool) -> Writing:
    """Only who holds the floor needs replies: nothing is looked up for the others."""
    handover = thread.handover
    found = _replies(tx, rooms, thread, visitor) if holds and not thread.conversation.blocked else ()
    return Writing(
        handover.id or 0, thread.conversation.epoch, bool(found), spoken(thread.youth.language), tuple(found)
    )


def _replies(tx: Tx, rooms: Rooms, thread: Thread, visitor: Visitor) -> list[Filled]:
    home, staff = thread.handover.mission_locale_id, visitor.staff
    homes = (home,) if home else tuple(sorted(staff.mission_locales(*ROLES)))
    every = canned.at_hand(tx, staff.id, homes, spoken(thread.youth.language))
    known = known_of(tx, rooms, thread, visitor)
    values = {language: _said(rooms, known, language) for language in {one.language for one in every}}
    return [Filled(r.id, r.name, fill(r.text, values[r.language]), r.language, r.own) for r in every]


def known_of(tx: Tx, rooms: Rooms, thread: Thread, visitor: Visitor) -> dict[str, Any]:
    """What is known of this youth, by the name of the variable; moments are still to be put into words."""
    youth, home_id = thread.youth, thread.handover.mission_locale_id
    home = tx.get(MissionLocale, home_id) if home_id else None
    return {
        "prenom": youth.first_name,
        "mediateur": visitor.staff.person.first_name,
        "commune": youth.commune,
        "mission_locale": home.name if home else None,
        "telephone": home.phone if home else None,
        **_next_appointment(tx, youth, rooms),
    }


def _next_appointment(tx: Tx, youth: Youth, rooms: Rooms) -> dict[str, Any]:
    soonest = next(iter(mine(tx, youth, rooms.now())), None)
    if soonest is None:
        return {}
    about = facts(tx, soonest)
    moment = When(about["starts_at"], about["zone"])
    return {"rdv": moment, "lieu": about["place"], "conseiller": about["advisor"]}


def _said(rooms: Rooms, known: Mapping[str, Any], language: str) -> dict[str, str]:
    """In the language of the reply, on one line each."""
    sayer = rooms.script.wording.sayer
    return {name: " ".join(str(sayer.say(language, value)).split()) for name, value in known.items() if value}


def no_blanks(text: str, form: Posted, handover_id: int) -> str:
    """The text, if nothing is left to be filled in it. Raises Problem, with the text kept."""
    if left := blanks(text):
        back = f"/relais/{handover_id}"
        about = {"text": form.text, "back": back, "blanks": " ".join(dict.fromkeys(left))}
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "blank", **about)
    return text


def used(tx: Tx, form: Posted) -> None:
    """The reply that was picked counts once more: those used most come first."""
    given = form.fields.get("canned", "")
    if given.isascii() and given.isdigit() and len(given) < 11:
        canned.count(tx, form.visitor.staff, int(given))


@dataclass(frozen=True)
class Proposed:
    """What was proposed, as its place under the thread shows it."""

    kind: str
    what: str
    starts_at: str | None
    zone: str | None
    answer: str | None


def proposed_in(tx: Tx, thread: Thread) -> list[Proposed]:
    """The latest proposals of a handover, the oldest of them first."""
    return [_proposed(row) for row in proposals_of(tx, thread.handover.id or 0)[-PROPOSALS_SHOWN:]]


def _proposed(row: Proposal) -> Proposed:
    about = row.about
    what = about.get("title") or about.get("site") or ""
    return Proposed(row.kind, what, about.get("starts_at"), about.get("zone"), row.answer)
