"""What may stand of another's values, and who is named first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.partners.rules import chosen, clean, phone, placed, reach, safe_link
from content.communes import load_communes


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("+33386000000", "03 86 00 00 00"),
        ("0033 3 86 00 00 00", "03 86 00 00 00"),
        ("+33 (0)3 86 00 00 00", "03 86 00 00 00"),
        ("03.86.00.00.00", "03 86 00 00 00"),
        ("+262262000000", "+262262000000"),
        ("3949", "3949"),
        ("115", "115"),
        ("03 86 00 00 00 / 06 00 00 00 00", ""),
        ("demander Paul", ""),
        ("12", "12"),
        ("0", ""),
        (None, ""),
    ],
)
def test_a_phone_number_is_written_as_people_read_it_or_left_out(written, kept):
    assert phone(written) == kept


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org",
        "http://www.mairie-nevers.fr/aides?x=1#y",
        "https://xn--dcize-bsa.example/%C3%A9",
    ],
)
def test_a_public_page_may_be_linked(link):
    assert safe_link(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://example.org/%0aalert(1)",
        "data:text/html,x",
        "tg://resolve?domain=x",
        "mailto:a@example.org",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://bank.example@evil.example/",
        "https://example.org:8080/",
        "https://example.org/a b",
        "https://example.org/\u202e",
        "https://exémple.org/",
        "https://" + "a" * 600 + ".org",
        "//example.org",
        "",
        None,
    ],
)
def test_anything_else_is_no_link(link):
    assert safe_link(link) == ""


def test_text_is_one_short_line_and_markup_stays_text():
    assert clean("<b>a</b>\n\t b\x00\u202ec") == "<b>a</b> b c"
    assert clean("mot " * 200, 30) == "mot mot mot mot mot mot mot…"
    assert len(clean("x" * 900)) == 300
    clean("\ud800").encode()


@given(st.text(max_size=800), st.integers(2, 400))
def test_clean_text_is_never_longer_and_always_printable(text, longest):
    line = clean(text, longest)
    assert len(line) <= longest
    assert "\n" not in line
    assert "\x00" not in line
    line.encode()


def test_a_point_far_from_its_commune_is_no_point():
    nevers = load_communes().get("58194")
    assert placed(46.99, 3.16, nevers) == (46.99, 3.16)
    wrong = ((3.16, 46.99), (0.0, 0.0), (float("nan"), 3.0), (float("inf"), 3.0), (46.99, None), (91.0, 3.0))
    assert [placed(lat, lon, nevers) for lat, lon in wrong] == [None] * len(wrong)


def service(**more):
    place = {"lat": 47.0, "lon": 3.1, "zones": ["58", "france"], "needs": ["emploi"]}
    return {"shown": True, "modes": ["en-presentiel"], **place, **more}


def test_who_may_not_be_shown_is_not_found():
    assert reach(service(shown=False)) == []
    assert reach(service(needs=[])) == []
    assert reach(service(lat=None, lon=None)) == []


def test_at_a_distance_only_those_nearer_than_the_country_are_found():
    assert [(row["zone"], row["lat"]) for row in reach(service(modes=["a-distance"]))] == [("58", None)]
    assert [row["zone"] for row in reach(service())] == ["58", "france"]


OFFERS = st.lists(
    st.fixed_dictionaries({"name": st.sampled_from("abcdé"), "insee": st.sampled_from("12")}), max_size=8
)


@given(st.dictionaries(st.sampled_from(["emploi", "sante", "argent"]), OFFERS))
def test_three_at_most_are_named_each_once_and_the_nearest_for_the_first_need_leads(found):
    named = chosen(found)
    assert len(named) <= 3
    assert len({(o["name"], o["insee"]) for o in named}) == len(named)
    everyone = [offer for offers in found.values() for offer in offers]
    assert len(named) == min(3, len({(o["name"], o["insee"]) for o in everyone}))
    first = next((offers for offers in found.values() if offers), None)
    assert named[:1] == (first or [])[:1]


def test_each_need_is_answered_in_turn():
    two = {"emploi": [{"name": n, "insee": "1"} for n in "abc"], "sante": [{"name": "z", "insee": "1"}]}
    assert [o["name"] for o in chosen(two)] == ["a", "z", "b"]
