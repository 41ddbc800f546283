"""The console on the home screen of a phone: its manifest, and what is kept there for when the network is away."""

from __future__ import annotations

import json

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse, Response

from backend.console.rendering import STATIC, asset
from backend.console.rooms import InRooms
from backend.console.stream import version_of

router = APIRouter()
OFFLINE = "/hors-ligne"
KEPT = ("console.css", "offline.js", "icon.svg")
"""All that the page without network is made of."""
PAPER, TEAL = "#faf6ee", "#0f5b5b"
ICONS = (("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any maskable"))


@router.get("/manifest.webmanifest")
def manifest() -> JSONResponse:
    """What a browser must know to install the console."""
    icons = [
        {"src": asset(name), "sizes": size, "type": "image/png", "purpose": purpose}
        for name, size, purpose in ICONS
    ]
    body = {
        "name": "Passerelle",
        "short_name": "Passerelle",
        "lang": "fr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": TEAL,
        "icons": icons,
    }
    return JSONResponse(body, media_type="application/manifest+json")


@router.get("/sw.js")
def service_worker() -> Response:
    """Asked for again at every visit: it changes with what it keeps."""
    kept = [OFFLINE, *(asset(name) for name in KEPT)]
    shelf = {"version": version_of(kept), "kept": kept, "offline": OFFLINE}
    source = (STATIC / "sw.js").read_text(encoding="utf-8")
    body = f"const SHELF = {json.dumps(shelf)};\n{source}"
    return Response(body, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


@router.get(OFFLINE)
def offline(rooms: InRooms) -> HTMLResponse:
    """What an installed console shows when the server cannot be reached."""
    return rooms.show("offline.html", None)
