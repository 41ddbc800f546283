"""Marker words in every place where something of a youth may stand, and looking for them everywhere."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import JSON, String, TypeDecorator, select, text, update

from backend.agenda.models import BusyRoom, Hold, Motive, Room, Series
from backend.handover.models import Handover
from backend.models import Conversation
from backend.people.joining import new_link
from backend.people.models import Youth
from backend.rights.held import owned
from backend.tables import metadata
from backend.waiting.models import Waiting
from backend.workshops.models import Seat, Workshop

OURS = {
    "youth": {"bracket", "language"},
    "consent": {"kind", "language"},
    "youth_link": {"token_hash"},
    "appointment": {"mode", "status", "needs", "uid"},
    "conversation": {"channel", "address", "owner"},
    "handover": {"why", "danger", "outcome", "aids"},
    "line": {"author", "kind", "state", "about"},
    "mail": {"key", "kind", "event", "state", "error"},
    "waiting": {"needs", "modes"},
    "lost_contact": {"cause", "outcome"},
    "notice": {"key", "kind", "way", "state", "outside_id"},
    "proposal": {"kind", "answer"},
    "rating": {"face"},
}
"""Columns that hold words of ours (one of a few), numbers and digests. All others may hold words of a person."""
SHAPED = {
    ("conversation", "stories"): lambda word: [
        {"name": "rest", "answers": {"menu": word}, "asked": None, "misses": 0}
    ],
    ("line", "buttons"): lambda word: [[{"label": word, "data": word}]],
    ("line", "file"): lambda word: {"id": word, "name": word},
    ("line", "marks"): lambda word: [
        {"type": "text_link", "offset": 0, "length": 1, "url": f"https://{word}"}
    ],
    ("line", "place"): lambda word: {"lat": 47.0, "lon": 3.1, "site": word, "address": word},
    ("proposal", "about"): lambda word: {"title": word},
}
"""Columns with a shape that the product reads."""


def spoken_of(table):
    """The columns of a table that may hold words of a person."""
    fixed = OURS.get(table.name, set())
    return [c for c in table.columns if _holds_words(c) and c.name not in fixed and not c.foreign_keys]


def _holds_words(column):
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    return isinstance(kind, String | JSON) and not column.primary_key


def mark_everything(db):
    """A word of its own in each of these columns, in every row. {word: (table, column)}."""
    marked = {f"zq-{t.name}-{c.name}-qz": (t.name, c.name) for t in owned() for c in spoken_of(t)}
    with db.transaction() as tx:
        for word, place in marked.items():
            table = metadata.tables[place[0]]
            value = SHAPED.get(place, lambda word: word)(word)
            if isinstance(_plain(table.c[place[1]]), JSON) and value == word:
                value = {"word": word}
            tx.execute(update(table).values({place[1]: value}))
    return marked


def _plain(column):
    return column.type.impl if isinstance(column.type, TypeDecorator) else column.type


def the_rest_of_a_life(db, clock):
    """What no talk brings about at once: a held slot, a series, a seat, a wait, a card; and a call nobody has taken."""
    with db.transaction() as tx:
        motive = tx.execute(select(Motive.id, Motive.mission_locale_id)).first()
        site = tx.execute(text("SELECT id FROM site")).scalar()
        tx.add(Hold(youth_id=1, slot="1.a.p", expires_at=clock() + timedelta(minutes=5)))
        room = Room(site_id=site, name="1")
        tx.add(room)
        tx.flush()
        tx.add(BusyRoom(room_id=room.id, cell=1, appointment_id=1))
        tx.add(Series(youth_id=1, until=clock().date()))
        workshop = Workshop(site_id=site, name="CV", starts_at=clock(), ends_at=clock(), seats=3)
        tx.add(workshop)
        tx.flush()
        tx.add(Seat(workshop_id=workshop.id, number=1, youth_id=1))
        tx.add(Waiting(youth_id=1, mission_locale_id=motive[1], motive_id=motive[0]))
        new_link(tx, 1, clock())
        free = {"mediator_id": None, "claimed_at": None}
        tx.execute(update(Handover).where(Handover.closed_at.is_(None)).values(free))
        tx.execute(update(Conversation).values(owner="waiting", blocked=False))
        assert tx.get(Youth, 1)


def in_columns(db, words):
    """Where each word is found, opened if it is sealed: {(word, table, column)}."""
    found = set()
    with db.reading() as tx:
        for table in metadata.sorted_tables:
            for row in tx.execute(select(table)):
                for column, value in row._mapping.items():
                    found |= {(word, table.name, column) for word in words if word in str(value)}
    return found


def in_files(folder, words):
    """Which words stand in the bytes of the files of a folder."""
    content = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return {word for word in words if word.encode() in content}
