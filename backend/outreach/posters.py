"""Making posters, retiring them, and knowing them again when somebody comes by one."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlmodel import col, select

from backend.db import Tx
from backend.outreach.models import Poster
from backend.people.accounts import Staff
from backend.people.models import Person
from backend.places.models import MissionLocale, Site
from backend.scene import Scene

ROLES = ("mediator", "manager")
"""Who makes posters and sees how many came from each."""
PREFIX = "aff-"
"""What the payload of a poster begins with; those of cards and of staff begin otherwise."""
LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
"""None is taken for another when it is read aloud or typed from paper."""
LENGTH = 8
"""30^8 codes: whoever tries a thousand a second meets one of a thousand posters once in twenty years."""
LONGEST = 80
"""Characters of a name."""


class Hung(NamedTuple):
    """A poster with where it leads and who made it."""

    poster: Poster
    home: MissionLocale
    site: Site | None
    maker: str | None


def new_code() -> str:
    return PREFIX + "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def make(tx: Tx, staff: Staff, home: int, site: int | None, name: str, at: datetime) -> Poster:
    """A new poster. The caller has looked whether the place is theirs."""
    poster = Poster(
        code=new_code(), mission_locale_id=home, site_id=site, name=name, person_id=staff.id, created_at=at
    )
    tx.add(poster)
    tx.flush()
    return poster


def posters(tx: Tx, staff: Staff) -> list[Hung]:
    """Those of their missions locales, the newest first, the retired ones last."""
    return sorted(_hung(tx, staff.mission_locales(*ROLES)), key=lambda one: one.poster.retired_at is not None)


def find(tx: Tx, staff: Staff, poster_id: int) -> Hung | None:
    """A poster if it exists and is of one of their missions locales."""
    return next(iter(_hung(tx, staff.mission_locales(*ROLES), poster_id)), None)


def _hung(tx: Tx, homes: Collection[int], poster_id: int | None = None) -> list[Hung]:
    wanted = (
        select(Poster, MissionLocale, Site, Person.name)
        .join(MissionLocale, col(MissionLocale.id) == Poster.mission_locale_id)
        .outerjoin(Site, col(Site.id) == Poster.site_id)
        .outerjoin(Person, col(Person.id) == Poster.person_id)
        .where(col(Poster.mission_locale_id).in_(homes))
    )
    one = wanted if poster_id is None else wanted.where(Poster.id == poster_id)
    return [Hung(*row) for row in tx.execute(one.order_by(col(Poster.id).desc()))]


def came_by(scene: Scene, payload: str) -> None:
    """Remember the poster by which a conversation begins. A later scan, an unknown or a retired code change nothing."""
    code = payload.lower()
    if scene.row.last_seq > 1 or not code.startswith(PREFIX):
        return
    mine = select(Poster.id).where(Poster.code == code, col(Poster.retired_at).is_(None))
    scene.row.poster_id = scene.tx.exec(mine).first()
