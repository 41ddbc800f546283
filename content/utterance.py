"""What somebody wrote as the words of one language, sentence by sentence; what weighs nothing is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from content.letters import fold
from content.mending import Known
from content.spelling import MARKS, Spelling, spelt

Words = tuple[str, ...]
ENDS = MARKS - {","}
LEFT = 3
"""Letters of a word without its prefix; one more if the prefix is one letter, as many words begin with it."""


@dataclass(frozen=True)
class Utterance:
    """Words, and for each the number of its sentence."""

    words: Words
    sentences: tuple[int, ...]

    def together(self, first: int, last: int) -> bool:
        """Whether two words, by their places, stand in one sentence."""
        return self.sentences[first] == self.sentences[last]

    def text(self, begin: int, end: int) -> str:
        return " ".join(self.words[begin:end])


@dataclass(frozen=True)
class Orthography:
    """How the words of a language are compared. `alike` gives the words that stand for a word: «j'» is «je».

    `fillers` weigh nothing and are left out. `prefixes` are written together with a word and stand for other words or
    nothing: in Arabic the word for «and» and the article, in Persian that of the present and its negation.
    """

    spelling: Spelling
    alike: Mapping[str, Words]
    fillers: frozenset[str]
    prefixes: Mapping[str, Words]

    def split(self, written: str) -> Words:
        """The words of a phrase in a lexicon, as texts are read."""
        return tuple(self.weighed(spelt(self.apart(fold(written).split()), self.spelling)))

    def apart(self, folded: list[str]) -> list[str]:
        """The words of a folded text without what is written together with them."""
        return [part for word in folded for part in self._apart(word)] if self.prefixes else folded

    def _apart(self, word: str) -> Words:
        for before, meant in self.prefixes.items():
            rest = word[len(before) :]
            if word.startswith(before) and len(rest) >= (LEFT if len(before) > 1 else LEFT + 1):
                return (*meant, *self._apart(rest))
        return (word,)

    def weighed(self, words: Iterable[str]) -> Iterable[str]:
        for word in words:
            for meant in self.alike.get(word) or (word,):
                if meant not in self.fillers and meant != ",":
                    yield meant

    def hear(self, folded: list[str], known: Known | None) -> Utterance:
        """The words of a folded text; with `known`, strange words are mended. Dots in a row are a pause, no end."""
        words: list[str] = []
        sentences: list[int] = []
        number, ended = 0, 0
        for word in self.weighed(spelt(self.apart(folded), self.spelling, known)):
            if word in ENDS:
                ended += 1
                continue
            number += ended == 1
            ended = 0
            words.append(word)
            sentences.append(number)
        return Utterance(tuple(words), tuple(sentences))
