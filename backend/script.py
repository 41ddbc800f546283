"""What the corridor needs besides the database: the stories, their words, the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from backend.db import now as real_now
from content.loader import load_needs, load_questions
from content.wording import Wording
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


def stories() -> dict[str, Flow]:
    """Every story the guide can tell."""
    return {
        "orientation": orientation(load_needs(), load_questions()),
        "appointment": appointment(),
        "welcome": welcome(),
        "rest": rest(),
        "stopping": stopping(),
        "language": language(),
    }


def load_script(public_url: str = "", now: Clock = real_now, team: str = "") -> Script:
    """Read all content once. Raises ContentError or MissingText on a mistake, before anything starts."""
    return Script(stories(), Wording(public_url), now, team)
