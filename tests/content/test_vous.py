"""«Vous»: no text that says «tu» was forgotten."""

import re

import pytest

from content.wording import Wording
from tests.content.readings import readings

TU = re.compile(
    r"\b(?:tu|te|toi|ton|ta|tes|tien|tienne)\b|\bt'|\b(?:garde|demande)-"
    r"|(?<!\bje )(?<!\bon )(?<!vous )(?<!\bn')(?<!\bj')(?<!\bm')"
    r"\b(?:écris|tape|appuie|réponds|essaie|choisis|appelle|viens|parle|contacte|pense|dis|regarde)\b",
    re.IGNORECASE,
)
"""Its words, and orders given to one person."""
THEIRS = {"keep_reminder.yes"}
"""What the young person says to the bot: «garde-le»."""
FOR_THE_TEAM = "team-"


@pytest.fixture(scope="module")
def wording():
    return Wording()


def with_tu(wording, language):
    """Each text that says «tu», with the word."""
    texts = wording.texts[language]
    keys = [key for key in texts if key not in THEIRS and not key.startswith(FOR_THE_TEAM)]
    said = {key: re.sub(r"/\w+", "", "\n".join(readings(texts, key))) for key in keys}
    return {key: found[0] for key, text in said.items() if (found := TU.search(text))}


def test_french_says_tu_in_more_than_a_hundred_texts(wording):
    assert len(with_tu(wording, "fr")) > 100


def test_with_vous_none_of_them_is_left(wording):
    assert with_tu(wording, "fr-vous") == {}
