"""Ranking 6,500 doors: as many as the missions locales of the country have, made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

from backend.places.doors import Audience, Door, Seeker
from backend.places.ranking import Index, rank
from tests.bench.parts import spread
from tests.clock import MONDAY

DOORS, MISSIONS_LOCALES, SITES_SHOWN, CALLS = 6_500, 450, 6, 200
NEEDS = ("emploi", "logement", "sante")
AUDIENCES = (
    Audience(),
    Audience((16, 25)),
    Audience((16, 17)),
    Audience(needs=frozenset({"sante"})),
    Audience(communes=frozenset({"58194", "58095"})),
)


def made_up(homes: int) -> list[Door]:
    """All over the country; one in ten shares its town hall with another, one in twenty is closed for good."""
    random = Random(3)
    points = [(random.uniform(42.5, 51.0), random.uniform(-4.5, 8.0)) for _ in range(DOORS * 9 // 10)]
    return [
        Door(
            id=number,
            mission_locale=number % homes,
            point=points[number % len(points)],
            audience=random.choices(AUDIENCES, (6, 6, 1, 1, 1))[0],
            closed=random.random() < 0.05,
            booking_mode=random.choice(("walk_in", "appointment", "both")),
        )
        for number in range(DOORS)
    ]


def asking(index: Index, homes: int) -> Callable[[Random], object]:
    """One ranking and what the bot takes of it, for a seeker anywhere."""
    random = Random(4)
    free = {n: MONDAY + timedelta(hours=random.randrange(900)) for n in range(DOORS) if random.random() < 0.7}

    def ask(where: Random) -> object:
        point = (where.uniform(42.5, 51.0), where.uniform(-4.5, 8.0))
        home = frozenset({where.randrange(homes)})
        found = rank(index, Seeker(home, frozenset({"58194"}), point, needs=frozenset(NEEDS[:1])), free.get)
        return found.proposals, found.bookable(SITES_SHOWN), found.walk_in

    return ask


def ranking() -> dict[str, Any]:
    """ms: building the index; ranking all doors as if of one mission locale; ranking those of one of 450."""
    country, one = made_up(MISSIONS_LOCALES), made_up(1)
    ask_all, ask_home = asking(Index(one), 1), asking(Index(country), MISSIONS_LOCALES)
    return {
        "index": spread([lambda: Index(country)] * 100),
        "all": spread([partial(ask_all, Random(n)) for n in range(CALLS)]),
        "home": spread([partial(ask_home, Random(n)) for n in range(CALLS)]),
    }
