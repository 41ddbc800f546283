"""Who has the floor, and which story is told: danger first, then whoever holds the floor, then the guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from flows.steps import Command, Flow, Message
from flows.words import Deadline

Owner: TypeAlias = Literal["guide", "waiting", "mediator", "nobody"]
Stories: TypeAlias = Mapping[str, Flow]


@dataclass(frozen=True)
class Story:
    """One running story and its own answers."""

    name: str
    answers: Mapping[str, Any] = field(default_factory=dict)
    asked: str | None = None
    """The question last put: words answer that one or none."""
    misses: int = 0
    """How many times in a row the words were not understood."""


@dataclass(frozen=True)
class Talk:
    """The stack of running stories (the last one speaks) above the shared profile."""

    stories: tuple[Story, ...] = ()
    profile: Mapping[str, Any] = field(default_factory=dict)
    owner: Owner = "guide"
    called: str | None = None
    """The first name that Telegram shows. Proposed, never kept."""
    unseen: bool = False
    """The question last put has not left yet: words that come now were not written for it."""
    lately: tuple[int, str] | None = None
    """The médiateur with whom a handover ended not long ago: their id, and their first name."""
    awaited: Deadline | None = None
    """By when somebody answers, as far as it was promised, while they wait for it."""

    @property
    def top(self) -> Story | None:
        return self.stories[-1] if self.stories else None


@dataclass(frozen=True)
class Send:
    message: Message
    story: str = ""


@dataclass(frozen=True)
class Perform:
    step: str
    command: Command


@dataclass(frozen=True)
class Summon:
    """Call a human. `why` is asked, danger, word-12 (to be handed on to that advisor) or resume-12 (them again)."""

    why: str = "asked"
    danger: str | None = None


Effect: TypeAlias = Send | Perform | Summon
Outcome: TypeAlias = tuple[Talk, tuple[Effect, ...]]


def begin(talk: Talk, name: str, answers: Mapping[str, Any] | None = None) -> Talk:
    """Put a story on top; a former run of the same story goes."""
    others = tuple(s for s in talk.stories if s.name != name)
    return replace(talk, stories=(*others, Story(name, answers or {})))


def drop(talk: Talk, name: str) -> Talk:
    return replace(talk, stories=tuple(s for s in talk.stories if s.name != name))


def rise(talk: Talk, name: str) -> Talk:
    """Come back to a story under the top one: those above it end."""
    names = [s.name for s in talk.stories]
    return replace(talk, stories=talk.stories[: names.index(name) + 1])


def say(*messages: Message) -> tuple[Effect, ...]:
    return tuple(Send(m) for m in messages)
