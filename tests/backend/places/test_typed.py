"""What managers type of a site, field by field."""

from __future__ import annotations

from datetime import date

import pytest

from backend.places import typed
from backend.places.typed import Wrong
from content.communes import load_communes

TODAY = date(2026, 11, 23)
NEVERS = "58194"


def refused(reader, *given) -> str:
    with pytest.raises(Wrong) as wrong:
        reader(*given)
    return wrong.value.reason


@pytest.mark.parametrize("text", ["03 86 00 00 00", "03.86.00.00.00", "+33 3 86 00 00 00", "3949", ""])
def test_telephone_numbers_are_kept_as_typed(text):
    assert typed.phone(text) == text


@pytest.mark.parametrize("text", ["tel:0386", "<b>0386</b>", "++33", "1" * 16, "abc", "-", "٠٣٨٦"])
def test_what_is_no_number_is_refused(text):
    assert refused(typed.phone, text) == "phone"


@pytest.mark.parametrize(
    ("text", "kept"),
    [("exemple.fr", "https://exemple.fr"), ("http://exemple.fr/a?b=c", "http://exemple.fr/a?b=c"), ("", "")],
)
def test_a_site_gets_its_scheme(text, kept):
    assert typed.website(text) == kept


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "data:text/html,x", "exemple", "https://", "//exemple.fr", "a b.fr", "x" * 400],
)
def test_what_no_browser_should_open_is_refused(text):
    assert refused(typed.website, text) == "website"


@pytest.mark.parametrize("text", ["a@b", "a b@c.fr", "a@b.fr, c@d.fr", "<a@b.fr>", "@b.fr"])
def test_what_is_no_address_is_refused(text):
    assert refused(typed.email, text) == "email"


@pytest.mark.parametrize(
    ("text", "osm"),
    [
        ("14h-17h", "14:00-17:00"),
        ("14 h 30 à 17 h", "14:30-17:00"),
        ("9:00-12:00, 14:00-16:30", "09:00-12:00,14:00-16:30"),
        ("9h – 12h et 14h – 17h", "09:00-12:00,14:00-17:00"),
        ("20h-24h", "20:00-24:00"),
    ],
)
def test_times_of_a_day(text, osm):
    assert typed.times(text) == osm


@pytest.mark.parametrize(
    "text", ["", "14h", "17h-14h", "14h-25h", "14h-14h", "14h70-15h", "lundi 14h-17h", "x" * 99]
)
def test_times_that_are_none(text):
    assert refused(typed.times, text) == "times"


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        ("", "", "day"),
        ("24/11/2026", "", "day"),
        ("2026-02-30", "", "day"),
        ("2026-11-22", "", "past"),
        ("2026-11-24", "2026-11-23", "backwards"),
        ("2026-11-24", "2028-01-01", "too_far"),
        ("2026-11-24", "x", "day"),
        ("9999-12-31", "0001-01-01", "day"),
    ],
)
def test_days_that_are_none(first, last, reason):
    assert refused(typed.days, first, last, TODAY) == reason


def test_a_day_alone_is_one_day():
    assert typed.days("2026-11-23", "", TODAY) == (TODAY, TODAY)


def test_a_commune_is_found_as_people_type_it_and_a_choice_is_kept():
    assert typed.commune("nevers", "", None).insee == NEVERS
    with pytest.raises(Wrong) as wrong:
        typed.commune("Saint-Denis", "", None)
    assert wrong.value.reason == "ambiguous" and len(wrong.value.among) > 1
    for one in wrong.value.among:
        assert typed.commune("Saint-Denis", one.insee, None) == one
    assert typed.commune("nevers", "75056", None).insee == NEVERS, (
        "an old choice does not outlive other words"
    )
    assert refused(typed.commune, "Xyzzyville", NEVERS, None) == "unknown_commune"


def test_every_commune_shown_is_read_back_as_itself():
    every = load_communes().all
    for one in every[:: max(1, len(every) // 300)]:
        assert typed.communes(typed.label(one), None) == [one.insee]


def test_communes_come_one_a_line_or_between_commas():
    assert typed.communes("Imphy (58134)\n decize , nevers\n\n", None) == ["58095", "58134", NEVERS]
    assert refused(typed.communes, "nevers\nSaint-Denis", None) == "ambiguous"
    assert refused(typed.communes, "a\n" * 1001, None) == "too_long"


@pytest.mark.parametrize("text", ["nan", "inf", "1e3", "91", "--1", "46.9.8", "٤٦"])
def test_degrees_that_are_none(text):
    assert refused(typed.degrees, text, 90) == "degrees"


def test_a_point_far_from_its_commune_is_refused():
    nevers = load_communes().get(NEVERS)
    assert typed.near_commune((46.9, 3.2), nevers) == (46.9, 3.2)
    assert refused(typed.near_commune, (48.85, 2.35), nevers) == "far"
