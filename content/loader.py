"""The questionnaires, read from their files. A mistake stops the start, with the file and what is expected."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from content.rows import ContentError
from flows.needs import Pages, asked_about
from flows.steps import Answers, Ask, Choice, When

CONTENT = Path(__file__).parent
QUESTIONNAIRES = CONTENT / "questionnaires"
HINTS = {"motive", "mode", "tip"}
QUESTION = {"id", "options", "when", "extra", "skippable"}
OPTION = {"id", "danger"} | HINTS


@cache
def need_ids() -> tuple[str, ...]:
    """The ids of the needs, in order."""
    return tuple(need for page in load_needs() for need in page)


def load_needs(folder: Path = QUESTIONNAIRES) -> Pages:
    """The needs offered, page by page. Raises ContentError."""
    data = _read(folder / "needs.toml")
    pages = tuple(tuple(page) for page in data.get("pages", ()))
    every = [need for page in pages for need in page]
    if not pages or not all(pages) or len(set(every)) != len(every):
        raise ContentError("needs.toml: expected `pages`, each with at least one need, none of them twice")
    return pages


def load_questions(folder: Path = QUESTIONNAIRES) -> tuple[Ask, ...]:
    """The follow-up questions of every need, in the order of the needs. Raises ContentError."""
    needs = [need for page in load_needs(folder) for need in page]
    missing = [need for need in needs if not (folder / f"{need}.toml").exists()]
    if missing:
        raise ContentError(
            f"needs.toml: expected a file beside it for each need, missing {', '.join(missing)}"
        )
    asks = tuple(ask for need in needs for ask in load_need(folder / f"{need}.toml"))
    if len({a.id for a in asks}) != len(asks):
        raise ContentError(f"{folder.name}: two questions have the same id")
    return asks


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ContentError(f"{file.name}: {error}") from error


def load_need(file: Path) -> tuple[Ask, ...]:
    """The questions of one need's file."""
    data = _read(file)
    try:
        return tuple(_question(data["need"], rank, q) for rank, q in enumerate(data["question"], 1))
    except (KeyError, TypeError, ValueError) as error:
        raise ContentError(f"{file.name}: {error}") from error


def _question(need: str, rank: int, data: Mapping[str, Any]) -> Ask:
    _only(data, QUESTION, f"question {rank}")
    if not str(data["id"]).startswith(f"{need}_"):
        raise ValueError(f"question {data['id']!r}: expected an id that begins with {need}_")
    choices = tuple(_option(o) for o in data["options"])
    if len(choices) < 2:
        raise ValueError(f"question {data['id']!r}: expected at least two options")
    when = _both(asked_about(need, rank, extra=data.get("extra", False)), _any_of(data.get("when", {})))
    reads = tuple(data.get("when", {}))
    return Ask(data["id"], lambda _: choices, when, reads, skippable=data.get("skippable", False))


def _option(data: Mapping[str, Any]) -> Choice:
    _only(data, OPTION, f"option {data.get('id')!r}")
    hints = {k: v for k, v in data.items() if k in HINTS}
    return Choice(data["id"], danger=data.get("danger"), hints=hints)


def _only(data: Mapping[str, Any], known: set[str], what: str) -> None:
    if strange := set(data) - known:
        raise ValueError(
            f"{what}: expected only {', '.join(sorted(known))}, found {', '.join(sorted(strange))}"
        )


def _any_of(wanted: Mapping[str, Sequence[str]]) -> When:
    def when(answers: Answers) -> bool:
        return all(answers.get(step) in values for step, values in wanted.items())

    return when


def _both(one: When, other: When) -> When:
    return lambda known: one(known) and other(known)
