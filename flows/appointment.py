"""What has been booked: shown, confirmed, moved, cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flows.commands import Cancel, ConfirmPresence, Move, MyAppointments, SlotsToMove
from flows.guards import only
from flows.offers import day_choices, facts, hour_choices
from flows.steps import Answers, Ask, Choice, Do, Flow, Tell
from flows.steps import When as Guard

WISHES = ("fine", "present", "move", "cancel")


def appointment() -> Flow:
    """The story of /rdv and of the buttons under a reminder. The wish carries its appointment: `move-12`."""
    return (
        Do("mine", lambda _: MyAppointments()),
        Tell("no_appointment", lambda k: not k["mine"] and "wish" not in k, reads=("mine",)),
        *only(
            lambda k: bool(k["mine"]) or "wish" in k,
            Ask("which_appointment", mine_choices, several_mine, first=True),
            Ask(
                "wish",
                wish_choices,
                reads=("which_appointment",),
                params=shown,
                entry=WISHES,
                first=True,
            ),
            Tell("all_good", wishes("fine"), reads=("wish",)),
            *only(wishes("present"), *presence()),
            *only(wishes("cancel"), *cancelling()),
            *only(wishes("move"), *moving()),
        ),
    )


def presence() -> Flow:
    gone = {"gone": None}
    return (
        Do("present", lambda k: ConfirmPresence(wished(k)), reads=("wish",), refused=gone),
        Tell("presence_noted", worked("present"), reads=("present",), params=result("present"), kept=True),
    )


def cancelling() -> Flow:
    return (
        Ask("sure", lambda k: (Choice(f"yes-{wished(k)}", "sure.yes"), Choice("no")), reads=("wish",)),
        *only(
            lambda k: str(k.get("sure", "")).startswith("yes"),
            Do("cancelled", lambda k: Cancel(wished(k)), reads=("sure",), refused={"gone": None}),
            Tell(
                "cancel_noted",
                worked("cancelled"),
                reads=("cancelled",),
                params=result("cancelled"),
                kept=True,
            ),
        ),
        Tell("kept_as_is", lambda k: k.get("sure") == "no", reads=("sure",)),
    )


def moving() -> Flow:
    refused = {"gone": None, "none": None}
    return (
        Do("slots", lambda k: SlotsToMove(wished(k)), reads=("wish",), refused=refused),
        *only(
            worked("slots"),
            Ask("day", day_choices, reads=("slots",)),
            Ask("hour", hour_choices, reads=("day",)),
            Do(
                "moved",
                lambda k: Move(wished(k), k["hour"]),
                reads=("hour",),
                refused={"gone": None, "taken": "slots"},
            ),
            Tell("move_noted", worked("moved"), reads=("moved",), params=result("moved"), kept=True),
            Tell(
                "moved_file",
                worked("moved"),
                reads=("moved",),
                params=result("moved"),
                kind="file",
                attached=lambda k: {"calendar": k["moved"]["id"]},
                kept=True,
            ),
        ),
    )


def mine_choices(known: Answers) -> tuple[Choice, ...]:
    return tuple(Choice(str(a["id"]), "one-appointment", facts(a)) for a in known["mine"])


def several_mine(known: Answers) -> bool:
    return len(known["mine"]) > 1 and "wish" not in known


def chosen(known: Answers) -> Mapping[str, Any]:
    """The appointment spoken of: the one picked, else the only one."""
    picked = known.get("which_appointment")
    return next((a for a in known["mine"] if str(a["id"]) == picked), known["mine"][0])


def shown(known: Answers) -> Mapping[str, Any]:
    return facts(chosen(known))


def wish_choices(known: Answers) -> tuple[Choice, ...]:
    wishes = ("fine", "move", "cancel")
    return tuple(Choice(f"{wish}-{chosen(known)['id']}", f"wish.{wish}") for wish in wishes)


def wished(known: Answers) -> str:
    return str(known["wish"]).partition("-")[2]


def wishes(wish: str) -> Guard:
    return lambda known: str(known.get("wish", "")).partition("-")[0] == wish


def worked(step: str) -> Guard:
    return lambda known: "refused" not in known[step]


def result(step: str) -> Any:
    return lambda known: facts(known[step])
