"""How the directories of others are read: their themes, audiences and types, in our needs (see partners.README.md)."""

from __future__ import annotations

import csv
import gzip
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from content.communes import load_communes
from content.loader import need_ids
from content.rows import Row, read_rows, unique

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Theme:
    """A theme of data·inclusion: the needs it answers, and those for which our sites are published under it."""

    id: str
    needs: tuple[str, ...]
    told_for: tuple[str, ...]


@dataclass(frozen=True)
class LocalService:
    """A type of the directory of public services that may help a young person."""

    type: str
    name: str
    needs: tuple[str, ...]
    network: str


@cache
def themes(file: Path = HERE / "thematiques.csv") -> Mapping[str, Theme]:
    """Every theme by its id, those left out with no needs. Raises ContentError."""
    rows = unique(read_rows(file, ("thematique", "needs", "told_for", "why")), "thematique")
    return {row.word("thematique"): _theme(row) for row in rows}


def _theme(row: Row) -> Theme:
    needs = row.some_of("needs", need_ids())
    told_for = row.some_of("told_for", needs)
    if not needs and not row.text("why"):
        raise row.wrong("why", "a reason, since it answers no need")
    return Theme(row.word("thematique"), needs, told_for)


def needs_of(ids: Iterable[str]) -> tuple[str, ...]:
    """The needs that these themes answer, in the order of the questionnaires; unknown themes answer none."""
    found = {need for id_ in ids if id_ in themes() for need in themes()[id_].needs}
    return tuple(need for need in need_ids() if need in found)


def themes_for(needs: Collection[str]) -> tuple[str, ...]:
    """The themes under which a place with these needs is published; with none, under all."""
    wanted = set(needs or need_ids())
    return tuple(theme.id for theme in themes().values() if wanted & set(theme.told_for))


@cache
def _audiences(file: Path = HERE / "publics.csv") -> Mapping[str, bool]:
    rows = unique(read_rows(file, ("public", "youth", "why")), "public")
    return {row.word("public"): row.flag("youth") for row in rows}


def is_for_youths(audiences: Collection[str]) -> bool:
    """Whether someone of 16 to 25, of whom nothing else is asked, is among these; nobody named means everybody."""
    return not audiences or any(_audiences().get(one, False) for one in audiences)


@cache
def local_services(file: Path = HERE / "local_services.csv") -> Mapping[str, LocalService]:
    """The types of the directory of public services that are imported. Raises ContentError."""
    rows = unique(read_rows(file, ("type", "name", "needs", "network")), "type")
    return {
        row.word("type"): LocalService(
            row.word("type"), row.word("name"), row.some_of("needs", need_ids()), row.text("network")
        )
        for row in rows
    }


@cache
def _sources(file: Path = HERE / "partner_sources.csv") -> Mapping[str, str]:
    rows = unique(read_rows(file, ("source", "name")), "source")
    return {row.word("source"): row.word("name") for row in rows}


def source_name(code: str) -> str:
    """How a source is called; its code if it has no name here."""
    return _sources().get(code, code)


@cache
def published(file: Path = HERE / "published.toml") -> Mapping[str, str]:
    """The words under which our own sites are published: name, description and audience of what they offer."""
    words: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return words


@cache
def epcis(file: Path = HERE / "epci.csv.gz") -> Mapping[str, str]:
    """The grouping of each commune: INSEE code to SIREN (read once a process)."""
    with gzip.open(file, "rt", encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table)
        return {insee: row["epci"] for row in rows for insee in row["communes"].split()}


def zones_of(insee: str) -> tuple[str, ...]:
    """The zones that someone of this commune or arrondissement lives in, the smallest first; none if unknown."""
    commune = load_communes().get(insee)
    if commune is None:
        return ()
    city = commune.within or commune.insee
    grouping = epcis().get(city)
    zones = (commune.insee, city, grouping, commune.departement, "france")
    return tuple(dict.fromkeys(zone for zone in zones if zone))


@cache
def known_zones() -> frozenset[str]:
    """Every code that a zone may name: communes, groupings, départements, the country."""
    communes = load_communes().all
    departements = {c.departement for c in communes}
    return frozenset({c.insee for c in communes} | set(epcis().values()) | departements | {"france"})
