"""What the stories after an appointment may want: an answer counted without a name, what an appointment was for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.agenda.models import Appointment
from backend.agenda.queries import REMOTE
from backend.db import insert_once
from backend.insight.models import HELPED, Fact
from backend.models import Seen
from backend.scene import NotPossible, Scene
from flows.after import OPINIONS, KeepOpinion, Recall

COUNTS = timedelta(days=7)
"""How long after its end an appointment may be judged: the key that counts it once is kept no longer than that."""


def keep_opinion(scene: Scene, command: KeepOpinion) -> bool:
    """One identity-free fact for each appointment; the first answer counts."""
    mine = _mine(scene, command.appointment)
    if mine is None or mine.status != "attended" or command.opinion not in OPINIONS:
        return False
    if scene.now > mine.ends_at + COUNTS:
        return False
    if not insert_once(scene.tx, Seen, key=f"opinion:{mine.id}", at=scene.now):
        return False
    answer = [HELPED + command.opinion]
    scene.tx.add(Fact(month=f"{scene.now:%Y-%m}", mission_locale_id=mine.mission_locale_id, needs=answer))
    return True


def recall(scene: Scene, command: Recall) -> dict[str, Any]:
    mine = _mine(scene, command.appointment)
    if mine is None:
        raise NotPossible("gone")
    return {"needs": list(mine.needs), "brief": dict(mine.brief), "remote": mine.mode in REMOTE}


def _mine(scene: Scene, id_text: str) -> Appointment | None:
    """An appointment of this youth, by the id in a button."""
    number = int(id_text) if id_text.isdecimal() and len(id_text) < 10 else 0
    found = scene.tx.get(Appointment, number)
    return found if found is not None and found.youth_id == scene.youth.id else None


COMMANDS = {KeepOpinion: keep_opinion, Recall: recall}
