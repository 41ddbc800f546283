"""The questionnaires, read from their files. A mistake stops the start, with the file and what is expected."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from content.danger import danger_kinds
from content.rows import ContentError
from flows.needs import Pages, asked_about
from flows.steps import Answers, Ask, Choice, When

CONTENT = Path(__file__).parent
QUESTIONNAIRES = CONTENT / "questionnaires"
HINTS = {"motive", "mode", "tip"}
MODES = ("place", "phone", "visio", "remote")
QUESTION = {"id", "options", "when", "extra", "skippable"}
OPTION = {"id", "danger"} | HINTS


@cache
def need_ids(folder: Path = QUESTIONNAIRES) -> tuple[str, ...]:
    """The ids of the needs, in order."""
    return tuple(need for page in load_needs(folder) for need in page)


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
    """The questions of one need's file. Raises ContentError."""
    data = _read(file)
    try:
        return _questions(file.stem, data)
    except KeyError as error:
        raise ContentError(f"{file.name}: expected the key {error}") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise ContentError(f"{file.name}: {error}") from error


def _questions(need: str, data: Mapping[str, Any]) -> tuple[Ask, ...]:
    _only(data, {"need", "question"}, "the file")
    if data["need"] != need:
        raise ValueError(f"need: expected {need!r}, the name of the file, got {data['need']!r}")
    asks = tuple(_question(need, rank, question) for rank, question in enumerate(data["question"], 1))
    _unlike([a.id for a in asks], "questions")
    _after(data["question"])
    return asks


def _question(need: str, rank: int, data: Mapping[str, Any]) -> Ask:
    _only(data, QUESTION, f"question {rank}")
    if not str(data["id"]).startswith(f"{need}_"):
        raise ValueError(f"question {data['id']!r}: expected an id that begins with {need}_")
    choices = tuple(_option(o) for o in data["options"])
    if len(choices) < 2:
        raise ValueError(f"question {data['id']!r}: expected at least two options")
    _unlike([c.id for c in choices], f"options of {data['id']}")
    when = _both(asked_about(need, rank, extra=data.get("extra", False)), _any_of(data.get("when", {})))
    reads = tuple(data.get("when", {}))
    return Ask(data["id"], lambda _: choices, when, reads, skippable=data.get("skippable", False))


def _option(data: Mapping[str, Any]) -> Choice:
    _only(data, OPTION, f"option {data.get('id')!r}")
    _known(data, "danger", tuple(danger_kinds()))
    _known(data, "mode", MODES)
    hints = {k: v for k, v in data.items() if k in HINTS}
    return Choice(data["id"], danger=data.get("danger"), hints=hints)


def _known(data: Mapping[str, Any], key: str, known: Sequence[str]) -> None:
    if key in data and data[key] not in known:
        raise ValueError(
            f"option {data.get('id')!r}, {key}: expected one of {', '.join(known)}, got {data[key]!r}"
        )


def _unlike(ids: Sequence[str], what: str) -> None:
    if len(set(ids)) != len(ids):
        raise ValueError(f"{what}: expected ids that differ, got {', '.join(ids)}")


def _after(questions: Sequence[Mapping[str, Any]]) -> None:
    """A question may hang on the answers of those before it."""
    offered: dict[str, set[str]] = {}
    for question in questions:
        for step, wanted in question.get("when", {}).items():
            if strange := set(wanted) - offered.get(step, set()):
                raise ValueError(
                    f"question {question['id']!r}, when: expected options of a question before it,"
                    f" got {step} = {', '.join(sorted(strange))}"
                )
        offered[question["id"]] = {o["id"] for o in question["options"]}


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
