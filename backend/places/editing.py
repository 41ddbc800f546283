"""A site as a manager types it: read whole, saved only if nobody has changed it meanwhile."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import col, select

from backend.agenda.door_changes import booked_there
from backend.agenda.looking import look_again
from backend.agenda.models import Appointment
from backend.agenda.new_hours import taken_away
from backend.db import Tx
from backend.places import typed
from backend.places.models import Site
from backend.places.sites import exceptions_of, lock_site
from backend.places.typed import Point, Typed, Wrong
from content.calendars import calendar_of
from content.communes import Commune
from content.hours import HoursError, check
from content.loader import QUESTIONNAIRES, need_ids
from content.place_rows import BOOKING_MODES, KINDS, YOUNGEST
from content.plain import plain

LENGTHS = {"host": 120, "address": 200, "phone_owner": 120, "access": 300, "source": 500}
USUAL_OLDEST = 25


@dataclass(frozen=True)
class Reading:
    """A form, read: the values that can be kept, and what is wrong by field."""

    values: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, Wrong] = field(default_factory=dict)
    commune: Commune | None = None


class ChangedMeanwhile(Exception):
    """Someone else saved it since the page was opened. `theirs` are the fields that differ, as they are now."""

    def __init__(self, theirs: dict[str, Any]) -> None:
        super().__init__("changed meanwhile")
        self.theirs = theirs


def read(fields: Mapping[str, str], near: str | None, today: date) -> Reading:
    """Everything that was typed. `near` is where communes are looked for first; `today` where the site is."""
    form = Typed(fields)
    values: dict[str, Any] = {"name": form.text("name", 120, needed=True)}
    values |= {name: form.text(name, longest) for name, longest in LENGTHS.items()}
    values["kind"], values["booking_mode"] = (
        form.one_of("kind", KINDS),
        form.one_of("booking_mode", BOOKING_MODES),
    )
    for name, reader in (("phone", typed.phone), ("email", typed.email), ("website", typed.website)):
        values[name] = form.read(name, reader)
    values["hours"] = form.read("hours", typed.hours)
    there = form.read("commune", typed.commune, form.get("insee"), near)
    _school_holidays_are_known(form, values["hours"], there)
    values |= _place(form, there) | _audience(form, near)
    values["example"] = bool(form.get("example"))
    if form.get("checked"):
        values["checked_on"] = today
    return Reading(values, form.wrong, there)


def _school_holidays_are_known(form: Typed, osm: str | None, there: Commune | None) -> None:
    """«Sauf vacances» cannot be said where the school holidays are not known."""
    if not osm or not there:
        return
    try:
        check(osm, calendar_of(there.insee))
    except HoursError as error:
        form.refuse("hours", Wrong(error.reason, error.position if osm == form.get("hours") else 0))


def _place(form: Typed, there: Commune | None) -> dict[str, Any]:
    postcode = form.get("postcode")
    if there and postcode not in ("", *there.postcodes):
        form.refuse("postcode", Wrong("postcode", about=", ".join(there.postcodes[:6])))
    point = _point(form, there)
    known = {"insee": there.insee, "commune": there.name} if there else {}
    return {**known, "postcode": postcode, "lat": point[0], "lon": point[1]}


def _point(form: Typed, there: Commune | None) -> Point | tuple[None, None]:
    """Where it is; without a point, that of the commune."""
    lat, lon = form.read("lat", typed.degrees, 90), form.read("lon", typed.degrees, 180)
    if "lat" in form.wrong or "lon" in form.wrong:
        return None, None
    if lat is None and lon is None:
        return there.point if there and there.point else (None, None)
    if lat is None or lon is None:
        form.refuse("lat" if lat is None else "lon", Wrong("both"))
        return None, None
    try:
        return typed.near_commune((lat, lon), there)
    except Wrong as wrong:
        form.refuse("lat", wrong)
        return None, None


def _audience(form: Typed, near: str | None) -> dict[str, Any]:
    low = form.read("age_min", typed.age) if form.get("age_min") else YOUNGEST
    high = form.read("age_max", typed.age) if form.get("age_max") else USUAL_OLDEST
    if low and high and high < low:
        form.refuse("age_max", Wrong("order", about=str(low)))
    form_communes = form.fields.get("communes", "")
    try:
        codes = typed.communes(form_communes, near)
    except Wrong as wrong:
        form.refuse("communes", wrong)
        codes = []
    needs = [need for need in sorted(need_ids(QUESTIONNAIRES)) if form.get(f"need-{need}")]
    return {"age_min": low, "age_max": high, "communes": codes, "needs": needs}


def save(tx: Tx, site_id: int, values: Mapping[str, Any], seen: str, now: datetime) -> None:
    """Change the site. Saving the same twice is as once.

    Raises ChangedMeanwhile, and Wrong if somebody is booked on a day that the new hours take away.
    """
    site = lock_site(tx, site_id)
    differs = {name: getattr(site, name) for name, value in values.items() if getattr(site, name) != value}
    if not differs:
        return
    if seen != version(site):
        raise ChangedMeanwhile(differs)
    if "hours" in differs and taken_away(
        site, values["hours"], booked_there(tx, site, now), exceptions_of(tx, site_id)
    ):
        raise Wrong("booked")
    for name in differs:
        setattr(site, name, values[name])
    if "insee" in differs:
        look_again(tx, now, col(Appointment.site_id) == site_id)
    site.changed_at = now
    tx.add(site)


def create(tx: Tx, home: int, values: Mapping[str, Any], nonce: str, now: datetime) -> int:
    """A new site; the same form sent twice makes one. Returns its id."""
    slug = _slug(str(values["name"]), nonce)
    if known := tx.exec(select(Site.id).where(Site.slug == slug)).first():
        return known
    site = Site(slug=slug, mission_locale_id=home, changed_at=now, **values)
    tx.add(site)
    tx.flush()
    return site.id or 0


def version(site: Site) -> str:
    """What a page remembers of the site it was made from."""
    return site.changed_at.isoformat()


def _slug(name: str, nonce: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-")[:40]
    return f"{words or 'site'}-{hashlib.sha256(nonce.encode()).hexdigest()[:8]}"
