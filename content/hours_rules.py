"""An OSM hours string as rules, and the same string as it reads on a public or a school holiday.

`PH,Mo-Fr` holds on either, `SH Mo-Fr` on weekdays of school holidays only. The library behind knows neither the
holidays of a département nor those of schools: each day is asked with the variant of its kind instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product

WEEKDAYS = "(?:Mo|Tu|We|Th|Fr|Sa|Su)"
EVERY_DAY = "Mo-Su"
NEVER = "off"

_QUOTED = re.compile(r'"[^"]*"')
_SEPARATOR = re.compile(
    r"\s*(?:;|\|\||,(?=\s)(?!\s+(?:\d{1,2}:|\(|(?:dawn|sunrise|sunset|dusk)\b)))\s*", re.IGNORECASE
)
_WEEKDAY = rf"{WEEKDAYS}(?:-{WEEKDAYS}|\[[-\d,]+\](?: [-+]\d+ days?)?)?"
_WEEKDAY_LIST = rf"{_WEEKDAY}(?:,{_WEEKDAY})*"
_HOLIDAYS = re.compile(
    rf"\b(?:(?P<before>{_WEEKDAY_LIST}),)?(?P<off>[PS]H(?:,[PS]H)*)(?:(?P<link>[, ])(?P<after>{_WEEKDAY_LIST}))?"
    r"(?![\w,\[])(?! [-+])",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(r"\b[PS]H\b")
_WEEKDAY_BEFORE = re.compile(rf"(?:{WEEKDAYS}|\]) (?=[PS]H\b)", re.IGNORECASE)
"""`Mo-Fr PH`: nobody can tell whether it is either or both."""
_LONE_DAYS = re.compile(rf"(?:{WEEKDAYS}|[PS]H|\])\s*,(?=\s)", re.IGNORECASE)


class HoursError(ValueError):
    """Hours that cannot stand. `reason` is a word for the page to explain, `position` counts from 1.

    Reasons: empty, too_long, unreadable, impossible_date, unclear_holidays (a PH or SH that cannot be placed),
    lone_days (`Mo, We 09:00`: Monday would be open all day), school_holidays (not known there); for bookable
    hours also open_end.
    """

    def __init__(self, reason: str, position: int = 1) -> None:
        super().__init__(f"opening hours: {reason} at character {position}")
        self.reason = reason
        self.position = position


def without_quotes(osm: str) -> str:
    """The same string, as long, with the letters of comments hidden."""
    return _QUOTED.sub(lambda quoted: '"' + "_" * (len(quoted.group()) - 2) + '"', osm)


@dataclass(frozen=True)
class Rule:
    """One rule, with the separator before it and where it begins (from 0)."""

    separator: str
    text: str
    start: int

    @cached_property
    def bare(self) -> str:
        return without_quotes(self.text)

    @cached_property
    def holidays(self) -> re.Match[str] | None:
        return _HOLIDAYS.search(self.bare)

    def on(self, public: bool, school: bool) -> str | None:
        """The rule as it reads on a day of this kind, without PH nor SH; None if it does not hold."""
        found = self.holidays
        if not found:
            return self.text
        named = found["off"].upper()
        falls = (public and "PH" in named) or (school and "SH" in named)
        weekdays = self._weekdays(found, falls)
        return weekdays and f"{self.text[: found.start()]}{weekdays}{self.text[found.end() :]}"

    @staticmethod
    def _weekdays(found: re.Match[str], falls: bool) -> str | None:
        """The weekdays that remain to be looked at; None: the rule does not hold."""
        if found["link"] == " " and not found["before"]:
            return found["after"] if falls else None
        others = ",".join(filter(None, (found["before"], found["after"])))
        return EVERY_DAY if falls else others or None


@dataclass(frozen=True)
class Rules:
    """All the rules of a string."""

    every: tuple[Rule, ...]

    @cached_property
    def named(self) -> frozenset[str]:
        """PH, SH: the kinds of days that these hours look at."""
        return frozenset(
            name.upper() for rule in self.every if rule.holidays for name in rule.holidays["off"].split(",")
        )

    def on(self, public: bool, school: bool) -> str:
        """The whole string as it reads on a day of this kind."""
        return self._variants[public and "PH" in self.named, school and "SH" in self.named]

    @cached_property
    def _variants(self) -> dict[tuple[bool, bool], str]:
        both = (False, True)
        return {(public, school): self._on(public, school) for public, school in product(both, both)}

    def _on(self, public: bool, school: bool) -> str:
        said = [(rule.separator, rule.on(public, school)) for rule in self.every]
        held = [(separator, text) for separator, text in said if text is not None]
        return (
            "".join(separator + text for separator, text in held).removeprefix(held[0][0]) if held else NEVER
        )


@lru_cache(maxsize=20_000)
def rules_of(osm: str) -> Rules:
    """The rules of an OSM string, in order."""
    return Rules(tuple(_rules(osm)))


def _rules(osm: str) -> Iterator[Rule]:
    bare, separator, start = without_quotes(osm), "", 0
    for found in _SEPARATOR.finditer(bare):
        yield Rule(separator, _honest(osm[start : found.start()]), start)
        separator, start = osm[found.start() : found.end()], found.end()
    yield Rule(separator, _honest(osm[start:]), start)


def _honest(rule: str) -> str:
    """A comment alone (`|| "by appointment"`) does not mean open all day, as the library reads it."""
    return f"unknown {rule}" if _QUOTED.fullmatch(rule) else rule


def check_rules(osm: str) -> None:
    """Refuse with HoursError what would silently be read as something else."""
    if lone := _LONE_DAYS.search(without_quotes(osm)):
        raise HoursError("lone_days", lone.end())
    if unclear := _WEEKDAY_BEFORE.search(without_quotes(osm)):
        raise HoursError("unclear_holidays", unclear.end() + 1)
    for rule in rules_of(osm).every:
        seen = rule.holidays.span() if rule.holidays else (0, 0)
        for name in _HOLIDAY.finditer(rule.bare):
            if not seen[0] <= name.start() < seen[1]:
                raise HoursError("unclear_holidays", rule.start + name.start() + 1)
