"""Adding someone of the staff from the command line."""

from __future__ import annotations

from sqlmodel import select

from backend.db import Database, Tx
from backend.people.accounts import BadAccount, create_person
from backend.places.models import MissionLocale, Site


def add_person(db: Database, name: str, email: str, password: str, roles: list[str]) -> None:
    """Add an account with its roles, each ROLE@MISSION_LOCALE or ROLE@MISSION_LOCALE/SITE. Raises BadAccount."""
    with db.transaction() as tx:
        create_person(tx, name, email, password, [_place(tx, role) for role in roles])


def _place(tx: Tx, text: str) -> tuple[int, int | None, str]:
    role, _, where = text.partition("@")
    slug, _, site_slug = where.partition("/")
    home = tx.exec(select(MissionLocale).where(MissionLocale.slug == slug)).first()
    if home is None:
        raise BadAccount(f"--role {text}: expected ROLE@MISSION_LOCALE with the slug of one that is loaded")
    if not site_slug:
        return home.id or 0, None, role
    site = tx.exec(select(Site).where(Site.slug == site_slug, Site.mission_locale_id == home.id)).first()
    if site is None:
        raise BadAccount(f"--role {text}: expected the slug of a site of {slug}")
    return home.id or 0, site.id, role
