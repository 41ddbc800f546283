"""Where a turn takes place: everything that the parts of one turn share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from backend.db import Tx
from backend.models import Conversation
from backend.people.models import Youth
from backend.script import Script
from flows.events import Event


@dataclass(frozen=True)
class Held:
    """What a message holds besides its words."""

    file: dict[str, Any] | None = None
    """From a youth {id, name?, mime?, size?, seconds?, emoji?} or {contact: {name, phone}}; to them {attachment, …}."""
    place: dict[str, Any] | None = None
    """A place with its name: {lat, lon, site, address}."""
    marks: list[Any] | None = None
    quotes: str | None = None
    """The channel's id of the message that it answers."""
    album: str | None = None


@dataclass(frozen=True)
class Arrival:
    """Something that happened, and to whom. The key says it happened once."""

    key: str
    channel: str
    address: str
    event: Event
    author: str = "youth"
    person_id: int | None = None
    """The médiateur who acts."""
    first_name: str | None = None
    """As the channel shows it. Proposed to the youth, kept only if they book or ask for a human."""
    language: str | None = None
    """The channel's language code."""
    on: str | None = None
    """The channel's id of the message that was tapped."""
    outside_id: str | None = None
    """The channel's id of the message that arrived, or that was changed."""
    held: Held = field(default_factory=Held)
    hurried: Literal["", "first", "more"] = ""
    """One too many within a minute: the first such, or one more."""


@dataclass(frozen=True)
class Turned:
    """What the edge may do after commit, never retried: a word on the button, a farewell, a receipt."""

    repeated: bool = False
    toast: str | None = None
    farewell: str | None = None
    receipt: bool = False
    """A human will read this: say that it was received."""
    conversation_id: int = 0
    """Where it happened: whoever looks at it looks again."""


@dataclass
class Draft:
    """A line about to be written, with the columns of Line but its id. No object of the database: each turn makes two."""

    author: str
    at: datetime
    kind: str = "text"
    text: str = ""
    person_id: int | None = None
    buttons: list[Any] = field(default_factory=list)
    place: dict[str, Any] | None = None
    file: dict[str, Any] | None = None
    due: datetime | None = None
    urgency: int = 1
    expires: datetime | None = None
    about: dict[str, Any] | None = None
    on_id: str | None = None
    album: str | None = None
    marks: list[Any] | None = None
    state: str = "heard"
    fenced: bool = False
    outside_id: str | None = None
    conversation_id: int = 0
    seq: int = 0
    epoch: int = 0
    attempts: int = 0
    again: bool = False
    reason: str | None = None


@dataclass
class Scene:
    """One turn in the making. Changed by its parts, written down at its end."""

    tx: Tx
    script: Script
    row: Conversation
    youth: Youth
    arrival: Arrival
    lines: list[Draft] = field(default_factory=list)
    toast: str | None = None
    erased: bool = False

    @property
    def now(self) -> datetime:
        return self.script.now()

    @property
    def language(self) -> str:
        return self.youth.language

    def text(self, key: str, params: Mapping[str, Any] | None = None) -> str:
        return self.script.wording.text(self.language, key, params)


class NotPossible(Exception):
    """The command cannot be carried out; the argument is the refusal that the story knows."""
