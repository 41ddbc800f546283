"""A day and an hour, said in each language: Gregorian, on a clock of 24 hours, with the digits of French posters."""

from datetime import date

import pytest

from content.wording import Wording
from flows.words import Dated, Deadline, Hours, Moments, Short, Terms, When
from tests.youth import plain_spaces

PARIS = "Europe/Paris"
AFTERNOON, NOON = "2026-11-24T14:30:00+01:00", "2026-12-01T12:00:00+01:00"
SAID = {
    "fr": (
        "mardi 24 novembre à 14 h 30",
        "mardi 1er décembre à 12 h",
        "mar. 24 nov. à 14 h 30",
        "21 novembre 2026",
    ),
    "en": (
        "Tuesday 24 November at 14:30",
        "Tuesday 1 December at 12:00",
        "Tue 24 Nov at 14:30",
        "21 November 2026",
    ),
    "es": (
        "el martes 24 de noviembre a las 14:30",
        "el martes 1 de diciembre a las 12:00",
        "mar 24 nov a las 14:30",
        "21 nov 2026",
    ),
    "uk": (
        "24 листопада (вівторок), 14:30",
        "1 грудня (вівторок), 12:00",
        "вт 24.11, 14:30",
        "21 листопада 2026 року",
    ),
    "tr": ("24 Kasım Salı 14:30", "1 Aralık Salı 12:00", "24 Kas Sal 14:30", "21 Kasım 2026"),
    "pt": (
        "terça-feira, 24 de novembro às 14:30",
        "terça-feira, 1 de dezembro às 12:00",
        "ter. 24 nov. às 14:30",
        "21 de novembro de 2026",
    ),
    "ro": (
        "marți, 24 noiembrie la 14:30",
        "marți, 1 decembrie la 12:00",
        "marți 24.11 la 14:30",
        "21 noiembrie 2026",
    ),
    "ar": (
        "الثلاثاء 24 نوفمبر الساعة 14:30",
        "الثلاثاء 1 ديسمبر الساعة 12:00",
        "الثلاثاء 24 نوفمبر الساعة 14:30",
        "21 نوفمبر 2026",
    ),
    "fa": (
        "سه\u200cشنبه 24 نوامبر ساعت 14:30",
        "سه\u200cشنبه 1 دسامبر ساعت 12:00",
        "سه\u200cشنبه 24 نوامبر ساعت 14:30",
        "21 نوامبر 2026",
    ),
    "ps": (
        "سه\u200cشنبه 24 نومبر 14:30",
        "سه\u200cشنبه 1 دسمبر 12:00",
        "سه\u200cشنبه 24 نومبر 14:30",
        "21 نومبر 2026",
    ),
}
"""At half past two, at noon on the first of a month, on a button, with the year."""
WEEKDAYS = {
    "fr": "mardi 14 h 30",
    "en": "Tuesday at 14:30",
    "es": "el martes a las 14:30",
    "uk": "14:30 вівторка",
    "tr": "Salı 14:30",
    "pt": "terça-feira às 14:30",
    "ro": "marți la 14:30",
    "ar": "الثلاثاء الساعة 14:30",
    "fa": "سه\u200cشنبه ساعت 14:30",
    "ps": "سه\u200cشنبه 24 نومبر 14:30",
}
"""Before when, within the week."""


@pytest.fixture(scope="module")
def wording():
    return Wording()


def said(wording, language, value):
    return plain_spaces(wording.sayer.say(language, value))


@pytest.mark.parametrize("language", Wording().languages)
def test_a_day_and_an_hour_are_said_as_people_say_them(wording, language):
    values = When(AFTERNOON, PARIS), When(NOON, PARIS), Short(AFTERNOON, PARIS), Dated("2026-11-21")
    assert tuple(said(wording, language, value) for value in values) == SAID[language]
    until = Deadline(AFTERNOON, PARIS, "2026-11-22T09:00:00+01:00")
    assert said(wording, language, until) == WEEKDAYS[language]


@pytest.mark.parametrize("language", Wording().languages)
def test_no_pattern_of_dates_comes_through_and_digits_are_those_of_posters(wording, language):
    sayer = wording.sayer
    every = [
        sayer.say(language, When(f"2026-{month:02}-{month + 1:02}T09:05:00+00:00", PARIS))
        for month in range(1, 13)
    ]
    every += [
        sayer.month(language, date(2026, 11, 1)),
        sayer.say(language, Moments((AFTERNOON, NOON), PARIS)),
    ]
    every += [sayer.say(language, Hours("Mo-Fr 09:00-12:00; Sa[1] 10:00-11:00; 2026 Dec 25 off"))]
    for text in every:
        assert "'" not in text and "’’" not in text, text
        assert all(sign.isascii() for sign in text if sign.isdecimal()), text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "Travail, Santé et Famille"),
        ("ar", "العمل، الصحة والعائلة"),
        ("fa", "کار، سلامتی (صحت) و خانواده"),
        ("ps", "کار، روغتیا او کورنۍ"),
    ],
)
def test_a_list_has_the_commas_of_its_language(wording, language, expected):
    assert said(wording, language, Terms(("needs.emploi", "needs.sante", "needs.famille"))) == expected


@pytest.mark.parametrize(
    ("language", "numbers"),
    [("ar", (1, 2, 3, 11, 100)), ("uk", (1, 2, 5, 21, 22)), ("fr", (1, 2)), ("en", (1, 2))],
)
def test_what_is_counted_takes_the_forms_of_its_language(wording, language, numbers):
    about = {"advisor": "Claire", "mode": "x", "dates": "y", "starts_at": "z"}
    told = [wording.text(language, "series-booked", {**about, "count": n}) for n in numbers]
    forms = {text.replace(str(n), "#") for text, n in zip(told, numbers, strict=True)}
    assert len(forms) == {"ar": 5, "uk": 4}.get(language, 2)
