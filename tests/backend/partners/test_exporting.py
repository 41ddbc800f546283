"""Our sites as data·inclusion: valid by its own models, none made up, and back again as partners."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from data_inclusion.schema.v1 import Service, Structure
from sqlmodel import select

from backend.agenda.models import Opening
from backend.partners.exporting import published_sites
from backend.partners.importing import import_data_inclusion
from backend.partners.queries import partners_near
from backend.places.models import Coverage, MissionLocale, Site
from tests.backend.partners.rows import json_file

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def told(db, **how):
    with db.reading() as tx:
        return published_sites(tx, NOW, **how)


@pytest.fixture
def made_real(db):
    """The demo sites as if they were real, and served for certain."""
    with db.transaction() as tx:
        for row in (*tx.exec(select(Site)), *tx.exec(select(MissionLocale))):
            row.example = False
        for covered in tx.exec(select(Coverage)):
            covered.certain = True


def change(db, slug, **values):
    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.slug == slug)).one()
        for name, value in values.items():
            setattr(site, name, value)


def slugs(done):
    return [row["id"].rpartition("--")[2] for row in done.structures]


@pytest.mark.usefixtures("made_real")
def test_every_row_is_valid_by_the_models_of_data_inclusion(db):
    done = told(db)
    assert len(done.structures) == len(done.services) >= 18
    assert done.left_out == []
    for row in done.structures:
        Structure.model_validate(row, context={"ignore_warnings": False})
    for row in done.services:
        Service.model_validate(row, context={"ignore_warnings": False})


def test_made_up_sites_are_published_only_if_asked_for(db):
    with db.reading() as tx:
        made_up = {s.slug for s in tx.exec(select(Site).where(Site.example, Site.kind != "partner"))}
    assert made_up
    assert not made_up & set(slugs(told(db)))
    assert made_up <= set(slugs(told(db, examples=True)))


@pytest.mark.usefixtures("made_real")
def test_a_site_that_is_closed_or_a_partners_is_not_published(db):
    change(db, "decize", closed_at=NOW - timedelta(days=1))
    change(db, "imphy", kind="partner")
    change(db, "dornes", closed_at=NOW + timedelta(days=9))
    assert not {"decize", "imphy"} & set(slugs(told(db)))
    assert "dornes" in slugs(told(db))


@pytest.mark.usefixtures("made_real")
def test_one_mission_locale_alone_and_always_in_the_same_order(db):
    nevers = told(db, slug="nevers-sud-nivernais")
    assert slugs(nevers) == sorted(slugs(nevers))
    assert all("nevers-sud-nivernais" in row["id"] for row in nevers.structures)
    assert nevers == told(db, slug="nevers-sud-nivernais")
    assert told(db, slug="nowhere").structures == []


@pytest.mark.usefixtures("made_real")
def test_a_service_says_what_is_known(db):
    hours = "Tu 09:00-12:00; PH,SH off"
    contact = {"phone": "03 86 00 00 00", "email": "a@ml.example", "website": "https://ml.example.org/"}
    change(db, "imphy", hours=hours, needs=["logement"], communes=["58134", "58095"], **contact)
    done = told(db)
    at = slugs(done).index("imphy")
    service = done.services[at]
    assert service["horaires_accueil"] == hours
    assert service["thematiques"] == [
        "logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement"
    ]
    assert service["zone_eligibilite"] == ["58095", "58134"]
    assert (service["publics"], service["frais"]) == (["jeunes"], "gratuit")
    assert set(service["modes_mobilisation"]) >= {
        "telephoner",
        "envoyer-un-courriel",
        "utiliser-lien-mobilisation",
    }
    assert done.structures[at]["reseaux_porteurs"] == ["mission-locale"]


@pytest.mark.usefixtures("made_real")
def test_a_site_whose_advisor_calls_is_also_at_a_distance(db):
    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.slug == "imphy")).one()
        for opening in tx.exec(select(Opening).where(Opening.site_id == site.id)):
            opening.modes = ["place", "phone"]
    done = told(db)
    assert done.services[slugs(done).index("imphy")]["modes_accueil"] == ["a-distance", "en-presentiel"]


@pytest.mark.usefixtures("made_real")
def test_what_cannot_stand_is_left_out_and_named(db):
    change(db, "decize", postcode="583", commune="Decize")
    done = told(db)
    assert "decize" not in slugs(done)
    assert done.left_out[0].startswith("decize, code_postal: ")


@pytest.mark.usefixtures("made_real")
def test_what_is_published_can_be_imported_as_partners_by_others(db, tmp_path):
    done = told(db, slug="nevers-sud-nivernais")
    files = [
        json_file(tmp_path / f"{n}.json", rows) for n, rows in enumerate((done.structures, done.services))
    ]
    assert json.loads(files[0].read_text()) == done.structures
    with db.transaction() as tx:
        reports = import_data_inclusion(tx, *files)
    assert [(r.new, r.refused, r.dropped) for r in reports] == [(len(done.structures), 0, 0)] * 2
    with db.reading() as tx:
        found = partners_near(tx, "58134", ["decrochage"], served=False)["decrochage"]
        assert "Permanence d'Imphy" in found[0]["name"]
        assert partners_near(tx, "58134", ["decrochage"], served=True)["decrochage"] == []
