"""From one médiateur to another: let go, handed on, taken over, set aside. Two never have it, and none is a silence."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlmodel import select

from backend.audit.models import Audit
from backend.handover.holding import FloorTaken, Unreachable
from backend.handover.models import Handover, Note, Promise
from backend.models import Conversation, Line
from backend.people.models import Person
from backend.places.models import MissionLocale
from backend.team.models import Notice
from flows.events import Blocked
from tests.mediator import Mediator
from tests.youth import Youth


@pytest.fixture
def nadia(db, script):
    return Mediator(db, script)


@pytest.fixture
def theo(db, script):
    return Mediator(db, script, "theo.marchand@exemple.fr")


@pytest.fixture
def helene(db, script):
    """Who manages at Nevers, and is no médiatrice."""
    return Mediator(db, script, "helene.roussel@exemple.fr")


@pytest.fixture
def held(youth, nadia):
    """Nadia has the floor."""
    youth.starts()
    youth.taps("C'est parti")
    youth.writes("/humain")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    youth.hears()
    return handover


def told(db, kind: str) -> set[str]:
    """The first names of those who hear of something."""
    with db.reading() as tx:
        people = select(Person).join(Notice, Notice.person_id == Person.id).where(Notice.kind == kind)
        return {person.first_name for person in tx.exec(people)}


def audited(db) -> list[str]:
    with db.reading() as tx:
        return [one.action for one in tx.exec(select(Audit).order_by(Audit.id))]


def test_letting_go_tells_the_youth_and_anybody_may_come(youth, nadia, theo, held):
    nadia.releases(held)
    said = youth.hears()
    assert len(said) == 1 and said[0].startswith("Nadia s'arrête là. Une autre personne")
    assert "Réponse avant" in said[0], "whoever waits again is told until when"
    assert youth.writes("vous êtes là ?") == [] and youth.last.receipt
    theo.claims(theo.looks(held))
    assert youth.hears() == ["Théo prend la suite et te répond ici."]


def test_handing_on_brings_a_word_to_the_youth_and_a_note_to_the_colleague(youth, nadia, theo, held, db):
    nadia.transfers(held, "Théo", "Théo connaît bien le CROUS.", "Vérifier la bourse")
    heard = youth.hears()
    assert heard[0] == "Théo connaît bien le CROUS."
    assert heard[1].startswith("Nadia passe la suite à Théo, qui va te répondre ici.")
    now = nadia.looks(held)
    assert (now.mediator_id, now.for_id) == (None, theo.person.id)
    assert told(db, "handed_on") == {"Théo"}
    with db.reading() as tx:
        assert tx.exec(select(Note.text)).one() == "Vérifier la bourse"
    with pytest.raises(FloorTaken):
        nadia.replies(held, "encore moi")
    theo.claims(now)
    assert youth.hears() == ["Théo prend la suite et te répond ici."]


def test_a_colleague_may_take_what_was_addressed_to_another(nadia, theo, held):
    nadia.transfers(held, "Hélène")
    theo.claims(held)
    assert theo.looks(held).mediator_id == theo.person.id


def test_a_call_that_nobody_holds_is_only_addressed_and_the_youth_hears_nothing(youth, nadia, theo):
    youth.writes("/humain")
    handover = nadia.sees()[0]
    before = nadia.epoch(handover)
    nadia.transfers(handover, "Théo", "un mot qui ne part pas", "à toi")
    assert youth.hears() == [] and nadia.epoch(handover) == before
    assert theo.looks(handover).for_id == theo.person.id


def test_another_mission_locale_takes_it_from_the_home_team(youth, nadia, held, db):
    with db.reading() as tx:
        other = tx.exec(select(MissionLocale).where(MissionLocale.slug.startswith("clermont"))).one()
    nadia.transfers(held, f"team-{other.id}")
    assert other.short_name in youth.hears()[0]
    assert nadia.looks(held).mission_locale_id == other.id
    assert told(db, "handed_on") <= {"Lucas", "Marc"} and told(db, "handed_on")


def test_a_word_cannot_reach_who_blocked_us_and_then_nothing_is_handed_on(youth, nadia, held):
    youth.does(Blocked(True))
    with pytest.raises(Unreachable):
        nadia.transfers(held, "Théo", "à bientôt")
    assert nadia.looks(held).mediator_id == nadia.person.id
    nadia.transfers(held, "Théo")
    assert nadia.looks(held).mediator_id is None


def test_every_act_from_a_page_that_is_behind_is_refused(youth, nadia, held, db):
    old = nadia.epoch(held)
    nadia.releases(held)
    nadia.claims(held)
    youth.hears()
    acts = (
        lambda: nadia.releases(held, epoch=old),
        lambda: nadia.transfers(held, "Théo", "trop tard", epoch=old),
        lambda: nadia.snoozes(held, None, epoch=old),
        lambda: nadia.mutes(held, epoch=old),
        lambda: nadia.takes_over(held, epoch=old),
    )
    for act in acts:
        with pytest.raises(FloorTaken):
            act()
    assert youth.hears() == [] and nadia.looks(held).mediator_id == nadia.person.id


def test_a_form_of_handing_on_sent_twice_is_done_once(youth, nadia, held):
    at = nadia.epoch(held)
    for _ in range(2):
        nadia.transfers(held, "Théo", "à tout de suite", nonce="same", epoch=at)
    assert len(youth.hears()) == 2


def test_whoever_may_not_takes_nothing_over(nadia, theo, held):
    with pytest.raises(FloorTaken) as refused:
        theo.takes_over(held)
    assert refused.value.holder_name == "Nadia Belkacem"


def test_a_manager_takes_over_at_any_time_and_it_is_written_down(youth, nadia, helene, held, db):
    before = nadia.epoch(held)
    helene.takes_over(held)
    assert youth.hears() == ["Hélène prend la suite de Nadia et te répond ici."]
    assert audited(db) == ["took_over"] and nadia.epoch(held) == before + 1
    for act in (lambda: nadia.replies(held, "moi"), lambda: nadia.closes(held)):
        with pytest.raises(FloorTaken) as refused:
            act()
        assert refused.value.holder_name == "Hélène Roussel"


def test_after_a_missed_promise_any_colleague_takes_over(youth, nadia, theo, held, db, clock):
    with db.transaction() as tx:
        tx.add(Promise(handover_id=held.id, made_at=clock(), due_at=clock() + timedelta(hours=2)))
    with pytest.raises(FloorTaken):
        theo.takes_over(held)
    clock.goes_on(hours=2)
    theo.takes_over(held)
    assert youth.hears()[-1] == "Théo prend la suite de Nadia et te répond ici."


def test_what_was_missed_before_somebody_took_it_is_no_reason_to_take_it_from_them(
    nadia, theo, helene, held, db, clock
):
    """Else three colleagues would take it from each other in turn, and the youth would read three names."""
    with db.transaction() as tx:
        tx.add(Promise(handover_id=held.id, made_at=clock(), due_at=clock() + timedelta(hours=2)))
    clock.goes_on(hours=3)
    theo.takes_over(held)
    with pytest.raises(FloorTaken) as refused:
        nadia.takes_over(held)
    assert refused.value.holder_name == "Théo Marchand"
    helene.takes_over(held)


def test_who_has_left_is_replaced_by_anyone(nadia, theo, held, db):
    with db.transaction() as tx:
        gone = tx.get_one(Person, nadia.person.id)
        gone.active = False
        tx.add(gone)
    theo.takes_over(held)
    assert theo.looks(held).mediator_id == theo.person.id


def test_two_managers_take_over_at_once_and_one_of_them_has_it(nadia, helene, held, db, script, clock):
    theo = Mediator(db, script, "theo.marchand@exemple.fr")
    with db.transaction() as tx:
        tx.add(Promise(handover_id=held.id, made_at=clock(), due_at=clock()))
    at = nadia.epoch(held)

    def race(who):
        with suppress(FloorTaken):
            who.takes_over(held, epoch=at)
            return who.person.id
        return None

    with ThreadPoolExecutor(2) as pool:
        won = [winner for winner in pool.map(race, [helene, theo]) if winner]
    assert len(won) == 1 and nadia.looks(held).mediator_id == won[0]


def test_after_a_stop_it_is_taken_over_in_silence_so_that_it_can_be_ended(youth, nadia, helene, db, script):
    youth.writes("j'ai envie de mourir")
    handover = nadia.sees()[0]
    nadia.claims(handover)
    youth.writes("/stop")
    helene.takes_over(handover)
    assert youth.hears() == []
    helene.closes(handover, "unreachable")
    assert helene.looks(handover).outcome == "unreachable"


def test_what_is_set_aside_comes_back_when_the_youth_writes(youth, nadia, held, clock):
    nadia.snoozes(held, clock() + timedelta(days=3))
    assert nadia.looks(held).snoozed_until == clock() + timedelta(days=3)
    assert youth.hears() == []
    youth.writes("j'ai trouvé le papier")
    assert nadia.looks(held).snoozed_until is None


def test_it_is_set_aside_for_a_time_to_come_only(nadia, held, clock):
    for wrong in (clock(), clock() - timedelta(days=1), clock() + timedelta(days=40)):
        with pytest.raises(ValueError, match="a moment to come"):
            nadia.snoozes(held, wrong)
    nadia.snoozes(held, clock() + timedelta(hours=1))
    nadia.snoozes(held, None)
    assert nadia.looks(held).snoozed_until is None


def test_aids_are_kept_when_it_ends_and_unknown_ones_refused(nadia, held):
    with pytest.raises(ValueError, match=r"aids\.toml"):
        nadia.closes(held, "answered", "gold")
    nadia.closes(held, "answered", "visale", "cheque_mobilite")
    assert nadia.looks(held).aids == ["visale", "cheque_mobilite"]


def test_a_youth_who_erases_everything_in_the_middle_leaves_nothing_behind(youth, nadia, theo, held, db):
    nadia.transfers(held, "Théo", "à bientôt", "une note")
    nadia.worries(held)
    youth.writes("/supprimer")
    with db.reading() as tx:
        for table in (Handover, Note, Notice, Line, Conversation):
            assert tx.exec(select(table)).all() == [], table.__name__
    other = Youth(db, nadia.script, "77")
    assert other.starts()


def test_a_worry_makes_it_urgent_tells_the_managers_and_is_written_down(youth, nadia, held, db):
    nadia.snoozes(held, nadia.script.now() + timedelta(hours=2))
    nadia.worries(held, "n'a pas mangé")
    now = nadia.looks(held)
    assert now.urgent and now.snoozed_until is None and now.mediator_id == nadia.person.id
    assert {"Hélène", "Théo"} <= told(db, "urgent") and "Nadia" not in told(db, "urgent")
    assert audited(db) == ["concern"] and youth.hears() == []
    with db.reading() as tx:
        assert tx.exec(select(Note.text)).one() == "n'a pas mangé"


def test_a_worry_about_what_is_over_stays_a_note_and_the_managers_know(nadia, held, db):
    nadia.closes(held)
    nadia.worries(held)
    assert not nadia.looks(held).urgent
    assert told(db, "urgent") == {"Hélène"}
