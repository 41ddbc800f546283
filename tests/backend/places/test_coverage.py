"""Whoever asks is told the right door, or the likely ones to be checked: never one asserted wrongly, never none."""

from __future__ import annotations

import pytest
from sqlmodel import select

from backend.people.models import Youth as YouthRow
from backend.places.models import Coverage, Listed, ListedCoverage, MissionLocale

LISBON, PARIS_18 = (38.72, -9.14), (48.8925, 2.3444)


@pytest.fixture(params=["fr", "en"])
def asked(youth, request):
    """A youth, French or English, who has just been asked where they live."""
    youth.language = request.param
    youth.starts()
    youth.taps({"fr": "C'est parti", "en": "Let's go"}[request.param])
    youth.taps({"fr": "18 à 25 ans", "en": "18 to 25"}[request.param])
    return youth


def says(asked, french, english):
    return {"fr": french, "en": english}[asked.language]


@pytest.fixture
def serve(db):
    """Missions locales of this deployment that serve these codes."""

    def put(insee, name, *, certain=True):
        with db.transaction() as tx:
            place = MissionLocale(slug=f"{name}-{insee}", name=name, short_name=name)
            tx.add(place)
            tx.flush()
            tx.add(Coverage(insee=insee, mission_locale_id=place.id, certain=certain))
            return place.id

    return put


@pytest.fixture
def listed(db):
    """Rows of the national list, and whom they serve if that is known."""

    def put(code, name, departement, point=(None, None), serves=(), address=""):
        with db.transaction() as tx:
            tx.add(
                Listed(
                    code=code,
                    name=name,
                    departement=departement,
                    address=address,
                    lat=point[0],
                    lon=point[1],
                    website="",
                )
            )
            for insee in serves:
                tx.add(ListedCoverage(insee=insee, code=code))

    return put


def test_a_city_served_by_arrondissement_is_asked_for_its_arrondissement(asked, serve):
    serve("75113", "ML du Treize")
    serve("75118", "ML du Nord")
    heard = asked.writes("Paris")
    assert "Paris 11" in heard[0] and "arrondissement" in heard[0]
    assert heard[1].startswith(says(asked, "Tu habites où", "Where do you live"))
    assert "ML du Nord" in asked.writes("75018")[0]


def test_a_city_listed_by_arrondissement_is_asked_for_its_arrondissement(asked, listed):
    listed("75118", "ML du Nord", "75", serves=("75118",), address="75018 Paris")
    assert "arrondissement" in asked.writes(says(asked, "je suis de paris", "i am in paris"))[0]
    heard = asked.writes("paris xviii")[0]
    assert "ML du Nord" in heard and "75018 Paris" in heard


def test_a_position_in_paris_needs_no_arrondissement(asked, serve):
    serve("75118", "ML du Nord")
    assert "ML du Nord" in asked.shares(*PARIS_18)[0]


def test_a_city_of_which_nothing_is_known_is_not_asked_for_its_arrondissement(asked):
    heard = asked.writes("Paris")[0]
    assert says(asked, "L'annuaire te la donne", "The directory shows it") in heard
    assert "0 800 235 236" in heard


def test_a_shared_commune_names_both_asserts_none_and_goes_on_with_the_first(asked, serve, db):
    first = serve("29019", "ML de Brest Ouest")
    serve("29019", "ML de Brest Est")
    heard = asked.writes("Brest 29")
    assert "ML de Brest Ouest" in heard[0] and "ML de Brest Est" in heard[0]
    assert says(asked, "à vérifier", "to be checked") in heard[0]
    assert heard[1].startswith(says(asked, "De quoi as-tu besoin", "What do you need"))
    with db.reading() as tx:
        assert tx.exec(select(YouthRow.mission_locale_id)).one() == first


def test_a_row_that_is_not_certain_is_probable_and_no_example(asked, serve):
    serve("29019", "ML de Brest", certain=False)
    heard = asked.writes("Brest 29")[0]
    assert (
        says(asked, "probablement la ML de Brest (à vérifier)", "probably ML de Brest (to be checked)")
        in heard
    )


def test_a_commune_shared_by_two_of_the_national_list_names_both(asked, listed):
    listed("29001", "ML Ouest", "29", serves=("29019",), address="29200 Brest")
    listed("29002", "ML Est", "29", serves=("29019",))
    heard = asked.writes("Brest 29")[0]
    assert "• ML Ouest, 29200 Brest" in heard and "• ML Est" in heard
    assert says(asked, "se partagent ta commune (à vérifier)", "share your town (to be checked)") in heard


def test_a_commune_without_a_row_names_up_to_three_of_its_departement_the_nearest_first(asked, listed):
    for number, lat in enumerate((48.40, 48.45, 48.0, 47.9)):
        listed(f"2900{number}", f"ML {number}", "29", point=(lat, -4.48))
    heard = asked.writes("Brest 29")[0]
    assert (
        says(asked, "probablement une de celles-ci (à vérifier)", "probably one of these (to be checked)")
        in heard
    )
    assert [f"ML {n}" in heard for n in range(4)] == [True, True, True, False]
    assert heard.index("ML 0") < heard.index("ML 1") < heard.index("ML 2")


def test_elsewhere_there_are_the_directory_a_line_to_call_and_a_human(asked):
    asked.writes("Brest 29")
    assert any("unml" in url for url in asked.links.values())
    assert any("fil_sante_jeunes" in url for url in asked.links.values())
    assert any("annuaire" in label.lower() or "directory" in label.lower() for label in asked.links)


def test_saint_pierre_et_miquelon_is_a_choice_then_the_directory(asked):
    assert asked.writes("st pierre et miquelon") == [
        says(asked, "Il y en a plusieurs. C'est laquelle ?", "There are several. Which one is it?")
    ]
    heard = asked.taps("Saint-Pierre")[0]
    assert says(asked, "L'annuaire te la donne", "The directory shows it") in heard


def test_a_departement_alone_is_a_choice_of_its_towns(asked):
    asked.writes("la nièvre")
    shown = [b["label"] for row in asked.screen[-1].buttons for b in row]
    assert shown[0].startswith("Nevers") and len(shown) > 3


def test_a_foreign_position_is_told_and_asked_again(asked):
    heard = asked.shares(*LISBON)
    assert heard[0].startswith(
        says(asked, "Cette position n'est pas en France", "This position is not in France")
    )
    assert heard[1].startswith(says(asked, "Tu habites où", "Where do you live"))
