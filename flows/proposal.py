"""What a médiateur proposes in the thread: a place, a slot, a workshop; theirs in one tap, whoever has the floor.

A button carries its proposal, and the slot or the workshop that it takes: `take-12-7.htdgu.p`, `pass-12`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flows.events import Proposed
from flows.guards import at_a_place, only
from flows.offers import appointment, calendar_file, facts, on_map
from flows.steps import Answers, Ask, Choice, Command, Do, Flow, Message, Tell, never
from flows.steps import When as Guard
from flows.talk import Outcome, Send, Talk
from flows.wishes import worked
from flows.words import Hours

STORY, STEP = "proposal", "proposed"
TAKE, PASS = "take", "pass"
KINDS = ("place", "slot", "workshop")


@dataclass(frozen=True)
class Accept(Command):
    """Take what was proposed, or the other slot or workshop named. Taken twice it is had once.

    Done: {kind, held (a human has the floor), others: [...] if it is taken, else the appointment or the workshop}.
    Refused: gone, done (it was accepted before), minor.
    """

    proposal: str
    pick: str = ""


@dataclass(frozen=True)
class Decline(Command):
    """Say no to what was proposed. Done: {held}. Refused: gone, done (it was accepted: what is booked stays)."""

    proposal: str


def proposal() -> Flow:
    """The story of the buttons under a proposal."""
    gone_or_done = dict.fromkeys(("gone", "done"))
    return (
        Ask(STEP, when=never, entry=(TAKE, PASS)),
        *only(
            said(PASS),
            Do("passed", lambda k: Decline(carried(k)[1]), reads=(STEP,), refused=gone_or_done),
            Tell("pass_noted", outcome("passed", held=True), ("passed",), kept=True),
            Tell("pass_noted_alone", outcome("passed", held=False), ("passed",), human=True, kept=True),
        ),
        *only(
            said(TAKE),
            Do("booking", accept, reads=(STEP,), refused={**gone_or_done, "minor": None}),
            *had(),
            *gone(),
        ),
    )


def had() -> Flow:
    """It is theirs: what is booked is said as after any booking."""
    slot = had_kind("slot")
    return (
        Tell("place_noted", had_kind("place"), ("booking",), kept=True),
        Tell("seat_noted", had_kind("workshop"), ("booking",), appointment, on_the_map, kept=True),
        *only(
            slot,
            Tell("booked", params=appointment, kept=True),
            Tell(
                "booked_place", at_a_place, params=appointment, kind="venue", attached=appointment, kept=True
            ),
            Tell("booked_file", params=appointment, kind="file", attached=calendar_file, kept=True),
        ),
    )


def gone() -> Flow:
    """Somebody was faster: the others, or a human looks with them."""
    return only(
        lambda k: worked("booking")(k) and "others" in k["booking"],
        Tell("others_free", lambda k: bool(k["booking"]["others"]), ("booking",), choices=others, kept=True),
        *only(
            lambda k: not k["booking"]["others"],
            Tell("no_other", outcome("booking", held=True), ("booking",), kept=True),
            Tell("no_other_alone", outcome("booking", held=False), ("booking",), human=True, kept=True),
        ),
    )


def said(what: str) -> Guard:
    return lambda known: carried(known)[0] == what


def carried(known: Answers) -> tuple[str, str]:
    """What was tapped, and what the button carries."""
    what, _, about = str(known.get(STEP, "")).partition("-")
    return what, about


def accept(known: Answers) -> Accept:
    id_, _, pick = carried(known)[1].partition("-")
    return Accept(id_, pick)


def outcome(step: str, *, held: bool) -> Guard:
    return lambda known: worked(step)(known) and known[step]["held"] is held


def had_kind(kind: str) -> Guard:
    return lambda known: (
        worked("booking")(known) and known["booking"]["kind"] == kind and "others" not in known["booking"]
    )


def on_the_map(known: Answers) -> Any:
    return on_map(known["booking"])


def others(known: Answers) -> tuple[Choice, ...]:
    """Each other slot or workshop on its own button, under the same proposal."""
    return tuple(
        Choice(
            f"{TAKE}-{one['proposal']}-{one['id']}", f"proposed.other-{one['kind']}", facts(one), opens=OPENS
        )
        for one in known["booking"]["others"]
    )


OPENS = (STORY, STEP)


def proposed(talk: Talk, event: Proposed) -> Outcome:
    """A médiateur proposes something: it is never dropped."""
    return talk, tuple(Send(message, STORY) for message in messages(event))


def messages(event: Proposed) -> tuple[Message, ...]:
    """All that reaches the youth: a place on the map first, then what is proposed, with its buttons."""
    params = {**_said(event.about), "who": event.who}
    links = on_map(event.about) if event.kind == "workshop" else ()
    asked = Message(f"proposal-{event.kind}", params, STEP, _choices(event), links=links, kept=True)
    if event.kind != "place" or event.about["lat"] is None or event.about["lon"] is None:
        return (asked,)
    return Message("booked_place", params, kind="venue", attached=event.about, kept=True), asked


def _said(about: Mapping[str, Any]) -> Mapping[str, Any]:
    return facts(about) if "starts_at" in about else {**about, "hours": Hours(about["hours"])}


def _choices(event: Proposed) -> tuple[Choice, ...]:
    pick = f"-{event.about['id']}" if event.kind != "place" else ""
    return (
        Choice(f"{TAKE}-{event.id}{pick}", f"proposed.take-{event.kind}"),
        Choice(f"{PASS}-{event.id}", "proposed.pass"),
    )
