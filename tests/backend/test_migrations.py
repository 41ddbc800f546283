"""The database's shape: what the models say, on both engines, and upgraded with its data kept."""

from __future__ import annotations

from datetime import UTC

import pytest
from alembic import command
from sqlmodel import select

from backend.db import connect
from backend.migrations import configuration, upgrade
from backend.places.load import load_territories
from backend.places.models import MissionLocale, Site
from content.places import territory_names


def test_the_migrations_make_what_the_models_say(db):
    command.check(configuration(db))


def test_upgrading_twice_changes_nothing(db):
    upgrade(db)
    upgrade(db)
    with db.reading() as tx:
        assert tx.exec(select(MissionLocale.slug)).all()


def test_the_first_version_of_the_database_upgrades_with_its_data_kept(tmp_path):
    db = connect(f"sqlite:///{tmp_path}/old.db")
    upgrade(db, "0001")
    with db.engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO mission_locale (slug, name, short_name, timezone, language, phone, website, desk_hours, example)"
            " VALUES ('x', 'ML X', 'X', 'Europe/Paris', 'fr', '', '', '', 0)"
        )
        connection.exec_driver_sql(
            "INSERT INTO site (slug, mission_locale_id, kind, name, host, address, postcode, insee, commune, phone,"
            " phone_owner, hours, booking_mode, needs, access, source, example)"
            " VALUES ('s', 1, 'branch', 'S', '', '', '', '58194', 'Nevers', '', '', '', 'both', '[]', '', '', 0)"
        )
    upgrade(db)
    with db.reading() as tx:
        assert tx.exec(select(MissionLocale.name)).one() == "ML X"
        site = tx.exec(select(Site)).one()
        assert (site.name, site.communes, site.changed_at.tzinfo) == ("S", [], UTC)
    db.close()


def test_territories_are_loaded_once_and_what_staff_changed_stays(db):
    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.slug == "decize")).one()
        site.phone = "01 02 03 04 05"
        tx.add(site)
    with db.transaction() as tx:
        assert load_territories(tx, territory_names()) == []
        assert tx.exec(select(Site.phone).where(Site.slug == "decize")).one() == "01 02 03 04 05"


@pytest.mark.parametrize("slug", ["", "../etc", "nowhere"])
def test_an_unknown_territory_stops_the_load(db, slug):
    with pytest.raises((ValueError, OSError)), db.transaction() as tx:
        load_territories(tx, (slug,))
