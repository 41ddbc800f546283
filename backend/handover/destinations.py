"""To whom a handover may be handed on: the médiateurs of its mission locale, the teams of its sites, other teams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import Handover
from backend.people.models import Membership, Person
from backend.people.queries import home_team
from backend.places.models import MissionLocale, Site
from backend.script import Script
from backend.team.duty import on_duty

READERS = ("mediator", "manager")


@dataclass(frozen=True)
class Destination:
    """A colleague, the team of a site, or another mission locale."""

    kind: Literal["person", "site", "team"]
    id: int
    name: str
    here: bool = False
    """On duty now."""

    @property
    def key(self) -> str:
        """As a form names it."""
        return f"{self.kind}-{self.id}"

    @property
    def first_name(self) -> str | None:
        return self.name.partition(" ")[0] if self.kind == "person" else None

    @property
    def team(self) -> str | None:
        return None if self.kind == "person" else self.name


def destinations(tx: Tx, script: Script, handover: Handover, me: int | None) -> list[Destination]:
    """Colleagues first (those on duty before the others), then sites that have a team of their own, then other teams."""
    home = handover.mission_locale_id or home_team(tx, script.team)
    if home is None:
        return []
    here = set(on_duty(tx, home, script.now()))
    people = [
        Destination("person", p.id or 0, p.name, p.id in here) for p in _colleagues(tx, home) if p.id != me
    ]
    sites = [Destination("site", s.id or 0, s.name) for s in _sites(tx, home) if s.id != handover.site_id]
    teams = [
        Destination("team", t.id or 0, t.short_name) for t in _teams(tx) if t.id != handover.mission_locale_id
    ]
    return [*sorted(people, key=lambda p: (not p.here, p.name)), *sites, *teams]


def destination(tx: Tx, script: Script, handover: Handover, me: int | None, key: str) -> Destination | None:
    """The one that a form names, if it is one of them."""
    return next((d for d in destinations(tx, script, handover, me) if d.key == key), None)


def _colleagues(tx: Tx, home: int) -> list[Person]:
    mine = Membership.mission_locale_id == home, col(Membership.role).in_(READERS)
    found = select(Person).join(Membership, col(Membership.person_id) == Person.id)
    return list({p.id: p for p in tx.exec(found.where(*mine, col(Person.active)))}.values())


def _sites(tx: Tx, home: int) -> list[Site]:
    """Open sites to which somebody who reads threads is attached."""
    found = select(Site).join(Membership, col(Membership.site_id) == Site.id)
    mine = Site.mission_locale_id == home, col(Membership.role).in_(READERS), col(Site.closed_at).is_(None)
    return sorted(
        {site.id: site for site in tx.exec(found.where(*mine))}.values(), key=lambda site: site.name
    )


def _teams(tx: Tx) -> list[MissionLocale]:
    """Those that have médiateurs."""
    found = select(MissionLocale).join(Membership, col(Membership.mission_locale_id) == MissionLocale.id)
    served = found.where(Membership.role == "mediator")
    return sorted({team.id: team for team in tx.exec(served)}.values(), key=lambda team: team.name)
