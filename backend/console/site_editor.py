"""A site as its manager sees and changes it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.audit.commands import is_about
from backend.console.hours_preview import marked, preview
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.site_form import BLANK, fields_of
from backend.console.visitors import Manager, ManagerPost, Visitor
from backend.db import Tx
from backend.places.editing import ChangedMeanwhile, Reading, create, read, save, version
from backend.places.models import MissionLocale, Site
from backend.places.sites import center_of, exceptions_of, find_site, homes_of, is_open
from backend.places.typed import Wrong
from content.communes import load_communes

router = APIRouter()
Form = Mapping[str, str]
NOTHING = Reading()


@router.get("/lieux/nouveau")
def new_site(rooms: InRooms, visitor: Manager) -> HTMLResponse:
    return _new_page(rooms, visitor, BLANK)


@router.post("/lieux/nouveau")
def add_site(rooms: InRooms, form: ManagerPost) -> Response:
    with rooms.db.reading() as tx:
        home = _home(tx, form.visitor, form.fields)
        reading = _read(tx, rooms, home, form.fields)
    if reading.wrong or form.fields.get("act") == "preview":
        return _new_page(rooms, form.visitor, form.fields, reading)
    with rooms.db.transaction() as tx:
        made = create(tx, home.id or 0, reading.values, form.nonce, rooms.now())
        is_about(tx, "site", made)
    return RedirectResponse(f"/lieux/{made}?fait=ajout", HTTPStatus.SEE_OTHER)


@router.post("/lieux/apercu")
def preview_hours(rooms: InRooms, form: ManagerPost) -> HTMLResponse:
    """The fragment that a page asks for while hours are typed. Changes nothing."""
    site_id = form.fields.get("site", "")
    with rooms.db.reading() as tx:
        number = int(site_id) if site_id.isascii() and site_id.isdigit() and len(site_id) < 10 else 0
        site = find_site(tx, form.visitor.staff, number)
        days = exceptions_of(tx, number) if site else ()
    insee = form.fields.get("insee", "")[:5]
    found = preview(form.fields.get("hours", "")[:2000], insee, days, rooms.now())
    shown = rooms.pages.macro("parts/hours.html", "hours")(found)
    return HTMLResponse(shown, headers={"Cache-Control": "no-store"})


@router.get("/lieux/{site_id}")
def read_site(rooms: InRooms, visitor: Manager, site_id: int, fait: str = "") -> HTMLResponse:
    with rooms.db.reading() as tx:
        site = in_scope(tx, visitor, site_id)
    return _page(rooms, visitor, site, fields_of(site), done=fait)


@router.post("/lieux/{site_id}")
def save_site(rooms: InRooms, form: ManagerPost, site_id: int) -> Response:
    """Saved if all of it can stand and nobody saved in between; else shown again with what was typed."""
    with rooms.db.reading() as tx:
        site = in_scope(tx, form.visitor, site_id)
        reading = _read(tx, rooms, tx.get_one(MissionLocale, site.mission_locale_id), form.fields)
    if reading.wrong or form.fields.get("act") == "preview":
        return _page(rooms, form.visitor, site, form.fields, reading)
    try:
        with rooms.db.transaction() as tx:
            save(tx, site_id, reading.values, form.fields.get("seen", ""), rooms.now())
    except Wrong as wrong:
        return _page(rooms, form.visitor, site, form.fields, Reading(wrong={"hours": wrong}))
    except ChangedMeanwhile as changed:
        with rooms.db.reading() as tx:
            site = in_scope(tx, form.visitor, site_id)
        typed = {**form.fields, "seen": version(site)}
        return _page(rooms, form.visitor, site, typed, reading, theirs=changed.theirs)
    return RedirectResponse(f"/lieux/{site_id}?fait=enregistre", HTTPStatus.SEE_OTHER)


def in_scope(tx: Tx, visitor: Visitor, site_id: int) -> Site:
    """Raises Problem (404) for what does not exist as for what is not theirs."""
    site = find_site(tx, visitor.staff, site_id) if 0 < site_id < 2**31 else None
    if site is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/lieux")
    return site


def _read(tx: Tx, rooms: Rooms, home: MissionLocale, fields: Form) -> Reading:
    today = rooms.pages.local(rooms.now(), home.timezone).date()
    return read(fields, center_of(tx, home.id or 0), today)


def _page(
    rooms: Rooms,
    visitor: Visitor,
    site: Site,
    fields: Form,
    reading: Reading = NOTHING,
    theirs: Mapping[str, Any] | None = None,
    done: str = "",
) -> HTMLResponse:
    with rooms.db.reading() as tx:
        days = exceptions_of(tx, site.id or 0)
        home = tx.get_one(MissionLocale, site.mission_locale_id)
    insee = reading.commune.insee if reading.commune else site.insee
    context = _shown(rooms, fields, reading, insee, days) | {
        "site": site,
        "home": home,
        "days": days,
        "today": rooms.pages.local(rooms.now(), home.timezone).date(),
        "open": is_open(site, rooms.now()),
        "theirs_shown": _theirs(rooms, site, theirs) if theirs else None,
        "differs": tuple(theirs or ()),
        "done": done,
    }
    return rooms.show("site.html", visitor, _status(reading, theirs), **context)


def _new_page(rooms: Rooms, visitor: Visitor, fields: Form, reading: Reading = NOTHING) -> HTMLResponse:
    with rooms.db.reading() as tx:
        homes = homes_of(tx, visitor.staff)
    if not homes:
        raise Problem(HTTPStatus.FORBIDDEN, "role", back="/lieux")
    insee = reading.commune.insee if reading.commune else ""
    context = _shown(rooms, fields, reading, insee, ()) | {"site": None, "homes": homes}
    return rooms.show("site-new.html", visitor, _status(reading, None), **context)


def _shown(rooms: Rooms, fields: Form, reading: Reading, insee: str, days: Any) -> dict[str, Any]:
    """What the fields need to show what was typed, what is wrong, and what the hours mean."""
    found = preview(fields.get("hours", "")[:2000], insee, days, rooms.now())
    if (late := reading.wrong.get("hours")) and not found.wrong:
        found = marked(" ".join(fields.get("hours", "").split()), late)
    commune = reading.commune or load_communes().get(fields.get("insee", ""))
    return {"fields": {**BLANK, **fields}, "wrong": reading.wrong, "preview": found, "commune": commune}


def _theirs(rooms: Rooms, site: Site, differs: Mapping[str, Any]) -> dict[str, str]:
    """What a colleague saved, for the fields that differ."""
    saved = fields_of(site) | {"needs": ", ".join(rooms.pages.labels.needs(site.needs))}
    return {name: saved[name] for name in differs if name in saved}


def _status(reading: Reading, theirs: Mapping[str, Any] | None) -> int:
    if theirs:
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY if reading.wrong else HTTPStatus.OK


def _home(tx: Tx, visitor: Visitor, fields: Form) -> MissionLocale:
    """The mission locale of a new site. Raises Problem if it is not theirs to add to."""
    homes = homes_of(tx, visitor.staff)
    if not homes:
        raise Problem(HTTPStatus.FORBIDDEN, "role", back="/lieux")
    wanted = fields.get("home") or str(homes[0].id)
    found = next((home for home in homes if str(home.id) == wanted), None)
    if found is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/lieux")
    return found
