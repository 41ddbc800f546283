"""What a tap does. A tap may come twice, or come from an old message: it answers its own question only."""

from __future__ import annotations

from flows.engine import DRAFT, PAGE, Turn, advance, current, forget, offered, put, too_late
from flows.steps import Answers, Ask, Choice, Flow, Message

PAGES = 6
"""More pages than any list has."""


def choose(flow: Flow, answers: Answers, asked: str, choice_id: str) -> Turn:
    """One tap in, one turn out. The same tap again changes nothing."""
    question = next((s for s in flow if s.id == asked and isinstance(s, Ask)), None)
    if question is None:
        return too_late(flow, answers)
    if answers.get(asked) == choice_id:
        return already(answers, flow)
    if choice_id.partition("-")[0] in question.entry:
        return advance(flow, put(flow, answers, asked, choice_id))
    return _answer(flow, answers, question, choice_id)


def _answer(flow: Flow, answers: Answers, question: Ask, choice_id: str) -> Turn:
    if question.several and question.id in answers:
        return already(answers, flow) if choice_id == "done" else too_late(flow, answers)
    before = forget(flow, answers, question.id)
    if current(flow, before) != question:
        return too_late(flow, answers)
    if question.several:
        return tick(flow, before, question, choice_id)
    choice = offered(question, before, choice_id)
    if choice is None:
        return too_late(flow, answers)
    return _take(flow, before, question, choice)


def _take(flow: Flow, answers: Answers, question: Ask, choice: Choice) -> Turn:
    if choice.starts:
        return Turn({**answers, question.id: choice.id}, starts=choice.starts)
    if choice.summons:
        return Turn(answers, (Message("word-left", choice.params),), question, summons=choice.summons)
    if choice.instead is None:
        also = put(flow, answers, *choice.sets) if choice.sets else answers
        chosen = put(flow, also, question.id, choice.id)
        return Turn(chosen, danger=choice.danger) if choice.danger else advance(flow, chosen)
    step, value = choice.instead
    changed = forget(flow, answers, step) if value is None else put(flow, answers, step, value)
    return advance(flow, changed)


def already(answers: Answers, flow: Flow) -> Turn:
    """A second tap on the same answer: a word on the button, no new line in the chat."""
    now = current(flow, answers)
    return Turn(answers, (Message("already-noted", kind="toast"),), now if isinstance(now, Ask) else None)


def tick(flow: Flow, answers: Answers, question: Ask, choice_id: str) -> Turn:
    """Several answers: a button says the state it wants, so that a tap that comes twice changes nothing."""
    draft = list(answers.get(question.id + DRAFT, ()))
    if choice_id == "done":
        return advance(flow, put(flow, answers, question.id, draft)) if draft else too_late(flow, answers)
    if choice_id.startswith("page") and offered(question, answers, choice_id):
        return _again(flow, answers, question, PAGE, int(choice_id.removeprefix("page")))
    sign, needs = choice_id[:1], choice_id[1:].split("+")
    if sign not in {"+", "-"} or not set(needs) <= tickable(question, answers):
        return too_late(flow, answers)
    kept = [n for n in draft if sign == "+" or n not in needs]
    added = [n for n in needs if sign == "+" and n not in draft]
    return _again(flow, answers, question, DRAFT, kept + added)


def tickable(question: Ask, answers: Answers) -> set[str]:
    """What can be ticked on any page."""
    pages = ({**answers, question.id + PAGE: page} for page in range(PAGES))
    return {c.id[1:] for known in pages for c in question.choices(known) if c.several}


def _again(flow: Flow, answers: Answers, question: Ask, what: str, value: object) -> Turn:
    if answers.get(question.id + what, [] if what == DRAFT else 0) == value:
        return already(answers, flow)
    return advance(flow, {**answers, question.id + what: value}, edit=True)
