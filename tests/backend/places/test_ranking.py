"""What is proposed always fits, is the nearest and the soonest, and never hangs on what does not matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.places.doors import Audience, Door, Seeker
from backend.places.ranking import Index, much_nearer, rank
from content.distance import kilometres
from tests.bench.doors import asking, made_up

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
NEVERS = (46.98923, 3.15525)
NEEDS, COMMUNES = ("emploi", "logement", "sante"), ("58194", "58095", "58118")
PLACES = st.sampled_from((NEVERS, (46.8289, 3.46289), (46.819, 3.71531), (47.10413, 3.51273), None))
MOMENTS = st.none() | st.integers(0, 5).map(lambda n: MONDAY + timedelta(hours=n))
AGES = st.sampled_from(((0, 99), (16, 17), (18, 25), (26, 30)))
AUDIENCES = st.builds(
    Audience,
    AGES,
    st.frozensets(st.sampled_from(NEEDS)),
    st.frozensets(st.sampled_from(COMMUNES), max_size=2),
)
DOORS = st.builds(
    Door,
    id=st.just(0),
    mission_locale=st.integers(1, 2),
    kind=st.sampled_from(("head_office", "branch", "outpost", "mobile")),
    commune=st.sampled_from(COMMUNES),
    point=PLACES,
    audience=AUDIENCES | st.just(Audience()),
    closed=st.booleans(),
    hours_known=st.booleans(),
    opens=MOMENTS,
    booking_mode=st.sampled_from(("walk_in", "appointment", "both")),
    modes=st.frozensets(st.sampled_from(("place", "phone", "visio"))),
)
TERRITORIES = st.lists(st.tuples(DOORS, MOMENTS), max_size=12).map(
    lambda pairs: [(replace(door, id=n), first) for n, (door, first) in enumerate(pairs, 1)]
)
SEEKERS = st.builds(
    Seeker,
    mission_locales=st.sampled_from((frozenset({1}), frozenset({1, 2}))),
    communes=st.sampled_from(COMMUNES).map(lambda code: frozenset({code})),
    point=PLACES,
    ages=st.sampled_from(((16, 17), (18, 25))),
    needs=st.frozensets(st.sampled_from(NEEDS), min_size=1),
    can_come=st.booleans(),
)


def ranking(territory, seeker):
    free = {door.id: first for door, first in territory}
    return rank(Index(door for door, _ in territory), seeker, free.get)


def told(territory, seeker):
    """What is proposed, walk-in included: (door, reasons)."""
    found = ranking(territory, seeker)
    beside = [found.walk_in] if found.walk_in else []
    return [(r.door.id, r.reasons) for r in (*found.proposals, *beside)]


def fits(door, seeker):
    """Said again, plainly."""
    audience = door.audience
    return (
        not door.closed
        and door.mission_locale in seeker.mission_locales
        and audience.ages[0] <= seeker.ages[1]
        and seeker.ages[0] <= audience.ages[1]
        and (not audience.communes or audience.communes & seeker.communes)
        and (not audience.needs or audience.needs & seeker.needs)
    )


def comes_to_them(door, seeker):
    return door.kind in {"mobile", "outpost"} and door.commune in seeker.communes


def km(door, seeker):
    return kilometres(seeker.point, door.point) if seeker.point and door.point else float("inf")


@given(TERRITORIES, SEEKERS)
def test_never_a_closed_door_the_wrong_age_or_outside_the_audience(territory, seeker):
    found = ranking(territory, seeker)
    beside = [found.walk_in] if found.walk_in else []
    for proposed in (*found.proposals, *beside, *found.fitting, *found.bookable(3)):
        assert fits(proposed.door, seeker), proposed


@given(TERRITORIES, SEEKERS)
def test_nobody_is_sent_to_a_place_they_cannot_come_to_or_called_who_wants_to_come(territory, seeker):
    for proposed in ranking(territory, seeker).proposals:
        modes = proposed.door.modes
        if seeker.can_come:
            assert "place" in modes
        else:
            assert "phone" in modes or ("place" in modes and comes_to_them(proposed.door, seeker))


@given(TERRITORIES, SEEKERS)
def test_the_nearest_is_the_nearest_and_the_soonest_the_soonest_of_those_that_fit(territory, seeker):
    seeker = replace(seeker, can_come=True)
    free = [(d, at) for d, at in territory if at and fits(d, seeker) and "place" in d.modes]
    proposed = {r.reasons[0]: r for r in ranking(territory, seeker).proposals}
    assert bool(free) == bool(proposed)
    if near := proposed.get("near") or proposed.get("both"):
        assert km(near.door, seeker) <= min(km(d, seeker) for d, _ in free) + 1e-6
        assert near.km is not None, "«the nearest» is never said without a distance"
    if soon := proposed.get("soon") or proposed.get("both"):
        assert soon.first == min(at for _, at in free)


@given(TERRITORIES, SEEKERS, DOORS, st.integers(1, 100))
def test_a_farther_and_later_door_changes_no_proposal(territory, seeker, door, hours):
    seeker = replace(seeker, can_come=True, point=seeker.point or NEVERS)
    territory = [*territory, (Door(999, 1, point=NEVERS), MONDAY + timedelta(hours=3))]
    before = ranking(territory, seeker).proposals
    latest = max(r.first for r in before)
    far_away = replace(door, id=1000, point=(-21.0, 55.5))
    welcome = replace(
        far_away, audience=Audience(), closed=False, mission_locale=1, modes=frozenset({"place"})
    )
    for added in (far_away, welcome):
        after = ranking([*territory, (added, latest + timedelta(hours=hours))], seeker).proposals
        assert [(r.door, r.reasons) for r in after] == [(r.door, r.reasons) for r in before]


@given(TERRITORIES, SEEKERS, st.randoms(use_true_random=False))
def test_the_order_in_which_doors_are_given_does_not_matter(territory, seeker, random):
    shuffled = list(territory)
    random.shuffle(shuffled)
    one, other = ranking(territory, seeker), ranking(shuffled, seeker)
    assert one.fitting == other.fitting
    assert one.left_out == other.left_out
    assert told(territory, seeker) == told(shuffled, seeker)


@given(TERRITORIES, SEEKERS)
def test_every_door_is_told_once_with_a_reason(territory, seeker):
    found = ranking(territory, seeker)
    assert sorted(r.door.id for r in (*found.fitting, *found.left_out)) == [d.id for d, _ in territory]
    assert all(r.reasons for r in (*found.fitting, *found.left_out))
    for refused in found.left_out:
        assert not fits(refused.door, seeker) or refused.reasons == ("mode",)


@given(TERRITORIES, SEEKERS)
def test_equal_distances_are_settled_by_the_soonest_then_the_id(territory, seeker):
    seeker = replace(seeker, can_come=True)
    shown = ranking(territory, seeker).fitting
    never = MONDAY + timedelta(days=9999)
    keys = [(r.first or never, r.door.opens or never, r.door.id) for r in shown]
    for (one, key), (other, next_key) in zip(
        zip(shown, keys, strict=True), list(zip(shown, keys, strict=True))[1:], strict=False
    ):
        assert km(one.door, seeker) <= km(other.door, seeker) + 1e-6
        assert one.door.point != other.door.point or key < next_key


@given(TERRITORIES, SEEKERS)
def test_a_walk_in_is_told_only_if_it_spares_much_of_the_way(territory, seeker):
    found = ranking(territory, seeker)
    if found.walk_in:
        assert found.walk_in.door.takes_walk_ins and found.walk_in.first is None
        if seeker.can_come and found.proposals:
            assert much_nearer(found.walk_in.km, min(km(r.door, seeker) for r in found.proposals))
        if not seeker.can_come:
            assert comes_to_them(found.walk_in.door, seeker)


@pytest.mark.parametrize(
    ("walk_in", "bookable", "told"),
    [
        (0.0, 5.0, True),
        (0.0, 4.9, False),
        (9.9, 20.0, True),
        (10.0, 20.0, False),
        (None, 20.0, False),
        (1.0, None, False),
    ],
)
def test_much_nearer_is_less_than_half_and_five_kilometres(walk_in, bookable, told):
    assert much_nearer(walk_in, bookable) is told


LOU = Seeker(frozenset({1}), frozenset({"58194"}), NEVERS, (18, 25), frozenset({"emploi"}))
OTHER_ML = Audience((26, 30), frozenset({"sante"}), frozenset({"58095"}))


def test_each_reason_is_said():
    near = Door(1, 1, point=NEVERS)
    territory = [
        (near, MONDAY + timedelta(hours=2)),
        (Door(2, 1, point=(46.8289, 3.46289)), MONDAY),
        (Door(3, 1, point=(46.819, 3.71531)), MONDAY + timedelta(hours=3)),
        (Door(4, 1, point=NEVERS), MONDAY + timedelta(hours=2)),
        (Door(5, 1, point=NEVERS), None),
        (Door(6, 1, point=NEVERS, modes=frozenset(), booking_mode="appointment"), None),
        (Door(7, 1, point=NEVERS, modes=frozenset({"phone"}), booking_mode="appointment"), MONDAY),
        (Door(8, 2, point=NEVERS, audience=OTHER_ML, closed=True), MONDAY),
    ]
    found = ranking(territory, LOU)
    said = {r.door.id: r.reasons for r in (*found.fitting, *found.left_out)}
    assert said == {
        1: ("near",),
        2: ("soon",),
        3: ("farther", "later"),
        4: ("later",),
        5: ("walk_in", "no_free_slot"),
        6: ("no_opening",),
        7: ("mode",),
        8: ("other_mission_locale", "closed", "age", "commune", "need"),
    }


def test_who_cannot_come_is_called_or_visited():
    stuck = replace(LOU, can_come=False, communes=frozenset({"58118"}))
    call = Door(1, 1, modes=frozenset({"place", "phone"}), point=NEVERS)
    van = Door(2, 1, kind="mobile", commune="58118", point=(46.819, 3.71531))
    far = Door(3, 1, kind="branch", commune="58118")
    found = ranking([(van, MONDAY), (call, MONDAY + timedelta(days=1)), (far, MONDAY)], stuck)
    assert [(r.door.id, r.reasons) for r in found.proposals] == [(1, ("remote",)), (2, ("visit",))]
    assert [(r.door.id, r.reasons) for r in found.left_out] == [(3, ("mode",))]


def test_one_door_may_be_the_nearest_and_the_soonest():
    territory = [(Door(1, 1, point=NEVERS), MONDAY), (Door(2, 1, point=NEVERS), MONDAY)]
    assert told(territory, LOU) == [(1, ("both",))]


def test_without_a_point_only_the_soonest_is_said():
    territory = [(Door(1, 1, point=NEVERS), MONDAY + timedelta(hours=1)), (Door(2, 1), MONDAY)]
    assert told(territory, replace(LOU, point=None)) == [(2, ("soon",))]


def test_thousands_of_doors_are_ranked_at_once():
    """A gross guard, in processor time: the figure itself is a line of the bench."""
    ask = asking(Index(made_up(1)), 1)
    began = process_time()
    for _ in range(10):
        ask(Random(1))
    assert (process_time() - began) / 10 < 0.05
