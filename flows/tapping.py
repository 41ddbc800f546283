"""A tap: what was understood from words is taken back or told apart; else a button is an answer."""

from __future__ import annotations

from flows import adding, danger, guessing, guide
from flows.events import Chose
from flows.interrupts import as_minor, summon
from flows.resuming import resumed
from flows.steps import HUMAN
from flows.talk import Outcome, Stories, Talk


def at_any_time(talk: Talk, event: Chose) -> Outcome | None:
    """Buttons that are answered whoever has the floor: those under the numbers, and those that call a human."""
    match event:
        case Chose(story=danger.STORY):
            return danger.chosen(talk, event)
        case Chose(step="resume_with", choice=choice) if choice.isdecimal():
            return resumed(talk, choice)
        case Chose(choice=choice) if choice == HUMAN:
            return summon(as_minor(talk) if event.step == "minors" else talk)
        case _:
            return None


def tapped(stories: Stories, talk: Talk, event: Chose) -> Outcome:
    """A button, perhaps an old one."""
    match event:
        case Chose(step=adding.ALSO, choice=choice):
            return adding.take_back(stories, talk, choice)
        case Chose(step=adding.NEEDS, choice=choice) if choice.startswith("+"):
            return _ticked(stories, talk, event)
        case Chose(step=guessing.GUESSED, choice=choice):
            return guessing.guessed(stories, talk, choice)
        case _:
            return guide.tapped(stories, talk, event)


def _ticked(stories: Stories, talk: Talk, event: Chose) -> Outcome:
    """Needs written in words may stand on a page that is not shown: they are said."""
    question = guide.question_of(stories, talk)
    after, effects = guide.tapped(stories, talk, event)
    shown = {choice.id[1:] for choice in question[1].choices} if question else set()
    ticked = adding.wanted(after.stories[-1].answers) if after.stories else []
    hidden = [need for need in event.choice[1:].split("+") if need in ticked and need not in shown]
    return after, (adding.said(hidden), *effects) if hidden else effects
