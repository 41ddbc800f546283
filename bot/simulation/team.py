"""The médiateurs of a simulated day: they find a call, take it when they can, answer, and end it. Each act is timed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heappop, heappush
from random import Random

from sqlalchemy.exc import NoResultFound
from sqlmodel import col, select

from backend.db import Database, Tx
from backend.handover.acts import claim, close
from backend.handover.holding import FloorTaken, Unreachable
from backend.handover.models import Handover
from backend.handover.speaking import reply
from backend.models import Conversation
from backend.people.models import Person
from backend.places.models import MissionLocale
from backend.script import Script
from backend.team.duty import on_duty
from bot.simulation.moment import Moment
from bot.simulation.phones import Phones
from bot.simulation.words import words

LOOKS = 60.0
"""Seconds between two looks at the inbox."""
LATE = 20 * 60.0
"""Nobody is on duty: seconds until somebody may be."""


@dataclass(order=True, frozen=True)
class Task:
    """Something that a médiateur does to a call."""

    at: float
    handover: int
    kind: str = "claim"
    person: int = 0
    address: str = ""


class Team:
    """All of them, in all missions locales."""

    def __init__(self, db: Database, script: Script, phones: Phones, clock: Moment, seed: int) -> None:
        self.db, self.script, self.phones, self.clock = db, script, phones, clock
        self.chance = Random(f"team {seed}")  # noqa: S311  # no secret
        self.tasks: list[Task] = []
        self.known: set[int] = set()
        self.looks_at = 0.0
        self.acts = self.refused = 0

    def next_moment(self) -> float | None:
        """When somebody acts; looking at the inbox is left to the clock."""
        return self.tasks[0].at if self.tasks else None

    def act(self, until: float) -> bool:
        """Everything whose time has come. Whether anything was done."""
        self._look()
        did = False
        while self.tasks and self.tasks[0].at < until:
            did = True
            self._guarded(heappop(self.tasks))
        return did

    def _look(self) -> None:
        """New calls: each is for somebody, after a while."""
        if self.clock.elapsed < self.looks_at:
            return
        self.looks_at = self.clock.elapsed + LOOKS
        with self.db.reading() as tx:
            calls = select(Handover.id).where(
                col(Handover.closed_at).is_(None), col(Handover.mediator_id).is_(None)
            )
            found = [id_ for id_ in tx.exec(calls.order_by(col(Handover.id))) if id_ not in self.known]
        for id_ in found:
            self.known.add(id_ or 0)
            self._later(Task(self.clock.elapsed + self.chance.uniform(60, 1500), id_ or 0))

    def _later(self, task: Task) -> None:
        heappush(self.tasks, task)

    def _guarded(self, task: Task) -> None:
        acts: dict[str, Callable[[Tx, Task], Task | None]] = {
            "claim": self._claim,
            "reply": self._reply,
            "next": self._reply,
            "close": self._close,
        }
        try:
            follows = self.db.retrying(lambda tx: acts[task.kind](tx, task))
        except (FloorTaken, Unreachable, NoResultFound):  # the youth said stop, or erased everything
            self.refused += 1
            return
        self.acts += 1
        if task.kind == "reply":
            self.phones.human_speaks(int(task.address))
        elif task.kind == "close":
            self.phones.human_leaves(int(task.address))
        if follows:
            self._later(follows)

    def _claim(self, tx: Tx, task: Task) -> Task | None:
        handover = tx.get_one(Handover, task.handover)
        home = handover.mission_locale_id or self._home_team(tx)
        there = on_duty(tx, home, self.script.now())
        if not there:
            return Task(task.at + LATE, task.handover)
        person = self.chance.choice(there)
        talk = tx.get_one(Conversation, handover.conversation_id)
        claim(tx, self.script, tx.get_one(Person, person), task.handover, f"claim-{task.handover}")
        return Task(task.at + self.chance.uniform(20, 150), task.handover, "reply", person, talk.address)

    def _home_team(self, tx: Tx) -> int:
        return tx.exec(select(MissionLocale.id).where(MissionLocale.slug == self.script.team)).one() or 0

    def _reply(self, tx: Tx, task: Task) -> Task:
        person = tx.get_one(Person, task.person)
        words_ = str(self.chance.choice(words()["mediators"]["first" if task.kind == "reply" else "next"]))
        name = self.phones.by_address[int(task.address)].mind.who.name
        nonce = f"{task.kind}-{task.handover}"
        epoch = self._epoch(tx, task)
        reply(tx, self.script, person, task.handover, epoch, words_.format(name=name), nonce)
        then = "next" if task.kind == "reply" else "close"
        return Task(task.at + self.chance.uniform(90, 600), task.handover, then, task.person, task.address)

    def _close(self, tx: Tx, task: Task) -> None:
        person, epoch = tx.get_one(Person, task.person), self._epoch(tx, task)
        close(tx, self.script, person, task.handover, epoch, "answered", f"close-{task.handover}")

    def _epoch(self, tx: Tx, task: Task) -> int:
        handover = tx.get_one(Handover, task.handover)
        return tx.get_one(Conversation, handover.conversation_id).epoch
