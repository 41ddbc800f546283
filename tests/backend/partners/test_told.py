"""What a young person hears of partners: only where it helps, and nothing where nothing was imported."""

from __future__ import annotations

import pytest

from backend.partners.importing import import_data_inclusion
from flows.events import Chose
from tests.backend.partners.rows import CAR, CCAS, GARAGE, HELP, json_file
from tests.youth import books, reaches_proposals

BUTTON = "Autres adresses utiles"
COSNE = GARAGE | {
    "id": "dora--cosne",
    "nom": "Maison de l'emploi",
    "code_insee": "58086",
    "commune": "Cosne-Cours-sur-Loire",
    "code_postal": "58200",
}
WORK = ["trouver-un-emploi--repondre-a-des-offres-demploi"]


@pytest.fixture
def imported(db, tmp_path):
    services = [
        HELP | {"thematiques": [*HELP["thematiques"], *WORK], "zone_eligibilite": ["58"]},
        CAR | {"zone_eligibilite": ["france"]},
    ]
    services.append(HELP | {"id": "dora--c", "structure_id": "dora--cosne", "thematiques": WORK})
    services[-1]["zone_eligibilite"] = ["58"]
    files = [json_file(tmp_path / "s", [CCAS, GARAGE, COSNE]), json_file(tmp_path / "v", services)]
    with db.transaction() as tx:
        import_data_inclusion(tx, *files)


def test_with_no_import_nothing_changes(youth):
    books(youth)
    assert BUTTON not in youth.buttons
    youth.writes("/start")
    assert BUTTON not in youth.buttons


@pytest.mark.usefixtures("imported")
def test_after_confirmation_a_button_names_partners_for_the_needs(youth):
    confirmed = books(youth)
    assert any(text.startswith("C'est confirmé") for text in confirmed)
    heard = youth.taps(BUTTON)
    assert len(heard) == 1
    assert heard[0].startswith("CCAS de Nevers, Nevers, à 10 km à vol d'oiseau.")
    assert "Pour : Travail." in heard[0]
    assert "Appelle avant d'y aller : 03 86 00 00 00." in heard[0]
    assert "D'après DORA, 21 septembre 2026." in heard[0]
    assert "https://ccas.example.org/" in youth.links.values()


@pytest.mark.usefixtures("imported")
def test_the_usual_way_to_an_appointment_is_as_long_as_before(youth):
    heard = reaches_proposals(youth)
    assert not any("CCAS" in text for text in heard)
    assert BUTTON not in youth.buttons


@pytest.mark.usefixtures("imported")
def test_where_no_slot_is_free_the_button_stands_beside_and_the_question_comes_back(youth, db):
    from sqlmodel import select

    from backend.agenda.models import Opening

    with db.transaction() as tx:
        for opening in tx.exec(select(Opening)):
            tx.delete(opening)
    assert any("pas trouvé de rendez-vous libre" in text for text in reaches_proposals(youth))
    heard = youth.taps(BUTTON)
    assert heard[0].startswith("CCAS de Nevers")
    assert "pas trouvé de rendez-vous libre" in heard[-1]


@pytest.mark.usefixtures("imported")
def test_outside_our_territories_the_needs_are_asked_first(youth):
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Cosne-Cours-sur-Loire")
    assert youth.taps(BUTTON)[0].startswith("De quoi as-tu besoin")
    youth.taps("Travail")
    heard = youth.taps("C'est tout")
    assert heard[0].startswith("Maison de l'emploi, Cosne-Cours-sur-Loire, à moins de 1 km.")
    assert "Cosne-Cours-sur-Loire" in heard[-1], "the story below takes up where it was"


@pytest.mark.usefixtures("imported")
def test_when_nobody_answers_a_human_is_proposed(youth):
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Cosne-Cours-sur-Loire")
    youth.taps(BUTTON)
    youth.taps("Santé")
    heard = youth.taps("C'est tout")
    assert "Je n'ai pas d'autre adresse" in heard[0]


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize("forged", ["near-", "near-x", "near-emploi+" + "y" * 40, "near-<b>", "near"])
def test_a_forged_button_names_nobody_and_breaks_nothing(youth, forged):
    youth.starts()
    youth.taps("C'est parti")
    assert youth.does(Chose("addresses", "for_what", forged))


@pytest.mark.usefixtures("imported")
def test_markup_in_a_name_is_only_text(youth, db):
    from sqlmodel import select

    from backend.partners.models import Partner

    with db.transaction() as tx:
        partner = tx.exec(select(Partner).where(Partner.outside_id == "dora--ccas")).one()
        partner.name = "<b>CCAS</b> { $x }"
    books(youth)
    assert youth.taps(BUTTON)[0].startswith("<b>CCAS</b> { $x }, Nevers")
