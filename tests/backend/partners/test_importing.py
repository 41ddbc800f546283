"""data·inclusion as partners: imported once or twice, whole or not at all, and found by need and place."""

from __future__ import annotations

import csv

import pytest
from sqlmodel import func, select

from backend.partners.importing import import_data_inclusion
from backend.partners.models import Partner, PartnerReach, PartnerService
from backend.partners.queries import partners_near
from backend.partners.report import ImportRefused
from backend.partners.rules import chosen
from tests.backend.partners.rows import CAR, CCAS, GARAGE, HELP, json_file


@pytest.fixture
def bring(db, tmp_path):
    """Import these structures and services; the two reports."""

    def now(structures, services, departements=(), **how):
        files = [
            rows if hasattr(rows, "open") else json_file(tmp_path / name, rows)
            for name, rows in (("structures.json", structures), ("services.json", services))
        ]
        with db.transaction() as tx:
            return import_data_inclusion(tx, *files, departements=departements, **how)

    return now


def counts(reports):
    return [(r.new, r.changed, r.unchanged, r.gone, r.refused) for r in reports]


def near(db, insee, *needs, served=True):
    with db.reading() as tx:
        return [(p["name"], p["km"]) for p in chosen(partners_near(tx, insee, needs, served=served))]


def one(db, table=Partner):
    with db.reading() as tx:
        return tx.exec(select(table)).one()


def test_twice_is_as_once_and_a_change_is_a_change(db, bring):
    assert counts(bring([CCAS, GARAGE], [HELP, CAR])) == [(2, 0, 0, 0, 0)] * 2
    assert counts(bring([CCAS, GARAGE], [HELP, CAR])) == [(0, 0, 2, 0, 0)] * 2
    moved = CCAS | {"latitude": 46.99}
    assert counts(bring([GARAGE, moved], [CAR, HELP])) == [(0, 1, 1, 0, 0)] * 2
    assert near(db, "58194", "argent") == [("CCAS de Nevers", 0)]


def test_a_partner_keeps_what_may_stand(db, bring):
    bring([CCAS], [])
    kept = one(db)
    assert (kept.name, kept.insee, kept.phone) == ("CCAS de Nevers", "58194", "03 86 00 00 00")
    assert (kept.website, kept.hours) == ("https://ccas.example.org/", "Mo-Fr 09:00-12:00; PH off")
    assert kept.networks == ["ccas-cias"]


def test_who_is_near_is_named_with_the_distance_and_for_the_zone_only(db, bring):
    bring([CCAS, GARAGE], [HELP, CAR])
    assert near(db, "58095", "mobilite", "argent") == [("Garage solidaire", 0)]
    assert [name for name, _ in near(db, "58134", "mobilite")] == ["Garage solidaire"]
    assert near(db, "58194", "sante") == []
    assert near(db, "58086", "mobilite") == [], "Cosne is too far from Decize"
    assert near(db, "03190", "mobilite") == [], "another département"
    assert [name for name, _ in near(db, "58194")] == ["CCAS de Nevers"] or near(db, "58194")


@pytest.mark.parametrize(
    ("zone", "there", "elsewhere"),
    [
        (["58095"], "58095", "58194"),
        (["58"], "58194", "63113"),
        (["245804406"], "58194", "58095"),
        (["france"], "58194", None),
        (["99100"], "58095", None),
        (None, "58194", "63113"),
        (["00000", "58"], "58194", "63113"),
    ],
)
def test_a_zone_may_be_a_commune_a_grouping_a_departement_or_the_country(db, bring, zone, there, elsewhere):
    bring([CCAS], [HELP | {"zone_eligibilite": zone}])
    assert near(db, there, "argent")
    assert elsewhere is None or near(db, elsewhere, "argent") == []


def test_an_arrondissement_counts_as_its_city(db, bring):
    paris = CCAS | {"code_insee": "75056", "commune": "Paris", "latitude": 48.8566, "longitude": 2.3522}
    bring([paris], [HELP | {"zone_eligibilite": ["75056"]}])
    assert near(db, "75113", "argent")
    bring([paris], [HELP | {"zone_eligibilite": ["75113"]}])
    assert near(db, "75113", "argent")
    assert near(db, "75114", "argent") == []


@pytest.mark.parametrize(
    "changed",
    [
        {"publics": ["seniors"]},
        {"publics": ["actifs", "personnes-exilees"]},
        {"mobilisable_par": ["professionnels"]},
        {"thematiques": ["equipement-et-alimentation--aide-menagere"]},
        {"modes_accueil": ["a-distance"], "zone_eligibilite": ["france"]},
    ],
    ids=str,
)
def test_what_is_not_for_young_people_is_kept_but_never_named(db, bring, changed):
    assert counts(bring([CCAS], [HELP | changed])) == [(1, 0, 0, 0, 0)] * 2
    assert near(db, "58194", "argent") == []


def test_at_a_distance_comes_after_who_can_be_visited(db, bring):
    call = HELP | {"id": "dora--call", "structure_id": "soliguide--garage", "zone_eligibilite": ["58"]}
    bring([CCAS, GARAGE], [call | {"modes_accueil": ["a-distance"]}, HELP])
    assert near(db, "58194", "argent") == [("CCAS de Nevers", 0), ("Garage solidaire", None)]


def test_another_mission_locale_is_named_only_to_those_we_do_not_serve(db, bring):
    bring([CCAS | {"reseaux_porteurs": ["mission-locale"]}], [HELP])
    assert near(db, "58194", "argent") == []
    assert near(db, "58194", "argent", served=False) == [("CCAS de Nevers", 0)]


def test_what_a_full_file_no_longer_names_is_gone_and_comes_back(db, bring):
    bring([CCAS, GARAGE], [HELP, CAR])
    new_car = CAR | {"id": "soliguide--other"}
    assert counts(bring([CCAS, GARAGE], [HELP, new_car])) == [(0, 0, 2, 0, 0), (1, 0, 1, 1, 0)]
    assert counts(bring([CCAS, GARAGE], [HELP, CAR])) == [(0, 0, 2, 0, 0), (0, 1, 1, 1, 0)]
    other = GARAGE | {"id": "soliguide--else", "nom": "Ailleurs"}
    assert counts(bring([CCAS, other], [HELP]))[0] == (1, 0, 1, 1, 0)
    assert near(db, "58095", "mobilite") == []
    assert counts(bring([CCAS, GARAGE], [HELP, CAR]))[0] == (0, 1, 1, 1, 0)
    assert near(db, "58095", "mobilite") == [("Garage solidaire", 0)]


def test_a_source_that_a_file_does_not_speak_of_stays(db, bring):
    bring([CCAS, GARAGE], [HELP, CAR])
    assert counts(bring([CCAS], [HELP])) == [(0, 0, 1, 0, 0)] * 2
    assert counts(bring([], [])) == [(0, 0, 0, 0, 0)] * 2
    assert near(db, "58095", "mobilite")


def test_an_extract_closes_nothing(db, bring):
    bring([CCAS, CCAS | {"id": "dora--two", "nom": "Annexe"}], [HELP])
    assert counts(bring([CCAS], [], extract=True)) == [(0, 0, 1, 0, 0), (0, 0, 0, 0, 0)]
    assert near(db, "58194", "argent")


def test_only_the_departements_asked_for_are_touched(db, bring):
    far = CCAS | {"id": "dora--63", "code_insee": "63113", "latitude": None, "longitude": None}
    bring([CCAS, far], [HELP])
    reports = bring([CCAS, far | {"nom": "Autre nom"}], [HELP, CAR], departements=("58",))
    assert counts(reports) == [(0, 0, 1, 0, 0)] * 2
    assert [r.passed for r in reports] == [1, 1]
    assert counts(bring([CCAS | {"id": "dora--new"}], [], departements=("58",)))[0] == (1, 0, 0, 1, 0)
    with db.reading() as tx:
        assert tx.exec(select(Partner.gone_at).where(Partner.outside_id == "dora--63")).one() is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"id": None}, "structures.json, row 2, id:"),
        ({"nom": "ab"}, "row 2, nom:"),
        ({"nom": "\u202e\u200b\u200b"}, "row 2, source, id, nom: expected short plain words"),
        ({"id": "x" * 3000}, "row 2, source, id, nom"),
        ({"id": "a\x00b"}, "row 2, source, id, nom"),
        ({"date_maj": "hier"}, "row 2, date_maj:"),
        ({"date_maj": "2999-01-01"}, "row 2, date_maj:"),
        ({"id": "dora--ccas"}, "row 2, id: it stands above already"),
    ],
    ids=str,
)
def test_a_wrong_row_is_refused_with_where_and_why_and_the_others_stand(db, bring, wrong, words):
    reports = bring([CCAS, CCAS | {"id": "dora--other"} | wrong], [HELP])
    assert counts(reports) == [(1, 0, 0, 0, 1), (1, 0, 0, 0, 0)]
    assert words in reports[0].told[0]


@pytest.mark.parametrize("row", [None, 3, "text", [], ["a"], True])
def test_what_is_no_object_is_refused(db, bring, row):
    assert counts(bring([CCAS, row], [HELP, row])) == [(1, 0, 0, 0, 1)] * 2


@pytest.mark.parametrize(
    ("wrong", "field", "kept"),
    [
        ({"courriel": "not a mail"}, "email", ""),
        ({"telephone": "demander Paul"}, "phone", ""),
        ({"site_web": "javascript:alert(1)"}, "website", ""),
        ({"site_web": "https://127.0.0.1/"}, "website", ""),
        ({"horaires_accueil": "le lundi"}, "hours", ""),
        ({"code_postal": "580"}, "postcode", ""),
        ({"reseaux_porteurs": ["ccas-cias", "new"]}, "networks", ["ccas-cias"]),
        ({"latitude": 3.159, "longitude": 46.9896}, "insee", "58194"),
        ({"latitude": "north"}, "insee", "58194"),
    ],
    ids=str,
)
def test_a_value_that_cannot_stand_is_dropped_and_said_and_the_row_stands(db, bring, wrong, field, kept):
    reports = bring([CCAS | wrong], [HELP])
    assert counts(reports) == [(1, 0, 0, 0, 0)] * 2
    assert reports[0].dropped >= 1
    assert reports[0].told[0].startswith("dropped: structures.json, row 1, ")
    assert getattr(one(db), field) == kept
    assert near(db, "58194", "argent") == [("CCAS de Nevers", 0)]


def test_an_audience_that_cannot_be_read_never_opens_a_service_to_all(db, bring):
    assert counts(bring([CCAS], [HELP | {"publics": ["new audience"]}]))[1] == (0, 0, 0, 0, 1)


def test_a_refused_row_does_not_close_the_door_it_names(db, bring):
    bring([CCAS, GARAGE], [HELP, CAR])
    reports = bring([CCAS | {"nom": "x"}, CCAS | {"id": "dora--b"}, GARAGE], [HELP | {"nom": "x"}, CAR])
    assert [(r.gone, r.refused) for r in reports] == [(0, 1), (0, 1)]
    assert near(db, "58194", "argent")


def test_a_service_without_its_structure_is_refused(db, bring):
    reports = bring([GARAGE], [CAR, HELP])
    assert counts(reports)[1] == (1, 0, 0, 0, 1)
    assert "services.json, row 2, structure_id" in reports[1].told[0]


def test_markup_in_a_description_stays_text(db, bring):
    bring([CCAS], [HELP | {"description": "<script>alert(1)</script>\n<b>Aide</b>"}])
    assert one(db, PartnerService).description == "<script>alert(1)</script> <b>Aide</b>"


def test_a_file_that_is_cut_changes_nothing(db, bring, tmp_path):
    bring([CCAS], [HELP])
    cut = tmp_path / "cut.json"
    whole = json_file(tmp_path / "whole.json", [GARAGE, CCAS | {"nom": "Changed"}]).read_bytes()
    cut.write_bytes(whole[:-20])
    with pytest.raises(ImportRefused, match=r"cut\.json, row 2"):
        bring(cut, [])
    assert one(db).name == "CCAS de Nevers"


def test_a_table_gives_the_same_partners_as_json(db, bring, tmp_path):
    for name, rows in (("structures.csv", [CCAS]), ("services.csv", [HELP, HELP | {"id": "dora--b"}])):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, rows[0])
            table.writeheader()
            table.writerows(
                {k: "|".join(v) if isinstance(v, list) else v for k, v in row.items()} for row in rows
            )
    bring([CCAS], [HELP, HELP | {"id": "dora--b"}])
    again = bring(tmp_path / "structures.csv", tmp_path / "services.csv")
    assert counts(again) == [(0, 0, 1, 0, 0), (0, 0, 2, 0, 0)]


def test_the_index_holds_only_what_may_be_named(db, bring):
    bring([CCAS, GARAGE], [HELP, CAR, HELP | {"id": "dora--old", "publics": ["seniors"]}])
    bring([CCAS, GARAGE], [HELP])
    with db.reading() as tx:
        assert tx.exec(select(func.count()).select_from(PartnerReach)).one() >= 1
        gone = select(PartnerReach).join(PartnerService).where(PartnerService.gone_at.is_not(None))
        assert tx.exec(gone).all() == []
