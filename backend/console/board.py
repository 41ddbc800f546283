"""How long young people wait for an answer, and whether promises are kept: /tableau, and the same as a file."""

from __future__ import annotations

import csv
import io

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from backend.console.opinions import opinions
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Reader, Visitor
from backend.handover.queries import ROLES
from backend.insight.queries import Board, boards
from backend.insight.rules import FEWEST, Month
from backend.people.queries import home_team

router = APIRouter(prefix="/tableau")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""


@router.get("")
def read_board(rooms: InRooms, visitor: Reader) -> HTMLResponse:
    found, said = look(rooms, visitor), opinions(rooms, visitor)
    return rooms.show("board.html", visitor, boards=found, faces=said, fewest=FEWEST)


@router.get(".csv")
def export(rooms: InRooms, visitor: Reader) -> Response:
    """The months of the page, one a line, as spreadsheets of the country read them."""
    headed = rooms.pages.render("board-columns.txt").split("\n")
    written = io.StringIO()
    table = csv.writer(written, delimiter=";")
    table.writerow(headed)
    table.writerows(cells(board, month) for board in look(rooms, visitor) for month in board.months)
    name = f"promesses-{rooms.pages.local(rooms.now()):%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response("\ufeff" + written.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def look(rooms: Rooms, visitor: Visitor) -> list[Board]:
    with rooms.db.reading() as tx:
        places = visitor.staff.mission_locales(*ROLES)
        return boards(tx, places, home_team(tx, rooms.script.team), rooms.now())


def cells(board: Board, month: Month) -> list[str]:
    """What is hidden stands there as «<5»; what is not known is empty. How many were answered would tell the rest."""
    minutes = "" if month.reply_minutes is None else str(month.reply_minutes)
    counts = (month.kept, month.missed)
    return [plain(board.name), month.month, minutes, *map(_count, counts)]


def plain(cell: str) -> str:
    """No cell of ours is a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _count(count: int | None) -> str:
    return f"<{FEWEST}" if count is None else str(count)
