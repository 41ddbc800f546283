"""Who erased everything is nowhere any more: first every place is shown to hold them, then none does."""

from __future__ import annotations

import logging
from email.headerregistry import Address

import pytest

from backend.calendars.feeds import calendar_of, find_feed, new_feed
from backend.mail.invitation import Letterhead, compose
from backend.mail.leases import lease, sent
from backend.people.gone import write_journal
from backend.rights.files import held_file
from backend.sealing.ring import Ring
from backend.team.sending import Crier
from tests.backend.mail.post import advisor
from tests.backend.people.searching import in_columns, in_files, mark_everything, the_rest_of_a_life
from tests.backend.people.whole_life import WORDS, everything, filled, full_life, owned, stolen
from tests.backend.team.colleague import Wire, all_told
from tests.youth import Youth

KEY = "a key of the tests, long enough to be one"
NAME = "zq-youth-first_name-qz"


@pytest.fixture(params=["sqlite_url"])
def url(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def words(request, db):
    """Whether words are sealed on their way to the database."""
    db.engine.dialect.ring = Ring([KEY], seals=True) if request.param == "sealed" else None
    return request.param


@pytest.fixture
def lou(db, script, clock):
    """Lou has lived through all that there is, with a word of its own in each column that may hold one."""
    youth = Youth(db, script, "424242", name="Zéphirine")
    full_life(youth, db, script)
    the_rest_of_a_life(db, clock)
    assert filled(db) == owned(), "every table that belongs to a youth has rows"
    return youth


@pytest.fixture
def screens(browse):
    """What the staff see: the inbox, the thread, the agenda."""
    nadia, karim = browse().enters_as("Nadia"), browse().enters_as("Karim")

    def look():
        shown = [nadia.http.get("/relais"), nadia.http.get("/relais/2"), karim.http.get("/rendez-vous")]
        return [(page.status_code, page.text) for page in shown]

    return look


@pytest.fixture
def chats(db, script):
    """What stands in the chats of the team: the last that was said or changed in each place."""
    wire = Wire()
    crier = Crier(db, wire, script)

    async def look():
        await all_told(crier)
        return [p.text for p in {p.outside_id or str(n): p for n, p in enumerate(wire.said, 1)}.values()]

    return look


def letters(db, script, clock):
    """The letters that leave now, whole."""
    head = Letterhead(Address("Passerelle", "p", "exemple.fr"), "https://exemple.fr", script.wording.sayer)
    found = []
    while letter := lease(db, clock()):
        made = compose(letter, head, clock())
        found += [str(part.get_content()) for part in made.walk() if not part.is_multipart()]
        sent(db, letter, clock())
    return found


def feed(db, clock, secret):
    with db.reading() as tx:
        return calendar_of(tx, find_feed(tx, secret), clock(), "https://exemple.fr").decode()


def held(db):
    """What /mesdonnees gives."""
    with db.reading() as tx:
        return held_file(tx, 1, "json")[0]


@pytest.mark.parametrize(
    ("url", "words"),
    [("sqlite_url", "in clear"), ("sqlite_url", "sealed"), ("postgres_url", "in clear")],
    indirect=True,
)
async def test_nothing_is_left_of_who_erased_everything(
    words, lou, db, script, screens, chats, caplog, tmp_path
):
    caplog.set_level(logging.DEBUG)
    clock = script.now
    with db.transaction() as tx:
        secret = new_feed(tx, clock(), person_id=advisor(db, "Karim").id)
    marked = mark_everything(db)
    every = {*marked, *WORDS}

    # Each place is shown to hold them, and the search to find them there.
    assert in_columns(db, marked) == {(word, *place) for word, place in marked.items()}
    assert words == "sealed" or not set(marked) - in_files(tmp_path, marked) or not db.is_sqlite
    inbox, thread, agenda = screens()
    assert NAME in inbox[1] and "zq-line-text-qz" in thread[1] and NAME in agenda[1]
    assert any(NAME in said for said in await chats()), "the team was told who calls"
    assert "BEGIN:VEVENT" in feed(db, clock, secret)
    told = held(db).decode()
    assert {place for word, place in marked.items() if word not in told} == set(), "/mesdonnees tells each"

    assert lou.writes("/supprimer") == []
    write_journal(db, tmp_path / "journal")

    # Nor is there one of them anywhere now.
    assert in_columns(db, every) == set()
    assert not [word for word in every if word in everything(db) + stolen(db)]
    assert in_files(tmp_path, every) == set(), "nor in freed pages, the write-ahead log or the journal"
    inbox, thread, agenda = screens()
    assert (inbox[0], thread[0], agenda[0]) == (200, 404, 200)
    told = [page for _, page in (inbox, thread, agenda)] + await chats() + letters(db, script, clock)
    told += [feed(db, clock, secret), caplog.text, lou.last.farewell]
    assert all(told), "there is something to look through: pages, chats, letters, the log"
    assert not [word for word in every if word in "\n".join(told)]
    assert "BEGIN:VEVENT" not in feed(db, clock, secret)
    assert "METHOD:CANCEL" in "\n".join(told), "the advisor's own calendar drops it too"
    assert held(db) is None
