"""Building the house from its settings: database, script, pages, and what the demo adds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from fastapi import FastAPI
from sqlmodel import select

from backend.agenda.travel import ROADS, Roads
from backend.attachments.sealing import VAULT, Vault
from backend.audit.signing import SIGNET, signet_of
from backend.console.app import pages
from backend.db import Database, connect
from backend.live import Bell
from backend.migrations import upgrade
from backend.outbox import Channel
from backend.places.load import load_territories
from backend.places.models import MissionLocale
from backend.reception import Reception
from backend.script import Script, load_script
from backend.sealing.keys import begin_sealing, check_keys
from backend.settings import BadSettings, Settings

DESK_STORE = Path("var/desk.db")


@dataclass(frozen=True)
class House:
    """Everything that a process of ours shares."""

    settings: Settings
    db: Database
    script: Script
    bell: Bell
    reception: Reception = field(default_factory=Reception)


def open_house(settings: Settings) -> House:
    """Connect, bring the database up to date, load the demo territories once, read all content."""
    info = {
        ROADS: Roads(settings.road_factor),
        VAULT: Vault(settings.sealing_secret, *(key.encode() for key in settings.old_keys)),
        SIGNET: signet_of(settings),
    }
    db = replace(connect(settings.database_url, settings.ring), info=info)
    check_keys(db, settings)
    upgrade(db)
    with db.transaction() as tx:
        begin_sealing(tx, settings.ring)
    if settings.at_desk:
        with db.transaction() as tx:
            load_territories(tx, settings.territories)
    check_team(db, settings)
    script = load_script(settings.base_url, team=settings.team)
    script.wording.standing = settings.periods
    return House(settings, db, script, Bell())


def check_team(db: Database, settings: Settings) -> None:
    """A call for help before the commune is known must reach somebody. Raises BadSettings."""
    with db.reading() as tx:
        slugs = tx.exec(select(MissionLocale.slug)).all()
    if settings.home_team and settings.home_team not in slugs:
        loaded = ", ".join(slugs) or "none is loaded"
        raise BadSettings(f"PASSERELLE_HOME_TEAM: expected the slug of a mission locale ({loaded})")


def web(house: House, channel: Channel | None = None) -> FastAPI:
    """The pages. `channel` is where they read the youths' files; without one those cannot be opened."""
    return pages(house.settings, house.db, house.script, house.bell, channel, house.reception)
