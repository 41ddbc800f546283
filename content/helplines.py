"""Help lines: one reviewed table, `helplines.csv`, and which to show first in which danger.

No telephone number stands anywhere else in the product.
"""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from content.danger import danger_kinds
from content.hours import check
from content.rows import ContentError, Row, read_rows, unique

HERE = Path(__file__).parent
STALE = timedelta(days=365)
GRADES = ("A", "B")
URGENCIES = ("emergency", "urgent", "help", "info")


@dataclass(frozen=True)
class Helpline:
    """A help line. `number` as it is shown, empty for a website; `sms` is set when it takes no voice call."""

    id: str
    number: str
    sms: str
    name: str
    what_for: str
    hours_osm: str
    hours: str
    cost: str
    website: str
    category: str
    urgency: str
    source: str
    source_date: str
    confidence: str
    checked_on: date

    @property
    def sms_only(self) -> bool:
        """Whether it is written to and takes no voice call."""
        return bool(self.sms)

    @property
    def uri(self) -> str:
        """The link that calls it or writes to it: tel:, sms: (114 takes no voice call), or its website."""
        if self.sms_only:
            return f"sms:{self.sms}"
        return f"tel:{self.number.replace(' ', '')}" if self.number else self.website

    def shown_hours(self, today: date) -> str:
        """Its hours in French, or nothing once they were checked more than a year ago."""
        return "" if today - self.checked_on > STALE else self.hours


def helpline(id_: str) -> Helpline:
    """The help line of this id. Raises KeyError."""
    return _by_id()[id_]


def all_helplines() -> tuple[Helpline, ...]:
    """Every help line, the most urgent first."""
    return tuple(_by_id().values())


def danger_numbers(kind: str) -> tuple[Helpline, ...]:
    """The numbers to show in this kind of danger, in the order to show them. Raises KeyError."""
    return tuple(helpline(id_) for id_ in danger_kinds()[kind].numbers)


@lru_cache(maxsize=1)
def _by_id() -> dict[str, Helpline]:
    columns = tuple(f.name for f in fields(Helpline))
    lines = [_helpline(row) for row in unique(read_rows(HERE / "helplines.csv", columns))]
    found = {line.id: line for line in sorted(lines, key=lambda line: URGENCIES.index(line.urgency))}
    unknown = {n for kind in danger_kinds().values() for n in kind.numbers} - {
        x.id for x in lines if x.number
    }
    if unknown:
        raise ContentError(
            f"kinds.toml, numbers: expected ids of help lines, got {', '.join(sorted(unknown))}"
        )
    return found


def _helpline(row: Row) -> Helpline:
    texts = {name: row.text(name) for name in row.cells if name != "checked_on"}
    row.one_of("confidence", GRADES)
    row.one_of("urgency", URGENCIES)
    if texts["hours_osm"]:
        row.hours("hours_osm", check)
    if not texts["number"] and not texts["website"]:
        raise row.wrong("number", "a number or a website")
    return Helpline(**texts, checked_on=row.day("checked_on"))
