"""An opening as it is typed: read whole, and refused where nobody could ever be booked in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from backend.agenda.models import Motive, Room
from backend.agenda.openings import Span, calendar_at
from backend.people.models import Person
from backend.places import typed
from backend.places.models import MissionLocale, Site
from backend.places.typed import Typed, Wrong
from content.calendars import Calendar
from content.hours import HoursError, check_bookable
from content.loader import QUESTIONNAIRES, need_ids
from content.place_rows import OLDEST, YOUNGEST

WAYS = ("place", "phone", "visio", "home")
REMOTE = {"phone", "visio"}
AHEAD = 400
"""Days within which an opening must open once."""
LONGEST_BUFFER, MOST_A_DAY = 120, 30


@dataclass(frozen=True)
class Choices:
    """What may be chosen from. `near`: the commune around which communes are looked for."""

    home: MissionLocale
    advisors: Sequence[Person]
    sites: Sequence[Site]
    motives: Sequence[Motive]
    rooms: Sequence[Room]
    near: str | None
    now: datetime


@dataclass(frozen=True)
class Reading:
    """The values of an opening, and what is wrong by field."""

    values: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, Wrong] = field(default_factory=dict)
    site: Site | None = None


def read(fields: Mapping[str, str], choices: Choices) -> Reading:
    """Everything that was typed."""
    form = Typed(fields)
    site = _one(form, "site", choices.sites) if form.get("site") else None
    advisor, room = _one(form, "advisor", choices.advisors), _room(form, choices, site)
    values = {
        "advisor_id": advisor and advisor.id,
        "mission_locale_id": choices.home.id,
        "site_id": site and site.id,
        "room_id": room and room.id,
        "since": form.read("since", _day),
        "until": form.read("until", _day),
        "modes": _modes(form, site),
        "motives": [m.slug for m in choices.motives if form.get(f"motive-{m.id}")],
        "buffer_minutes": form.read("buffer", _number, LONGEST_BUFFER) or 0,
        "max_a_day": form.read("max_a_day", _number, MOST_A_DAY) or None,
    }
    values |= _audience(form, choices.near) | {"hours": form.read("hours", typed.hours)}
    if values["since"] and values["until"] and values["until"] < values["since"]:
        form.refuse("until", Wrong("backwards"))
    _can_be_booked(form, values, site, choices)
    return Reading(values, form.wrong, site)


def _one(form: Typed, name: str, among: Sequence[Any]) -> Any:
    found = next((one for one in among if str(one.id) == form.get(name)), None)
    if found is None:
        form.refuse(name, Wrong("choose"))
    return found


def _room(form: Typed, choices: Choices, site: Site | None) -> Room | None:
    """A room of that very site."""
    if not form.get("room"):
        return None
    there = [room for room in choices.rooms if site and room.site_id == site.id]
    room: Room | None = _one(form, "room", there)
    return room


def _day(text: str) -> date | None:
    return typed.day(text) if text else None


def _number(text: str, most: int) -> int | None:
    if not text:
        return None
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else -1
    if not 0 <= number <= most:
        raise Wrong("number", about=str(most))
    return number


def _modes(form: Typed, site: Site | None) -> list[str]:
    modes = [way for way in WAYS if form.get(f"mode-{way}")]
    if not modes:
        form.refuse("modes", Wrong("one_at_least"))
    elif site is None and not set(modes) <= REMOTE:
        form.refuse("site", Wrong("where"))
    return modes


def _audience(form: Typed, near: str | None) -> dict[str, Any]:
    low = form.read("age_min", typed.age) if form.get("age_min") else None
    high = form.read("age_max", typed.age) if form.get("age_max") else None
    if (high or OLDEST) < (low or YOUNGEST):
        form.refuse("age_max", Wrong("order", about=str(low)))
    codes: list[str] = []
    try:
        codes = typed.communes(form.fields.get("communes", "")[:20_000], near)
    except Wrong as wrong:
        form.refuse("communes", wrong)
    needs = [need for need in sorted(need_ids(QUESTIONNAIRES)) if form.get(f"need-{need}")]
    return {"age_min": low, "age_max": high, "communes": codes, "needs": needs}


def _can_be_booked(form: Typed, values: Mapping[str, Any], site: Site | None, choices: Choices) -> None:
    """Hours that end, come, and are long enough for a motive."""
    if "hours" in form.wrong or "until" in form.wrong:
        return
    calendar, osm = calendar_at(site, choices.home), values["hours"]
    if wrong := not_bookable(osm, calendar):
        position = wrong.position if osm == form.get("hours") else 0
        form.refuse("hours", Wrong(wrong.reason, position))
        return
    ranges = Span(osm, calendar, values["since"], values["until"]).ranges(choices.now, AHEAD)
    if not ranges:
        form.refuse("hours", Wrong("never"))
        return
    _long_enough(form, max(ends - begins for begins, ends in ranges), values, choices)


def not_bookable(osm: str, calendar: Calendar) -> HoursError | None:
    """Why nobody could be booked in these hours."""
    try:
        check_bookable(osm, calendar)
    except HoursError as error:
        return error
    return None if osm else HoursError("empty")


def _long_enough(form: Typed, longest: timedelta, values: Mapping[str, Any], choices: Choices) -> None:
    """Every motive that was ticked must fit once; without any, at least one of all."""
    ticked = [m for m in choices.motives if m.slug in values["motives"]]
    tight = [m for m in ticked or choices.motives if timedelta(minutes=m.minutes) > longest]
    if tight and (ticked or len(tight) == len(choices.motives)):
        form.refuse("hours", Wrong("too_short", about=f"{tight[0].name} ({tight[0].minutes} min)"))
