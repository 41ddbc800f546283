"""One event in; the new talk and what must happen out. Pure."""

from __future__ import annotations

from dataclasses import replace

from flows import callback, danger
from flows.after import followed, proposed_again
from flows.events import (
    Called,
    Chose,
    Claimed,
    Done,
    Edited,
    Event,
    Followed,
    HandedOn,
    LeftFloor,
    MediatorSaid,
    Placed,
    Proposed,
    Refused,
    Reminded,
    Said,
    Sent,
    Shared,
    SlotFreed,
    Started,
    Summoned,
    Told,
)
from flows.floor import claimed, edited, handed_on, left, reminded, sent, summoned, told
from flows.guide import danger_numbers, question_of, tell
from flows.interrupts import erased, interrupt, started, summon
from flows.meaning import heard
from flows.meant import NOTHING
from flows.proposal import proposed
from flows.rating import STORY as RATING
from flows.rating import passed_over
from flows.resuming import not_found, offered
from flows.rights import HELD, KEEP, UNREACH, is_number
from flows.steps import Message
from flows.talk import Outcome, Send, Stories, Summon, Talk, say
from flows.tapping import at_any_time, tapped
from flows.waiting import freed

ASIDE = {
    "appointment",
    "stopping",
    "language",
    "discretion",
    "helped",
    "proposal",
    RATING,
    KEEP,
    UNREACH,
    HELD,
}
"""Stories of the youth's own asking: their buttons work whoever has the floor."""


def receive(stories: Stories, talk: Talk, event: Event) -> Outcome:
    """Danger first, then what is heard whoever holds the floor, then the floor itself."""
    match event:
        case Said(danger=str(kind)) | Edited(danger=str(kind)) | Sent(danger=str(kind)):
            return talk, (danger_numbers(kind), Summon("danger", kind))
        case Claimed() | HandedOn() | LeftFloor() | MediatorSaid() | Proposed():
            return _from_staff(stories, talk, event)
        case Reminded() | Followed() | SlotFreed():
            return _from_clock(talk, event)
        case Done() | Refused() | Summoned() | Told():
            return _from_backend(stories, talk, event)
        case Called(command):
            return interrupt(stories, talk, command)
        case Started():
            return started(stories, talk)
        case Chose() if outcome := at_any_time(talk, event):
            return outcome
        case _:
            return by_floor(stories, talk, event)


def _from_clock(talk: Talk, event: Reminded | Followed | SlotFreed) -> Outcome:
    match event:
        case Reminded():
            return reminded(talk, event)
        case Followed():
            return followed(talk, event)
        case SlotFreed(offer):
            return freed(talk, offer)


def _from_backend(stories: Stories, talk: Talk, event: Done | Refused | Summoned | Told) -> Outcome:
    match event:
        case Summoned():
            return summoned(talk, event)
        case Told(key, about):
            return told(talk, key, about)
        case Done(step="erased"):
            return erased()
        case Done(step="before", value=before):
            return proposed_again(stories, talk, before)
        case Done(step="callable"):
            return callback.noted(talk)
        case Done(step="taken_back", value=back):
            return danger.eased(stories, talk, back)
        case Refused(step="taken_back"):
            return talk, (Send(Message("already-noted", kind="toast")),)
        case Refused(step="place", reason="unknown"):
            return not_found(stories, talk, event)
        case _:
            return tell(stories, talk, event)


def by_floor(stories: Stories, talk: Talk, event: Event) -> Outcome:
    """Who has the floor decides what is made of it."""
    rooms = {"guide": _guided, "waiting": _awaiting, "mediator": _held, "nobody": _stopped}
    return rooms[talk.owner](stories, talk, event)


def _guided(stories: Stories, talk: Talk, event: Event) -> Outcome:
    if isinstance(event, Said | Sent | Shared | Placed) and not talk.unseen:
        talk = passed_over(talk)
    match event:
        case Chose():
            return tapped(stories, talk, event)
        case Edited():
            return edited(talk)
        case Sent():
            return offered(stories, talk) or sent(stories, talk, event)
        case Said(meant=meant) if talk.unseen:
            return summon(talk) if "humain" in (meant or NOTHING).intents else (talk, ())
        case Said():
            return heard(stories, talk, event)
        case Shared() | Placed():
            return tell(stories, talk, event)
        case _:
            return talk, ()


def _awaiting(stories: Stories, talk: Talk, event: Event) -> Outcome:
    """The guide still answers taps, a place or a number where it asked for one; other words are for the human."""
    match event:
        case Chose():
            return tapped(stories, talk, event)
        case Shared() | Placed() if _asks_position(stories, talk):
            return tell(stories, talk, event)
        case Said(text) if is_number(question_of(stories, talk), text):
            return tell(stories, talk, event)
        case _:
            return talk, ()


def _held(stories: Stories, talk: Talk, event: Event) -> Outcome:
    """A human is on the line: the guide asks nothing and answers no free text. Appointments can be tapped."""
    match event:
        case Chose(story=story) if story in ASIDE:
            return tapped(stories, talk, event)
        case Chose():
            return talk, (Send(Message("human-has-floor", kind="toast")),)
        case _:
            return talk, ()


def _stopped(stories: Stories, talk: Talk, event: Event) -> Outcome:
    """The youth said stop. Taking up a question gives the floor back; words only hear how to come back."""
    match event:
        case Chose(story=story) if story in ASIDE:
            return tapped(stories, talk, event)
        case Chose():
            return tapped(stories, replace(talk, owner="guide"), event)
        case Said() | Sent() | Shared() | Edited():
            return talk, say(Message("still-stopped"))
        case _:
            return talk, ()


def _asks_position(stories: Stories, talk: Talk) -> bool:
    """Sharing a position is a tap when the question is about the place."""
    asked = question_of(stories, talk)
    return asked is not None and asked[1].position


def _from_staff(
    stories: Stories, talk: Talk, event: Claimed | HandedOn | MediatorSaid | LeftFloor | Proposed
) -> Outcome:
    match event:
        case Claimed():
            return claimed(talk, event)
        case HandedOn():
            return handed_on(talk, event)
        case LeftFloor():
            return left(stories, talk, event)
        case Proposed():
            return proposed(talk, event)
        case _:
            return talk, ()
