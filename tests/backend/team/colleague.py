"""One of the staff with their own Telegram, without Telegram: what they do goes in as updates do, notices come out."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from sqlmodel import select

from backend.db import Database
from backend.leases import Parcel
from backend.outbox import Delivered
from backend.people.models import Person
from backend.scene import Arrival, Turned
from backend.script import Script
from backend.team.chats import answer, staff_chats
from backend.team.linking import new_link
from backend.team.models import Notice
from backend.team.sending import Crier
from backend.turns import take_turn
from flows.events import Blocked, Chose, Event, Said
from tests.youth import plain_spaces

keys = count(1)


@dataclass
class Colleague:
    db: Database
    script: Script
    name: str
    address: str

    @property
    def person(self) -> Person:
        with self.db.reading() as tx:
            return next(p for p in tx.exec(select(Person)) if p.first_name == self.name)

    def makes_link(self) -> str:
        with self.db.transaction() as tx:
            return new_link(tx, self.person.id, self.script.now())

    def links(self, payload: str | None = None) -> str:
        return self.says(f"/start {payload or self.makes_link()}")

    def says(self, text: str) -> str:
        return plain_spaces(getattr(self.does(Said(text)), "text", ""))

    def taps(self, data: str, key: str | None = None) -> str:
        return plain_spaces(self.does(Chose(*data.split(":", 2)), key).toast or "")

    def blocks(self, *, blocked: bool = True) -> None:
        self.does(Blocked(blocked))

    def does(self, event: Event, key: str | None = None) -> Turned:
        """As a batch of one update."""
        arrival = Arrival(key or f"staff:{next(keys)}", "telegram", self.address, event, first_name=self.name)

        def work(tx):
            chats = staff_chats(tx, [arrival])
            return answer(tx, self.script, arrival, chats) or take_turn(tx, self.script, arrival)

        return self.db.retrying(work)

    def notices(self) -> list[Notice]:
        with self.db.reading() as tx:
            mine = select(Notice).where(Notice.person_id == self.person.id).order_by(Notice.id)
            return list(tx.exec(mine))


@dataclass
class Wire:
    """A channel that keeps what was said, or fails as it is told to."""

    said: list[Parcel] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)

    async def deliver(self, parcel: Parcel) -> Delivered:
        if self.failures:
            raise self.failures.pop(0)
        self.said.append(parcel)
        return Delivered(parcel.outside_id or str(len(self.said)))

    def texts(self, address: str) -> list[str]:
        return [plain_spaces(p.text) for p in self.said if p.address == address]

    def changes(self, address: str) -> list[str]:
        return [plain_spaces(p.text) for p in self.said if p.address == address and p.kind == "edit"]


async def all_told(crier: Crier) -> None:
    """Until nothing is due."""
    for _ in range(20):
        if not await crier.tell_due():
            return
    raise AssertionError("the notices do not end")
