"""The sites that someone manages: those of a whole mission locale, or single ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select

from backend.db import Tx
from backend.people.accounts import Staff
from backend.places.models import Coverage, MissionLocale, Site, SiteException
from content.calendars import calendar_of

ROLE = "manager"


def managed(staff: Staff) -> ColumnElement[bool]:
    """Which sites this person keeps."""
    whole = col(Site.mission_locale_id).in_(staff.whole(ROLE))
    return or_(whole, col(Site.id).in_(staff.sites(ROLE)))


def sites_by_home(tx: Tx, staff: Staff) -> list[tuple[MissionLocale, list[Site]]]:
    """Their missions locales, each with the sites they keep there, by name; a whole one even without sites."""
    homes = select(MissionLocale).where(col(MissionLocale.id).in_(staff.mission_locales(ROLE)))
    found = tx.exec(select(Site).where(managed(staff)).order_by(Site.commune, Site.name, col(Site.id))).all()
    return [
        (home, [site for site in found if site.mission_locale_id == home.id])
        for home in tx.exec(homes.order_by(MissionLocale.name))
    ]


def find_site(tx: Tx, staff: Staff, site_id: int) -> Site | None:
    """A site if it exists and is theirs to keep."""
    return tx.exec(select(Site).where(managed(staff), Site.id == site_id)).first()


def lock_site(tx: Tx, site_id: int) -> Site:
    """The site as it is now; whoever books or changes it waits until this transaction ends."""
    mine = select(Site).where(Site.id == site_id).with_for_update()
    return tx.exec(mine.execution_options(populate_existing=True)).one()


def homes_of(tx: Tx, staff: Staff) -> Sequence[MissionLocale]:
    """The missions locales in which they may add a site."""
    whole = select(MissionLocale).where(col(MissionLocale.id).in_(staff.whole(ROLE)))
    return tx.exec(whole.order_by(MissionLocale.name)).all()


def center_of(tx: Tx, mission_locale_id: int) -> str | None:
    """The INSEE code around which typed communes are looked for: that of the head office, else of any site."""
    mine = select(Site.kind, Site.insee).where(Site.mission_locale_id == mission_locale_id)
    kinds = dict(reversed(tx.exec(mine.order_by(col(Site.id))).all()))
    return kinds.get("head_office") or next(iter(kinds.values()), None)


def communes_covered(tx: Tx, mission_locale_id: int) -> frozenset[str]:
    """The INSEE codes of those it serves, certainly or probably."""
    return frozenset(tx.exec(select(Coverage.insee).where(Coverage.mission_locale_id == mission_locale_id)))


def exceptions_of(tx: Tx, site_id: int) -> Sequence[SiteException]:
    """Its days that are not as usual, as they were entered: where two meet, the later holds."""
    return tx.exec(
        select(SiteException).where(SiteException.site_id == site_id).order_by(col(SiteException.id))
    ).all()


def is_open(site: Site, at: datetime) -> bool:
    return site.closed_at is None or site.closed_at > at


def zone_of(site: Site | None, home: str) -> str:
    """The time zone in which people meet: that of the site; from no site, that of the mission locale."""
    return zone_at(site.insee if site else None, home)


def zone_at(insee: str | None, home: str) -> str:
    """The same of a commune, as far as there is one."""
    return calendar_of(insee).zone if insee else home
