"""The hours of the directory of public services, as OSM writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
FRENCH = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAMED = {name: day for names in (FRENCH, ENGLISH) for name, day in zip(names, DAYS, strict=True)}
_TIME = re.compile(r"([01]\d|2[0-4]):([0-5]\d)(:\d\d)?")


def osm_hours(ranges: Iterable[Any]) -> str:
    """`plage_ouverture` as an OSM string; empty if any of it is not plain.

    A comment («hors vacances», «sur rendez-vous») changes what the hours mean: they are then better not told.
    """
    rules = [_rule(one) if isinstance(one, Mapping) else "" for one in ranges]
    return "; ".join(rules) if all(rules) else ""


def _rule(one: Mapping[str, Any]) -> str:
    first, last = (_day(one.get(f"nom_jour_{end}")) for end in ("debut", "fin"))
    spans = [_span(one, number) for number in ("1", "2")]
    if not first or spans[0] in {"", None} or None in spans or str(one.get("commentaire") or "").strip():
        return ""
    days = first if last in {"", first} else f"{first}-{last}"
    return f"{days} {','.join(span for span in spans if span)}"


def _day(name: object) -> str:
    return NAMED.get(str(name or "").strip().lower(), "")


def _span(one: Mapping[str, Any], number: str) -> str | None:
    """From and to; empty if there is none, None if it cannot be read."""
    ends = [str(one.get(f"valeur_heure_{end}_{number}") or "").strip() for end in ("debut", "fin")]
    if not any(ends):
        return ""
    read = [_TIME.fullmatch(end) for end in ends]
    times = [f"{time[1]}:{time[2]}" for time in read if time]
    return "-".join(times) if len(times) == 2 and times[0] < times[1] else None
