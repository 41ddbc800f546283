"""Calling a human: one open handover for each conversation, and a promise that is true."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlmodel import select

from backend.db import Tx
from backend.handover.models import Handover
from backend.places.desk import desk_calendar
from backend.places.models import MissionLocale
from backend.scene import Scene
from content.hours import intervals
from flows.events import Summoned

AHEAD = timedelta(days=15)


def summon(scene: Scene, why: str, danger: str | None) -> Summoned:
    """Open a handover, or make the open one urgent. If its médiateur has lost the floor, it is for all again."""
    handover = opened(scene.tx, scene.row.id or 0) or _new(scene, why)
    if danger:
        handover.danger, handover.urgent, handover.why = danger, True, "danger"
    handover.urgent = handover.urgent or scene.youth.bracket == "from_16"
    if scene.row.owner != "mediator":
        handover.mediator_id = handover.claimed_at = None
    scene.tx.add(handover)
    scene.tx.flush()
    _name(scene)
    desk = _desk(scene)
    if desk is None:
        return Summoned(danger=danger)
    return Summoned(next_reading(desk, scene), desk.timezone, danger)


def _name(scene: Scene) -> None:
    """The médiateur sees a first name. Under 16 none is kept, and the thread goes a day after closing."""
    if scene.youth.bracket == "under_16":
        scene.row.forget_when_said = True
    else:
        scene.youth.first_name = scene.youth.first_name or scene.arrival.first_name


def stop(scene: Scene) -> None:
    """The youth said stop: what they had asked of a human ends with it, unless there was danger."""
    handover = opened(scene.tx, scene.row.id or 0)
    if handover and not handover.danger:
        handover.closed_at, handover.outcome = scene.now, "stopped"
        scene.tx.add(handover)


def opened(tx: Tx, conversation_id: int) -> Handover | None:
    """The handover now open in a conversation."""
    mine = select(Handover).where(Handover.conversation_id == conversation_id, Handover.closed_at == None)  # noqa: E711
    return tx.exec(mine.execution_options(populate_existing=True)).first()


def _new(scene: Scene, why: str) -> Handover:
    return Handover(
        conversation_id=scene.row.id or 0,
        youth_id=scene.youth.id or 0,
        mission_locale_id=scene.youth.mission_locale_id,
        why=why,
        opened_at=scene.now,
    )


def _desk(scene: Scene) -> MissionLocale | None:
    """Whose médiateurs will read: the youth's mission locale, else the home team."""
    if scene.youth.mission_locale_id:
        return scene.tx.get(MissionLocale, scene.youth.mission_locale_id)
    return scene.tx.exec(select(MissionLocale).where(MissionLocale.slug == scene.script.team)).first()


def next_reading(desk: MissionLocale, scene: Scene) -> str | None:
    """When somebody will read next (ISO); None if the desk is open, or its hours are not known."""
    if not desk.desk_hours:
        return None
    now = scene.now.astimezone(ZoneInfo(desk.timezone))
    first = next(iter(intervals(desk.desk_hours, desk_calendar(scene.tx, desk), now, now + AHEAD)), None)
    return None if first is None or first[0] <= now else first[0].astimezone(now.tzinfo).isoformat()
