"""Setting up the second factor: what the telephone photographs, and the codes to keep on paper."""

from __future__ import annotations

import re
from typing import Any

import segno
from fastapi import Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from backend.console.letting_in import new_session
from backend.console.rooms import Rooms
from backend.db import Tx
from backend.entrance.factors import address, new_secret, set_factor
from backend.entrance.recovery import new_codes
from backend.mail.accounts import tell_account
from backend.people.sign_ins import Session, end_all


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


def take_factor(
    tx: Tx, request: Request, rooms: Rooms, session: Session, code: str
) -> tuple[list[str], str] | None:
    """The code shows that the telephone has the secret that this session proposes.

    Codes to keep on paper, and the token of the only session that is left; None if the code does not fit.
    """
    me, secret = session.staff.id, new_secret(rooms.secret, session.token_hash)
    if not set_factor(tx, me, secret, code, rooms.now()):
        return None
    codes = new_codes(tx, me)
    tell_account(tx, me, "factor", rooms.now())
    end_all(tx, me)  # whoever else has the password must prove this factor now
    return codes, new_session(tx, request, rooms, me)


def codes_page(rooms: Rooms, visitor: Any, codes: list[str], onward: str) -> HTMLResponse:
    """Shown this once."""
    return rooms.show("recovery-codes.html", visitor, codes=codes, onward=onward)
