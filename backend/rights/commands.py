"""What a youth may ask for of what is held of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from backend.models import Conversation, Line
from backend.rights.phones import WATCHED, dangers_of, is_shared
from backend.scene import NotPossible, Scene
from content.danger import danger_kind
from flows.rights import GatherMine
from flows.steps import Command

REST = timedelta(minutes=10)
"""Between two times that all is sent."""


def gather(scene: Scene, command: GatherMine) -> bool:
    """Whether the files may leave: never to a phone that others may read, and not twice within minutes."""
    if is_shared(scene.tx, scene.youth):
        raise NotPossible("shared")
    if _sent_lately(scene):
        raise NotPossible("lately")
    if dangers_of(scene.tx, scene.youth) and _told_of_it(scene):
        raise NotPossible("shared")
    return True


def _told_of_it(scene: Scene) -> bool:
    """A call bears the last danger alone: one that was told before stands in their words, which the files would show."""
    talks = select(Conversation.id).where(Conversation.youth_id == scene.youth.id)
    said = select(Line.text).where(col(Line.conversation_id).in_(talks), Line.author == "youth")
    return any(danger_kind(words) in WATCHED for words in scene.tx.exec(said) if words)


def _sent_lately(scene: Scene) -> bool:
    lately = (Line.conversation_id == scene.row.id, Line.kind == "file", Line.at > scene.now - REST)
    return any("held" in file for file in scene.tx.exec(select(Line.file).where(*lately)) if file)


COMMANDS: dict[type[Command], Any] = {GatherMine: gather}
