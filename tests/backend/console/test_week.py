"""The agenda by the week and by the day: whose, when, what is drawn where."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from backend.agenda.models import Absence, Motive, Opening
from backend.agenda.staff import Visit
from backend.calendars.models import ExternalBusy, ExternalCalendar
from backend.console.rendering import STATIC
from backend.console.week_grid import Scenery, column
from backend.people.models import Person
from backend.places.models import SiteException
from tests.backend.console.agenda_pages import at, booked, keep_only, named, site_of
from tests.backend.console.browser import Browser
from tests.backend.console.test_places import csrf, routes

PAGES = ("/rendez-vous/semaine", "/rendez-vous/jour", "/rendez-vous/absence", "/rendez-vous/demandes")
OF_ONE = ("/rendez-vous/{}/deplacer",)
DESK = ("/accueil", "/accueil/{}", "/accueil/{}/flux")
ACTS = (
    "/rendez-vous/absence",
    "/rendez-vous/absence/retirer",
    "/rendez-vous/demandes",
    "/rendez-vous/demandes/{}/fait",
)
ACTS_OF_ONE = ("/rendez-vous/{}/deplacer", "/rendez-vous/{}/arrivee")
ACTS_OF_DESK = ("/accueil/{}/sans-rendez-vous",)


def test_every_route_of_these_pages_is_in_the_tables_above(app):
    ours = re.compile(r"/accueil|/rendez-vous/(semaine|jour|absence|demandes|\{\w+\}/(deplacer|arrivee))")
    found: tuple[set[str], set[str]] = (set(), set())
    for path, methods in routes(app.routes):
        if ours.match(path):
            found["POST" in methods].add(re.sub(r"\{\w+\}", "{}", path))
    assert found == ({*PAGES, *OF_ONE, *DESK}, {*ACTS, *ACTS_OF_ONE, *ACTS_OF_DESK})


@pytest.fixture
def claire(browse) -> Browser:
    return browse().enters_as("Claire")


@pytest.fixture
def helene(browse) -> Browser:
    return browse().enters_as("Hélène")


READS = {"Claire": (200, 403), "Inès": (200, 200), "Hélène": (200, 200), "Nadia": (403, 403)}


@pytest.mark.parametrize("name", READS)
def test_each_role_opens_its_pages_and_no_other(browse, db, name):
    browser = browse().enters_as(name)
    week, desk = READS[name]
    assert [browser.opens(page) for page in PAGES[:3]] == [week] * 3
    assert browser.opens("/rendez-vous/demandes") == 200
    assert browser.opens(f"/accueil/{site_of(db, 'la-boussole').id}") == desk


def test_nobody_opens_or_changes_anything_without_signing_in_or_without_the_token(browse, helene):
    browser = browse()
    for page in (*PAGES, *OF_ONE, *DESK):
        assert browser.opens(page.format(1)) == 303, page
    for act in (*ACTS, *ACTS_OF_ONE, *ACTS_OF_DESK):
        assert browser.posts(act.format(1), {}) == 401, act
        assert helene.posts(act.format(1), {}) == 403, act


def test_a_week_shows_who_comes_when_where_and_in_what_state(claire, db):
    booked(db, "Lina", "Claire", at(24, 10), status="confirmed")
    assert claire.opens("/rendez-vous/semaine") == 200
    for words in (
        "Claire Dubois",
        "lundi 23 novembre",
        "Lina",
        "Confirmé",
        "Premier rendez-vous",
        "La Boussole",
    ):
        assert words in claire.words, words
    assert "h10 m0 lh0 lm45" in claire.page.text
    assert "samedi" not in claire.words.partition("Semaine d'après")[2], "an empty weekend is left out"


def test_on_a_sunday_the_week_that_comes_is_shown(claire, clock):
    clock.goes_on(days=-1)
    claire.opens("/rendez-vous/semaine")
    assert "Du lundi 23 novembre au dimanche 29 novembre" in claire.words
    clock.goes_on(days=-2)
    claire.opens("/rendez-vous/semaine")
    assert "Du lundi 16 novembre au dimanche 22 novembre" in claire.words


def test_each_appointment_wears_the_colour_of_its_motive(claire, db):
    lina = booked(db, "Lina", "Claire", at(24, 10))
    with db.transaction() as tx:
        tx.get_one(Motive, lina.motive_id).colour = "plum"
    for page in ("/rendez-vous/semaine?du=2026-11-23", "/rendez-vous/jour?le=2026-11-24"):
        claire.opens(page)
        assert '<span class="swatch plum">' in claire.page.text, page


def test_openings_absences_and_what_is_busy_elsewhere_are_drawn(claire, db):
    me = named(db, "Claire").id
    with db.transaction() as tx:
        tx.add(Absence(advisor_id=me, starts_at=at(25, 9), ends_at=at(25, 12), reason="Formation"))
        kept = ExternalCalendar(person_id=me, name="x")
        tx.add(kept)
        tx.flush()
        tx.add(ExternalBusy(calendar_id=kept.id, person_id=me, starts_at=at(26, 9), ends_at=at(26, 10)))
    claire.opens("/rendez-vous/semaine?du=2026-11-23")
    assert "ground opening h9 m0 lh3 lm0" in claire.page.text
    assert "ground absence h9 m0 lh3 lm0" in claire.page.text and "Formation" in claire.words
    assert "ground external h9 m0 lh1 lm0" in claire.page.text and "Occupé" in claire.words


@pytest.mark.parametrize("why", ["absence", "external", "door"])
def test_what_cannot_take_place_is_listed_on_top_everywhere(claire, db, why):
    lina = booked(db, "Lina", "Claire", at(24, 10))
    me = named(db, "Claire").id
    with db.transaction() as tx:
        if why == "absence":
            tx.add(Absence(advisor_id=me, starts_at=at(24, 8), ends_at=at(24, 11)))
        elif why == "door":
            tx.add(SiteException(site_id=lina.site_id, first=date(2026, 11, 24), last=date(2026, 11, 24)))
        else:
            kept = ExternalCalendar(person_id=me, name="x")
            tx.add(kept)
            tx.flush()
            tx.add(
                ExternalBusy(calendar_id=kept.id, person_id=me, starts_at=at(24, 10, 30), ends_at=at(24, 11))
            )
    for page in ("/rendez-vous", "/rendez-vous/semaine", "/rendez-vous/jour?le=2026-11-24"):
        claire.opens(page)
        assert "1 rendez-vous à régler" in claire.words, page
    claire.opens(f"/rendez-vous/{lina.id}")
    assert "À régler" in claire.words and f"/rendez-vous/{lina.id}/deplacer" in claire.words


def test_an_appointment_beside_an_absence_is_no_conflict(claire, db):
    booked(db, "Lina", "Claire", at(24, 10))
    with db.transaction() as tx:
        me = named(db, "Claire").id
        tx.add(Absence(advisor_id=me, starts_at=at(24, 8), ends_at=at(24, 10)))
        tx.add(Absence(advisor_id=me, starts_at=at(24, 10, 45), ends_at=at(24, 12)))
    claire.opens("/rendez-vous/semaine")
    assert "à régler" not in claire.words.lower()


def test_a_day_of_a_site_has_a_column_for_each_who_receives(helene, db):
    booked(db, "Lina", "Claire", at(24, 10))
    helene.opens(f"/rendez-vous/jour?le=2026-11-24&lieu={site_of(db, 'la-boussole').id}")
    headings = re.findall(r'<h2 id="column-[^"]+">(.*?)</h2>', helene.page.text)
    assert headings == ["Claire Dubois", "Karim Haddad", "Sophie Nguyen"]


def test_too_many_at_once_are_counted_and_lead_to_the_day(helene, db):
    for name, advisor in (("A", "Claire"), ("B", "Karim"), ("C", "Mathieu"), ("D", "Sophie")):
        booked(db, name, advisor, at(24, 10))
    helene.opens(f"/rendez-vous/semaine?lieu={site_of(db, 'la-boussole').id}")
    assert "et 2 autres" in helene.words
    assert helene.page.text.count(" folded") == 2, "they stay in the list that a phone shows"


def test_what_is_over_waits_in_the_label_of_the_navigation_until_it_is_told(claire, db):
    lina = booked(db, "Lina", "Claire", at(20, 10))
    claire.opens("/rendez-vous/semaine")
    assert '<span class="untold" title="1 à compléter">' in claire.page.text
    claire.opens(f"/rendez-vous/{lina.id}")
    claire.sends(f"/rendez-vous/{lina.id}/suite", outcome="attended")
    claire.opens("/rendez-vous/semaine")
    assert "untold" not in claire.page.text


@pytest.mark.parametrize("page", PAGES[:3])
def test_the_agenda_of_someone_out_of_scope_does_not_exist(browse, db, page):
    claire, marc = browse().enters_as("Claire"), browse().enters_as("Marc")
    karim, boussole = named(db, "Karim").id, site_of(db, "la-boussole").id
    assert claire.opens(f"{page}?avec={karim}") == 404
    assert marc.opens(f"{page}?avec={karim}") == 404
    said = marc.words
    assert marc.opens(f"{page}?avec=999999") == 404
    assert marc.words == said
    if "absence" not in page:
        assert [b.opens(f"{page}?lieu={boussole}") for b in (claire, marc)] == [404, 404]


def test_a_front_desk_of_one_site_sees_that_site_and_those_who_receive_there(browse, db):
    boussole, imphy = site_of(db, "la-boussole"), site_of(db, "imphy")
    booked(db, "Lina", "Karim", at(24, 9), site="imphy")
    booked(db, "Jade", "Karim", at(24, 14))
    keep_only(db, "Inès", boussole.id)
    ines = browse().enters_as("Inès")
    assert ines.opens(f"/rendez-vous/semaine?lieu={imphy.id}") == 404
    assert ines.opens(f"/rendez-vous/semaine?avec={named(db, 'Karim').id}") == 200
    assert "Jade" in ines.words and "Lina" not in ines.words
    assert ines.opens(f"/rendez-vous/semaine?avec={named(db, 'Élodie').id}") == 404


ODD = ("abc", "2026-13-01", "0001-01-01", "9999-12-31", "2026-11-23' OR 1=1", "<script>", "1" * 5000, "%00")


@pytest.mark.parametrize("odd", ODD)
def test_a_day_that_is_none_is_said(claire, odd):
    for page in ("/rendez-vous/semaine?du=", "/rendez-vous/jour?le="):
        assert claire.opens(page + odd) == 400
        assert "<script>" not in claire.page.text


@pytest.mark.parametrize("odd", ["-1", "0", "abc", "1.5", "9" * 30, "٣", "<b>", "%00"])
def test_an_address_that_is_none_is_answered_as_one(helene, odd):
    for page in ("/rendez-vous/semaine?avec=", "/rendez-vous/jour?lieu=", "/rendez-vous/absence?avec="):
        assert helene.opens(page + odd) == 404
    for page in ("/accueil/{}", "/rendez-vous/{}/deplacer", "/rendez-vous/{}"):
        assert helene.opens(page.format(odd)) == 404


def test_names_and_reasons_are_words_and_never_markup(claire, db):
    booked(db, "<script>alert(1)</script>", "Claire", at(24, 10))
    with db.transaction() as tx:
        reason = '"><img src=x onerror=alert(1)>'
        tx.add(
            Absence(advisor_id=named(db, "Claire").id, starts_at=at(24, 8), ends_at=at(24, 9), reason=reason)
        )
    for page in ("/rendez-vous", "/rendez-vous/semaine", "/rendez-vous/jour?le=2026-11-24"):
        claire.opens(page)
        assert "<script>alert" not in claire.page.text and "<img" not in claire.page.text


@pytest.mark.parametrize("day", ["2026-10-25", "2026-03-29", "2028-02-29", "2000-01-03", "2199-12-01"])
def test_weeks_of_clock_changes_and_of_the_ends_of_time_are_shown(claire, day):
    assert claire.opens(f"/rendez-vous/semaine?du={day}") == 200
    assert claire.opens(f"/rendez-vous/jour?le={day}") == 200


def visit(id_: int, begins: datetime, minutes: int = 45) -> Visit:
    ends = begins + timedelta(minutes=minutes)
    return Visit(id_, begins, ends, "Europe/Paris", "Lou", "m", "place", None, None, 1, "Claire", "booked")


def test_blocks_that_meet_stand_side_by_side_and_those_after_have_the_width_again():
    found = [visit(1, at(24, 9)), visit(2, at(24, 9, 30)), visit(3, at(24, 9, 45)), visit(4, at(24, 11))]
    drawn = column(Scenery(found, [], {}, "Europe/Paris"), date(2026, 11, 24))
    assert [(b.spot.lane, b.spot.lanes) for b in drawn.blocks] == [(0, 2), (1, 2), (0, 2), (0, 1)]


@pytest.mark.parametrize(
    ("begins", "minutes", "drawn"),
    [
        (at(24, 9), 45, (540, 45)),
        (at(24, 9), 10, (540, 30)),
        (at(24, 5), 30, (420, 30)),
        (at(24, 21), 60, (1170, 30)),
        (at(24, 19, 50), 60, (1170, 30)),
    ],
)
def test_what_lies_outside_the_hours_is_drawn_at_the_edge(begins, minutes, drawn):
    found = column(Scenery([visit(1, begins, minutes)], [], {}, "Europe/Paris"), date(2026, 11, 24))
    assert (found.blocks[0].spot.begin, found.blocks[0].spot.minutes) == drawn


def test_a_day_is_that_of_the_place():
    late = visit(1, datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    for zone, day in (("Europe/Paris", 25), ("America/Cayenne", 24), ("Pacific/Noumea", 25)):
        drawn = column(Scenery([late], [], {}, zone), date(2026, 11, day))
        assert len(drawn.blocks) == 1, zone


def test_every_class_that_a_block_may_have_is_in_the_stylesheet():
    css = (STATIC / "agenda.css").read_text()
    for hour in range(7, 20):
        for minute in range(0, 60, 5):
            found = column(
                Scenery([visit(1, at(24, hour, minute), 55)], [], {}, "Europe/Paris"), date(2026, 11, 24)
            )
            for name in found.blocks[0].spot.css.split():
                assert f".{name} {{" in css, name


def test_a_request_token_is_on_no_page_of_another(helene, claire):
    helene.opens("/rendez-vous/demandes")
    claire.opens("/rendez-vous/demandes")
    assert csrf(helene) != csrf(claire)


def test_a_closed_opening_is_not_drawn(claire, db):
    with db.transaction() as tx:
        for row in tx.exec(select(Opening).join(Person).where(Person.name == "Claire Dubois")):
            row.until = date(2026, 1, 1)
    claire.opens("/rendez-vous/semaine")
    assert "ground opening" not in claire.page.text and "Rien." in claire.words
