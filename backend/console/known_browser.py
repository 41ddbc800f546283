"""A browser in which somebody has signed in before: whoever guesses their password elsewhere does not lock it out."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from fastapi import Request
from fastapi.responses import Response

from backend.console.limits import Caller
from backend.console.pacing import whose
from backend.console.rooms import Rooms
from backend.people.accounts import plain_email

COOKIE = "connu"
PATH = "/connexion"
"""Only the door is told."""
MONTHS_6 = 182 * 24 * 3600
FAMILIES = (
    ("firefox", "Firefox/"),
    ("edge", "Edg"),
    ("opera", "OPR/"),
    ("samsung", "SamsungBrowser/"),
    ("chrome", "Chrome/"),
    ("chrome", "CriOS/"),
    ("firefox", "FxiOS/"),
    ("safari", "Safari/"),
)
"""The first that a browser names itself is what it is."""


def caller(request: Request, rooms: Rooms, email: str) -> Caller:
    """Who is at the door. The cookie opens nothing: it only chooses what their failures are counted with."""
    client, known = request.client.host if request.client else "", request.cookies.get(COOKIE, "")
    address = whose(client) or client  # of IPv6 the household counts: it may choose the rest as it likes
    nonce, _, seal = known.partition(".")
    if nonce and hmac.compare_digest(_seal(rooms.secret, email, nonce).encode(), seal.encode()):
        return Caller(address, plain_email(email), nonce)
    return Caller(address, plain_email(email))


def make_known(response: Response, rooms: Rooms, email: str) -> None:
    """From now on this browser is one of theirs."""
    nonce = secrets.token_urlsafe(12)
    value = f"{nonce}.{_seal(rooms.secret, email, nonce)}"
    response.set_cookie(
        COOKIE, value, max_age=MONTHS_6, path=PATH, secure=rooms.https, httponly=True, samesite="lax"
    )


def family(request: Request) -> str:
    """Of the browser: firefox, edge, opera, samsung, chrome, safari; or nothing."""
    said = request.headers.get("user-agent", "")
    return next((name for name, mark in FAMILIES if re.search(re.escape(mark), said)), "")


def _seal(secret: bytes, email: str, nonce: str) -> str:
    told = f"known browser\0{plain_email(email)}\0{nonce}".encode()
    return hmac.new(secret, told, hashlib.sha256).hexdigest()
