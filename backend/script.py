"""What the corridor needs besides the database: the stories, their words, the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from backend.db import now as real_now
from content.loader import CONTENT, load_needs, load_questions
from content.wording import Wording, spoken_languages
from flows.appointment import appointment
from flows.crossroads import language, rest, stopping, welcome
from flows.orientation import orientation
from flows.steps import Flow

Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Script:
    """The stories by name, every text, the clock, and the slug of the home team."""

    stories: Mapping[str, Flow]
    wording: Wording
    now: Clock = real_now
    team: str = ""


def stories(root: Path = CONTENT) -> dict[str, Flow]:
    """Every story the guide can tell, with the questions and the languages of a content folder."""
    questions = root / "questionnaires"
    return {
        "orientation": orientation(load_needs(questions), load_questions(questions)),
        "appointment": appointment(),
        "welcome": welcome(),
        "rest": rest(),
        "stopping": stopping(),
        "language": language(spoken_languages(root / "texts")),
    }


def load_script(public_url: str = "", now: Clock = real_now, team: str = "", root: Path = CONTENT) -> Script:
    """Read all content once. Raises ContentError on a mistake, before anything starts."""
    return Script(stories(root), Wording(public_url, root / "texts"), now, team)
