"""The calendar by which a mission locale's médiateurs read: that of its head office."""

from __future__ import annotations

from sqlmodel import col, select

from backend.db import Tx
from backend.places.models import MissionLocale, Site
from content.calendars import Calendar, calendar_of


def desk_calendar(tx: Tx, desk: MissionLocale) -> Calendar:
    """The holidays of its head office's commune; without one, those of metropolitan France on its own clock."""
    mine = select(Site.insee).where(Site.mission_locale_id == desk.id, Site.kind == "head_office")
    insee = tx.exec(mine.where(col(Site.closed_at).is_(None)).order_by(col(Site.id))).first()
    return calendar_of(insee) if insee else Calendar(desk.timezone)
