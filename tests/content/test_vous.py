"""«Vous»: no text that says «tu» was forgotten."""

import re

import pytest

from content.wording import Wording
from tests.youth import plain_spaces

TU = re.compile(
    r"\b(?:tu|te|toi|ton|ta|tes|tien|tienne)\b|\bt'|\b(?:garde|demande)-"
    r"|(?<!\bje )(?<!\bon )(?<!vous )(?<!\bn')(?<!\bj')(?<!\bm')"
    r"\b(?:écris|tape|appuie|réponds|essaie|choisis|appelle|viens|parle|contacte|pense|dis|regarde)\b",
    re.IGNORECASE,
)
"""Its words, and orders given to one person."""
THEIRS = {"keep_reminder.yes", "reach.yes", "reach.no"}
"""What the young person says to the bot: «garde-le», «on peut m'appeler»."""
NOT_SAID_TO_THEM = re.compile(r"^(?:team-|command-|danger-number)")


@pytest.fixture(scope="module")
def wording():
    return Wording()


def said_with(wording, language, key):
    """The words, whatever the values: each alternative of a choice is read from the source."""
    _, source = wording.texts[language].source.keys[key]
    parts = re.split(r"^ +\.([\w-]+) *=", source, flags=re.MULTILINE)
    named = dict(
        zip(
            [key.partition(".")[0], *(f"{key.partition('.')[0]}.{n}" for n in parts[1::2])],
            parts[::2],
            strict=True,
        )
    )
    return plain_spaces(re.sub(r"^[\w-]+ *=", "", named[key]))


def with_tu(wording, language):
    keys = [key for key in wording.texts[language] if key not in THEIRS and not NOT_SAID_TO_THEM.match(key)]
    words = {key: re.sub(r"\{[^{}]*\}|/\w+", " ", said_with(wording, language, key)) for key in keys}
    return {key: found[0] for key, text in words.items() if (found := TU.search(text))}


def test_french_says_tu_in_more_than_a_hundred_texts(wording):
    assert len(with_tu(wording, "fr")) > 100


def test_with_vous_none_of_them_is_left(wording):
    assert with_tu(wording, "fr-vous") == {}
