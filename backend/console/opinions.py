"""What young people say of the help of a human, counted: the last six months, no name, no word, no small number."""

from __future__ import annotations

from datetime import timedelta

from backend.console.rooms import Rooms
from backend.console.visitors import Visitor
from backend.handover.models import FACES
from backend.handover.queries import ROLES
from backend.handover.rating import faces
from backend.insight.rules import FEWEST

COUNTED = timedelta(days=183)
Opinions = dict[str, int | None]
"""How many of each face; None for a number too small to be shown."""


def opinions(rooms: Rooms, visitor: Visitor) -> Opinions:
    """Of all the missions locales of a visitor; nothing if no face was given."""
    with rooms.db.reading() as tx:
        given = faces(tx, visitor.staff.mission_locales(*ROLES), rooms.now() - COUNTED)
    return {face: None if given[face] < FEWEST else given[face] for face in FACES} if given else {}
