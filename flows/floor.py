"""The floor passes from one to another: what is said then is never dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flows.events import Claimed, LeftFloor, Reminded, Sent, Summoned
from flows.guide import take_up, tell
from flows.offers import facts
from flows.steps import HUMAN, Choice, Message
from flows.talk import Outcome, Send, Stories, Talk, say
from flows.words import Numbers, When


def summoned(talk: Talk, event: Summoned) -> Outcome:
    """A human was called: promise what is true. Whoever has the floor already keeps it."""
    if talk.owner == "mediator":
        return talk, ()
    key = ("danger-human" if event.danger else "human-called") + ("-later" if event.reads_at else "")
    params: dict[str, object] = {"reads_at": When(event.reads_at, event.zone)} if event.reads_at else {}
    if event.danger:
        params["numbers"] = Numbers(event.danger)
    return replace(talk, owner="waiting"), say(Message(key, params, kept=True))


def claimed(talk: Talk, event: Claimed) -> Outcome:
    hello = say(Message("human-here", {"name": event.name}, kept=True))
    return replace(talk, owner="mediator"), hello


def left(stories: Stories, talk: Talk, event: LeftFloor) -> Outcome:
    """The guide takes up again at the question where it was."""
    key = "human-closed" if event.closed else "human-gave-back"
    back = replace(talk, owner="guide")
    after, effects = take_up(stories, back) if back.top else (back, ())
    return after, (*say(Message(key, {"name": event.name}, kept=True)), *effects)


def reminded(talk: Talk, event: Reminded) -> Outcome:
    """Reminders speak whoever has the floor, but not to those who said stop to them (the backend knows)."""
    key = "reminder-day" if event.moment == "J-1" else "reminder-hours"
    return talk, (_with_wishes(key, event.appointment, "present", "move", "cancel"),)


def moved(talk: Talk, about: Mapping[str, Any]) -> Outcome:
    """Staff moved an appointment: the new one, with the buttons it always has, and its file."""
    said = _with_wishes("appointment-moved", about, "fine", "move", "cancel")
    file = Message("moved_file", facts(about), kind="file", attached={"calendar": about["id"]}, kept=True)
    return talk, (said, Send(file, "appointment"))


def _with_wishes(key: str, about: Mapping[str, Any], *wishes: str) -> Send:
    choices = tuple(Choice(f"{wish}-{about['id']}", f"wish.{wish}") for wish in wishes)
    return Send(Message(key, facts(about), "wish", choices, kept=True), "appointment")


def edited(talk: Talk) -> Outcome:
    return talk, say(Message("edit-seen"))


def sent(stories: Stories, talk: Talk, event: Sent) -> Outcome:
    """The guide cannot look at a photo or hear a voice; a human can. The question stays."""
    if talk.unseen:
        return talk, ()
    asked = talk.top.asked if talk.top else None
    cannot = Message(f"cannot-read-{_family(event.kind)}", ask=asked or "file", controls=(HUMAN,))
    if talk.top is None:
        return talk, (Send(cannot, "rest"),)
    after, effects = tell(stories, talk, None)
    return after, (Send(replace(cannot, ask=None, controls=())), *effects)


def _family(kind: str) -> str:
    return kind if kind in {"voice", "sticker"} else "file"
