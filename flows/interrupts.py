"""What the youth may ask for at any moment, in the middle of any question."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from flows.advisors import MINE
from flows.commands import Erase
from flows.engine import advance, go_back, put
from flows.guide import carry_on, known, rest, tell
from flows.rights import HELD, rights
from flows.steps import Message
from flows.talk import Outcome, Owner, Perform, Send, Stories, Summon, Talk, begin, drop, rise, say

PASSING = ("rest", "stopping", "resuming", "rating", "guessing")
"""Stories that only ask what is wanted next: nothing of them is kept over a /start."""


def interrupt(stories: Stories, talk: Talk, command: str) -> Outcome:
    """A command, from the menu or in words."""
    match command:
        case "humain":
            return summon(talk)
        case "retour":
            return back(stories, talk)
        case "supprimer":
            return talk, (Perform("erased", Erase()),)
        case "aide" | "vieprivee":
            said = rights(talk) if command == "vieprivee" else Message(command, kept=True)
            return say_again(stories, talk, said)
        case "stop":
            return tell(stories, replace(begin(talk, "stopping"), owner="nobody"), None)
        case "rdv" | "late" | "lost" | "company":
            intent = {} if command == "rdv" else {"intent": command}
            return tell(stories, begin(talk, "appointment", intent), None)
        case "advisor":
            return their_advisor(stories, talk)
        case "langue" | "discret" | "mesdonnees":
            story = {"langue": "language", "discret": "discretion", "mesdonnees": HELD}[command]
            return tell(stories, begin(talk, story), None)
        case _:
            return say_again(stories, talk, Message("unknown-command"))


def their_advisor(stories: Stories, talk: Talk) -> Outcome:
    """«J'ai déjà un conseiller», in words: what is proposed next is theirs."""
    if talk.owner == "mediator":
        return talk, ()
    running = next((s for s in talk.stories if s.name == "orientation"), None)
    known_already = {"hello": "go"} if "bracket" in talk.profile else {}
    here = rise(talk, "orientation") if running else begin(talk, "orientation", known_already)
    flow = stories["orientation"]
    turn = advance(flow, put(flow, known(here, here.stories[-1]), "whom", MINE))
    after, effects = carry_on(stories, replace(here, owner=_asks(here)), turn)
    return after, (*say(Message("advisor-first")), *effects)


def _asks(talk: Talk) -> Owner:
    """Whoever had said stop and asks for something is back."""
    return "guide" if talk.owner == "nobody" else talk.owner


def say_again(stories: Stories, talk: Talk, message: Message) -> Outcome:
    """Answer, then put the question again if it is the guide's turn to ask."""
    if talk.owner not in {"guide", "waiting"} or talk.top is None:
        return talk, say(message)
    after, effects = tell(stories, talk, None)
    return after, (*say(message), *effects)


def summon(talk: Talk) -> Outcome:
    """Call a human, once."""
    if talk.owner == "mediator":
        return talk, say(Message("human-already-here", kept=True))
    if talk.owner == "waiting":
        return talk, say(Message("human-already-called", {"until": talk.awaited}, kept=True))
    return talk, (Summon(),)


def back(stories: Stories, talk: Talk) -> Outcome:
    if talk.top is None:
        return rest(stories, talk)
    if talk.owner == "mediator":
        return talk, ()
    return carry_on(stories, talk, go_back(stories[talk.top.name], known(talk, talk.top)))


def started(stories: Stories, talk: Talk) -> Outcome:
    """/start never erases, and never takes the floor from a human: it says where things stand."""
    if talk.owner == "mediator":
        return talk, say(Message("start-human", {"until": talk.awaited}, kept=True))
    here = reduce(drop, PASSING, talk)
    if here.owner == "waiting":
        after, effects = tell(stories, begin(here, "welcome"), None) if here.stories else (here, ())
        return after, (*say(Message("start-human", {"until": talk.awaited}, kept=True)), *effects)
    here = replace(here, owner="guide")
    if not here.stories and "bracket" not in here.profile:
        return tell(stories, begin(here, "orientation"), None)
    return tell(stories, begin(here, "welcome" if here.stories else "rest"), None)


def as_minor(talk: Talk) -> Talk:
    """The button under the words for those under 16: what they had said may be erased by now."""
    return replace(talk, profile={**talk.profile, "bracket": "under_16"})


def erased() -> Outcome:
    """Nothing is left to remember; the farewell is said outside the corridor."""
    return Talk(), (Send(Message("erased", kind="toast")),)
