"""What nobody should send, sent: each has a clear answer, and nothing breaks (the `phone` sees to that)."""

from __future__ import annotations

import pytest

from tests.on_the_phone import asked_for_needs, asked_for_the_bracket, asked_for_the_commune


@pytest.mark.parametrize("words", ["Trifouillis-sur-zibeline", "99999", "\u200b\u2060", "<b>zibeline", "🦄"])
def test_an_unknown_commune_is_asked_again(phone, words):
    asked_for_the_commune(phone)
    phone.writes(words)
    phone.hears("Je n'ai pas trouvé cette commune. Essaie avec le code postal")
    phone.hears("Tu habites où")


def test_nonsense_gets_the_question_again_and_the_second_time_a_human_is_proposed(phone):
    asked_for_the_bracket(phone)
    phone.writes("qsdf zibeline ?!")
    phone.hears("Je n'ai pas compris. Tu peux appuyer sur un bouton")
    phone.hears("Tu as quel âge")
    phone.writes("wxcv zibeline")
    phone.hears("Une personne peut t'aider : appuie sur « Parler à quelqu'un »")
    phone.taps("18 à 25 ans")
    phone.hears("Tu habites où")


def test_five_thousand_characters_are_kept_and_answered(phone, ledger):
    asked_for_the_commune(phone)
    phone.writes(("zibeline " * 600)[:5000])
    phone.hears("C'est un peu long pour moi. Réponds en quelques mots")
    ledger.rests(phone)
    kept = [line.text for line in ledger.lines(phone, "youth") if "zibeline" in line.text]
    assert [len(text) for text in kept] == [4096, 5000 - 4096]  # the phone cuts
    phone.writes("Imphy")
    phone.hears("De quoi as-tu besoin")


def test_a_phone_sends_no_empty_text(phone, desk):
    refused = desk.post(f"/phone/{phone.id}/text", json={"text": " \n "})
    assert (refused.status_code, refused.json()["detail"]) == (409, "a phone sends no empty message")


def test_a_sticker_gets_a_kind_word_and_the_question_again(phone):
    asked_for_the_bracket(phone)
    phone.sends("sticker", "zibeline.webp", b"RIFF")
    phone.hears("Sympa ! Pour avancer, j'ai besoin d'une réponse écrite ou d'un bouton")
    phone.hears("Tu as quel âge")


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("photo", "J'ai bien reçu ton envoi, mais je ne sais pas le lire"),
        ("document", "J'ai bien reçu ton envoi, mais je ne sais pas le lire"),
        ("voice", "J'ai bien reçu ton message vocal. Je le garde pour une personne"),
    ],
)
def test_what_the_guide_cannot_read_is_kept_and_the_question_stays(phone, ledger, kind, answer):
    asked_for_the_bracket(phone)
    phone.sends(kind, "carte.jpg", b"bytes", caption="c'est zibeline")
    phone.hears(answer)
    phone.hears("Tu as quel âge")
    kept = [(line.kind, line.text, bool(line.file)) for line in ledger.lines(phone, "youth")]
    assert kept[-1] == (kind, "c'est zibeline", True)


def test_an_edited_message_is_seen_and_the_way_to_correct_is_told(phone, ledger):
    asked_for_needs(phone)
    phone.edits("Imphy", "Decize zibeline")
    phone.hears("J'ai vu que tu as modifié un message. Pour changer une réponse, appuie sur « Retour »")
    kept = [(line.kind, line.text) for line in ledger.lines(phone, "youth")]
    assert kept[-1] == ("edited", "Decize zibeline")


@pytest.mark.parametrize(("latitude", "longitude"), [(48.2082, 16.3738), (0.0, 0.0), (-89.9, 179.9)])
def test_a_position_abroad_asks_for_the_name(phone, latitude, longitude):
    asked_for_the_commune(phone)
    phone.shares(latitude, longitude)
    phone.hears("Cette position n'est pas en France. Écris le nom de ta commune")
    phone.hears("Tu habites où")


def test_a_position_where_none_is_asked_for_is_no_answer(phone):
    asked_for_the_bracket(phone)
    phone.shares(46.98, 3.15)
    phone.hears("Merci pour la position. Ici, j'ai besoin d'une autre réponse")
    phone.hears("Tu as quel âge")


def test_an_unknown_command_names_the_known_ones(phone):
    asked_for_the_bracket(phone)
    phone.writes("/zibeline")
    phone.hears("Je ne connais pas cette commande. /aide te montre ce que je sais faire")
    phone.hears("Tu as quel âge")


def test_in_a_group_the_bot_says_one_line_and_leaves(phone, desk, ledger):
    group = phone.joins_group("Les copains")
    phone.hears("Je parle seulement en privé. Écris-moi directement")
    phone.waits_for(lambda: any(c["method"] == "leaveChat" for c in calls_after(desk, group)))
    phone.writes("zibeline", chat_id=group)
    ledger.rests(phone)
    assert [t for t in phone.texts() if "en privé" in t] == phone.texts()


def calls_after(desk, chat):
    return [c for c in desk.get("/control/calls").json() if str(c["params"].get("chat_id")) == str(chat)]


def test_who_blocks_the_bot_and_comes_back_goes_on_where_they_were(phone, ledger):
    asked_for_the_commune(phone)
    phone.blocks()
    ledger.rests(phone)
    assert ledger.conversation(phone).blocked
    phone.unblocks()
    ledger.rests(phone)
    assert not ledger.conversation(phone).blocked
    phone.writes("Imphy")
    phone.hears("De quoi as-tu besoin")


def test_who_unblocks_by_the_start_button_is_welcomed_back(phone):
    asked_for_the_commune(phone)
    phone.blocks()
    phone.starts()
    phone.hears("On en était au milieu")
    phone.taps("Continuer")
    phone.hears("Tu habites où")
