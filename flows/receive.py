"""One event in; the new talk and what must happen out. Pure."""

from __future__ import annotations

from flows.events import (
    Called,
    Chose,
    Claimed,
    Done,
    Edited,
    Event,
    LeftFloor,
    MediatorSaid,
    Refused,
    Reminded,
    Said,
    Sent,
    Shared,
    Started,
    Summoned,
    Told,
)
from flows.floor import claimed, edited, left, reminded, sent, summoned
from flows.guide import danger_numbers, question_of, tapped, tell
from flows.interrupts import erased, interrupt, started, summon
from flows.offers import facts
from flows.steps import HUMAN, Message
from flows.talk import Outcome, Send, Stories, Summon, Talk, say


def receive(stories: Stories, talk: Talk, event: Event) -> Outcome:
    """Danger first, then what is heard whoever holds the floor, then the floor itself."""
    match event:
        case Said(danger=str(kind)) | Edited(danger=str(kind)) | Sent(danger=str(kind)):
            return talk, (danger_numbers(kind), Summon("danger", kind))
        case Claimed() | LeftFloor() | MediatorSaid():
            return _from_staff(stories, talk, event)
        case Done() | Refused() | Summoned() | Reminded() | Told():
            return _from_backend(stories, talk, event)
        case Called(command):
            return interrupt(stories, talk, command)
        case Started():
            return started(stories, talk)
        case Chose(choice=choice) if choice == HUMAN:
            return summon(talk)
        case _:
            return by_floor(stories, talk, event)


def _from_backend(
    stories: Stories, talk: Talk, event: Done | Refused | Summoned | Reminded | Told
) -> Outcome:
    match event:
        case Summoned():
            return summoned(talk, event)
        case Reminded():
            return reminded(talk, event)
        case Told(key, about):
            return talk, say(Message(key, facts(about), kept=True))
        case Done(step="erased"):
            return erased()
        case _:
            return tell(stories, talk, event)


def by_floor(stories: Stories, talk: Talk, event: Event) -> Outcome:
    """The guide asks nothing and answers no free text while a human holds the floor or is awaited."""
    match talk.owner, event:
        case (("mediator" | "waiting"), Chose(story="orientation" | "welcome" | "rest")):
            return _waits(stories, talk, event)
        case _, Chose():
            return tapped(stories, talk, event)
        case "waiting", Shared() if _asks_position(stories, talk):
            return tell(stories, talk, event)
        case "guide", Edited():
            return edited(talk)
        case "guide", Sent():
            return sent(stories, talk, event)
        case "guide", Said() if talk.unseen:
            return talk, ()
        case "guide", Said() | Shared():
            return tell(stories, talk, event)
        case _:
            return talk, ()


def _asks_position(stories: Stories, talk: Talk) -> bool:
    """Sharing a position is a tap when the question is about the place."""
    asked = question_of(stories, talk)
    return asked is not None and asked[1].position


def _waits(stories: Stories, talk: Talk, event: Chose) -> Outcome:
    """While waiting, the guide still answers taps; with a human on the line it only says so."""
    if talk.owner == "waiting":
        return tapped(stories, talk, event)
    return talk, (Send(Message("human-has-floor", kind="toast")),)


def _from_staff(stories: Stories, talk: Talk, event: Claimed | MediatorSaid | LeftFloor) -> Outcome:
    match event:
        case Claimed():
            return claimed(talk, event)
        case LeftFloor():
            return left(stories, talk, event)
        case _:
            return talk, ()
