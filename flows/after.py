"""After an appointment: whether it helped, how things are, and a new moment for those who were missed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flows.events import Followed
from flows.guide import tell
from flows.offers import facts
from flows.steps import HUMAN, Answers, Ask, Choice, Command, Do, Flow, Message, Tell, never
from flows.steps import When as Guard
from flows.talk import Outcome, Send, Stories, Talk, begin, drop
from flows.words import Day

OPINIONS = ("yes", "some", "no")
SAID_BEFORE = ("urgent_school", "tips")
"""What the first story tells of their needs, and need not tell those who come back for another moment."""


@dataclass(frozen=True)
class KeepOpinion(Command):
    """Count whether an appointment helped, without a name. Done: whether it counts (once, and not too late)."""

    appointment: str
    opinion: str


@dataclass(frozen=True)
class Recall(Command):
    """What an appointment was for. Done: {needs, brief: {step: choice}, remote}. Refused: gone."""

    appointment: str


def helped() -> Flow:
    """The story of the answers to «Ça t'a aidé ?»: they carry the appointment, `yes-12`."""
    return (
        Ask("helped", when=never, entry=OPINIONS),
        Do("opinion", lambda k: KeepOpinion(*reversed(_carried(k, "helped"))), reads=("helped",)),
        Tell("helped_yes", _picked("helped", "yes"), reads=("opinion",)),
        Tell("helped_some", _picked("helped", "some"), reads=("opinion",), human=True),
        Tell("helped_no", _picked("helped", "no"), reads=("opinion",), human=True),
    )


def again() -> Flow:
    """The story of «Retrouver un moment»: `take-12` goes back to the proposals, with what was said then."""
    return (
        Ask("again", when=never, entry=("take", "fine")),
        Tell("all_well", _picked("again", "fine"), reads=("again",)),
        Do(
            "before",
            lambda k: Recall(_carried(k, "again")[1]),
            _picked("again", "take"),
            reads=("again",),
            refused={"gone": None},
        ),
    )


def followed(talk: Talk, event: Followed) -> Outcome:
    """Only the guide asks, and only those who did not say stop. It falls if a human takes the floor before."""
    if talk.owner != "guide":
        return talk, ()
    about = event.appointment
    params = {**facts(about), "day": Day(about["day"])}
    story, choices = _offered(event)
    return talk, (Send(Message(_KEYS[event.moment], params, story, choices, (HUMAN,)), story),)


_KEYS = {"helped": "helped", "missed": "missed", "later": "how_now"}


def _offered(event: Followed) -> tuple[str, tuple[Choice, ...]]:
    """The story that the buttons begin, and the buttons."""
    id_ = event.appointment["id"]
    if event.moment == "helped":
        return "helped", tuple(Choice(f"{opinion}-{id_}", f"helped.{opinion}") for opinion in OPINIONS)
    take = Choice(f"take-{id_}", f"{_KEYS[event.moment]}.take")
    return "again", (take,) if event.moment == "missed" else (take, Choice(f"fine-{id_}", "how_now.fine"))


def proposed_again(stories: Stories, talk: Talk, before: Mapping[str, Any]) -> Outcome:
    """The first story, with what was answered then: only the moment is left to choose."""
    needs = {"needs": before["needs"]} if before["needs"] else {}
    come = {"come": "remote"} if before["remote"] else {}
    told = dict.fromkeys(SAID_BEFORE, True)
    answers = {"hello": "go", **needs, **before["brief"], **come, **told}
    return tell(stories, begin(drop(talk, "again"), "orientation", answers), None)


def _carried(known: Answers, step: str) -> tuple[str, str]:
    """What was picked, and the appointment that the button carries."""
    picked, _, appointment = str(known.get(step, "")).partition("-")
    return picked, appointment


def _picked(step: str, wanted: str) -> Guard:
    return lambda known: _carried(known, step)[0] == wanted
