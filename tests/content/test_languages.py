"""Languages: a folder each; variants only say what differs; dates and hours as people say them."""

import shutil
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from content.danger import danger_kind
from content.hearing import hear
from content.wording import TEXTS, MissingText, Wording
from flows.events import Called, Chose, Said
from flows.guide import question_of
from flows.meant import Meant
from flows.steps import Choice, Message
from flows.talk import Story, Talk
from flows.words import Day, Hours, Language, Short, When
from tests.youth import Youth, first_proposal, plain_spaces, reaches_proposals

PARIS = "Europe/Paris"
AFTERNOON = datetime(2026, 11, 24, 14, 30, tzinfo=ZoneInfo(PARIS)).isoformat()
NOON = datetime(2026, 12, 1, 12, 0, tzinfo=ZoneInfo(PARIS)).isoformat()


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording()


@pytest.fixture
def polite(tmp_path) -> Wording:
    """French, and a variant of it that says two things its own way."""
    root = tmp_path / "texts"
    shutil.copytree(TEXTS / "fr", root / "fr")
    (root / "fr-vous").mkdir()
    (root / "fr-vous" / "polite.ftl").write_text(
        "bracket = Quel âge avez-vous ?\n    .from_16 = Vous avez 16 ou 17 ans\n", encoding="utf-8"
    )
    return Wording(root=root)


def said(wording, language, value):
    return plain_spaces(wording.sayer.say(language, value))


def test_french_comes_first_then_the_others_in_order(wording):
    assert wording.languages[0] == "fr"
    assert list(wording.languages[1:]) == sorted(wording.languages[1:])


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (When(AFTERNOON, PARIS), "mardi 24 novembre à 14 h 30", "Tuesday 24 November at 14:30"),
        (When(NOON, PARIS), "mardi 1er décembre à 12 h", "Tuesday 1 December at 12:00"),
        (Short(AFTERNOON, PARIS), "mar. 24 nov. à 14 h 30", "Tue 24 Nov at 14:30"),
        (Day("2026-12-01"), "mardi 1er décembre", "Tuesday 1 December"),
        (Hours("Th 14:00+"), "jeudi à partir de 14 h", "Thursday from 14:00"),
        (
            Hours("Mo-Fr 08:30-12:00; PH off"),
            "lundi au vendredi 8 h 30 – 12 h, sauf jours fériés",
            "Monday to Friday 8:30–12:00, except public holidays",
        ),
        (
            Hours("Tu[1,3] 09:00-12:00"),
            "1er et 3e mardi du mois 9 h – 12 h",
            "1st and 3rd Tuesday of the month 9:00–12:00",
        ),
        (Hours(""), "horaires à confirmer par téléphone", "hours to be confirmed by phone"),
        (Language("en"), "English", "English"),
    ],
)
def test_dates_hours_and_names_are_said_in_each_language(wording, value, french, english):
    assert (said(wording, "fr", value), said(wording, "en", value)) == (french, english)


def test_a_variant_says_what_it_says_its_own_way_and_the_rest_as_its_language_does(polite):
    assert plain_spaces(polite.text("fr-vous", "bracket")) == "Quel âge avez-vous ?"
    assert polite.text("fr-vous", "bracket.from_16") == "Vous avez 16 ou 17 ans"
    assert polite.text("fr-vous", "bracket.from_18") == polite.text("fr", "bracket.from_18")
    assert polite.text("fr-vous", "commune") == polite.text("fr", "commune")
    assert said(polite, "fr-vous", When(NOON, PARIS)) == "mardi 1er décembre à 12 h"
    assert said(polite, "fr-vous", Hours("Th 14:00+")) == "jeudi à partir de 14 h"


def test_a_variant_is_not_a_language_to_choose(polite):
    assert polite.languages == ("fr",)
    assert polite.supported("fr-VOUS") == "fr"


def test_a_text_that_is_missing_is_named_with_its_language(wording):
    with pytest.raises(MissingText, match=r"'nothing.here' in 'en'"):
        wording.text("en", "nothing.here")


def test_telegrams_language_codes_lead_to_a_language_we_speak(wording):
    codes = ("fr", "fr-CA", "en-GB", "EN", "fa-AF", "prs", "ps", "zh-hans", "ru", None, "")
    led = [wording.supported(code) for code in codes]
    assert led == ["fr", "fr", "en", "en", "fa", "fa", "ps", None, None, None, None]


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        ("2", Chose("orientation", "bracket", "from_16")),
        ("18 to 25", Chose("orientation", "bracket", "from_18")),
        ("UNDER 16", Chose("orientation", "bracket", "under_16")),
        ("back", Called("retour")),
        ("Back", Called("retour")),
        ("Talk to someone", Called("humain")),
        ("/human", Called("humain")),
        ("my appointment", Called("rdv")),
    ],
)
def test_digits_labels_and_commands_can_be_typed_in_english(_script, typed, event):
    talk = Talk((Story("orientation", {"hello": "go"}, "bracket"),))
    question = question_of(_script.stories, talk)
    assert hear(_script.wording, "en", question, Said(typed)) == (event,)


def test_the_word_english_typed_at_the_first_screen_taps_its_button(_script):
    question = question_of(_script.stories, Talk((Story("orientation", {}, "hello"),)))
    assert hear(_script.wording, "fr", question, Said("english")) == (
        Chose("orientation", "hello", "english"),
    )


def test_needs_can_be_said_in_english(_script):
    question = ("orientation", Message("needs", ask="needs", choices=(Choice("+emploi", "needs.emploi"),)))
    heard = hear(_script.wording, "en", question, Said("I need a doctor and I have no money"))
    assert heard == (Chose("orientation", "needs", "+sante+argent"),)
    assert hear(_script.wording, "en", question, Said("I don't need housing")) == (
        Said("I don't need housing", meant=Meant()),
    )


def test_a_youth_is_led_to_an_appointment_in_english(db, script):
    youth = Youth(db, script, "7", language="en-GB")
    assert youth.starts()[0].startswith("Hi! This is Passerelle.")
    for label in ("Let's go", "18 to 25"):
        youth.taps(label)
    youth.writes("Imphy")
    youth.taps("Work")
    youth.taps("That's all")
    youth.taps("Making my CV")
    heard = youth.taps("Nothing special")
    assert "Open: " in " ".join(heard) and "(example data)" in " ".join(heard)
    youth.taps(first_proposal(youth))
    assert youth.taps("Confirm")[0].startswith("Confirmed: ")


def test_who_is_greeted_in_english_is_offered_french_and_not_english_again(db, script):
    youth = Youth(db, script, "9", language="en")
    youth.starts()
    assert "Français" in youth.buttons and "English" not in youth.buttons
    assert youth.taps("Français")[0].startswith("Salut ! Ici Passerelle.")
    assert "English" in youth.buttons


def test_the_language_can_be_changed_in_the_middle_of_a_question(db, script):
    youth = Youth(db, script, "8")
    reaches_proposals(youth)
    asked = youth.writes("/langue")
    assert "English" in youth.buttons and asked[-1].startswith("Quelle langue")
    assert youth.taps("English")[-1] == "Which one suits you?"


def test_danger_is_heard_in_english():
    assert danger_kind("i want to kill myself") == "suicide"
