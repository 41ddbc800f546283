"""Danger: the numbers alone, then a human who is called for them, and ways on that cost one tap."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows.callback import CALL_ME, may_be_called
from flows.events import Chose, Summoned
from flows.guide import tell
from flows.steps import Choice, Command, Message
from flows.talk import Outcome, Owner, Perform, Send, Stories, Talk, say
from flows.words import Numbers, When

STORY, FINE, ERASE = "danger", "fine", "erase"
"""No story runs under this name: its buttons are answered whoever has the floor."""
OFF_THE_BILL = {"violence_conjugale", "violence_sexuelle"}
"""Kinds among whose numbers is one of which it is known that no bill shows it."""
BACK: tuple[Owner, ...] = ("guide", "waiting", "nobody")
"""Who may have the floor again: a médiateur takes it, and is not given it by a button."""


@dataclass(frozen=True)
class TakeBack(Command):
    """The youth says that they are well: the team is told, and decides. Done: `back`. Refused: gone."""

    back: str
    """Who has the floor then; a human who has it keeps it."""


def human_called(talk: Talk, event: Summoned, kind: str) -> Message:
    """Who reads, and when; below it what can be done now."""
    params: dict[str, object] = {"until": event.until, "numbers": Numbers(kind)}
    if event.reads_at:
        params["reads_at"] = When(event.reads_at, event.zone)
    key = "danger-human-later" if event.reads_at else "danger-human"
    call = (CALL_ME,) if may_be_called(talk) else ()
    fine, erase = Choice(f"{FINE}-{event.back}", "danger.fine"), Choice(f"{ERASE}-{kind}", "danger.erase")
    return Message(key, params, STORY, (fine, *call, erase), kept=True)


def human_there(kind: str) -> Message:
    """A human has the floor already: they see it, and how to leave no trace is one tap away."""
    return Message("danger-seen", ask=STORY, choices=(Choice(f"{ERASE}-{kind}", "danger.erase"),), kept=True)


def chosen(talk: Talk, event: Chose) -> Outcome:
    """A button under the numbers."""
    what, _, about = event.choice.partition("-")
    if what == ERASE:
        return talk, say(
            Message("danger-erase-how", {"bill": "yes" if about in OFF_THE_BILL else "no"}, kept=True)
        )
    if what == FINE and talk.owner == "mediator":
        return talk, (Send(Message("human-sees", kind="toast")),)
    if what == FINE and about in BACK:
        return talk, (Perform("taken_back", TakeBack(about)),)
    return talk, (Send(Message("button-gone")),)


def eased(stories: Stories, talk: Talk, back: Owner) -> Outcome:
    """False alarm, or so they say: the question comes back where it was."""
    here = replace(talk, owner=back)
    key = "danger-fine-waiting" if back == "waiting" else "danger-fine"
    noted = say(Message(key, kept=True))
    if back != "guide":
        return here, noted
    after, effects = tell(stories, here, None)
    return after, (*noted, *effects)
