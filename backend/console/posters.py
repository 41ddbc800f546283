"""Posters with a QR code: making them, printing them, seeing how many came; and noting what was met in the street."""

from __future__ import annotations

from collections import Counter
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Posted, Reader, ReaderPost, Visitor
from backend.db import Tx, insert_once
from backend.models import Seen
from backend.outreach.counting import FEWEST, by_month, came, met, note_met, said
from backend.outreach.places import Choice, choices
from backend.outreach.posters import LONGEST, ROLES, Hung, find, make, posters
from backend.outreach.scanning import drawn, link_of, page_of
from backend.places.typed import Typed
from content.loader import need_ids

router = APIRouter()
PAGE = "/affiches"
LAYOUTS = ("affiche", "cartes")


@router.get(PAGE)
def read_posters(rooms: InRooms, visitor: Reader, fait: str = "") -> HTMLResponse:
    return _page(rooms, visitor, Typed({}), done=fait)


@router.post(PAGE)
def make_poster(rooms: InRooms, form: ReaderPost) -> Response:
    """A new poster for a place of theirs. The same form sent twice makes one."""
    typed = Typed(form.fields)
    name = typed.text("name", LONGEST, needed=True)

    def new(tx: Tx) -> int | None:
        among = choices(tx, form.visitor.staff, rooms.now())
        place = typed.one_of("place", [one.value for one in among])
        if typed.wrong or not insert_once(tx, Seen, key=f"console:{form.nonce}", at=rooms.now()):
            return None
        chosen = next(one for one in among if one.value == place)
        return make(tx, form.visitor.staff, chosen.home, chosen.site, name, rooms.now()).id

    made = rooms.db.retrying(new)
    rooms.landings.forget()
    if typed.wrong:
        return _page(rooms, form.visitor, typed)
    return RedirectResponse(f"{PAGE}/{made}" if made else PAGE, HTTPStatus.SEE_OTHER)


@router.post(f"{PAGE}/rencontres")
def note_meeting(rooms: InRooms, form: ReaderPost) -> Response:
    """What somebody met in the street needs: a number for the figures, and nothing else."""
    typed = Typed(form.fields)
    needs = [need for need in need_ids() if form.fields.get(f"need-{need}") == "on"]
    homes = sorted(form.visitor.staff.mission_locales(*ROLES))
    home = typed.one_of("home", [str(one) for one in homes]) if len(homes) > 1 else str(homes[0])
    if typed.wrong or not needs:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "empty", back=PAGE)
    rooms.db.retrying(lambda tx: note_met(tx, int(home), needs, rooms.now(), form.nonce))
    return RedirectResponse(f"{PAGE}?fait=rencontre#rencontres", HTTPStatus.SEE_OTHER)


@router.get(PAGE + "/{poster_id}")
def read_poster(rooms: InRooms, visitor: Reader, poster_id: int) -> HTMLResponse:
    with rooms.db.reading() as tx:
        hung = _in_scope(tx, visitor, poster_id)
        months = came(tx, [hung.poster.mission_locale_id], rooms.now()).get(poster_id, Counter())
    shown: dict[str, Any] = {"months": by_month(months), "total": said(months.total()), "fewest": FEWEST}
    return rooms.show(
        "poster.html", visitor, hung=hung, desk=rooms.settings.uses_desk, **shown, **_scanned(rooms, hung)
    )


@router.get(PAGE + "/{poster_id}/imprimer")
def print_poster(rooms: InRooms, visitor: Reader, poster_id: int, format: str = "affiche") -> HTMLResponse:  # noqa: A002  the name in the address
    with rooms.db.reading() as tx:
        hung = _in_scope(tx, visitor, poster_id)
    landing = rooms.landings.find(hung.poster.code)
    layout = format if format in LAYOUTS else LAYOUTS[0]
    return rooms.show(
        "poster-print.html", visitor, hung=hung, landing=landing, layout=layout, **_scanned(rooms, hung)
    )


@router.post(PAGE + "/{poster_id}/retirer")
def retire(rooms: InRooms, form: ReaderPost, poster_id: int) -> Response:
    """It counts no more; whoever scans it still finds the page."""
    return _set(rooms, form, poster_id, retired=True)


@router.post(PAGE + "/{poster_id}/remettre")
def hang_again(rooms: InRooms, form: ReaderPost, poster_id: int) -> Response:
    return _set(rooms, form, poster_id, retired=False)


def _set(rooms: Rooms, form: Posted, poster_id: int, *, retired: bool) -> Response:
    def change(tx: Tx) -> None:
        poster = _in_scope(tx, form.visitor, poster_id).poster
        if (poster.retired_at is not None) != retired:
            poster.retired_at = rooms.now() if retired else None
            tx.add(poster)

    rooms.db.retrying(change)
    rooms.landings.forget()
    return RedirectResponse(f"{PAGE}/{poster_id}", HTTPStatus.SEE_OTHER)


def _in_scope(tx: Tx, visitor: Visitor, poster_id: int) -> Hung:
    hung = find(tx, visitor.staff, poster_id) if 0 < poster_id < 2**31 else None
    if hung is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back=PAGE)
    return hung


def _scanned(rooms: Rooms, hung: Hung) -> dict[str, Any]:
    code = hung.poster.code
    address = page_of(rooms.settings.base_url, code)
    return {"address": address, "code": drawn(address), "link": link_of(rooms.settings.telegram_name, code)}


def _page(rooms: Rooms, visitor: Visitor, typed: Typed, done: str = "") -> HTMLResponse:
    homes = visitor.staff.mission_locales(*ROLES)
    with rooms.db.reading() as tx:
        found, counts = posters(tx, visitor.staff), came(tx, homes, rooms.now())
        places: list[Choice] = choices(tx, visitor.staff, rooms.now())
        noted = met(tx, homes, rooms.now())
    context: dict[str, Any] = {
        "found": [(hung, said(counts.get(hung.poster.id or 0, Counter()).total())) for hung in found],
        "places": places,
        "homes": [one for one in places if one.site is None],
        "noted": {
            month: [(need, said(number)) for need, number in needs.most_common()]
            for month, needs in noted.items()
        },
        "typed": typed,
        "done": done,
        "fewest": FEWEST,
        "longest": LONGEST,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if typed.wrong else HTTPStatus.OK
    return rooms.show("posters.html", visitor, status, **context)
