"""«Reprendre avec Nadia»: whoever writes soon after a human has ended may have the same one again."""

from __future__ import annotations

from flows.events import Refused
from flows.guide import tell
from flows.interrupts import summon
from flows.steps import Ask, Choice, Flow, never
from flows.talk import Outcome, Stories, Summon, Talk, begin, drop

NAME = "resuming"


def resuming() -> Flow:
    """Whether the words were for the human who was there. The story that runs below takes up again otherwise."""
    return (
        Ask("whom", when=never),
        Ask(
            "resume_with",
            lambda k: (Choice(str(k["whom"][0]), "resume-with", {"name": k["whom"][1]}), Choice("guide")),
            params=lambda k: {"name": k["whom"][1]},
            first=True,
        ),
    )


def offered(stories: Stories, talk: Talk) -> Outcome | None:
    """The offer, if a human was there not long ago and it is not being made already."""
    running = talk.top and talk.top.name == NAME
    if talk.lately is None or talk.unseen or running:
        return None
    below = talk if talk.top else begin(talk, "rest" if "bracket" in talk.profile else "orientation")
    return tell(stories, begin(below, NAME, {"whom": list(talk.lately)}), None)


def without_old(talk: Talk) -> Talk:
    """An offer that has grown old is made no more: words are for the story below."""
    return talk if talk.lately else drop(talk, NAME)


def not_found(stories: Stories, talk: Talk, refused: Refused) -> Outcome:
    """Words that are no place may have been for the human; where the youth lives is asked again below."""
    outcome = tell(stories, talk, refused)
    return offered(stories, outcome[0]) or outcome


def resumed(talk: Talk, person_id: str) -> Outcome:
    """«Reprendre avec Nadia», from now or from an old button: whether it may still be is for the backend to say."""
    after, effects = summon(drop(talk, NAME))
    calls = effects == (Summon(),)
    return after, (Summon(f"resume-{person_id}"),) if calls else effects
