"""Waiting for a place: an earlier one than one has, or any at all. The buttons under a notice carry what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flows.commands import StopWaiting, TakeFreed, Wait, WaitForAny
from flows.guards import only
from flows.needs import Questions
from flows.offers import facts, on_map
from flows.phone import number
from flows.steps import Answers, Choice, Do, Flow, Message, Tell
from flows.talk import Outcome, Send, Talk
from flows.wishes import result, said, wished, worked

WAIT = "wait"


def waiting_for_any(follow_ups: Questions) -> Flow:
    """On the screen without a slot: to be told as soon as there is one. Staff are told, and a human is offered."""

    def wait(known: Answers) -> WaitForAny:
        return WaitForAny(tuple(known["needs"]), follow_ups.hints(known))

    return only(
        lambda k: k.get("no_slot") == WAIT,
        number("call_me_on", unreachable, ("no_slot",), into="phone"),
        Do("on_list", wait, reads=("no_slot",)),
        Tell("on_list_noted", reads=("on_list",), human=True, kept=True),
    )


def unreachable(known: Answers) -> bool:
    """Whoever cannot come will be called, on a number."""
    return known.get("come") == "remote" and not known.get("phone")


def earlier(booked: Mapping[str, Any]) -> tuple[Choice, ...]:
    """The button under an appointment that is far away."""
    if not booked.get("far"):
        return ()
    return (Choice(f"{WAIT}-{booked['id']}", "wish.wait", opens=("appointment", "wish")),)


def waiting() -> Flow:
    """In the story of appointments: onto the list, a place taken in one tap, the own one kept, off the list."""
    reads = ("wish",)
    return (
        Do("waits", lambda k: Wait(wished(k)), said(WAIT), reads, {"gone": None, "soon": None}),
        Tell("waits_noted", lambda k: said(WAIT)(k) and worked("waits")(k), ("waits",), kept=True),
        Do("taken", take, said("take"), reads, {"gone": None, "taken": None}),
        *only(
            lambda k: said("take")(k) and worked("taken")(k),
            Tell("taken_noted", reads=("taken",), params=result("taken"), links=place, kept=True),
            Tell(
                "taken_file", reads=("taken",), params=result("taken"), kind="file", attached=file, kept=True
            ),
        ),
        Tell("kept_waiting", said("keep"), reads),
        Do("left_list", lambda k: StopWaiting(wished(k)), said("unwait"), reads, {"gone": None}),
        Tell("left_list_noted", lambda k: said("unwait")(k) and worked("left_list")(k), ("left_list",)),
    )


def take(known: Answers) -> TakeFreed:
    waiting_id, _, slot = wished(known).partition("-")
    return TakeFreed(waiting_id, slot)


def place(known: Answers) -> Any:
    return on_map(known["taken"])


def file(known: Answers) -> Mapping[str, Any]:
    return {"calendar": known["taken"]["id"]}


def freed(talk: Talk, offer: Mapping[str, Any]) -> Outcome:
    """A place is free: theirs in one tap, whoever has the floor."""
    waiting_id = offer["waiting"]
    choices = (
        Choice(f"take-{waiting_id}-{offer['id']}", "wish.take"),
        Choice(f"keep-{waiting_id}", "wish.keep" if offer.get("had") else "wish.pass"),
        Choice(f"unwait-{waiting_id}", "wish.unwait"),
    )
    key = "earlier-freed" if offer.get("had") else "slot-freed"
    return talk, (Send(Message(key, facts(offer), "wish", choices, kept=True), "appointment"),)
