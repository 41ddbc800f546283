"""Which passwords are taken, and how they are kept."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from backend.entrance import passwords
from backend.entrance.passwords import LONGEST, Weak, check, hash_password, hashed_again, password_fits

NADIA = ("Nadia Belkacem", "nadia.belkacem@exemple.fr", "Mission locale de Nevers - Sud Nivernais", "Nevers")


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """A hash as it is made, but for its cost."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("eleven char", "short"),
        ("x" * (LONGEST + 1), "long"),
        ("aaaaaaaaaaaaaaaa", "guessed"),
        ("azertyuiopqs", "guessed"),
        ("motdepasse2026", "guessed"),
        ("NadiaBelkacem58!", "guessed"),
        ("nadia.belkacem@exemple.fr", "guessed"),
        ("MissionLocaleNevers", "guessed"),
        ("nevers-nivernais", "guessed"),
        ("Passerelle2026!", "guessed"),
        ("janvierfevrier", "guessed"),
        ("123456789012345", "guessed"),
    ],
)
def test_a_password_that_is_guessed_soon_is_refused(password, reason):
    with pytest.raises(Weak) as refused:
        check(password, NADIA)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "password",
    [
        "quatre tortues lisent dehors",
        "kR7#vq9!mZ2xWp",
        "l'été dernier, 3 hiboux rieurs",
        "пароль из четырёх слов",
        "🦉" * 4 + "lune verte rapide",
    ],
)
def test_a_password_that_is_hard_to_guess_is_taken_whatever_its_letters(password):
    check(password, NADIA)


def test_a_long_password_counts_to_its_last_letter():
    long = "quatre tortues lisent dehors " * 6
    kept = hash_password(long)
    assert password_fits(kept, long)
    assert not password_fits(kept, long[:-1])


def test_a_password_is_hashed_anew_when_hashes_are_made_otherwise():
    kept = PasswordHasher(time_cost=2, memory_cost=8, parallelism=1).hash("quatre tortues lisent dehors")
    newer = hashed_again(kept, "quatre tortues lisent dehors")
    assert newer and password_fits(newer, "quatre tortues lisent dehors")
    assert hashed_again(newer, "quatre tortues lisent dehors") is None


def test_what_is_no_hash_fits_nothing():
    for stored in (None, "", "x", "$argon2id$broken"):
        assert not password_fits(stored, "")
