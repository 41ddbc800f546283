"""The database's shape: what the models say, on both engines, and upgraded with its data kept."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from alembic import command
from sqlmodel import delete, select

from backend.agenda.appointments import wish_again
from backend.agenda.booking import move
from backend.agenda.models import Appointment, Busy, Hold, Motive, Opening
from backend.agenda.moments import AT_ONCE
from backend.agenda.rules import SlotId
from backend.db import connect
from backend.migrations import HERE, configuration, upgrade
from backend.places.load import load_territories
from backend.places.models import MissionLocale, Site
from content.places import territory_names
from tests.conftest import _create as create_database
from tests.conftest import _named as named
from tests.conftest import numbers


def test_the_migrations_make_what_the_models_say(db):
    command.check(configuration(db))


def test_upgrading_twice_changes_nothing(db):
    upgrade(db)
    upgrade(db)
    with db.reading() as tx:
        assert tx.exec(select(MissionLocale.slug)).all()


UPGRADES = "import sys, backend.migrations as m, backend.db as d; m.upgrade(d.connect(sys.argv[1]))"


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_processes_that_start_together_upgrade_once(bare):
    url = bare.engine.url.render_as_string(hide_password=False)
    command_line = [sys.executable, "-c", UPGRADES, url]
    together = [subprocess.Popen(command_line, cwd=HERE.parent.parent) for _ in range(3)]
    assert [one.wait() for one in together] == [0, 0, 0]
    command.check(configuration(bare))


@pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
def test_whoever_is_at_work_while_another_upgrades_comes_to_an_end_and_so_does_the_upgrade(bare):
    """It has read, and writes when the upgrade waits for it: each would wait for the other."""
    upgrade(bare, "0007")
    with ThreadPoolExecutor(1) as other, bare.engine.connect() as turn:
        turn.exec_driver_sql("SELECT count(*) FROM appointment")
        upgrading = other.submit(upgrade, bare)
        with bare.engine.connect() as looking:
            while not looking.exec_driver_sql("SELECT count(*) FROM pg_locks WHERE NOT granted").scalar():
                time.sleep(0.01)
        turn.exec_driver_sql("UPDATE appointment SET late = late")
        turn.exec_driver_sql("UPDATE conversation SET blocked = blocked")
        turn.commit()
        upgrading.result()
    command.check(configuration(bare))


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


OLD = (
    (
        "INSERT INTO mission_locale (slug, name, short_name, timezone, language, phone, website, desk_hours, example)"
        " VALUES ('x', 'ML X', 'X', 'Europe/Paris', 'fr', '', '', '', FALSE)"
    ),
    (
        "INSERT INTO site (slug, mission_locale_id, kind, name, host, address, postcode, insee, commune, phone,"
        " phone_owner, hours, booking_mode, needs, access, source, example)"
        " VALUES ('s', 1, 'branch', 'S', '', '', '', '58194', 'Nevers', '', '', '', 'both', '[]', '', '', FALSE)"
    ),
    (
        "INSERT INTO person (name, email, active, demo, created_at)"
        " VALUES ('Karim B.', 'k@exemple.fr', TRUE, FALSE, '2026-11-20 10:00:00+00:00')"
    ),
    (
        "INSERT INTO motive (mission_locale_id, slug, name, needs, minutes, modes, min_notice_hours, max_notice_days,"
        " bring) VALUES (1, 'm', 'M', '[]', 45, '[\"place\"]', 2, 60, '')"
    ),
    (
        "INSERT INTO opening (advisor_id, mission_locale_id, site_id, hours, needs, modes, buffer_minutes, example)"
        " VALUES (1, 1, 1, 'Mo 09:00-12:00', '[]', '[\"place\"]', 0, FALSE)"
    ),
    (
        "INSERT INTO youth (first_name, language, created_at, reminders)"
        " VALUES ('Lou', 'fr', '2026-11-20 10:00:00+00:00', TRUE),"
        " ('Sam', 'fr', '2026-11-20 10:00:00+00:00', TRUE)"
    ),
    (
        "INSERT INTO appointment (youth_id, mission_locale_id, advisor_id, site_id, motive_id, mode, starts_at, ends_at,"
        " status, needs, brief, uid, sequence, created_at) VALUES (1, 1, 1, 1, 1, 'place', '2026-11-30 08:00:00+00:00',"
        " '2026-11-30 08:45:00+00:00', 'booked', '[]', '{}', 'u', 0, '2026-11-20 10:00:00+00:00')"
    ),
    "INSERT INTO hold (youth_id, slot, expires_at) VALUES (2, '1.htedc.p', '2026-11-20 10:10:00+00:00')",
    "INSERT INTO advisor_day (advisor_id, day) VALUES (1, '2026-11-30')",
    (
        "INSERT INTO absence (advisor_id, starts_at, ends_at, reason)"
        " VALUES (1, '2026-12-01 08:00:00+00:00', '2026-12-02 08:00:00+00:00', 'Grippe')"
    ),
    "INSERT INTO busy (advisor_id, cell, hold_id, appointment_id) VALUES (1, 100, NULL, 1), (1, 101, 1, NULL)",
)
"""A youth who is booked and another who holds a slot, as the first versions wrote them."""
KEPT = [
    "mission_locale",
    "site",
    "person",
    "motive",
    "opening",
    "youth",
    "appointment",
    "hold",
    "advisor_day",
    "absence",
    "busy",
]


@pytest.mark.parametrize("version", ["0001", "0003", "0004"])
def test_an_older_agenda_upgrades_with_every_appointment_hold_and_cell_kept(bare, version):
    upgrade(bare, version)
    with bare.engine.begin() as connection:
        for statement in OLD:
            connection.exec_driver_sql(statement)
        before = {table: _rows(connection, table) for table in KEPT}
    upgrade(bare)
    command.check(configuration(bare))
    with bare.engine.begin() as connection:
        after = {table: _rows(connection, table) for table in KEPT}
    for table in KEPT:
        assert [row | old for row, old in zip(after[table], before[table], strict=True)] == after[table], (
            table
        )
    with bare.transaction() as tx:
        booked, opening = tx.exec(select(Appointment)).one(), tx.exec(select(Opening)).one()
        assert (booked.series_id, booked.insee, booked.late, booked.arrived_at) == (None, "", False, None)
        assert (opening.motives, opening.communes, opening.room_id) == ([], [], None)
        assert tx.exec(select(Motive)).one().move_until_hours == 24
        tx.execute(delete(Hold))
        assert [cell.appointment_id for cell in tx.exec(select(Busy))] == [booked.id], (
            "cells go with their hold"
        )


def test_an_appointment_of_before_is_shown_and_moved_by_the_new_agenda(bare):
    upgrade(bare, "0003")
    with bare.engine.begin() as connection:
        for statement in OLD:
            connection.exec_driver_sql(statement)
    upgrade(bare)
    at = datetime(2026, 11, 21, tzinfo=UTC)
    with bare.transaction() as tx:
        old = tx.exec(select(Appointment)).one()
        wish = replace(wish_again(tx, old), by_staff=True)
        new = move(tx, old, wish, str(SlotId(1, datetime(2026, 11, 30, 9, tzinfo=UTC), "place")), at)
        assert (new.uid, new.sequence, old.status) == ("u", 1, "rescheduled")


def test_whoever_was_booked_before_reminders_had_a_moment_is_looked_at_if_to_come(bare):
    upgrade(bare, "0010")
    fates = ((1, "booked"), (1, "confirmed"), (1, "cancelled_by_youth"), (-1, "booked"))
    booked = [_booked(datetime.now(UTC) + timedelta(days=days), status) for days, status in fates]
    moments = select(Appointment.remind_at).order_by(Appointment.id)
    with bare.engine.begin() as connection:
        for statement in (*OLD[:4], OLD[5], *booked):
            connection.exec_driver_sql(statement)
    upgrade(bare)
    with bare.transaction() as tx:
        assert tx.exec(moments).all() == [AT_ONCE, AT_ONCE, None, None]
        tx.connection().exec_driver_sql(booked[0])  # by a process of the version before, still at work
        assert tx.exec(moments).all()[-1] == AT_ONCE


def _booked(at, status):
    return OLD[6].replace("2026-11-30 08:00:00+00:00", str(at)).replace("'booked'", f"'{status}'")


def _rows(connection, table):
    found = connection.exec_driver_sql(f'SELECT * FROM "{table}" ORDER BY 1, 2')
    return [dict(row) for row in found.mappings()]


@pytest.fixture
def bare(request, engine_name, tmp_path):
    """An empty database on each engine."""
    if engine_name == "sqlite":
        made = connect(f"sqlite:///{tmp_path}/bare.db")
    else:
        server = request.getfixturevalue("postgres")
        name = f"bare_{next(numbers)}"
        create_database(server, name, "template1")
        made = connect(named(server, name))
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_name(request):
    return request.param


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
