"""What lines tell is found again by another process, on both databases, and each line is heard once."""

from __future__ import annotations

from sqlmodel import select

from backend.agenda.staff import history
from backend.handover.earlier import former, lost_since
from backend.handover.models import Handover
from backend.handover.recall import Recollections, quoted
from backend.handover.rehearing import Heard
from backend.models import Conversation
from backend.people.models import LostContact
from tests.mediator import Mediator
from tests.youth import Youth, books


def recalled(db, script, known: Recollections) -> Heard:
    with db.reading() as tx:
        return known.of(tx, tx.exec(select(Conversation)).one(), script.stories)


def test_another_process_hears_the_same(youth: Youth, db, script):
    books(youth)
    youth.writes("en fait je cherche un appart, c'est urgent")
    first = recalled(db, script, Recollections())
    assert list(first.needs) == ["emploi", "logement"]
    assert {step: one.choice for step, one in first.answers.items()} == {
        "emploi_but": "offre",
        "emploi_frein": "rien",
    }
    assert [one.needs for one in first.words] == [("logement",)]
    assert first == recalled(db, script, Recollections())


def test_lines_that_come_later_are_heard_as_if_all_were_heard_at_once(youth: Youth, db, script):
    known = Recollections()
    youth.starts()
    for said in ("je cherche un travail", "/humain", "et un logement pas cher", "ma mutuelle ne paie pas"):
        youth.writes(said)
        recalled(db, script, known)
    assert recalled(db, script, known) == recalled(db, script, Recollections())
    with db.reading() as tx:
        quotes = quoted(tx, recalled(db, script, known).words)
    assert [quote.text for quote in quotes][1:] == ["et un logement pas cher", "ma mutuelle ne paie pas"]


def test_what_happened_before_is_told_with_its_dates(youth: Youth, db, script, clock):
    books(youth)
    nadia = Mediator(db, script)
    youth.writes("/humain")
    nadia.claims(nadia.sees()[0])
    nadia.closes(nadia.sees()[0], "referred")
    clock.goes_on(days=90)
    youth.writes("/humain")
    with db.transaction() as tx:
        call = tx.exec(select(Handover).where(Handover.closed_at == None)).one()  # noqa: E711
        tx.add(LostContact(youth_id=call.youth_id, cause="no_show", at=clock()))
        tx.flush()
        assert [(one.outcome, one.mediator) for one in former(tx, call)] == [("referred", "Nadia Belkacem")]
        assert lost_since(tx, call.youth_id) == ("no_show", clock())
        ((visit, appointment),) = history(tx, call.youth_id)
    assert (visit.status, appointment.needs) == ("booked", ["emploi"])
