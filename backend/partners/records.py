"""From a row of data·inclusion v1 to the values of our tables. The package of data·inclusion says what is valid."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from data_inclusion.schema.v1 import Service, Structure  # type: ignore[import-untyped]  # it has no py.typed

from backend.partners.rules import clean, phone, placed, safe_link
from backend.partners.validating import LONGEST_ID, Drop, Rejected, validated
from content.communes import Commune, load_communes
from content.hours import HoursError, check
from content.partners import is_for_youths, known_zones, needs_of

NAME = 150
WHOLE_COUNTRY = "99100"


def structure(row: Any, drop: Drop) -> dict[str, Any]:
    """The values of a Partner. Raises Rejected."""
    read = validated(Structure, row, drop)
    where = _where(read, drop)
    if where["lat"] is None and (commune := load_communes().get(where["insee"])) and commune.point:
        where["lat"], where["lon"] = commune.point
    return {
        **_known_as(read),
        "networks": sorted(r.value for r in read.reseaux_porteurs or ()),
        **where,
        "postcode": read.code_postal or "",
        **_contact(read, drop),
        "website": _link("site_web", read.site_web, drop),
        "access": _link("accessibilite_lieu", read.accessibilite_lieu, drop),
    }


def service(row: Any, drop: Drop) -> dict[str, Any]:
    """The values of a PartnerService but its partner, which `structure_id` names. Raises Rejected."""
    read = validated(Service, row, drop)
    by_youths = not read.mobilisable_par or "usagers" in read.mobilisable_par
    return {
        **_known_as(read),
        "structure_id": read.structure_id,
        "needs": list(needs_of(t.value for t in read.thematiques or ())),
        "zones": _zones(read.zone_eligibilite or (), drop),
        "modes": sorted(m.value for m in read.modes_accueil or ()),
        "how": sorted(m.value for m in read.modes_mobilisation or ()),
        "fees": read.frais.value if read.frais else "",
        **_where(read, drop),
        **_contact(read, drop),
        "link": _link("lien_mobilisation", read.lien_mobilisation, drop),
        "shown": by_youths and is_for_youths([p.value for p in read.publics or ()]),
    }


def _known_as(read: Structure | Service) -> dict[str, Any]:
    source, outside_id = clean(read.source, LONGEST_ID), clean(read.id, LONGEST_ID)
    name = clean(read.nom, NAME)
    if not source or not name or outside_id != read.id:
        raise Rejected("source, id, nom: expected short plain words")
    return {
        "source": source,
        "outside_id": outside_id,
        "name": name,
        "description": clean(read.description),
        "updated_on": read.date_maj,
    }


def _where(read: Structure | Service, drop: Drop) -> dict[str, Any]:
    """Commune, street, and the point unless it is far from its commune."""
    given = read.latitude is not None or read.longitude is not None
    commune = _commune(read.code_insee or "", read.code_postal or "", read.commune or "")
    if read.code_insee and commune is None:
        drop("code_insee: no such commune")
    point = placed(read.latitude, read.longitude, commune)
    if given and point is None:
        drop("latitude, longitude: expected a point around its commune")
    if commune is None and point is not None:
        commune = load_communes().nearest(*point)
    lat, lon = point or (None, None)
    address = ", ".join(filter(None, (clean(read.complement_adresse), clean(read.adresse))))
    return {
        "address": clean(address),
        "commune": commune.name if commune else clean(read.commune, NAME),
        "insee": commune.insee if commune else "",
        "lat": lat,
        "lon": lon,
    }


@lru_cache(maxsize=50_000)
def _commune(insee: str, postcode: str, name: str) -> Commune | None:
    """By its code, else by postcode and name when they mean one and only one."""
    if insee or not (postcode and name):
        return load_communes().get(insee)
    found = load_communes().find(f"{postcode} {name[:NAME]}")
    return found[0] if len(found) == 1 else None


def _contact(read: Structure | Service, drop: Drop) -> dict[str, Any]:
    number = phone(read.telephone)
    if read.telephone and not number:
        drop("telephone: expected one number")
    return {
        "phone": number,
        "email": clean(read.courriel, LONGEST_ID),
        "hours": hours(read.horaires_accueil, drop),
    }


def hours(osm: str | None, drop: Drop) -> str:
    """The hours if they can be read, else none."""
    line = clean(osm, 1_000)
    fault = _fault(line) if line else ""
    if fault:
        drop(f"horaires_accueil: {fault}")
    return "" if fault else line


@lru_cache(maxsize=20_000)
def _fault(osm: str) -> str:
    try:
        check(osm)
    except HoursError as error:
        return f"{error.reason} at character {error.position}"
    return ""


def _link(field: str, url: object, drop: Drop) -> str:
    link = safe_link(url)
    if url and not link:
        drop(f"{field}: expected a public page (http or https)")
    return link


def _zones(codes: Iterable[str], drop: Drop) -> list[str]:
    """The zones that exist, each once."""
    named = {"france" if code == WHOLE_COUNTRY else code for code in codes}
    if unknown := named - known_zones():
        drop(f"zone_eligibilite: {len(unknown)} codes that no place has")
    return sorted(named & known_zones())
