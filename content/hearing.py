"""From the words a youth typed to the button or the command they stand for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from content.communes import load_communes
from content.danger import danger_kind
from content.faces import face_of
from content.plain import plain
from content.understanding import needs_in
from content.wording import Wording
from flows.events import Called, Chose, Edited, Event, Said, Sent, Started
from flows.steps import HUMAN, Message

WORDS = Path(__file__).parent / "words.toml"
KNOWN = {"start", "rdv", "humain", "aide", "stop", "supprimer", "langue", "vieprivee", "retour", "discret"}
LONGEST = 60
"""A button or a command is never longer, in characters."""


@cache
def words() -> Mapping[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


@cache
def spoken_commands() -> Mapping[str, str]:
    return {plain(said): name for name, list_ in words()["commands"].items() for said in list_}


def watch(event: Event) -> Event:
    """Look for danger first, before anything else is made of the words."""
    match event:
        case Said(text):
            return Said(text, danger_kind(text))
        case Edited(text):
            return Edited(text, danger_kind(text))
        case Sent(kind, file, caption):
            return Sent(kind, file, caption, danger_kind(caption) if caption else None)
        case _:
            return event


def hear(
    wording: Wording, language: str, question: tuple[str, Message] | None, said: Said
) -> tuple[Event, ...]:
    """What the words stand for: a command, an answer to the question put, else just the words."""
    text = said.text.strip()
    if text.startswith("/"):
        return (command(text),)
    if len(text) > LONGEST:
        return _needs(question, text, language) or (said,)
    if called := spoken_commands().get(plain(text)):
        return (Called(called),)
    if question is None:
        return (said,)
    chosen = _choice(wording, language, question, text) or face_of(question, text)
    return chosen or _needs(question, text, language) or (said,)


def names_a_place(text: str) -> bool:
    """Whether short words are the name or the postcode of a commune."""
    return len(text) <= LONGEST and bool(load_communes().find(text))


def command(text: str) -> Event:
    """`/start abc`, `/rdv@bot`, `/help`."""
    name, _, payload = text[1:].partition(" ")
    name = name.partition("@")[0].lower()
    name = words()["aliases"].get(name, name)
    if name == "start":
        return Started(payload.strip()[:LONGEST])
    return Called(name if name in KNOWN else "unknown")


def _choice(wording: Wording, language: str, question: tuple[str, Message], text: str) -> tuple[Event, ...]:
    """A digit is the place of a button; else a label as shown, without accents or case."""
    story, message = question
    ask = message.ask or ""
    if text.isdecimal() and not message.position and 1 <= int(text) <= len(message.choices):
        return (Chose(*message.tap(message.choices[int(text) - 1], story)),)
    wanted = plain(text)
    for choice in message.choices:
        if plain(wording.label(choice, ask, language)) == wanted:
            return (Chose(*message.tap(choice, story)),)
    for control, label in wording.controls(message, language).items():
        if plain(label) == wanted:
            return (Called("humain") if control == HUMAN else Chose(story, ask, control),)
    return ()


def _needs(question: tuple[str, Message] | None, text: str, language: str) -> tuple[Event, ...]:
    """Words for needs, at the question about needs only."""
    if question is None or question[1].ask != "needs":
        return ()
    meant = needs_in(text, language)
    return (Chose(question[0], "needs", "+" + "+".join(meant)),) if meant else ()


def is_command(text: str) -> bool:
    """Whether words only call for something that the guide does."""
    return text.startswith("/") or plain(text[:LONGEST]) in spoken_commands()
