"""Hours as staff type them: an OSM string, or plain French for the usual patterns.

«du lundi au vendredi 9h-12h et 14h-17h, fermé les jours fériés», «1er et 3e mardi 9h30-11h», «mercredi 14h-17h,
sauf vacances scolaires». What is not surely understood is refused, with its place. The words are in
plain_hours.toml.
"""

from __future__ import annotations

import re

from content.checked_hours import check
from content.hours_rules import HoursError
from content.plain_reader import Reader
from content.plain_rules import all_written
from content.plain_words import words_of

LONGEST_TYPED = 600
"""Characters; French takes twice as many as OSM."""
_LOOKS_LIKE_OSM = re.compile(r"(?<![^\W\d])(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|off|week)(?![^\W\d])")


def read_hours(text: str) -> str:
    """The OSM string of what was typed; raises HoursError with the reason and the position in it, from 1.

    Reasons: those of `check`, and unknown_word, unclear, hours_missing, days_missing, backwards (ends before it
    begins), which_weeks («un jeudi sur deux»), which_year («fermé samedi 5 décembre»), overlap («mais» or «et aussi»?).
    """
    if len(text) > LONGEST_TYPED:
        raise HoursError("too_long", LONGEST_TYPED + 1)
    try:
        check(text)
    except HoursError as error:
        if error.reason == "empty" or _LOOKS_LIKE_OSM.search(text):
            raise
        return _from_french(text)
    return text.strip()


def _from_french(text: str) -> str:
    osm = all_written(Reader(words_of(text)).clauses())
    try:
        check(osm)
    except HoursError as error:
        raise HoursError("too_long" if error.reason == "too_long" else "unclear") from None
    return osm
