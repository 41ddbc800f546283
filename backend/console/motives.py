"""The kinds of appointments, for those who manage a whole mission locale."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.agenda.models import Motive
from backend.agenda.motive_form import Reading, create, find_motive, last_general, motives_kept, read, save
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Manager, ManagerPost, Visitor
from backend.db import Tx
from backend.places.models import MissionLocale
from backend.places.sites import homes_of
from backend.places.typed import Wrong

router = APIRouter(prefix="/motifs")
SAME = ("name", "bring", "bring_after", "minutes", "min_notice_hours", "max_notice_days")
LIMITS = ("cancel_until_hours", "move_until_hours", "colour")
BLANK = dict.fromkeys((*SAME, *LIMITS, "staff_only", "discreet", "nonce", "home"), "")
NEW = {name: str(getattr(Motive(mission_locale_id=0, slug="", name=""), name)) for name in (*SAME, *LIMITS)}


@router.get("")
def read_motives(rooms: InRooms, visitor: Manager, fait: str = "") -> HTMLResponse:
    with rooms.db.reading() as tx:
        found = motives_kept(tx, visitor.staff)
    return rooms.show("motives.html", visitor, homes=found, done=fait)


@router.get("/nouveau")
def new_motive(rooms: InRooms, visitor: Manager, chez: str = "") -> HTMLResponse:
    with rooms.db.reading() as tx:
        home = _home(tx, visitor, chez)
    return _page(rooms, visitor, home, {**NEW, "mode-place": "on"})


@router.post("/nouveau")
def add_motive(rooms: InRooms, form: ManagerPost) -> Response:
    with rooms.db.reading() as tx:
        home = _home(tx, form.visitor, form.fields.get("home", ""))
    reading = read(form.fields)
    if reading.wrong:
        return _page(rooms, form.visitor, home, form.fields, reading)
    with rooms.db.transaction() as tx:
        create(tx, home.id or 0, reading.values, form.nonce)
    return RedirectResponse("/motifs?fait=ajout", HTTPStatus.SEE_OTHER)


@router.get("/{motive_id}")
def read_motive(rooms: InRooms, visitor: Manager, motive_id: int) -> HTMLResponse:
    with rooms.db.reading() as tx:
        motive = _in_scope(tx, visitor, motive_id)
        home = tx.get_one(MissionLocale, motive.mission_locale_id)
    return _page(rooms, visitor, home, _fields(motive), motive=motive)


@router.post("/{motive_id}")
def save_motive(rooms: InRooms, form: ManagerPost, motive_id: int) -> Response:
    with rooms.db.reading() as tx:
        motive = _in_scope(tx, form.visitor, motive_id)
        home = tx.get_one(MissionLocale, motive.mission_locale_id)
        reading = _checked(tx, motive, read(form.fields))
    if reading.wrong:
        return _page(rooms, form.visitor, home, form.fields, reading, motive)
    with rooms.db.transaction() as tx:
        save(tx, motive_id, reading.values)
    return RedirectResponse("/motifs?fait=enregistre", HTTPStatus.SEE_OTHER)


def _checked(tx: Tx, motive: Motive, reading: Reading) -> Reading:
    """One motive must be left for whoever has no special need."""
    if reading.wrong or not last_general(tx, motive, reading.values):
        return reading
    return Reading(reading.values, {"needs": Wrong("last_general")})


def _fields(motive: Motive) -> dict[str, str]:
    fields = {name: str(getattr(motive, name)) for name in (*SAME, *LIMITS)}
    fields |= {name: "on" if getattr(motive, name) else "" for name in ("staff_only", "discreet")}
    ticked = [f"mode-{mode}" for mode in motive.modes] + [f"need-{need}" for need in motive.needs]
    return {**fields, **dict.fromkeys(ticked, "on")}


def _home(tx: Tx, visitor: Visitor, wanted: str) -> MissionLocale:
    homes = homes_of(tx, visitor.staff)
    found = next((home for home in homes if str(home.id) == wanted or not wanted), None)
    if found is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/motifs")
    return found


def _in_scope(tx: Tx, visitor: Visitor, motive_id: int) -> Motive:
    motive = find_motive(tx, visitor.staff, motive_id) if 0 < motive_id < 2**31 else None
    if motive is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/motifs")
    return motive


def _page(
    rooms: Rooms,
    visitor: Visitor,
    home: MissionLocale,
    fields: Mapping[str, str],
    reading: Reading | None = None,
    motive: Motive | None = None,
) -> HTMLResponse:
    wrong = reading.wrong if reading else {}
    context: dict[str, Any] = {
        "home": home,
        "fields": {**BLANK, **fields},
        "wrong": wrong,
        "motive": motive,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return rooms.show("motive.html", visitor, status, **context)
