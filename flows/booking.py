"""Proposals, a held slot, a recap, an appointment."""

from __future__ import annotations

from flows.addresses import around, useful
from flows.advisors import advisor, asked_advisor, somebody, with_advisor
from flows.commands import Book, FindProposals, FindSlots, Hold
from flows.guards import (
    at_a_place,
    nameless,
    none_free,
    only,
    some_free,
    some_walk_in,
    to_be_called,
    to_correct,
    wants_other,
    wants_other_site,
)
from flows.meant import a_name
from flows.needs import Questions
from flows.offers import (
    appointment,
    calendar_file,
    come_or_not,
    day_choices,
    hour_choices,
    map_of,
    map_of_walk_in,
    nearest_site,
    offer_of,
    offered_as,
    proposal_choices,
    recap,
    site_choices,
    walk_in_site,
)
from flows.phone import number
from flows.steps import Answers, Ask, Choice, Do, Flow, Tell, never
from flows.waiting import WAIT, earlier, waiting_for_any

CORRECTIONS = ("bracket", "commune", "needs", "proposal")


def proposals(follow_ups: Questions) -> Flow:
    """The nearest and the soonest; other days and hours only for those who want them."""
    reads = ("place", "bracket", "needs", "come", "whom", "which_advisor", *follow_ups.ids)
    return (
        Ask("come", when=never, reads=("place", "needs")),
        *asked_advisor(),
        Do("proposals", lambda k: find(follow_ups, k), reads=reads, ages=True),
        *with_advisor(),
        *(tell_offer(why) for why in ("near", "soon", "both", "remote", "visit")),
        Tell("walk_in", some_walk_in, ("proposals",), walk_in_site, links=map_of_walk_in),
        around("nearby", none_free, reads=("proposals",)),
        Ask(
            "no_slot",
            no_slot_choices,
            lambda k: none_free(k) and not somebody(k),
            ("proposals", "nearby"),
            nearest_site,
        ),
        *waiting_for_any(follow_ups),
        *only(some_free, Ask("proposal", proposal_choices, reads=("proposals",)), *other_hours(follow_ups)),
    )


def other_hours(follow_ups: Questions) -> Flow:
    """Another place perhaps, a day, an hour: both page by page."""
    reads = ("proposal", "other_site")
    return (
        Ask("other_site", site_choices, wants_other_site, ("proposal",)),
        Ask("days_page", when=never, reads=reads),
        Do(
            "slots",
            lambda k: find_slots(follow_ups, k),
            wants_other,
            reads=(*reads, "days_page"),
            refused={"full": "proposals"},
        ),
        Ask("day", day_choices, wants_other, ("slots",)),
        Ask("hours_page", when=never, reads=("day",)),
        Ask("hour", hour_choices, wants_other, ("day",)),
    )


def tell_offer(why: str) -> Tell:
    return Tell(f"offer_{why}", offered_as(why), ("proposals",), offer_of(why), links=map_of(why))


def confirmation(follow_ups: Questions) -> Flow:
    """A slot kept while they decide, a recap that can be corrected, the appointment."""
    read_back = ("hold", "bracket", "place", "needs", "first_name", "phone", "rename")
    return only(
        some_free,
        Do("hold", lambda k: hold(follow_ups, k), reads=("proposal", "hour"), refused={"taken": "proposals"}),
        Ask("rename", when=never),
        Ask("first_name", when=nameless, reads=("rename",), open=True, fits=a_name, limit=40, shared=True),
        number("phone", to_be_called, ("rename",), shared=True),
        Ask("confirm", ok_or_correct, reads=read_back, params=recap),
        Ask("correct", corrections, to_correct, ("confirm",)),
        Do("booking", lambda k: book(follow_ups, k), reads=("confirm",), refused={"taken": "proposals"}),
        around("beyond", reads=("booking",)),
        Tell("booked", params=appointment, choices=afterwards, kept=True),
        Tell("booked_place", at_a_place, params=appointment, kind="venue", attached=appointment, kept=True),
        Tell("booked_file", params=appointment, kind="file", attached=calendar_file, kept=True),
    )


def find(follow_ups: Questions, known: Answers) -> FindProposals:
    hints = follow_ups.hints(known)
    needs = tuple(known["needs"])
    return FindProposals(known["place"]["insee"], known["bracket"], needs, hints, advisor(known))


def find_slots(follow_ups: Questions, known: Answers) -> FindSlots:
    hints = follow_ups.hints(known)
    site, page = known.get("other_site", ""), known.get("days_page", 0)
    return FindSlots(site, known["bracket"], tuple(known["needs"]), hints, advisor(known), page)


def chosen_slot(known: Answers) -> str:
    return str(known["hour"] if wants_other(known) else known["proposal"])


def hold(follow_ups: Questions, known: Answers) -> Hold:
    return Hold(chosen_slot(known), tuple(known["needs"]), follow_ups.hints(known))


def book(follow_ups: Questions, known: Answers) -> Book:
    name = known.get("first_name") or known["called"]
    needs, hints = tuple(known["needs"]), follow_ups.hints(known)
    return Book(chosen_slot(known), name, needs, hints, follow_ups.brief(known))


def no_slot_choices(known: Answers) -> tuple[Choice, ...]:
    other = Choice("other_commune", "other-commune", instead=("commune", None))
    return (Choice(WAIT), come_or_not(known), *useful("nearby", known), other)


def afterwards(known: Answers) -> tuple[Choice, ...]:
    """Under a confirmation: other addresses, and to be told of an earlier place if it is far away."""
    return (*useful("beyond", known), *earlier(known["booking"]))


def ok_or_correct(known: Answers) -> tuple[Choice, ...]:
    """The slot is in the button, so that an old «Confirmer» never confirms something else."""
    return (Choice(f"ok-{chosen_slot(known)}", "confirm.ok"), Choice("correct"))


def corrections(known: Answers) -> tuple[Choice, ...]:
    steps = tuple(Choice(step, instead=(step, None)) for step in CORRECTIONS)
    return (*steps, Choice("first_name", instead=("rename", "again")), *_number(known))


def _number(known: Answers) -> tuple[Choice, ...]:
    return (Choice("phone", instead=("phone", None)),) if known.get("phone") else ()
