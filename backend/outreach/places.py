"""What a poster may lead to: a mission locale, or one of its open sites."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import col, select

from backend.db import Tx
from backend.outreach.posters import ROLES
from backend.people.accounts import Staff
from backend.places.models import MissionLocale, Site
from backend.places.sites import is_open


class Choice(NamedTuple):
    """A place as a form offers it."""

    value: str
    name: str
    home: int
    site: int | None


def choices(tx: Tx, staff: Staff, at: datetime) -> list[Choice]:
    """Their missions locales, each followed by its open sites, by name."""
    mine = col(MissionLocale.id).in_(staff.mission_locales(*ROLES))
    homes = tx.exec(select(MissionLocale).where(mine).order_by(MissionLocale.name)).all()
    there = col(Site.mission_locale_id).in_([home.id for home in homes])
    sites = tx.exec(select(Site).where(there).order_by(Site.name, col(Site.id))).all()
    found: list[Choice] = []
    for home in homes:
        found.append(Choice(f"ml-{home.id}", home.name, home.id or 0, None))
        found += [
            Choice(f"lieu-{site.id}", site.name, home.id or 0, site.id)
            for site in sites
            if site.mission_locale_id == home.id and is_open(site, at)
        ]
    return found
