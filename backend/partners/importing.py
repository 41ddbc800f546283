"""Importing data·inclusion v1: structures, then what they offer. In one transaction, and twice is as once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.sql import ColumnElement

from backend.db import Tx, now
from backend.partners import records
from backend.partners.models import PARTNERS, SERVICES
from backend.partners.reading import Read, rows
from backend.partners.report import Report
from backend.partners.storing import Put, Shelf, Values, batches, forget_gone, index
from backend.partners.validating import LONGEST_ID, Drop, Rejected
from content.communes import load_communes
from content.partners import zones_of

Make = Callable[[Any, Drop], Values]


def import_data_inclusion(
    tx: Tx,
    structures: Path,
    services: Path,
    read: Read = lambda _: None,
    departements: Collection[str] = (),
    *,
    extract: bool = False,
    at: datetime | None = None,
) -> tuple[Report, Report]:
    """Structures and services of these départements (all if none is named): what became of each.

    A full file closes the doors it no longer names (of the sources it names); an `extract` closes none.
    Raises ImportRefused.
    """
    at = at or now()
    partners = Shelf(tx, PARTNERS, Report(), at)
    offers = Shelf(tx, SERVICES, Report(), at)
    sources: set[str] = set()
    for batch in batches(_read(partners, structures, records.structure, read)):
        sources |= _put_partners(partners, batch, departements)
    for batch in batches(_read(offers, services, records.service, read)):
        here = _at_their_partner(tx, offers, partners, batch, lenient=bool(departements))
        sources |= {values["source"] for _, values in here}
        index(tx, offers.put(here))
    if not extract:
        partners.mark_gone(*scope(sources, departements))
        offers.mark_gone(*_scope_of_services(sources, departements))
    forget_gone(tx, at)
    return partners.report, offers.report


def _put_partners(shelf: Shelf, batch: list[Put], departements: Collection[str]) -> set[str]:
    """Put those of these départements; the sources that they name."""
    here = [put for put in batch if is_of(put[1]["insee"], put[1]["postcode"], departements)]
    shelf.report.passed += len(batch) - len(here)
    shelf.put(here)
    return {values["source"] for _, values in here}


def _read(shelf: Shelf, file: Path, make: Make, read: Read) -> Iterator[Put]:
    """The rows that can stand; the others are refused with where and why."""
    for number, row in rows(file, read=read):
        where = f"{file.name}, {number}"
        try:
            yield where, make(row, partial(shelf.report.drop, where))
        except Rejected as error:
            shelf.report.refuse(where, str(error))
            if isinstance(row, dict) and isinstance(row.get("id"), str):
                shelf.spared.add(row["id"][:LONGEST_ID])


def is_of(insee: str, postcode: str, departements: Collection[str]) -> bool:
    """Whether a place lies in one of these départements; with none, everywhere."""
    code = insee or postcode
    return not departements or any(code.startswith(d) for d in departements)


def _at_their_partner(tx: Tx, shelf: Shelf, partners: Shelf, batch: list[Put], *, lenient: bool) -> list[Put]:
    """Each service with the partner that offers it, and its place where the service names none."""
    t = PARTNERS.c
    wanted = {values["structure_id"] for _, values in batch}
    found = select(t.outside_id, t.source, t.id, t.insee, t.commune, t.lat, t.lon).where(
        t.outside_id.in_(wanted)
    )
    held = {(row.outside_id, row.source): row for row in tx.execute(found) if row.id in partners.seen}
    by_id = {outside: row for (outside, _), row in held.items()}
    kept: list[Put] = []
    for where, values in batch:
        structure_id = values.pop("structure_id")
        partner = held.get((structure_id, values["source"])) or by_id.get(structure_id)
        if partner is not None:
            kept.append((where, {**values, "partner_id": partner.id, **_place(values, partner)}))
        elif lenient:
            shelf.report.passed += 1
        else:
            shelf.report.refuse(where, "structure_id: no structure of the file has this id")
    return kept


def _place(values: Values, partner: Any) -> Values:
    """Where it is offered, and to whom: by default at the partner's, for those of its département."""
    at_partners = not values["insee"] or values["insee"] == partner.insee
    place = {name: values[name] for name in ("insee", "commune", "lat", "lon")}
    if values["lat"] is None:
        commune = load_communes().get(values["insee"])
        point = (partner.lat, partner.lon) if at_partners or commune is None else commune.point
        place["lat"], place["lon"] = point or (None, None)
    if at_partners:
        place |= {"insee": partner.insee, "commune": partner.commune}
    return {**place, "zones": values["zones"] or list(zones_of(place["insee"])[-2:-1])}


def scope(sources: Collection[str], departements: Collection[str]) -> list[ColumnElement[bool]]:
    """The partners that a full file of these sources and départements would name."""
    t = PARTNERS.c
    here = [or_(*(t.insee.startswith(d, autoescape=True) for d in departements))] if departements else []
    return [t.source.in_(sources), *here]


def _scope_of_services(sources: Collection[str], departements: Collection[str]) -> list[ColumnElement[bool]]:
    t = SERVICES.c
    here = select(PARTNERS.c.id).where(*scope(sources, departements))
    return [t.source.in_(sources), *([t.partner_id.in_(here)] if departements else [])]
