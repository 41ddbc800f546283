"""What words ask for: every example that stands in the lexicons, and what no lexicon must break."""

from __future__ import annotations

import tomllib

import pytest

from content.phrasebook import FOLDER, entries, languages
from content.understanding import understand


def told(language):
    """Each example of a language's file, with its label and whether it must be found."""
    data = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    for entry in entries(data):
        for found, key in ((True, "examples"), (False, "not")):
            for text in entry.get(key, ()):
                yield text, entry.get("label", ""), found


@pytest.mark.parametrize("language", languages())
def test_every_example_of_a_lexicon_is_understood_as_it_says(language):
    wrong = []
    for text, label, found in told(language):
        meant = understand(text, language)
        if (label in meant.needs + meant.intents) != found:
            wrong.append((text, label if found else f"not {label}", meant.needs + meant.intents))
    assert not wrong


def test_every_label_comes_with_the_words_that_led_to_it():
    meant = understand("wsh g pa 2 taf ni le permis")
    assert meant.because == (
        ("emploi", "j ai pas de travail"),
        ("mobilite", "ni le permis"),
    )
