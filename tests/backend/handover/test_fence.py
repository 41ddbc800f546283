"""The fence: a slow guide never talks over a human, and nothing that a youth writes is lost, whoever has the floor."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sqlmodel import select

from backend.leases import lease
from backend.models import Line
from backend.settling import settle
from flows.events import Said, Sent, Shared
from tests.mediator import Mediator
from tests.youth import Youth, plain_spaces


def said(db) -> list[tuple[str, str, str]]:
    with db.reading() as tx:
        found = tx.exec(select(Line).where(Line.author != "youth").order_by(Line.seq))
        return [(line.author, plain_spaces(line.text)[:24], line.state) for line in found]


def test_a_slow_guide_s_line_is_dropped_when_a_human_takes_the_floor(db, script, youth: Youth, clock):
    """The worker is busy with a first line; meanwhile the guide asks, and Nadia takes the floor."""
    youth.turn(Said("/aide"))
    [busy] = lease(db, clock(), 1)
    youth.turn(Said("/start"))
    asked = said(db)[-1]
    assert (asked[0], asked[2]) == ("guide", "queued")
    youth.turn(Said("/humain"))
    nadia = Mediator(db, script)
    [handover] = nadia.sees()
    nadia.claims(handover)
    nadia.replies(handover, "Bonjour Lou")
    settle(db, busy, "sent", outside_id="1")
    heard = youth.hears()
    assert [text for text in heard if text.startswith(("Nadia", "Bonjour"))] == [
        "Nadia prend la suite et te répond ici.",
        "Bonjour Lou",
    ]
    fates = {text: state for _, text, state in said(db)}
    assert fates[asked[1]] == "fenced"
    assert not any(asked[1] in text for text in heard)


def test_thirty_at_once_from_two_workers_while_a_human_claims_are_all_there(db, script, youth: Youth):
    youth.writes("/humain")
    nadia = Mediator(db, script)
    [handover] = nadia.sees()
    events = [Said(f"mot {n}") for n in range(28)] + [Shared(47.0, 3.1), Sent("photo", "p")]
    with ThreadPoolExecutor(3) as workers:
        claiming = workers.submit(nadia.claims, handover)
        list(workers.map(youth.turn, events))
        claiming.result()
    with db.reading() as tx:
        lines = list(tx.exec(select(Line).where(Line.author == "youth").order_by(Line.seq)))
    assert [line.seq for line in lines] == sorted({line.seq for line in lines})
    assert {line.text for line in lines if line.text.startswith("mot")} == {f"mot {n}" for n in range(28)}
    assert {line.kind for line in lines} >= {"text", "position", "photo"}


def test_words_while_nobody_has_the_floor_stand_in_the_thread(db, script, youth: Youth):
    youth.writes("/humain")
    youth.writes("/stop")
    for text in ("je voulais dire", "que ça va"):
        youth.writes(text)
    youth.sends("voice")
    with db.reading() as tx:
        lines = list(tx.exec(select(Line).where(Line.author == "youth").order_by(Line.seq)))
    assert [line.text for line in lines[-3:]] == ["je voulais dire", "que ça va", ""]
    assert lines[-1].file == {"id": "voice-1"}
