"""What has been booked: shown, confirmed, moved, cancelled; late, lost; an earlier place waited for and taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flows.commands import Cancel, ConfirmPresence, Move, MyAppointments, SlotsToMove
from flows.guards import only
from flows.offers import day_choices, facts, hour_choices
from flows.on_the_day import of_the_day, on_the_day
from flows.steps import Answers, Ask, Choice, Do, Flow, Tell, never
from flows.waiting import WAIT, waiting
from flows.wishes import possible, result, said, shown, too_late, wish, wished, worked

WISHES = (
    *("fine", "present", "move", "cancel"),
    *("late", "lost", "company"),
    *(WAIT, "take", "keep", "unwait"),
)


def appointment() -> Flow:
    """The story of /rdv and of the buttons under a reminder. The wish carries its appointment: `move-12`."""
    return (
        Do("mine", lambda _: MyAppointments()),
        Ask("intent", when=never),
        Ask("in_words", when=never),
        *only(lambda k: not k["mine"] and "wish" not in k, *none_yet()),
        *only(
            lambda k: bool(k["mine"]) or "wish" in k,
            Ask("which_appointment", mine_choices, several_mine, first=True),
            Ask(
                "wish",
                wish_choices,
                lambda k: not wish(k)[0],
                reads=("which_appointment",),
                params=lambda k: facts(chosen(k)),
                entry=WISHES,
                first=True,
            ),
            Tell("all_good", said("fine"), reads=("wish",)),
            *only(said("present"), *presence()),
            *only(said("cancel"), *cancelling()),
            *only(said("move"), *moving()),
            *on_the_day(),
            *waiting(),
        ),
    )


def none_yet() -> Flow:
    """Whoever asked for one in words is led to it: further on in the story below, or by a button."""
    again = (Choice("again", "menu.again", starts="orientation"),)
    return (
        Tell("no_appointment", lambda k: "in_words" not in k, reads=("mine",)),
        Tell("none_within", lambda k: k.get("in_words") == "within", reads=("mine",)),
        Ask("none_alone", lambda _: again, lambda k: k.get("in_words") == "alone", ("mine",), first=True),
    )


def presence() -> Flow:
    gone = {"gone": None}
    return (
        Do("present", lambda k: ConfirmPresence(wished(k)), reads=("wish",), refused=gone),
        Tell("presence_noted", worked("present"), reads=("present",), params=result("present"), kept=True),
    )


def cancelling() -> Flow:
    refused = {"gone": None, "late": None}
    return (
        Tell("cancel_late", too_late("cancel"), ("wish",), shown, human=True),
        Ask("sure", sure_choices, lambda k: not too_late("cancel")(k), reads=("wish",)),
        *only(
            lambda k: str(k.get("sure", "")).startswith("yes"),
            Do("cancelled", lambda k: Cancel(wished(k)), reads=("sure",), refused=refused),
            *only(
                worked("cancelled"),
                Tell("cancel_noted", reads=("cancelled",), params=result("cancelled"), kept=True),
                filed("cancelled_file", "cancelled"),
            ),
        ),
        Tell("kept_as_is", lambda k: k.get("sure") == "no", reads=("sure",)),
    )


def moving() -> Flow:
    refused = {"gone": None, "late": None}
    return (
        Tell("move_late", too_late("move"), ("wish",), shown, human=True),
        *only(
            lambda k: not too_late("move")(k),
            Ask("days_page", when=never, reads=("wish",)),
            Do("slots", slots, reads=("wish", "days_page"), refused={**refused, "none": None}),
            *only(
                worked("slots"),
                Ask("day", day_choices, reads=("slots",)),
                Ask("hours_page", when=never, reads=("day",)),
                Ask("hour", hour_choices, reads=("day",)),
                Do("moved", move, reads=("hour",), refused={**refused, "taken": "slots"}),
                *only(
                    worked("moved"),
                    Tell("move_noted", reads=("moved",), params=result("moved"), kept=True),
                    filed("moved_file", "moved"),
                ),
            ),
        ),
    )


def filed(step: str, changed: str) -> Tell:
    """The calendar file of what was changed."""

    def attached(known: Answers) -> Mapping[str, Any]:
        return {"calendar": known[changed]["id"]}

    return Tell(step, reads=(changed,), params=result(changed), kind="file", attached=attached, kept=True)


def slots(known: Answers) -> SlotsToMove:
    return SlotsToMove(wished(known), known.get("days_page", 0))


def move(known: Answers) -> Move:
    return Move(wished(known), known["hour"])


def sure_choices(known: Answers) -> tuple[Choice, ...]:
    return (Choice(f"yes-{wished(known)}", "sure.yes"), Choice("no"))


def mine_choices(known: Answers) -> tuple[Choice, ...]:
    return tuple(Choice(str(a["id"]), "one-appointment", facts(a)) for a in known["mine"])


def several_mine(known: Answers) -> bool:
    return len(known["mine"]) > 1 and not wish(known)[0]


def chosen(known: Answers) -> Mapping[str, Any]:
    """The appointment spoken of: the one picked, else the only one."""
    picked = known.get("which_appointment")
    return next((a for a in known["mine"] if str(a["id"]) == picked), known["mine"][0])


def wish_choices(known: Answers) -> tuple[Choice, ...]:
    """Only what is still possible: until when stands in the question."""
    spoken_of = chosen(known)
    today = of_the_day(spoken_of) if spoken_of.get("today") else ()
    far = (WAIT,) if spoken_of.get("far") else ()
    every = ("fine", *possible(spoken_of), *far, *today)
    return tuple(Choice(f"{one}-{spoken_of['id']}", f"wish.{one}") for one in every)
