"""Values that a language must still put into words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class When:
    """A moment (ISO, with its offset) and the zone it is lived in."""

    iso: str
    zone: str


@dataclass(frozen=True)
class Deadline:
    """A moment (ISO) before which something happens, as it is said at another (`since`): its day only where it helps."""

    iso: str
    zone: str
    since: str


@dataclass(frozen=True)
class Day:
    """A day (ISO date)."""

    iso: str


@dataclass(frozen=True)
class Hour:
    """The hour of a moment, without its day."""

    iso: str
    zone: str


@dataclass(frozen=True)
class Term:
    """A text key standing for a name (a need, a mode)."""

    key: str


@dataclass(frozen=True)
class Terms:
    """Several text keys, said as a list."""

    keys: tuple[str, ...]


@dataclass(frozen=True)
class Hours:
    """Opening hours, as an OSM `opening_hours` string."""

    osm: str


@dataclass(frozen=True)
class Lines:
    """Several text keys, each on a line of its own."""

    keys: tuple[str, ...]


@dataclass(frozen=True)
class Short:
    """A moment, short enough for a button."""

    iso: str
    zone: str


@dataclass(frozen=True)
class Moments:
    """Several moments (ISO), as a list, in the zone they are lived in."""

    isos: tuple[str, ...]
    zone: str


@dataclass(frozen=True)
class Dated:
    """A day with its year (ISO date), empty if not known."""

    iso: str


@dataclass(frozen=True)
class Numbers:
    """The numbers to call in a kind of danger, as a list."""

    danger: str


@dataclass(frozen=True)
class Language:
    """A language (its code), said by its own name: «Français», «English»."""

    code: str
