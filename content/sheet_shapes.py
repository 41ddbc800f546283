"""Which tables an operator may bring, their columns, and the French words they may use (`sheets.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from content.plain import plain

SHEETS = Path(__file__).parent / "sheets.toml"


@dataclass(frozen=True)
class Column:
    """One column. `reading` says how its cells are read; `default` stands for an empty cell of a new line."""

    id: str
    names: tuple[str, ...]
    note: str
    required: bool = False
    reading: str = "text"
    default: str = ""
    longest: int = 200


@dataclass(frozen=True)
class Shape:
    """A table and its columns, in order."""

    id: str
    names: tuple[str, ...]
    columns: tuple[Column, ...]

    @cached_property
    def headings(self) -> dict[str, str]:
        """The id of each column by every heading that is understood, in plain letters."""
        return {plain(name): column.id for column in self.columns for name in (column.id, *column.names)}

    def column_of(self, heading: str) -> str | None:
        """The id of the column under this heading."""
        return self.headings.get(plain(heading))

    def is_called(self, title: str) -> bool:
        """Whether a sheet or a file of this name holds this table."""
        return plain(title) in {plain(name) for name in (self.id, *self.names)}


@lru_cache(maxsize=1)
def shapes() -> dict[str, Shape]:
    """Every table by its id."""
    return {table["id"]: _shape(table) for table in _kept()["table"]}


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, str]]:
    """By kind of word, the id meant by each word in plain letters."""
    return {
        kind: {plain(word): name for name, french in ids.items() for word in (name, *french)}
        for kind, ids in _kept()["words"].items()
    }


def meant(kind: str, word: str) -> str:
    """The id that a word means (siège: head_office), or the word itself."""
    return words()[kind].get(plain(word), word)


def said(kind: str) -> list[str]:
    """The first French word of each id, as a template offers them."""
    return [french[0] for french in _kept()["words"][kind].values()]


@lru_cache(maxsize=1)
def _kept() -> dict[str, Any]:
    return tomllib.loads(SHEETS.read_text(encoding="utf-8"))


def _shape(table: Mapping[str, Any]) -> Shape:
    return Shape(table["id"], tuple(table["names"]), tuple(_column(told) for told in table["columns"]))


def _column(told: Mapping[str, Any]) -> Column:
    values = {"reading" if key == "as" else key: value for key, value in told.items()}
    return Column(**{**values, "names": tuple(told["names"])})
