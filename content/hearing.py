"""From the words a youth typed to the button or the command they stand for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from content.answering import answer
from content.communes import load_communes
from content.danger import danger_kind
from content.faces import face_of
from content.plain import plain
from content.understanding import understand
from content.wording import Wording
from flows.events import Called, Chose, Edited, Event, Said, Sent, Started
from flows.meant import Meant
from flows.steps import Message

WORDS = Path(__file__).parent / "words.toml"
KNOWN = {"start", "rdv", "humain", "aide", "stop", "supprimer", "langue", "vieprivee", "retour", "discret"}
KNOWN |= {"mesdonnees"}
PLACES = {"commune", "elsewhere"}
"""Questions about where they live."""
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
    wording: Wording,
    language: str,
    question: tuple[str, Message] | None,
    said: Said,
    *,
    exactly: bool = False,
) -> tuple[Event, ...]:
    """What the words stand for: a command, an answer to the question put, else what can be told from them.

    `exactly`: only the label of a button is an answer; other words may be for somebody else.
    """
    text = said.text.strip()
    if text.startswith("/"):
        return (command(text),)
    if len(text) <= LONGEST:
        if called := spoken_commands().get(plain(text)):
            return (Called(called),)
        if question and (
            chosen := answer(wording, language, question, text, exactly=exactly) or face_of(question, text)
        ):
            return chosen
    if exactly and (question is None or question[1].ask != "needs"):
        return (said,)
    return _meaning(language, question, said)


def _meaning(language: str, question: tuple[str, Message] | None, said: Said) -> tuple[Event, ...]:
    """Needs are an answer where they are asked for; anywhere else the story decides."""
    understood, asked = understand(said.text, language), question[1].ask if question else None
    if question and asked == "needs" and understood.needs:
        chose = Chose(question[0], asked, "+" + "+".join(understood.needs))
        return (chose, Called("humain")) if "humain" in understood.intents else (chose,)
    told = {label for label, _ in understood.because}
    intents = tuple(i for i in understood.intents if i in told and i != "incompris")
    meant = Meant(understood.needs, intents, understood.guesses)
    place = meant.tells and asked in PLACES and names_a_place(said.text)
    return (replace(said, meant=replace(meant, place=place)),)


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


def is_command(text: str) -> bool:
    """Whether words only call for something that the guide does."""
    return text.startswith("/") or plain(text[:LONGEST]) in spoken_commands()
