"""A lexicon of needs: read from its file and made ready to be looked up. The format: lexicon/README.md."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from content.letters import fold
from content.mending import Known
from content.phrases import Phrases
from content.spelling import spelling

FOLDER = Path(__file__).parent / "lexicon" / "needs"
WEIGHTS = ("hint", "sure", "firm", "always")
STANCES = ("seek", "lack", "reject", "have", "contrast", "purpose", "about", "break")
REACH = 8
"""Words that a frame covers, unless it says otherwise."""


class BadLexicon(ValueError):
    """A lexicon that cannot be used: the message names the file and what is expected."""


@dataclass(frozen=True)
class Group:
    """Phrases that mean the same: a topic with its label, or a frame with what it makes of topics near it."""

    label: str = ""
    weight: str = "sure"
    alone: bool = False
    """Counts only if nothing else is found."""
    yields: bool = False
    """Gives way to a topic that follows in the same part of a sentence: «payer mon permis»."""
    gives_way_to: frozenset[str] = frozenset()
    """Gives way to these labels, wherever they stand in the message."""
    stance: str = ""
    covers: str = "after"
    reach: int = REACH
    at_comma: bool = False
    """A comma ends what the frame covers."""


@dataclass(frozen=True)
class Phrasebook:
    """All that one language's file holds."""

    language: str
    phrases: Phrases
    known: Known
    groups: tuple[Group, ...]
    joins: frozenset[str] = field(default_factory=frozenset)
    """Words after a comma that carry on what stood before it: ni, et, ou."""


@cache
def phrasebook(language: str) -> Phrasebook:
    """The lexicon of a language. Raises BadLexicon; FileNotFoundError if the language has none."""
    file = FOLDER / f"{language}.toml"
    try:
        return _made(language, tomllib.loads(file.read_text(encoding="utf-8")))
    except (ValueError, TypeError, KeyError) as error:
        raise BadLexicon(f"{file.name}: {error}") from None


@cache
def languages() -> tuple[str, ...]:
    """Languages that have a lexicon of needs."""
    return tuple(sorted(file.stem for file in FOLDER.glob("??.toml")))


def entries(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Topics and frames of a file, in its order."""
    return [*data.get("topic", ()), *data.get("frame", ())]


def _made(language: str, data: Mapping[str, Any]) -> Phrasebook:
    how = spelling(language)
    small, leading, prefixes = (fold(data.get(key, "")).split() for key in ("small", "leading", "prefixes"))
    phrases = Phrases(how, frozenset(small), frozenset(leading), tuple(prefixes))
    phrases.name_sets({name: text.split() for name, text in data.get("sets", {}).items()})
    groups: list[Group] = []
    for entry in entries(data):
        group = _group(entry)
        for phrase in entry["phrases"]:
            phrases.add(phrase, len(groups), exact=bool(group.stance))
        groups.append(group)
    return Phrasebook(
        language,
        phrases,
        phrases.known(fold(data.get("ordinary", "")).split()),
        tuple(groups),
        frozenset(fold(data.get("joins", "")).split()),
    )


def _group(entry: Mapping[str, Any]) -> Group:
    told = {k: v for k, v in entry.items() if k not in {"phrases", "examples", "not"}}
    group = Group(**{**told, "gives_way_to": frozenset(told.get("gives_way_to", ()))})
    if group.weight not in WEIGHTS:
        raise ValueError(f"weight {group.weight!r}: expected one of {', '.join(WEIGHTS)}")
    if group.stance and group.stance not in STANCES:
        raise ValueError(f"stance {group.stance!r}: expected one of {', '.join(STANCES)}")
    return group
