"""What can be booked, by advisor: the list, and the editor of one opening."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from itertools import groupby
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.agenda.opening_form import Choices, Reading, read
from backend.agenda.opening_store import create, put, remove, version, was_created
from backend.agenda.openings import Kept, Span, calendar_at, exceptions_to_come, openings_kept
from backend.agenda.overlaps import Overlap, overlap
from backend.console.deciding import Asked, ask, decide_or_ask
from backend.console.opening_fields import BLANK, NEW, fields_of
from backend.console.opening_preview import preview
from backend.console.opening_scope import Opener, OpenerPost, choices_of, home_of, in_scope, site_of
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Visitor
from backend.places.typed import Wrong

router = APIRouter(prefix="/creneaux")
Form = Mapping[str, str]
NOTHING = Reading()
MADE = "/creneaux?fait=ajout"


@router.get("")
def read_openings(rooms: InRooms, visitor: Opener, fait: str = "") -> HTMLResponse:
    with rooms.db.reading() as tx:
        found = openings_kept(tx, visitor.staff)
    people = [(person, list(kept)) for person, kept in groupby(found, lambda one: one.advisor)]
    today = rooms.pages.local(rooms.now()).date()
    return rooms.show("openings.html", visitor, people=people, done=fait, today=today)


@router.get("/nouveau")
def new_opening(rooms: InRooms, visitor: Opener, chez: str = "") -> HTMLResponse:
    with rooms.db.reading() as tx:
        choices = choices_of(tx, rooms, visitor, home_of(tx, visitor, chez))
    own = [a for a in choices.advisors if a.id == visitor.staff.id] or choices.advisors
    fields = {**NEW, "advisor": str(own[0].id) if own else "", "home": str(choices.home.id)}
    return _page(rooms, visitor, choices, fields)


@router.post("/nouveau")
def add_opening(rooms: InRooms, form: OpenerPost) -> Response:
    with rooms.db.reading() as tx:
        choices = choices_of(tx, rooms, form.visitor, home_of(tx, form.visitor, form.fields.get("home", "")))
        again = was_created(tx, form.nonce)
    if again:
        return RedirectResponse(MADE, HTTPStatus.SEE_OTHER)
    reading, other = _read(rooms, form.fields, choices, None)
    if reading.wrong or form.fields.get("act") == "preview":
        return _page(rooms, form.visitor, choices, form.fields, reading, other=other)
    rooms.db.retrying(lambda tx: create(tx, reading.values, form.nonce, rooms.now()))
    return RedirectResponse(MADE, HTTPStatus.SEE_OTHER)


@router.post("/apercu")
def preview_hours(rooms: InRooms, form: OpenerPost) -> HTMLResponse:
    """The fragment that a page asks for while hours are typed. Changes nothing."""
    with rooms.db.reading() as tx:
        home = home_of(tx, form.visitor, form.fields.get("home", ""))
        site = site_of(tx, home, form.fields.get("site", ""))
    found = preview(form.fields, calendar_at(site, home), (), rooms.now())
    shown = rooms.pages.macro("parts/opening_fields.html", "hours_meant")(found)
    return HTMLResponse(shown, headers={"Cache-Control": "no-store"})


@router.get("/{opening_id}")
def read_opening(rooms: InRooms, visitor: Opener, opening_id: int, fait: str = "") -> HTMLResponse:
    with rooms.db.reading() as tx:
        kept = in_scope(tx, visitor, opening_id)
        choices = choices_of(tx, rooms, visitor, kept.home, kept)
    return _page(rooms, visitor, choices, fields_of(kept.opening, choices.motives), kept=kept, done=fait)


@router.post("/{opening_id}")
def save_opening(rooms: InRooms, form: OpenerPost, opening_id: int) -> Response:
    """Saved if all of it can stand, nobody saved in between, and each of those booked is decided."""
    with rooms.db.reading() as tx:
        kept = in_scope(tx, form.visitor, opening_id)
        choices = choices_of(tx, rooms, form.visitor, kept.home, kept)
    reading, other = _read(rooms, form.fields, choices, opening_id)
    if reading.wrong or form.fields.get("act") == "preview":
        return _page(rooms, form.visitor, choices, form.fields, reading, kept=kept, other=other)
    if form.fields.get("seen") != version(kept.opening):
        fields = {**form.fields, "seen": version(kept.opening)}
        return _page(rooms, form.visitor, choices, fields, reading, kept=kept, differs=True)
    change = partial(put, opening_id, reading.values)
    return decide_or_ask(rooms, form, _asked(kept, change, "save", "", "enregistre"))


@router.get("/{opening_id}/retirer")
def ask_remove(rooms: InRooms, visitor: Opener, opening_id: int) -> HTMLResponse:
    with rooms.db.reading() as tx:
        kept = in_scope(tx, visitor, opening_id)
    return ask(rooms, visitor, _removal(kept), {})


@router.post("/{opening_id}/retirer")
def remove_opening(rooms: InRooms, form: OpenerPost, opening_id: int) -> Response:
    with rooms.db.reading() as tx:
        kept = in_scope(tx, form.visitor, opening_id)
    return decide_or_ask(rooms, form, _removal(kept))


def _removal(kept: Kept) -> Asked:
    return _asked(kept, partial(remove, kept.opening.id or 0), "remove", "/retirer", "retire")


def _asked(kept: Kept, change: Any, kind: str, at: str, done: str) -> Asked:
    here = f"/creneaux/{kept.opening.id}"
    where = "/creneaux" if kind == "remove" else here
    name = f"{kept.advisor.name}, {kept.site.name}" if kept.site else kept.advisor.name
    return Asked(kept.opening.advisor_id, change, here + at, here, kind, name, f"{where}?fait={done}")


def _read(rooms: Rooms, fields: Form, choices: Choices, own_id: int | None) -> tuple[Reading, Overlap | None]:
    """What was typed; two openings of one person that meet are refused."""
    reading = read(fields, choices)
    if reading.wrong:
        return reading, None
    values = reading.values
    calendar = calendar_at(reading.site, choices.home)
    span = Span(values["hours"], calendar, values["since"], values["until"])
    with rooms.db.reading() as tx:
        changes = exceptions_to_come(tx, own_id, rooms.now().date()) if own_id else ()
        other = overlap(tx, span.with_days(changes), values, own_id, rooms.now())
    wrong = {"hours": Wrong("overlap")} if other else {}
    return Reading(values, wrong, reading.site), other


def _page(
    rooms: Rooms,
    visitor: Visitor,
    choices: Choices,
    fields: Form,
    reading: Reading = NOTHING,
    kept: Kept | None = None,
    **about: Any,
) -> HTMLResponse:
    """`about`: the opening that this one meets, whether a colleague saved meanwhile, what was just done."""
    with rooms.db.reading() as tx:
        site = site_of(tx, choices.home, fields.get("site", ""))
        today = rooms.pages.local(rooms.now(), choices.home.timezone).date()
        days = exceptions_to_come(tx, kept.opening.id or 0, today) if kept else ()
    context: dict[str, Any] = {
        "choices": choices,
        "fields": {**BLANK, **fields},
        "wrong": reading.wrong,
        "preview": preview(fields, calendar_at(site, choices.home), days, rooms.now()),
        "kept": kept,
        "days": days,
        "today": today,
        "other": None,
        "differs": False,
        "done": "",
        **about,
    }
    status = _status(reading, differs=bool(about.get("differs")))
    return rooms.show("opening.html", visitor, status, **context)


def _status(reading: Reading, *, differs: bool) -> int:
    if differs:
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY if reading.wrong else HTTPStatus.OK
