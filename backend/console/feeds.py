"""The agenda for other calendars: the feed itself, and the page where its address is made and revoked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from backend.calendars.feeds import calendar_of, feeds_of, find_feed, new_feed, revoke
from backend.calendars.models import Feed
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Advisor, AdvisorPost, Visitor
from backend.db import Tx
from backend.places.models import Site
from backend.places.sites import find_site, is_open, sites_by_home

router = APIRouter()
PAGE = "/rendez-vous/agenda-externe"
KEPT = "private, max-age=300"


@dataclass(frozen=True)
class Opened:
    """A feed as the page lists it. `site`: its name; None for one's own."""

    key: str
    site: str | None
    created_at: datetime


@router.api_route("/agenda/{secret}.ics", methods=["GET", "HEAD"])
def read_feed(request: Request, rooms: InRooms, secret: str) -> Response:
    """The calendar. A wrong address and a revoked one are told alike."""
    with rooms.db.reading() as tx:
        feed = find_feed(tx, secret)
        content = calendar_of(tx, feed, rooms.now(), rooms.settings.base_url) if feed else None
    if content is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404")
    headers = {"ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"', "Cache-Control": KEPT}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(content, media_type="text/calendar; charset=utf-8", headers=headers)


@router.get(PAGE)
def read_feeds(rooms: InRooms, visitor: Advisor) -> HTMLResponse:
    return _page(rooms, visitor)


@router.post(PAGE)
def open_feed(rooms: InRooms, form: AdvisorPost) -> HTMLResponse:
    """A new address of one's own, or of a site one keeps. It is shown this once."""
    with rooms.db.transaction() as tx:
        site = _site(tx, form.visitor, form.fields["site"]) if form.fields.get("site") else None
        owner = {"site_id": site.id} if site else {"person_id": form.visitor.staff.id}
        secret = new_feed(tx, rooms.now(), **owner)
    address = f"{rooms.settings.base_url}/agenda/{secret}.ics"
    return _page(rooms, form.visitor, address=address, of=site.name if site else None)


@router.post(f"{PAGE}/revoquer")
def close_feed(rooms: InRooms, form: AdvisorPost) -> Response:
    with rooms.db.transaction() as tx:
        theirs = [f for f in _feeds(tx, form.visitor) if f.key_hash == form.fields.get("key")]
        for feed in theirs:
            revoke(tx, feed, rooms.now())
    return RedirectResponse(PAGE, HTTPStatus.SEE_OTHER)


def _page(rooms: Rooms, visitor: Visitor, **made: Any) -> HTMLResponse:
    with rooms.db.reading() as tx:
        sites = _sites(tx, rooms, visitor)
        feeds = [_opened(tx, feed) for feed in _feeds(tx, visitor)]
    return rooms.show("feeds.html", visitor, sites=sites, feeds=feeds, **{"address": "", "of": None, **made})


def _feeds(tx: Tx, visitor: Visitor) -> list[Feed]:
    kept = [site.id or 0 for _, sites in sites_by_home(tx, visitor.staff) for site in sites]
    return list(feeds_of(tx, visitor.staff.id, kept))


def _sites(tx: Tx, rooms: Rooms, visitor: Visitor) -> list[Site]:
    """The open sites that they keep."""
    return [s for _, sites in sites_by_home(tx, visitor.staff) for s in sites if is_open(s, rooms.now())]


def _site(tx: Tx, visitor: Visitor, given: str) -> Site:
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
    site = find_site(tx, visitor.staff, number)
    if site is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back=PAGE)
    return site


def _opened(tx: Tx, feed: Feed) -> Opened:
    site = tx.get(Site, feed.site_id) if feed.site_id else None
    return Opened(feed.key_hash, site.name if site else None, feed.created_at)
