"""What words ask for: every example that stands in the lexicons, and what no lexicon must break."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


READ = """
from content.ruling import ruling
for text in ("I need to see my counselor urgently about my contract", "need employer", "salam alikoum"):
    print(*ruling(text).marks())
"""


def test_a_text_is_read_the_same_whatever_order_sets_have():
    told = {
        subprocess.run(
            [sys.executable, "-c", READ],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "5")
    }
    assert len(told) == 1


def test_every_label_comes_with_the_words_that_led_to_it():
    meant = understand("wsh g pa 2 taf ni le permis")
    assert meant.because == (
        ("emploi", "j ai pas de travail"),
        ("mobilite", "ni le permis"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🏠" * 4000,
        "p̷̢e̸r̶m̵i̷s̸ " * 900,
        "\u202e\u2066je cherche un taf\u2069",
        "cherche رabota permис שלום 工作 " * 300,
        "aGVsbG8gd29ybGQ" * 600,
        "'; DROP TABLE line; -- " * 400,
        "<script>alert(1)</script>" * 400,
        "pas de travail ni " * 550,
        "\ud800\udfff\x00",
    ],
    ids=["empty", "emojis", "zalgo", "directions", "scripts", "base64", "sql", "html", "topics", "broken"],
)
def test_anything_at_all_gets_an_answer(text):
    meant = understand(text)
    assert meant.needs or meant.intents or meant.guesses


@given(st.text(max_size=200), st.sampled_from([None, "fr", "ar", "xx"]))
def test_no_text_raises_and_each_label_has_its_words(text, language):
    meant = understand(text, language)
    assert len(meant.guesses) <= 2
    assert {label for label, _ in meant.because} <= {*meant.needs, *meant.intents}


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("je cherche PAS un boulot je veux un logement", ("logement",)),
        ("pas un boulot, un logement", ("logement",)),
        ("j'ai un appart et je cherche un taf", ("emploi",)),
        ("j'ai déjà le permis", ()),
        ("g pa le permis", ("mobilite",)),
        ("pas de taf ni le permis", ("emploi", "mobilite")),
        ("un appart et un taf", ("logement", "emploi")),
        ("comment financer mon permis", ("mobilite",)),
        ("permis", ("mobilite",)),
    ],
)
def test_negation_possession_and_purpose_are_heard(text, needs):
    assert understand(text).needs == needs
