"""When a step applies."""

from __future__ import annotations

from dataclasses import replace

from flows.steps import Answers, Flow, Step, When


def only(when: When, *steps: Step) -> Flow:
    """The same steps, for those to whom `when` applies."""
    return tuple(replace(s, when=_both(when, s.when)) for s in steps)


def _both(one: When, other: When) -> When:
    return lambda known: one(known) and other(known)


def under_16(known: Answers) -> bool:
    return known.get("bracket") == "under_16"


def over_25(known: Answers) -> bool:
    return known.get("bracket") == "from_26"


def of_age(known: Answers) -> bool:
    return known.get("bracket") in {"from_16", "from_18"}


def located(known: Answers) -> bool:
    return not nowhere(known)


def nowhere(known: Answers) -> bool:
    return "insee" not in known.get("place", {})


def ambiguous(known: Answers) -> bool:
    return "among" in known["place"]


def served(known: Answers) -> bool:
    return of_age(known) and bool(known.get("structure", {}).get("served"))


def surely_served(known: Answers) -> bool:
    return served(known) and bool(known["structure"]["certain"])


def probably_served(known: Answers) -> bool:
    return served(known) and not known["structure"]["certain"]


def not_served(known: Answers) -> bool:
    return not served(known)


def out_of_school(known: Answers) -> bool:
    return known.get("bracket") == "from_16" and "decrochage" in known["needs"]


def some_free(known: Answers) -> bool:
    return bool(known.get("proposals", {}).get("offers"))


def some_walk_in(known: Answers) -> bool:
    """A much nearer place without appointment, beside what can be booked."""
    return bool(known.get("proposals", {}).get("walk_in"))


def none_free(known: Answers) -> bool:
    return not some_free(known)


def wants_other(known: Answers) -> bool:
    return known.get("proposal") == "other"


def wants_other_site(known: Answers) -> bool:
    return wants_other(known) and known.get("come") != "remote" and bool(known["proposals"]["sites"])


def to_be_called(known: Answers) -> bool:
    """An appointment by phone needs a number to call."""
    return known["hold"]["mode"] == "phone" and not known.get("phone")


def nameless(known: Answers) -> bool:
    return not known.get("first_name") and (not known.get("called") or "rename" in known)


def to_correct(known: Answers) -> bool:
    return known.get("confirm") == "correct"


def at_a_place(known: Answers) -> bool:
    return bool(known["booking"].get("lat"))
