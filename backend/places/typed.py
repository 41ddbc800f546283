"""What was typed of a site, field by field: the value it stands for, or what is wrong with it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from content.communes import Commune, load_communes
from content.distance import kilometres
from content.hours_rules import HoursError
from content.place_rows import FAR_FROM_ITS_COMMUNE_KM, OLDEST, YOUNGEST
from content.plain_hours import read_hours

Point = tuple[float, float]
LONGEST_CLOSING, LAST_DAY = timedelta(days=366), date(2199, 12, 31)
_PHONE = re.compile(r"\+?[\d .()/-]{2,24}", re.ASCII)
_EMAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\"]+")
_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)+([/?#]\S*)?")
_TIMES = re.compile(r"(\d{1,2})\s*[h:]?\s*([0-5]\d)?\s*[-\u2013]\s*(\d{1,2})\s*[h:]?\s*([0-5]\d)?", re.ASCII)
_DEGREES = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{1,9})?", re.ASCII)


@dataclass(eq=False)
class Wrong(Exception):
    """A field that cannot stand. `reason` is a word for the page to explain.

    `position` counts from 1 in what was typed; `about` is a name or a number to say; `among` are communes to choose.
    """

    reason: str
    position: int = 0
    about: str = ""
    among: tuple[Commune, ...] = ()


@dataclass
class Typed:
    """The fields of a form, and what was found wrong so far."""

    fields: Mapping[str, str]
    wrong: dict[str, Wrong] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """One line, without spaces around."""
        return " ".join(self.fields.get(name, "").split())

    def text(self, name: str, longest: int, *, needed: bool = False) -> str:
        text = self.get(name)
        if len(text) > longest:
            self.refuse(name, Wrong("too_long", longest + 1, str(longest)))
        if needed and not text:
            self.refuse(name, Wrong("empty"))
        return text

    def one_of(self, name: str, among: Iterable[str]) -> str:
        if (value := self.get(name)) not in among:
            self.refuse(name, Wrong("choose"))
        return value

    def refuse(self, name: str, wrong: Wrong) -> None:
        self.wrong.setdefault(name, wrong)

    def read(self, name: str, reader: Any, *given: Any) -> Any:
        """What a reader makes of this field; None if it refuses."""
        try:
            return reader(self.get(name), *given)
        except Wrong as wrong:
            self.refuse(name, wrong)
            return None


def phone(text: str) -> str:
    if text and not (_PHONE.fullmatch(text) and 2 <= sum(c.isdigit() for c in text) <= 15):
        raise Wrong("phone")
    return text


def email(text: str) -> str:
    if text and not (_EMAIL.fullmatch(text) and len(text) <= 200):
        raise Wrong("email")
    return text


def website(text: str) -> str:
    """An address that a browser opens; `https://` is put before a bare domain."""
    bare = re.sub(r"^https?://", "", text, flags=re.IGNORECASE)
    if text and not (_DOMAIN.fullmatch(bare) and len(text) <= 300):
        raise Wrong("website")
    return text if bare != text or not text else f"https://{text}"


def hours(text: str) -> str:
    """OSM hours out of OSM or plain French; empty stays empty (not known)."""
    if not text:
        return ""
    try:
        return read_hours(text)
    except HoursError as error:
        raise Wrong(error.reason, error.position) from None


def times(text: str) -> str:
    """`14h-17h et 18h-19h30` as OSM times: `14:00-17:00,18:00-19:30`."""
    ranges = re.split(r"\s*(?:,|;|\bet\b)\s*", text.lower().replace("à", "-"))
    found = [_TIMES.fullmatch(one) for one in ranges]
    clocks = [[f"{int(m[i]):02}:{m[i + 1] or '00'}" for i in (1, 3)] for m in found if m]
    if len(clocks) < len(ranges) or any(not a < b <= "24:00" for a, b in clocks):
        raise Wrong("times")
    return hours("Mo-Su " + ",".join(f"{a}-{b}" for a, b in clocks)).removeprefix("Mo-Su ")


def days(first: str, last: str, today: date) -> tuple[date, date]:
    """Days of the calendar from today on, both included; without a last day, one day. `about` names the field."""
    begins, ends = day(first, "first"), day(last or first, "last")
    for wrong, reason, name in (
        (begins < today, "past", "first"),
        (ends < begins, "backwards", "last"),
        (ends - begins > LONGEST_CLOSING, "too_far", "last"),
    ):
        if wrong:
            raise Wrong(reason, about=name)
    return begins, ends


def day(text: str, name: str = "") -> date:
    """A day of the calendar. `9999-12-31` has no day after it: who means «without end» leaves the field empty."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.max
    if found > LAST_DAY:
        raise Wrong("day", about=name)
    return found


def age(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    if not YOUNGEST <= number <= OLDEST:
        raise Wrong("age", about=f"{YOUNGEST}-{OLDEST}")
    return number


def commune(text: str, chosen: str, near: str | None) -> Commune:
    """The commune typed as people do; `chosen` is the code picked before, if it is still one of those meant."""
    if not text:
        raise Wrong("empty")
    every, picked = load_communes(), load_communes().get(chosen)
    if picked and picked.name == text:
        return picked
    found = every.find(text[:200], near=near)
    if picked and picked in found:
        return picked
    if not found:
        raise Wrong("unknown_commune", about=text[:80])
    if len(found) > 1:
        raise Wrong("ambiguous", about=text[:80], among=found)
    return found[0]


def communes(text: str, near: str | None) -> list[str]:
    """INSEE codes of communes typed one a line, or between commas."""
    names = [name for part in re.split(r"[\n,;]", text) if (name := " ".join(part.split()))]
    if len(names) > 1000:
        raise Wrong("too_long", about="1000")
    return sorted({_one(name, near) for name in names})


def degrees(text: str, most: float) -> float | None:
    """A latitude or a longitude, with a point or a comma; None: left empty."""
    if not text:
        return None
    value = float(text.replace(",", ".")) if _DEGREES.fullmatch(text) else math.nan
    if not abs(value) <= most:
        raise Wrong("degrees")
    return value


def near_commune(point: Point, there: Commune | None) -> Point:
    """Refuses a point that cannot be in this commune."""
    away = kilometres(point, there.point) if there and there.point else 0.0
    if there and away > FAR_FROM_ITS_COMMUNE_KM:
        raise Wrong("far", round(away), there.name)
    return point


def label(commune: Commune) -> str:
    """A name that is read back as this very commune."""
    return f"{commune.name} ({commune.insee})"


def _one(name: str, near: str | None) -> str:
    code = name.rpartition("(")[2].rstrip(")").upper()
    if found := load_communes().get(code):
        return found.insee
    return commune(name, "", near).insee
