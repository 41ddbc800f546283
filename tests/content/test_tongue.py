"""Which language a message is in: whole ones, hurried ones, mixed ones, and what nobody can tell."""

from __future__ import annotations

import pytest

from content.tongue import language_of, surely

WRITTEN = {
    "fr": ["wsh g pa de taf", "Bonjour, je cherche un logement", "chui perdu ds ma vie", "C'est où la mission locale ?"],
    "en": ["i need a room pls", "I don't have papers, can you help me", "where is the mission locale?"],
    "es": ["busco trabajo de camarero", "no tengo dinero para el alquiler", "¿Dónde está la mission locale?"],
    "pt": ["preciso de um quarto", "nao tenho carta de conducao", "Olá, queria marcar um rendez-vous"],
    "tr": ["iş arıyorum", "kira parasini odeyemiyorum, yardim lazim", "ehliyet almak istiyorum"],
    "ro": ["caut de lucru", "nu am unde sa stau, ajutati-ma va rog", "vreau programare la mission locale"],
    "uk": ["шукаю роботу", "Нужна комната, пожалуйста", "де знаходиться mission locale?"],
    "fa": ["کار می‌خواهم", "من خونه ندارم", "چطور کارت اقامت بگیرم؟", "man kar mikham"],
    "ps": ["زه کار غواړم", "د کور لپاره مرسته غواړم", "چیرته یاست"],
    "ar": ["أبحث عن عمل", "بدي غرفة", "bghit nkhdem", "3andi mochkil m3a lwra9", "محتاج titre de séjour"],
}  # fmt: skip


@pytest.mark.parametrize("language", WRITTEN)
def test_a_message_is_heard_in_its_language_whoever_is_thought_to_write_it(language):
    hint = "fr" if language != "fr" else "ar"
    assert [language_of(text, hint) for text in WRITTEN[language]] == [language] * len(WRITTEN[language])


@pytest.mark.parametrize("text", ["", "ok", "CAF", "🙂", "12", "\u202e\u0000", "Amadou"])
def test_what_says_nothing_is_in_the_language_thought_of_and_never_surely_in_one(text):
    assert (language_of(text), language_of(text, "tr"), surely(text)) == ("fr", "tr", None)


def test_a_language_is_sure_only_where_several_words_tell():
    assert surely("i need a room please") == "en"
    assert surely("Доброго дня") == "uk"
    assert surely("انا محتاج سكن ضروري") == "ar"
    assert surely("casa") is None
    assert surely("je cherche un job, thanks") != "en"
