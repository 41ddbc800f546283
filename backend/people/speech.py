"""In which language a youth is spoken to: Telegram's, that of their first words, the chosen one; «vous» where wished."""

from __future__ import annotations

import re

from backend.lines import say
from backend.places.models import MissionLocale
from backend.scene import Scene
from content.directions import RIGHT_TO_LEFT
from content.tongue import surely
from content.wording import FRENCH, TONES, base
from flows.crossroads import Speak, heard_in
from flows.events import Said

_RUSSIAN, _ARABIC = re.compile("[ыэёъ]", re.IGNORECASE), re.compile("[\u0620-\u06ff]")


def speak(scene: Scene, command: Speak) -> bool:
    """They choose: nothing else changes it any more. False if we do not speak it."""
    known = command.language in scene.script.wording.to_choose
    if known:
        _settle(scene, command.language)
    return known


def follow_words(scene: Scene, *, danger: bool) -> None:
    """Go on in the language of their first words, if that is sure; say so, but not beside the numbers to call.

    What they write to a human changes nothing.
    """
    event, youth = scene.arrival.event, scene.youth
    if youth.language_settled or not isinstance(event, Said) or scene.row.owner == "mediator":
        return
    spoken, former = _spoken_in(scene, event.text), youth.language
    if spoken is None:
        return
    _settle(scene, former if spoken == base(former) else spoken)
    if spoken != base(former) and not danger:
        say(scene, heard_in(base(former)))


def in_tone(language: str, home: MissionLocale | None) -> str:
    """French with «vous» where their mission locale wishes it; any other language as it is."""
    if language not in {FRENCH, *TONES}:
        return language
    return home.language if home and home.language in TONES else FRENCH


def _settle(scene: Scene, language: str) -> None:
    youth = scene.youth
    home = scene.tx.get(MissionLocale, youth.mission_locale_id) if youth.mission_locale_id else None
    youth.language, youth.language_settled = in_tone(language, home), True


def _spoken_in(scene: Scene, text: str) -> str | None:
    """Russian is not Ukrainian; and who writes Arabic in Latin letters may not read its own."""
    found = surely(text) if not text.startswith("/") else None
    if found is None or found not in scene.script.wording.languages:
        return None
    if found == "uk" and _RUSSIAN.search(text):
        return None
    return None if found in RIGHT_TO_LEFT and not _ARABIC.search(text) else found
