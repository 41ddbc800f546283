"""How people type where they live, and the commune that answers."""

import csv
import time
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import quarters
from content.communes import load_communes
from content.distance import kilometres

NEVERS = "58194"

FOUND = [
    ("nevers", "58194"),
    ("NEVERS", "58194"),
    ("nevers (58)", "58194"),
    ("nevers sud", "58194"),
    ("58019 Nevers cedex", "58194"),
    ("58000 nevrs", "58194"),
    ("j'habite à aulnat 63", "63019"),
    ("j’habite à Aulnat", "63019"),
    ("aulnat puy de dôme", "63019"),
    ("58660", "58088"),
    ("58 660", "58088"),
    ("st eloi 58", "58238"),
    ("St-Éloi dans la Nièvre", "58238"),
    ("à côté de decize", "58095"),
    ("vers imphy svp", "58134"),
    ("imfi", "58134"),
    ("neverre", "58194"),
    ("st pier le moutier", "58264"),
    ("varenne vauzelle", "58303"),
    ("clermont fd", "63113"),
    ("clermon ferrand", "63113"),
    ("la charité", "58059"),
    ("chalon s/ saône", "71076"),
    ("laigle", "61214"),
    ("ste genevieve des bois 91", "91549"),
    ("saint denis la réunion", "97411"),
    ("Paris", "75056"),
    ("paris 13e", "75113"),
    ("75013 Paris", "75113"),
    ("lyon 3", "69383"),
    ("mamoudzou", "97611"),
    ("je vis dans un petit village près de la machine", "58151"),
    ("je suis de nevers mais je dors à decize en ce moment", "58095"),
]

SEVERAL = [
    ("st eloi", ["58238", "01349", "23191"]),
    ("58000", ["58194", "58238", "58278", "58051"]),
    ("chateau chinon", ["58062", "58063"]),
    ("58", ["58194", "58086", "58303", "58095", "58059", "58117"]),
    ("Nièvre", ["58194", "58086", "58303", "58095", "58059", "58117"]),
]

NOTHING = [
    "",
    "   ",
    "😀",
    "oui",
    "bonjour",
    "je sais pas",
    "nulle part",
    "à la rue",
    "12345678",
    "</b>",
    "chez moi",
    "maroc",
]


@pytest.mark.parametrize(("typed", "insee"), FOUND)
def test_a_place_as_people_type_it_is_found(typed, insee):
    assert [c.insee for c in load_communes().find(typed)] == [insee]


@pytest.mark.parametrize(("typed", "codes"), SEVERAL)
def test_a_place_that_may_be_several_gives_a_short_list_with_the_bigger_first(typed, codes):
    assert [c.insee for c in load_communes().find(typed)] == codes


@pytest.mark.parametrize("typed", NOTHING)
def test_what_is_no_place_gives_nothing(typed):
    assert load_communes().find(typed) == ()


def test_clermont_may_well_be_clermont_ferrand():
    assert load_communes().find("clermont")[0].insee == "63113"


def test_a_territory_comes_first_in_the_list_but_does_not_decide_alone():
    communes = load_communes()
    alone, near = communes.find("lucenay"), communes.find("lucenay", near=NEVERS)
    assert [c.insee for c in alone] == ["69122"]
    assert [c.insee for c in near] == ["58146", "69122"]


def test_a_bad_typo_finds_the_town_nearby_first():
    assert load_communes().find("nevre", near=NEVERS)[0].insee == NEVERS


def test_an_unknown_middle_of_territory_changes_nothing():
    assert load_communes().find("aulnat", near="no such code") == load_communes().find("aulnat")


@given(st.text(max_size=300), st.sampled_from([None, NEVERS]))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_at_most_six_communes_and_never_an_error(typed, near):
    found = load_communes().find(typed, near)
    assert len(found) <= 6
    assert len(set(found)) == len(found)


@given(
    st.sampled_from(
        ["nevers", "st éloi", "58", "à", "-", "'", "sur", "58000", "ﷺ", "\u202e", "\ud800"]
    ).flatmap(lambda word: st.integers(1, 20_000).map(lambda times: f"{word} " * times))
)
@settings(max_examples=30, deadline=None)
def test_a_huge_text_is_read_as_fast_as_a_short_one(typed):
    began = time.perf_counter()
    load_communes().find(typed)
    assert time.perf_counter() - began < 0.2


@pytest.mark.parametrize("insee", ["58194", "63019", "97411", "2A004"])
def test_the_name_of_a_commune_with_its_postcode_finds_it_again(insee):
    communes = load_communes()
    commune = communes.get(insee)
    assert communes.find(f"{commune.postcodes[0]} {commune.name}") == (commune,)


def test_every_commune_is_found_or_proposed_by_its_own_name_and_departement():
    communes = load_communes()
    sample = [c for i, c in enumerate(communes.all) if i % 25 == 0]
    missed = [c.insee for c in sample if c not in communes.find(f"{c.name} {c.departement}")]
    assert len(missed) <= len(sample) // 200, missed


def test_a_position_gives_the_commune_around_it():
    nearest = load_communes().nearest
    assert nearest(46.9892, 3.1552).insee == NEVERS
    assert nearest(-20.88, 55.45).insee == "97411"


@pytest.mark.parametrize(
    "place", [(50.85, 4.35), (0.0, 0.0), (float("nan"), 3.0), (float("inf"), 0.0), (900.0, 3.0)]
)
def test_a_position_abroad_or_absurd_gives_no_commune(place):
    assert load_communes().nearest(*place) is None


def test_the_table_has_every_commune_once_with_plausible_points():
    every = load_communes().all
    assert len(every) == len({c.insee for c in every}) == 34_969 + 45
    assert sum(c.point is None for c in every) == 35
    assert all(c.postcodes for c in every if c.departement < "97")


def test_no_point_is_far_from_the_middle_of_its_departement():
    by_departement = {}
    for commune in load_communes().all:
        if commune.point and commune.departement < "97":
            by_departement.setdefault(commune.departement, []).append(commune)
    for there in by_departement.values():
        middle = (median(c.lat for c in there), median(c.lon for c in there))
        assert [c.insee for c in there if kilometres(middle, c.point) > 115] == []


def test_every_arrondissement_of_the_three_cities_is_found_by_number_and_by_postcode():
    communes = load_communes()
    divided = [c for c in communes.all if c.within]
    assert len(divided) == 20 + 9 + 16
    for place in divided:
        city, number, _ = place.name.split()
        assert communes.find(f"{city} {number}") == (place,), place.name
        assert communes.find(place.postcodes[-1]) == (place,), place.name


def test_a_postcode_on_an_old_name_is_that_of_the_commune_of_today():
    assert [c.insee for c in load_communes().find("74940 Annecy le vieux")] == ["74010"]


def test_a_position_in_paris_gives_an_arrondissement():
    assert load_communes().nearest(48.8317, 2.3558).insee == "75113"


def test_every_quarter_lies_in_a_commune_that_exists_and_is_found_with_its_city():
    communes = load_communes()
    with (Path(quarters.__file__).parent / "quarters.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            typed = row["name"] if row["alone"] == "true" else f"{row['city']} {row['name']}"
            assert [c.insee for c in communes.find(typed)] == [row["insee"]], typed
