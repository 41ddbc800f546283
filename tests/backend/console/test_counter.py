"""Booking at the counter: for someone with or without Telegram, from the form to the reminder in their chat."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from sqlmodel import select

from backend.agenda.models import Appointment, Busy, Motive
from backend.agenda.reminders import remind
from backend.people.models import Person, YouthLink
from backend.people.models import Youth as YouthRow
from backend.places.models import MissionLocale
from tests.backend.console.browser import Browser
from tests.youth import Youth, books, reaches_proposals

PAGE = "/rendez-vous/nouveau"


def motive(db, slug="emploi", territory="nevers-sud-nivernais") -> str:
    with db.reading() as tx:
        home = tx.exec(select(MissionLocale.id).where(MissionLocale.slug == territory)).one()
        found = select(Motive.id).where(Motive.mission_locale_id == home, Motive.slug == slug)
        return str(tx.exec(found).one())


def whom(db, **changed: str) -> dict[str, str]:
    usual = {
        "first_name": "Zed",
        "phone": "06 12 34 56 78",
        "commune": "Imphy",
        "bracket": "from_18",
        "motive": motive(db),
        "mode": "place",
        "need-emploi": "on",
    }
    return {**usual, **changed}


def slots(browser: Browser) -> list[str]:
    return re.findall(r'name="slot" value="([^"]+)"', browser.page.text)


def books_for(browser: Browser, db, **changed: str) -> str:
    """The usual way; the payload of the link on the card, empty if there is none."""
    browser.opens(PAGE)
    assert browser.sends(PAGE, **whom(db, **changed)) == 200
    assert browser.sends(PAGE, slot=slots(browser)[0], **whom(db, **changed)) == 200
    found = re.search(r"rdv-[\w-]{20,}", browser.page.text)
    return found.group(0) if found else ""


def appointments(db) -> list[Appointment]:
    with db.reading() as tx:
        return list(tx.exec(select(Appointment).order_by(Appointment.id)))


@pytest.fixture
def ines(browse) -> Browser:
    """At the front desk of Nevers."""
    return browse().enters_as("Inès")


def test_someone_without_telegram_is_booked_and_leaves_with_a_card(ines, db):
    books_for(ines, db)
    (made,) = appointments(db)
    with db.reading() as tx:
        young = tx.get_one(YouthRow, made.youth_id)
        by = tx.get_one(Person, made.booked_by)
        assert tx.exec(select(Busy).where(Busy.appointment_id == made.id)).first()
    assert (young.first_name, young.phone, young.commune, young.bracket) == (
        "Zed",
        "0612345678",
        "Imphy",
        "from_18",
    )
    assert by.first_name == "Inès"
    for words in ("C'est réservé", "Zed", "À apporter", "Lundi 23 novembre", "à appeler"):
        assert words in ines.words


def test_booked_at_the_counter_then_opened_on_telegram_then_reminded_there(ines, db, script, clock):
    link = books_for(ines, db, **{"from": "2026-11-24"})
    assert remind(db, script) == 0
    zed = Youth(db, script, "77", name="Zed")
    said = zed.writes(f"/start {link}")
    assert "C'est relié. Ton rendez-vous : mardi 24 novembre à" in said[0]
    assert "Ton rendez-vous" in " ".join(zed.writes("/rdv"))
    clock.at = datetime(2026, 11, 23, 18, 5, tzinfo=UTC)
    assert remind(db, script) == 1
    assert "endez-vous" in " ".join(zed.hears())
    with db.reading() as tx:
        assert len(tx.exec(select(YouthRow)).all()) == 1


def test_the_link_is_kept_as_a_hash_and_serves_once(ines, db, script):
    link = books_for(ines, db)
    with db.reading() as tx:
        assert link not in tx.exec(select(YouthLink.token_hash)).one()
    zed, other = Youth(db, script, "77"), Youth(db, script, "78")
    zed.writes(f"/start {link}")
    assert "C'est relié" in zed.writes(f"/start {link}")[0]
    said = other.writes(f"/start {link}")
    assert "Ce lien ne marche plus" in said[0]
    assert "C'est parti" in other.buttons
    assert "pas de rendez-vous" in " ".join(other.writes("/rdv"))


@pytest.mark.parametrize("payload", ["rdv-nothing", "rdv-", "rdv-" + "x" * 40])
def test_a_wrong_link_is_told_kindly_and_starts(db, script, payload):
    said = Youth(db, script, "7").writes(f"/start {payload}")
    assert "Ce lien ne marche plus" in said[0]
    assert len(said) > 1


def test_a_poster_is_no_link(db, script):
    assert "Ce lien" not in " ".join(Youth(db, script, "7").writes("/start affiche-12"))


def test_a_link_runs_out_after_two_weeks(ines, db, script, clock):
    link = books_for(ines, db)
    clock.goes_on(days=14)
    assert "Ce lien ne marche plus" in Youth(db, script, "7").writes(f"/start {link}")[0]


def test_a_new_card_ends_the_one_before(ines, db, script):
    link = books_for(ines, db)
    card = f"/rendez-vous/{appointments(db)[0].id}/carte"
    ines.opens(card)
    assert link not in ines.page.text
    assert ines.sends(card) == 200
    newer = re.search(r"rdv-[\w-]{20,}", ines.page.text).group(0)
    assert "Ce lien ne marche plus" in Youth(db, script, "7").writes(f"/start {link}")[0]
    assert "C'est relié" in Youth(db, script, "8").writes(f"/start {newer}")[0]


def test_whoever_spoke_with_the_bot_before_keeps_what_they_had(ines, db, script):
    lou = Youth(db, script, "42")
    books(lou)
    link = books_for(ines, db, first_name="Loulou")
    assert "C'est relié" in lou.writes(f"/start {link}")[0]
    with db.reading() as tx:
        kept = tx.exec(select(YouthRow)).one()
    assert (kept.first_name, kept.phone) == ("Lou", "0612345678")
    assert {a.youth_id for a in appointments(db)} == {kept.id}
    assert "Tu as plusieurs rendez-vous" in " ".join(lou.writes("/rdv"))


def test_a_question_that_was_running_is_not_lost(ines, db, script):
    lou = Youth(db, script, "42")
    reaches_proposals(lou)
    lou.writes(f"/start {books_for(ines, db)}")
    assert lou.taps("Autres horaires")


def test_the_same_form_sent_twice_books_once(ines, db):
    ines.opens(PAGE)
    ines.sends(PAGE, **whom(db))
    fields = {**ines.form(PAGE).fields, **whom(db), "slot": slots(ines)[0]}
    assert ines.posts(PAGE, fields) == 200
    assert ines.posts(PAGE, fields) == 200
    assert len(appointments(db)) == 1


def test_another_slot_chosen_on_the_way_back_shows_what_is_booked_and_books_nothing_more(ines, db):
    ines.opens(PAGE)
    ines.sends(PAGE, **whom(db))
    fields, (first, second, *_) = {**ines.form(PAGE).fields, **whom(db)}, slots(ines)
    ines.posts(PAGE, {**fields, "slot": first})
    assert ines.posts(PAGE, {**fields, "slot": second}) == 200
    assert "C'est réservé" in ines.words
    assert len(appointments(db)) == 1


def test_someone_else_typed_on_the_way_back_is_booked_too(ines, db):
    ines.opens(PAGE)
    ines.sends(PAGE, **whom(db))
    fields, (first, second, *_) = {**ines.form(PAGE).fields, **whom(db)}, slots(ines)
    ines.posts(PAGE, {**fields, "slot": first})
    ines.posts(PAGE, {**fields, "first_name": "Ada", "slot": second})
    assert "Ada" in ines.words
    assert len(appointments(db)) == 2


def test_a_slot_taken_meanwhile_shows_those_that_are_left(ines, browse, db):
    ines.opens(PAGE)
    ines.sends(PAGE, **whom(db))
    fields, slot = {**ines.form(PAGE).fields, **whom(db)}, slots(ines)[0]
    books_for(browse().enters_as("Hélène"), db)
    assert ines.posts(PAGE, {**fields, "slot": slot}) == 409
    assert "vient d'être pris" in ines.words
    assert slots(ines) and slot not in slots(ines)
    assert len(appointments(db)) == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"first_name": ""}, "À remplir"),
        ({"first_name": "x" * 41}, "C'est trop long"),
        ({"phone": "12"}, "Écrivez un numéro"),
        ({"phone": "javascript:alert(1)"}, "Écrivez un numéro"),
        ({"mode": "phone", "phone": ""}, "il faut un numéro"),
        ({"commune": "Nulleparville"}, "Commune inconnue"),
        ({"mode": "home", "commune": ""}, "À remplir"),
        ({"mode": "boat"}, "Choisissez dans la liste"),
        ({"mode": "home"}, "ne se fait pas ainsi"),
        ({"bracket": "under_16"}, "Choisissez dans la liste"),
        ({"motive": "999"}, "Choisissez dans la liste"),
        ({"site": "999"}, "Choisissez dans la liste"),
        ({"from": "2020-01-01"}, "Ce jour est passé"),
        ({"from": "never"}, "Choisissez un jour"),
    ],
)
def test_what_cannot_stand_is_said_and_nothing_is_booked(ines, db, changed, said):
    ines.opens(PAGE)
    assert ines.sends(PAGE, **whom(db, **changed)) == 422
    assert said in ines.words
    assert appointments(db) == []


@pytest.mark.parametrize("slot", ["", "1", "zz.zz.p", "999999.abc.p", "1.abc.q", "9" * 400, "'; drop table"])
def test_a_forged_slot_books_nothing(ines, db, slot):
    ines.opens(PAGE)
    assert ines.sends(PAGE, slot=slot or "x", **whom(db)) == 409
    assert appointments(db) == []


def test_another_day_shows_what_is_free_from_then_on(ines, db):
    ines.opens(PAGE)
    ines.sends(PAGE, **whom(db, **{"from": "2026-12-07"}))
    assert slots(ines)
    assert "novembre" not in ines.words.partition('id="creneaux"')[2]


def test_a_home_visit_keeps_the_commune_and_no_more(ines, db):
    with db.transaction() as tx:
        for one in tx.exec(select(Motive).where(Motive.slug == "emploi")):
            one.modes = [*one.modes, "home"]
            tx.add(one)
        from backend.agenda.models import Opening

        for opening in tx.exec(select(Opening)):
            opening.modes = [*opening.modes, "home"]
            tx.add(opening)
    books_for(ines, db, mode="home")
    (made,) = appointments(db)
    assert (made.mode, made.insee) == ("home", "58134")
    ines.opens(f"/rendez-vous/{made.id}")
    assert "Commune Imphy (demandez l'adresse par téléphone)" in " ".join(
        re.sub(r"<[^>]+>", " ", ines.words).split()
    )
    path = f"/rendez-vous/{made.id}/deplacer"
    ines.opens(path)
    slot = re.search(r'name="slot" value="([^"]+)"', ines.page.text).group(1)
    assert ines.sends(path, slot=slot) == 303
    assert [one.insee for one in appointments(db)] == ["58134", "58134"]


def test_an_advisor_books_for_themselves_only(browse, db):
    claire = browse().enters_as("Claire")
    books_for(claire, db)
    (made,) = appointments(db)
    with db.reading() as tx:
        assert tx.get_one(Person, made.advisor_id).first_name == "Claire"


def test_nobody_books_in_another_mission_locale(browse, ines, db):
    marc = browse().enters_as("Marc")
    with db.reading() as tx:
        home = str(
            tx.exec(select(MissionLocale.id).where(MissionLocale.slug == "nevers-sud-nivernais")).one()
        )
    assert marc.opens(f"{PAGE}?chez={home}") == 404
    marc.opens(PAGE)
    assert marc.sends(PAGE, **whom(db), home=home) == 404
    ines.opens(PAGE)
    ines.sends(PAGE, **whom(db))
    slot = slots(ines)[0]
    theirs = motive(db, territory="clermont-metropole-et-volcans")
    marc.opens(PAGE)
    assert marc.sends(PAGE, slot=slot, **whom(db, motive=theirs, commune="Clermont-Ferrand")) == 409
    books_for(ines, db)
    card = f"/rendez-vous/{appointments(db)[0].id}/carte"
    assert marc.opens(card) == 404
    assert marc.opens("/rendez-vous/99999999999999/carte") == 404


def test_a_form_without_its_token_books_nothing(ines, db):
    ines.opens(PAGE)
    assert ines.sends(PAGE, csrf="x", **whom(db)) == 403


def test_the_card_shows_the_link_and_a_code_to_photograph_once_the_bot_has_a_name(ines, db, settings):
    settings.telegram_name = "@PasserelleBot"
    link = books_for(ines, db)
    assert f"https://t.me/PasserelleBot?start={link}" in ines.page.text
    assert re.search(r'role="img" aria-label="[^"]+"><svg viewBox', ines.page.text)
    ines.opens(f"/rendez-vous/{appointments(db)[0].id}/carte")
    assert "<svg viewBox" not in ines.page.text.split('class="paper"')[1], "the link is not shown again"
