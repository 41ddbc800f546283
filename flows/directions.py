"""«Où c'est ?»: the place of the appointment that is being made, else of the one that is theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flows.commands import MyAppointments
from flows.guide import tell
from flows.offers import facts, on_map
from flows.steps import Answers, Do, Flow, Message, Tell
from flows.talk import Outcome, Send, Stories, Talk, begin

STORY = "directions"


def directions() -> Flow:
    """The story of the place of the next appointment. The one that runs below takes up again."""
    return (
        Do("mine", lambda _: MyAppointments()),
        Tell("find_place", _at_a_place, ("mine",), _next, links=lambda k: on_map(k["mine"][0])),
        Tell("find_venue", _on_the_map, ("mine",), _next, kind="venue", attached=lambda k: k["mine"][0]),
        Tell("find_call", lambda k: bool(k["mine"]) and not _at_a_place(k), ("mine",), _next),
        Tell("no_place_yet", lambda k: not k["mine"], ("mine",)),
    )


def show_place(stories: Stories, talk: Talk) -> Outcome:
    """Address, hours and map of what is offered or held just now; else of what is booked."""
    if not (offers := _offered(talk)):
        return tell(stories, begin(talk, STORY), None)
    after, effects = tell(stories, talk, None)
    return after, (*(Send(_about(offer)) for offer in offers), *effects)


def _offered(talk: Talk) -> list[Mapping[str, Any]]:
    """The slot held, else the places proposed, each once; a call has none."""
    answers = next((s.answers for s in reversed(talk.stories) if s.name == "orientation"), {})
    if "hold" in answers:
        return [answers["hold"]]
    offers = answers.get("proposals", {}).get("offers", ())
    return list({o["place"]: o for o in offers}.values())


def _about(offer: Mapping[str, Any]) -> Message:
    said = {**facts(offer), "call": offer.get("phone", "")}
    return Message("find_place" if offer.get("place") else "find_call", said, links=on_map(offer))


def _next(known: Answers) -> Mapping[str, Any]:
    return facts(known["mine"][0])


def _at_a_place(known: Answers) -> bool:
    return bool(known["mine"]) and bool(known["mine"][0].get("place"))


def _on_the_map(known: Answers) -> bool:
    return bool(known["mine"]) and known["mine"][0].get("lat") is not None
