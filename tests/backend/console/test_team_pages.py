"""The team's page, hours of duty, and one's own account: what each may see and change, and what is typed wrongly."""

from __future__ import annotations

import re

import pytest
from sqlmodel import select

from backend.people.models import Membership, Person
from backend.team.linking import chat_of, open_link
from backend.team.models import Duty, Notice, StaffChat, StaffLink
from backend.team.roster import Shift, shifts
from tests.backend.console.conftest import handover_of, person
from tests.clock import MONDAY, Clock


def home_of(db, name="Nadia") -> int:
    with db.reading() as tx:
        mine = select(Membership.mission_locale_id).where(Membership.person_id == person(db, name).id)
        return tx.exec(mine).one()


def duty_page(db, name: str) -> str:
    return f"/equipe/{home_of(db)}/{person(db, name).id}"


def hours_kept(db) -> dict[int, str]:
    with db.reading() as tx:
        return {d.person_id: d.hours for d in tx.exec(select(Duty))}


def payload_on(browser) -> str:
    return re.search(r"equipe-[\w-]+", browser.page.text)[0]


def links(db, browser, clock, address="9001") -> str:
    """Through the page, to a chat."""
    browser.opens("/moi")
    assert browser.sends("/moi/telegram") == 200
    with db.transaction() as tx:
        return open_link(tx, payload_on(browser), "telegram", address, clock()).how


def test_the_team_s_page_says_who_is_on_duty_now_and_the_week_to_come(nadia):
    assert nadia.opens("/equipe") == 200
    assert "De permanence maintenant : Nadia Belkacem, Théo Marchand" in nadia.words
    assert "Mardi 24 novembre" in nadia.words
    assert "9 h – 12 h 30" in nadia.words


def test_a_mediator_sets_their_own_hours_in_plain_french(nadia, db):
    page = duty_page(db, "Nadia")
    nadia.opens("/equipe")
    assert page in nadia.page.text
    nadia.opens(page)
    assert nadia.sends(page, hours="mardi 9h-12h30, sauf jours fériés") == 303
    nadia.follows()
    assert "C'est enregistré" in nadia.words
    assert "Personne n'est de permanence maintenant" in nadia.words
    assert hours_kept(db) == {person(db, "Nadia").id: "Tu 09:00-12:30; PH off"}
    nadia.opens(page)
    assert "mardi" in nadia.words.lower()
    assert nadia.sends(page, saying="Retirer", act="clear") == 303
    assert hours_kept(db) == {}


def test_what_the_page_shows_is_read_back_as_the_same_hours(nadia, db):
    page = duty_page(db, "Nadia")
    for hours in ("Mo,Tu 09:00-12:30", "Th[1,3] 14:00-17:00; PH off", "week 1-53/2 Th 14:00-17:00"):
        nadia.opens(page)
        nadia.sends(page, hours=hours)
        nadia.opens(page)
        typed = re.search(r"<textarea[^>]*>([^<]*)</textarea>", nadia.page.text)[1]
        nadia.sends(page, hours=typed)
        assert list(hours_kept(db).values()) == [hours]


def test_gaps_of_the_desk_are_shown(nadia, db):
    page = duty_page(db, "Nadia")
    nadia.opens(page)
    nadia.sends(page, hours="lundi au vendredi 9h-12h")
    nadia.opens("/equipe")
    assert "personne" in nadia.words.partition("Les sept jours")[2]
    assert "Aucune permanence" in nadia.words, "Théo has no hours of his own"


def test_only_managers_change_the_hours_of_others(browse, nadia, db):
    theo = duty_page(db, "Théo")
    nadia.opens("/equipe")
    assert theo not in nadia.page.text
    assert nadia.opens(theo) == 404
    nadia.opens(duty_page(db, "Nadia"))
    assert nadia.posts(theo, {**nadia.forms[-1].fields, "hours": "mardi 9h-12h"}) == 404
    helene = browse().enters_as("Hélène")
    helene.opens(theo)
    assert helene.sends(theo, hours="mardi 9h-12h") == 303
    assert hours_kept(db) == {person(db, "Théo").id: "Tu 09:00-12:00"}


@pytest.mark.parametrize("name", ["Claire", "Hélène"])
def test_nobody_has_hours_who_is_no_mediator_there(browse, db, name):
    helene = browse().enters_as("Hélène")
    assert helene.opens(duty_page(db, name)) == 404


@pytest.mark.parametrize("hours", ["mardi", "jeudi 25h-26h", "x" * 5000, "<script>", "Mo 09:00-"])
def test_hours_that_cannot_be_read_are_kept_and_explained(nadia, db, hours):
    page = duty_page(db, "Nadia")
    nadia.opens(page)
    assert nadia.sends(page, hours=hours) == 422
    assert "Rien n'est enregistré" in nadia.words
    assert "<script>" not in nadia.page.text.partition("<main")[2].partition("</main>")[0]
    assert hours_kept(db) == {}


def test_hours_are_read_while_they_are_typed(nadia, db):
    nadia.opens(duty_page(db, "Nadia"))
    token = nadia.forms[-1].fields
    assert nadia.posts("/equipe/apercu", {**token, "hours": "jeudi 14h-17h"}) == 200
    assert "Prochaines permanences" in nadia.words
    assert hours_kept(db) == {}


@pytest.mark.parametrize(
    "path", ["/equipe/0/0", "/equipe/99999999999999/1", "/equipe/1/999999", "/equipe/a/b"]
)
def test_a_number_that_leads_nowhere_is_a_page(nadia, path):
    assert nadia.opens(path) == 404


def test_those_who_read_no_threads_have_no_team_page_and_are_told_nothing_on_telegram(browse):
    claire = browse().enters_as("Claire")
    assert claire.opens("/equipe") == 403
    assert claire.opens("/moi") == 200
    assert "Relier mon Telegram" not in claire.words
    assert browse().opens("/moi") == 303


def test_a_link_is_shown_once_and_links_this_person(nadia, db, clock):
    assert links(db, nadia, clock) == "linked"
    nadia.opens("/moi")
    assert "Relié depuis le lundi 23 novembre à 9 h" in nadia.words
    assert "equipe-" not in nadia.page.text
    with db.reading() as tx:
        assert chat_of(tx, person(db, "Nadia").id).address == "9001"
    nadia.opens("/equipe")
    assert "Avis sur Telegram" in nadia.words


def test_the_link_has_a_code_to_photograph_once_the_bot_has_a_name(nadia, settings):
    settings.telegram_name = "passerelle_bot"
    nadia.opens("/moi")
    nadia.sends("/moi/telegram")
    assert f"https://t.me/passerelle_bot?start={payload_on(nadia)}" in nadia.page.text
    assert "<svg" in nadia.page.text.partition('class="scan"')[2][:300]


def test_a_mediator_unlinks_from_the_page(nadia, db, clock):
    links(db, nadia, clock)
    nadia.opens("/moi")
    assert nadia.sends("/moi/delier") == 303
    nadia.follows()
    assert "Telegram est délié" in nadia.words
    with db.reading() as tx:
        assert list(tx.exec(select(StaffChat))) == list(tx.exec(select(StaffLink))) == []


def test_who_blocked_the_bot_reads_it_on_their_page(nadia, db, clock):
    links(db, nadia, clock)
    with db.transaction() as tx:
        chat_of(tx, person(db, "Nadia").id).blocked = True
    nadia.opens("/moi")
    assert "Vous avez bloqué le bot" in nadia.words


def test_quiet_hours_are_kept_and_may_be_none(nadia, db):
    nadia.opens("/moi")
    assert 'value="20:00"' in nadia.page.text
    assert nadia.sends("/moi/silence", begin="19:00", end="07:30") == 303
    assert person(db, "Nadia").quiet_hours == "19:00-07:30"
    nadia.follows()
    assert nadia.sends("/moi/silence", begin="", end="") == 303
    assert person(db, "Nadia").quiet_hours == ""


@pytest.mark.parametrize(
    ("begin", "end"),
    [("20:00", ""), ("", "8:00"), ("24:00", "08:00"), ("8h", "9h"), ("08:00", "08:00"), ("x" * 9000, "<b>")],
)
def test_quiet_hours_that_are_none_are_refused(nadia, db, begin, end):
    nadia.opens("/moi")
    assert nadia.sends("/moi/silence", begin=begin, end=end) == 422
    assert person(db, "Nadia").quiet_hours == "20:00-08:00"


@pytest.mark.parametrize("act", ["/moi/telegram", "/moi/delier", "/moi/silence"])
def test_a_form_of_another_site_does_nothing(nadia, db, clock, act):
    links(db, nadia, clock)
    assert nadia.posts(act, {"csrf": "forged", "begin": "01:00", "end": "02:00"}) == 403
    with db.reading() as tx:
        assert chat_of(tx, person(db, "Nadia").id) is not None
    assert person(db, "Nadia").quiet_hours == "20:00-08:00"


def test_the_state_page_counts_notices_that_wait_and_those_nobody_heard(browse, db, youth, clock):
    youth.writes("/humain")
    with db.transaction() as tx:
        tx.add(
            Notice(
                key="x:1",
                person_id=tx.exec(select(Person.id).where(Person.name == "Nadia Belkacem")).one(),
                handover_id=handover_of(db),
                kind="opened",
                state="failed",
                at=clock(),
            )
        )
    helene = browse().enters_as("Hélène")
    helene.opens("/etat")
    assert "Avis aux équipes" in helene.words
    assert "Ne sont pas prévenus : Nadia Belkacem" in helene.words


def hour(h: int):
    clock = Clock(MONDAY.replace(hour=0))
    clock.goes_on(hours=h)
    return clock()


def test_shifts_are_cut_where_somebody_comes_or_goes_and_show_where_nobody_is():
    desk = [(hour(9), hour(17))]
    found = shifts([("Nadia", (hour(8), hour(12))), ("Théo", (hour(11), hour(13)))], desk)
    assert found == [
        Shift(hour(8), hour(11), ("Nadia",)),
        Shift(hour(11), hour(12), ("Nadia", "Théo")),
        Shift(hour(12), hour(13), ("Théo",)),
        Shift(hour(13), hour(17), ()),
    ]
    assert shifts([], []) == []
    assert shifts([("Nadia", (hour(9), hour(17)))], desk) == [Shift(hour(9), hour(17), ("Nadia",))]
