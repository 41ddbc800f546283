"""The sheets of the communes served and of the kinds of appointment."""

from __future__ import annotations

from typing import Any

from sqlmodel import select

from backend.agenda.models import Motive
from backend.places.load import motive_values
from backend.places.models import Coverage
from backend.places.report import Report
from backend.places.sheets.known import Known, each, only, update, where
from content.place_rows import covered as read_covered
from content.place_rows import motive as read_motive
from content.places import motives as shared_motives
from content.sheet_cells import Filled
from content.sheet_places import placed
from content.sheets import Sheet
from content.tables import TableRefused


def import_coverage(known: Known, sheet: Sheet, report: Report) -> None:
    """Which communes are served; those that the file leaves out stay as they are."""
    mine = select(Coverage).where(Coverage.mission_locale_id == known.home_id)
    kept = {row.insee: row for row in known.tx.exec(mine)}
    seen: set[str] = set()

    def put(line: Filled) -> None:
        line = placed(line)
        data = read_covered(line.also(source=line.row.text("source") or sheet.source).row)
        if data.insee in seen:
            raise line.row.wrong("insee", "a commune that no other line has")
        seen.add(data.insee)
        values: dict[str, Any] = {"certain": not data.probable, "source": data.source}
        if data.insee not in kept:
            known.tx.add(Coverage(insee=data.insee, mission_locale_id=known.home_id, **values))
            report.new += 1
            return
        names = {"certain" if name == "probable" else name for name in line.given}
        report.change(where(line.row), update(kept[data.insee], only(values, names)))

    each(sheet, report, put)
    known.tx.flush()
    if seen:
        report.left = sorted(kept.keys() - seen)


def import_motives(known: Known, sheet: Sheet | None, report: Report) -> None:
    """The kinds of appointment: those of the sheet, else the shared ones if there are none. Raises TableRefused."""
    kept = {m.slug: m for m in known.tx.exec(select(Motive).where(Motive.mission_locale_id == known.home_id))}
    if sheet is not None:
        _put_motives(known, sheet, report, kept)
    if not kept:
        shared = [Motive(mission_locale_id=known.home_id, **motive_values(m)) for m in shared_motives()]
        known.tx.add_all(shared)
        report.new += len(shared)
    elif all(motive.needs for motive in kept.values()):
        name = sheet.name if sheet else "motives"
        raise TableRefused(f"{name}, needs: expected one line without needs, for whatever no other is for")
    known.tx.flush()


def _put_motives(known: Known, sheet: Sheet, report: Report, kept: dict[str, Motive]) -> None:
    seen: set[str] = set()

    def put(line: Filled) -> None:
        values = motive_values(read_motive(line.row, known.needs))
        if values["slug"] in seen:
            raise line.row.wrong("id", "an id that no other line has")
        seen.add(values["slug"])
        if found := kept.get(values["slug"]):
            report.change(where(line.row), update(found, only(values, line.given)))
            return
        kept[values["slug"]] = Motive(mission_locale_id=known.home_id, **values)
        known.tx.add(kept[values["slug"]])
        report.new += 1

    each(sheet, report, put)
