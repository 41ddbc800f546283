"""Columns whose words are sealed on their way to the database, and opened on their way back.

They are ordinary columns: the same type in the database, whether sealed or not, and words in clear stay readable.
What is empty holds no words and stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from sqlalchemy import Column, Dialect, MetaData, String, Table, TypeDecorator
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeEngine

from backend.db import Json
from backend.sealing.ring import MARK, Ring, sealing_with, told_apart

Way: TypeAlias = Callable[[Any], Any]
"""What is done with a value on its way to or from the database."""


def ring_of(dialect: Dialect) -> Ring | None:
    """The keys of the database that is spoken to (`backend.db.connect`)."""
    return getattr(dialect, "ring", None)


class NotComparable(TypeError):
    """The database cannot compare what is sealed: the same words are other each time. Compare what was read."""


class Sealed(TypeDecorator[Any]):
    """What both kinds have in common."""

    impl: Any = String
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Way | None:
        plain, ring = super().bind_processor(dialect), ring_of(dialect)
        if ring is None:
            return plain
        return self.seals(sealing_with(ring.first), plain) if ring.first else self.keeps(plain)

    def result_processor(self, dialect: Dialect, coltype: object) -> Way | None:
        plain, ring = super().result_processor(dialect, coltype), ring_of(dialect)
        return self.opens(ring, plain) if ring else plain

    def coerce_compared_value(self, op: OperatorType | None, value: Any) -> TypeEngine[Any]:  # noqa: ARG002
        return COMPARED

    def seals(self, seal: Callable[[str], str], plain: Way | None) -> Way:
        raise NotImplementedError

    def keeps(self, plain: Way | None) -> Way | None:
        """With keys that seal nothing."""
        return plain

    def opens(self, ring: Ring, plain: Way | None) -> Way:
        raise NotImplementedError


class SealedText(Sealed):
    """Words of somebody, or about somebody."""

    cache_ok = True

    def seals(self, seal: Callable[[str], str], plain: Way | None) -> Way:
        def bind(value: str | None) -> Any:
            stored = seal(value) if value else value
            return plain(stored) if plain else stored

        return bind

    def keeps(self, plain: Way | None) -> Way | None:
        def bind(value: str | None) -> Any:
            stored = told_apart(value) if value else value
            return plain(stored) if plain else stored

        return bind

    def opens(self, ring: Ring, plain: Way | None) -> Way:
        def read(stored: Any) -> str | None:
            value: str | None = plain(stored) if plain else stored
            return ring.open(value) if value and value.startswith(MARK) else value

        return read


class SealedJson(Sealed):
    """Lists and tables of words; sealed they are one string, which is JSON too."""

    impl = Json
    cache_ok = True

    def seals(self, seal: Callable[[str], str], plain: Way | None) -> Way:
        def bind(value: Any) -> Any:
            stored = seal(json.dumps(value, ensure_ascii=False)) if value else value
            return plain(stored) if plain else stored

        return bind

    def opens(self, ring: Ring, plain: Way | None) -> Way:
        def read(stored: Any) -> Any:
            value = plain(stored) if plain else stored
            return json.loads(ring.open(value)) if isinstance(value, str) else value

        return read


class _Compared(TypeDecorator[Any]):
    """A value that the database is to compare with what may be sealed: only whether it is empty can be asked."""

    impl = String
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Way | None:
        return _only_empty if ring_of(dialect) else super().bind_processor(dialect)


def _only_empty(value: Any) -> Any:
    if value:
        raise NotComparable("the database cannot compare what is sealed: compare what was read")
    return value


COMPARED = _Compared()


def sealed_columns(metadata: MetaData) -> dict[Table, list[Column[Any]]]:
    """Of every table that has some."""
    found = {t: [c for c in t.columns if isinstance(c.type, Sealed)] for t in metadata.sorted_tables}
    return {table: columns for table, columns in found.items() if columns}
