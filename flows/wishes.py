"""What is wished about an appointment: said by a button that carries it (`move-12`), or in words, today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flows.offers import facts
from flows.steps import Answers
from flows.steps import When as Guard


def wish(known: Answers) -> tuple[str, str]:
    """(what, about what); nothing while it is to be asked."""
    if "wish" in known:
        what, _, about = str(known["wish"]).partition("-")
        return what, about
    today = [a for a in known.get("mine", ()) if a.get("today")]
    return (known["intent"], str(today[0]["id"])) if "intent" in known and today else ("", "")


def said(what: str) -> Guard:
    return lambda known: wish(known)[0] == what


def wished(known: Answers) -> str:
    """The appointment, or whatever else the button carries."""
    return wish(known)[1]


def about(known: Answers) -> Mapping[str, Any]:
    """The appointment of the wish, if it is one of theirs; nothing for a forged one."""
    return next((a for a in known["mine"] if str(a["id"]) == wished(known)), {})


def shown(known: Answers) -> Mapping[str, Any]:
    return facts(about(known))


def possible(appointment: Mapping[str, Any]) -> tuple[str, ...]:
    """Move and cancel, as far as it is not too late; both where nobody has looked at the clock."""
    return tuple(appointment.get("can", ("move", "cancel")))


def too_late(what: str) -> Guard:
    """Whether its motive does not let the youth move or cancel it alone any more."""
    return lambda known: what not in possible(about(known))


def worked(step: str) -> Guard:
    """Whether the backend did it. What it answers may be a bare yes."""
    return lambda known: known[step] is True or "refused" not in known[step]


def result(step: str) -> Any:
    return lambda known: facts(known[step])
