"""Notices on their way: at once, each once, whatever Telegram answers, and changed when there is nothing to take."""

from __future__ import annotations

import asyncio
import logging

import pytest
from sqlmodel import select

from backend.handover import acts
from backend.handover.models import Handover, Promise
from backend.leases import lease as lines_leave
from backend.mail.models import Mail
from backend.outbox import Blocked, Refused, Wait
from backend.pace import Pace
from backend.people.erasure import erase
from backend.people.models import Youth
from backend.team.leases import LEASE, TRIES, lease, recover
from backend.team.linking import chat_of
from backend.team.marks import mark_for_wiping
from backend.team.sending import Crier
from flows.events import Said
from tests.backend.team.colleague import all_told
from tests.mediator import Mediator
from tests.youth import Youth as Phone
from tests.youth import plain_spaces, reaches_proposals

WORDS = "je suis enceinte et j'ai peur"


@pytest.fixture
def linked(nadia, theo):
    nadia.links()
    theo.links()


@pytest.fixture
def alone(duty, nadia):
    """Nadia is on duty, day and night, and nobody else is."""
    duty(nadia, "Mo-Su 00:00-24:00")
    nadia.links()
    return nadia


@pytest.fixture
def handover(called, tells, linked):
    """Nadia and Théo, who have their Telegram, are to be told of it."""
    made = called()
    tells(made)
    return made


def claims(db, script, colleague, handover):
    with db.transaction() as tx:
        acts.claim(tx, script, colleague.person, handover.id, f"c{colleague.name}")


def fates(colleague):
    return [(n.state, n.way) for n in colleague.notices()]


async def test_a_notice_says_who_where_and_what_and_no_word_of_the_youth(
    crier, wire, called, tells, linked, youth
):
    reaches_proposals(youth)
    youth.writes(WORDS)
    handover = called()
    tells(handover)
    await all_told(crier)
    (said,) = wire.texts("9001")
    *who, what = said.splitlines()
    assert who == ["Quelqu'un demande une personne.", "Qui : Lou", "Où : Imphy"]
    assert what.startswith("Pour : Travail"), "and what their words told of"
    buttons = [b for p in wire.said for row in p.buttons for b in row]
    assert plain_spaces(buttons[0]["label"]) == "Prendre"
    assert buttons[0]["data"] == f"equipe:take:{handover.id}"
    assert buttons[1]["url"] == f"http://127.0.0.1:8000/relais/{handover.id}"


async def test_of_someone_under_16_only_the_mission_locale_is_said(
    crier, wire, db, called, tells, linked, youth
):
    handover = called()
    with db.transaction() as tx:
        found = tx.exec(select(Youth)).one()
        found.bracket, found.first_name, found.commune = "under_16", "Lou", "Imphy"
    tells(handover)
    await all_told(crier)
    assert wire.texts("9001") == ["Quelqu'un demande une personne.\nOù : mission locale de Nevers"]


async def test_an_urgent_one_says_so_and_never_which_danger(crier, wire, called, tells, linked, youth):
    handover = called()
    youth.writes("je veux mourir")
    tells(handover, "urgent", urgent=True)
    await all_told(crier)
    said = " ".join(wire.texts("9001"))
    assert "Urgent : quelqu'un a besoin d'une personne maintenant." in said
    assert not any(word in said.lower() for word in ("mourir", "suicid", "3114"))


async def test_once_taken_every_notice_is_changed_and_names_nobody_any_more(
    crier, wire, db, script, called, tells, linked, nadia
):
    handover = called()
    tells(handover)
    await all_told(crier)
    claims(db, script, nadia, handover)
    await all_told(crier)
    assert wire.changes("9001") == ["C'est à vous. La réponse s'écrit dans Passerelle."]
    assert wire.changes("9002") == ["Nadia s'en occupe."]
    mine, theirs = (
        next(p for p in wire.said if p.address == a and p.kind == "edit") for a in ("9001", "9002")
    )
    assert mine.buttons[0][0]["url"].endswith(f"/relais/{handover.id}")
    assert theirs.buttons == []
    await all_told(crier)
    assert len(wire.changes("9001")) == 1, "a message is changed once"


async def test_what_was_taken_before_it_left_is_not_said(
    crier, wire, db, script, called, tells, linked, theo
):
    handover = called()
    tells(handover)
    claims(db, script, theo, handover)
    await all_told(crier)
    assert wire.said == []
    assert fates(theo) == [("stale", "telegram")]


async def test_a_colleague_away_from_telegram_gets_a_letter(crier, wire, db, called, tells, nadia, theo):
    nadia.links()
    crier.mail = True
    tells(called())
    await all_told(crier)
    assert len(wire.texts("9001")) == 1
    assert fates(theo) == [("sent", "mail")]
    with db.reading() as tx:
        (letter,) = tx.exec(select(Mail))
    assert letter.person_id == theo.person.id
    assert "Lou" not in str(letter.event)


async def test_without_telegram_and_without_mail_the_notice_has_failed(crier, called, tells, nadia):
    tells(called())
    await all_told(crier)
    assert fates(nadia) == [("failed", "mail")]


async def test_who_blocks_the_bot_is_marked_and_written_to(crier, wire, db, called, tells, alone):
    crier.mail, wire.failures = True, [Blocked()]
    tells(called())
    await all_told(crier)
    assert fates(alone) == [("sent", "mail")]
    with db.reading() as tx:
        assert chat_of(tx, alone.person.id).blocked


async def test_telegram_asking_for_patience_is_obeyed(crier, wire, called, tells, alone, clock):
    wire.failures = [Wait(30)]
    tells(called())
    await all_told(crier)
    assert wire.said == []
    clock.goes_on(seconds=29)
    await all_told(crier)
    assert wire.said == []
    clock.goes_on(seconds=1)
    await all_told(crier)
    assert len(wire.said) == 1


async def test_when_telegram_is_away_it_is_tried_again_and_a_letter_goes_in_the_end(
    crier, wire, called, tells, alone, clock, caplog
):
    crier.mail, wire.failures = True, [TimeoutError("Lou")] * TRIES
    tells(called(), "urgent", urgent=True)
    with caplog.at_level(logging.WARNING):
        for _ in range(TRIES + 1):
            await all_told(crier)
            clock.goes_on(minutes=1)
    assert fates(alone) == [("sent", "mail")]
    assert not wire.failures
    assert "Lou" not in caplog.text


async def test_a_chat_that_is_gone_gets_a_letter(crier, wire, called, tells, alone):
    crier.mail, wire.failures = True, [Refused("chat not found")]
    tells(called())
    await all_told(crier)
    assert fates(alone) == [("sent", "mail")]


async def test_notices_wait_for_nobody_and_are_counted_in_the_budget_of_the_bot(
    db, script, wire, called, tells, linked, youth, clock
):
    tells(called())
    youth.turn(Said("/aide"))
    slow = Pace(2)
    assert len(lines_leave(db, clock(), 8, slow)) == 1, "all of the budget"
    await all_told(Crier(db, wire, script, pace=slow))
    assert len(wire.said) == 2
    Phone(db, script, "43").turn(Said("/aide"))
    clock.goes_on(seconds=1.4)
    assert lines_leave(db, clock(), 8, slow) == []
    clock.goes_on(seconds=0.1)
    assert len(lines_leave(db, clock(), 8, slow)) == 1


async def test_a_kill_while_it_leaves_loses_nothing_and_doubles_one(
    db, script, crier, wire, called, tells, alone, clock
):
    handover = called()
    tells(handover)
    tells(handover, "urgent", urgent=True)
    (dead,) = lease(db, script, 8, mail=False)  # the process dies with this in its hands
    assert "Urgent" in plain_spaces(dead.parcel.text)
    assert lease(db, script, 8, mail=False) == [], "one at a time for each person"
    clock.goes_on(seconds=LEASE.total_seconds())
    await all_told(Crier(db, wire, script))
    assert len(wire.said) == 2
    crier._said(dead, TimeoutError())  # the dead one wakes up: it is not its notice any more
    assert {s for s, _ in fates(alone)} == {"sent"}


async def test_a_restart_takes_up_at_once_what_a_dead_process_was_telling_unless_another_may_be_at_it(
    db, script, crier, wire, called, tells, alone
):
    tells(called())
    lease(db, script, 8, mail=False)
    recover(db, script.now())
    await all_told(crier)
    assert len(wire.said) == (1 if db.is_sqlite else 0)


async def test_a_youth_who_erases_everything_leaves_no_name_in_the_chats_of_the_team(
    crier, wire, db, called, tells, linked
):
    handover = called()
    tells(handover)
    await all_told(crier)
    with db.transaction() as tx:
        erase(tx, handover.youth_id)
    await all_told(crier)
    assert wire.changes("9001") == wire.changes("9002") == ["Cette demande n'existe plus."]
    await all_told(crier)
    assert len(wire.changes("9001")) == 1


async def test_what_was_on_its_way_while_they_erased_everything_is_wiped_too(
    crier, wire, db, script, called, tells, alone
):
    handover = called()
    tells(handover)
    (errand,) = lease(db, script, 8, mail=False)
    with db.transaction() as tx:
        erase(tx, handover.youth_id)
    crier._said(errand, await wire.deliver(errand.parcel))
    await all_told(crier)
    assert wire.texts("9001")[-1] == wire.changes("9001")[0] == "Cette demande n'existe plus."


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_what_is_settled_in_the_very_moment_of_an_erasure_is_wiped_too(
    crier, wire, db, script, called, tells, alone
):
    handover = called()
    tells(handover)
    (errand,) = lease(db, script, 8, mail=False)
    arrived = await wire.deliver(errand.parcel)
    with db.transaction() as tx:
        mark_for_wiping(tx, handover.youth_id)
        settling = asyncio.create_task(asyncio.to_thread(crier._said, errand, arrived))
        done, _ = await asyncio.wait([settling], timeout=0.3)
        assert not done, "it waits for the erasure, and finds its notice gone"
        erase(tx, handover.youth_id)
    await settling
    await all_told(crier)
    assert wire.changes("9001") == ["Cette demande n'existe plus."]


async def test_who_had_it_hears_that_a_colleague_took_over_until_it_ends_or_is_theirs_again(
    crier, wire, db, script, handover, nadia
):
    mine, helene = Mediator(db, script), Mediator(db, script, "helene.roussel@exemple.fr")
    mine.claims(handover)
    await all_told(crier)
    helene.takes_over(handover)
    await all_told(crier)
    said = "Un collègue a repris un de vos relais : vous n'avez plus à y répondre."
    assert wire.texts("9001")[-1].splitlines()[0] == said
    helene.releases(handover)
    mine.claims(handover)
    await all_told(crier)
    assert wire.changes("9001")[-1] == "C'est à vous. La réponse s'écrit dans Passerelle."


async def test_a_promise_that_was_kept_is_spoken_of_no_more(crier, wire, db, called, tells, linked, clock):
    handover = called()
    tells(handover, "promise_near")
    await all_told(crier)
    assert "L'heure promise approche" in wire.texts("9001")[0]
    with db.transaction() as tx:
        for promise in tx.exec(select(Promise).where(Promise.handover_id == handover.id)):
            promise.ended_at = clock()
    await all_told(crier)
    assert wire.changes("9001") == ["La réponse est partie, ou n'est plus attendue."]


async def test_unlinking_leaves_messages_that_are_no_longer_ours_alone(
    crier, wire, db, script, handover, nadia, theo
):
    await all_told(crier)
    nadia.taps("equipe:unlink:yes")
    nadia.address = "9700"
    nadia.links()
    claims(db, script, theo, handover)
    await all_told(crier)
    assert wire.changes("9001") == wire.changes("9700") == []
    with db.reading() as tx:
        assert tx.get_one(Handover, handover.id).mediator_id == theo.person.id
