"""Distances as the crow flies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.distance import kilometres

places = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_nevers_and_decize_are_thirty_kilometres_apart():
    assert kilometres((46.98781, 3.15762), (46.8289, 3.46289)) == pytest.approx(29.2, abs=0.2)


@given(places, places)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_the_earth(a, b):
    assert kilometres(a, a) == 0
    assert kilometres(a, b) == pytest.approx(kilometres(b, a), abs=1e-6)
    assert 0 <= kilometres(a, b) < 20_016
