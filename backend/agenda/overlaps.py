"""Nobody is at two places at once: two openings of one advisor never share an hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.agenda.openings import Span, changes_of, openings_of, span_of
from backend.db import Tx

AHEAD = 400


@dataclass(frozen=True)
class Overlap:
    """Another opening of the same advisor, and when they first meet. `same_place`: the two could be one."""

    opening_id: int
    place: str
    """The name of the site; empty by phone or visio."""
    at: datetime
    same_place: bool


def overlap(
    tx: Tx, span: Span, values: Mapping[str, Any], own_id: int | None, now: datetime
) -> Overlap | None:
    """The first opening of this advisor that this one would meet within a year."""
    ranges = span.ranges(now, AHEAD)
    others = (k for k in openings_of(tx, values["advisor_id"]) if k.opening.id != own_id)
    for kept in others:
        found = _first(ranges, span_of(kept, changes_of(tx, kept)).ranges(now, AHEAD))
        if found:
            site = kept.site
            same = kept.opening.site_id == values["site_id"]
            return Overlap(kept.opening.id or 0, site.name if site else "", found, same)
    return None


def _first(some: list[tuple[datetime, datetime]], others: list[tuple[datetime, datetime]]) -> datetime | None:
    """Two lists in order, walked once."""
    i = j = 0
    while i < len(some) and j < len(others):
        (a, b), (c, d) = some[i], others[j]
        if a < d and c < b:
            return max(a, c)
        i, j = (i + 1, j) if b <= d else (i, j + 1)
    return None
