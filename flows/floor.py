"""The floor passes from one to another: what is said then is never dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flows.callback import CALL_ME, may_be_called
from flows.danger import STORY as DANGER
from flows.danger import human_called, human_there
from flows.events import Claimed, HandedOn, LeftFloor, Reminded, Sent, Summoned
from flows.guessing import put_aside
from flows.guide import take_up, tell
from flows.offers import facts
from flows.on_the_day import of_the_day
from flows.promising import slipping
from flows.rating import rate
from flows.rights import keep_talk, may_we_call
from flows.steps import HUMAN, Choice, Message
from flows.talk import Outcome, Send, Stories, Talk, drop, say
from flows.wishes import possible
from flows.words import Moments, When


def summoned(talk: Talk, event: Summoned) -> Outcome:
    """A human was called: promise what is true. Whoever has the floor already keeps it."""
    if event.paused_until:
        return talk, say(Message("human-paused", {"until": When(event.paused_until, event.zone)}, kept=True))
    if talk.owner == "mediator":
        return talk, (Send(human_there(event.danger), DANGER),) if event.danger else ()
    said = _called(talk, event)
    asks = (may_we_call(),) if event.may_call else ()
    return replace(drop(talk, "rating"), owner="waiting"), (said, *asks)


def _called(talk: Talk, event: Summoned) -> Send:
    if event.danger:
        return Send(human_called(talk, event, event.danger), DANGER)
    params: dict[str, object] = {"until": event.until}
    if event.reads_at:
        params["reads_at"] = When(event.reads_at, event.zone)
    return Send(Message("human-called-later" if event.reads_at else "human-called", params, kept=True))


def claimed(talk: Talk, event: Claimed) -> Outcome:
    """Who answers now; and if a colleague did before, that it is somebody else."""
    if event.after:
        here = Message("human-takes-over", {"name": event.name, "former": event.after}, kept=True)
    else:
        here = Message("human-here", {"name": event.name}, kept=True)
    return replace(talk, owner="mediator"), say(here)


def handed_on(talk: Talk, event: HandedOn) -> Outcome:
    """Whoever held the floor lets go of it for another human: the guide stays silent."""
    if talk.owner != "mediator":
        return talk, ()
    key = "human-hands-to" if event.to else "human-hands-to-team" if event.team else "human-releases"
    about = {"name": event.name, "to": event.to, "team": event.team, "until": event.until}
    return replace(talk, owner="waiting"), say(Message(key, about, kept=True))


def left(stories: Stories, talk: Talk, event: LeftFloor) -> Outcome:
    """The guide takes up again at the question where it was."""
    back = replace(put_aside(drop(talk, "resuming")), owner="guide")
    back = rate(back, event.handover, event.name) if event.rates else back
    after, effects = take_up(stories, back) if back.top else (back, ())
    return after, (*say(_leaving(event)), *effects)


def _leaving(event: LeftFloor) -> Message:
    if event.until:
        until = When(event.until, event.zone)
        return Message("human-stops-until", {"name": event.name, "until": until}, kept=True)
    key = "human-stops" if event.abuse else "human-closed" if event.closed else "human-gave-back"
    keep = keep_talk(event.handover) if key == "human-closed" and event.handover else ()
    return Message(key, {"name": event.name}, choices=keep, kept=True)


def reminded(talk: Talk, event: Reminded) -> Outcome:
    """Reminders speak whoever has the floor, but not to those who said stop to them (the backend knows)."""
    about = event.appointment
    today = event.moment == "H-2" and not about.get("days")
    wishes = of_the_day(about) if today else possible(about)
    return talk, (_with_wishes(_reminding(event), about, "present", *wishes),)


def _reminding(event: Reminded) -> str:
    """Neither where nor what to those who share their phone; «bientôt» on the day only, not the evening before."""
    if event.appointment.get("discreet"):
        return "reminder-discreet"
    soon = event.moment == "H-2" and not event.appointment.get("days")
    return "reminder-hours" if soon else "reminder-day"


def told(talk: Talk, key: str, about: Mapping[str, Any]) -> Outcome:
    """Staff changed something: what they say, with the buttons and the file that belong to it."""
    match key:
        case "appointment-moved":
            return moved(talk, about)
        case "appointment-joined":
            return joined(talk, about)
        case "appointment-cancelled":
            said = Message(key, facts(about), kept=True)
            return talk, (*say(said), _file("cancelled_file", about))
        case "series-booked":
            dates = Moments(tuple(about["dates"]), about["zone"])
            return talk, say(Message(key, {**facts(about), "dates": dates}, kept=True))
        case "promise-moved" | "promise-missed" | "promise-over":
            return talk, say(slipping(key, about))
        case "link-gone" | "link-joined" | "human-unpaused":
            return talk, say(Message(key, kept=True))
        case _:
            return talk, say(Message(key, facts(about), kept=True))


def moved(talk: Talk, about: Mapping[str, Any]) -> Outcome:
    """Staff moved an appointment: the new one, with the buttons it always has, and its file."""
    said = _with_wishes("appointment-moved", about, "fine", *possible(about))
    return talk, (said, _file("moved_file", about))


def joined(talk: Talk, about: Mapping[str, Any]) -> Outcome:
    """They opened the link of their card: what is booked. Whoever had said stop is back."""
    said = _with_wishes("appointment-joined", about, "fine", *possible(about))
    back = replace(talk, owner="guide") if talk.owner == "nobody" else talk
    return back, (said, _file("booked_file", about))


def _file(key: str, about: Mapping[str, Any]) -> Send:
    """The calendar file, with what is said beside it."""
    attached = {"calendar": about["id"]}
    return Send(Message(key, facts(about), kind="file", attached=attached, kept=True), "appointment")


def _with_wishes(key: str, about: Mapping[str, Any], *wishes: str) -> Send:
    choices = tuple(Choice(f"{wish}-{about['id']}", f"wish.{wish}") for wish in wishes)
    return Send(Message(key, facts(about), "wish", choices, kept=True), "appointment")


def edited(talk: Talk) -> Outcome:
    return talk, say(Message("edit-seen"))


def sent(stories: Stories, talk: Talk, event: Sent) -> Outcome:
    """The guide cannot look at a photo or hear a voice; a human can, or calls. The question stays."""
    if talk.unseen:
        return talk, ()
    call = (CALL_ME,) if event.kind == "voice" and may_be_called(talk) else ()
    cannot = Message(f"cannot-read-{_family(event.kind)}", ask="file", choices=call, controls=(HUMAN,))
    if talk.top is None:
        return talk, (Send(cannot, "rest"),)
    after, effects = tell(stories, talk, None)
    return after, (Send(replace(cannot, controls=())), *effects)


def _family(kind: str) -> str:
    return kind if kind in {"voice", "sticker"} else "file"
