"""Young people who tap and type anything, in any order: nothing breaks, nothing is ever double."""

from __future__ import annotations

import contextlib
import random
from collections import Counter
from datetime import timedelta

import pytest
from sqlmodel import func, select

from backend.agenda.models import LIVE, Appointment, Busy
from backend.db import connect
from backend.handover.holding import FloorTaken, Unreachable
from backend.handover.models import Handover, Promise
from backend.handover.watching import watch
from backend.models import Conversation, Line
from flows.events import Chose, Edited, Said, Sent, Shared
from tests.mediator import Mediator
from tests.youth import Youth

WORDS = (
    "1",
    "2",
    "7",
    "nevers",
    "aulnat",
    "58000",
    "brest 29",
    "travail",
    "je cherche un logement",
    "retour",
    "oui",
    "",
    "parler à quelqu'un",
    "c'est tout",
    "confirmer",
    "🙂",
    "x" * 5000,
    "<b>",
    "Lou",
    "\u202e",
    "0",
    "99999999999999999999",
)
COMMANDS = (
    "/start",
    "/rdv",
    "/aide",
    "/stop",
    "/langue",
    "/humain",
    "/vieprivee",
    "/nimporte",
    "/start nevers-1",
    "/",
)
STANDS = Promise.ended_at.is_(None)
SOS = Said("je vais me suicider")
STEPS = 250


class Wanderer(Youth):
    """Whatever they do, they get an answer: a line, a word on the button, or a sign that a human will read."""

    def does(self, event, key=None):
        heard = super().does(event, key)
        assert heard or self.last.toast or self.last.farewell or self.last.receipt, event
        return heard


def wanders(youth: Youth, dice: random.Random, nadia: Mediator, clock) -> None:
    """One thing of all that a youth, a médiatrice or the clock may do; most often, the youth goes on."""
    act = dice.random()
    if act < 0.75 and youth.screen:
        _goes_on(youth, dice)
    elif act < 0.83 and youth.buttons:
        youth.does(Chose(*dice.choice(list(youth.buttons.values())).split(":", 2)))
    elif act < 0.87:
        youth.writes(dice.choice(WORDS))
    elif act < 0.91:
        youth.writes(dice.choice(COMMANDS))
    elif act < 0.94:
        youth.does(dice.choice([Sent("photo", "f"), Edited("mieux"), Shared(46.99, 3.16), Shared(0, 0), SOS]))
    elif act < 0.98:
        _mediator_acts(nadia, dice)
    else:
        clock.goes_on(minutes=dice.choice([1, 11, 90]))
        watch(nadia.db, nadia.script)


def _goes_on(youth: Youth, dice: random.Random) -> None:
    """Answer the last question, seldom by a control."""
    shown = [b for row in youth.screen[-1].buttons for b in row if "url" not in b]
    if not shown:
        youth.starts()
    elif any("position" in b for b in shown):
        youth.writes(dice.choice(["imphy", "aulnat", "nevers", "decize"]))
    else:
        answers = [b for b in shown if b["data"][-1] not in "<!?" and "under_16" not in b["data"]]
        button = dice.choice(answers if answers and dice.random() < 0.9 else shown)
        youth.does(Chose(*button["data"].split(":", 2)))


def _mediator_acts(nadia: Mediator, dice: random.Random) -> None:
    for handover in nadia.sees():
        if handover.mediator_id is None:
            nadia.claims(handover)
        else:
            dice.choice(ENDS)(nadia, handover)


ENDS = (
    Mediator.gives_back,
    Mediator.closes,
    Mediator.releases,
    lambda nadia, handover: nadia.transfers(handover, "", "un mot"),
    lambda nadia, handover: nadia.snoozes(handover, nadia.script.now() + timedelta(hours=1)),
    lambda nadia, handover: nadia.mutes(handover, 1),
    Mediator.worries,
)
"""What a médiatrice does with what she has. Who is set aside or worried for stays hers."""


@pytest.mark.parametrize("seed", range(4))
def test_wherever_they_wander_nothing_breaks(seed, db, script, clock):
    dice = random.Random(seed)
    youths, nadia = [Wanderer(db, script, str(n), name=f"J{n}") for n in range(3)], Mediator(db, script)
    for _ in range(STEPS):
        with contextlib.suppress(FloorTaken, Unreachable):
            wanders(dice.choice(youths), dice, nadia, clock)
    _nothing_is_double(db)
    _nobody_is_left_alone(nadia)


def test_they_do_get_somewhere(sqlite_url, script, clock):
    """The wandering above is worth something only if it reaches bookings, moves and cancellations."""
    db, dice = connect(sqlite_url), random.Random(1)
    youths, nadia = [Wanderer(db, script, str(n), name=f"J{n}") for n in range(3)], Mediator(db, script)
    for _ in range(3 * STEPS):
        with contextlib.suppress(FloorTaken, Unreachable):
            wanders(dice.choice(youths), dice, nadia, clock)
    with db.reading() as tx:
        assert tx.exec(select(func.count()).select_from(Appointment)).one() > 3
    _nothing_is_double(db)
    db.close()


def _nobody_is_left_alone(nadia: Mediator) -> None:
    """Every open handover can be taken and ended, or at least ended, by somebody."""
    for handover in nadia.sees():
        with contextlib.suppress(Unreachable):
            nadia.claims(handover)
        nadia.closes(handover)
    assert nadia.sees() == []


def _nothing_is_double(db) -> None:
    with db.reading() as tx:
        live = tx.exec(select(Appointment).where(Appointment.status.in_(LIVE))).all()
        held = set(tx.exec(select(Busy.appointment_id).where(Busy.appointment_id.is_not(None))))
        assert {a.id for a in live} == held, "an appointment stands exactly as long as its chair is taken"
        starts = Counter((a.advisor_id, a.starts_at) for a in live)
        assert not [s for s, n in starts.items() if n > 1]
        promised = tx.exec(select(Promise.handover_id, Handover.closed_at).join(Handover).where(STANDS)).all()
        assert len({handover for handover, _ in promised}) == len(promised), "one promise stands, not two"
        assert not [closed for _, closed in promised if closed], "nothing is promised of what is over"
        for row in tx.exec(select(Conversation)):
            count = tx.exec(
                select(func.count()).select_from(Line).where(Line.conversation_id == row.id)
            ).one()
            assert count == row.last_seq, "no line is lost, none is double"
