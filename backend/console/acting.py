"""Acts on a thread: one transaction within the scope of who acts; what the floor refuses becomes a page."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from fastapi.responses import RedirectResponse, Response
from sqlalchemy.exc import NoResultFound

from backend.console.problems import Problem
from backend.console.rooms import Rooms
from backend.console.thread_view import thread_in_scope
from backend.console.visitors import Posted
from backend.db import Tx
from backend.handover.holding import FloorTaken, Unreachable

LONGEST = 20_000
"""Characters of a text: it leaves in several messages, cut at words."""


def act(
    rooms: Rooms, form: Posted, handover_id: int, work: Callable[[Tx], object], anchor: str = "fin"
) -> Response:
    """Do it, again if the database asks for it, and come back to the thread. Raises Problem, with the text kept."""
    back = f"/relais/{handover_id}"

    def within(tx: Tx) -> int:
        thread = thread_in_scope(tx, rooms, form.visitor, handover_id)
        work(tx)
        return thread.conversation.id or 0

    try:
        where = rooms.db.retrying(within)
    except FloorTaken as taken:
        own = taken.holder_name == form.visitor.staff.person.name
        about = {"holder": taken.holder_name, "text": form.text, "back": back}
        raise Problem(HTTPStatus.CONFLICT, "stale-page" if own else "floor-taken", **about) from None
    except Problem as problem:
        raise Problem(problem.status, problem.kind, **{"text": form.text, **problem.about}) from None
    except NoResultFound:  # the youth erased everything in this very moment
        raise Problem(HTTPStatus.NOT_FOUND, "404", text=form.text, back="/relais") from None
    except Unreachable:
        raise Problem(HTTPStatus.CONFLICT, "unreachable", text=form.text, back=back) from None
    rooms.bell.ring(where)
    return RedirectResponse(f"{back}#{anchor}", HTTPStatus.SEE_OTHER)


def written(form: Posted, handover_id: int, longest: int = LONGEST) -> str:
    """The text of a form. Raises Problem if there is none, or too much."""
    kind = "empty" if not form.text else "too-long" if len(form.text) > longest else None
    if kind:
        back = f"/relais/{handover_id}"
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, kind, text=form.text, back=back, limit=longest)
    return form.text
