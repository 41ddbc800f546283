"""Where a youth lives, who serves it, and what is proposed there."""

from __future__ import annotations

import pytest

from backend.places.models import Coverage, MissionLocale
from tests.youth import reaches_proposals

GENEVA, NEVERS, OCEAN = (46.2044, 6.1432), (46.9896, 3.159), (0.0, -30.0)


@pytest.fixture
def asked(youth):
    """A youth who has just been asked where they live."""
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    return youth


def test_a_commune_served_names_its_mission_locale_as_probable(asked):
    assert asked.writes("nevers")[0] == (
        "Nevers : ta mission locale est probablement la Mission locale Nevers Sud Nivernais (donnée d'exemple)."
    )


def test_a_shared_position_gives_the_commune(asked):
    assert asked.shares(*NEVERS)[0].startswith("Nevers : ta mission locale")


@pytest.mark.parametrize("place", [OCEAN, (90.0, 180.0), (-90.0, -180.0)])
def test_a_position_abroad_is_told_and_asked_again(asked, place):
    heard = asked.shares(*place)
    assert heard[0].startswith("Cette position n'est pas en France") and heard[1].startswith("Tu habites où")


def test_an_unknown_commune_is_told_and_asked_again(asked):
    heard = asked.writes("Xyzzyville-sur-Rien")
    assert heard[0].startswith("Je n'ai pas trouvé cette commune") and heard[1].startswith("Tu habites où")


def test_a_postcode_of_two_communes_is_a_choice_the_larger_first(asked):
    assert asked.writes("58000") == ["Il y en a plusieurs. C'est laquelle ?"]
    assert asked.screen[-1].buttons[0][0]["label"].startswith("Nevers")


def test_several_communes_are_a_short_choice(asked):
    heard = asked.writes("Saint-Denis")
    assert heard == ["Il y en a plusieurs. C'est laquelle ?"]
    shown = [b["label"] for row in asked.screen[-1].buttons[:-1] for b in row]
    assert 2 <= len(shown) <= 6 and len(set(shown)) == len(shown)
    assert "Saint-Denis" in asked.taps(shown[0].replace("\u202f", " "))[0]


def test_outside_the_territories_there_is_a_name_to_check_and_a_link(asked):
    heard = asked.writes("Cosne-Cours-sur-Loire")
    assert "probablement une de celles-ci (à vérifier)" in heard[0]
    assert "• Mission locale Bourgogne Nivernaise\n• Mission locale Nivernais Morvan" in heard[0]
    assert any("unml" in url for url in asked.links.values())
    assert asked.taps("Changer de commune")[0].startswith("Tu habites où")


def test_far_away_the_directory_answers(asked):
    assert "L'annuaire te la donne" in asked.writes("Brest 29")[0]


def test_aulnat_is_served_on_its_thursday_and_its_weekdays(youth):
    heard = " ".join(reaches_proposals(youth, "Aulnat"))
    assert "Aulnat" in heard and "donnée d'exemple" in heard


def test_the_nearest_and_the_soonest_are_told_apart_with_address_hours_and_map(youth):
    heard = reaches_proposals(youth, "Imphy")
    near, soon = (next(t for t in heard if t.startswith(start)) for start in ("Le plus près", "Le plus tôt"))
    assert (
        "Permanence d'Imphy" in near and "chez toi : dans ta commune." in near and "mardi 9 h – 12 h" in near
    )
    assert "km à vol d'oiseau" in soon and "(donnée d'exemple)" in soon
    assert any("openstreetmap" in url for url in youth.links.values())


def test_elsewhere_another_commune_can_simply_be_typed(asked):
    asked.writes("Cosne-Cours-sur-Loire")
    assert asked.writes("nevers")[0].startswith("Nevers : ta mission locale")


def test_leaving_the_territory_leaves_its_mission_locale(asked, db):
    from sqlmodel import select

    from backend.people.models import Youth as YouthRow

    asked.writes("decize")
    asked.taps("Retour")
    asked.writes("marseille 5e")
    with db.reading() as tx:
        assert tx.exec(select(YouthRow.mission_locale_id)).one() is None


def serve(db, insee, name):
    """A mission locale that serves this code, for certain."""
    with db.transaction() as tx:
        place = MissionLocale(slug=insee, name=name, short_name=name)
        tx.add(place)
        tx.flush()
        tx.add(Coverage(insee=insee, mission_locale_id=place.id, certain=True))


def test_a_city_may_be_served_by_arrondissement_and_as_a_whole_elsewhere(asked, db):
    serve(db, "75056", "Mission locale de Paris")
    serve(db, "75113", "Mission locale du Treize")
    assert "Mission locale du Treize" in asked.writes("paris 13e")[0]
    asked.taps("Retour")
    assert "Mission locale de Paris" in asked.writes("75014")[0]


def test_the_whole_city_is_served_by_those_who_serve_all_of_it(asked, db):
    serve(db, "75113", "Mission locale du Treize")
    assert "Mission locale du Treize" not in " ".join(asked.writes("paris"))
