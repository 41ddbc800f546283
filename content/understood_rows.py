"""A table of texts with what each asks for and whether it tells of danger: the work of `passerelle understand`."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from content.danger import danger_kind, danger_signs
from content.evaluation import Score, labels_of, told, told_danger
from content.rows_of_texts import BadRows, TextRows, rows_in
from content.tongue import language_of
from content.understanding import understand

ADDED = ("needs", "intents", "danger", "danger_kind", "language", "because")
RENAMED = "understood_"
"""Before the name of a column of ours if the table has one of that name already, which stays."""


def understand_all(source: Path, target: Path) -> Counter[str]:
    """Write the rows of `source` to `target`, all columns and rows in order, with the columns of ADDED at the end.

    Row by row: a table may be larger than the memory. Counts "messages" and "danger". Raises BadRows, and then leaves
    a file at `target` as it was.
    """
    try:
        with source.open("rb") as file:
            rows = TextRows(source.name, file)
            if target.exists() and not target.is_file():  # a pipe, /dev/stdout
                with target.open("w", encoding="utf-8", newline="") as out:
                    return _write(out, rows)
            return _replace(target, rows)
    except OSError as error:
        raise BadRows(f"{error.filename or source}: {error.strerror}") from None


def _replace(target: Path, rows: TextRows) -> Counter[str]:
    """Write beside the target, and take its place once all is written."""
    part = NamedTemporaryFile("w", encoding="utf-8", newline="", dir=target.parent, delete=False)  # noqa: SIM115
    try:
        with part:
            counts = _write(part, rows)
        mask = os.umask(0)
        os.umask(mask)
        Path(part.name).chmod(0o666 & ~mask)
        Path(part.name).replace(target)
    finally:
        Path(part.name).unlink(missing_ok=True)
    return counts


def _write(file: IO[str], rows: TextRows) -> Counter[str]:
    out = csv.writer(file, delimiter=rows.separator, lineterminator="\n")
    out.writerow([*rows.columns, *added_names(rows.columns)])
    counts = Counter(messages=0, danger=0)
    for cells in rows:
        added = understood(cells[rows.text])
        counts["messages"] += 1
        counts["danger"] += added[2] == "1"
        out.writerow([*cells, *added])
    return counts


def added_names(columns: Sequence[str]) -> list[str]:
    """The names of our columns: with `understood_` before it where the table has one of that name, in any case."""
    taken = {column.strip().casefold() for column in columns}
    return [RENAMED + name if name in taken else name for name in ADDED]


def understood(text: str) -> tuple[str, str, str, str, str, str]:
    """The cells of ADDED for a text."""
    meant, kind = understand(text), danger_kind(text)
    signs = ((f"danger {sign}", words) for sign, words in (danger_signs(text) if kind else ()))
    because = "; ".join(f"{label}: {words}" for label, words in (*meant.because, *signs))
    labels = "|".join(meant.needs), "|".join(meant.intents)
    return (*labels, "1" if kind else "0", kind or "", language_of(text), because)


def evaluated(needs: Path | None, danger: Path | None) -> Iterator[str]:
    """How well the rows of two files are understood, in lines. Raises BadRows.

    `needs` has columns text, needs, intents (labels joined by "|"); `danger` text, danger (0 or 1), danger_kind.
    """
    if needs:
        yield from _evaluated_needs(rows_in(needs), needs.name)
    if danger:
        rows = [
            (_cell(r, "danger", danger.name) == "1", r.get("danger_kind", ""), r["text"])
            for r in rows_in(danger)
        ]
        yield from told_danger((is_danger, kind, danger_kind(text)) for is_danger, kind, text in rows)


def _evaluated_needs(rows: Iterable[dict[str, str]], name: str) -> Iterator[str]:
    both, asked = Score(), Score()
    for row in rows:
        wanted, meant = labels_of(_cell(row, "needs", name)), understand(row["text"])
        both.add(wanted + labels_of(row.get("intents", "")), meant.needs + meant.intents)
        asked.add(wanted, meant.needs)
    yield from told("needs and intents", both)
    yield next(told("needs alone", asked))


def _cell(row: dict[str, str], column: str, name: str) -> str:
    if column not in row:
        raise BadRows(f"{name}, line 1: expected a column named {column}")
    return row[column].strip()
