"""Words as fingers, phones and jokers write them, read as they are meant."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.letters import fold
from content.mending import Known
from content.spelling import FOLDER, words

KNOWN = Known(
    {"logement", "permis", "appartement", "formation", "argent", "cherche", "boulot", "plainte"}, {"embauch"}
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("g pa 2 taf ni le permis", "j ai pas de travail ni le permis"),
        ("chui sans argent, kelkun ?", "je suis sans argent , quelqu un ?"),
        ("cé ou é koi", "c est ou et quoi"),
        ("J’AI 2 ENFANTS", "j ai 2 enfants"),
        ("jcherche d'appartement", "je cherche d appartement"),
        ("l o g e m e n t", "logement"),
        ("permiiiis!!!", "permis . . ."),
        ("p̷e̷r̷m̷i̷s̷ per\u200bmis \u202epermis", "permis permis permis"),
        ("𝐩𝐞𝐫𝐦𝐢𝐬 ｐｅｒｍｉｓ реrmis", "permis permis permis"),
        ("<b>argent</b> https://x.y/z a@b.fr", ", argent , , ,"),
        ("🏠🏽 argent💶", "🏠 argent 💶"),
        ("l0g3ment p3rmis", "logement permis"),
        ("logment frmation", "logement formation"),
        ("lojement apartemant", "logement appartement"),
    ],
)
def test_words_are_spelt_out(text, meant):
    assert " ".join(words(text, "fr", KNOWN)) == meant


@pytest.mark.parametrize(
    "text", ["plante", "casier", "verte", "promis", "informations", "argument", "dans", "centre"]
)
def test_a_right_word_is_never_mended(text):
    assert words(text, "fr", KNOWN) == [text]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أريد سكنًا", "اريد سكنا"),
        ("كـــار", "کار"),
        ("يمكنني", "یمکننی"),
        ("می‌خواهم", "مي خواهم"),
        ("İŞ ARIYORUM ışık", "iş arıyorum isik"),
        ("ţară şi", "țară și"),
        ("١٢٣ ۱۲۳", "123 123"),
    ],
)
def test_letters_of_all_keyboards_are_one(one, other):
    assert fold(one) == fold(other)


def test_nothing_written_in_haste_is_a_right_word_of_its_own():
    """«cherche» must not stand for «chercher»: what is right stays as it is."""
    for file in FOLDER.glob("*.toml"):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        right = {word for line in data.get("ordinary", ()) for word in fold(line).split()}
        short = {fold(way) for ways in data.get("short", {}).values() for way in ways.split("|")}
        assert not short & right - {"amie", "amis", "mec", "meuf", "problem"}, file.name


@given(st.text(max_size=300))
def test_any_text_has_words_and_reading_them_again_changes_nothing(text):
    said = " ".join(words(text, "fr", KNOWN))
    assert fold(said) == said
