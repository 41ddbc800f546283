"""Rows put into a table in batches: new, changed, unchanged; and those that a full file no longer names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from itertools import islice
from typing import Any

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.sql import ColumnElement

from backend.db import Tx
from backend.partners.models import PARTNERS, REACH, SERVICES
from backend.partners.report import Report
from backend.partners.rules import reach
from backend.rows import insert_many

Values = dict[str, Any]
Put = tuple[str, Values]
"""Where a row stands, and its values."""
BATCH, MOST_SPARED = 1_000, 100_000


def batches(rows: Iterator[Put]) -> Iterator[list[Put]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def digest(values: Values) -> int:
    """One number for all values, the same for the same ones."""
    written = json.dumps(values, sort_keys=True, default=str).encode()
    return int.from_bytes(blake2b(written, digest_size=8).digest(), signed=True)


@dataclass
class Shelf:
    """One table being filled from a file."""

    tx: Tx
    table: Table
    report: Report
    now: datetime
    seen: set[int] = field(default_factory=set)
    spared: set[str] = field(default_factory=set)
    """Outside ids of rows that were refused: a mistake in a file closes nobody's door."""

    def put(self, rows: Sequence[Put]) -> list[tuple[int, Values]]:
        """Write a batch. Returns the rows that are new or changed, with their ids."""
        known = self.held([values["outside_id"] for _, values in rows])
        fresh: dict[tuple[str, str], Values] = {}
        changed: list[tuple[int, Values]] = []
        for where, values in rows:
            key, values["digest"] = (values["outside_id"], values["source"]), digest(values)
            held = known.get(key)
            if key in fresh or (held and held[0] in self.seen):
                self.report.refuse(where, "id: it stands above already")
            elif held is None:
                fresh[key] = values
            else:
                self.seen.add(held[0])
                self._compare(held, values, changed)
        self._update(changed)
        return [*changed, *self._insert(fresh)]

    def held(self, ids: list[str]) -> dict[tuple[str, str], tuple[int, int, bool]]:
        """By (outside id, source): id, digest, whether it is gone."""
        t = self.table.c
        held = self.tx.execute(
            select(t.outside_id, t.source, t.id, t.digest, t.gone_at).where(t.outside_id.in_(ids))
        )
        return {(o, s): (id_, digest_, gone is not None) for o, s, id_, digest_, gone in held}

    def _compare(
        self, held: tuple[int, int, bool], values: Values, changed: list[tuple[int, Values]]
    ) -> None:
        id_, digest_, gone = held
        if digest_ == values["digest"] and not gone:
            self.report.unchanged += 1
        else:
            self.report.changed += 1
            changed.append((id_, values))

    def _update(self, changed: list[tuple[int, Values]]) -> None:
        if changed:
            table = self.table
            rows = [{**values, "gone_at": None, "held": id_} for id_, values in changed]
            names: dict[str, Any] = {name: bindparam(name) for name in rows[0] if name != "held"}
            self.tx.connection().execute(
                update(table).where(table.c.id == bindparam("held")).values(names), rows
            )

    def _insert(self, fresh: dict[tuple[str, str], Values]) -> list[tuple[int, Values]]:
        if not fresh:
            return []
        insert_many(self.tx, self.table, [{**values, "gone_at": None} for values in fresh.values()])
        held = self.held([outside for outside, _ in fresh])
        made = [(held[key][0], values) for key, values in fresh.items()]
        self.seen.update(id_ for id_, _ in made)
        self.report.new += len(made)
        return made

    def mark_gone(self, *scope: ColumnElement[bool]) -> None:
        """What stands in this scope and was not in the file is shown no more. Nothing is deleted."""
        if len(self.spared) > MOST_SPARED:
            return
        t = self.table.c
        rows = self.tx.execute(select(t.id, t.outside_id).where(t.gone_at.is_(None), *scope))
        gone = [id_ for id_, outside in rows if id_ not in self.seen and outside not in self.spared]
        for ids in _chunks(gone):
            self.tx.connection().execute(update(self.table).where(t.id.in_(ids)).values(gone_at=self.now))
        self.report.gone += len(gone)


def index(tx: Tx, changed: Sequence[tuple[int, Values]]) -> None:
    """Make the rows again by which these services are found."""
    forget(tx, [id_ for id_, _ in changed])
    rows = [{"service_id": id_, **row} for id_, values in changed for row in reach(values)]
    insert_many(tx, REACH, rows)


def forget(tx: Tx, ids: Sequence[int]) -> None:
    """These services are found no more."""
    for some in _chunks(ids):
        tx.connection().execute(delete(REACH).where(REACH.c.service_id.in_(some)))


def forget_gone(tx: Tx, at: datetime) -> None:
    """With a partner go its services; what is gone is found no more."""
    closed = select(PARTNERS.c.id).where(PARTNERS.c.gone_at.is_not(None))
    theirs = SERVICES.c.gone_at.is_(None) & SERVICES.c.partner_id.in_(closed)
    tx.connection().execute(update(SERVICES).where(theirs).values(gone_at=at))
    gone = select(SERVICES.c.id).where(SERVICES.c.gone_at.is_not(None))
    tx.connection().execute(delete(REACH).where(REACH.c.service_id.in_(gone)))


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[i : i + BATCH] for i in range(0, len(ids), BATCH))
