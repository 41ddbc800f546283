"""Whether nothing can be made of a text: no word of any language in it."""

from __future__ import annotations

from content.phrasebook import phrasebook
from content.spelling import plain_words, spelling
from content.tongue import has_small_words, language_of

VOWELS = frozenset("aeiouy")
LONGEST_WORD = 25


def is_senseless(text: str) -> bool:
    """Whether most of the words of a text are no words: letters at random, marks, digits, emojis alone."""
    said = plain_words(text)
    if sum(word.isalpha() and not word.isascii() for word in said) * 2 > len(said):
        return not _has_a_word(text, said)
    known = spelling("fr").ordinary
    sense = sum(word in known or _sounds_like_a_word(word) for word in said)
    return not sense or sense * 2 < len(said)


def _has_a_word(text: str, said: list[str]) -> bool:
    """In letters other than Latin ones no word sounds like one: it must be known."""
    known = phrasebook(language_of(text)).known
    return has_small_words(text) or any(map(known.knows, said))


def _sounds_like_a_word(word: str) -> bool:
    """Letters only, vowels among them as in words, not too many consonants in a row."""
    if len(word) < 3 or len(word) > LONGEST_WORD or not word.isalpha():
        return False
    if not word.isascii():
        return True
    vowels = sum(letter in VOWELS for letter in word)
    return 0.2 <= vowels / len(word) <= 0.8 and not _crowded(word)


def _crowded(word: str) -> bool:
    run = 0
    for letter in word:
        run = 0 if letter in VOWELS else run + 1
        if run > 4:
            return True
    return False
