"""What is said of a proposal and of its buttons, in every world that the backend may answer with."""

from __future__ import annotations

from typing import Any

from flows.events import Chose, Claimed, Proposed
from flows.proposal import Accept, Decline
from flows.talk import Send, Stories, Talk
from tests.content.walk import BOOKED, OFFER, REMOTE, USUAL, Walk

PLACE = OFFER | {"id": 3, "walk_in": True, "access": "Rampe à gauche de l'entrée"}
WORKSHOP = OFFER | {"id": 5, "title": "Préparer un entretien d'embauche, à plusieurs"}
MADE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("place", PLACE),
    ("place", PLACE | {"walk_in": False, "km": 0, "hours": "", "phone": "", "access": "", "lat": None}),
    ("place", PLACE | {"km": None}),
    ("slot", OFFER),
    ("slot", REMOTE),
    ("workshop", WORKSHOP),
)
OTHERS = [
    OFFER
    | {
        "id": f"12.1a2b{n}.p",
        "kind": "slot",
        "proposal": 2147483647,
        "starts_at": f"2026-11-2{n}T09:30+01:00",
    }
    for n in (4, 5, 6)
]
SEATS = [
    WORKSHOP | {"id": n, "kind": "workshop", "proposal": 12, "starts_at": OTHERS[n]["starts_at"]}
    for n in (0, 1)
]
WORLDS: tuple[tuple[Any, Any], ...] = (
    (BOOKED | {"kind": "slot", "held": True}, {"held": True}),
    (REMOTE | {"id": 7, "kind": "slot", "held": True}, {"held": False}),
    ({"kind": "place", "held": True}, "gone"),
    (WORKSHOP | {"kind": "workshop", "held": True}, "done"),
    *(
        ({"kind": "slot", "held": held, "others": others}, {"held": held})
        for held in (True, False)
        for others in (OTHERS, SEATS, [])
    ),
    *((refusal, "gone") for refusal in ("gone", "done", "minor")),
)


def proposals_said(stories: Stories) -> dict[tuple[Any, ...], Send]:
    """Everything said, by what tells it apart."""
    said: dict[tuple[Any, ...], Send] = {}
    for taken, passed in WORLDS:
        walk = Walk(stories, {**USUAL, Accept: taken, Decline: passed})
        for talk in (Talk(), walk.play(Talk(called="Lou"), Claimed("Nadia"))):
            for kind, about in MADE:
                walk.play(talk, Proposed("2147483647", kind, about, "Nadia"))
            for choice in ("take-12-12.1a2b3c4.p", "pass-12"):
                walk.play(talk, Chose("proposal", "proposed", choice))
        said.update(walk.said)
    return said
