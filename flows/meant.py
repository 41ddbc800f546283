"""What words stand for beside an answer, as far as it could be told from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Meant:
    """Needs and intents in the words; with neither, perhaps the two likeliest needs. Nothing at all: not understood."""

    needs: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    """Of rdv, humain, lieu, salut, merci_fin, insulte, hors_sujet, as far as words tell of them."""
    guesses: tuple[str, ...] = ()
    place: bool = False
    """They name a commune too; looked at only where that is asked, and the words tell of something else."""

    @property
    def tells(self) -> bool:
        return bool(self.needs or self.intents)


NOTHING = Meant()


def any_words(_: str, __: Meant) -> bool:
    return True


def a_commune(_: str, meant: Meant) -> bool:
    """Words where it is asked where they live."""
    return meant.place or not meant.tells


NAME = 2
"""Words of a first name, at most, where they may be something else too."""


def a_name(words: str, meant: Meant) -> bool:
    """Words where a first name is asked: somebody may be called as a need is."""
    return not meant.tells or (not meant.intents and len(words.split()) <= NAME)
