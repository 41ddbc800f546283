"""Replies kept at hand: the starter set, and the variables that stand in them between braces."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from content.language import typeset
from content.rows import ContentError

FILE = Path(__file__).parent / "canned.toml"
VARIABLES = ("prenom", "mediateur", "rdv", "lieu", "conseiller", "commune", "mission_locale", "telephone")
BY_HAND = "..."
"""A blank that is always filled by hand."""
LONGEST_NAME, LONGEST_TEXT = 60, 2_000
_BRACED = re.compile(r"\{ ?([^{}\n]{1,40}?) ?\}")


@dataclass(frozen=True)
class Starter:
    """One reply of the starter set."""

    name: str
    text: str
    language: str


@lru_cache
def starters(file: Path = FILE) -> tuple[Starter, ...]:
    """The starter set, in the order of its file. Raises ContentError."""
    try:
        rows = tomllib.loads(file.read_text(encoding="utf-8"))["reply"]
        found = tuple(_starter(**row) for row in rows)
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise ContentError(
            f"{file.name}: expected replies with the keys name, text, language ({error})"
        ) from None
    for one in found:
        if wrong := unknown(one.text):
            raise ContentError(
                f"{file.name}, {one.name!r}: expected {', '.join(VARIABLES)}, got {wrong[0]!r}"
            )
        if not (0 < len(one.name) <= LONGEST_NAME and 0 < len(one.text) <= LONGEST_TEXT):
            raise ContentError(f"{file.name}, {one.name!r}: expected a name and a text, neither too long")
    return found


def _starter(name: str, text: str, language: str) -> Starter:
    """As it is read on a phone: French is typed with plain spaces and apostrophes."""
    typed = language == "fr"
    return Starter(typeset(name) if typed else name, typeset(text) if typed else text, language)


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with what is known; what is not stays in its braces, to be filled by hand."""
    return _BRACED.sub(lambda m: values.get(m[1], "") or m[0], text)


def blanks(text: str) -> tuple[str, ...]:
    """What is still to be filled in a text that is about to leave. Other braces are the writer's own."""
    return tuple(m[0] for m in _BRACED.finditer(text) if m[1] in (*VARIABLES, BY_HAND))


def unknown(text: str) -> tuple[str, ...]:
    """What stands in braces and is no variable: nothing would ever fill it."""
    return tuple(m[0] for m in _BRACED.finditer(text) if m[1] not in (*VARIABLES, BY_HAND))


def parts(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is a variable."""
    pieces = re.split(f"({_BRACED.pattern.replace('([', '(?:[')})", text)
    return [(piece, bool(_BRACED.fullmatch(piece))) for piece in pieces if piece]
