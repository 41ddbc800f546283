"""Codes of the telephone and codes on paper: each counts once, whoever else tries at the same moment."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from pyotp import TOTP
from sqlmodel import select

from backend.attachments.sealing import VAULT, Vault
from backend.entrance.factors import code_counts, has_factor, new_secret, set_factor
from backend.entrance.models import RecoveryCode, SecondFactor
from backend.entrance.recovery import MANY, codes_left, new_codes, spend_code

ME, OTHER = 1, 2
STEP = timedelta(seconds=30)


@pytest.fixture
def telephone(db, clock) -> TOTP:
    """Set up a minute ago."""
    secret = new_secret(b"key", "session")
    with db.transaction() as tx:
        at = clock() - 2 * STEP
        assert set_factor(tx, ME, secret, TOTP(secret).at(at), at)
    return TOTP(secret)


def tries(db, typed: str, at, who: int = ME) -> bool:
    with db.transaction() as tx:
        return code_counts(tx, who, typed, at)


def test_a_code_counts_once_and_none_before_it(db, telephone, clock):
    now = clock()
    assert tries(db, telephone.at(now), now)
    assert not tries(db, telephone.at(now), now), "replayed"
    assert not tries(db, telephone.at(now - STEP), now), "older than the last"
    assert tries(db, telephone.at(now + STEP), now + STEP)


@pytest.mark.parametrize(("steps", "fits"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_wrong_by_half_a_minute(db, telephone, clock, steps, fits):
    assert tries(db, telephone.at(clock() + steps * STEP), clock()) is fits


@pytest.mark.parametrize("typed", ["", "000000000", "abcdef", "१२३४५६", "12 34", "-12345", "1e5000"])
def test_what_is_no_code_is_refused(db, telephone, clock, typed):
    assert not tries(db, typed, clock())


def test_a_code_may_be_typed_with_a_space_and_is_of_its_account_only(db, telephone, clock):
    code = telephone.at(clock())
    assert not tries(db, code, clock(), OTHER)
    assert tries(db, f" {code[:3]} {code[3:]} ", clock())


def test_two_who_have_the_same_code_at_the_same_moment_do_not_both_come_in(db, telephone, clock):
    code, now = telephone.at(clock()), clock()
    with ThreadPoolExecutor(4) as pool:
        came_in = list(pool.map(lambda _: tries(db, code, now), range(4)))
    assert sum(came_in) == 1


def test_the_secret_is_sealed_and_bound_to_its_account_and_its_key(db, telephone, clock):
    now = clock()
    with db.transaction() as tx:
        kept = tx.exec(select(SecondFactor)).one()
        assert telephone.secret.encode() not in kept.secret
        tx.add(SecondFactor(person_id=OTHER, secret=kept.secret, step=0, set_at=now))
    assert not tries(db, telephone.at(now), now, OTHER), "a row copied to another account"
    elsewhere = replace(db, info={**db.info, VAULT: Vault(b"another key")})
    assert not tries(elsewhere, telephone.at(now), now)
    assert tries(db, telephone.at(now), now)


def test_a_code_that_does_not_fit_sets_nothing_up(db, clock):
    with db.transaction() as tx:
        assert not set_factor(tx, ME, new_secret(b"key", "session"), "000000", clock())
        assert not has_factor(tx, ME)


def test_ten_codes_on_paper_open_once_each_however_they_are_typed(db, telephone):
    with db.transaction() as tx:
        codes = new_codes(tx, ME)
        assert len(set(codes)) == MANY
        assert not [
            c
            for c in tx.exec(select(RecoveryCode.code_hash))
            if c in {code.replace("-", "") for code in codes}
        ]
        assert not spend_code(tx, OTHER, codes[0])
        assert spend_code(tx, ME, codes[0].lower().replace("-", " "))
        assert not spend_code(tx, ME, codes[0])
        assert not spend_code(tx, ME, "")
        assert codes_left(tx, ME) == MANY - 1
        new_codes(tx, ME)
        assert not spend_code(tx, ME, codes[1]), "a former one"
