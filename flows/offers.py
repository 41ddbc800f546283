"""How what the backend found is put: proposals, places, days, hours. An offer is described in backend.agenda."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flows.advisors import mine_or_other
from flows.pages import part, turning
from flows.steps import Answers, Choice, Link, Params
from flows.steps import When as Guard
from flows.words import Dated, Day, Hour, Hours, Short, Term, Terms, When

MOMENTS = ("cancel_until", "move_until", "had")
"""What an offer or an appointment may tell beside its own time."""


def facts(offer: Mapping[str, Any]) -> dict[str, Any]:
    """An offer or an appointment, its values ready to be put into words."""
    was = _change(offer["was"], offer) if "was" in offer else {}
    beside = {name: When(offer[name], offer["zone"]) for name in MOMENTS if offer.get(name)}
    return {
        "call": "",
        "access": "",
        **offer,
        **was,
        **beside,
        "limits": "-".join(offer.get("can", ())),
        "starts_at": When(offer["starts_at"], offer["zone"]),
        "hour": Hour(offer["starts_at"], offer["zone"]),
        "short": Short(offer["starts_at"], offer["zone"]),
        "checked": Dated(offer.get("checked", "")),
        "mode": Term(f"mode-{offer['mode']}"),
        "hours": Hours(offer.get("hours", "")),
    }


def _change(was: str, offer: Mapping[str, Any]) -> dict[str, Any]:
    """When it was, and whether the hour stays (then somebody else receives them)."""
    return {"was": When(was, offer["zone"]), "same": "yes" if was == offer["starts_at"] else "no"}


def offered_as(why: str) -> Guard:
    return lambda known: any(o["why"] == why for o in known["proposals"]["offers"])


def offer_of(why: str) -> Params:
    return lambda known: facts(next(o for o in known["proposals"]["offers"] if o["why"] == why))


def map_of(why: str) -> Any:
    return lambda known: on_map(next(o for o in known["proposals"]["offers"] if o["why"] == why))


def on_map(place: Mapping[str, Any]) -> tuple[Link, ...]:
    return (Link("link-map", place["map"]),) if place.get("map") else ()


def walk_in_site(known: Answers) -> Mapping[str, Any]:
    """A place without appointment, for the youth to know of: nothing of it is chosen here."""
    site = known["proposals"]["walk_in"]
    return {**site, "hours": Hours(site["hours"])}


def map_of_walk_in(known: Answers) -> tuple[Link, ...]:
    return on_map(known["proposals"]["walk_in"])


def proposal_choices(known: Answers) -> tuple[Choice, ...]:
    """Each proposal with its first slot on the button; the id is the slot, so an old button picks no other."""
    offers = tuple(
        Choice(o["id"], f"proposal.offer_{o['why']}", facts(o)) for o in known["proposals"]["offers"]
    )
    return (*offers, Choice("other"), *mine_or_other(known), come_or_not(known))


def come_or_not(known: Answers) -> Choice:
    """Whoever cannot come is offered a call, and may change their mind."""
    if known.get("come") == "remote":
        return Choice("in_person", "proposal.in_person", instead=("come", None))
    return Choice("remote", "proposal.remote", instead=("come", "remote"))


def site_choices(known: Answers) -> tuple[Choice, ...]:
    return tuple(Choice(s["id"], "one-site", s) for s in known["proposals"]["sites"])


def day_choices(known: Answers) -> tuple[Choice, ...]:
    """A page of days, as the backend gave it."""
    found = known["slots"]
    days = tuple(Choice(d["day"], "one-day", {"day": Day(d["day"])}) for d in found["days"])
    return (*days, *turning("days_page", found.get("page", 0), more=found.get("more", False)))


def hour_choices(known: Answers) -> tuple[Choice, ...]:
    days = known["slots"]["days"]
    slots: list[dict[str, Any]] = next((d["slots"] for d in days if d["day"] == known["day"]), [])
    hours = [Choice(s["id"], "one-hour", facts(s)) for s in slots]
    return part(hours, "hours_page", known.get("hours_page", 0))


def nearest_site(known: Answers) -> Mapping[str, Any]:
    """What to say when nothing is free: the nearest door, its phone and its hours."""
    nearest = known["proposals"].get("nearest") or {
        "site": known["structure"]["name"],
        "phone": "",
        "hours": "",
        "example": False,
    }
    return {"walk_in": False, **nearest, "hours": Hours(nearest["hours"])}


def recap(known: Answers) -> Mapping[str, Any]:
    """All that will be booked, for the youth to read back."""
    return {
        **facts(known["hold"]),
        "bracket": Term(f"bracket.{known['bracket']}"),
        "commune": known["place"]["name"],
        "needs": Terms(tuple(f"needs.{n}" for n in known["needs"])),
        "first_name": known.get("first_name") or known["called"],
        "phone": known.get("phone", "") if known["hold"]["mode"] == "phone" else "",
    }


def appointment(known: Answers) -> dict[str, Any]:
    return facts(known["booking"])


def calendar_file(known: Answers) -> Mapping[str, Any]:
    """What the `.ics` file is made from, when it is sent."""
    return {"calendar": known["booking"]["id"]}
