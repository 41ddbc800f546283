"""A slot in a button is what a client says it is: nothing that was not offered is booked, and nothing breaks."""

from __future__ import annotations

import pytest
from sqlmodel import select, update

from backend.agenda.booking import book, move
from backend.agenda.models import Appointment, Motive, Opening, Series
from backend.agenda.queries import Agenda, Wish, bookables
from backend.agenda.rules import parse_slot
from backend.mail.models import Mail
from backend.models import SetAside
from backend.people.models import Youth as YouthRow
from backend.places.models import MissionLocale
from backend.scene import NotPossible
from flows.events import Chose
from tests.queue import cancels, in_line, waits

HUGE = "9" * 24


@pytest.mark.parametrize("text", [f"{HUGE}.abc.p", "1.zzzzzz.p", f"1.{HUGE}.p"])
def test_numbers_that_no_database_holds_are_no_slot(text):
    assert parse_slot(text) is None


def test_a_forged_number_is_answered_and_nothing_is_set_aside(db, script):
    lou, _, zoe = in_line(db, script, "Lou", "Sam", "Zoé")
    waits(zoe)
    cancels(lou)
    for forged in (f"take-1-{HUGE}.abc.p", "take-1-1.zzzzzz.p"):
        heard = zoe.does(Chose("appointment", "wish", forged))
        assert heard[0].startswith("Cette place vient juste d'être prise")
    with db.reading() as tx:
        assert tx.exec(select(SetAside)).all() == []


def wished(tx, *modes: str, insee: str = "") -> Wish:
    """Openings and the motive that allow everything; a youth who wants these ways."""
    tx.execute(update(Opening).values(modes=["place", "phone", "home"], motives=[], communes=[]))
    home = tx.exec(select(MissionLocale.id).where(MissionLocale.slug == "nevers-sud-nivernais")).one()
    motive = tx.exec(select(Motive).where(Motive.mission_locale_id == home, Motive.slug == "emploi")).one()
    motive.modes = ["place", "phone", "home"]
    youth = YouthRow(first_name="Lou", bracket="from_18", insee="58194")
    tx.add_all([motive, youth])
    tx.flush()
    return Wish(home, "from_18", ("emploi",), motive, modes, youth.id, insee)


def free(tx, wish: Wish, now) -> list[str]:
    found = bookables(tx, wish)
    agenda = Agenda(tx, wish, found, now)
    return [str(slot) for b in found for slot in agenda.slots(b)]


def test_a_way_to_meet_that_was_not_wished_is_not_booked(db, clock):
    with db.transaction() as tx:
        wish = wished(tx, "place")
        slot = free(tx, wish, clock())[0]
        for letter in "th":
            with pytest.raises(NotPossible, match="taken"):
                book(tx, wish, f"{slot[:-1]}{letter}", {}, clock())
        assert book(tx, wish, slot, {}, clock()).mode == "place"


def test_what_is_moved_stays_in_its_series_and_a_visit_keeps_its_commune(db, clock):
    with db.transaction() as tx:
        wish = wished(tx, "home", insee="58095")
        first, *_, last = free(tx, wish, clock())
        old = book(tx, wish, first, {}, clock())
        series = Series(youth_id=wish.youth_id, until=clock().date())
        tx.add(series)
        tx.flush()
        old.series_id, old.booked_by = series.id, old.advisor_id
        new = move(tx, old, wish, last, clock())
        kept = (new.series_id, new.booked_by, new.insee)
        assert kept == (series.id, old.advisor_id, "58095") and isinstance(new, Appointment)
        told = [mail.event["place"] for mail in tx.exec(select(Mail).where(Mail.kind == "request"))]
        assert set(told) == {"Decize"}, "the invitation of a visit names the commune from the first"
