"""Needs in other languages than French: which languages a text is read in, and what their writing asks for."""

from __future__ import annotations

from collections import Counter

import pytest

from content.evaluation import labels_of
from content.phrasebook import phrasebook
from content.understanding import understand
from tests.understanding.score import rows_of


@pytest.mark.parametrize("hint", ["fr", "ar", "ro", None])
@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("i need a room pls", "logement"),
        ("محتاج شغل ضروري", "emploi"),
        ("bghit nkhdem", "emploi"),
        ("ищу комнату", "logement"),
        ("یک اتاق می خواهم", "logement"),
        ("زه کار غواړم", "emploi"),
        ("necesito un dentista", "sante"),
        ("preciso de um advogado", "droits"),
        ("ehliyet almak istiyorum", "mobilite"),
        ("caut o cresa pentru copil", "famille"),
    ],
)
def test_a_need_is_heard_in_its_language_whatever_the_writer_is_thought_to_speak(text, need, hint):
    assert understand(text, hint).needs == (need,)


def test_a_greeting_in_one_language_leaves_open_what_another_tells():
    assert understand("salam khouya, je cherche un taf").needs == ("emploi",)
    assert understand("salam khouya").intents == ("salut",)


def test_a_french_word_in_another_language_is_heard_there():
    assert understand("محتاج titre de séjour ضروري").needs == ("droits",)
    assert understand("mission locale nerede?").intents == ("lieu",)


def test_a_word_or_two_that_tell_no_language_are_looked_for_in_all():
    assert understand("salutare!").intents == ("salut",)
    assert understand("robota").needs == ("emploi",)


def test_what_is_written_together_with_an_arabic_word_is_taken_from_it():
    assert understand("والسكن").needs == understand("سكن").needs == ("logement",)
    assert understand("للعمل").needs == ("emploi",)


def test_a_case_ending_changes_no_need():
    for word in ("квартира", "квартиру", "квартири", "квартирою"):
        assert understand(f"потрібна допомога, {word}", "uk").needs == ("logement",)


def test_a_verb_at_the_end_puts_away_what_stands_before_it():
    assert understand("iş istemiyorum, ev arıyorum").needs == ("logement",)
    assert understand("کار نمی‌خواهم، خانه می‌خواهم").needs == ("logement",)
    assert understand("کار نه غواړم، کور غواړم").needs == ("logement",)


@pytest.mark.parametrize("text", ["شسيبل كمنت", "ыва фывп", "工作", "dfgh kjhg"])
def test_letters_at_random_are_no_words_in_any_script(text):
    assert understand(text).intents == ("incompris",)


def test_a_text_in_french_loads_no_other_language():
    phrasebook.cache_clear()
    understand("wsh g pa de taf")
    assert phrasebook.cache_info().currsize == 1


def test_most_messages_of_our_own_in_nine_languages_are_understood_as_a_whole():
    """Rows the lexicons were tuned on: a gross guard against unlearning a language, no measure of how good they are."""
    right: Counter[str] = Counter()
    rows = rows_of("needs_tongues")
    for row in rows:
        meant = understand(row["text"])
        right[row["language"]] += {*meant.needs, *meant.intents} == {
            *labels_of(row["needs"]),
            *labels_of(row["intents"]),
        }
    of = Counter(row["language"] for row in rows)
    assert {language: right[language] for language in of if right[language] < 0.7 * of[language]} == {}
