"""Danger in other languages than French: what their writing asks for, and that they do not hear French amiss."""

from pathlib import Path

import pytest

from content.danger import danger_kind
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


MIXED = [
    (
        "Bonjour madame je voulais changer le rdv de demain matin, la je peux plus. I want to kill myself",
        "suicide",
    ),
    ("wesh cv tkt je vais venir au rdv demain sinon la verite bghit nmout", "suicide"),
    (
        "je dois renouveler mon titre de sejour et trouver un travail en cuisine, زوجي يضربني",
        "violence_conjugale",
    ),
    ("Mon mari kaydrabni tous les jours devant les enfants", "violence_conjugale"),
    ("bonjour j'ai besoin d'aide pour un logement svp, mi marido me pega", "violence_conjugale"),
    ("bonjour, le rdv de lundi c'est ok pour moi. babam beni evden kovdu", "sans_abri_ce_soir"),
]


@pytest.mark.parametrize(("text", "kind"), MIXED)
def test_a_cry_in_one_language_is_heard_in_a_message_in_another(text, kind):
    assert danger_kind(text) == kind
