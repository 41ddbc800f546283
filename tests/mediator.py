"""A médiateur or a médiatrice at the console, without the pages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from sqlmodel import select

from backend.db import Database
from backend.handover import acts, speaking
from backend.handover.models import Handover
from backend.models import Conversation
from backend.people.models import Person
from backend.script import Script

nonces = count(1)


@dataclass
class Mediator:
    db: Database
    script: Script
    email: str = "nadia.belkacem@exemple.fr"

    @property
    def person(self) -> Person:
        with self.db.reading() as tx:
            return tx.exec(select(Person).where(Person.email == self.email)).one()

    def sees(self) -> list[Handover]:
        """The open handovers, oldest first."""
        with self.db.reading() as tx:
            return list(tx.exec(select(Handover).where(Handover.closed_at == None).order_by(Handover.id)))  # noqa: E711

    def claims(self, handover: Handover, nonce: str | None = None) -> None:
        self._act(lambda tx, n: acts.claim(tx, self.script, self.person, handover.id or 0, n), nonce)

    def replies(
        self, handover: Handover, text: str, *, epoch: int | None = None, nonce: str | None = None
    ) -> None:
        at = self.epoch(handover) if epoch is None else epoch
        self._act(
            lambda tx, n: speaking.reply(tx, self.script, self.person, handover.id or 0, at, text, n), nonce
        )

    def gives_back(self, handover: Handover) -> None:
        at = self.epoch(handover)
        self._act(lambda tx, n: acts.give_back(tx, self.script, self.person, handover.id or 0, at, n), None)

    def closes(self, handover: Handover, outcome: str = "answered") -> None:
        at = self.epoch(handover)
        self._act(
            lambda tx, n: acts.close(tx, self.script, self.person, handover.id or 0, at, outcome, n), None
        )

    def epoch(self, handover: Handover) -> int:
        with self.db.reading() as tx:
            return tx.get_one(Conversation, handover.conversation_id).epoch

    def _act(self, act, nonce: str | None) -> None:
        with self.db.transaction() as tx:
            act(tx, nonce or f"n{next(nonces)}")
