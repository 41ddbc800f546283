"""The whole notice that young people read: who answers for what is kept, why, how long, and what they can do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from content.directions import RIGHT_TO_LEFT
from content.language import base, typeset
from content.rows import ContentError

NOTICES = Path(__file__).parent / "notices"
FRENCH = "fr"
FIGURES = ("unfinished", "words", "appointments", "contact", "audit")
"""Days, as the settings have them."""
NAMES = ("controller", "dpo")
"""Who answers; where the settings name nobody the notice has its own words."""
_PIECE = re.compile(r"(?<![\w/])(/[a-z]+)\b|(\{cnil\})")


@dataclass(frozen=True)
class Piece:
    """A run of words: plain, or a command of the chat, or the link to the CNIL."""

    text: str
    kind: str = "words"
    """words, command or cnil."""


@dataclass(frozen=True)
class Part:
    """Under one heading paragraphs, then a list."""

    heading: str
    text: Sequence[Sequence[Piece]]
    list: Sequence[Sequence[Piece]]


@dataclass(frozen=True)
class Notice:
    """In one language, with the figures and names of this deployment."""

    language: str
    direction: str
    title: str
    lead: str
    others: str
    parts: Sequence[Part]


def notice_languages() -> tuple[str, ...]:
    """French first."""
    return tuple(sorted((p.stem for p in NOTICES.glob("*.toml")), key=lambda code: (code != FRENCH, code)))


def notice(language: str, figures: Mapping[str, int], names: Mapping[str, str]) -> Notice:
    """Of a language or of the one it is a variant of; else in French."""
    known = notice_languages()
    code = next((c for c in (language, base(language)) if c in known), FRENCH)
    source, finish = _source(code), typeset if base(code) == FRENCH else str
    values = {name: names.get(name) or source[name] for name in NAMES} | dict(figures)

    def pieces(text: str) -> list[Piece]:
        return list(_pieces(finish(_filled(text, values))))

    parts = [
        Part(
            finish(part["heading"]),
            *([pieces(text) for text in part.get(way, ())] for way in ("text", "list")),
        )
        for part in source["part"]
    ]
    direction = "rtl" if base(code) in RIGHT_TO_LEFT else "ltr"
    return Notice(
        code,
        direction,
        finish(source["title"]),
        finish(source["lead"]),
        finish(source["others"]),
        parts,
    )


@cache
def _source(code: str) -> Mapping[str, Any]:
    """Raises ContentError with the name of the file."""
    file = NOTICES / f"{code}.toml"
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"notices/{file.name}: {error}") from None


def _filled(text: str, values: Mapping[str, Any]) -> str:
    """Braces around a name that is no value stay as they are."""
    for name in (*NAMES, *FIGURES):
        text = text.replace(f"{{{name}}}", str(values[name]))
    return text


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for found in _PIECE.finditer(text):
        if found.start() > end:
            yield Piece(text[end : found.start()])
        yield Piece(found[1] or "cnil.fr", "command" if found[1] else "cnil")
        end = found.end()
    if end < len(text):
        yield Piece(text[end:])
