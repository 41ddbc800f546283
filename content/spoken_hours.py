"""Opening hours as people say them: `spoken("Th 14:00-17:00")` is «jeudi 14 h – 17 h».

Only what is surely understood is said: other patterns give a sentence that sends to the telephone.
The words are in `hours_words.toml`.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
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
def spoken(osm: str) -> str:
    """Hours in French, without a capital or a full stop. Never raises; unknown hours say so."""
    words = _words()
    if not osm.strip():
        return str(words["unknown"])
    if osm.strip() == "24/7":
        return str(words["always"])
    try:
        return _joined([_rule(part.strip()) for part in osm.strip().rstrip(";").split(";")])
    except _NotUnderstoodError:
        return str(words["other"])


def _joined(rules: list[_Said]) -> str:
    words = _words()
    if not rules[0].times:
        raise _NotUnderstoodError
    said: list[str] = []
    covered: frozenset[tuple[str, str, str]] = frozenset()
    for rule in rules:
        whole = " ".join(filter(None, (rule.days, rule.times)))
        if not rule.times:
            said.append(words["except"].format(days=rule.days))
        else:
            said.append(words["but"].format(rule=whole) if covered & rule.covers else whole)
        covered |= rule.covers
    return str(words["comma"]).join(said)


def _rule(text: str) -> _Said:
    rule = _RULE.fullmatch(text)
    if not rule or (rule["weeks"] and rule["weeks"] not in WEEKS):
        raise _NotUnderstoodError
    weeks = WEEKS.get(rule["weeks"] or "", "")
    parts = re.split(r",(?![^\[]*\])", rule["days"] or "Mo-Su")
    days = _list([_days(part) for part in parts])
    if weeks:
        days = f"{days} ({_words()[weeks]})"
    covers = frozenset((weeks, *cover) for part in parts for cover in _covers(part))
    return _Said(days, "" if rule["times"] in {"off", "closed"} else _times(rule["times"]), covers)


def _days(part: str) -> str:
    words, names = _words(), _words()["days"]
    if part == "PH":
        return str(words["public_holidays"])
    days = _day_match(part)
    if days["which"]:
        which = [_which(number) for number in days["which"].split(",")]
        return str(words["of_the_month"].format(which=_list(which), day=names[days["first"]]))
    if not days["last"]:
        return str(names[days["first"]])
    if part == "Mo-Su":
        return str(words["every_day"])
    return str(words["days_to"].format(first=names[days["first"]], last=names[days["last"]]))


def _which(number: str) -> str:
    if number not in EVERY_WEEK:
        raise _NotUnderstoodError
    return str(_words()["which"][number])


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


def _times(text: str) -> str:
    return _list([_time(part.strip()) for part in text.split(",")])


def _time(part: str) -> str:
    time = _TIME.fullmatch(part)
    if not time:
        raise _NotUnderstoodError
    if time["open"]:
        return str(_words()["open_end"].format(start=_hour(time["start"])))
    return str(_words()["from_to"].format(start=_hour(time["start"]), end=_hour(time["end"])))


def _hour(clock: str) -> str:
    hour, minutes = (int(x) for x in clock.split(":"))
    if hour > 24 or minutes > 59:
        raise _NotUnderstoodError
    if clock in {"00:00", "24:00"}:
        return str(_words()["midnight"])
    shape = "hour_and_minutes" if minutes else "hour"
    return str(_words()[shape].format(hour=hour, minutes=f"{minutes:02}"))


def _list(parts: list[str]) -> str:
    words = _words()
    return "".join([words["comma"].join(parts[:-1]), words["and"] if parts[1:] else "", parts[-1]])


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return tomllib.loads((HERE / "hours_words.toml").read_text(encoding="utf-8"))
