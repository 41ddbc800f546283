"""What a youth of some commune, age and needs would be proposed, and why: the «test de routage». Never writes.

It asks the same code as the bot; only the answers to follow-up questions (a particular motive) are not known here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import starmap
from zoneinfo import ZoneInfo

from backend.agenda.offers import point_of
from backend.agenda.prospects import Prospects, for_others, prospects
from backend.agenda.wishes import AGES, Wish, motive_or_none
from backend.db import Tx
from backend.places.coverage import serving
from backend.places.doors import REMOTE
from backend.places.elsewhere import elsewhere
from backend.places.models import Coverage, MissionLocale, Site
from backend.places.ranking import Ranked
from content.calendars import calendar_of
from content.communes import load_communes


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

    Of those that fit: near, soon, both, remote, visit (proposed), farther, later, tied (another is better), walk_in
    (without appointment), no_free_slot, no_opening; age, commune, need, mode (its openings are for others).
    Of those left out: closed, age, commune, need, mode (they cannot come).
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
    certainty: str = "unknown"
    competent: tuple[Competent, ...] = ()
    """First the one that the bot leads to."""
    elsewhere: str = ""
    """The name of the mission locale when this deployment does not serve the commune; may be empty."""
    link: str = ""
    motive: str = ""
    refused: str = ""
    """Why nothing is proposed at all: under_16, from_26, not_served, no_motive; empty: see the proposals."""
    proposals: tuple[Proposed, ...] = ()
    walk_in: int | None = None
    """The site told beside them: without appointment, markedly nearer (or nothing is free)."""
    doors: tuple[DoorSeen, ...] = ()
    """Of the mission locale asked: those that fit in rank order, then those left out by distance."""


def routed(tx: Tx, insee: str, bracket: str, needs: Sequence[str], can_come: bool, now: datetime) -> Routing:
    """What the bot would propose.

    `bracket` is under_16, from_16, from_18 or from_26; `needs` are need ids, the most important first; `now` is
    aware. An unknown commune gives the certainty `unknown`.
    """
    commune = load_communes().get(insee)
    known = Routing(insee, commune.name if commune else "")
    served = serving(tx, insee)
    if not served:
        return _elsewhere(tx, known)
    known = replace(known, certainty=_certainty(served), competent=tuple(starmap(_competent, served)))
    if bracket not in AGES:
        return replace(known, refused=bracket)
    home = served[0][0].id or 0
    motive = motive_or_none(tx, home, needs, None)
    if motive is None:
        return replace(known, refused="no_motive")
    modes = ("place",) if can_come else REMOTE
    wish = Wish(home, bracket, tuple(needs), motive, modes, None, insee)
    return _proposed(tx, wish, replace(known, motive=motive.name), now)


def _elsewhere(tx: Tx, known: Routing) -> Routing:
    """Whom the bot names instead."""
    named = elsewhere(tx, known.insee)
    certainty = "elsewhere" if named["name"] else "unknown"
    return replace(
        known, certainty=certainty, elsewhere=named["name"], link=named["link"], refused="not_served"
    )


def _certainty(served: Sequence[tuple[MissionLocale, Coverage]]) -> str:
    if len(served) > 1:
        return "shared"
    return "certain" if served[0][1].certain else "probable"


def _competent(place: MissionLocale, row: Coverage) -> Competent:
    return Competent(place.id or 0, place.name, row.certain, row.source)


def _proposed(tx: Tx, wish: Wish, known: Routing, now: datetime) -> Routing:
    found = prospects(tx, wish, point_of(wish.commune), now)
    ranking, why_not = found.ranking, for_others(tx, wish)
    shown = [(r, True) for r in ranking.fitting] + [(r, False) for r in ranking.left_out]
    return replace(
        known,
        proposals=tuple(_proposal(r, found) for r in ranking.proposals),
        walk_in=ranking.walk_in.door.id if ranking.walk_in else None,
        doors=tuple(
            _seen(r, found.sites[r.door.id], fits, why_not) for r, fits in shown if r.door.id in found.sites
        ),
    )


def _proposal(ranked: Ranked, found: Prospects) -> Proposed:
    bookable, slot = found.best[ranked.door.id]
    site = found.sites.get(ranked.door.id)
    return Proposed(
        why=ranked.reasons[0],
        site_id=site.id if site else None,
        site=site.name if site else "",
        km=ranked.km,
        first=slot.starts_at.astimezone(ZoneInfo(bookable.zone)),
        mode=slot.mode,
        advisor=bookable.advisor.first_name,
    )


def _seen(ranked: Ranked, site: Site, fits: bool, why_not: Mapping[int, tuple[str, ...]]) -> DoorSeen:
    zone = ZoneInfo(calendar_of(site.insee).zone)
    return DoorSeen(
        site_id=site.id or 0,
        name=site.name,
        kind=site.kind,
        commune=site.commune,
        km=ranked.km,
        first=ranked.first.astimezone(zone) if ranked.first else None,
        hours=site.hours,
        booking_mode=site.booking_mode,
        fits=fits,
        reasons=_in_full(ranked.reasons, why_not.get(site.id or 0, ())),
    )


def _in_full(reasons: tuple[str, ...], why_not: tuple[str, ...]) -> tuple[str, ...]:
    """«Nothing to book there» said with its reason, when what could be booked is for others."""
    unsaid = reasons[-1] in {"no_opening", "mode"} and why_not
    return (*reasons[:-1], *why_not) if unsaid else reasons
