"""The short stories: coming back, resting, stopping, choosing a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flows.commands import BeDiscreet, MuteReminders, MyAppointments
from flows.pages import part
from flows.steps import Answers, Ask, Choice, Command, Do, Flow, Message, Tell
from flows.talk import Send
from flows.words import Language

PART = "languages_page"
"""Which part of the list of languages is shown."""


def welcome() -> Flow:
    """/start in the middle of a story: nothing is lost, and the youth says how to go on."""
    choices = (
        Choice("continue"),
        Choice("restart", starts="orientation"),
        Choice("booked", starts="appointment"),
    )
    return (Ask("resume", lambda _: choices, first=True),)


def rest() -> Flow:
    """Nothing is running: what can be done next."""
    choices = (Choice("again", starts="orientation"), Choice("booked", "resume.booked", starts="appointment"))
    return (Ask("menu", lambda _: choices, first=True),)


def stopping() -> Flow:
    """/stop: follow-ups end at once; the reminder stays until told otherwise."""
    return (
        Do("mine", lambda _: MyAppointments()),
        Ask(
            "keep_reminder",
            lambda _: (Choice("yes"), Choice("no")),
            lambda k: bool(k["mine"]),
            ("mine",),
            first=True,
        ),
        Do("muted", lambda _: MuteReminders(), lambda k: k.get("keep_reminder") == "no", ("keep_reminder",)),
        Tell("stopped", kept=True),
    )


@dataclass(frozen=True)
class Speak(Command):
    """Go on in this language (its code), theirs to choose. Done: whether we speak it."""

    language: str


def language(codes: Sequence[str] = ("fr", "en")) -> Flow:
    """The languages to choose from, each by its own name, the one now spoken first."""
    return (
        Ask("pick", lambda k: by_name(codes, k), entry=tuple({_base(c) for c in codes}), first=True),
        Do("spoken", lambda k: Speak(str(k["pick"])), reads=("pick",)),
        Tell("language_set", kept=True),
    )


def by_name(codes: Sequence[str], known: Answers) -> tuple[Choice, ...]:
    """A part of the list of languages."""
    now = known.get("language", "")
    now = now if now in codes else _base(now)
    first = sorted(codes, key=lambda code: code != now)
    return part([_named(code) for code in first], PART, known.get(PART, 0), turns=("pick.back", "pick.on"))


def heard_in(former: str) -> Send:
    """Their first words were in another language: the guide goes on in it, and the former is one tap away."""
    return Send(Message("language-heard", ask="pick", choices=(_named(former),), kept=True), "language")


def _named(code: str) -> Choice:
    return Choice(code, "pick.one", {"name": Language(code)})


def _base(code: str) -> str:
    """`fr` of `fr-facile`."""
    return code.partition("-")[0]


def discretion() -> Flow:
    """/discret: reminders that tell nothing to whoever else reads this phone."""
    return (
        Ask("discreet", lambda _: (Choice("on"), Choice("off")), first=True),
        Do("discretion", lambda k: BeDiscreet(k["discreet"] == "on"), reads=("discreet",)),
        Tell("discreet_on", lambda k: k["discreet"] == "on", reads=("discreet",)),
        Tell("discreet_off", lambda k: k["discreet"] == "off", reads=("discreet",)),
    )
