"""The way from one place to the next takes time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from backend.agenda.models import Motive
from backend.agenda.queries import Agenda
from backend.agenda.travel import ROADS as SETTING
from backend.agenda.travel import Roads, Stop, gets_there
from backend.agenda.wishes import Wish

NEVERS, IMPHY, DECIZE = (46.98923, 3.15525), (46.9339, 3.26055), (46.8289, 3.46289)
ROADS = Roads()
MORNING = datetime(2026, 11, 24, 9, tzinfo=UTC)


def stop(after_minutes, minutes, point):
    begins = MORNING + timedelta(minutes=after_minutes)
    return Stop(begins, begins + timedelta(minutes=minutes), point)


def test_the_way_is_the_crows_distance_times_the_factor_at_the_speed_and_the_parking():
    assert ROADS.minutes(NEVERS, IMPHY) == 21  # 10.1 km, 13.1 by road: 15.8 minutes, and 5
    assert Roads(factor=1, kmh=60, parking=0).minutes(NEVERS, IMPHY) == 11


def test_no_way_within_one_place_or_to_an_unknown_one():
    assert ROADS.minutes(NEVERS, NEVERS) == ROADS.minutes(None, DECIZE) == ROADS.minutes(NEVERS, None) == 0


def test_an_advisor_cannot_be_in_decize_a_quarter_of_an_hour_after_nevers():
    at_nevers = stop(0, 45, NEVERS)
    assert not gets_there(stop(60, 45, DECIZE), [at_nevers], ROADS)
    assert gets_there(stop(120, 45, DECIZE), [at_nevers], ROADS)
    assert gets_there(stop(60, 45, NEVERS), [at_nevers], ROADS)
    assert gets_there(stop(60, 45, None), [at_nevers], ROADS)


def test_the_way_back_counts_as_the_way_there():
    later = stop(90, 45, NEVERS)
    assert not gets_there(stop(30, 45, DECIZE), [later], ROADS)
    assert gets_there(stop(0, 30, DECIZE), [stop(90, 45, NEVERS)], ROADS)


points = st.sampled_from([NEVERS, IMPHY, DECIZE, None])
stops = st.builds(stop, st.integers(0, 600), st.integers(15, 90), points)


@given(stops, st.lists(stops, max_size=4))
def test_more_stops_never_make_a_way_shorter(wanted, others):
    if gets_there(wanted, others, ROADS):
        assert all(gets_there(wanted, [one], ROADS) for one in others)
        assert gets_there(wanted, [], ROADS)


@given(stops, stops)
def test_who_comes_first_does_not_matter(one, other):
    if one.starts_at != other.starts_at:
        assert gets_there(one, [other], ROADS) == gets_there(other, [one], ROADS)


def test_the_settings_say_how_the_roads_are(db):
    with replace(db, info={SETTING: Roads(factor=4.0)}).reading() as tx:
        motive = tx.exec(select(Motive)).first()
        wish = Wish(motive.mission_locale_id, "from_18", (), motive, ("place",))
        assert Agenda(tx, wish, [], MORNING).roads.minutes(NEVERS, IMPHY) == 54
    with db.reading() as tx:
        assert Agenda(tx, wish, [], MORNING).roads == Roads()
