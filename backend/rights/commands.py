"""What a youth may ask for of what is held of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from backend.handover.models import Handover
from backend.models import Line
from backend.scene import NotPossible, Scene
from flows.rights import GatherMine
from flows.steps import Command

REST = timedelta(minutes=10)
"""Between two times that all is sent."""
WATCHED = ("violence_conjugale", "violence_familiale", "traite_exploitation")
"""Dangers in which somebody else may hold the phone."""


def gather(scene: Scene, command: GatherMine) -> bool:
    """Whether the files may leave: never to a phone that others may read, and not twice within minutes."""
    if scene.youth.discreet or _watched(scene):
        raise NotPossible("shared")
    if _sent_lately(scene):
        raise NotPossible("lately")
    return True


def _watched(scene: Scene) -> bool:
    told = (Handover.youth_id == scene.youth.id, col(Handover.danger).in_(WATCHED))
    return scene.tx.exec(select(Handover.id).where(*told)).first() is not None


def _sent_lately(scene: Scene) -> bool:
    lately = (Line.conversation_id == scene.row.id, Line.kind == "file", Line.at > scene.now - REST)
    return any("held" in file for file in scene.tx.exec(select(Line.file).where(*lately)) if file)


COMMANDS: dict[type[Command], Any] = {GatherMine: gather}
