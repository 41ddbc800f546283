"""Whatever happens in whatever order: no advisor, room or seat is ever double, and nothing booked is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import delete, update
from sqlmodel import select

from backend.agenda.appointments import cancel
from backend.agenda.booking import book, hold, move
from backend.agenda.models import LIVE, Absence, Appointment, Busy, BusyRoom, Hold, Motive, Opening, Room
from backend.agenda.queries import Agenda, bookables
from backend.agenda.rules import cells
from backend.agenda.travel import Roads
from backend.agenda.wishes import Wish
from backend.people.models import Person, Youth
from backend.places.models import MissionLocale, Site
from backend.scene import NotPossible
from backend.workshops.models import Seat, Workshop
from backend.workshops.seats import leave_seat, take_seat

MONDAY = datetime(2026, 11, 23, 7, tzinfo=UTC)
BUFFER, MINUTES, MOST = 10, 45, 4
ROADS = Roads()
youths, places = st.integers(0, 3), st.integers(0, 7)


def furnish(tx):
    """Two advisors, each at two places on the same days; the second place has one room for both."""
    home = tx.exec(select(MissionLocale.id).where(MissionLocale.slug == "nevers-sud-nivernais")).one()
    sites = tx.exec(
        select(Site).where(Site.mission_locale_id == home, Site.slug.in_(["la-boussole", "decize"]))
    ).all()
    tx.execute(update(Opening).values(motives=["premier-rendez-vous"]))  # the demo's own are not ours
    room = Room(site_id=sites[1].id, name="Bureau 2")
    advisors = [Person(name=f"Advisor {n}", email=f"a{n}@exemple.fr") for n in range(2)]
    motive = Motive(
        mission_locale_id=home,
        slug="walk",
        name="Walk",
        minutes=MINUTES,
        modes=["place"],
        min_notice_hours=0,
        max_notice_days=2,
    )
    people = [Youth(first_name=f"Y{n}") for n in range(4)]
    workshop = Workshop(
        site_id=sites[0].id, name="CV", starts_at=MONDAY, ends_at=MONDAY + timedelta(hours=2), seats=2
    )
    tx.add_all([room, *advisors, motive, *people, workshop])
    tx.flush()
    common = {
        "mission_locale_id": home,
        "modes": ["place"],
        "motives": ["walk"],
        "buffer_minutes": BUFFER,
        "max_a_day": MOST,
    }
    for advisor in advisors:
        tx.add(Opening(advisor_id=advisor.id, site_id=sites[0].id, hours="Mo-Tu 09:00-13:00", **common))
        tx.add(
            Opening(
                advisor_id=advisor.id,
                site_id=sites[1].id,
                hours="Mo-Tu 11:00-16:00",
                room_id=room.id,
                **common,
            )
        )
    tx.flush()
    return {
        "home": home,
        "motive": motive,
        "advisors": [a.id for a in advisors],
        "youths": [y.id for y in people],
        "points": {s.id: (s.lat, s.lon) for s in sites},
        "workshop": workshop.id,
    }


class Walk(RuleBasedStateMachine):
    """Two sessions, four youths, two advisors, two places, one room, two seats."""

    db = None
    world = None

    def __init__(self):
        super().__init__()
        self.now = MONDAY
        self.seen = []
        self.kept = {}
        """What each appointment of the model must be: id -> youth."""
        with self.db.transaction() as tx:
            for table in (Busy, BusyRoom, Hold, Appointment, Absence, Seat):
                tx.execute(delete(table))

    def wish(self, youth):
        return Wish(
            self.world["home"],
            "from_18",
            ("emploi",),
            self.world["motive"],
            ("place",),
            self.world["youths"][youth],
        )

    def slots(self, youth):
        with self.db.reading() as tx:
            found = bookables(tx, self.wish(youth))
            agenda = Agenda(tx, self.wish(youth), found, self.now)
            return sorted(str(s) for b in found for s in agenda.slots(b))

    def pick(self, youth, which):
        """A free slot, or one that was free when it was seen."""
        free = self.slots(youth)
        self.seen += free[:3]
        everything = [*free[:6], *self.seen[-4:]]
        return everything[which % len(everything)] if everything else None

    def tries(self, act):
        try:
            return self.db.retrying(act)
        except NotPossible as refused:
            assert str(refused) in {"taken", "full"}
            return None

    @rule(youth=youths, which=places)
    def holds(self, youth, which):
        if slot := self.pick(youth, which):
            self.tries(lambda tx: hold(tx, self.wish(youth), slot, self.now))

    @rule(youth=youths, which=places)
    def books(self, youth, which):
        if slot := self.pick(youth, which):
            made = self.tries(lambda tx: book(tx, self.wish(youth), slot, {}, self.now).id)
            self.kept |= {made: youth} if made else {}

    @rule(one=youths, other=youths, which=places)
    def two_sessions_want_the_same_slot(self, one, other, which):
        slot = self.pick(one, which)
        if slot is None or one == other:
            return
        with ThreadPoolExecutor(2) as pool:
            made = list(
                pool.map(
                    lambda y: self.tries(lambda tx: book(tx, self.wish(y), slot, {}, self.now).id),
                    (one, other),
                )
            )
        assert made.count(None) >= 1, "one slot, two appointments"
        self.kept |= {id_: y for id_, y in zip(made, (one, other), strict=True) if id_}

    @rule(nth=places, which=places)
    def moves(self, nth, which):
        if not self.kept:
            return
        old = sorted(self.kept)[nth % len(self.kept)]
        youth = self.kept[old]
        slot = self.pick(youth, which)
        if slot and (
            new := self.tries(
                lambda tx: move(tx, tx.get_one(Appointment, old), self.wish(youth), slot, self.now).id
            )
        ):
            del self.kept[old]
            self.kept[new] = youth

    @rule(nth=places)
    def cancels(self, nth):
        if self.kept:
            gone = sorted(self.kept)[nth % len(self.kept)]
            self.db.retrying(
                lambda tx: cancel(tx, tx.get_one(Appointment, gone), "cancelled_by_youth", self.now)
            )
            del self.kept[gone]

    @rule(minutes=st.sampled_from([5, 11, 90]))
    def time_passes(self, minutes):
        self.now += timedelta(minutes=minutes)

    @rule(advisor=st.integers(0, 1), hour=st.integers(8, 15))
    def an_advisor_is_away(self, advisor, hour):
        starts = MONDAY.replace(hour=hour)
        away = Absence(
            advisor_id=self.world["advisors"][advisor], starts_at=starts, ends_at=starts + timedelta(hours=1)
        )
        self.db.retrying(lambda tx: tx.add(away))

    @rule(youth=youths)
    def takes_a_seat(self, youth):
        self.tries(lambda tx: take_seat(tx, self.world["workshop"], self.world["youths"][youth]) and None)

    @rule(youth=youths)
    def leaves_a_seat(self, youth):
        self.db.retrying(lambda tx: leave_seat(tx, self.world["workshop"], self.world["youths"][youth]))

    @invariant()
    def nothing_is_double_and_nothing_is_lost(self):
        with self.db.reading() as tx:
            live = tx.exec(select(Appointment).where(Appointment.status.in_(LIVE))).all()
            busy = tx.exec(select(Busy)).all()
            rooms = tx.exec(select(BusyRoom)).all()
            seats = tx.exec(select(Seat)).all()
        assert {a.id: self.world["youths"].index(a.youth_id) for a in live} == self.kept
        for appointment in live:
            cells_of_it = {
                b.cell
                for b in busy
                if b.appointment_id == appointment.id and b.advisor_id == appointment.advisor_id
            }
            assert cells_of_it == set(cells(appointment.starts_at, MINUTES + BUFFER))
        assert {b.appointment_id for b in (*busy, *rooms)} <= {*self.kept, None}
        for whose in ("advisor_id", "youth_id"):
            for one in {getattr(a, whose) for a in live}:
                self.in_time([a for a in live if getattr(a, whose) == one], ways=whose == "advisor_id")
        in_room = sorted(
            (a for a in live if rooms and any(r.appointment_id == a.id for r in rooms)),
            key=lambda a: a.starts_at,
        )
        assert all(a.ends_at <= b.starts_at for a, b in pairwise(in_room))
        assert len(seats) <= 2 and len({s.youth_id for s in seats}) == len(seats)

    def in_time(self, theirs, *, ways):
        theirs = sorted(theirs, key=lambda a: a.starts_at)
        for first, second in pairwise(theirs):
            points = self.world["points"]
            way = ROADS.minutes(points[first.site_id], points[second.site_id]) if ways else 0
            assert first.ends_at + timedelta(minutes=way) <= second.starts_at
        if ways:
            days = [a.starts_at.date() for a in theirs]
            assert all(days.count(day) <= MOST for day in days)


def test_after_any_walk_no_chair_is_double_and_nothing_is_lost(db):
    with db.transaction() as tx:
        world = furnish(tx)
    walk = type("Here", (Walk,), {"db": db, "world": world})
    run_state_machine_as_test(
        walk,
        settings=settings(
            max_examples=20,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        ),
    )
