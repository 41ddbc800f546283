"""Reading the territories: one folder a mission locale in `territories/`, and what they have in common.

Reading is strict: a mistake raises ContentError with the file, the line and what is expected.
"""

import tomllib
from dataclasses import fields
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from content.communes import load_communes
from content.helplines import helpline
from content.loader import QUESTIONNAIRES, need_ids
from content.place_rows import covered, motive, neighbour, opening, site, staff_member
from content.rows import ContentError, read_rows, unique
from content.territory import Covered, MissionLocale, Motive, Neighbour, Opening, Site, Staff, Territory

__all__ = [
    "ContentError",
    "Covered",
    "MissionLocale",
    "Motive",
    "Neighbour",
    "Opening",
    "Site",
    "Staff",
    "Territory",
    "load_territory",
    "motive_ids",
    "motives",
    "neighbours",
    "territory_names",
    "unml_url",
]

TERRITORIES = Path(__file__).parent / "territories"


def territory_names() -> tuple[str, ...]:
    """The territories kept with the product."""
    return tuple(
        sorted(folder.name for folder in TERRITORIES.iterdir() if (folder / "territory.toml").is_file())
    )


@lru_cache
def load_territory(slug: str, root: Path = TERRITORIES, questionnaires: Path = QUESTIONNAIRES) -> Territory:
    """Everything of one territory, checked against the needs of these questionnaires. Raises ContentError."""
    needs = need_ids(questionnaires)
    folder = root / slug
    mission_locale = _mission_locale(folder / "territory.toml", slug)
    sites = tuple(site(row, needs) for row in unique(read_rows(folder / "sites.csv", _columns(Site))))
    site_ids = frozenset(s.id for s in sites)
    staff = tuple(
        staff_member(row, site_ids) for row in unique(read_rows(folder / "staff.csv", _columns(Staff)))
    )
    advisors = frozenset(s.id for s in staff if "advisor" in s.roles)
    openings = read_rows(folder / "openings.csv", _columns(Opening))
    coverage = unique(read_rows(folder / "coverage.csv", _columns(Covered)), "insee")
    return Territory(
        mission_locale,
        sites,
        staff,
        tuple(opening(row, advisors, site_ids, needs) for row in openings),
        motives(root, questionnaires),
        tuple(covered(row) for row in coverage),
    )


@lru_cache
def motives(root: Path = TERRITORIES, questionnaires: Path = QUESTIONNAIRES) -> tuple[Motive, ...]:
    """The kinds of appointment that all territories share."""
    needs = need_ids(questionnaires)
    return tuple(motive(row, needs) for row in unique(read_rows(root / "motives.csv", _columns(Motive))))


def motive_ids(root: Path = TERRITORIES) -> frozenset[str]:
    """The ids of the motives, without looking at their needs."""
    return frozenset(row.word("id") for row in read_rows(root / "motives.csv", _columns(Motive)))


@lru_cache
def neighbours(departement: str = "", root: Path = TERRITORIES) -> tuple[Neighbour, ...]:
    """Missions locales near the territories, of one département or all: to name as «à vérifier»."""
    every = (neighbour(row) for row in read_rows(root / "neighbours.csv", _columns(Neighbour)))
    return tuple(n for n in every if departement in {"", n.departement})


def unml_url() -> str:
    """The national directory of missions locales, for communes that nobody here covers."""
    return helpline("unml").website


def _columns(shape: type[Any]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(shape))


def _mission_locale(path: Path, slug: str) -> MissionLocale:
    name = f"{slug}/{path.name}"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        found = MissionLocale(**{**data, "departements": tuple(data["departements"])})
    except (OSError, tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise ContentError(
            f"{name}: expected the keys {', '.join(_columns(MissionLocale))} ({error})"
        ) from None
    checks: tuple[tuple[str, bool, str], ...] = (
        ("id", found.id == slug, "the name of its folder"),
        ("name", bool(found.name), "a value"),
        ("timezone", found.timezone in available_timezones(), "an IANA name such as Europe/Paris"),
        ("center", load_communes().get(found.center) is not None, "an INSEE code"),
        ("example", isinstance(found.example, bool), "true or false"),
        ("checked_on", isinstance(found.checked_on, date), "a date such as 2026-11-21"),
    )
    for key, right, expected in checks:
        if not right:
            raise ContentError(f"{name}, {key}: expected {expected}")
    return found
