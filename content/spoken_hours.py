"""Opening hours as people say them: `spoken("Th 14:00-17:00")` is «jeudi 14 h – 17 h».

Only what is surely understood is said: other patterns give a sentence that sends to the telephone.
The words of each language are in `texts/<language>/hours.toml`.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

FRENCH = Path(__file__).parent / "texts" / "fr" / "hours.toml"
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
EVERY_WEEK = ("1", "2", "3", "4", "5", "-1", "-2")
WEEKS = {"1-53/2": "odd_weeks", "1-52/2": "odd_weeks", "2-53/2": "even_weeks", "2-52/2": "even_weeks"}

_RULE = re.compile(
    r"(?:week\s*(?P<weeks>\S+)\s+)?(?P<days>[A-Z][a-z]\S*|PH\S*)?\s*(?P<times>\d.*|off|closed)"
)
_DAYS = re.compile(
    r"(?P<first>Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?P<last>Mo|Tu|We|Th|Fr|Sa|Su)|\[(?P<which>[-\d,]+)\])?"
)
_TIME = re.compile(r"(?P<start>\d\d:\d\d)(?:-(?P<end>\d\d:\d\d)|(?P<open>\+))")


class _NotUnderstoodError(Exception):
    pass


@dataclass(frozen=True)
class _Said:
    """One rule in words, with the days it holds for, to tell an exception from an addition."""

    days: str
    times: str  # empty: closed
    covers: frozenset[tuple[str, str, str]]


@lru_cache(maxsize=20_000)
def spoken(osm: str, words: Path = FRENCH) -> str:
    """Hours in the language of these words, without a capital or a full stop. Unknown hours say so."""
    speech = _speech(words)
    if not osm.strip():
        return str(speech.words["unknown"])
    if osm.strip() == "24/7":
        return str(speech.words["always"])
    try:
        return speech.joined([speech.rule(part.strip()) for part in osm.strip().rstrip(";").split(";")])
    except _NotUnderstoodError:
        return str(speech.words["other"])


@dataclass(frozen=True)
class _Speech:
    """The words of one language, and how they are put together."""

    words: Mapping[str, Any]

    def joined(self, rules: list[_Said]) -> str:
        if not rules[0].times:
            raise _NotUnderstoodError
        said: list[str] = []
        covered: frozenset[tuple[str, str, str]] = frozenset()
        for rule in rules:
            whole = " ".join(filter(None, (rule.days, rule.times)))
            if not rule.times:
                said.append(self.words["except"].format(days=rule.days))
            else:
                said.append(self.words["but"].format(rule=whole) if covered & rule.covers else whole)
            covered |= rule.covers
        return str(self.words["comma"]).join(said)

    def rule(self, text: str) -> _Said:
        rule = _RULE.fullmatch(text)
        if not rule or (rule["weeks"] and rule["weeks"] not in WEEKS):
            raise _NotUnderstoodError
        weeks = WEEKS.get(rule["weeks"] or "", "")
        parts = re.split(r",(?![^\[]*\])", rule["days"] or "Mo-Su")
        days = self.listed([self.days(part) for part in parts])
        if weeks:
            days = f"{days} ({self.words[weeks]})"
        covers = frozenset((weeks, *cover) for part in parts for cover in _covers(part))
        return _Said(days, "" if rule["times"] in {"off", "closed"} else self.times(rule["times"]), covers)

    def days(self, part: str) -> str:
        names = self.words["days"]
        if part == "PH":
            return str(self.words["public_holidays"])
        days = _day_match(part)
        if days["which"]:
            which = [self.which(number) for number in days["which"].split(",")]
            return str(self.words["of_the_month"].format(which=self.listed(which), day=names[days["first"]]))
        if not days["last"]:
            return str(names[days["first"]])
        if part == "Mo-Su":
            return str(self.words["every_day"])
        return str(self.words["days_to"].format(first=names[days["first"]], last=names[days["last"]]))

    def which(self, number: str) -> str:
        if number not in EVERY_WEEK:
            raise _NotUnderstoodError
        return str(self.words["which"][number])

    def times(self, text: str) -> str:
        return self.listed([self.time(part.strip()) for part in text.split(",")])

    def time(self, part: str) -> str:
        time = _TIME.fullmatch(part)
        if not time:
            raise _NotUnderstoodError
        if time["open"]:
            return str(self.words["open_end"].format(start=self.hour(time["start"])))
        return str(self.words["from_to"].format(start=self.hour(time["start"]), end=self.hour(time["end"])))

    def hour(self, clock: str) -> str:
        hour, minutes = (int(x) for x in clock.split(":"))
        if hour > 24 or minutes > 59:
            raise _NotUnderstoodError
        if clock in {"00:00", "24:00"}:
            return str(self.words["midnight"])
        shape = "hour_and_minutes" if minutes else "hour"
        return str(self.words[shape].format(hour=hour, minutes=f"{minutes:02}"))

    def listed(self, parts: Sequence[str]) -> str:
        join = self.words["and"] if parts[1:] else ""
        return "".join([self.words["comma"].join(parts[:-1]), join, parts[-1]])


def _covers(part: str) -> list[tuple[str, str]]:
    if part == "PH":
        return [("PH", "")]
    days = _day_match(part)
    first, last = DAYS.index(days["first"]), DAYS.index(days["last"] or days["first"])
    span = (last - first) % 7 + 1
    which = days["which"].split(",") if days["which"] else EVERY_WEEK
    return [(DAYS[(first + i) % 7], number) for i in range(span) for number in which]


def _day_match(part: str) -> re.Match[str]:
    if days := _DAYS.fullmatch(part):
        return days
    raise _NotUnderstoodError


@cache
def _speech(words: Path) -> _Speech:
    return _Speech(tomllib.loads(words.read_text(encoding="utf-8")))
