"""Who serves a commune, as imported."""

from __future__ import annotations

from sqlmodel import col, select

from backend.db import Tx
from backend.places.models import Coverage, ListedCoverage, MissionLocale
from content.arrondissements import CITIES
from content.communes import load_communes


def codes_of(insee: str | None) -> tuple[str, ...]:
    """The code itself and, for an arrondissement, that of its city: what is for the city is for them too."""
    commune = load_communes().get(insee) if insee else None
    return tuple(filter(None, (insee, commune.within if commune else "")))


def serving(tx: Tx, insee: str) -> list[tuple[MissionLocale, Coverage]]:
    """Who serves it, the surest first; an arrondissement without a row of its own is served as its city is."""
    return next((found for code in codes_of(insee) if (found := _rows(tx, code))), [])


def _rows(tx: Tx, code: str) -> list[tuple[MissionLocale, Coverage]]:
    served = select(MissionLocale, Coverage).join(Coverage).where(Coverage.insee == code)
    surest = served.order_by(col(Coverage.certain).desc(), col(MissionLocale.id))
    return [(place, row) for place, row in tx.exec(surest)]


def divided(tx: Tx, insee: str) -> bool:
    """Whether a city is served by arrondissement only: then one must be said before anyone can be named."""
    city = next((city for city in CITIES.values() if city.insee == insee), None)
    if city is None:
        return False
    parts = [city.arrondissement(number) for number in range(1, city.count + 1)]
    codes = [insee, *parts]
    ours = tx.exec(select(Coverage.insee).where(col(Coverage.insee).in_(codes)))
    listed = tx.exec(select(ListedCoverage.insee).where(col(ListedCoverage.insee).in_(codes)))
    known = {*ours, *listed}
    return bool(known) and insee not in known
