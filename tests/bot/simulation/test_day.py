"""A small simulated day: everything that takes part in it is real but the people, and nothing is lost."""

from __future__ import annotations

import asyncio
import json

import httpx
import pytest
from typer.testing import CliRunner

from backend.db import connect
from backend.migrations import upgrade
from backend.models import Conversation
from backend.people.models import Youth
from bot.cli import app
from bot.simulation.alone import simulate
from bot.simulation.characters import characters, typed_home
from bot.simulation.country import country, residents
from bot.simulation.day import Day
from bot.simulation.ground import NotOurs, opened
from bot.simulation.plan import Plan
from content.communes import load_communes

FEW = 96
"""Missions locales asked for: one or two in each département."""
SMALL = Plan(youths=16, seed=3, hours=18, grain=3600)


@pytest.fixture
def empty_url(request, tmp_path, engine):
    """A database with nothing in it."""
    if engine == "sqlite":
        return f"sqlite:///{tmp_path}/day.db"
    return request.getfixturevalue("empty_postgres")


@pytest.fixture
def empty_postgres(postgres):
    from tests.conftest import _create, _named, _run, numbers

    name = f"day_{next(numbers)}"
    _create(postgres, name, "template1")
    yield _named(postgres, name)
    _run(postgres, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
async def test_on_a_small_day_nothing_is_lost_doubled_or_out_of_order(empty_url, engine):
    report = await simulate(SMALL, empty_url, FEW)
    assert not any(report["checks"].values()), report["checks"]
    assert report["conditions"]["engine"].lower() == engine
    day, work = report["the day"], report["work"]
    assert day["youths_booked"] >= 8 and day["places"] > 5
    assert work["updates"] > 100 and work["replies"] > 100
    assert sum(report["how it ended for them"].values()) == 16
    assert not [why for why in work["refused_by_telegram"] if "too old" not in why]  # a tap that came twice


async def test_the_same_seed_gives_the_same_day(tmp_path):
    async def told():
        plan = Plan(youths=5, seed=5, hours=14, grain=3600)
        report = await simulate(plan, f"sqlite:///{tmp_path}/day.db", FEW)
        return report["the day"], report["how it ended for them"], report["work"]["updates"]

    first = await told()
    assert first[2] > 30
    assert await told() == first  # and the database of an earlier day is used again


def test_another_seed_gives_others():
    homes = residents()
    assert characters(9, 24, 5, homes) == characters(9, 24, 5, homes) != characters(9, 24, 6, homes)


async def test_a_day_that_is_watched_shows_its_pages_and_ends_when_whoever_watches_has_seen_enough(
    tmp_path, monkeypatch, capsys
):
    days = []

    class Seen(Day):
        def __init__(self, *what):
            super().__init__(*what)
            days.append(self)

    monkeypatch.setenv("PASSERELLE_PORT", "0")
    monkeypatch.setattr("bot.simulation.alone.Day", Seen)
    plan = Plan(youths=3, hours=24, speed=60, grain=3600)
    playing = asyncio.create_task(simulate(plan, f"sqlite:///{tmp_path}/day.db", FEW))
    words = ""
    while "Watch it at" not in words:
        await asyncio.sleep(0.01)
        words += capsys.readouterr().out
    async with httpx.AsyncClient() as browser:
        page = await browser.get(words.split()[-1])
    assert page.status_code == 200 and "simulée" in page.text
    days[0].stop()
    report = await asyncio.wait_for(playing, 30)
    assert report["work"]["seconds"] < 60 and report["checks"]["replies_not_sent"] == 0


def test_everybody_in_the_country_is_served_and_every_door_says_that_it_is_made_up():
    structures = country()
    served = [c.insee for s in structures for c in s.served]
    assert len(served) == len(set(served))
    whole = {c.insee for c in load_communes().all if c.point and not c.within}
    assert set(served) == whole and len({s.seat.departement for s in structures}) >= 101
    assert 400 <= len(structures) <= 460 and all(s.advisors >= 3 for s in structures)


def test_young_people_live_where_people_live_and_begin_when_they_are_awake():
    people = characters(2000, 24, 1, residents())
    assert [p.at for p in people] == sorted(p.at for p in people)
    assert sum(p.at < 6 * 3600 for p in people) < 60
    in_paris = sum(p.home.departement == "75" for p in people)
    assert 30 < in_paris < 110  # 3 % of the country
    assert {p.address for p in people} == set(range(people[0].address, people[0].address + 2000))


def test_a_slip_is_still_the_name_of_the_commune_for_whoever_knows_it():
    from random import Random

    people = [p for p in characters(300, 24, 1, residents()) if p.spelling == "slip"]
    typed = [typed_home(p, Random(1)) for p in people]
    found = [p.home in load_communes().find(words) for p, words in zip(people, typed, strict=True)]
    assert people and sum(found) / len(found) > 0.6


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    return lambda *words, **settings: runner.invoke(app, ["simulate", *words], env=settings)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--youths", "0"), "--youths"),
        (("--youths", "-5"), "--youths"),
        (("--youths", "99999999"), "--youths"),
        (("--youths", "many"), "--youths"),
        (("--seed", "-1"), "--seed"),
        (("--hours", "0"), "--hours"),
        (("--hours", "25"), "--hours"),
        (("--hours", "nan"), "--hours"),
        (("--workers", "99"), "--workers"),
        (("--speed", "fast"), "--speed"),
        (("--speed", "0"), "--speed"),
        (("--speed", "-60"), "--speed"),
        (("--speed", "inf"), "--speed"),
        (("--speed", "nan"), "--speed"),
        (("--speed", "60", "--workers", "2"), "--workers"),
        (("--workers", "2"), "--workers"),
        (("--json", "nowhere/report.json"), "--json"),
        (("--database", "mysql://there/day"), "--database"),
        (("--database", "nonsense"), "--database"),
        (("--database", "postgresql://nobody@127.0.0.1:1/none"), "--database"),
    ],
)
def test_a_bad_option_is_named_before_anything_begins(run, words, named, tmp_path):
    done = run(*words)
    assert done.exit_code == 2 and named in done.output, done.output
    assert not list(tmp_path.rglob("*.db"))


def test_a_database_with_real_people_is_left_as_it_is(tmp_path):
    url = f"sqlite:///{tmp_path}/real.db"
    db = connect(url)
    upgrade(db)
    with db.transaction() as tx:
        tx.add(youth := Youth(first_name="Lou"))
        tx.flush()
        tx.add(Conversation(youth_id=youth.id, channel="telegram", address="42"))
    db.close()
    before = (tmp_path / "real.db").read_bytes()
    with pytest.raises(NotOurs, match="not simulated"):
        opened(url, ())
    assert (tmp_path / "real.db").read_bytes() == before


def test_the_tables_of_something_else_are_left_alone(tmp_path):
    url = f"sqlite:///{tmp_path}/other.db"
    db = connect(url)
    with db.transaction() as tx:
        tx.connection().exec_driver_sql("CREATE TABLE invoices (id INTEGER)")
    db.close()
    with pytest.raises(NotOurs, match="something else"):
        opened(url, ())


def test_the_database_of_the_settings_is_never_simulated_in(run):
    url = "sqlite:///var/passerelle.db"
    done = run("--database", url, PASSERELLE_DATABASE_URL=url)
    assert done.exit_code == 2 and "PASSERELLE_DATABASE_URL" in done.output
    done = run("--database", url)
    assert done.exit_code == 2 and "PASSERELLE_DATABASE_URL" in done.output


def test_the_report_is_printed_and_written(run, tmp_path, monkeypatch):
    monkeypatch.setattr("bot.simulation.alone.country", lambda _: country(FEW))
    done = run("--youths", "2", "--hours", "9", "--json", "report.json")
    assert done.exit_code == 0, done.output
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["the day"]["youths"] == 2 and not any(report["checks"].values())
    assert "updates_lost" in done.output and "p99_ms" in done.output
