"""The routing test: what a youth of some commune, age and needs would be proposed, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from backend.agenda.offers import point_of, where
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Manager
from backend.db import Tx
from backend.places import typed
from backend.places.models import MissionLocale, Site
from backend.places.routing import Proposed, Routing, routed
from backend.places.sites import center_of, find_site, sites_by_home
from backend.places.typed import Typed
from content.calendars import calendar_of
from content.communes import Commune
from content.loader import QUESTIONNAIRES, need_ids
from flows import offers
from flows.words import Hours

router = APIRouter()
BRACKETS = ("under_16", "from_16", "from_18", "from_26")
BLANK = {"commune": "", "insee": "", "bracket": "from_18", "come": "yes"}


@dataclass(frozen=True)
class Said:
    """A message as the youth reads it; `button` is on the button under it."""

    why: str
    text: str
    button: str = ""


@router.get("/lieux/essai")
def try_out(request: Request, rooms: InRooms, visitor: Manager) -> HTMLResponse:
    """Changes nothing: it asks the same code as the bot."""
    fields = {**BLANK, **request.query_params}
    form, result, said = Typed(fields), None, []
    with rooms.db.reading() as tx:
        near = next((center_of(tx, home.id or 0) for home, _ in sites_by_home(tx, visitor.staff)), None)
        if "commune" in request.query_params:
            commune = form.read("commune", typed.commune, form.get("insee"), near)
            result = _routed(tx, rooms, form, commune)
        said = _said(tx, rooms, result) if result else []
        mine = {
            d.site_id for d in (result.doors if result else ()) if find_site(tx, visitor.staff, d.site_id)
        }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.wrong else HTTPStatus.OK
    context: dict[str, Any] = {"fields": fields, "wrong": form.wrong, "result": result, "said": said}
    return rooms.show("routing-test.html", visitor, status, **context, mine=mine, brackets=BRACKETS)


def _routed(tx: Tx, rooms: Rooms, form: Typed, commune: Commune | None) -> Routing | None:
    bracket = form.one_of("bracket", BRACKETS)
    if commune is None or form.wrong:
        return None
    known = need_ids(QUESTIONNAIRES)
    needs = [n for name in form.fields if (n := name.removeprefix("need-")) in known and n != name]
    return routed(tx, commune.insee, bracket, needs, form.get("come") != "no", rooms.now())


def _said(tx: Tx, rooms: Rooms, result: Routing) -> list[Said]:
    """The proposals in the very words of the bot."""
    language = tx.get_one(MissionLocale, result.competent[0].id).language if result.competent else "fr"
    told = rooms.pages.labels.told
    found = []
    for one in result.proposals:
        facts = offers.facts(_offer(tx, rooms, result, one))
        key = f"offer_{one.why}"
        found.append(Said(one.why, told(key, facts, language), told(f"proposal.{key}", facts, language)))
    beside = tx.get(Site, result.walk_in) if result.walk_in else None
    if beside:
        walk_in = _walk_in(result, beside)
        found.append(Said("walk_in", told("walk_in", walk_in, language)))
    return found


def _offer(tx: Tx, rooms: Rooms, result: Routing, one: Proposed) -> Mapping[str, Any]:
    site = tx.get(Site, one.site_id) if one.site_id and one.mode == "place" else None
    zone = calendar_of(site.insee).zone if site else rooms.pages.zone
    known = where(site, point_of(result.insee))
    return {
        **known,
        "starts_at": one.first.isoformat(),
        "zone": zone,
        "mode": one.mode,
        "advisor": one.advisor,
        **_days(one, rooms),
    }


def _days(one: Proposed, rooms: Rooms) -> dict[str, int]:
    """How far away the day is, as the bot says it."""
    return {"days": (one.first.date() - rooms.now().astimezone(one.first.tzinfo).date()).days}


def _walk_in(result: Routing, site: Site) -> Mapping[str, Any]:
    why = "visit" if site.insee == result.insee else "near"
    known = where(site, point_of(result.insee))
    return {**known, "why": why, "hours": Hours(site.hours)}
