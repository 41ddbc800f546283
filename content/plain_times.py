"""Times among the words of hours: «9h-12h», «de 9 à 12h», «14 h – 17 h», «à partir de 14h»."""

from __future__ import annotations

from content.hours_rules import HoursError
from content.plain_words import Cursor


def read_times(words: Cursor) -> list[str]:
    """Every range that follows, as OSM writes it; none if no time stands here."""
    found: list[str] = []
    while words.time_here():
        found.append(_range(words))
        if words.kind() in {"comma", "and"} and words.time_here(1):
            words.at += 1
    return found


def _range(words: Cursor) -> str:
    words.skip("from")
    if words.skip("starting"):
        return f"{_clock(words, opens=True)}+"
    opens = _clock(words, opens=True)
    slash = words.kind() == "and" and words.kind(1) in {"time", "clock"}
    if words.kind() != "to" and not slash:
        raise words.wrong("hours_missing")
    words.at += 1
    place, closes = words.position, _clock(words, opens=False)
    if closes <= opens:
        raise HoursError("backwards", place)
    return f"{opens}-{closes}"


def _clock(words: Cursor, *, opens: bool) -> str:
    if words.kind() not in {"time", "clock", "number"}:
        raise words.wrong("hours_missing")
    word = words.take()
    clock = f"{int(word.text[:5]):02}:00" if word.kind == "number" else word.text
    if clock > "24:00" or len(clock) != len("00:00"):
        raise HoursError("unclear", word.position)
    if clock in {"00:00", "24:00"}:
        return "00:00" if opens else "24:00"
    return clock
