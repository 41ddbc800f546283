"""What can happen to a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from flows.acts import Claimed, HandedOn, LeftFloor, MediatorSaid, Proposed, Told

__all__ = ["Claimed", "HandedOn", "LeftFloor", "MediatorSaid", "Proposed", "Told"]

from flows.meant import Meant
from flows.words import Deadline


@dataclass(frozen=True)
class Started:
    """The youth opened the conversation, perhaps by a QR code (its payload)."""

    payload: str = ""


@dataclass(frozen=True)
class Said:
    """The youth wrote something. `danger` is the kind of danger seen in the words, if any.

    `meant`: what else they stand for; None if nobody looked.
    """

    text: str
    danger: str | None = None
    meant: Meant | None = None


@dataclass(frozen=True)
class Chose:
    """The youth picked an answer to a question of a story, perhaps an old one."""

    story: str
    step: str
    choice: str


@dataclass(frozen=True)
class Called:
    """The youth used a command: rdv, humain, aide, stop, supprimer, langue, vieprivee, retour."""

    command: str


@dataclass(frozen=True)
class Shared:
    """The youth shared a position, in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True)
class Placed:
    """Words that name a place, written while a human is awaited and the question is where the youth lives."""

    text: str


@dataclass(frozen=True)
class Sent:
    """The youth sent something that is not words: photo, voice, document, sticker, contact."""

    kind: str
    file: str | None = None
    caption: str = ""
    danger: str | None = None


@dataclass(frozen=True)
class Edited:
    """The youth changed an earlier message of theirs."""

    text: str
    danger: str | None = None


@dataclass(frozen=True)
class Done:
    """The backend carried out a command."""

    step: str
    value: Any


@dataclass(frozen=True)
class Refused:
    """The backend could not carry out a command."""

    step: str
    reason: str


@dataclass(frozen=True)
class Summoned:
    """A human has been called. `reads_at` is when the desk opens next (ISO), None if it is open."""

    reads_at: str | None = None
    zone: str = "Europe/Paris"
    danger: str | None = None
    paused_until: str | None = None
    """Nobody was called: after abuse the team takes no call before then (ISO)."""
    may_call: bool = False
    """It is the moment to ask whether they may be called if they are lost here."""
    until: Deadline | None = None
    """Somebody will have answered by then; None if nobody knows when somebody is there."""
    back: str = "guide"
    """Who has the floor again if the youth takes a call back that danger made."""


@dataclass(frozen=True)
class Reminded:
    """An appointment is near: its facts, with `days` (0: today, 1: tomorrow) and `discreet` (neutral words only)."""

    appointment: dict[str, Any]
    moment: Literal["J-7", "J-1", "H-2"]
    until: str = ""
    """When it is too late to say so (ISO); empty: once it begins."""


@dataclass(frozen=True)
class Followed:
    """An appointment is over: its facts, as for Reminded, with its `status` and its `day` (ISO)."""

    appointment: dict[str, Any]
    moment: Literal["helped", "missed", "later"]
    until: str


@dataclass(frozen=True)
class SlotFreed:
    """A slot that the youth waits for: the offer, with `waiting` (the id of the wait) and `had`, the start of the
    appointment that they would have earlier, if any.
    """

    offer: dict[str, Any]


@dataclass(frozen=True)
class Blocked:
    """The youth blocked the bot, or let it speak again."""

    blocked: bool


Event: TypeAlias = (
    Started
    | Said
    | Chose
    | Called
    | Shared
    | Placed
    | Sent
    | Edited
    | Done
    | Refused
    | Summoned
    | Reminded
    | SlotFreed
    | Followed
    | Claimed
    | HandedOn
    | MediatorSaid
    | Proposed
    | LeftFloor
    | Told
    | Blocked
)
