"""Parse and receive, without a database: each phone has a talk in memory, and a backend that finds little."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

from aiogram import Bot
from aiogram.types import Update

from backend.marks import LONGEST, units
from backend.scene import Arrival
from backend.script import Script
from bot.inbound import group_of, to_arrival, whose
from bot.reading import read
from content.hearing import hear, watch
from flows.commands import FindMissionLocale, Locate
from flows.events import Done, Event, Refused, Said, Summoned
from flows.guide import question_of
from flows.receive import receive
from flows.steps import Do, Message
from flows.talk import Effect, Perform, Send, Summon, Talk

FOUND = {
    Locate: {"insee": "58134", "name": "Imphy", "departement": "58"},
    FindMissionLocale: {"name": "M", "served": True, "certain": True, "link": "", "phone": ""},
}
ROUNDS = 20
"""One event is answered by the backend so often at most: more would be a circle."""
DATA = 64
"""Bytes of what Telegram keeps behind a button."""


class Ear:
    """What became of all it heard is counted; what must never be, it raises."""

    def __init__(self, script: Script, bot: Bot, random: Random) -> None:
        self.script, self.bot, self.random = script, bot, random
        self.talks: defaultdict[str, Talk] = defaultdict(Talk)
        self.became: Counter[str] = Counter()
        self.heard: dict[tuple[str, str, str], tuple[Event, ...]] = {}
        self.buttons: list[tuple[str, list[str]]] = []
        """To whom which buttons were offered, since somebody last took this list."""

    def hears(self, bodies: Sequence[Any]) -> None:
        updates, unreadable = read(self.bot, bodies)
        self.became["unreadable"] += len(bodies) - len(updates)
        assert len(unreadable) <= len(bodies) - len(updates)
        for update in updates:
            self._hears(update)

    def _hears(self, update: Update) -> None:
        whose(update), group_of(update)
        arrival = to_arrival(update, self.bot.id)
        self.became["heard" if arrival else "not for us"] += 1
        for event in self._understood(arrival) if arrival else ():
            self._receives(arrival.address, event)

    def _understood(self, arrival: Arrival) -> tuple[Event, ...]:
        event, talk = self._watched(arrival.event), self.talks[arrival.address]
        if not isinstance(event, Said) or event.danger:
            return (event,)
        question, language = question_of(self.script.stories, talk), talk.profile.get("language", "fr")
        return self._once(
            (event.text, language, repr(question)), lambda: self._hear(language, question, event)
        )

    def _watched(self, event: Event) -> Event:
        if not isinstance(event, Said):
            return watch(event)
        return self._once((event.text, "", ""), lambda: (watch(event),))[0]

    def _hear(self, language: str, question: Any, event: Said) -> tuple[Event, ...]:
        return hear(self.script.wording, language, question, event)

    def _once(self, words: tuple[str, str, str], make: Callable[[], tuple[Event, ...]]) -> tuple[Event, ...]:
        """What words stand for follows from them alone: the same are not weighed again."""
        if words not in self.heard:
            self.heard[words] = make()
        return self.heard[words]

    def _receives(self, who: str, event: Event | None) -> None:
        for _ in range(ROUNDS):
            if event is None:
                return
            talk, effects = receive(self.script.stories, self.talks[who], event)
            self.talks[who], event = talk, None
            for effect in effects:
                event = self._does(who, effect) or event
        raise AssertionError(f"an endless talk: {type(event).__name__}")

    def _does(self, who: str, effect: Effect) -> Event | None:
        match effect:
            case Send(message, story):
                self._renders(who, message, story)
                return None
            case Summon(_, danger):
                return Summoned(danger=danger)
            case Perform(step, command):
                return self._answered(who, step, FOUND.get(type(command)))

    def _answered(self, who: str, step: str, found: Any) -> Event | None:
        """What it asks for is found, or refused; where the story knows no refusal the talk begins anew."""
        if found and self.random.random() < 0.8:
            return Done(step, found)
        refusals = [why for do in self._steps(step) for why in do.refused]
        if refusals:
            return Refused(step, self.random.choice(refusals))
        self.became["begun anew"] += 1
        del self.talks[who]
        return None

    def _steps(self, step: str) -> Iterator[Do]:
        return (
            do for flow in self.script.stories.values() for do in flow if isinstance(do, Do) and do.id == step
        )

    def _renders(self, who: str, message: Message, story: str) -> None:
        language = self.talks[who].profile.get("language", "fr")
        reply = self.script.wording.render(message, story, language)
        assert units(reply.text) <= LONGEST, message.key
        data = [button["data"] for row in reply.buttons for button in row if "data" in button]
        assert all(0 < len(one.encode()) <= DATA for one in data), message.key
        self.buttons.append((who, data))
        self.became["said"] += 1
