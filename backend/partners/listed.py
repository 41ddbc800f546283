"""What the directory of public services knows of missions locales completes the national list."""

from __future__ import annotations

from typing import Any

from sqlmodel import select

from backend.db import Tx
from backend.partners.report import Report
from backend.places.models import Listed
from content.plain import plain

Key = tuple[str, str]
"""Département and plain name of the commune: one mission locale has its seat there."""


class Missions:
    """The national list by the commune of each seat; a commune that two share is left alone."""

    def __init__(self, tx: Tx, report: Report) -> None:
        self.tx, self.report, self.told = tx, report, set[str]()
        self.seats: dict[Key, Listed | None] = {}
        for row in tx.exec(select(Listed)):
            key = (row.departement, _commune(row.address))
            self.seats[key] = None if key in self.seats else row

    def complete(self, departement: str, values: dict[str, Any]) -> None:
        """Give the mission locale whose seat is there this phone, site and street; the first of the file wins."""
        row = self.seats.get((departement, plain(values["commune"])))
        if row is None or row.code in self.told:
            self.report.passed += 1
            return
        self.told.add(row.code)
        town = f"{values['postcode']} {values['commune']}".strip()
        street = f"{values['address']}, {town}" if values["address"] else row.address
        found = {"phone": values["phone"], "website": values["website"], "address": street}
        wanted = {name: value for name, value in found.items() if value and getattr(row, name) != value}
        for name, value in wanted.items():
            setattr(row, name, value)
        if wanted:
            self.report.changed += 1
            self.tx.add(row)
        else:
            self.report.unchanged += 1


def _commune(address: str) -> str:
    """`7 rue Keravel, 29200 Brest` has its commune after the postcode."""
    return plain(address.rpartition(",")[2].strip().lstrip("0123456789"))
