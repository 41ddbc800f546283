"""Who is told of a handover, when, and how often."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from backend.handover.models import Handover
from backend.people.models import Membership, Person
from backend.places.models import Site
from backend.team.duty import mediators_of
from backend.team.models import Notice
from tests.clock import MONDAY


def whom(*colleagues) -> dict[str, list[str]]:
    return {c.name: [n.kind for n in c.notices()] for c in colleagues if c.notices()}


def test_those_on_duty_are_told_at_once(called, tells, nadia, theo, helene, clock):
    tells(called())
    assert whom(nadia, theo, helene) == {"Nadia": ["opened"], "Théo": ["opened"]}
    assert {n.due for n in nadia.notices()} == {clock()}


def test_only_those_whose_hours_it_is_are_told(called, tells, duty, nadia, theo):
    duty(theo, "Mo 08:00-12:00")
    duty(nadia, "Tu 08:00-12:00")
    tells(called())
    assert whom(nadia, theo) == {"Théo": ["opened"]}


def test_told_twice_is_told_once(called, tells, nadia):
    handover = called()
    tells(handover)
    tells(handover)
    assert whom(nadia) == {"Nadia": ["opened"]}


def test_with_nobody_on_duty_the_manager_is_told_now_and_the_next_when_they_begin(
    called, tells, clock, nadia, helene
):
    clock.goes_on(hours=9)  # Monday, 18 h: the desk has closed
    tells(called())
    assert whom(nadia, helene) == {"Nadia": ["opened"], "Hélène": ["nobody_on_duty"]}
    (later,), (now,) = nadia.notices(), helene.notices()
    assert later.due == MONDAY + timedelta(days=1)
    assert now.due == clock()


def test_quiet_hours_delay_a_notice_but_not_an_urgent_one(db, called, tells, clock, nadia, theo):
    with db.transaction() as tx:
        tx.get_one(Person, nadia.person.id).quiet_hours = "08:30-10:00"
    handover = called()
    tells(handover)
    assert [n.due - clock() for n in nadia.notices()] == [timedelta(hours=1)]
    assert [n.due for n in theo.notices()] == [clock()]
    tells(handover, "urgent", urgent=True)
    assert [(n.urgent, n.due - clock()) for n in nadia.notices()] == [
        (False, timedelta(hours=1)),
        (True, timedelta(0)),
    ]


def test_at_night_an_urgent_notice_reaches_the_manager_at_once(called, tells, clock, helene, nadia):
    clock.goes_on(hours=15)  # 0 h
    tells(called(), "urgent", urgent=True)
    assert [(n.kind, n.urgent, n.due) for n in helene.notices()] == [("nobody_on_duty", True, clock())]
    assert [n.due for n in nadia.notices()] == [MONDAY + timedelta(days=1)]


def test_a_missed_promise_goes_to_the_manager_alone(called, tells, nadia, theo, helene):
    tells(called(), "promise_missed")
    assert whom(nadia, theo, helene) == {"Hélène": ["promise_missed"]}


def test_a_team_without_a_manager_tells_itself(db, called, tells, nadia, theo, helene):
    with db.transaction() as tx:
        tx.get_one(Person, helene.person.id).active = False
    tells(called(), "promise_missed")
    assert whom(nadia, theo, helene) == {"Nadia": ["promise_missed"], "Théo": ["promise_missed"]}


def test_what_is_addressed_to_one_is_told_to_them_alone(called, tells, nadia, theo):
    tells(called(), "handed_on", only=theo.person.id)
    assert whom(nadia, theo) == {"Théo": ["handed_on"]}


def test_whoever_did_it_need_not_be_told(called, tells, nadia, theo):
    tells(called(), but=nadia.person.id)
    assert whom(nadia, theo) == {"Théo": ["opened"]}


def test_whoever_holds_it_is_told_even_off_duty(db, called, tells, duty, nadia, theo):
    duty(theo, "Mo 08:00-12:00")
    handover = called()
    with db.transaction() as tx:
        tx.get_one(Handover, handover.id).mediator_id = nadia.person.id
    tells(handover, "promise_near")
    assert whom(nadia, theo) == {"Nadia": ["promise_near"], "Théo": ["promise_near"]}


def test_without_a_commune_the_home_team_is_told(db, called, tells, nadia):
    handover = called()
    assert handover.mission_locale_id is None
    tells(handover)
    assert whom(nadia) == {"Nadia": ["opened"]}


def test_what_is_for_the_team_of_a_site_is_told_there(db, called, tells, home, nadia, theo):
    handover = called()
    with db.transaction() as tx:
        here, there = list(tx.exec(select(Site.id).where(Site.mission_locale_id == home.id)))[:2]
        for colleague, site in ((nadia, here), (theo, there)):
            mine = select(Membership).where(Membership.person_id == colleague.person.id)
            tx.exec(mine).one().site_id = site
        tx.get_one(Handover, handover.id).site_id = there
    tells(handover)
    assert whom(nadia, theo) == {"Théo": ["opened"]}


@pytest.mark.parametrize("kind", ["opened", "promise_near", "promise_missed"])
def test_a_deployment_without_any_team_tells_nobody_and_fails_nowhere(db, called, tells, kind):
    handover = called()
    with db.transaction() as tx:
        for person in tx.exec(select(Person)):
            person.active = False
    tells(handover, kind)


def test_once_the_commune_is_known_the_right_team_is_told_and_nobody_twice(db, youth, nadia, theo):
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("/humain")
    assert whom(nadia, theo) == {"Nadia": ["opened"], "Théo": ["opened"]}
    youth.writes("Aulnat")
    with db.reading() as tx:
        there = tx.exec(select(Handover)).one().mission_locale_id
        told = {n.person_id for n in tx.exec(select(Notice))}
        team = mediators_of(tx, there)
    assert team <= told
    assert team
    assert whom(nadia) == {"Nadia": ["opened"]}


def test_who_lets_go_and_is_alone_on_duty_leaves_it_to_the_managers(called, tells, duty, nadia, theo, helene):
    """Nobody else would hear of it before the promise is near."""
    duty(nadia, "Mo-Su 00:00-24:00")
    handover = called()
    tells(handover, but=nadia.person.id)
    assert whom(nadia, theo, helene) == {"Hélène": ["opened"]}
    duty(theo, "Mo-Su 00:00-24:00")
    tells(handover, but=nadia.person.id)
    assert whom(nadia, theo, helene) == {"Théo": ["opened"], "Hélène": ["opened"]}
