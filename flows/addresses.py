"""Other useful addresses near home: partners who answer a need, named with their phone, never booked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flows.commands import FindPartners
from flows.guards import located, only
from flows.needs import Pages, Questions
from flows.steps import Answers, Ask, Choice, Do, Flow, Link, Params, Tell, always, never
from flows.steps import When as Guard
from flows.words import Dated, Terms

NEAR = "near"
TOLD = 3


def addresses(needs: Pages) -> Flow:
    """The story of the button «Autres adresses utiles», which may carry the needs: `near-emploi+logement`."""
    return (
        Ask("for_what", when=never, entry=(NEAR,)),
        *only(
            located,
            Ask("needs", Questions(needs, ()).choices, not_carried, several=True, first=True),
            Do("partners", look, reads=("for_what", "needs")),
            *(
                Tell(f"partner_{nth}", found(nth), ("partners",), facts(nth), links=page(nth))
                for nth in range(TOLD)
            ),
        ),
        Tell("no_partner", nobody, reads=("partners",), human=True),
    )


def around(step: str, when: Guard = always, reads: Sequence[str] = ()) -> Do:
    """Whether there is anything to tell, looked for before the button is shown."""
    return Do(step, look, when, tuple(reads))


def useful(step: str, known: Answers) -> tuple[Choice, ...]:
    """The button that opens this story, where `step` found something to tell."""
    choice = Choice(f"{NEAR}-{'+'.join(wanted(known))}", "addresses.near", opens=("addresses", "for_what"))
    return (choice,) if known[step]["partners"] else ()


def look(known: Answers) -> FindPartners:
    return FindPartners(known["place"]["insee"], wanted(known))


def wanted(known: Answers) -> tuple[str, ...]:
    """The two needs put first: those of the button, else those chosen in this story."""
    carried = [need for need in str(known.get("for_what", "")).partition("-")[2].split("+") if need]
    return tuple(carried or known.get("needs") or ())[:2]


def not_carried(known: Answers) -> bool:
    return not wanted(known) or "needs" in known


def nobody(known: Answers) -> bool:
    return not known.get("partners", {}).get("partners")


def found(nth: int) -> Guard:
    return lambda known: len(known["partners"]["partners"]) > nth


def facts(nth: int) -> Params:
    """One partner, its values ready to be put into words."""

    def params(known: Answers) -> dict[str, object]:
        partner = known["partners"]["partners"][nth]
        needs = Terms(tuple(f"needs.{need}" for need in partner["needs"][:2]))
        return {**partner, "needs": needs, "updated": Dated(partner["updated"])}

    return params


def page(nth: int) -> Callable[[Answers], tuple[Link, ...]]:
    def links(known: Answers) -> tuple[Link, ...]:
        link = known["partners"]["partners"][nth]["link"]
        return (Link("link-directory", link),) if link else ()

    return links
