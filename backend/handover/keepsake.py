"""The transcript that a youth keeps: a text file in their language, made at the moment of sending."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import groupby
from zoneinfo import ZoneInfo

from backend.db import Tx
from backend.handover.models import Handover
from backend.handover.transcript import Entry, entries, reached
from backend.people.models import Youth
from backend.places.models import MissionLocale
from content.wording import Wording

NAME = "echange.txt"
ZONE = "Europe/Paris"
"""Where no mission locale is known yet."""
BOM = "\ufeff"
"""Without it old phones take the accents for something else."""
KINDS = {
    "photo": "transcript-photo",
    "video": "transcript-video",
    "voice": "transcript-voice",
    "audio": "transcript-voice",
    "sticker": "transcript-sticker",
    "contact": "transcript-contact",
    "position": "transcript-position",
    "edited": "transcript-edited",
    "tap": "transcript-tap",
    "text": "",
    "venue": "",
}
"""What is said of a line that is not only words; of all others, that it is a file."""


@cache
def words() -> Wording:
    """The texts of the product. They are read once, when the first transcript is made."""
    return Wording()


def transcript_of(tx: Tx, handover_id: int, conversation_id: int) -> bytes | None:
    """UTF-8 with a byte order mark; None if the handover is gone, or is not of this conversation."""
    handover = tx.get(Handover, handover_id)
    if handover is None or handover.conversation_id != conversation_id:
        return None
    home = tx.get(MissionLocale, handover.mission_locale_id) if handover.mission_locale_id else None
    youth, zone = tx.get_one(Youth, handover.youth_id), ZoneInfo(home.timezone if home else ZONE)
    said = list(reached(entries(tx, handover)))
    lines = [*_head(home, youth.language), *by_day(said, zone, youth.language)]
    end = words().text(youth.language, "transcript-end")
    return (BOM + "\r\n".join([*lines, "", end, ""])).encode("utf-8", "replace")


def _head(home: MissionLocale | None, language: str) -> Iterator[str]:
    yield words().text(language, "transcript-title")
    if home:
        yield home.name


def by_day(said: list[Entry], zone: ZoneInfo, language: str) -> Iterator[str]:
    """Each day under its name, each line under who said it and when."""
    sayer = words().sayer
    for day, those in groupby(said, key=lambda entry: entry.at.astimezone(zone).date()):
        yield from ("", f"— {sayer.day(language, day)} {day.year} —")
        for entry in those:
            yield from _line(entry, entry.at.astimezone(zone), language)


def _line(entry: Entry, at: datetime, language: str) -> Iterator[str]:
    said = {"some": _who(entry, language), "next": words().sayer.hour(language, at)}
    yield from ("", words().text(language, "list-more", said))
    if key := KINDS.get(entry.kind, "transcript-file"):
        yield words().text(language, key) + (f" {entry.file_name}" if entry.file_name else "")
    yield from entry.text.splitlines()


def _who(entry: Entry, language: str) -> str:
    if entry.author == "mediator":
        return entry.name or words().text(language, "transcript-human")
    return words().text(language, "transcript-you" if entry.author == "youth" else "transcript-guide")
