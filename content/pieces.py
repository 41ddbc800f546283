"""The pieces of a text by which a learnt model knows it: letters in a row, words in a row, and marks of a lexicon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

FEWEST_LETTERS, MOST_LETTERS = 2, 5
MOST_WORDS = 3
SORTS = ("letters", "words", "marks")
Pieces = Mapping[str, Mapping[str, int]]
"""For each of `SORTS` how often each stands in a text."""


def pieces(folded: str, marks: Iterable[str]) -> Pieces:
    """The pieces of a folded text (`letters.fold`), and what a lexicon has marked in it."""
    words = folded.split()
    return {
        "letters": Counter(in_a_row(f" {' '.join(words)} ", FEWEST_LETTERS, MOST_LETTERS)),
        "words": Counter(words_in_a_row(words)),
        "marks": Counter(marks),
    }


def in_a_row(text: str, fewest: int, most: int) -> list[str]:
    """All letters that follow one another, over spaces too: spelling in haste changes few of them."""
    size = len(text)
    return [text[at : at + many] for many in range(fewest, most + 1) for at in range(size - many + 1)]


def words_in_a_row(words: list[str]) -> list[str]:
    return [
        " ".join(words[at : at + many])
        for many in range(1, MOST_WORDS + 1)
        for at in range(len(words) - many + 1)
    ]
