"""Everything that may be kept of a youth, and whether it is there: for the tests of erasing."""

from __future__ import annotations

from sqlalchemy import text
from sqlmodel import select

from backend.attachments.commands import Enclosed
from backend.attachments.kinds import letter
from backend.handover.models import Proposal
from backend.handover.speaking import Beside, reply
from backend.models import Conversation
from backend.people.lost import lose_contact
from backend.people.models import Person
from backend.tables import metadata
from backend.team.models import StaffChat
from flows.events import Blocked
from tests.mediator import Mediator
from tests.youth import books

SECRET, NUMBER = "xyzzy-mon-secret", "06 12 34 56 78"
WORDS = (SECRET, "424242", "Zéphirine", "0612345678")
OF_A_HANDOVER = {
    *("youth", "conversation", "line", "handover", "note", "promise", "proposal", "rating"),
    *("notice", "lost_contact", "attachment", "consent"),
}
OF_THE_AGENDA = {
    *("appointment", "busy", "busy_room", "hold", "series", "seat", "waiting", "youth_link"),
}


def everything(db):
    """Every value of every table, as one text: opened, if words are sealed."""
    return _values(db, select)


def stolen(db):
    """The same as somebody reads it who has the database, and no key."""
    return _values(db, lambda table: text(f'SELECT * FROM "{table.name}"'))


def _values(db, asking):
    with db.reading() as tx:
        rows = (row for table in metadata.sorted_tables for row in tx.execute(asking(table)))
        return "\n".join(str(tuple(row)) for row in rows)


def full_life(youth, db, script):
    """Words, a booking, a phone, a handover with all that belongs to one, and a second: all marked with a secret."""
    linked(db)
    books(youth)
    youth.writes(SECRET)
    nadia = Mediator(db, script)
    _helped(youth, db, nadia)
    youth.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    sends_file(db, nadia, handover)
    youth.turn(Blocked(True))
    lose_contact(db, script)


def linked(db):
    """All the staff are told on Telegram, so that notices are for a chat."""
    with db.transaction() as tx:
        for person in tx.exec(select(Person)):
            tx.add(StaffChat(person_id=person.id, channel="telegram", address=f"99{person.id}"))


def _helped(youth, db, nadia):
    """A human is called, writes, notes, proposes, worries and ends; the youth may be called, and says how it was."""
    youth.writes("/humain")
    youth.taps("Oui, on peut m'appeler")
    youth.writes(NUMBER)
    handover = nadia.sees()[0]
    nadia.claims(handover)
    nadia.replies(handover, f"tu as dit {SECRET}")
    with db.transaction() as tx:
        about = {"title": SECRET}
        tx.add(Proposal(handover_id=handover.id, person_id=nadia.person.id, kind="place", about=about))
    nadia.worries(handover, SECRET)
    nadia.closes(handover)
    youth.hears()
    youth.taps("🙂 Oui, merci")
    youth.writes(f"merci {SECRET}")


def sends_file(db, nadia, handover):
    """A file that waits for Telegram."""
    enclosed = Enclosed(letter(f"{SECRET}.txt", SECRET.encode()), SECRET.encode())
    with db.transaction() as tx:
        at = tx.get_one(Conversation, handover.conversation_id).epoch
        beside = Beside(file=enclosed)
        reply(tx, nadia.script, nadia.person, handover.id, at, "", "file", beside)


def owned():
    """Every table whose rows belong to a youth, by way of whatever other."""
    found, tables = {"youth"}, metadata.sorted_tables
    for _ in tables:
        found |= {t.name for t in tables for k in t.foreign_keys if k.column.table.name in found}
    return found - {"mail"}  # a letter outlives the appointment it is about, and names nobody


def filled(db):
    """Of these tables those that have rows."""
    with db.reading() as tx:
        return {name for name in owned() if tx.execute(text(f'SELECT 1 FROM "{name}"')).first()}
