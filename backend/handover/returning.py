"""A youth who had blocked the bot lets it speak again while a human is awaited: what was promised fell meanwhile."""

from __future__ import annotations

from backend.handover.awaiting import awaited
from backend.handover.opening import opened
from backend.handover.promises import promise
from backend.lines import say
from backend.scene import Scene
from flows.steps import Message
from flows.talk import Send


def expects_again(scene: Scene) -> None:
    """Somebody is to answer them again: it is promised and watched as before."""
    handover = opened(scene.tx, scene.row.id or 0)
    if handover and scene.row.owner == "waiting":
        promise(scene.tx, scene.script, handover)


def reassures(scene: Scene) -> None:
    """They are told by when, unless something was said to them in this turn anyway."""
    if scene.row.owner == "waiting" and all(line.author == "youth" for line in scene.lines):
        say(scene, Send(Message("human-already-called", {"until": awaited(scene)}, kept=True)))
