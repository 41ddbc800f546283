"""Whose days off: the time zone, the public holidays and the school holidays of a place in France.

School holidays are known for the zones A, B and C only, and as far ahead as they are decreed: of other places
and later days this room says that it does not know.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from holidays import country_holidays
from vacances_scolaires_france import SchoolHolidayDates  # type: ignore[import-untyped]

ZONES = Path(__file__).parent / "school_zones.toml"
ZONES_SINCE = date(2016, 9, 1)
"""Before, other académies stood in each zone."""
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
ISLANDS = {
    "98719": "Pacific/Gambier",
    **dict.fromkeys(("98718", "98723", "98731", "98750", "98756", "98757"), "Pacific/Marquesas"),
}
"""The communes of Polynesia that do not keep the time of Tahiti."""
SUBDIVISIONS = {
    "57": "57",
    "67": "6AE",
    "68": "6AE",
    "975": "PM",
    "977": "BL",
    "978": "MF",
    "986": "WF",
    "987": "PF",
    "988": "NC",
    **{code: code for code in ("971", "972", "973", "974", "976")},
}
"""The département (or collectivity) -> what the `holidays` library calls those with days of their own."""


@dataclass(frozen=True)
class Calendar:
    """Where hours hold. `zone` is an IANA name; without a département: metropolitan France, school zone unknown."""

    zone: str = "Europe/Paris"
    departement: str = ""

    def public_holiday(self, day: date) -> bool:
        """Whether it is a public holiday there, local ones included."""
        return day in _public_holidays(self.departement, day.year)

    def school_holiday(self, day: date) -> bool | None:
        """Whether schools are on holiday there; None if that is not known."""
        school_zone = _school_zones().get(self.departement)
        if school_zone is None:
            return None
        days, last = _school_holidays()[school_zone]
        return day in days if ZONES_SINCE <= day <= last else None

    @property
    def knows_school_holidays(self) -> bool:
        return self.departement in _school_zones()


@lru_cache(maxsize=40_000)
def calendar_of(insee: str) -> Calendar:
    """The calendar of a commune, by its INSEE code; metropolitan France if the code says nothing."""
    departement = insee[:3] if insee[:2] in {"97", "98"} else insee[:2]
    return Calendar(ISLANDS.get(insee) or OVERSEAS.get(departement, "Europe/Paris"), departement)


@lru_cache(maxsize=2_000)
def _public_holidays(departement: str, year: int) -> frozenset[date]:
    return frozenset(country_holidays("FR", SUBDIVISIONS.get(departement), years=year))


@cache
def _school_zones() -> dict[str, str]:
    """Département -> A, B or C."""
    zones = tomllib.loads(ZONES.read_text(encoding="utf-8"))
    return {code: zone for zone, academies in zones.items() for codes in academies.values() for code in codes}


@cache
def _school_holidays() -> dict[str, tuple[frozenset[date], date]]:
    """The days off of each zone, and the last of them that is decreed: what comes later is not known.

    Read once, when first asked for: it takes a few tenths of a second.
    """
    every = SchoolHolidayDates()
    zones = {
        z: frozenset(d for d in every.data if every.is_holiday_for_zone(d, z)) for z in every.SUPPORTED_ZONES
    }
    return {zone: (days, max(days)) for zone, days in zones.items()}
