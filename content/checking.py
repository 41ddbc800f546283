"""Before anything starts: all that the questionnaires point to is there."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence

from content.danger import lexicons
from content.learned import model
from content.phrasebook import languages, phrasebook
from content.rows import ContentError
from content.wording import FRENCH, Wording
from flows.needs import Pages
from flows.steps import Ask

log = logging.getLogger(__name__)


def check_words(wording: Wording, needs: Pages, questions: Sequence[Ask]) -> None:
    """Every need, question, option and tip has its words in French, else ContentError. Elsewhere French stands in."""
    wanted = dict(_wanted(needs, questions))
    for language in wording.languages:
        lacking = [key for key in wanted if not wording.has(language, key)]
        if not lacking:
            continue
        if language == FRENCH:
            key = lacking[0]
            raise ContentError(f"texts/{language}: expected words for {key}, which {wanted[key]} asks for")
        log.warning("texts/%s: no words for %s, said in French", language, ", ".join(lacking))
        wording.lend(language, lacking)


def check_motives(questions: Sequence[Ask], motives: Collection[str]) -> None:
    """Every motive that an option leads to is one of these. Raises ContentError."""
    for ask in questions:
        for choice in ask.choices({}):
            motive = choice.hints.get("motive")
            if motive and motive not in motives:
                raise ContentError(
                    f"{file_of(ask)}: option {choice.id!r} of {ask.id}: expected a motive of motives.csv"
                    f" ({', '.join(sorted(motives))}), got {motive!r}"
                )


def check_lexicons() -> None:
    """Words can be understood: a mistake would set every message aside. Raises LexiconError, BadLexicon, ModelError."""
    lexicons()
    for name in ("danger", "needs"):
        model(name)
    for language in languages():
        phrasebook(language)


def file_of(ask: Ask) -> str:
    return f"{ask.id.partition('_')[0]}.toml"


def _wanted(needs: Pages, questions: Sequence[Ask]) -> Iterator[tuple[str, str]]:
    """The keys of the words that are needed, each with the file that needs it."""
    for need in (need for page in needs for need in page):
        yield from ((key, "needs.toml") for key in (f"needs.{need}", f"tip-{need}"))
    for ask in questions:
        yield ask.id, file_of(ask)
        for choice in ask.choices({}):
            yield f"{ask.id}.{choice.id}", file_of(ask)
            if "tip" in choice.hints:
                yield f"tip-{choice.hints['tip']}", file_of(ask)
