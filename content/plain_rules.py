"""Rules put together from words, and written as OSM writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from content.exceptions import MONTHS
from content.hours_parts import DAYS, NotUnderstood, Parts, parts_of
from content.hours_rules import HoursError, Rule

HOLIDAYS = ("PH", "SH")


@dataclass(frozen=True)
class When:
    """A day of a month, or a month; of one year or of each. `position`: where it was typed."""

    month: str
    day: int | None
    year: int | None
    position: int

    def written(self, *, like: When | None = None) -> str:
        """`2026 Dec 24`, `Dec 24`, `Dec`; only `26` in the same month as another."""
        if like and (self.month, self.year) == (like.month, like.year):
            return f"{self.day:02}"
        year = f"{self.year} " if self.year else ""
        return f"{year}{self.month} {self.day:02}" if self.day else f"{year}{self.month}"

    def check(self, weekday: str) -> None:
        """It must exist, and fall on the weekday said with it, if any."""
        if self.day is None:
            return
        if weekday and not self.year:
            raise HoursError("which_year", self.position)
        try:
            falls = date(self.year or 2024, MONTHS.index(self.month) + 1, self.day)
        except ValueError:
            raise HoursError("impossible_date", self.position) from None
        if weekday and DAYS[falls.weekday()] != weekday:
            raise HoursError("impossible_date", self.position)


@dataclass
class Clause:
    """One rule in the making."""

    position: int
    separator: str = "; "
    closed: bool = False
    dates: tuple[When, When | None] | None = None
    weeks: str = ""
    school: bool = False
    days: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    comment: str = ""
    always: bool = False
    instead: bool = False
    """«mais»: these hours replace those said before for the same days."""
    after: bool = False
    """Closed, said after its days: «mardi : fermé»."""
    inside: bool = False
    """Closed, said between the days and the times of another: «mercredi sauf vacances 14h-17h»."""
    leads: bool = False
    """Its weeks or dates come before its days: «semaine paire : lundi 9h-12h»."""
    before_comma: tuple[int, Clause] | None = None
    """What was read before the last comma, and where that is."""

    def copy(self) -> Clause:
        return replace(self, days=list(self.days), times=list(self.times))

    def holds_like(self, other: Clause) -> bool:
        """Whether both hold on the same days."""
        return (self.dates, self.weeks, self.school, self.days) == (
            other.dates,
            other.weeks,
            other.school,
            other.days,
        )

    @property
    def special(self) -> bool:
        """Its days are no usual ones: it is clear that they take the place of the others."""
        return bool(self.dates or self.school or set(self.days) & set(HOLIDAYS))

    @property
    def said(self) -> bool:
        """Whether it speaks of any day."""
        return bool(self.dates or self.weeks or self.school or self.days)

    def written(self) -> str:
        """The rule in OSM. Raises HoursError if days or hours are missing."""
        if self.always:
            return "24/7"
        if self.comment and not self.times and not self.said and not self.closed:
            return f'"{self.comment}"'
        dated = self.dates and (self.closed or self.dates[0].day) and not self.weeks
        if not self.days and not dated and not self.school:
            raise HoursError("days_missing", self.position)
        if not self.times and not self.closed:
            raise HoursError("hours_missing", self.position)
        times = "off" if self.closed else ",".join(self.times)
        weeks = f"week {self.weeks}" if self.weeks else ""
        comment = f'"{self.comment}"' if self.comment else ""
        return " ".join(filter(None, (self._dates(), weeks, self._days(), times, comment)))

    def _days(self) -> str:
        weekdays = [day for day in self.days if day not in HOLIDAYS]
        if self.school:
            return " ".join(["SH", ",".join(weekdays)]) if weekdays else "SH"
        return ",".join([*weekdays, *(day for day in self.days if day in HOLIDAYS)])

    def _dates(self) -> str:
        if not self.dates:
            return ""
        first, last = self.dates
        if last is None:
            return first.written()
        return f"{first.written()}-{last.written(like=first if last.day else None)}"


def all_written(clauses: list[Clause]) -> str:
    """The whole string. What is closed is said last by OSM, even if it was said first."""
    first = next((n for n, clause in enumerate(clauses) if not clause.closed), None)
    if first is None:
        raise HoursError("hours_missing", clauses[0].position if clauses else 1)
    ordered = sorted([*clauses[first:], *clauses[:first]], key=lambda clause: clause.after)
    _told_apart(ordered)
    _not_for_others(ordered)
    ordered = [clause for clause in ordered if not _needless(clause, ordered)]
    text = "".join(clause.separator + clause.written() for clause in ordered)
    return re.sub(r"^(?:; |, | \|\| )", "", text)


def _told_apart(clauses: list[Clause]) -> None:
    """«lundi au vendredi 9h-17h, mercredi 14h-17h»: nobody can tell «mais» from «et aussi»."""
    usual = [c for c in clauses if c.times and not c.special]
    for n, clause in enumerate(usual):
        if clause.instead or clause.separator != "; ":
            continue
        if any(_parts(clause).meets(_parts(other)) for other in usual[:n]):
            raise HoursError("overlap", clause.position)


def _not_for_others(clauses: list[Clause]) -> None:
    """«semaine paire : lundi 9h-12h, mardi 9h-12h»: of both? «1er mardi et jeudi 9h-12h»: of each week?"""
    timed = [c for c in clauses if c.times and c.days]
    for n, clause in enumerate(clauses):
        which = [day for day in clause.days if "[" in day]
        if which and any("[" not in day for day in clause.days[clause.days.index(which[0]) :]):
            raise HoursError("unclear", clause.position)
        if clause.inside and (clause.dates or "SH" in clause.days) and len(timed) > 1:
            raise HoursError("unclear", clause.position)
        usual = (c for c in clauses[n + 1 :] if c.times and c.days and not c.special and not c.weeks)
        if clause.leads and clause.times and clause.days and any(usual):
            raise HoursError("unclear", clause.position)


def _needless(clause: Clause, clauses: list[Clause]) -> bool:
    """«mardi : fermé» where nothing else speaks of Tuesday."""
    if not clause.after or clause.special or clause.weeks:
        return False
    return not any(_parts(clause).meets(_parts(other)) for other in clauses if other.times)


def _parts(clause: Clause) -> Parts:
    try:
        return parts_of(Rule("", clause.written(), 0))
    except NotUnderstood:
        raise HoursError("unclear", clause.position) from None


def add(found: list[Clause], clause: Clause) -> None:
    """«, sur rendez-vous» belongs to the hours before; «lundi 9h-12h, lundi 14h-17h» is one rule."""
    alone = clause.comment and not clause.said and not clause.times
    same = next((c for c in found if c.times and clause.times and c.holds_like(clause)), None)
    if alone and found and clause.separator != " || ":
        found[-1].comment = clause.comment
    elif same and not clause.instead and not clause.comment:
        same.times = sorted({*same.times, *clause.times})
    else:
        found.append(clause)
