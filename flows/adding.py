"""A need said in words, at any question: it is kept, said, and undone by one tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.choosing import tickable
from flows.engine import DRAFT, advance, forget, missed, put
from flows.guards import of_age
from flows.guide import carry_on, known
from flows.needs import need_of
from flows.steps import Answers, Ask, Choice, Flow, Message
from flows.talk import Outcome, Send, Stories, Talk, begin, rise
from flows.words import Terms

STORY, NEEDS, ALSO, NOT = "orientation", "needs", "also", "not-"
ELSEWHERE = {"elsewhere", "elders"}
"""Questions to those whom needs do not help: they are answered by another door."""
BEGUN = {"hello": "go"}
BUTTONS = 7
"""Needs that can be taken back with a button of their own."""


def fits(talk: Talk) -> bool:
    """Whether a need may be kept here: it is asked about further on, or a new story may begin."""
    young = "bracket" not in talk.profile or of_age(talk.profile)
    return young and not (talk.top and talk.top.asked in ELSEWHERE)


def add(stories: Stories, talk: Talk, needs: Sequence[str]) -> Outcome:
    """Keep these needs with those that are known, and put the question again, or begin with them."""
    here = _in_orientation(talk)
    flow, answers = stories[STORY], known(here, here.stories[-1])
    ticked = wanted(answers)
    new = [n for n in needs if n in tickable(_question(flow), answers) and n not in ticked]
    if not new:
        return carry_on(stories, here, missed(flow, answers, Message("already-noted")))
    after, effects = _go_on(stories, here, [*ticked, *new])
    if talk.top and talk.top.asked == NEEDS:
        return after, effects
    return after, (said(new), *effects)


def with_draft(stories: Stories, talk: Talk, needs: Sequence[str]) -> tuple[Talk, tuple[Send, ...]]:
    """The same, while another answer of the same words is still to be heard: only kept and said."""
    story = talk.top
    if story is None or story.name != STORY or NEEDS in story.answers:
        return talk, ()
    ticked = wanted(story.answers)
    new = [n for n in needs if n in tickable(_question(stories[STORY]), story.answers) and n not in ticked]
    kept = replace(story, answers={**story.answers, NEEDS + DRAFT: [*ticked, *new]})
    return replace(talk, stories=(*talk.stories[:-1], kept)), (said(new),) if new else ()


def said(needs: Sequence[str]) -> Send:
    """What was understood, and a button to take each back."""
    undo = tuple(Choice(NOT + n, "also.undo", {"need": Terms((f"needs.{n}",))}) for n in needs[:BUTTONS])
    return Send(
        Message("needs-noted", {"needs": Terms(tuple(f"needs.{n}" for n in needs))}, ALSO, undo), STORY
    )


def take_back(stories: Stories, talk: Talk, choice: str) -> Outcome:
    """One tap on «not that»: the need goes, with what was answered about it."""
    need = choice.removeprefix(NOT)
    running = any(s.name == STORY for s in talk.stories)
    here = _in_orientation(talk) if running else talk
    ticked = wanted(here.stories[-1].answers) if running else []
    if need not in ticked:
        return talk, (Send(Message("already-noted", kind="toast")),)
    return _go_on(stories, here, [n for n in ticked if n != need])


def wanted(answers: Answers) -> list[str]:
    """The needs chosen, or else those ticked so far."""
    return list(answers.get(NEEDS) or answers.get(NEEDS + DRAFT) or ())


def _in_orientation(talk: Talk) -> Talk:
    """The story of needs on top: where it was, or begun anew in place of what was only being shown."""
    if any(s.name == STORY for s in talk.stories):
        return rise(talk, STORY)
    met = BEGUN if "bracket" in talk.profile else {}
    return begin(replace(talk, stories=()), STORY, met)


def _go_on(stories: Stories, here: Talk, needs: list[str]) -> Outcome:
    """Whoever answers the first hello with a need has begun."""
    flow, answers = stories[STORY], known(here, here.stories[-1])
    answers = {**answers, **BEGUN} if here.stories[-1].asked == "hello" else answers
    return carry_on(stories, here, advance(flow, _with(flow, answers, needs)))


def _with(flow: Flow, answers: Answers, needs: list[str]) -> Answers:
    """A draft until «C'est tout». Once places are proposed another need is only kept: nothing is asked or lost."""
    if NEEDS not in answers:
        return {**answers, NEEDS + DRAFT: needs}
    if not needs:
        return forget(flow, answers, NEEDS)
    if "proposals" not in answers or needs[:1] != answers[NEEDS][:1]:
        return put(flow, answers, NEEDS, needs)
    new = set(needs) - set(answers[NEEDS])
    untold = {s.id: None for s in flow if isinstance(s, Ask) and need_of(s.id) in new and s.id not in answers}
    return {**answers, **untold, NEEDS: needs}


def _question(flow: Flow) -> Ask:
    return next(s for s in flow if isinstance(s, Ask) and s.id == NEEDS)
