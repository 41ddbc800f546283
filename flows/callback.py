"""«Je préfère qu'on m'appelle»: a number, and a human is called who knows that they would rather talk."""

from __future__ import annotations

from flows.guards import only, under_16
from flows.phone import number
from flows.rights import AllowCalls
from flows.steps import Ask, Choice, Do, Flow, Message, Tell, never
from flows.talk import Outcome, Summon, Talk, drop, say

STORY, ASKED, WHY = "callback", "call", "call"
CALL_ME = Choice(ASKED, "call-me", opens=(STORY, STORY))


def callback() -> Flow:
    """The story of that button. Their number goes with their word that they may be called."""
    return (
        Ask(STORY, when=never, entry=(ASKED,)),
        *only(
            lambda k: not under_16(k),
            number("phone", lambda k: not k.get("phone"), shared=True, first=True),
            Do("callable", lambda _: AllowCalls(on=True), reads=(STORY, "phone")),
        ),
        Tell("no_call", under_16, (STORY,), human=True),
    )


def may_be_called(talk: Talk) -> bool:
    """Nobody under 16 is asked for a number, nor anybody whose age we do not know."""
    return bool(talk.profile.get("bracket", "under_16") != "under_16")


def noted(talk: Talk) -> Outcome:
    """They may be called: a human is called for that, if none was before."""
    said = say(Message("call-noted", {"phone": talk.profile.get("phone", "")}, kept=True))
    summons = () if talk.owner in {"waiting", "mediator"} else (Summon(WHY),)
    return drop(talk, STORY), (*said, *summons)
