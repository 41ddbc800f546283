"""Live pages: what happens elsewhere shows here without reload, on both engines."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest
from sqlmodel import select

from backend.console import parts
from backend.handover.models import Note
from backend.live import Bell
from backend.models import Conversation, Line
from tests.backend.console.conftest import handover_of
from tests.youth import books


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request):
    return request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")


@pytest.fixture
def thread(youth, nadia, db) -> str:
    """A thread that Nadia has claimed."""
    youth.starts()
    youth.writes("/humain")
    path = f"/relais/{handover_of(db)}"
    nadia.opens(path)
    nadia.sends(f"{path}/prendre")
    nadia.follows()
    return path


def told(events, *words: str) -> str:
    """The next fragment that holds all of this."""
    return next(html for _, html in events if all(w in html for w in words))


def lines_until(events, words: str) -> list[str]:
    """Every line told, up to the one with these words."""
    found: list[str] = []
    while not found or words not in found[-1]:
        html = next(events)[1]
        found += [html] if 'data-into="lines"' in html else []
    return found


def test_a_new_line_and_its_fate_reach_the_page(nadia, thread, youth, db):
    youth.hears()
    nadia.opens(thread)
    with nadia.watches(f"{thread}/flux") as events:
        youth.writes("je suis à la gare")
        html = told(events, "je suis à la gare", '<li id="line-')
        assert html.lstrip().startswith('<li id="line-')
        fields = {**nadia.form(f"{thread}/repondre").fields, "text": "Je viens"}
        nadia.http.post(f"{thread}/repondre", data=fields)
        told(events, "Je viens", "en attente")
        youth.hears()
        told(events, "Je viens", "envoyé")


def test_an_open_page_is_told_nothing_it_shows_already(nadia, thread, youth):
    youth.hears()
    nadia.opens(thread)
    with nadia.watches(f"{thread}/flux") as events:
        youth.writes("le seul nouveau")
        lines = lines_until(events, "le seul nouveau")
    assert len(lines) == 1


def test_a_page_that_was_cut_off_is_told_what_it_missed_and_no_more(nadia, thread, youth):
    youth.hears()
    nadia.opens(thread)
    youth.writes("pendant la coupure")
    with nadia.watches(f"{thread}/flux") as events:
        assert len(lines_until(events, "pendant la coupure")) == 1


def test_a_colleague_who_claims_changes_the_page(nadia, browse, youth, db):
    youth.starts()
    youth.writes("/humain")
    path = f"/relais/{handover_of(db)}"
    theo = browse().enters_as("Théo")
    nadia.opens(path)
    theo.opens(path)
    with nadia.watches(f"{path}/flux") as events:
        theo.sends(f"{path}/prendre")
        assert told(events, "Théo a la parole")


def test_a_call_for_a_human_appears_in_the_inbox_with_its_count(nadia, youth, clock):
    nadia.opens("/relais")
    assert "Personne n'attend" in nadia.words
    youth.starts()
    with nadia.watches("/relais/flux") as events:
        youth.writes("/humain")
        told(events, "attend depuis moins d'une minute", 'data-place="list-to_take"')
        told(events, 'id="column-to_take"', 'data-order="call-1 "')
        told(events, 'data-title="(1) Relais')
        clock.goes_on(minutes=12)
        told(events, "attend depuis 12 min")


@pytest.fixture
def theo(browse):
    return browse().enters_as("Théo")


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_two_overlapping_transactions_lose_no_line(nadia, thread, youth, db):
    """The one that began first, with the smaller numbers, commits last, and nobody rings for either.

    On SQLite writers never overlap.
    """
    youth.hears()
    nadia.opens(thread)
    with nadia.watches(f"{thread}/flux") as events:
        with db.transaction() as slow:
            slow.add(Line(conversation_id=1, seq=101, author="youth", text="le premier"))
            slow.flush()
            with db.transaction() as quick:
                quick.add(Line(conversation_id=1, seq=102, author="youth", text="le second"))
                quick.get_one(Conversation, 1).last_seq = 102
            second = told(events, "le second")
            assert "le premier" not in second
        first = told(events, "le premier")
    assert ('data-seq="101"' in first, 'data-seq="102"' in second) == (True, True)


def test_what_another_process_commits_without_a_word_shows_soon(nadia, thread, db):
    nadia.opens(thread)
    with nadia.watches(f"{thread}/flux") as events:
        with db.transaction() as tx:
            tx.add(Note(handover_id=1, person_id=1, text="venu de loin"))
        told(events, "venu de loin")


def test_a_page_cut_off_for_so_long_that_it_would_have_a_hole_is_told_to_begin_again(nadia, thread, db):
    nadia.opens(thread)
    with db.transaction() as tx:
        for seq in range(1000, 1250):
            tx.add(Line(conversation_id=1, seq=seq, author="youth", text=f"mot {seq}"))
    with nadia.watches(f"{thread}/flux") as events:
        assert next(events) == ("stale", "")


def test_colleagues_see_who_reads_and_who_writes_until_they_leave(nadia, theo, thread):
    theo.opens(thread)
    nadia.opens(thread)
    csrf = nadia.form("/deconnexion").fields["csrf"]

    def does(what: str) -> int:
        return nadia.http.post(f"{thread}/presence", data={"csrf": csrf, "fait": what}).status_code

    with theo.watches(f"{thread}/flux") as events:
        assert does("lit") == 204
        told(events, 'id="presence"', "Nadia lit")
        assert does("ecrit") == 204
        told(events, 'id="presence"', "Nadia écrit")
        assert does("part") == 204
        assert "Nadia" not in told(events, 'id="presence"')
    nadia.opens(thread)
    assert "Nadia lit" not in nadia.words


ODD = (
    {},
    {"fait": "x"},
    {"fait": "lit", "ligne": "9" * 40},
    {"fait": "lit", "ligne": "-1"},
    {"fait": "ecrit", "ligne": "\u0663"},
)


@pytest.mark.parametrize("fields", ODD)
def test_odd_signs_of_presence_are_no_fault_of_ours(nadia, thread, fields):
    nadia.opens(thread)
    csrf = nadia.form("/deconnexion").fields["csrf"]
    assert nadia.http.post(f"{thread}/presence", data={**fields, "csrf": csrf}).status_code in {204, 422}
    assert nadia.http.post(f"{thread}/presence", data=fields).status_code == 403


@pytest.mark.parametrize("says", ["presence", "lu"])
def test_an_open_page_that_is_only_looked_at_does_not_keep_a_session_alive(nadia, thread, clock, says):
    nadia.opens(thread)
    csrf = nadia.form("/deconnexion").fields["csrf"]
    for _ in range(3):
        clock.goes_on(minutes=50)
        last = nadia.http.post(f"{thread}/{says}", data={"csrf": csrf, "fait": "lit", "seq": "1"})
    assert last.status_code == 401


def test_a_call_that_is_claimed_leaves_one_column_for_another(nadia, theo, youth, db):
    youth.starts()
    youth.writes("/humain")
    path = f"/relais/{handover_of(db)}"
    theo.opens(path)
    nadia.opens("/relais")
    with nadia.watches("/relais/flux") as events:
        theo.sends(f"{path}/prendre")
        told(events, 'data-place="list-others"', "Théo")
        told(events, 'id="column-to_take"', 'data-order=""')
        told(events, 'id="column-others"', 'data-order="call-1 "')


def test_a_booking_appears_in_the_list_of_the_desk(browse, youth):
    helene = browse().enters_as("Hélène")
    helene.opens("/rendez-vous")
    assert "Aucun rendez-vous à venir" in helene.words
    with helene.watches("/rendez-vous/flux") as events:
        books(youth)
        assert "Lou" in next(events)[1]


def test_a_stream_ends_with_its_session(nadia, thread):
    nadia.opens(thread)
    with nadia.watches(f"{thread}/flux") as events:
        nadia.http.post("/deconnexion", data=nadia.form("/deconnexion").fields)
        assert next(events) == ("signed-out", "")


def test_a_stream_says_when_its_thread_was_erased(nadia, thread, youth):
    nadia.opens(thread)
    with nadia.watches(f"{thread}/flux") as events:
        youth.writes("/supprimer")
        assert any(next(events)[0] == "gone" for _ in range(8))
    assert nadia.opens(thread) == 404


def test_an_open_stream_does_not_keep_the_server_from_stopping(nadia, thread, bell):
    nadia.opens(thread)
    with nadia.watches(f"{thread}/flux") as events:
        bell.close()
        assert list(events) == []


def test_a_watched_session_still_ends_when_nobody_touches_it(nadia, thread, clock):
    nadia.opens(thread)
    with nadia.watches(f"{thread}/flux") as events:
        clock.goes_on(minutes=121)
        assert next(events)[0] == "signed-out"


async def test_a_bell_rung_from_another_thread_wakes_all_who_wait():
    bell = Bell()
    waiting = [asyncio.create_task(bell.wait(20)) for _ in range(3)]
    await asyncio.sleep(0)
    threading.Thread(target=bell.ring).start()
    async with asyncio.timeout(5):
        await asyncio.gather(*waiting)


async def test_a_ring_before_the_wait_is_not_missed():
    bell = Bell()
    heard = bell.rung
    bell.ring()
    async with asyncio.timeout(5):
        await bell.wait(20, heard)


async def test_a_closed_bell_lets_nobody_wait():
    bell = Bell()
    bell.close()
    async with asyncio.timeout(5):
        await bell.wait(20)


async def test_a_bell_wakes_those_of_several_loops():
    bell = Bell()
    ready = threading.Event()

    def elsewhere() -> None:
        async def waits() -> None:
            asyncio.get_running_loop().call_soon(ready.set)
            await bell.wait(20)

        asyncio.run(waits())

    other = threading.Thread(target=elsewhere)
    other.start()
    await asyncio.to_thread(ready.wait, 5)
    began = time.monotonic()
    bell.ring()
    await asyncio.to_thread(other.join, 10)
    assert not other.is_alive()
    assert time.monotonic() - began < 10


def test_a_part_that_did_not_change_is_not_rendered_again():
    rendered: list[str] = []

    def part(name: str, version: str) -> parts.Part:
        return parts.Part(name, version, lambda: rendered.append(name) or name)

    _, sent = parts.news(lambda: [part("a", "1"), part("b", "1")], None, "")
    events, _ = parts.news(lambda: [part("a", "1"), part("b", "2")], sent, "")
    assert rendered == ["a", "b", "b"]
    assert len(events) == 1


def test_lines_are_told_in_their_order(nadia, thread, youth, db):
    youth.hears()
    nadia.opens(thread)
    with nadia.watches(f"{thread}/flux") as events:
        for number in range(5):
            youth.writes(f"mot {number}")
        lines = lines_until(events, "mot 4")
    assert len(lines) == 5
    assert all(f"mot {number}" in html for number, html in enumerate(lines))
    with db.reading() as tx:
        assert len(tx.exec(select(Line).where(Line.text.startswith("mot"))).all()) == 5
