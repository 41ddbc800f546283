"""What can be booked, as advisors and managers say it: the editor, one day, those booked, rooms, scope."""

from __future__ import annotations

import re
from datetime import date

import pytest
from sqlmodel import col, select

from backend.agenda.models import Appointment, Opening, OpeningException, Room
from backend.places.models import Site
from tests.backend.console.browser import Browser
from tests.backend.console.conftest import person
from tests.youth import books

NEW = "/creneaux/nouveau"


@pytest.fixture
def helene(browse) -> Browser:
    """Manager at Nevers."""
    return browse().enters_as("Hélène")


def site(db, slug="la-boussole") -> Site:
    with db.reading() as tx:
        return tx.exec(select(Site).where(Site.slug == slug)).one()


def openings(db) -> list[Opening]:
    with db.reading() as tx:
        return list(tx.exec(select(Opening).order_by(col(Opening.id))))


def of(db, name: str, slug: str) -> Opening:
    advisor, place = person(db, name).id, site(db, slug).id
    return next(o for o in openings(db) if (o.advisor_id, o.site_id) == (advisor, place))


def typed(db, **changed: str) -> dict[str, str]:
    usual = {
        "advisor": str(person(db, "Karim").id),
        "site": str(site(db, "fourchambault").id),
        "hours": "samedi 9h-12h",
        "mode-place": "on",
        "buffer": "10",
    }
    return {**usual, **changed}


def test_an_opening_is_read_as_one_says_it_and_booked_at_once(helene, db):
    before = len(openings(db))
    helene.opens(NEW)
    assert helene.sends(NEW, **typed(db, max_a_day="3", until="2027-06-30")) == 303
    helene.follows()
    assert "Ouvert. Les jeunes le voient déjà." in helene.words
    made = openings(db)[-1]
    assert len(openings(db)) == before + 1
    assert (made.hours, made.max_a_day, made.buffer_minutes) == ("Sa 09:00-12:00", 3, 10)
    assert made.until == date(2027, 6, 30)


def test_the_same_form_twice_opens_once(helene, db):
    helene.opens(NEW)
    fields = {**helene.form(NEW).fields, **typed(db)}
    before = len(openings(db))
    assert [helene.posts(NEW, fields) for _ in range(2)] == [303, 303]
    assert len(openings(db)) == before + 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"hours": "samedi 14h-12h"}, "L'heure de fin vient avant celle du début"),
        ({"hours": ""}, "À remplir"),
        ({"hours": "Sa 14:00+"}, "Il manque l'heure de fin"),
        ({"hours": "jeidu 14h-17h"}, "mot n'est pas connu"),
        ({"hours": "x" * 5000}, "C'est trop long"),
        ({"hours": "2020 Sa 09:00-12:00"}, "personne ne serait jamais reçu"),
        ({"until": "2020-01-01"}, "personne ne serait jamais reçu"),
        ({"since": "2027-01-02", "until": "2027-01-01"}, "Le dernier jour vient avant"),
        ({"hours": "samedi 9h-9h20"}, "Aucune de ces plages n'est assez longue"),
        ({"hours": "mardi 9h-10h"}, "jamais à deux endroits"),
        ({"mode-place": ""}, "Cochez au moins une façon"),
        ({"site": ""}, "choisissez un lieu"),
        ({"site": "99999"}, "Choisissez dans la liste"),
        ({"advisor": "99999"}, "Choisissez dans la liste"),
        ({"room": "99999"}, "1 champ à revoir"),
        ({"buffer": "-5"}, "Écrivez un nombre entre 0 et 120"),
        ({"max_a_day": "1e9"}, "Écrivez un nombre entre 0 et 30"),
        ({"since": "demain"}, "Choisissez un jour"),
        ({"age_min": "25", "age_max": "18"}, "ne peut pas être sous 25"),
        ({"communes": "Nulleparville"}, "Commune inconnue"),
    ],
)
def test_what_cannot_stand_is_refused_in_plain_french(helene, db, changed, said):
    before = openings(db)
    helene.opens(NEW)
    assert helene.sends(NEW, **typed(db, **changed)) == 422
    assert said in helene.words
    assert openings(db) == before


def test_a_motive_longer_than_every_range_is_named(helene, db):
    helene.opens(NEW)
    motive = re.search(r'name="(motive-\d+)"', helene.page.text).group(1)
    assert helene.sends(NEW, **typed(db, hours="samedi 9h-9h30", **{motive: "on"})) == 422
    assert "pour ce motif : Premier rendez-vous (45 min)" in helene.words


def test_the_preview_says_the_words_and_the_next_three_dates_within_the_season(helene, db):
    helene.opens(NEW)
    fields = {**helene.form(NEW).fields, **typed(db, hours="mardi 9h-12h", since="2026-12-02")}
    assert helene.posts("/creneaux/apercu", fields) == 200
    assert "<strong>Mardi 9 h – 12 h</strong>" in helene.words
    assert re.findall(r"<li>mardi (\d+) décembre", helene.words) == ["8", "15", "22"]
    assert helene.posts("/creneaux/apercu", {**fields, "hours": "jeidu"}) == 200
    assert "<mark>jeidu</mark>" in helene.words


def test_hours_that_nobody_is_booked_in_are_changed_at_once(helene, db):
    opening = of(db, "Karim", "imphy")
    path = f"/creneaux/{opening.id}"
    helene.opens(path)
    fields = {**typed(db, site=str(opening.site_id), hours="mardi 9h-11h"), "motive-1": ""}
    assert helene.sends(path, **fields) == 303
    helene.follows()
    assert "Enregistré." in helene.words
    assert of(db, "Karim", "imphy").hours == "Tu 09:00-11:00"


def test_whoever_is_booked_is_shown_before_and_moved_with_the_change(helene, db, youth):
    books(youth)
    opening = of(db, "Karim", "imphy")
    path = f"/creneaux/{opening.id}"
    helene.opens(path)
    wanted = typed(db, site=str(opening.site_id), hours="mardi 11h-12h")
    assert helene.sends(path, **wanted) == 200
    assert "1 rendez-vous n'aurait plus lieu ainsi" in helene.words
    assert of(db, "Karim", "imphy").hours == opening.hours
    assert youth.hears() == []
    form = helene.form(path)
    choice = re.search(r'name="(rdv-\d+)" value="([^"]+)"', helene.page.text)
    words = re.search(r'<blockquote class="bubble">(.*?)</blockquote>', helene.words, re.DOTALL).group(1)
    assert helene.posts(path, {**form.fields, choice[1]: choice[2]}) == 303
    assert of(db, "Karim", "imphy").hours == "Tu 11:00-12:00"
    assert youth.hears()[0] == words
    with db.reading() as tx:
        new = tx.exec(select(Appointment).where(Appointment.status == "booked")).one()
    assert str(new.starts_at) not in ("", "2026-11-24 08:00:00+00:00")


def test_a_decision_for_someone_who_is_not_concerned_changes_nothing(helene, db, youth):
    books(youth)
    opening = of(db, "Karim", "imphy")
    path = f"/creneaux/{opening.id}"
    helene.opens(path)
    wanted = typed(db, site=str(opening.site_id), hours="mardi 11h-12h")
    assert helene.sends(path, sure="1", **wanted, **{"rdv-999": "cancel"}) == 409
    assert "Rien n'a été fait" in helene.words
    assert of(db, "Karim", "imphy").hours == opening.hours


def test_a_day_off_cancels_or_moves_those_booked_that_day(helene, db, youth):
    books(youth)
    opening = of(db, "Karim", "imphy")
    path = f"/creneaux/{opening.id}/jours"
    helene.opens(path)
    assert helene.sends(path, day="2026-11-24") == 200
    assert "Lou" in helene.words
    form, name = helene.form(path), re.search(r"rdv-\d+", helene.page.text).group(0)
    assert helene.posts(path, {**form.fields, name: "cancel"}) == 303
    with db.reading() as tx:
        assert tx.exec(select(OpeningException)).one().hours == ""
        assert tx.exec(select(Appointment.status)).one() == "cancelled_by_staff"
    helene.follows()
    assert "personne n'est reçu" in helene.words
    assert helene.sends(f"{path}/2026-11-24/retirer") == 303
    with db.reading() as tx:
        assert tx.exec(select(OpeningException)).first() is None


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"day": "2020-01-01"}, "Ce jour est passé"),
        ({"day": "x"}, "Choisissez un jour"),
        ({"day": "2026-12-01", "hours": "17h-14h"}, "Écrivez des heures"),
    ],
)
def test_a_day_that_cannot_be_is_refused(helene, db, fields, said):
    path = f"/creneaux/{of(db, 'Karim', 'imphy').id}/jours"
    helene.opens(path)
    assert helene.sends(path, **fields) == 422
    assert said in helene.words


def test_an_opening_is_taken_away_once_those_booked_are_decided(helene, db, youth):
    books(youth)
    opening = of(db, "Karim", "imphy")
    path = f"/creneaux/{opening.id}/retirer"
    helene.opens(path)
    assert "Lou" in helene.words
    name = re.search(r"rdv-\d+", helene.page.text).group(0)
    assert helene.sends(path, **{name: "cancel"}) == 303
    assert opening.id not in {o.id for o in openings(db)}
    assert "annulé" in youth.hears()[0]


def test_a_version_that_is_not_the_last_is_not_written_over_it(helene, db):
    opening = of(db, "Karim", "imphy")
    path = f"/creneaux/{opening.id}"
    helene.opens(path)
    fields = helene.form(path).fields
    wanted = typed(db, site=str(opening.site_id), hours="mardi 9h-11h")
    assert helene.posts(path, {**fields, **wanted}) == 303
    assert helene.posts(path, {**fields, **wanted, "hours": "mardi 9h-10h"}) == 409
    assert "entre-temps" in helene.words
    assert of(db, "Karim", "imphy").hours == "Tu 09:00-11:00"


def test_rooms_are_added_and_renamed_and_two_never_share_a_name(helene, db):
    page, place = "/creneaux/salles", str(site(db).id)
    helene.opens(page)
    assert helene.sends(page, site=place, name="Salle bleue") == 303
    helene.opens(page)
    assert (
        helene.posts(page, {**helene.form(page).fields, "room": "", "site": place, "name": "salle BLEUE"})
        == 422
    )
    with db.reading() as tx:
        room = tx.exec(select(Room)).one()
    helene.opens(page)
    csrf = helene.form(page).fields["csrf"]
    fields = {"csrf": csrf, "site": place, "room": str(room.id), "name": "Salle verte"}
    assert helene.posts(page, fields) == 303
    with db.reading() as tx:
        assert tx.exec(select(Room.name)).one() == "Salle verte"
    assert helene.posts(page, {**fields, "site": "99999"}) == 404
    assert helene.posts(page, {**fields, "name": "x" * 61}) == 422


def test_an_advisor_keeps_their_own_openings_only(browse, db):
    karim = browse().enters_as("Karim")
    own, other = of(db, "Karim", "imphy"), of(db, "Claire", "la-boussole")
    karim.opens("/creneaux")
    assert f"/creneaux/{own.id}" in karim.words
    assert f'href="/creneaux/{other.id}"' not in karim.words
    assert karim.opens(f"/creneaux/{own.id}") == 200
    csrf = karim.form("/deconnexion").fields["csrf"]
    for path in (f"/creneaux/{other.id}", f"/creneaux/{other.id}/jours", f"/creneaux/{other.id}/retirer"):
        assert karim.opens(path) == 404
        assert karim.posts(path, {"csrf": csrf}) == 404
    karim.opens(NEW)
    assert karim.sends(NEW, **typed(db, advisor=str(other.advisor_id))) == 422
    assert karim.opens("/creneaux/salles") == 403


def test_a_manager_of_elsewhere_finds_nothing(browse, db):
    marc = browse().enters_as("Marc")
    path = f"/creneaux/{of(db, 'Karim', 'imphy').id}"
    assert marc.opens(path) == 404
    assert marc.opens("/creneaux/99999999999999") == 404
    marc.opens("/creneaux")
    assert "Karim" not in marc.words


@pytest.mark.parametrize("name", ["Inès", "Nadia"])
def test_the_front_desk_and_mediators_do_not_open(browse, name):
    browser = browse().enters_as(name)
    for page in ("/creneaux", NEW, "/creneaux/1", "/creneaux/1/jours", "/creneaux/1/retirer"):
        assert browser.opens(page) == 403


def test_hours_in_the_gap_of_summer_time_are_simply_not_there(helene, db):
    helene.opens(NEW)
    fields = {**helene.form(NEW).fields, **typed(db, hours="2027 Mar 28 02:00-02:50")}
    assert helene.posts(NEW, fields) == 422
    assert "personne ne serait jamais reçu" in helene.words


def test_no_page_of_openings_opens_without_signing_in(browse):
    for page in ("/creneaux", NEW, "/creneaux/1", "/creneaux/salles", "/motifs", "/rendez-vous/nouveau"):
        assert browse().opens(page) == 303
