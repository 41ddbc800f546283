"""Whether a youth may be called if they cannot be reached in the chat: asked once, taken back at any time.

`Youth.phone_consent_at` is what every turn reads; `Consent` is the record: when, to which words, until when.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from sqlalchemy import delete, update
from sqlmodel import col, func, select

from backend.handover.models import Handover
from backend.people.models import Consent
from backend.scene import Scene
from flows.events import Summoned
from flows.rights import AllowCalls

CALLS = "calls"
"""The one thing that needs their yes today; everything else rests on the mission, and is told."""


def allow_calls(scene: Scene, command: AllowCalls) -> bool:
    """Without a number, and under 16, nobody is called."""
    may = bool(command.on and scene.youth.phone and scene.youth.bracket != "under_16")
    if may != bool(scene.youth.phone_consent_at):
        agree(scene, CALLS, "reach") if may else withdraw(scene, CALLS)
    scene.youth.phone_consent_at = scene.now if may else None
    return True


def agree(scene: Scene, kind: str, question: str) -> None:
    """Write a yes down, with the version of the words it was said to (`question`: the key of the text)."""
    whose, words = scene.youth.id or 0, version(scene.text(question))
    yes = Consent(youth_id=whose, kind=kind, at=scene.now, language=scene.language, words=words)
    scene.tx.add(yes)


def withdraw(scene: Scene, kind: str) -> None:
    """From now on no more. That they had agreed, and until when, stays."""
    standing = (col(Consent.youth_id) == scene.youth.id, col(Consent.withdrawn_at).is_(None))
    taken_back = update(Consent).where(*standing, col(Consent.kind) == kind)
    scene.tx.execute(taken_back.values(withdrawn_at=scene.now))


def forget_consents(scene: Scene) -> None:
    """Of somebody under 16 nothing is kept, nor can they agree to anything."""
    scene.youth.phone_consent_at = None
    scene.tx.execute(delete(Consent).where(col(Consent.youth_id) == scene.youth.id))


def version(words: str) -> str:
    """What tells these words from others."""
    return hashlib.sha256(words.encode()).hexdigest()[:12]


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
