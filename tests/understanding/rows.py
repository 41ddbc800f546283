"""The rows from which the models learn: practice, those that the lexicons were tuned on, and the lexicons' examples.

Never those set aside (`*_aside.csv`), nor those written to check (`*_fresh.csv`).
"""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from content.danger import DANGER, marked_in
from content.danger_lexicon import HERE as SIGNS
from content.evaluation import labels_of
from content.gazetteer import read_communes
from content.hearing import words
from content.letters import fold
from content.phrasebook import FOLDER, entries
from tests.understanding.score import HERE, rows_of

CONTENT = HERE.parent.parent / "content"
EVERY = 4
"""One commune in so many is a row."""
TIMES = 3
"""An example of a lexicon counts as so many rows: it is what must be heard."""
OURS = frozenset({"examples", "answers"})
"""Sources of rows that nobody wrote as messages."""


class Row(NamedTuple):
    """A message and all its labels. Of danger: `danger` and its kind, or nothing."""

    text: str
    labels: frozenset[str]
    source: str
    language: str = ""
    about: frozenset[str] = frozenset()
    """The only labels that it tells of; none named: of all."""


def danger_rows() -> list[Row]:
    """Messages about danger, those about needs (which are none), examples, and answers."""
    names = (*_practice("danger"), "danger_own", "danger")
    rows = [
        _danger(row["text"], row["danger_kind"], Path(name).name) for name in names for row in rows_of(name)
    ]
    ordinary = [_danger(row.text, "", row.source) for row in needs_rows() if row.source not in OURS]
    return [*rows, *ordinary, *[*_signs()] * TIMES, *_answers()]


def needs_rows() -> list[Row]:
    names = (*_practice("needs"), "needs_own", "needs_tongues", "needs")
    rows = [_needs(row, Path(name).name) for name in names for row in rows_of(name)]
    return [
        *rows,
        *[*_examples()] * TIMES,
        *(Row(text, frozenset(), "answers") for text in (*_places(), *_persons())),
    ]


def _practice(about: str) -> list[str]:
    """The names of the files of practice, as `rows_of` takes them."""
    return [f"more/{path.stem}" for path in sorted((HERE / "more").glob(f"{about}_*.csv"))]


def _persons() -> Iterator[str]:
    """Nor is who one is: an age, a first name, a telephone (of the numbers kept for fiction)."""
    names = [
        "Lina",
        "Mehdi",
        "Inès",
        "Lucas",
        "Fatou",
        "Yanis",
        "Léa",
        "Mamadou",
        "Chloé",
        "Nassim",
        "Aïcha",
        "Enzo",
        "Manon",
        "Ibrahim",
        "Jade",
        "Karim",
    ]
    for number in range(14, 30):
        yield from (said.format(number) for said in ("{} ans", "{}", "j'ai {} ans", "jai {}ans", "g {} ans"))
        yield from (f"06 39 98 {number} {number}", f"06399812{number}")
    for name in names:
        yield from (said.format(name) for said in ("{}", "je m'appelle {}", "moi c'est {}", "c {}"))


def _places() -> Iterator[str]:
    """Where one lives is no need."""
    said = itertools.cycle(
        ["{}", "j'habite à {}", "je suis de {}", "{}", "c'est {}", "chui à {}", "i live in {}"]
    )
    for name in _communes()[::4]:
        yield next(said).format(name)


def _needs(row: dict[str, str], source: str) -> Row:
    return Row(
        row["text"], frozenset(labels_of(row["needs"]) + labels_of(row["intents"])), source, row["language"]
    )


def _examples() -> Iterator[Row]:
    """An example of a lexicon of needs tells of its label alone."""
    for path in sorted(FOLDER.glob("*.toml")):
        for entry in entries(tomllib.loads(path.read_text(encoding="utf-8"))):
            if label := entry.get("label", ""):
                about = frozenset({label})
                yield from (Row(t, about, "examples", path.stem, about) for t in entry.get("examples", ()))
                yield from (Row(t, frozenset(), "examples", path.stem, about) for t in entry.get("not", ()))


def _signs() -> Iterator[Row]:
    for path in sorted(SIGNS.glob("*.toml")):
        for sign in tomllib.loads(path.read_text(encoding="utf-8")).get("sign", ()):
            yield from (_danger(text, sign["kind"], "examples") for text in sign.get("examples", ()))
            yield from (_danger(text, "", "examples") for text in sign.get("not", ()))


def _answers() -> Iterator[Row]:
    """What is typed most is an answer to a question: a commune, what stands on a button, or a command."""
    files = [path for path in sorted(CONTENT.glob("texts/*/*.ftl")) if path.stem != "floor"]
    commands = [text for command, said in words()["commands"].items() for text in (f"/{command}", *said)]
    aliases = [f"/{alias}" for alias in words()["aliases"]]
    texts = dict.fromkeys(
        [*_communes(), *(label for path in files for label in _labels(path)), *commands, *aliases]
    )
    yield from (_danger(text, "", "answers") for text in texts if not marked_in(fold(text)).signs)


def _communes() -> list[str]:
    return [commune.name for commune in read_communes(CONTENT / "communes.csv.gz")][::EVERY]


def _labels(path: Path) -> list[str]:
    """The short texts of a file that no value stands in."""
    return re.findall(r"^[ ]*[.\w-]+ = ([^{}\n]{1,40})$", path.read_text(encoding="utf-8"), re.MULTILINE)


def _danger(text: str, kind: str, source: str) -> Row:
    return Row(text, frozenset({DANGER, kind}) if kind else frozenset(), source)
