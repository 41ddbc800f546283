"""One-time links, letters about accounts and closing accounts, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import select

from backend.entrance.links import ask_reset, find_link, new_link, spend
from backend.entrance.models import AccountLink
from backend.entrance.sweeping import forget_what_is_over
from backend.mail.leases import lease
from backend.mail.models import Mail
from backend.people.accounts import BadAccount, add_membership, create_person, staff_of
from backend.people.keeping_acts import NotSo, close
from backend.people.models import Person, SignIn
from backend.people.sign_ins import begin, digest, end_all, find, find_half_way, open_sessions
from backend.settings import Settings
from bot.house import House
from bot.staff import link_for, lost_telephone, make_admin, sign_out

NEVERS = 2


@pytest.fixture
def rose(db) -> Person:
    with db.transaction() as tx:
        return create_person(tx, "Rose Martin", "rose@example.org", None, [(NEVERS, None, "manager")])


def test_a_letter_that_was_asked_for_brings_a_link_that_is_spent_once(db, rose, clock):
    with db.transaction() as tx:
        ask_reset(tx, " Rose@Example.org", clock())
        ask_reset(tx, "nobody@example.org", clock())
    letter = lease(db, clock())
    assert letter and letter.email == "rose@example.org"
    assert lease(db, clock()) is None
    token = letter.event["token"]
    with db.reading() as tx:
        link, person = find_link(tx, token, clock())
        assert (person.id, link.token_hash, link.purpose) == (rose.id, digest(token), "reset")
        assert find_link(tx, token, clock() + timedelta(hours=1)) is None

    def takes(_: int) -> bool:
        with db.transaction() as tx:
            return spend(tx, link)

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(takes, range(4))) == 1


def test_asking_again_leaves_a_former_link_good_and_using_one_ends_all(db, rose, clock):
    with db.transaction() as tx:
        former = new_link(tx, rose, "invite", clock())
        ask_reset(tx, rose.email, clock())
        assert find_link(tx, former, clock() + timedelta(hours=47))
        assert spend(tx, find_link(tx, former, clock())[0])
        assert not tx.exec(select(AccountLink)).all()


def test_a_letter_whose_link_is_over_does_not_leave_and_the_link_is_swept(db, rose, clock):
    with db.transaction() as tx:
        ask_reset(tx, rose.email, clock())
    clock.goes_on(minutes=61)
    assert lease(db, clock()) is None
    with db.transaction() as tx:
        forget_what_is_over(tx, clock())
        assert not tx.exec(select(AccountLink)).all()
        assert tx.exec(select(Mail.state)).one() == "stale"


def test_two_managers_who_close_each_other_at_once_do_not_both_succeed(db, rose, clock):
    with db.reading() as tx:
        helene = tx.exec(select(Person).where(Person.name == "Hélène Roussel")).one()

    def closes(pair: tuple[Person, Person]) -> bool:
        def work(tx) -> bool:
            keeper, other = (staff_of(tx, tx.get_one(Person, one.id)) for one in pair)
            close(tx, keeper, other, clock())
            return True

        try:
            return db.retrying(work)
        except NotSo as so:
            assert so.reason == "last_manager"
            return False

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(closes, [(helene, rose), (rose, helene)])) == [False, True]


def test_a_half_way_session_is_none_and_all_end_together(db, rose, clock):
    with db.transaction() as tx:
        half = begin(tx, rose.id, clock(), awaits="code")
        whole = begin(tx, rose.id, clock(), family="firefox")
        tx.flush()
        assert find(tx, half, clock()) is None
        assert find_half_way(tx, whole, clock()) is None
        assert find_half_way(tx, half, clock()).awaits == "code"
        assert find(tx, whole, clock())
        assert [one.family for one in open_sessions(tx, rose.id, clock())] == ["firefox"]
        end_all(tx, rose.id)
        assert not tx.exec(select(SignIn)).all()


class TestTheCommandLine:
    """What `passerelle user …` does."""

    @pytest.fixture
    def url(self, sqlite_url: str) -> str:
        return sqlite_url

    @pytest.fixture
    def house(self, db, script) -> House:
        return House(Settings(_env_file=None), db, script, None)

    def test_the_first_administrator_gets_a_link(self, house, db, clock):
        link = make_admin(house, "Ada Min", "ada@example.org")
        assert link.startswith("http://127.0.0.1:8000/mot-de-passe/")
        with db.reading() as tx:
            found, ada = find_link(tx, link.rpartition("/")[2], clock())
            assert (ada.admin, ada.name, found.purpose) == (True, "Ada Min", "invite")
        assert make_admin(house, "", "ada@example.org") != link

    def test_whoever_sees_young_people_is_made_no_administrator(self, house, db, rose):
        with pytest.raises(BadAccount, match="take another address"):
            make_admin(house, "", rose.email)
        make_admin(house, "", "ada@example.org")
        with db.transaction() as tx, pytest.raises(BadAccount):
            ada = tx.exec(select(Person).where(Person.admin)).one()
            add_membership(tx, ada, (NEVERS, None, "mediator"))

    def test_sessions_end_and_telephones_are_forgotten_by_address(self, house, db, rose, clock):
        with db.transaction() as tx:
            for _ in range(2):
                begin(tx, rose.id, clock())
            begin(tx, 1, clock())
        sign_out(house, rose.email)
        with db.reading() as tx:
            assert tx.exec(select(SignIn.person_id)).all() == [1]
        lost_telephone(house, rose.email)
        assert "/mot-de-passe/" in link_for(house, rose.email)
        sign_out(house, "")
        with db.reading() as tx:
            assert not tx.exec(select(SignIn)).all()
            assert [mail.event["about"] for mail in tx.exec(select(Mail))] == ["factor_gone"]
        for act in (link_for, lost_telephone, sign_out):
            with pytest.raises(BadAccount, match="expected the address of an open account"):
                act(house, "nobody@example.org")
