"""«Ça va, on continue»: a call that danger made is taken back. It stays open: the team reads, and decides."""

from __future__ import annotations

from typing import Any

from backend.handover.opening import TAKEN_BACK, opened
from backend.handover.promises import dropped
from backend.scene import NotPossible, Scene
from backend.team.notices import tell_team
from flows.danger import TakeBack
from flows.steps import Command


def take_back(scene: Scene, command: TakeBack) -> str:
    """The call is not urgent any more and bears its mark; whoever was alarmed is told at once. Raises gone."""
    handover = opened(scene.tx, scene.row.id or 0)
    if handover is None or handover.why != "danger":
        raise NotPossible("gone")
    handover.why, handover.urgent = TAKEN_BACK, scene.youth.bracket == "from_16"
    scene.tx.add(handover)
    tell_team(scene.tx, scene.script, handover, "taken_back", urgent=True)
    if command.back != "waiting":
        dropped(scene.tx, scene.script, handover)
    return command.back


COMMANDS: dict[type[Command], Any] = {TakeBack: take_back}
