"""On the day: late, lost, or coming with somebody."""

from __future__ import annotations

from typing import Any

from flows.commands import SayLate
from flows.guards import only
from flows.offers import on_map
from flows.steps import Answers, Do, Flow, Tell
from flows.wishes import about, result, said, shown, wished, worked

ON_THE_DAY = ("late", "lost", "company")


def on_the_day() -> Flow:
    reads = ("wish",)
    return (
        Do("late_told", lambda k: SayLate(wished(k)), said("late"), reads, {"gone": None, "early": None}),
        Tell("late_noted", _late, ("late_told",), result("late_told"), human=True),
        *only(
            said("lost"),
            Tell("find_place", has_place, reads, shown, links=lambda k: on_map(about(k)), human=True),
            Tell("find_venue", on_the_map, reads, shown, kind="venue", attached=about),
            Tell("find_call", lambda k: bool(about(k)) and not has_place(k), reads, shown, human=True),
            Tell("find_gone", lambda k: not about(k), reads),
        ),
        Tell("company_fine", said("company"), reads),
    )


def _late(known: Answers) -> bool:
    return said("late")(known) and worked("late_told")(known)


def has_place(known: Answers) -> bool:
    return bool(about(known).get("place"))


def on_the_map(known: Answers) -> bool:
    return about(known).get("lat") is not None


def of_the_day(appointment: Any) -> tuple[str, ...]:
    """What may be said of it today."""
    return tuple(what for what in ON_THE_DAY if what != "lost" or appointment.get("place"))
