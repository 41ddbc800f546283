"""Booked, reminded, confirmed, come, asked whether it helped; after an outage nothing is late; some are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from backend.agenda.closing import set_outcome
from backend.agenda.models import Appointment
from backend.agenda.staff import Visit, visits
from backend.db import Database
from backend.insight.models import Fact
from backend.people.accounts import staff_of
from backend.people.models import Person
from backend.script import Script
from backend.settings import Settings
from bot.ticks import works
from flows.events import Blocked
from tests.clock import Clock
from tests.youth import Youth, books

NEVERS = ZoneInfo("Europe/Paris")
NIGHT = 22, 7
STEP, AT_NIGHT = timedelta(minutes=10), timedelta(hours=1)
BOTH = pytest.mark.parametrize("url", ["sqlite", "postgresql"], indirect=True)
"""The whole story is told on both databases; what an outage changes is the clock's alone."""


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=NEVERS)


@dataclass
class Life:
    """The clock turned by hand, every job of the bot at each step, and what reaches the phone."""

    db: Database
    script: Script
    clock: Clock
    youth: Youth
    up: Callable[[], bool] = lambda: True
    online: Callable[[], bool] = lambda: True
    heard: list[tuple[str, str]] = field(default_factory=list)

    def goes_on(self, until: datetime) -> list[tuple[str, str]]:
        """(day and hour, words) of what is heard meanwhile."""
        self.heard = []
        jobs = works(self.db, self.script, Settings(_env_file=None))
        while self.clock.at < until:
            self.clock.at += (
                STEP if NIGHT[1] <= self.clock.at.astimezone(NEVERS).hour < NIGHT[0] else AT_NIGHT
            )
            if self.up():
                for name in ("reminders", "after", "sweep"):
                    jobs[name]()
                self._delivers()
        return self.heard

    def _delivers(self) -> None:
        if self.online():
            hour = self.clock.at.astimezone(NEVERS).strftime("%d %H:%M")
            self.heard += [(hour, text) for text in self.youth.hears()]


@pytest.fixture(params=["sqlite"])
def url(request: pytest.FixtureRequest) -> str:
    found: str = request.getfixturevalue({"sqlite": "sqlite_url"}.get(request.param, "postgres_url"))
    return found


@pytest.fixture
def life(db, script, clock, youth) -> Life:
    """Monday nine o'clock: an appointment tomorrow at nine, at the nearest place."""
    books(youth)
    return Life(db, script, clock, youth)


def appointment(db) -> Appointment:
    with db.reading() as tx:
        return tx.exec(select(Appointment)).one()


def ends_as(life: Life, outcome: str) -> None:
    with life.db.transaction() as tx:
        set_outcome(tx, life.script, appointment(life.db).id or 0, outcome)


def on_the_list(life: Life) -> Visit:
    """What its advisor sees."""
    with life.db.reading() as tx:
        advisor = tx.get_one(Person, appointment(life.db).advisor_id)
        return visits(tx, staff_of(tx, advisor), life.clock.at)[0]


@BOTH
def test_from_the_booking_to_whether_it_helped(life):
    assert life.goes_on(at(23, 23)) == [("23 19:00", life.heard[0][1])]
    assert "mardi 24 novembre à 9 h" in life.heard[0][1]
    assert life.youth.taps("J'y serai")[0].startswith("Merci, c'est noté")
    assert appointment(life.db).status == "confirmed"
    assert life.goes_on(at(24, 9, 50)) == []
    ends_as(life, "attended")
    assert life.goes_on(at(24, 20)) == [("24 11:50", "Ton rendez-vous avec Karim : ça t'a aidé ?")]
    assert life.youth.taps("Un peu")[0].startswith("Merci de me l'avoir dit")
    with life.db.reading() as tx:
        assert tx.exec(select(Fact.needs)).all() == [["helped:some"]]
    assert [hour for hour, _ in life.goes_on(at(30, 20))] == ["27 09:50"]
    assert life.heard[0][1].endswith("Où en es-tu ?")


def test_the_bot_is_down_over_the_last_reminder_and_says_nothing_late(life):
    life.up = lambda: not at(23, 18) <= life.clock.at < at(24, 9)
    assert life.goes_on(at(26, 20)) == []


def test_telegram_is_down_over_the_last_reminder_and_nothing_comes_late(life):
    life.online = lambda: not at(23, 18) <= life.clock.at < at(24, 9)
    assert life.goes_on(at(26, 20)) == []


def test_an_outage_that_ends_in_time_lets_one_reminder_through(life):
    life.up = lambda: not at(23, 18) <= life.clock.at < at(23, 20, 30)
    assert [hour for hour, _ in life.goes_on(at(26, 20))] == ["23 20:30"]


def test_an_outage_that_ends_at_night_waits_for_the_morning(life):
    life.up = lambda: not at(23, 18) <= life.clock.at < at(24, 2)
    assert [hour for hour, _ in life.goes_on(at(26, 20))] == ["24 08:00"]


@BOTH
def test_whoever_was_missed_is_asked_kindly_and_comes_back(life):
    life.goes_on(at(24, 10))
    ends_as(life, "no_show")
    assert life.goes_on(at(24, 20)) == [
        ("24 11:00", "On t'a raté aujourd'hui. Ça arrive. On retrouve un moment ?")
    ]
    assert life.youth.taps("Retrouver un moment")[-1] == "Lequel te va ?"


@BOTH
def test_whoever_blocked_the_bot_is_called_until_they_can_be_reached(life):
    assert not on_the_list(life).to_call
    life.youth.does(Blocked(True))
    assert on_the_list(life).to_call
    assert life.goes_on(at(23, 20)) == []
    life.youth.does(Blocked(False))
    assert not on_the_list(life).to_call


@BOTH
def test_whoever_the_reminder_did_not_reach_is_called_unless_they_said_yes(life):
    life.online = lambda: False
    life.goes_on(at(23, 21))
    life.youth.hears()
    assert on_the_list(life).to_call
    with life.db.transaction() as tx:
        booked = tx.exec(select(Appointment)).one()
        booked.status = "confirmed"
        tx.add(booked)
    assert not on_the_list(life).to_call
