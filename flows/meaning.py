"""Words at any question: first its answer; else what they ask for is answered, and the question comes back."""

from __future__ import annotations

from flows import adding
from flows.directions import show_place
from flows.engine import current, missed
from flows.events import Said
from flows.guessing import guess, put_aside
from flows.guide import carry_on, known, rest, tell
from flows.interrupts import say_again, summon
from flows.meant import NOTHING, Meant
from flows.resuming import offered, without_old
from flows.steps import HUMAN, Ask, Message
from flows.talk import Outcome, Send, Stories, Talk, begin, say

SENTENCE = 4
"""Words that name a place and more than it."""


def heard(stories: Stories, talk: Talk, said: Said) -> Outcome:
    """An answer; else something asked for; else for the human who was there not long ago; else a need."""
    talk, meant = put_aside(without_old(talk)), said.meant or NOTHING
    if _answers(stories, talk, said):
        return _answered(stories, talk, said, meant)
    asked = _asked_for(stories, talk, meant) or offered(stories, talk)
    return asked or _wished(stories, talk, meant) or _not_understood(stories, talk, said, meant)


def _answers(stories: Stories, talk: Talk, said: Said) -> bool:
    """Whether the words are meant for the question: one that can be answered in words of their own."""
    if talk.top is None:
        return False
    asked = current(stories[talk.top.name], known(talk, talk.top))
    return isinstance(asked, Ask) and asked.open and asked.fits(said.text, said.meant or NOTHING)


def _answered(stories: Stories, talk: Talk, said: Said, meant: Meant) -> Outcome:
    """A sentence that names a place may tell of a need too."""
    sentence = meant.place and len(said.text.split()) > SENTENCE
    kept, noted = adding.with_draft(stories, talk, meant.needs) if sentence else (talk, ())
    after, effects = tell(stories, kept, said)
    return after, (*noted, *effects)


def _asked_for(stories: Stories, talk: Talk, meant: Meant) -> Outcome | None:
    """What is answered at once, whoever was there before: somebody, a place, an appointment."""
    if "humain" in meant.intents:
        return summon(talk)
    if _is_new(talk):
        return None
    if "lieu" in meant.intents:
        return show_place(stories, talk)
    if "rdv" in meant.intents:
        return _about_appointment(stories, talk, meant)
    return None


def _wished(stories: Stories, talk: Talk, meant: Meant) -> Outcome | None:
    """A need is kept; thanks and a greeting are returned; an insult gets a calm word."""
    if meant.needs and adding.fits(talk):
        return adding.add(stories, talk, meant.needs)
    if _is_new(talk):
        return None
    if "insulte" in meant.intents:
        return _calm(stories, talk)
    if "merci_fin" in meant.intents:
        waits = talk.top is not None and talk.top.name != "rest"
        return talk, say(Message("thanks-and-on" if waits else "thanks"))
    if "salut" in meant.intents:
        return say_again(stories, talk, Message("hello-again")) if talk.top else rest(stories, talk)
    return guess(stories, talk, meant.guesses) if len(meant.guesses) > 1 and adding.fits(talk) else None


def _not_understood(stories: Stories, talk: Talk, said: Said, meant: Meant) -> Outcome:
    """What we can do is said once to whoever speaks of something else; the second time a human is proposed."""
    if "hors_sujet" not in meant.intents or _is_new(talk):
        return tell(stories, talk, said)
    here = talk if talk.top else begin(talk, "rest")
    story = here.stories[-1]
    turn = missed(stories[story.name], known(here, story), Message("off-topic"))
    return carry_on(stories, here, turn)


def _about_appointment(stories: Stories, talk: Talk, meant: Meant) -> Outcome:
    """Theirs, if they have one; else the way to one: further on where they are, or by a button."""
    on_the_way = any(s.name == adding.STORY for s in talk.stories)
    if meant.needs and adding.fits(talk) and not on_the_way:
        talk = begin(talk, adding.STORY, {"hello": "go", "needs.draft": list(meant.needs)})
    within = on_the_way or bool(meant.needs)
    return tell(stories, begin(talk, "appointment", {"in_words": "within" if within else "alone"}), None)


def _calm(stories: Stories, talk: Talk) -> Outcome:
    """No offence is taken, and none is kept; a human is offered."""
    if talk.top is None:
        return talk, (Send(Message("calm", ask="calm", controls=(HUMAN,)), "rest"),)
    return say_again(stories, talk, Message("calm"))


def _is_new(talk: Talk) -> bool:
    """Nothing was said to them yet: whatever they write, we say who we are."""
    return not talk.stories and "bracket" not in talk.profile
