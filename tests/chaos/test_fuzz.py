"""Damaged updates: what can be read is handled, what cannot is set aside, and nothing is raised. More by `make long`."""

from __future__ import annotations

import pytest

from tests.chaos import ear
from tests.chaos.fuzz import heard, through

SEED = 3


class TestOnce:
    """The engine makes no difference here."""

    @pytest.fixture
    def url(self, sqlite_url):
        return sqlite_url

    def test_what_is_damaged_is_set_aside_by_its_number_and_all_else_is_handled(self, db, script):
        found = through(db, script, SEED, 3_000)
        assert found.keys() == {"handled", "unreadable"}
        assert found["handled"] > 1_200 and found["unreadable"] > 300


@pytest.mark.parametrize("seed", range(SEED, SEED + 4))
def test_of_a_hundred_thousand_updates_none_makes_parse_or_receive_raise(script, seed):
    found = heard(script, seed, 25_000)
    assert found["heard"] > found["unreadable"] > 6_000 and found["said"] > 10_000


def test_a_story_that_breaks_or_a_message_that_telegram_refuses_would_be_noticed(script, monkeypatch):
    monkeypatch.setattr(ear, "LONGEST", 100)
    with pytest.raises(AssertionError):
        heard(script, SEED, 1_000)
