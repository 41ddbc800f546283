"""Looking at what is at its time says exactly what looking at everything would say, whatever happens meanwhile."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import delete, select, update

from backend.agenda.appointments import cancel
from backend.agenda.looking import at_their_time, look_again, put_off, wish_reminders
from backend.agenda.models import LIVE, Appointment, Motive
from backend.agenda.moments import before, reminder
from backend.agenda.reminders import key_of, remind
from backend.models import Conversation, Line, Seen
from backend.people.models import Person
from backend.people.models import Youth as Somebody
from backend.places.editing import save, version
from backend.places.models import MissionLocale, Site
from backend.places.sites import zone_of
from backend.righting import right
from flows.events import Blocked
from tests.clock import MONDAY
from tests.youth import Youth

NEVERS, SAINT_DENIS = "58194", "97411"
HOUR = timedelta(hours=1)
numbers = count(1)


class World:
    """Two young people, and all that may happen to what they have booked at one site."""

    def __init__(self, db, script, clock):
        self.db, self.script, self.clock = db, script, clock
        clock.at = MONDAY
        with db.transaction() as tx:
            for table in (Line, Appointment, Seen):
                tx.execute(delete(table))
            tx.execute(update(Conversation).values(blocked=False))
            tx.execute(update(Somebody).values(reminders=True))
            tx.execute(update(Site).values(insee=NEVERS))
        self.blocked = set()
        self.youths = [Youth(db, script, address) for address in ("42", "43")]
        for youth in self.youths:
            youth.starts()

    def one(self, tx, table, which):
        """One of those that are there, if any."""
        rows = tx.exec(select(table).order_by(table.id)).all()
        return rows[which % len(rows)] if rows else None

    def book(self, which, ahead):
        with self.db.transaction() as tx:
            mine = Conversation.address == self.youths[which].address
            self._put(tx, tx.exec(select(Conversation.youth_id).where(mine)).one(), ahead)

    def _put(self, tx, youth_id, ahead):
        motive = tx.exec(select(Motive)).first()
        starts_at = self.clock.at.replace(minute=0) + ahead * HOUR
        row = Appointment(
            youth_id=youth_id,
            mission_locale_id=motive.mission_locale_id,
            advisor_id=tx.exec(select(Person.id)).first(),
            site_id=tx.exec(select(Site.id)).first(),
            motive_id=motive.id,
            mode="place",
            starts_at=starts_at,
            ends_at=starts_at + HOUR,
            uid=str(next(numbers)),
            created_at=self.clock.at,
        )
        tx.add(row)

    def move(self, which, ahead):
        with self.db.transaction() as tx:
            old = self.one(tx, Appointment, which)
            if old and old.status in LIVE:
                old.status = "rescheduled"
                self._put(tx, old.youth_id, ahead)

    def cancel(self, which, _):
        with self.db.transaction() as tx:
            old = self.one(tx, Appointment, which)
            if old and old.status in LIVE:
                cancel(tx, old, "cancelled_by_youth", self.clock.at)

    def confirm(self, which, _):
        with self.db.transaction() as tx:
            old = self.one(tx, Appointment, which)
            if old and old.status in LIVE:
                old.status = "confirmed"

    def mute(self, which, _):
        """They want no reminders any more; or again."""
        with self.db.transaction() as tx:
            youth = self.one(tx, Somebody, which)
            if youth.reminders:
                youth.reminders = False
            else:
                wish_reminders(tx, youth, self.clock.at)

    def block(self, which, _):
        """They block the bot, or let it speak again."""
        blocked = which not in self.blocked
        self.blocked ^= {which}
        self.youths[which].does(Blocked(blocked))

    def change_zone(self, which, _):
        with self.db.transaction() as tx:
            site = tx.exec(select(Site)).first()
            values = {"insee": (NEVERS, SAINT_DENIS)[which]}
            save(tx, site.id, values, version(site), self.clock.at)

    def go_on(self, _, hours):
        self.clock.at += hours * HOUR / 4

    def go_to_the_next(self, which, _):
        """To the moment from which one of them is due, or just before it is too late."""
        with self.db.reading() as tx:
            dues = [due for one in tx.exec(select(Appointment)) for due in before(*self.times(tx, one))]
        coming = [(due.at, due.until - HOUR / 60)[which] for due in dues]
        self.clock.at = min((at for at in coming if at > self.clock.at), default=self.clock.at)

    def go_back(self, _, hours):
        """The clock of the machine is set back, and all is put right."""
        self.clock.at -= hours * HOUR
        with self.db.transaction() as tx:
            right(tx, self.clock.at)

    def tick(self, *_):
        before, expected = self.said(), self.would_say()
        assert remind(self.db, self.script) == len(expected)
        assert self.said() - before == expected
        with self.db.reading() as tx:
            assert at_their_time(tx, self.clock.at) == []

    def said(self):
        with self.db.reading() as tx:
            return set(tx.exec(select(Seen.key).where(Seen.key.startswith("reminder:"))))

    def would_say(self):
        """By a look at everything there is."""
        with self.db.reading() as tx:
            keys = {self.key(tx, one) for one in tx.exec(select(Appointment)) if one.status in LIVE}
        return keys - self.said() - {None}

    def key(self, tx, one):
        talks = select(Conversation).where(Conversation.youth_id == one.youth_id, ~Conversation.blocked)
        if not tx.get(Somebody, one.youth_id).reminders or not tx.exec(talks).all():
            return None
        due = reminder(*self.times(tx, one), self.clock())
        return due and key_of(one.id, one.starts_at, due.moment)

    def times(self, tx, one):
        """When it begins, when it was booked, and the zone."""
        home = tx.get(MissionLocale, one.mission_locale_id).timezone
        return one.starts_at, one.created_at, zone_of(tx.get(Site, one.site_id), home)


ACTS = ("book", "move", "cancel", "mute", "mute", "block", "block", "change_zone", "go_back", "confirm")
THEN = ("go_to_the_next", "go_to_the_next", "go_on")
steps = st.tuples(
    st.sampled_from((*ACTS, *THEN * 3)), st.integers(0, 1), st.integers(1, 60), st.integers(0, 5)
)
walks = st.lists(steps, min_size=20, max_size=40)


class TestWhatever:
    """The engine makes no difference here."""

    @pytest.fixture
    def url(self, sqlite_url):
        return sqlite_url

    def test_the_tick_says_what_a_look_at_everything_would_say(self, db, script, clock):
        @settings(max_examples=40, deadline=None)
        @given(walks)
        def whatever(walk):
            world = World(db, script, clock)
            world.book(0, 40)
            world.book(1, 46)
            for act, which, amount, up in walk:
                getattr(world, act)(which, amount)
                if up:
                    world.tick()

        whatever()

    def test_what_was_past_by_a_clock_that_was_wrong_is_to_come_again(self, db, script, clock):
        world = World(db, script, clock)
        world.book(0, 40)
        clock.goes_on(days=5)
        world.tick()
        world.go_back(0, 5 * 24)
        world.go_to_the_next(0, 0)
        world.tick()
        assert len(world.said()) == 1

    def test_in_another_zone_it_may_be_due_earlier(self, db, script, clock):
        world = World(db, script, clock)
        world.book(0, 40)
        world.tick()
        world.change_zone(1, 0)
        clock.at = MONDAY.replace(hour=15)
        world.tick()
        assert len(world.said()) == 1

    def test_what_is_to_be_looked_at_again_meanwhile_is_not_put_off(self, db, script, clock):
        world = World(db, script, clock)
        world.book(0, 40)
        with db.reading() as tx:
            found = at_their_time(tx, clock.at)
        with db.transaction() as tx:
            look_again(tx, clock.at)
        put_off(db, [(row.id, row.remind_at, None) for row in found])
        with db.reading() as tx:
            assert len(found) == len(at_their_time(tx, clock.at)) == 1
