"""The short stories: coming back, resting, stopping, choosing a language."""

from __future__ import annotations

from collections.abc import Sequence

from flows.commands import BeDiscreet, MuteReminders, MyAppointments
from flows.steps import Ask, Choice, Do, Flow, Tell, never
from flows.words import Language


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


def language(codes: Sequence[str] = ("fr", "en")) -> Flow:
    """The languages spoken, each by its own name."""
    choices = tuple(
        Choice(code, "pick.one", {"name": Language(code)}, sets=("language", code)) for code in codes
    )
    return (
        Ask("language", when=never, shared=True),
        Ask("pick", lambda _: choices, first=True),
        Tell("language_set"),
    )


def discretion() -> Flow:
    """/discret: reminders that tell nothing to whoever else reads this phone."""
    return (
        Ask("discreet", lambda _: (Choice("on"), Choice("off")), first=True),
        Do("discretion", lambda k: BeDiscreet(k["discreet"] == "on"), reads=("discreet",)),
        Tell("discreet_on", lambda k: k["discreet"] == "on", reads=("discreet",)),
        Tell("discreet_off", lambda k: k["discreet"] == "off", reads=("discreet",)),
    )
