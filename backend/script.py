"""What the corridor needs besides the database: the stories, their words, the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from backend.db import now as real_now
from content.aids import load_aids
from content.canned import starters
from content.checking import check_lexicons, check_motives, check_words
from content.loader import CONTENT, load_needs, load_questions
from content.places import motive_ids
from content.wording import Wording, chosen_languages
from flows.addresses import addresses
from flows.after import again, helped
from flows.appointment import appointment
from flows.callback import callback
from flows.crossroads import discretion, language, rest, stopping, welcome
from flows.directions import directions
from flows.guessing import guessing
from flows.needs import Pages
from flows.orientation import orientation
from flows.proposal import proposal
from flows.rating import rating
from flows.resuming import resuming
from flows.rights import mine, reach, transcript, unreach
from flows.steps import Ask, Flow

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
    needs, questions = _questionnaires(root)
    return {
        "orientation": orientation(needs, questions),
        "appointment": appointment(),
        "addresses": addresses(needs),
        "helped": helped(),
        "again": again(),
        "proposal": proposal(),
        "resuming": resuming(),
        "rating": rating(),
        "transcript": transcript(),
        "mine": mine(),
        "reach": reach(),
        "unreach": unreach(),
        "callback": callback(),
        "directions": directions(),
        "guessing": guessing(),
        "welcome": welcome(),
        "rest": rest(),
        "stopping": stopping(),
        "discretion": discretion(),
        "language": language(chosen_languages(root / "texts")),
    }


def _questionnaires(root: Path) -> tuple[Pages, tuple[Ask, ...]]:
    return load_needs(root / "questionnaires"), load_questions(root / "questionnaires")


def load_script(public_url: str = "", now: Clock = real_now, team: str = "", root: Path = CONTENT) -> Script:
    """Read all content once. Raises ValueError on a mistake (ContentError, LexiconError …), before anything starts."""
    wording = Wording(public_url, root / "texts")
    needs, questions = _questionnaires(root)
    check_words(wording, needs, questions)
    check_motives(questions, motive_ids(root / "territories"))
    check_lexicons()
    load_aids()
    starters()
    return Script(stories(root), wording, now, team)
