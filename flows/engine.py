"""Where a conversation stands is never stored: it follows from the answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from flows.events import Done, Event, Placed, Refused, Said, Shared
from flows.steps import Answers, Ask, Choice, Do, Flow, Message, Step, Tell

DRAFT, PAGE = ".draft", ".page"
"""Beside a question with several answers: what is ticked so far, and which page of the list is shown."""

UNKNOWN = "unknown"
"""The refusal of words that nothing could be found for: they were not understood."""


@dataclass(frozen=True)
class Turn:
    """What a flow knows, says and wants after one event."""

    answers: Answers
    says: tuple[Message, ...] = ()
    wants: Ask | Do | None = None
    starts: str | None = None
    danger: str | None = None
    summons: str | None = None
    missed: bool = False
    """The words were not understood."""


def current(flow: Flow, answers: Answers) -> Step | None:
    """The first step that applies and has no answer yet."""
    return next((s for s in flow if s.id not in answers and s.when(answers)), None)


def advance(flow: Flow, answers: Answers, says: tuple[Message, ...] = (), *, edit: bool = False) -> Turn:
    """Go on until the youth or the backend has the floor."""
    while isinstance(step := current(flow, answers), Tell):
        says = (*says, step.message(answers))
        answers = {**answers, step.id: True}
    if isinstance(step, Ask):
        says = (*says, step.message(answers, edit=edit))
    return Turn(answers, says, step)


def forget(flow: Flow, answers: Answers, step_id: str) -> Answers:
    """Unanswer a step and all that was built on it."""
    gone = {step_id}
    while more := {s.id for s in flow if s.id not in gone and not gone.isdisjoint(s.reads)}:
        gone |= more
    return {k: v for k, v in answers.items() if k not in gone}


def put(flow: Flow, answers: Answers, step_id: str, value: Any) -> Answers:
    """Answer a step; what was built on its former answer goes."""
    return {**forget(flow, answers, step_id), step_id: value}


def receive_answer(flow: Flow, answers: Answers, event: Event) -> Turn:
    """One event that is no tap in, one turn out."""
    match event:
        case Said(text) | Placed(text):
            return say(flow, answers, text)
        case Shared(lat, lon):
            return share(flow, answers, lat, lon)
        case Done(done, value):
            return advance(flow, put(flow, answers, done, value))
        case Refused(refused, reason):
            return refuse(flow, answers, refused, reason)
        case _:
            return advance(flow, answers)


def say(flow: Flow, answers: Answers, text: str) -> Turn:
    question = current(flow, answers)
    words = " ".join(text.split())
    if not isinstance(question, Ask) or not question.open:
        return missed(flow, answers, Message("please-choose"))
    if not words:
        return missed(flow, answers, Message("please-write"))
    if len(words) > question.limit:
        return missed(flow, answers, Message("too-long", {"limit": question.limit}))
    answer = question.clean(words)
    if answer is None:
        return missed(flow, answers, Message(f"{question.id}-unclear"))
    return advance(flow, put(flow, answers, question.into or question.id, answer))


def share(flow: Flow, answers: Answers, lat: float, lon: float) -> Turn:
    question = current(flow, answers)
    if isinstance(question, Ask) and question.position:
        return advance(flow, put(flow, answers, question.id, {"lat": lat, "lon": lon}))
    return missed(flow, answers, Message("no-position-now"))


def missed(flow: Flow, answers: Answers, why: Message) -> Turn:
    """The words were no answer: say why, and put the question again."""
    turn = advance(flow, answers, (why,))
    return Turn(turn.answers, turn.says, turn.wants, missed=True)


def refuse(flow: Flow, answers: Answers, refused: str, reason: str) -> Turn:
    """Say why, and go back to the step that can mend it; with none to go back to, take the refusal as answer."""
    do = next((s for s in flow if s.id == refused and isinstance(s, Do)), None)
    if do is None or reason not in do.refused:
        return advance(flow, answers)
    back, says = do.refused[reason], (Message(f"{refused}-{reason}", answers),)
    if back is None:
        return advance(flow, put(flow, answers, refused, {"refused": reason}), says)
    turn = advance(flow, forget(flow, answers, back), says)
    return replace(turn, missed=reason == UNKNOWN)


def go_back(flow: Flow, answers: Answers) -> Turn:
    """Unanswer the last question before the one now asked that would then be asked again."""
    now = current(flow, answers)
    before = flow[: flow.index(now)] if now else flow
    for step in reversed(before):
        if isinstance(step, Ask) and step.id in answers:
            left = forget(flow, answers, step.id)
            if current(flow, left) == step:
                return advance(flow, left)
    return advance(flow, answers, (Message("nothing-before"),))


def skip(flow: Flow, answers: Answers, asked: str) -> Turn:
    """The youth would rather not say."""
    question = current(flow, answers)
    if not isinstance(question, Ask) or question.id != asked or not question.skippable:
        return too_late(flow, answers)
    return advance(flow, put(flow, answers, asked, None))


def too_late(flow: Flow, answers: Answers) -> Turn:
    return advance(flow, answers, (Message("too-late"),))


def offered(question: Ask, answers: Answers, choice: str) -> Choice | None:
    return next((c for c in question.choices(answers) if c.id == choice), None)
