"""What a conversation is made of: questions, commands and statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from flows.meant import Meant, any_words

Answers: TypeAlias = Mapping[str, Any]
"""What is known: the answers of a story over the shared profile. Values are plain JSON."""
When: TypeAlias = Callable[[Answers], bool]
Clean: TypeAlias = Callable[[str], Any]
Params: TypeAlias = Callable[[Answers], Mapping[str, Any]]
Kind: TypeAlias = Literal["text", "venue", "file", "toast"]

BACK, HUMAN, SKIP = "<", "!", "?"
"""The control choices. They stand under every question, always at the same place."""


@dataclass(frozen=True)
class Choice:
    """One way to answer a question. Its label is `<step>.<id>` unless a key is given."""

    id: str
    key: str | None = None
    params: Mapping[str, Any] = field(default_factory=dict)
    instead: tuple[str, Any] | None = None
    """(step, value): answer that step with this value; with None, forget it, so that it is asked again."""
    sets: tuple[str, Any] | None = None
    """(step, value): besides being the answer, answer that step too."""
    starts: str | None = None
    """The story that this choice begins."""
    opens: tuple[str, str] | None = None
    """(story, step): begin that story above this one, which takes up again when the other has ended."""
    danger: str | None = None
    """The kind of danger that this answer tells of."""
    summons: str | None = None
    """Why this choice calls a human; the question stays."""
    hints: Mapping[str, str] = field(default_factory=dict)
    """What this answer changes in what is proposed: motive, mode, tip, daytime."""
    several: bool = False
    """A tick in a list of which several may be chosen; its id then starts with + or -."""


@dataclass(frozen=True)
class Link:
    """A button that opens a page: a help line to call, a map, a site."""

    key: str
    to: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Message:
    """Something to say, before any channel or language has touched it."""

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)
    ask: str | None = None
    choices: tuple[Choice, ...] = ()
    controls: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    kind: Kind = "text"
    attached: Mapping[str, Any] | None = None  # the place of a venue, or what the file is made from
    position: bool = False
    """Offer to share one's position."""
    edit: bool = False
    """Change the message that was tapped instead of sending another."""
    kept: bool = False
    """Said even if someone else has taken the floor meanwhile: rights, promises, confirmations, danger."""

    def tap(self, choice: Choice, story: str) -> tuple[str, str, str]:
        """What a tap on this choice answers: story, step, choice."""
        return (*(choice.opens or (story, self.ask or "")), choice.id)


class Command:
    """Something only the backend can do."""


def always(_: Answers) -> bool:
    return True


def never(_: Answers) -> bool:
    return False


def everything(known: Answers) -> Mapping[str, Any]:
    return known


def nothing(_: Answers) -> tuple[Choice, ...]:
    return ()


@dataclass(frozen=True)
class Ask:
    """A question to the youth. The flow waits."""

    id: str
    choices: Callable[[Answers], tuple[Choice, ...]] = nothing
    when: When = always
    reads: tuple[str, ...] = ()
    """The steps this one depends on: forgetting them forgets this answer."""
    params: Params = everything
    links: Callable[[Answers], tuple[Link, ...]] = lambda _: ()
    open: bool = False
    """Words of the youth's own are an answer."""
    limit: int = 100
    """The longest words taken as an answer, in characters."""
    into: str | None = None
    """The step that the words answer, if it is another one."""
    clean: Clean = str
    """The words as they are kept; None if they are no answer."""
    fits: Callable[[str, Meant], bool] = any_words
    """Whether words are meant as the answer, and not for something else that they ask for."""
    position: bool = False
    """A shared position is an answer."""
    several: bool = False
    """Several choices may be ticked; the draft becomes the answer at `done`."""
    skippable: bool = False
    shared: bool = False
    """The answer goes into the profile, which all stories share."""
    entry: tuple[str, ...] = ()
    """What a tap may begin its story with (a button under a reminder): `move` for `move-12`; the rest is checked."""
    first: bool = False
    """Nothing lies before this question: no way back is shown."""

    def message(self, known: Answers, *, edit: bool = False) -> Message:
        """The question as put now, with its control row."""
        return Message(
            self.id,
            self.params(known),
            self.id,
            self.choices(known),
            self.controls(),
            self.links(known),
            position=self.position,
            edit=edit,
        )

    def controls(self) -> tuple[str, ...]:
        skip = (SKIP,) if self.skippable else ()
        return (*skip, HUMAN) if self.first else (*skip, BACK, HUMAN)


@dataclass(frozen=True)
class Do:
    """A command to the backend. Its outcome is the answer."""

    id: str
    command: Callable[[Answers], Command]
    when: When = always
    reads: tuple[str, ...] = ()
    refused: Mapping[str, str | None] = field(default_factory=dict)
    """For each refusal, the step to go back to; None where the story just goes on."""
    shared: bool = False
    ages: bool = False
    """What it found grows old: it is fetched again after a break."""


@dataclass(frozen=True)
class Tell:
    """A statement to the youth. The flow goes on."""

    id: str
    when: When = always
    reads: tuple[str, ...] = ()
    params: Params = everything
    links: Callable[[Answers], tuple[Link, ...]] = lambda _: ()
    kind: Kind = "text"
    attached: Callable[[Answers], Mapping[str, Any] | None] = lambda _: None
    human: bool = False
    """Offer a human under it."""
    choices: Callable[[Answers], tuple[Choice, ...]] = nothing
    """Buttons that open another story."""
    kept: bool = False
    shared: bool = False

    def message(self, known: Answers) -> Message:
        """The statement in the light of what is known."""
        return Message(
            self.id,
            self.params(known),
            self.id if self.human else None,
            self.choices(known),
            controls=(HUMAN,) if self.human else (),
            links=self.links(known),
            kind=self.kind,
            attached=self.attached(known),
            kept=self.kept,
        )


Step: TypeAlias = Ask | Do | Tell
Flow: TypeAlias = tuple[Step, ...]
