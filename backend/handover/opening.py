"""Calling a human: one open handover for each conversation, and a promise that is true."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update
from sqlmodel import col, select

from backend.db import Tx
from backend.handover.awaiting import called
from backend.handover.models import Handover
from backend.handover.past import addressed, paused
from backend.handover.promises import dropped
from backend.places.models import MissionLocale
from backend.scene import Scene
from backend.team.duty import on_duty
from backend.team.notices import Kind, desk_of, tell_team
from flows.events import Summoned

TAKEN_BACK = "taken_back"
"""Why a call stands that danger made and the youth took back."""


def summon(scene: Scene, why: str, danger: str | None) -> Summoned:
    """Open a handover, or make the open one urgent. If its médiateur has lost the floor, it is for all again.

    While the team takes no call from here (after abuse) only danger opens one.
    """
    handover = opened(scene.tx, scene.row.id or 0)
    if handover is None and paused(scene.row, scene.now) and not danger:
        return _paused(scene)
    back = _back(scene, handover)
    handover = handover or _new(scene, why)
    if danger:
        handover.danger, handover.urgent, handover.why = danger, True, "danger"
    elif handover.why == TAKEN_BACK:
        handover.why = why
    handover.urgent = handover.urgent or scene.youth.bracket == "from_16"
    if scene.row.owner != "mediator":
        handover.mediator_id = handover.claimed_at = None
    handover.snoozed_until = None
    scene.tx.add(handover)
    scene.tx.flush()
    _name(scene)
    _tell(scene, handover, danger)
    return replace(called(scene, handover, danger), back=back)


def _back(scene: Scene, handover: Handover | None) -> str:
    """Who has the floor again if danger proves to be none: not the guide while they wait for what they asked for."""
    asked = handover is not None and handover.why not in {"danger", TAKEN_BACK}
    return scene.row.owner if asked or scene.row.owner != "waiting" else "guide"


def _paused(scene: Scene) -> Summoned:
    desk, until = _desk(scene), scene.row.muted_until
    zone = desk.timezone if desk else Summoned.zone
    return Summoned(zone=zone, paused_until=until.isoformat() if until else None)


def _tell(scene: Scene, handover: Handover, danger: str | None) -> None:
    """Those on duty hear of it; who is asked for by name alone, if they are there to read it."""
    tx, whom = scene.tx, handover.for_id
    kind: Kind = "urgent" if danger else "resumed" if handover.why.startswith("resume") else "opened"
    desk = desk_of(tx, scene.script, handover)
    there = desk is not None and whom in on_duty(tx, desk.id or 0, scene.now)
    only = whom if there and not handover.urgent else None
    tell_team(tx, scene.script, handover, kind, urgent=handover.urgent, only=only)


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
        dropped(scene.tx, scene.script, handover)


def opened(tx: Tx, conversation_id: int) -> Handover | None:
    """The handover now open in a conversation."""
    mine = select(Handover).where(Handover.conversation_id == conversation_id, Handover.closed_at == None)  # noqa: E711
    return tx.exec(mine.execution_options(populate_existing=True)).first()


def wake(scene: Scene) -> None:
    """The youth wrote: what its médiateur had set aside is theirs to answer again."""
    mine = update(Handover).where(col(Handover.conversation_id) == scene.row.id)
    asleep = mine.where(col(Handover.closed_at).is_(None), col(Handover.snoozed_until).is_not(None))
    scene.tx.execute(asleep.values(snoozed_until=None))


def _new(scene: Scene, why: str) -> Handover:
    why, for_id, former_id = addressed(scene, why)
    return Handover(
        conversation_id=scene.row.id or 0,
        youth_id=scene.youth.id or 0,
        mission_locale_id=scene.youth.mission_locale_id,
        why=why,
        for_id=for_id,
        former_id=former_id,
        opened_at=scene.now,
    )


def _desk(scene: Scene) -> MissionLocale | None:
    """Whose médiateurs will read: the youth's mission locale, else the home team."""
    if scene.youth.mission_locale_id:
        return scene.tx.get(MissionLocale, scene.youth.mission_locale_id)
    return scene.tx.exec(select(MissionLocale).where(MissionLocale.slug == scene.script.team)).first()
