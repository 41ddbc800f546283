"""Where a handover stands for one person: what the page offers them is what the acts accept. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

Standing: TypeAlias = Literal["open", "mine", "resumed", "stopped", "taken", "closed"]
"""open: to be claimed. mine: they hold the floor. resumed: the guide speaks again after a /stop, the floor may be
taken and the handover ended. stopped: nothing can be said, it can be ended. taken: a colleague has it."""
Act: TypeAlias = Literal[
    "claim", "reply", "release", "hand_on", "snooze", "give_back", "close", "take_over", "reopen"
]
OFFERED: Mapping[Standing, frozenset[Act]] = {
    "open": frozenset({"claim", "hand_on"}),
    "mine": frozenset({"reply", "release", "hand_on", "snooze", "give_back", "close"}),
    "resumed": frozenset({"claim", "close"}),
    "stopped": frozenset({"close"}),
    "taken": frozenset(),
    "closed": frozenset(),
}
"""What everybody who stands there may do. Ending for abuse is a way to close; a note or a concern is always taken."""


def standing(owner: str, holder: int | None, me: int | None, *, closed: bool) -> Standing:
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


def offered(where: Standing, *, gone: bool = False, again: bool = False) -> frozenset[Act]:
    """The acts that this person may do. `gone`: the colleague who has it may be replaced by them.

    `again`: what is closed may be taken up again (nobody else is called, and the guide has the floor).
    """
    more: set[Act] = set()
    if where == "taken" and gone:
        more.add("take_over")
    if where == "closed" and again:
        more.add("reopen")
    return OFFERED[where] | more
