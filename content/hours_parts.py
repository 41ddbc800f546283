"""The parts of a usual rule: dates, weeks, days, times. What is not usual is not understood, on purpose."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from content.exceptions import MONTHS
from content.hours_rules import Rule

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
EVERY_WEEK = ("1", "2", "3", "4", "5", "-1", "-2")
ALSO = {"-1": ("-1", "4", "5"), "-2": ("-2", "3", "4")}
"""The last Tuesday of a month may be its fourth or its fifth."""
WEEKS = {"1-53/2": "odd_weeks", "1-52/2": "odd_weeks", "2-53/2": "even_weeks", "2-52/2": "even_weeks"}
CLOSED = ("off", "closed")

_MONTH = "|".join(MONTHS)
_ONE = rf"(?:(\d{{4}}) ?)?({_MONTH})(?: (\d{{1,2}})(?![:\d]))?"
_DATES = re.compile(rf"{_ONE}(?:-(?:{_ONE}|(\d{{1,2}})(?![:\d])))?")
_DAY = "|".join(DAYS)
_RULE = re.compile(
    rf"(?:(?P<dates>(?:\d{{4}} ?)?(?:{_MONTH})[^:\"]*?)(?::? |$)(?={_DAY}|PH|SH|week|\d\d:|off|closed))?"
    rf"(?:week ?(?P<weeks>\S+) )?(?:(?P<school>SH) (?={_DAY}))?(?P<days>(?:{_DAY}|PH|SH)\S*)?"
    r" ?(?P<times>\d\d:[^\"]*?|off|closed)(?: \"(?P<comment>[^\"]*)\")?"
)
_DAYS = re.compile(rf"(?P<first>{_DAY})(?:-(?P<last>{_DAY})|\[(?P<which>[-\d,]+)\])?")


class NotUnderstood(Exception):
    """Not one of the usual patterns."""


@dataclass(frozen=True)
class Day:
    """A day of a month, or the month itself; of one year, or of each."""

    year: int | None
    month: str
    day: int | None

    @property
    def date(self) -> date | None:
        """The date, if the year and the day are known. Raises NotUnderstood if there is no such day."""
        try:
            return date(self.year, MONTHS.index(self.month) + 1, self.day) if self.year and self.day else None
        except ValueError:
            raise NotUnderstood from None


@dataclass(frozen=True)
class Parts:
    """What a rule says. `days` are those of OSM (`Mo-Fr`, `Tu[1,3]`, `PH`); no days: every day."""

    separator: str
    dates: tuple[Day, Day | None] | None
    weeks: str
    school: bool
    days: tuple[str, ...]
    times: tuple[str, ...]
    comment: str

    @property
    def dated(self) -> bool:
        """It speaks of dates only, not of days of the week."""
        return bool(self.dates and not self.days and not self.weeks)

    def meets(self, other: "Parts") -> bool:
        """Whether both may hold on one day."""
        weeks = not self.weeks or not other.weeks or self.weeks == other.weeks
        return weeks and bool(self.months & other.months) and bool(self.covers & other.covers)

    @cached_property
    def months(self) -> frozenset[int]:
        if not self.dates:
            return frozenset(range(12))
        first, last = self.dates
        begin, end = MONTHS.index(first.month), MONTHS.index((last or first).month)
        return frozenset((begin + n) % 12 for n in range((end - begin) % 12 + 1))

    @cached_property
    def covers(self) -> frozenset[tuple[str, str]]:
        """(day, week of the month) it may hold on. Raises NotUnderstood."""
        return frozenset(cover for days in self.days or ("Mo-Su",) for cover in _covers(days))


def parts_of(rule: Rule) -> Parts:
    """The parts of one rule. Raises NotUnderstood."""
    found = _RULE.fullmatch(rule.text.strip())
    if not found or (found["weeks"] and found["weeks"] not in WEEKS):
        raise NotUnderstood
    days = tuple(re.split(r",(?![^\[]*\])", found["days"])) if found["days"] else ()
    parts = Parts(
        separator=rule.separator.strip(),
        dates=_dates(found["dates"]) if found["dates"] else None,
        weeks=WEEKS.get(found["weeks"] or "", ""),
        school=bool(found["school"]),
        days=days,
        times=() if found["times"] in CLOSED else tuple(t.strip() for t in found["times"].split(",")),
        comment=found["comment"] or "",
    )
    if not parts.covers:
        raise NotUnderstood
    return parts


def day_match(days: str) -> re.Match[str]:
    """`Mo`, `Mo-Fr` or `Tu[1,3]`, as first, last, which. Raises NotUnderstood."""
    if found := _DAYS.fullmatch(days):
        return found
    raise NotUnderstood


def _dates(text: str) -> tuple[Day, Day | None]:
    found = _DATES.fullmatch(text.strip())
    if not found:
        raise NotUnderstood
    year, month, day, last_year, last_month, last_day, same_month = found.groups()
    first = Day(int(year) if year else None, month, int(day) if day else None)
    if same_month:
        return first, Day(first.year, month, int(same_month))
    if not last_month:
        return first, None
    last = Day(int(last_year) if last_year else None, last_month, int(last_day) if last_day else None)
    if (first.day is None) != (last.day is None) or (
        first.day and (first.year is None) != (last.year is None)
    ):
        raise NotUnderstood
    return first, last


def _covers(days: str) -> list[tuple[str, str]]:
    if days in {"PH", "SH"}:
        return [(day, week) for day in DAYS for week in EVERY_WEEK]
    found = day_match(days)
    first, last = DAYS.index(found["first"]), DAYS.index(found["last"] or found["first"])
    span = (last - first) % 7 + 1
    which = found["which"].split(",") if found["which"] else EVERY_WEEK
    every = [week for number in which for week in ALSO.get(number, (number,))]
    return [(DAYS[(first + i) % 7], number) for i in range(span) for number in every]
