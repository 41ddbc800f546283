"""Whether a youth may be called if they cannot be reached in the chat: asked once, taken back at any time."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import func, select

from backend.handover.models import Handover
from backend.scene import Scene
from flows.events import Summoned
from flows.rights import AllowCalls


def allow_calls(scene: Scene, command: AllowCalls) -> bool:
    """Without a number, and under 16, nobody is called."""
    may = command.on and scene.youth.phone and scene.youth.bracket != "under_16"
    scene.youth.phone_consent_at = scene.now if may else None
    return True


def with_question(scene: Scene, event: Summoned) -> Summoned:
    """A human is called for the first time: whether that is the moment to ask. In danger it is not."""
    fits = event.danger is None and not event.paused_until and _may_be_asked(scene)
    return replace(event, may_call=True) if fits and _calls(scene) == 1 else event


def _may_be_asked(scene: Scene) -> bool:
    """Of age as far as we know, with a phone of their own, and not of this mind already."""
    youth, called_before = scene.youth, scene.row.owner in {"waiting", "mediator"}
    of_age = youth.bracket not in {None, "under_16"}
    return of_age and not youth.discreet and not youth.phone_consent_at and not called_before


def _calls(scene: Scene) -> int:
    """How often they have called a human, but for danger."""
    calm = (Handover.youth_id == scene.youth.id, Handover.danger == None)  # noqa: E711
    return scene.tx.exec(select(func.count()).select_from(Handover).where(*calm)).one()
