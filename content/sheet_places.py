"""Which commune a line means: by its INSEE code, or by its name and postcode."""

from __future__ import annotations

from functools import lru_cache

from content.communes import Commune, load_communes
from content.plain import plain
from content.rows import Row
from content.sheet_cells import Filled, listed

MOST_SHOWN = 6


def placed(line: Filled) -> Filled:
    """The line with its `insee`, its `commune` as it is officially written, and its `postcode` if it has but one.

    Where the point is not given, it is that of the commune. Raises ContentError, with the candidates.
    """
    row = line.row
    commune = _by_code(row) if row.text("insee") else _by_name(row)
    postcode = row.text("postcode") or (commune.postcodes[0] if len(commune.postcodes) == 1 else "")
    cells = {"insee": commune.insee, "commune": commune.name, "postcode": postcode}
    if "lat" in row.cells and commune.point and not row.text("lat") and not row.text("lon"):
        cells |= {"lat": str(commune.lat), "lon": str(commune.lon)}
    return line.also(**cells)


def some_communes(row: Row, column: str) -> list[str]:
    """The INSEE codes of a list of codes or names. Raises ContentError."""
    return [_code_of(row, column, text) for text in listed(row.text(column))]


def _code_of(row: Row, column: str, text: str) -> str:
    code = text.zfill(5) if text.isdecimal() else text.upper()
    if load_communes().get(code):
        return code
    named = _named().get(plain(text), [])
    if len(named) == 1:
        return named[0].insee
    raise row.wrong(column, f"communes ({text!r} is {_shown(named) or 'none that is known'})")


def _by_code(row: Row) -> Commune:
    commune = load_communes().get(row.text("insee"))
    if commune is None:
        raise row.wrong("insee", "the INSEE code of a commune")
    if (name := row.text("commune")) and plain(name) != plain(commune.name):
        raise row.wrong("commune", f"{commune.name}, whose INSEE code is {commune.insee}")
    return commune


def _by_name(row: Row) -> Commune:
    name, postcode = row.text("commune"), row.text("postcode")
    if not name and not postcode:
        raise row.wrong("insee", "the INSEE code of a commune, or its name and postcode")
    there = [c for c in _named().get(plain(name), []) if not postcode or postcode in c.postcodes]
    if len(there) == 1:
        return there[0]
    found = there or _searched(name, postcode)
    if len(found) == 1 and postcode in found[0].postcodes:
        return found[0]
    raise row.wrong("commune" if name else "postcode", f"one commune ({_shown(found) or 'none is found'})")


@lru_cache(maxsize=10_000)
def _searched(name: str, postcode: str) -> tuple[Commune, ...]:
    return load_communes().find(f"{postcode} {name}".strip())


@lru_cache(maxsize=1)
def _named() -> dict[str, list[Commune]]:
    """The communes of each name, in plain letters."""
    found: dict[str, list[Commune]] = {}
    for commune in load_communes().all:
        found.setdefault(plain(commune.name), []).append(commune)
    return found


def _shown(found: list[Commune] | tuple[Commune, ...]) -> str:
    return ", ".join(f"{c.name} {c.insee}" for c in found[:MOST_SHOWN])
