"""What a youth said, heard again from the lines: needs, answers, and their own words. Pure; it keeps no words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from content.danger import danger_kind
from content.hearing import is_command
from content.loader import need_ids
from content.plain import plain
from content.understanding import needs_in
from flows.adding import NOT
from flows.steps import BACK, HUMAN

NEEDS, ALSO, GUESSED = "needs", "also", "guessed"
FEWEST = 3
"""Words: fewer are a greeting or a yes, unless they name a need or a danger."""
LABELS = 500
"""Buttons remembered of one conversation: days and hours change each time."""
_TICK = re.compile(r"^\W+")


class Spoken(NamedTuple):
    """A line as it is heard again."""

    id: int
    seq: int
    author: str
    kind: str
    text: str
    buttons: list[Any]
    at: datetime
    outside_id: str | None
    on_id: str | None = None
    """Of a message that was changed: which one."""


class Words(NamedTuple):
    """Where a youth speaks of themselves: the line, not its text."""

    line_id: int
    seq: int
    at: datetime
    needs: tuple[str, ...]
    danger: str | None


class Chosen(NamedTuple):
    """A button taken, or its label written."""

    choice: str
    at: datetime


@dataclass(frozen=True)
class Heard:
    """All that the lines tell."""

    needs: dict[str, datetime] = field(default_factory=dict)
    """Ticked and not taken back, with the last time."""
    answers: dict[str, Chosen] = field(default_factory=dict)
    """The last answer to each question about a need; SKIP if they would rather not say."""
    words: tuple[Words, ...] = ()
    """In the order they were said; a message that was changed counts as it reads now."""


def rehear(lines: Iterable[Spoken], opens: Collection[tuple[str, str]]) -> Heard:
    """Hear all lines again, oldest first. `opens` are the (story, step) that words of their own answer."""
    ear = Ear(opens)
    for line in lines:
        ear.takes_in(line)
    return ear.heard()


class Ear:
    """Hears one conversation, line by line. It remembers our buttons, and of theirs ids and dates only."""

    def __init__(self, opens: Collection[tuple[str, str]]) -> None:
        self.opens = opens
        self.seq = 0
        """The last line it took in."""
        self.buttons: dict[str, tuple[str, str, str]] = {}
        self.asked: tuple[str, str] | None = None
        self.place = False
        """The last question is where they live."""
        self.choices: list[tuple[str, tuple[str, str, str]]] = []
        self.needs: dict[str, datetime] = {}
        self.answers: dict[str, Chosen] = {}
        self.words: dict[str, Words] = {}

    def takes_in(self, line: Spoken) -> None:
        """The next line. One that it knows already changes nothing."""
        if line.seq <= self.seq:
            return
        self.seq = line.seq
        if line.author == "youth":
            self._hears(line)
        else:
            self._sees(line)

    def heard(self) -> Heard:
        words = sorted(self.words.values(), key=lambda one: one.seq)
        return Heard(dict(self.needs), dict(self.answers), tuple(words))

    def _sees(self, line: Spoken) -> None:
        """A line of ours: its buttons can be tapped from now on; its question is the one that words answer."""
        if line.kind not in {"text", "edit"}:
            return
        buttons = [button for row in line.buttons for button in row]
        self.place = any("position" in button for button in buttons)
        taps = [(button["label"], _tap(button["data"])) for button in buttons if "data" in button]
        self.buttons |= {_bare(label, tap): tap for label, tap in taps}
        self._ticks("+" + "+".join(tap[2].removeprefix(NOT) for _, tap in taps if tap[1] == ALSO), line.at)
        while len(self.buttons) > LABELS:
            self.buttons.pop(next(iter(self.buttons)))
        self.asked = taps[-1][1][:2] if taps else None
        self.choices = [(label, tap) for label, tap in taps if tap[2] not in {BACK, HUMAN}]

    def _hears(self, line: Spoken) -> None:
        if line.kind == "tap":
            self._takes(self.buttons.get(line.text), line.at)
        elif line.text and not is_command(line.text):
            self._hears_words(line)

    def _hears_words(self, line: Spoken) -> None:
        needs, danger = needs_in(line.text), danger_kind(line.text)
        if not needs and not danger and self._answers(line):
            return
        if self.asked and self.asked[1] == NEEDS:
            self.needs |= dict.fromkeys(needs, line.at)
        key = _message(line)
        if needs or danger or len(line.text.split()) >= FEWEST:
            self.words[key] = Words(line.id, line.seq, line.at, needs, danger)
        elif line.kind == "edited":
            self.words.pop(key, None)

    def _answers(self, line: Spoken) -> bool:
        """Whether words only answer what was asked: a digit, a label, a name, a place."""
        if line.kind == "edited":
            return False
        text = line.text.strip()
        if text.isdecimal() and 1 <= int(text[:3]) <= len(self.choices):
            self._takes(self.choices[int(text[:3]) - 1][1], line.at)
            return True
        if tap := next((tap for label, tap in self.choices if plain(label) == plain(text)), None):
            self._takes(tap, line.at)
            return True
        return self.place or self.asked in self.opens

    def _takes(self, tap: tuple[str, str, str] | None, at: datetime) -> None:
        if tap is None or tap[2] in {BACK, HUMAN}:
            return
        _, step, choice = tap
        if step in {NEEDS, ALSO, GUESSED}:
            self._ticks({NEEDS: "", ALSO: "-", GUESSED: "+"}[step] + choice.removeprefix(NOT), at)
        elif step.partition("_")[0] in need_ids():
            self.answers[step] = Chosen(choice, at)

    def _ticks(self, choice: str, at: datetime) -> None:
        if choice[:1] == "+":
            self.needs |= {need: at for need in choice[1:].split("+") if need in need_ids()}
        elif choice[:1] == "-":
            self.needs.pop(choice[1:], None)


def _message(line: Spoken) -> str:
    """What a message is known by, before and after it was changed."""
    changed = line.on_id if line.kind == "edited" else None
    return changed or line.outside_id or f"line {line.id}"


def _tap(data: str) -> tuple[str, str, str]:
    story, _, rest = data.partition(":")
    step, _, choice = rest.partition(":")
    return story, step, choice


def _bare(label: str, tap: tuple[str, str, str]) -> str:
    """A label without the tick that stands before it: the line of a tap has none."""
    return _TICK.sub("", label) if tap[2][:1] == "-" else label
