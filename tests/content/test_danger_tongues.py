"""Danger in other languages than French: what their writing asks for, and that they do not hear French amiss."""

from pathlib import Path

from content.danger_lexicon import load
from content.letters import fold

LEXICON = """
[prefixes]
"و" = ""
"ال" = ""
"نمی" = "نمی"
[[sign]]
kind = "suicide"
patterns = ["بیت", "نمی خواهم"]
"""


def words(tmp_path: Path, text: str) -> tuple[str, ...]:
    path = tmp_path / "xx.toml"
    path.write_text(LEXICON, encoding="utf-8")
    return load(path).hear(fold(text).split(), 1.0).words


def test_what_is_written_together_with_a_word_is_taken_from_it(tmp_path):
    assert words(tmp_path, "والبيت") == words(tmp_path, "بيت")


def test_a_prefix_that_means_something_becomes_a_word(tmp_path):
    assert words(tmp_path, "نمیخواهم") == words(tmp_path, "نمی خواهم")


def test_a_short_word_keeps_its_first_letter(tmp_path):
    assert words(tmp_path, "ولدي") != words(tmp_path, "لدي")


def test_ukrainian_apostrophes_part_words_whatever_the_keyboard():
    assert fold("бʼє") == fold("б'є") == fold("б’є")
