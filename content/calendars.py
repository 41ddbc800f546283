"""Whose days off: the time zone, the public holidays and the school holidays of a place in France."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

OVERSEAS = {
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "975": "America/Miquelon",
    "976": "Indian/Mayotte",
    "977": "America/St_Barthelemy",
    "978": "America/Marigot",
    "986": "Pacific/Wallis",
    "987": "Pacific/Tahiti",
    "988": "Pacific/Noumea",
}


@dataclass(frozen=True)
class Calendar:
    """Where hours hold. `zone` is an IANA name; without a département: metropolitan France, school zone unknown."""

    zone: str = "Europe/Paris"
    departement: str = ""


@lru_cache(maxsize=40_000)
def calendar_of(insee: str) -> Calendar:
    """The calendar of a commune, by its INSEE code; metropolitan France if the code says nothing."""
    departement = insee[:3] if insee[:2] in {"97", "98"} else insee[:2]
    return Calendar(OVERSEAS.get(departement, "Europe/Paris"), departement)
