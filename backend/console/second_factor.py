"""Setting up the second factor: what the telephone photographs, and the codes to keep on paper."""

from __future__ import annotations

import re
from typing import Any

import segno
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from backend.console.rooms import Rooms
from backend.entrance.factors import address, new_secret
from backend.people.sign_ins import Session


def setup_page(
    rooms: Rooms, visitor: Any, session: Session, action: str, status: int = 200, **about: Any
) -> HTMLResponse:
    """The secret that this session proposes, as a drawing, as a link and as letters; and a field for the first code."""
    secret = new_secret(rooms.secret, session.token_hash)
    link = address(secret, session.staff.person.email)
    context: dict[str, Any] = {
        "csrf": session.csrf,
        "action": action,
        "link": link,
        "letters": " ".join(re.findall(".{4}", secret)),
        "drawing": Markup(segno.make_qr(link).svg_inline(border=2, omitsize=True)),  # noqa: S704  # its own drawing
        "needed": visitor is None,
        **about,
    }
    return rooms.show("factor-setup.html", visitor, status, **context)


def codes_page(rooms: Rooms, visitor: Any, codes: list[str], onward: str) -> HTMLResponse:
    """Shown this once."""
    return rooms.show("recovery-codes.html", visitor, codes=codes, onward=onward)
