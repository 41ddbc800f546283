"""Opening hours as people say them: `spoken("Th 14:00-17:00")` is «jeudi 14 h – 17 h».

Only what is surely understood is said: other patterns give a sentence that sends to the telephone.
The words of each language are in `texts/<language>/hours.toml`. Dates of one year are said without it: leave out
those that are over (`with_exceptions(..., since=today)`).
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from content.hours_parts import DAYS, EVERY_WEEK, Day, NotUnderstood, Parts, day_match, parts_of
from content.hours_rules import Rule, rules_of

FRENCH = Path(__file__).parent / "texts" / "fr" / "hours.toml"

_TIME = re.compile(r"(?P<start>\d\d:\d\d)(?:-(?P<end>\d\d:\d\d)|(?P<open>\+))")
_COMMENT = re.compile(r'unknown "([^"]*)"')


@lru_cache(maxsize=20_000)
def spoken(osm: str, words: Path = FRENCH) -> str:
    """Hours in the language of these words, without a capital or a full stop. Unknown hours say so."""
    speech = _speech(words)
    if not osm.strip():
        return str(speech.words["unknown"])
    try:
        return speech.joined(rules_of(osm.strip().rstrip("; ")).every)
    except NotUnderstood:
        return str(speech.words["other"])


@dataclass(frozen=True)
class _Speech:
    """The words of one language, and how they are put together."""

    words: Mapping[str, Any]

    def say(self, name: str, **parts: str) -> str:
        return str(self.words[name].format(**parts))

    def joined(self, rules: Sequence[Rule]) -> str:
        said: list[str] = []
        before: list[Parts] = []
        for rule in rules:
            if rule.text == "24/7" and not said:
                said.append(self.words["always"])
                continue
            if comment := _COMMENT.fullmatch(rule.text):
                said.append(self.alone(comment[1], rule.separator.strip()))
                continue
            parts = parts_of(rule)
            if parts.separator == "||":
                raise NotUnderstood
            if not said:
                said += self.beginning(parts)
            said.append(self.rule(parts, before))
            before.append(parts)
        return str(self.words["comma"]).join(said)

    def beginning(self, first: Parts) -> list[str]:
        """Hours that begin with a date are those of a place whose usual hours are not known."""
        if first.dated and first.dates and first.dates[0].year:
            return [self.words["unknown"]]
        if not first.times:
            raise NotUnderstood
        return []

    def alone(self, comment: str, separator: str) -> str:
        """«sur rendez-vous», or «ou sur rendez-vous» after other hours."""
        if separator not in {"", "||"}:
            raise NotUnderstood
        return self.say("or", what=self.comment(comment)) if separator else self.comment(comment)

    def rule(self, parts: Parts, before: Sequence[Parts]) -> str:
        times = self.listed([self.time(part) for part in parts.times])
        if parts.comment:
            times = f"{times} {self.comment(parts.comment)}"
        if parts.dated and parts.dates and (not parts.times or parts.dates[0].day):
            return self.say(
                "open_on" if parts.times else "closed_on", days=self.dates(*parts.dates), times=times
            )
        days = self.days(parts)
        if not parts.times:
            return self.say("except", days=days)
        if not any(parts.meets(other) for other in before):
            return f"{days} {times}" if days else times
        return self.say("also" if parts.separator == "," else "but", rule=f"{days} {times}")

    def comment(self, text: str) -> str:
        if said := self.words["comments"].get(text):
            return str(said)
        raise NotUnderstood

    def days(self, parts: Parts) -> str:
        days = self.listed([self.day(day) for day in parts.days or ("Mo-Su",)])
        when = [self.words[parts.weeks]] if parts.weeks else []
        when += [self.words["during_school_holidays"]] if parts.school else []
        when += [self.dates(*parts.dates)] if parts.dates else []
        return f"{days} ({self.words['comma'].join(when)})" if when else days

    def day(self, day: str) -> str:
        if day in {"PH", "SH"}:
            return str(self.words["public_holidays" if day == "PH" else "school_holidays"])
        found, names = day_match(day), self.words["days"]
        if found["which"]:
            which = [self.which(number) for number in found["which"].split(",")]
            return self.say("of_the_month", which=self.listed(which), day=names[found["first"]])
        if not found["last"]:
            return str(names[found["first"]])
        if day == "Mo-Su":
            return str(self.words["every_day"])
        return self.say("days_to", first=names[found["first"]], last=names[found["last"]])

    def which(self, number: str) -> str:
        if number not in EVERY_WEEK:
            raise NotUnderstood
        return str(self.words["which"][number])

    def dates(self, first: Day, last: Day | None) -> str:
        months = self.words["months"]
        if first.day is None:
            if last is None:
                return self.say("in_month", month=months[first.month])
            return self.say("months_to", first=self.words["from_month"][first.month], last=months[last.month])
        if last:
            return self.say("dates_to", first=self.day_of_month(first), last=self.day_of_month(last))
        if day := first.date:
            weekday = self.words["days"][DAYS[day.weekday()]]
            return self.say("on_date", weekday=weekday, day=self.day_of_month(first))
        return self.say("each_year", day=self.day_of_month(first))

    def day_of_month(self, day: Day) -> str:
        number = self.words["first_day"] if day.day == 1 else str(day.day)
        return self.say("day_of_month", day=number, month=self.words["months"][day.month])

    def time(self, part: str) -> str:
        time = _TIME.fullmatch(part)
        if not time:
            raise NotUnderstood
        if time["open"]:
            return self.say("open_end", start=self.hour(time["start"]))
        return self.say("from_to", start=self.hour(time["start"]), end=self.hour(time["end"]))

    def hour(self, clock: str) -> str:
        hour, minutes = (int(x) for x in clock.split(":"))
        if hour > 24 or minutes > 59:
            raise NotUnderstood
        if clock in {"00:00", "24:00"}:
            return str(self.words["midnight"])
        return self.say("hour_and_minutes" if minutes else "hour", hour=str(hour), minutes=f"{minutes:02}")

    def listed(self, parts: Sequence[str]) -> str:
        if not parts:
            return ""
        join = self.words["and"] if parts[1:] else ""
        return "".join([self.words["comma"].join(parts[:-1]), join, parts[-1]])


def weekday(day: date, words: Path) -> str:
    """The name of a day's weekday in the language of these words."""
    return str(_speech(words).words["days"][DAYS[day.weekday()]])


@cache
def _speech(words: Path) -> _Speech:
    return _Speech(tomllib.loads(words.read_text(encoding="utf-8")))
