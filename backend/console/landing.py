"""The page behind a poster's QR code: for everyone, with or without Telegram."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from backend.console.rooms import InRooms, Rooms
from backend.outreach.scanning import link_of

router = APIRouter()
HEADERS = {"Cache-Control": "public, max-age=300", "X-Robots-Tag": "noindex"}
"""The same for everyone: no cookie is read or set, and whoever stands between may keep it five minutes."""


@router.get("/p/{code}")
def land(rooms: InRooms, code: str) -> HTMLResponse:
    """Never a dead end: a code that nobody knows leads to the bot all the same."""
    landing = rooms.landings.find(code[:40])
    begins = landing.code if landing and not landing.retired else ""
    link = link_of(rooms.settings.telegram_name, begins)
    known = {"landing": landing, "begins": begins, "link": link, "languages": _languages(rooms)}
    html = rooms.pages.render("landing.html", visitor=None, untold=0, now=rooms.now(), **known)
    status = HTTPStatus.OK if landing else HTTPStatus.NOT_FOUND
    return HTMLResponse(html, status, HEADERS)


def _languages(rooms: Rooms) -> list[tuple[str, str]]:
    """(code, its own name) of each language in which one may write."""
    wording = rooms.script.wording
    return [(code, wording.text(code, "language-name")) for code in wording.languages]
