"""«Ça t'a aidé ?», answered in words or with a face of their own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from content.plain import plain
from flows.events import Chose
from flows.steps import Message

WORDS = Path(__file__).parent / "words.toml"


@cache
def _faces() -> Mapping[str, Mapping[str, list[str]]]:
    found: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))["faces"]
    return found


def face_of(question: tuple[str, Message], text: str) -> tuple[Chose, ...]:
    """The answer that words give to the question of the three faces; nothing at any other question."""
    story, message = question
    if message.ask != "face":
        return ()
    for choice in message.choices:
        if _means(choice.id.partition("-")[0], text):
            return (Chose(*message.tap(choice, story)),)
    return ()


def _means(face: str, text: str) -> bool:
    """A few words, whole; or nothing but signs, one of which is such a face."""
    said = plain(text)
    known = _faces()[face]
    return said in map(plain, known["words"]) if said else any(sign in text for sign in known["signs"])
