"""From a first hello to an appointment near home. Read it top to bottom: this is the product."""

from __future__ import annotations

from collections.abc import Sequence

from flows.addresses import around, useful
from flows.booking import confirmation, proposals
from flows.commands import FindMissionLocale, ForgetMinor, Locate
from flows.guards import (
    ambiguous,
    not_served,
    nowhere,
    of_age,
    only,
    out_of_school,
    over_25,
    probably_served,
    served,
    surely_served,
    under_16,
)
from flows.meant import a_commune
from flows.needs import Pages, Questions, tips
from flows.steps import Answers, Ask, Choice, Do, Flow, Link, Tell, never

BRACKETS = ("under_16", "from_16", "from_18", "from_26")


def orientation(needs: Pages, questions: Sequence[Ask]) -> Flow:
    """The first story, given the needs and the follow-up questions of each."""
    follow_ups = Questions(needs, tuple(questions))
    return (
        Ask("hello", lambda k: (Choice("go"), other_language(k)), first=True),
        Ask("language", when=never, shared=True),
        Ask("bracket", lambda _: tuple(Choice(b) for b in BRACKETS), shared=True),
        *only(under_16, *for_minors()),
        *only(over_25, *for_elders()),
        *only(of_age, *where()),
        *only(served, *what(follow_ups), *proposals(follow_ups), *confirmation(follow_ups)),
    )


def other_language(known: Answers) -> Choice:
    """Who is greeted in French is offered English, whoever is greeted in another language French."""
    if str(known.get("language", "fr")).startswith("fr"):
        return Choice("english", instead=("language", "en"))
    return Choice("french", "hello.french", instead=("language", "fr"))


def for_minors() -> Flow:
    """Under 16: kind words, the right doors, and nothing kept."""
    doors = (Link("link-call", "fil_sante_jeunes"), Link("link-call", "119"))
    return (
        Do("forgotten", lambda _: ForgetMinor(), reads=("bracket",), refused={"booked": "bracket"}),
        Tell("minors", reads=("bracket", "forgotten"), links=lambda _: doors, human=True),
    )


def for_elders() -> Flow:
    """26 and more: other doors, and a human who may know better."""
    younger = (Choice("younger", instead=("bracket", None)),)
    return (Ask("elders", lambda _: younger, reads=("bracket",), first=True),)


def where() -> Flow:
    """Where they live, and whose territory that is."""
    return (
        Ask("commune", when=nowhere, open=True, clean=a_place, fits=a_commune, position=True, limit=200),
        Do(
            "place",
            lambda k: Locate(k["commune"]),
            reads=("commune",),
            refused={"unknown": "commune", "abroad": "commune", "divided": "commune"},
            shared=True,
        ),
        Ask("which", communes, when=ambiguous, reads=("place",)),
        Do("structure", lambda k: FindMissionLocale(k["place"]["insee"]), reads=("place",)),
        Tell("served", surely_served, reads=("structure",), params=structure),
        Tell("probably_served", probably_served, reads=("structure",), params=structure),
        around("beside", not_served, reads=("structure",)),
        Ask(
            "elsewhere",
            other_commune,
            not_served,
            reads=("structure", "beside"),
            params=structure,
            links=directory,
            open=True,
            into="commune",
            clean=a_place,
            fits=a_commune,
            first=True,
        ),
    )


def what(follow_ups: Questions) -> Flow:
    """What they need, a few questions about it, and what could help."""
    return (
        Ask("needs", follow_ups.choices, several=True),
        *follow_ups.asks,
        Tell("urgent_school", out_of_school, reads=("bracket", "needs"), human=True),
        Tell("tips", reads=("needs", *follow_ups.ids), params=lambda k: tips(follow_ups, k)),
    )


def a_place(words: str) -> dict[str, str]:
    """What was typed, as Locate takes it."""
    return {"text": words}


def communes(known: Answers) -> tuple[Choice, ...]:
    """The communes that may be meant, told apart by their département."""
    meant = known["place"]["among"]
    return tuple(
        Choice(c["insee"], "which-one", c, instead=("commune", {"insee": c["insee"]})) for c in meant
    )


def other_commune(known: Answers) -> tuple[Choice, ...]:
    """Another commune, or other addresses near this one."""
    return (*useful("beside", known), Choice("other_commune", "other-commune", instead=("commune", None)))


def structure(known: Answers) -> dict[str, object]:
    """The mission locale found, and the commune it was found for."""
    unsaid = {"others": "", "example": False, "shared": False, "lines": ""}
    return {**unsaid, **known["structure"], "commune": known["place"]["name"]}


def directory(known: Answers) -> tuple[Link, ...]:
    """The site of the one named, if it has one, and always the national directory; and someone to talk to."""
    found = known["structure"]
    link, every = found.get("link"), found.get("directory")
    site = (Link("link-directory", link),) if link and link != every else ()
    national = (Link("link-national", every),) if every else ()
    return (*site, *national, Link("link-call", "fil_sante_jeunes"))
