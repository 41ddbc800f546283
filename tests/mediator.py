"""A médiateur or a médiatrice at the console, without the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import count

from sqlmodel import select

from backend.db import Database
from backend.handover import abuse, acts, handing_on, reopening, replacing, speaking
from backend.handover.concern import raise_concern
from backend.handover.destinations import destinations
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

    def closes(self, handover: Handover, outcome: str = "answered", *aids: str) -> None:
        at = self.epoch(handover)
        self._act(
            lambda tx, n: acts.close(tx, self.script, self.person, handover.id or 0, at, outcome, n, aids),
            None,
        )

    def releases(self, handover: Handover, *, epoch: int | None = None) -> None:
        at = self.epoch(handover) if epoch is None else epoch
        self._act(
            lambda tx, n: handing_on.release(tx, self.script, self.person, handover.id or 0, at, n), None
        )

    def transfers(
        self,
        handover: Handover,
        to: str,
        word: str = "",
        note: str = "",
        *,
        epoch: int | None = None,
        nonce: str | None = None,
    ) -> None:
        """`to`: as forms name it (`person-3`), or the beginning of a name."""
        at = self.epoch(handover) if epoch is None else epoch
        parting = handing_on.Parting(word, note)

        def act(tx, n):
            there = destinations(tx, self.script, tx.get_one(Handover, handover.id), self.person.id)
            found = next(d for d in there if d.key == to or d.name.startswith(to))
            handing_on.hand_on(tx, self.script, self.person, handover.id or 0, at, found, n, parting)

        self._act(act, nonce)

    def snoozes(self, handover: Handover, until: datetime | None, *, epoch: int | None = None) -> None:
        at = self.epoch(handover) if epoch is None else epoch
        self._act(
            lambda tx, n: acts.snooze(tx, self.script, self.person, handover.id or 0, at, until, n), None
        )

    def takes_over(self, handover: Handover, *, epoch: int | None = None, nonce: str | None = None) -> None:
        at = self.epoch(handover) if epoch is None else epoch
        self._act(
            lambda tx, n: replacing.take_over(tx, self.script, self.person, handover.id or 0, at, n), nonce
        )

    def mutes(
        self, handover: Handover, days: int = 7, reason: str = "des insultes", *, epoch: int | None = None
    ) -> None:
        at = self.epoch(handover) if epoch is None else epoch
        self._act(
            lambda tx, n: abuse.end_abuse(
                tx, self.script, self.person, handover.id or 0, at, reason, days, n
            ),
            None,
        )

    def lifts(self, handover: Handover) -> None:
        self._act(lambda tx, n: abuse.lift(tx, self.script, self.person, handover.id or 0, n), None)

    def worries(self, handover: Handover, words: str = "seul depuis hier") -> None:
        self._act(lambda tx, n: raise_concern(tx, self.script, self.person, handover.id or 0, words, n), None)

    def reopens(self, handover: Handover, nonce: str | None = None) -> None:
        self._act(lambda tx, n: reopening.reopen(tx, self.script, self.person, handover.id or 0, n), nonce)

    def looks(self, handover: Handover) -> Handover:
        """As it stands now."""
        with self.db.reading() as tx:
            return tx.get_one(Handover, handover.id)

    def epoch(self, handover: Handover) -> int:
        with self.db.reading() as tx:
            return tx.get_one(Conversation, handover.conversation_id).epoch

    def _act(self, act, nonce: str | None) -> None:
        with self.db.transaction() as tx:
            act(tx, nonce or f"n{next(nonces)}")
