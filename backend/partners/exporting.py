"""Our own sites as data·inclusion v1: a structure each, and one service (the young people it receives)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data_inclusion.schema.v1 import Service, Structure  # type: ignore[import-untyped]  # it has no py.typed
from pydantic import ValidationError
from sqlmodel import col, select

from backend.agenda.models import Opening
from backend.db import Tx
from backend.partners.rules import clean, safe_link
from backend.places.models import Coverage, MissionLocale, Site
from content.partners import published, themes_for

SOURCE, NETWORK = "passerelle", "mission-locale"
YOUNGEST, OLDEST_YOUTH = 16, 25
NAME = 150
Row = dict[str, Any]


@dataclass(frozen=True)
class Published:
    """What is published, and the sites that cannot be, with why."""

    structures: list[Row]
    services: list[Row]
    left_out: list[str]


def published_sites(tx: Tx, at: datetime, slug: str | None = None, *, examples: bool = False) -> Published:
    """The open sites of one mission locale, or of all, in the order of their ids. Made-up ones only if asked for."""
    done = Published([], [], [])
    for home, site in _open_sites(tx, at, slug, examples=examples):
        place = _place(home, site, at.date())
        pair = (
            {**place, "nom": _name(home, site), "reseaux_porteurs": [NETWORK]},
            {**place, **_offer(tx, site, place, examples=examples)},
        )
        try:
            Structure.model_validate(pair[0])
            Service.model_validate(pair[1])
        except ValidationError as error:
            fault = error.errors(include_url=False, include_input=False)[0]
            done.left_out.append(f"{site.slug}, {fault['loc'][0]}: {fault['msg']}")
            continue
        done.structures.append(pair[0])
        done.services.append(pair[1])
    return done


def _open_sites(
    tx: Tx, at: datetime, slug: str | None, *, examples: bool
) -> Iterator[tuple[MissionLocale, Site]]:
    """Ours and not a partner's, not closed for good."""
    ours = select(MissionLocale, Site).join(Site, col(Site.mission_locale_id) == MissionLocale.id)
    ours = ours.where(Site.kind != "partner").order_by(col(MissionLocale.slug), col(Site.slug))
    if slug:
        ours = ours.where(MissionLocale.slug == slug)
    if not examples:
        ours = ours.where(col(Site.example).is_(False), col(MissionLocale.example).is_(False))
    for home, site in tx.exec(ours):
        if site.closed_at is None or site.closed_at > at:
            yield home, site


def _name(home: MissionLocale, site: Site) -> str:
    return clean(site.name if home.name in site.name else f"{home.name} - {site.name}", NAME).rstrip(".")


def _place(home: MissionLocale, site: Site, today: date) -> Row:
    """What a structure and its service share."""
    page = safe_link(site.website) or safe_link(home.website)
    changed = max(filter(None, (site.checked_on, site.changed_at.date())))
    return {
        "source": SOURCE,
        "id": f"{SOURCE}--{home.slug}--{site.slug}",
        "date_maj": min(changed, today).isoformat(),
        "commune": site.commune or None,
        "code_postal": site.postcode or None,
        "code_insee": site.insee or None,
        "adresse": site.address or None,
        "complement_adresse": site.host or None,
        "longitude": site.lon,
        "latitude": site.lat,
        "telephone": site.phone or home.phone or None,
        "courriel": site.email or None,
        "site_web": page or None,
        "horaires_accueil": site.hours or None,
        "accessibilite_lieu": safe_link(site.access) or None,
    }


def _offer(tx: Tx, site: Site, place: Row, *, examples: bool) -> Row:
    words = {"first": site.age_min or YOUNGEST, "last": site.age_max or OLDEST_YOUTH, "site": site.name}
    said = {name: text.format(**words) for name, text in published().items()}
    return {
        "site_web": None,
        "accessibilite_lieu": None,
        "id": f"{place['id']}--accueil",
        "structure_id": place["id"],
        "nom": said["name"],
        "description": said["description"],
        "type": "accompagnement",
        "thematiques": list(themes_for(site.needs)),
        "frais": "gratuit",
        "publics": ["jeunes"],
        "publics_precisions": said["audience"],
        "modes_accueil": _modes(tx, site),
        "zone_eligibilite": _zone(tx, site, examples=examples),
        "lien_mobilisation": place["site_web"],
        "modes_mobilisation": _ways(site, place) or None,
        "mobilisable_par": ["professionnels", "usagers"],
    }


def _modes(tx: Tx, site: Site) -> list[str]:
    """At the place, and at a distance if an advisor there calls."""
    there = tx.exec(select(Opening.modes).where(Opening.site_id == site.id))
    calls = any(set(modes) & {"phone", "visio"} for modes in there)
    return ["a-distance", "en-presentiel"] if calls else ["en-presentiel"]


def _zone(tx: Tx, site: Site, *, examples: bool) -> list[str] | None:
    """The communes served: the site's own, else those that its mission locale serves for certain."""
    if site.communes:
        return sorted(site.communes)
    served = select(Coverage.insee).where(Coverage.mission_locale_id == site.mission_locale_id)
    if not examples:
        served = served.where(col(Coverage.certain).is_(True))
    return sorted(tx.exec(served)) or None


def _ways(site: Site, place: Row) -> Sequence[str]:
    ways = {
        "envoyer-un-courriel": place["courriel"],
        "se-presenter": site.booking_mode in {"walk_in", "both"},
        "telephoner": place["telephone"],
        "utiliser-lien-mobilisation": place["site_web"],
    }
    return [way for way, there in ways.items() if there]
