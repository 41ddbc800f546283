"""Whom to name to a youth whom no territory of this deployment serves. Never a dead end."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from backend.db import Tx
from backend.places.models import Listed, ListedCoverage
from content.communes import Commune, load_communes
from content.distance import kilometres
from content.places import neighbours, unml_url

FAR = float("inf")


def elsewhere(tx: Tx, insee: str) -> dict[str, Any]:
    """By the imported coverage for certain; else the nearest of the département «à vérifier»; always the directory."""
    found = _covering(tx, insee)
    commune = load_communes().get(insee)
    name, address, link = found or _nearest(tx, commune) or ("", "", "")
    known = {"id": None, "name": name, "served": False, "certain": found is not None, "phone": ""}
    return {**known, "address": address, "link": link or unml_url()}


def _covering(tx: Tx, insee: str) -> tuple[str, str, str] | None:
    """The listed mission locale of this commune, if one and only one is."""
    serving = select(Listed).join(ListedCoverage, col(ListedCoverage.code) == Listed.code)
    rows = tx.exec(serving.where(ListedCoverage.insee == insee)).all()
    return (rows[0].name, rows[0].address, rows[0].website) if len(rows) == 1 else None


def _nearest(tx: Tx, commune: Commune | None) -> tuple[str, str, str] | None:
    """The nearest of the same département: of the imported list, else of the neighbours that we know."""
    if commune is None:
        return None
    listed = tx.exec(select(Listed).where(Listed.departement == commune.departement)).all()
    if listed:
        near = min(listed, key=lambda one: _km(commune, one.lat, one.lon))
        return near.name, near.address, near.website
    known = neighbours(commune.departement)
    near_by = min(known, key=lambda one: _km(commune, one.lat, one.lon), default=None)
    return (near_by.name, "", near_by.website) if near_by else None


def _km(commune: Commune, lat: float | None, lon: float | None) -> float:
    return (
        FAR if commune.point is None or lat is None or lon is None else kilometres(commune.point, (lat, lon))
    )
