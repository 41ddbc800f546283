"""Easy French keeps its rules: short sentences, common words, one name for each thing, who does what, no riddles."""

import re

import pytest

from content.wording import TEXTS as TEXTS_FOLDER
from content.wording import Wording
from tests.content.readings import readings

WORDS = 15
"""In a sentence at most; most have twelve or fewer."""
SENTENCE = re.compile(r"(?<=[.!?…])\s|\n|\s:(?=\s|$)")
TERMS = TEXTS_FOLDER / "fr-facile" / "terms.md"
"""The table of names, and the words that are never said."""
ELSEWHERE = {"une personne", "on", "place", "déplacer", "site"}
"""Names of something else too: somebody of the team, a seat in a workshop, going somewhere, a page to read."""
NUMBERS = re.compile(r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente)\b")
PASSIVE = re.compile(
    r"\b(?:a|as|ai|ont|est|sont|avait) été\b|\b(?:est|es|sont) \w+(?:é|ée|és|ées|is|ise) par\b"
)
NEGATION = re.compile(r"\bne\b|\bn'|\bsans\b|\bni\b|\baucune?\b(?!.*\bn[e'])")
FOR_THE_TEAM = ("team-", "pattern-")
wording = Wording()
TEXTS = wording.texts["fr-facile"]


@pytest.fixture(scope="module")
def said():
    """Every sentence, with the key of its text."""
    keys = [key for key in TEXTS if not key.startswith(FOR_THE_TEAM)]
    return sorted({(key, part) for key in keys for text in readings(TEXTS, key) for part in sentences(text)})


def sentences(text):
    bare = re.sub(r"/\w+", "", text.replace("’", "'"))
    return [part.strip() for part in SENTENCE.split(bare) if part.strip()]


def found(said, rule):
    """The texts in which a sentence breaks a rule."""
    return {key: part for key, part in said if rule(part)}


def test_sentences_are_short(said):
    assert found(said, lambda part: len(re.findall(r"[\w'’-]*\w", part)) > WORDS) == {}


def banned():
    listed = TERMS.read_text(encoding="utf-8").partition("## Les mots bannis")[2].partition("## ")[0]
    return sorted(word.strip(" .\n") for word in listed.replace("\n", " ").split(","))


def other_names():
    """What a thing is not called: the last column of the table."""
    rows = [
        line.split("|")[3] for line in TERMS.read_text(encoding="utf-8").splitlines() if line.count("|") == 4
    ]
    words = {re.sub(r"\(.*?\)", "", word).strip() for row in rows[2:] for word in re.split("[,;]", row)}
    return sorted(words - ELSEWHERE)


def says(words):
    rule = re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE)
    return lambda part: rule.search(re.sub("«.*?»|Fil Santé", "", part))


def test_the_table_is_read_whole():
    assert {"insertion", "créneau", "à vol d'oiseau"} <= set(banned())
    assert {"créneau", "décaler", "annuaire", "médiateur"} <= set(other_names())


def test_words_are_common(said):
    assert {word: texts for word in banned() if (texts := found(said, says(word)))} == {}


def test_each_thing_has_one_name(said):
    assert {word: texts for word in other_names() if (texts := found(said, says(word)))} == {}


def test_numbers_are_digits(said):
    assert found(said, lambda part: NUMBERS.search(part.casefold())) == {}


def test_who_does_what_is_said(said):
    assert found(said, PASSIVE.search) == {}


def test_no_sentence_says_no_twice(said):
    assert found(said, lambda part: len(NEGATION.findall(part.casefold())) > 1) == {}


def test_it_is_offered_by_its_name_and_says_what_french_says():
    assert wording.text("fr-facile", "language-name") == "Français facile"
    assert "fr-facile" in wording.to_choose and "fr-vous" not in wording.to_choose
    for key, text in wording.texts["fr"].items():
        assert TEXTS[key].variables == text.variables, key
