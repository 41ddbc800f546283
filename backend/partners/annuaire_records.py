"""From an organisation of the directory of public services to the values of our tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from backend.partners.annuaire_hours import osm_hours
from backend.partners.records import NAME, hours
from backend.partners.rules import OLDEST, clean, phone, placed, safe_link
from backend.partners.storing import Values
from backend.partners.validating import LONGEST_ID, Drop, Rejected
from content.communes import Commune, load_communes
from content.partners import LocalService, local_services, zones_of

SOURCE, MISSION_LOCALE, COMMUNAL = "lannuaire", "mission_locale", "ccas"


def type_of(row: Any) -> LocalService | None:
    """The first of its types that is imported."""
    if not isinstance(row, Mapping):
        return None
    types = (str(pivot.get("type_service_local")) for pivot in _maps(row.get("pivot")))
    return next((local_services()[t] for t in types if t in local_services()), None)


def organisation(row: Mapping[str, Any], kind: LocalService, drop: Drop) -> Values:
    """The values of a Partner. Raises Rejected."""
    outside_id, name = (
        clean(_text(row.get(key)), longest) for key, longest in (("id", LONGEST_ID), ("nom", NAME))
    )
    if not outside_id or outside_id != row.get("id") or not name:
        raise Rejected("id, nom: expected short plain words")
    email = next((str(mail) for mail in _list(row.get("adresse_courriel"))), "")
    return {
        "source": SOURCE,
        "outside_id": outside_id,
        "name": name,
        "description": "",
        "networks": [kind.network] if kind.network else [],
        **_place(row, drop),
        "phone": next(filter(None, (phone(_value(v)) for v in _list(row.get("telephone")))), ""),
        "email": clean(email, LONGEST_ID) if "@" in email else "",
        "website": next(filter(None, (_site(_value(v)) for v in _list(row.get("site_internet")))), ""),
        "access": "",
        "hours": hours(osm_hours(_list(row.get("plage_ouverture"))), drop),
        "updated_on": _changed(row),
    }


def service(values: Values, kind: LocalService, partner_id: int) -> Values:
    """What an organisation offers: one service, for its commune (a CCAS) or its département."""
    zones = zones_of(values["insee"])
    same = ("source", "outside_id", "insee", "commune", "lat", "lon", "phone", "email", "hours", "updated_on")
    return {
        **{name: values[name] for name in same},
        "partner_id": partner_id,
        "name": kind.name,
        "description": "",
        "needs": list(kind.needs),
        "zones": list(zones[:1] if kind.type == COMMUNAL else zones[-2:-1]),
        "modes": ["en-presentiel"],
        "how": ["telephoner", "se-presenter"],
        "fees": "gratuit",
        "address": values["address"],
        "link": values["website"],
        "shown": True,
    }


def _place(row: Mapping[str, Any], drop: Drop) -> Values:
    address = _address(row)
    commune = _commune(row, address)
    if commune is None:
        raise Rejected("code_insee_commune, adresse: expected a commune")
    given = (_degrees(address.get("latitude")), _degrees(address.get("longitude")))
    point = placed(*given, commune)
    if point is None and given != (None, None):
        drop("latitude, longitude: expected a point around its commune")
    lat, lon = point or commune.point or (None, None)
    street = (clean(str(address.get(part) or "")) for part in ("complement1", "complement2", "numero_voie"))
    return {
        "address": clean(", ".join(filter(None, street))),
        "postcode": clean(str(address.get("code_postal") or ""), 5),
        "commune": commune.name,
        "insee": commune.insee,
        "lat": lat,
        "lon": lon,
    }


def _address(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Where one can go; a postal address is only the second choice."""
    given = _maps(row.get("adresse"))
    return next((a for a in given if a.get("type_adresse") == "Adresse"), next(iter(given), {}))


def _commune(row: Mapping[str, Any], address: Mapping[str, Any]) -> Commune | None:
    communes = load_communes()
    known = communes.get(str(row.get("code_insee_commune") or ""))
    if known is not None:
        return known
    found = communes.find(
        f"{address.get('code_postal') or ''} {str(address.get('nom_commune') or '')[:NAME]}"
    )
    return found[0] if len(found) == 1 else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    """A list, also one written as text (the exports of the API)."""
    if isinstance(value, str) and value.startswith("["):
        with suppress(ValueError, RecursionError):
            value = json.loads(value)
    return value if isinstance(value, list) else [value] if isinstance(value, str) and value else []


def _maps(value: object) -> list[Mapping[str, Any]]:
    return [one for one in _list(value) if isinstance(one, Mapping)]


def _value(one: object) -> str:
    return str((one.get("valeur") if isinstance(one, Mapping) else one) or "")


def _site(url: str) -> str:
    return safe_link(url if "://" in url or not url else f"https://{url}")


def _degrees(written: object) -> float | None:
    try:
        return float(str(written)) if written not in {None, ""} else None
    except ValueError:
        return None


def _changed(row: Mapping[str, Any]) -> date:
    """`18/12/2024 17:42:39`, or an ISO date; very old if it is not said."""
    written = str(row.get("date_modification") or "")[:10]
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        with suppress(ValueError):
            return datetime.strptime(written, form).date()  # noqa: DTZ007 -- a day has no zone
    return OLDEST
