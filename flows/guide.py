"""The guide tells stories: it hands an event to the story on top and keeps what came of it."""

from __future__ import annotations

from dataclasses import replace

from flows.choosing import choose
from flows.engine import DRAFT, PAGE, Turn, advance, current, forget, go_back, receive_answer, skip, too_late
from flows.events import Chose, Event
from flows.steps import BACK, SKIP, Answers, Ask, Do, Flow, Message, Tell
from flows.talk import Effect, Outcome, Perform, Send, Stories, Story, Summon, Talk, begin, drop, rise

AFTER_A_BREAK = {"welcome", "rating"}
"""Stories after which the one below is taken up as after a break."""
MISSES = 2
"""After so many messages not understood in a row, a human is proposed."""


def tell(stories: Stories, talk: Talk, event: Event | None) -> Outcome:
    """Let the story on top hear an event; with none, put its question again."""
    story = talk.top
    if story is None:
        return rest(stories, talk)
    flow, answers = stories[story.name], known(talk, story)
    turn = receive_answer(flow, answers, event) if event else advance(flow, answers)
    return carry_on(stories, talk, turn)


def rest(stories: Stories, talk: Talk) -> Outcome:
    """Nothing is running: say what can be done, or begin if nothing is known yet."""
    return tell(stories, begin(talk, "rest" if "bracket" in talk.profile else "orientation"), None)


def tapped(stories: Stories, talk: Talk, event: Chose) -> Outcome:
    """A button, perhaps an old one, perhaps one under a reminder."""
    if event.story in {s.name for s in talk.stories}:
        return _tapped_running(stories, rise(talk, event.story), event)
    if event.story in stories and _opens(stories[event.story], event):
        return tell(stories, begin(talk, event.story, {event.step: event.choice}), None)
    outcome = Send(Message("button-gone"))
    if talk.top is None or talk.owner == "mediator":
        return talk, (outcome,)
    after, effects = tell(stories, talk, None)
    return after, (outcome, *effects)


def _tapped_running(stories: Stories, talk: Talk, event: Chose) -> Outcome:
    story = talk.stories[-1]
    flow, answers = stories[story.name], known(talk, story)
    if event.choice == BACK:
        stale = event.step != story.asked
        return carry_on(stories, talk, too_late(flow, answers) if stale else go_back(flow, answers))
    if event.choice == SKIP:
        return carry_on(stories, talk, skip(flow, answers, event.step))
    return carry_on(stories, talk, choose(flow, answers, event.step, event.choice))


def _opens(flow: Flow, event: Chose) -> bool:
    """Whether this button may begin its story."""
    asked = next((s for s in flow if isinstance(s, Ask) and s.id == event.step), None)
    return asked is not None and event.choice.partition("-")[0] in asked.entry


def question_of(stories: Stories, talk: Talk) -> tuple[str, Message] | None:
    """The question now asked and its story, as it was put; none if nobody is asked anything."""
    story = talk.top
    if story is None or story.asked is None or story.name not in stories:
        return None
    answers = known(talk, story)
    step = current(stories[story.name], answers)
    return (story.name, step.message(answers)) if isinstance(step, Ask) and step.id == story.asked else None


def known(talk: Talk, story: Story) -> Answers:
    """What a story may read: its answers over the profile, and the name Telegram shows."""
    return {"called": talk.called, **talk.profile, **story.answers}


def carry_on(stories: Stories, talk: Talk, turn: Turn) -> Outcome:
    """Keep what a turn brought, and go on to the next story if this one has ended."""
    story = talk.stories[-1]
    kept = remember(stories[story.name], talk, turn)
    spoken: tuple[Effect, ...] = tuple(Send(m, story.name) for m in turn.says)
    if turn.danger:
        return _stop_for_danger(kept, turn.danger)
    if turn.summons:
        return kept, (*spoken, Summon(turn.summons))
    if turn.starts:
        after, effects = tell(stories, begin(drop(kept, story.name), turn.starts), None)
        return after, (*spoken, *effects)
    if isinstance(turn.wants, Do):
        known_now = known(kept, kept.stories[-1])
        return kept, (*spoken, Perform(turn.wants.id, turn.wants.command(known_now)))
    if turn.wants is None and not _only_toast(turn):
        return finish(stories, kept, spoken)
    return offer_human(kept, turn, spoken)


def _only_toast(turn: Turn) -> bool:
    return bool(turn.says) and all(m.kind == "toast" for m in turn.says)


def _stop_for_danger(talk: Talk, kind: str) -> Outcome:
    """An answer told of danger: the numbers come alone on the screen, the questions wait."""
    return talk, (danger_numbers(kind), Summon("danger", kind))


def danger_numbers(kind: str) -> Send:
    return Send(Message(f"danger-{kind.replace('_', '-')}", {"danger": kind}, kept=True))


def offer_human(talk: Talk, turn: Turn, spoken: tuple[Effect, ...]) -> Outcome:
    """Twice not understood: say that a human can."""
    story = talk.stories[-1]
    misses = story.misses + 1 if turn.missed else 0
    if turn.missed and misses % MISSES == 0:
        spoken = (Send(Message("human-can-help"), story.name), *spoken[1:])
    return replace(talk, stories=(*talk.stories[:-1], replace(story, misses=misses))), spoken


def finish(stories: Stories, talk: Talk, spoken: tuple[Effect, ...]) -> Outcome:
    """A finished story goes with its answers; the one below takes up where it was, if the guide may ask."""
    ended = talk.stories[-1].name
    below = drop(drop(talk, ended), "rating")  # whoever did something else meanwhile is not asked again
    if below.top is None or below.owner in {"nobody", "mediator"}:
        return below, spoken
    after, effects = take_up(stories, below) if ended in AFTER_A_BREAK else tell(stories, below, None)
    return after, (*spoken, *effects)


def take_up(stories: Stories, talk: Talk) -> Outcome:
    """Go on after a break: what was found before it may be old, and is fetched again."""
    story = talk.stories[-1]
    flow, answers = stories[story.name], story.answers
    for step in flow:
        if isinstance(step, Do) and step.ages:
            answers = forget(flow, answers, step.id)
    fresh = replace(talk, stories=(*talk.stories[:-1], replace(story, answers=answers)))
    return tell(stories, fresh, None)


def remember(flow: Flow, talk: Talk, turn: Turn) -> Talk:
    """Shared answers go to the profile, the others stay with the story."""
    shared = {s.id for s in flow if not isinstance(s, Tell) and s.shared}
    own = {s.id for s in flow}
    answers = {k: v for k, v in turn.answers.items() if k not in shared and _step_of(k) in own}
    others = {k: v for k, v in talk.profile.items() if k not in shared}
    profile = {**others, **{k: v for k, v in turn.answers.items() if k in shared}}
    asked = turn.wants.id if isinstance(turn.wants, Ask) else None
    story = replace(talk.stories[-1], answers=answers, asked=asked)
    return replace(talk, stories=(*talk.stories[:-1], story), profile=profile)


def _step_of(key: str) -> str:
    return key.removesuffix(DRAFT).removesuffix(PAGE)
