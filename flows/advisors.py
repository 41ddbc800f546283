"""«J'ai déjà un conseiller»: their slots first, a word left for them, or somebody else, and nobody asks why."""

from __future__ import annotations

from flows.commands import FindAdvisors
from flows.guards import none_free
from flows.pages import part
from flows.steps import Answers, Ask, Choice, Do, Flow, Tell, never

MINE, OTHER, UNKNOWN = "mine", "not-", "unknown"
NAMES = 7
"""Names on a screen, beside «je ne sais plus»."""


def asked_advisor() -> Flow:
    """Whom the proposals are to be of, put before them. `whom` is said by a button or in words."""
    return (
        Ask("whom", when=never),
        Do("advisors", lambda _: FindAdvisors(), wants_theirs, reads=("whom", "place")),
        Ask("names_page", when=never, reads=("advisors",)),
        Ask("which_advisor", names, unsure, ("advisors",)),
    )


def with_advisor() -> Flow:
    """What is said before the slots of somebody, and where there are none."""
    return (
        Tell("with_advisor", lambda k: somebody(k) and not none_free(k), ("proposals",), whom),
        Ask("none_with", nobody_free, lambda k: somebody(k) and none_free(k), ("proposals",), whom),
    )


def wants_theirs(known: Answers) -> bool:
    return known.get("whom") == MINE


def unsure(known: Answers) -> bool:
    return wants_theirs(known) and not known["advisors"]["lead"]


def names(known: Answers) -> tuple[Choice, ...]:
    each = [Choice(a["id"], "one-advisor", a) for a in known["advisors"]["advisors"]]
    return (*part(each, "names_page", known.get("names_page", 0), at_most=NAMES), Choice(UNKNOWN))


def advisor(known: Answers) -> str:
    """As the backend takes it: an id, `not-` and an id, or nobody in particular."""
    if not wants_theirs(known):
        return str(known.get("whom", ""))
    chosen = known["advisors"]["lead"] or known.get("which_advisor", "")
    return "" if chosen == UNKNOWN else str(chosen)


def somebody(known: Answers) -> bool:
    """Whether the proposals are those of one advisor."""
    return bool(known.get("proposals", {}).get("whom"))


def whom(known: Answers) -> dict[str, object]:
    return {"name": known["proposals"]["whom"]}


def mine_or_other(known: Answers) -> tuple[Choice, ...]:
    """Under the proposals: their own advisor; once it is theirs, a word for them, or anybody else."""
    if not somebody(known):
        return (Choice(MINE, "advisor-mine", instead=("whom", MINE)),)
    return nobody_free(known)


def nobody_free(known: Answers) -> tuple[Choice, ...]:
    other = Choice("other_advisor", "advisor-other", instead=("whom", OTHER + advisor(known)))
    return (Choice("word", "advisor-word", whom(known), summons=f"word-{advisor(known)}"), other)
