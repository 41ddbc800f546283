"""Whom to name to a youth whom no territory of this deployment serves. Never a dead end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from backend.db import Tx
from backend.places.coverage import codes_of
from backend.places.models import Listed, ListedCoverage
from content.communes import Commune, load_communes
from content.distance import kilometres
from content.places import neighbours, unml_url

FAR = float("inf")
MOST = 3
"""How many are named when nobody knows which is the right one."""


@dataclass(frozen=True)
class Named:
    """A mission locale to name; what is not known of it is empty."""

    name: str
    address: str
    link: str

    @property
    def line(self) -> str:
        """Name and address on one line."""
        return ", ".join(filter(None, (self.name, self.address)))


def elsewhere(tx: Tx, insee: str) -> dict[str, Any]:
    """By the imported coverage for certain; else up to three to be checked: who share it, or the nearest known.

    `lines` are those to be checked when there are several, one a line; `directory` is always there.
    """
    covering, commune = listed_for(tx, insee), load_communes().get(insee)
    found = covering or (_nearest(tx, commune) if commune else [])
    known = {"id": None, "served": False, "certain": len(covering) == 1, "phone": "", "directory": unml_url()}
    first = found[0] if found else Named("", "", "")
    return {
        **known,
        "name": first.name,
        "address": first.address,
        "link": first.link or unml_url(),
        "shared": len(covering) > 1,
        "lines": "\n".join(f"• {one.line}" for one in found[:MOST]) if len(found) > 1 else "",
    }


def listed_for(tx: Tx, insee: str) -> list[Named]:
    """Who serve this commune by the national coverage; an arrondissement without a row is served as its city is."""
    return next((found for code in codes_of(insee) if (found := _covering(tx, code))), [])


def _covering(tx: Tx, insee: str) -> list[Named]:
    serving = select(Listed).join(ListedCoverage, col(ListedCoverage.code) == Listed.code)
    rows = tx.exec(serving.where(ListedCoverage.insee == insee).order_by(col(Listed.code)))
    return [Named(row.name, row.address, row.website) for row in rows]


def _nearest(tx: Tx, commune: Commune) -> list[Named]:
    """The nearest of the same département: of the imported list, else of the neighbours that we know."""
    km = _from(commune)
    listed = tx.exec(select(Listed).where(Listed.departement == commune.departement)).all()
    if listed:
        near = sorted(listed, key=lambda one: km(one.lat, one.lon))[:MOST]
        return [Named(one.name, one.address, one.website) for one in near]
    known = sorted(neighbours(commune.departement), key=lambda one: km(one.lat, one.lon))[:MOST]
    return [Named(one.name, "", one.website) for one in known]


def _from(commune: Commune) -> Callable[[float | None, float | None], float]:
    def km(lat: float | None, lon: float | None) -> float:
        if commune.point is None or lat is None or lon is None:
            return FAR
        return kilometres(commune.point, (lat, lon))

    return km
