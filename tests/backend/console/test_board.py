"""The board: how long people wait and whether promises are kept, without anybody in it."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlmodel import select

from backend.handover.watching import watch
from backend.insight.models import Fact
from backend.places.models import MissionLocale
from tests.clock import MONDAY
from tests.lived import lived
from tests.mediator import Mediator
from tests.youth import Youth, plain_spaces


def home(db, slug: str = "nevers-sud-nivernais") -> int:
    with db.reading() as tx:
        return tx.exec(select(MissionLocale.id).where(MissionLocale.slug == slug)).one()


def rows(browser) -> list[dict[str, str]]:
    assert browser.opens("/tableau.csv") == 200
    text = browser.page.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.fixture
def year(db):
    """Six calls in October, one of them after a promise that was missed; two in November."""
    october, nevers = MONDAY - timedelta(days=30), home(db)
    for n in range(6):
        lived(db, nevers, opened=october, minutes=10 + n, kept=True)
    lived(db, nevers, opened=october, minutes=600, kept=False)
    for _ in range(2):
        lived(db, None, opened=MONDAY - timedelta(days=2), minutes=5, kept=True)
    return nevers


def test_months_are_counted_and_small_counts_hidden(nadia, year):
    found = rows(nadia)
    october, november = found[1], found[0]
    assert list(october) == [
        "Mission locale",
        "Mois",
        "Première réponse, médiane en minutes",
        "Promesses tenues",
        "Promesses manquées",
    ]
    assert list(october.values())[1:] == ["2026-10", "13", "6", "<5"]
    assert list(november.values())[1:] == ["2026-11", "", "<5", "0"], "calls from nowhere are the home team's"
    assert nadia.page.headers["content-disposition"] == 'attachment; filename="promesses-2026-11-23.csv"'


def test_the_page_says_the_same_without_a_name(nadia, year):
    assert nadia.opens("/tableau") == 200
    page = plain_spaces(nadia.page.text)
    assert "Octobre 2026" in page and "13 min" in page and "moins de 5" in page and "trop peu" in page
    assert "Zéphirine" not in page and "non montrée" in page and "au moins 60 %" in page
    assert "Personne n'attend de réponse" in page


def test_a_share_is_exact_where_it_hides_nothing(nadia, db, year):
    for _ in range(4):
        lived(db, year, opened=MONDAY - timedelta(days=30), minutes=300, kept=False)
    nadia.opens("/tableau")
    assert "54 %" in nadia.words and "au moins" not in nadia.words


def test_others_see_their_own_mission_locale_only(browse, year):
    assert rows(browse().enters_as("Lucas")) == []
    marc = browse().enters_as("Marc")
    assert marc.opens("/tableau") == 200 and "Octobre" not in marc.words
    assert "la première réponse à un jeune ouvrira ce tableau" in marc.words


def test_what_is_left_of_those_who_were_erased_counts(nadia, db, year):
    with db.transaction() as tx:
        tx.add(Fact(month="2026-10", mission_locale_id=year, promises_kept=3, promises_missed=5))
        tx.add(Fact(month="2020-01", mission_locale_id=year, promises_kept=9))
    assert [list(row.values())[3:] for row in rows(nadia)] == [["<5", "0"], ["9", "6"]]


def test_who_waits_now_is_counted_and_who_was_promised_an_answer_by_now(nadia, db, script, clock):
    youths = [Youth(db, script, str(n), name=f"J{n}") for n in range(6)]
    for one in youths:
        one.starts()
        one.writes("/humain")
    clock.goes_on(minutes=70)
    nadia.opens("/tableau")
    assert "Attendent une réponse</dt><dd>6" in nadia.words and "1 h 10" in nadia.words
    mediator = Mediator(db, script)
    first = mediator.sees()[0]
    mediator.claims(first)
    mediator.replies(first, "bonjour")
    clock.goes_on(minutes=120)
    nadia.opens("/tableau")
    assert "Attendent une réponse</dt><dd>5" in nadia.words
    assert "moins de 5" in nadia.words.split("Heure promise dépassée")[1][:80]
    watch(db, script)
    nadia.opens("/tableau")
    assert "personne" in nadia.words.split("Heure promise dépassée")[1][:30], "each was given a new time"


def test_no_cell_is_a_formula(nadia, db, year):
    with db.transaction() as tx:
        tx.execute(update(MissionLocale).where(MissionLocale.id == year).values(name='=1+1;"x"'))
    assert rows(nadia)[0]["Mission locale"] == '\'=1+1;"x"'
