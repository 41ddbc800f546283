"""The directory of public services: the types that help, their hours, and missions locales to complete."""

from __future__ import annotations

import json

import pytest
from sqlmodel import select

from backend.partners.annuaire import import_annuaire
from backend.partners.annuaire_hours import osm_hours
from backend.partners.annuaire_records import organisation as record
from backend.partners.annuaire_records import type_of
from backend.partners.models import Partner
from backend.partners.queries import partners_near
from backend.places.models import Listed
from content.partners import local_services

WEEK = {
    "nom_jour_debut": "Lundi",
    "nom_jour_fin": "Vendredi",
    "valeur_heure_debut_1": "09:00:00",
    "valeur_heure_fin_1": "12:00:00",
    "valeur_heure_debut_2": "",
    "valeur_heure_fin_2": "",
    "commentaire": "",
}
CAF = {
    "id": "0b1c-caf",
    "nom": "Caisse d'allocations familiales - Nevers",
    "pivot": [{"type_service_local": "caf", "code_insee_commune": ["58194"]}],
    "adresse": [
        {
            "type_adresse": "Adresse",
            "complement1": "",
            "numero_voie": "83 rue des Chauvelles",
            "code_postal": "58000",
            "nom_commune": "Nevers",
            "longitude": "3.1613",
            "latitude": "46.9884",
        }
    ],
    "telephone": [{"valeur": "3230", "description": ""}],
    "adresse_courriel": ["contact@caf.example"],
    "site_internet": [{"libelle": "", "valeur": "www.caf.example.org"}],
    "plage_ouverture": [WEEK],
    "date_modification": "18/12/2024 17:42:39",
    "code_insee_commune": "58194",
}


def organisation(kind, **more):
    return CAF | {"id": f"id-{kind}", "pivot": [{"type_service_local": kind}]} | more


@pytest.fixture
def bring(db, tmp_path):
    def now(*organisations, **how):
        file = tmp_path / "annuaire.json"
        file.write_text(json.dumps({"service": list(organisations)}), encoding="utf-8")
        with db.transaction() as tx:
            done = import_annuaire(tx, file, **how)
        return done.new, done.changed, done.unchanged, done.gone, done.refused, done.passed

    return now


def near(db, insee, *needs):
    with db.reading() as tx:
        found = partners_near(tx, insee, needs, served=True)
        return [offer for offers in found.values() for offer in offers]


def test_a_type_that_helps_becomes_a_partner_for_its_departement(db, bring):
    assert bring(CAF, organisation("mairie")) == (1, 0, 0, 0, 0, 1)
    offer = near(db, "58194", "argent")[0]
    assert (offer["phone"], offer["link"]) == ("3230", "https://www.caf.example.org")
    assert (offer["source"], offer["updated"]) == ("Annuaire Service-Public.fr (DILA)", "2024-12-18")
    with db.reading() as tx:
        kept = tx.exec(select(Partner)).one()
        assert (kept.hours, kept.address) == ("Mo-Fr 09:00-12:00", "83 rue des Chauvelles")
    assert near(db, "58134", "famille")
    assert near(db, "63113", "argent") == []


def test_a_ccas_is_for_its_commune_only(db, bring):
    bring(organisation("ccas"))
    assert near(db, "58194", "argent")
    assert near(db, "58134", "argent") == []


def test_twice_is_as_once_and_who_is_no_longer_named_is_gone(db, bring):
    bring(CAF, organisation("cio"))
    assert bring(CAF, organisation("cio")) == (0, 0, 2, 0, 0, 0)
    assert bring(CAF) == (0, 0, 1, 1, 0, 0)
    assert near(db, "58194", "orientation") == []
    assert bring(CAF, organisation("cio")) == (0, 1, 1, 0, 0, 0)
    assert near(db, "58194", "orientation")


def test_a_file_of_another_kind_closes_nothing(db, bring):
    bring(CAF)
    assert bring(organisation("mairie")) == (0, 0, 0, 0, 0, 1)
    assert near(db, "58194", "argent")


def test_only_the_departements_asked_for(db, bring):
    assert bring(CAF, departements=("63",)) == (0, 0, 0, 0, 0, 1)
    assert bring(CAF, departements=("58",)) == (1, 0, 0, 0, 0, 0)


def test_the_exports_of_the_api_hold_their_lists_as_text(db, tmp_path):
    file = tmp_path / "export.json"
    row = {k: json.dumps(v) if isinstance(v, list) else v for k, v in CAF.items()}
    file.write_text(json.dumps([row | {"adresse_courriel": "contact@caf.example"}]), encoding="utf-8")
    with db.transaction() as tx:
        assert import_annuaire(tx, file).new == 1
    assert near(db, "58194", "argent")


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": ""},
        {"id": None},
        {"nom": ""},
        {"nom": ["a"]},
        {"id": ["a"]},
        {"adresse": [], "code_insee_commune": ""},
        {"id": "x" * 3000},
    ],
    ids=str,
)
def test_a_wrong_organisation_is_refused_and_the_others_stand(db, bring, wrong):
    assert bring(CAF, organisation("cio") | wrong) == (1, 0, 0, 0, 1, 0)


def test_the_same_id_twice_is_refused(bring):
    assert bring(CAF, CAF) == (1, 0, 0, 0, 1, 0)


@pytest.mark.parametrize("rubbish", [3, "x", [3], {"a": 1}, [[]], [{"valeur": 3}], None])
@pytest.mark.parametrize("name", ["pivot", "adresse", "telephone", "site_internet", "plage_ouverture"])
def test_rubbish_in_a_field_never_stops_the_import(name, rubbish):
    row = CAF | {name: rubbish}
    assert type_of(row) is None if name == "pivot" else type_of(row).type == "caf"
    said = []
    assert record(row, local_services()["caf"], said.append)["insee"] == "58194" or said


def test_a_mission_locale_of_the_list_gets_its_phone_site_and_street(db, bring):
    with db.transaction() as tx:
        tx.add(Listed(code="58194", name="ML", departement="58", address="58000 Nevers"))
    seat, annexe = organisation("mission_locale"), organisation("mission_locale", id="b", telephone=[])
    assert bring(seat, annexe) == (0, 1, 0, 0, 0, 1)
    assert bring(seat, annexe) == (0, 0, 1, 0, 0, 1)
    with db.reading() as tx:
        row = tx.get_one(Listed, "58194")
        assert (row.phone, row.website) == ("3230", "https://www.caf.example.org")
        assert row.address == "83 rue des Chauvelles, 58000 Nevers"


@pytest.mark.parametrize(
    ("ranges", "osm"),
    [
        ([WEEK], "Mo-Fr 09:00-12:00"),
        ([WEEK | {"nom_jour_debut": "Monday", "nom_jour_fin": "Monday"}], "Mo 09:00-12:00"),
        (
            [WEEK | {"valeur_heure_debut_2": "13:30:00", "valeur_heure_fin_2": "17:00:00"}],
            "Mo-Fr 09:00-12:00,13:30-17:00",
        ),
        ([WEEK | {"nom_jour_fin": "Mardi"}, WEEK | {"nom_jour_debut": "Jeudi"}], "Mo-Tu 09:00-12:00; Th-Fr 09:00-12:00"),
        ([WEEK | {"commentaire": "hors vacances"}], ""),
        ([WEEK | {"nom_jour_debut": "Férié"}], ""),
        ([WEEK | {"valeur_heure_fin_1": "08:00:00"}], ""),
        ([WEEK | {"valeur_heure_fin_1": ""}], ""),
        ([WEEK, "rubbish"], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_hours_are_told_only_if_all_of_them_are_plain(ranges, osm):
    assert osm_hours(ranges) == osm
