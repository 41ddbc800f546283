"""How the backend carries out what a story asks for."""

from __future__ import annotations

from typing import Any

import backend.agenda.commands as agenda
import backend.partners.commands as partners
import backend.people.commands as people
import backend.places.commands as places
import backend.rights.commands as rights
import backend.waiting.commands as waiting
from backend.agenda import opinions
from backend.handover import proposals, rating, taking_back
from backend.scene import NotPossible, Scene
from flows.events import Done, Refused
from flows.steps import Command

CARRY_OUT: dict[type[Command], Any] = {
    **places.COMMANDS,
    **agenda.COMMANDS,
    **opinions.COMMANDS,
    **people.COMMANDS,
    **rights.COMMANDS,
    **partners.COMMANDS,
    **waiting.COMMANDS,
    **proposals.COMMANDS,
    **rating.COMMANDS,
    **taking_back.COMMANDS,
}
"""What each command does: (scene, command) -> plain JSON."""


def perform(scene: Scene, step: str, command: Command) -> Done | Refused:
    """Carry out a command; its outcome is the next event."""
    try:
        return Done(step, CARRY_OUT[type(command)](scene, command))
    except NotPossible as no:
        return Refused(step, str(no))
