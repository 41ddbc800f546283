"""The state page says when each job of the clock was last done, and warns in words."""

from __future__ import annotations

import pytest

from backend.clockwork import EVERY, ran


@pytest.fixture
def helene(browse):
    return browse().enters_as("Hélène")


def test_what_was_done_in_time_is_told_without_a_warning(helene, db, clock):
    with db.transaction() as tx:
        for name in EVERY:
            ran(tx, name, clock.at)
    helene.opens("/etat")
    assert "Rappels avant les rendez-vous" in helene.words
    assert helene.words.count("dernier passage il y a moins d'une minute") == len(EVERY)
    assert "en retard" not in helene.words and "Quelque chose ne se fait plus" not in helene.words


def test_what_is_late_or_was_never_done_is_warned_of_in_words(helene, db, clock):
    with db.transaction() as tx:
        ran(tx, "reminders", clock.at)
    clock.goes_on(minutes=5)
    helene.opens("/etat")
    assert "Quelque chose ne se fait plus" in helene.words
    assert "dernier passage il y a 5 min" in helene.words
    assert "attendu toutes les 30 secondes" in helene.words
    assert helene.words.count("jamais passé") == len(EVERY) - 1
