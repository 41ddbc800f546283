"""Where a handover stands for one person: what the page offers them is what the acts accept. Pure."""

from __future__ import annotations

from typing import Literal, TypeAlias

Standing: TypeAlias = Literal["open", "mine", "resumed", "stopped", "taken", "closed"]
"""open: to be claimed. mine: they hold the floor. resumed: the guide speaks again after a /stop, the floor may be
taken and the handover ended. stopped: nothing can be said, it can be ended. taken: a colleague has it."""


def standing(owner: str, holder: int | None, me: int, *, closed: bool) -> Standing:
    """`owner` has the floor of the conversation; `holder` is the médiateur who has the handover."""
    if closed:
        return "closed"
    if holder not in {None, me}:
        return "taken"
    match owner:
        case "nobody":
            return "stopped"
        case "guide":
            return "resumed"
        case "mediator" if holder == me:
            return "mine"
        case _:
            return "open"
