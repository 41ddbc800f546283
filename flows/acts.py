"""What staff do to a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flows.words import Deadline


@dataclass(frozen=True)
class Claimed:
    """A médiateur took the floor: from nobody, or from the colleague whose name `after` is."""

    name: str
    after: str | None = None


@dataclass(frozen=True)
class HandedOn:
    """The médiateur let go of the floor, for a colleague (`to`), for a team (its name), or for whoever comes."""

    name: str
    to: str | None = None
    team: str | None = None
    until: Deadline | None = None
    """By when somebody will have answered, if that can be said."""


@dataclass(frozen=True)
class MediatorSaid:
    """The médiateur who holds the floor wrote something."""

    text: str


@dataclass(frozen=True)
class Proposed:
    """The médiateur (their first name) proposes a place, a slot or a workshop: the id of the proposal, its facts."""

    id: str
    kind: str
    about: dict[str, Any]
    who: str


@dataclass(frozen=True)
class LeftFloor:
    """The médiateur gave the floor back to the guide, or closed the handover."""

    name: str
    closed: bool
    abuse: bool = False
    until: str | None = None
    """After abuse: the team takes no call before then (ISO)."""
    zone: str = "Europe/Paris"
    handover: str = ""
    """The one that was closed."""
    rates: bool = False
    """They are asked how it was."""


@dataclass(frozen=True)
class Told:
    """Staff changed something that the youth must hear of (an appointment cancelled)."""

    key: str
    about: dict[str, Any]
