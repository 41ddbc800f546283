"""Importing tables of the country: streamed, in one transaction, and twice is as once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlmodel import select

from backend.db import Tx
from backend.places.models import Listed, ListedCoverage
from backend.places.report import Report
from content.communes import load_communes
from content.tables import Read, rows_of
from content.tables import TableRefused as ImportRefused

__all__ = ["ImportRefused", "Report", "import_coverage", "import_listed"]

LIST_COLUMNS = (
    "code_structure_milo",
    "nom_officiel",
    "nom_usuel",
    "departement",
    "commune_siege",
    "codes_postaux",
    "lat",
    "lon",
)
COVERAGE_COLUMNS = ("Code INSEE", "Code ML", "Nom Officiel ML", "Adresse ML", "Code Postal ML", "Ville ML")


def import_listed(tx: Tx, file: Path, read: Read = lambda _: None) -> Report:
    """The national list of missions locales (columns of LIST_COLUMNS, separated by commas)."""
    report, known = Report(), {row.code: row for row in tx.exec(select(Listed))}
    seen: set[str] = set()
    for number, cells in rows_of(file, LIST_COLUMNS, ",", read):
        values = _listed(cells)
        if isinstance(values, str) or values["code"] in seen:
            reason = values if isinstance(values, str) else "code_structure_milo: it stands above already"
            report.refuse(f"{file.name}, line {number}, {reason}")
            continue
        seen.add(values["code"])
        _put(tx, report, known, {**values, "source": file.name})
    return report


def _listed(cells: Mapping[str, str]) -> dict[str, Any] | str:
    """The values of a row, or why it is refused."""
    code = _code(cells["code_structure_milo"])
    if not code:
        return "code_structure_milo: expected a code such as 58194S00"
    try:
        lat, lon = (float(cells[c]) if cells[c] else None for c in ("lat", "lon"))
    except ValueError:
        return "lat, lon: expected degrees such as 46.98"
    if not (abs(lat or 0) <= 90 and abs(lon or 0) <= 180):  # «nan» is no number to compare
        return "lat, lon: expected degrees on Earth"
    usual, official = cells["nom_usuel"], cells["nom_officiel"]
    name = usual if len(usual) > len("mission locale") else official or usual
    address = f"{cells['codes_postaux'][:5]} {cells['commune_siege']}".strip()
    return {
        "code": code,
        "name": name,
        "departement": cells["departement"],
        "address": address,
        "lat": lat,
        "lon": lon,
    }


def import_coverage(tx: Tx, file: Path, read: Read = lambda _: None) -> Report:
    """Commune -> mission locale (columns of COVERAGE_COLUMNS, separated by semicolons)."""
    report, known = Report(), {row.code: row for row in tx.exec(select(Listed))}
    held = {(row.insee, row.code) for row in tx.exec(select(ListedCoverage))}
    for number, cells in rows_of(file, COVERAGE_COLUMNS, ";", read):
        code, insee = _code(cells["Code ML"]), cells["Code INSEE"]
        if not code or load_communes().get(insee) is None:
            column = "Code INSEE: expected a commune" if code else "Code ML: expected a code such as 75119"
            report.refuse(f"{file.name}, line {number}, {column}")
            continue
        _know(tx, known, code, cells, file.name)
        if (insee, code) in held:
            report.unchanged += 1
            continue
        held.add((insee, code))
        tx.add(ListedCoverage(insee=insee, code=code))
        report.new += 1
    return report


def _know(tx: Tx, known: dict[str, Listed], code: str, cells: Mapping[str, str], source: str) -> None:
    """The coverage knows a street; a mission locale that the list does not hold is taken from here."""
    town = f"{cells['Code Postal ML']} {cells['Ville ML']}".strip()
    address = ", ".join(filter(None, (cells["Adresse ML"], town)))
    row = known.get(code) or Listed(code=code, name=cells["Nom Officiel ML"] or code, source=source)
    row.address = address or row.address
    known[code] = row
    tx.add(row)


def _put(tx: Tx, report: Report, known: dict[str, Listed], values: dict[str, Any]) -> None:
    row = known.get(values["code"])
    if row is None:
        known[values["code"]] = row = Listed(**values)
        report.new += 1
    elif all(getattr(row, k) == v for k, v in values.items() if k != "address"):
        report.unchanged += 1
        return
    else:
        report.changed += 1
        for key, value in values.items():
            setattr(row, key, value if key != "address" else row.address or value)
    tx.add(row)


def _code(text: str) -> str:
    """58194S00 and 58194 are the same mission locale."""
    code = text.partition("S")[0]
    return code if 4 < len(code) < 7 and code.isalnum() and code.isascii() else ""
