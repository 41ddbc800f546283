"""What the stories may want of partners."""

from __future__ import annotations

from typing import Any

from backend.partners.queries import partners_near
from backend.partners.rules import chosen
from backend.scene import Scene
from flows.commands import FindPartners
from flows.steps import Command


def find_partners(scene: Scene, command: FindPartners) -> dict[str, Any]:
    served = scene.youth.mission_locale_id is not None
    found = partners_near(scene.tx, command.insee, command.needs, served=served)
    return {"partners": chosen(found)}


COMMANDS: dict[type[Command], Any] = {FindPartners: find_partners}
