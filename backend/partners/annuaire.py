"""Importing the directory of public services (DILA, «base de données locales»): `{"service": [...]}` in JSON.

The types of `local_services.csv` become partners; missions locales complete the national list with phone and site.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from backend.db import Tx, now
from backend.partners.annuaire_records import MISSION_LOCALE, SOURCE, organisation, service, type_of
from backend.partners.importing import is_of, scope
from backend.partners.listed import Missions
from backend.partners.models import PARTNERS, SERVICES
from backend.partners.reading import Read, rows
from backend.partners.report import Report
from backend.partners.storing import Put, Shelf, batches, forget_gone, index
from backend.partners.validating import LONGEST_ID, Rejected


def import_annuaire(
    tx: Tx,
    file: Path,
    read: Read = lambda _: None,
    departements: Collection[str] = (),
    at: datetime | None = None,
) -> Report:
    """What became of each organisation. The file is taken as whole for its départements. Raises ImportRefused."""
    at = at or now()
    partners, offers = Shelf(tx, PARTNERS, Report(), at), Shelf(tx, SERVICES, Report(), at)
    for batch in batches(_read(partners, Missions(tx, partners.report), file, read, departements)):
        offered = {values["outside_id"]: values.pop("type") for _, values in batch}
        partners.put(batch)
        held = partners.held(list(offered))
        services = [
            (where, service(values, offered[values["outside_id"]], held[values["outside_id"], SOURCE][0]))
            for where, values in batch
        ]
        index(tx, offers.put(services))
    if partners.seen:
        partners.mark_gone(*scope({SOURCE}, departements))
        forget_gone(tx, at)
    return partners.report


def _read(
    shelf: Shelf, missions: Missions, file: Path, read: Read, departements: Collection[str]
) -> Iterator[Put]:
    """The organisations asked for, each with its type; missions locales go to the national list."""
    report, seen = shelf.report, set[str]()
    for number, row in rows(file, "service", read):
        where, kind = f"{file.name}, {number}", type_of(row)
        if kind is None:
            report.passed += 1
            continue
        try:
            values = organisation(row, kind, partial(report.drop, where))
        except Rejected as error:
            report.refuse(where, str(error))
            shelf.spared.add(str(row.get("id"))[:LONGEST_ID])
            continue
        if not is_of(values["insee"], values["postcode"], departements):
            report.passed += 1
        elif kind.type == MISSION_LOCALE:
            missions.complete(values["insee"][: 3 if values["insee"] >= "97" else 2], values)
        elif values["outside_id"] in seen:
            report.refuse(where, "id: it stands above already")
        else:
            seen.add(values["outside_id"])
            yield where, {**values, "type": kind}
