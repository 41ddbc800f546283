"""What nobody should send, sent: each has a clear answer, and nothing breaks (the `phone` sees to that)."""

from __future__ import annotations

import pytest

from tests.phone import books, reaches_proposals, said

MARKER = "zibeline"
"""A word that nothing else says: no log may hold it."""


@pytest.fixture(autouse=True)
def _no_words_in_the_log(product):
    yield
    assert MARKER not in product.log


def asked_for_the_bracket(phone):
    phone.starts()
    phone.taps("C'est parti")
    phone.hears("Tu as quel âge")


def asked_for_the_commune(phone):
    asked_for_the_bracket(phone)
    phone.taps("18 à 25 ans")
    phone.hears("Tu habites où")


def asked_for_needs(phone):
    asked_for_the_commune(phone)
    phone.writes("Imphy")
    phone.hears("De quoi as-tu besoin")


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
    kept = [line.text for line in ledger.lines(phone, "youth") if MARKER in line.text]
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
        ("voice", "J'ai bien reçu ton message vocal, mais je ne peux pas l'écouter"),
    ],
)
def test_what_the_guide_cannot_read_is_kept_and_the_question_stays(phone, ledger, kind, answer):
    asked_for_the_bracket(phone)
    phone.sends(kind, "carte.jpg", b"bytes", caption="c'est zibeline")
    phone.hears(answer)
    phone.hears("Tu as quel âge")
    kept = [(line.kind, line.text, bool(line.file)) for line in ledger.lines(phone, "youth")]
    assert kept[-1] == (kind, "c'est zibeline", True)


def test_a_tap_on_a_finished_story_says_so_and_changes_nothing(phone, ledger):
    reaches_proposals(phone)
    old = phone.bubbles()[-1]
    phone.taps(phone.slots()[0])
    phone.taps("Confirmer")
    phone.hears("C'est confirmé")
    phone.taps_again(old, phone.slots_of(old)[-1])
    phone.hears("Ce bouton ne sert plus, rien n'a changé")
    ledger.rests(phone)
    assert len(ledger.appointments(phone)) == 1


def test_a_tap_on_a_past_question_says_so_and_asks_the_present_one(phone):
    asked_for_needs(phone)
    needs = phone.bubbles()[-1]
    phone.taps("Travail")
    phone.taps("C'est tout")
    phone.hears("Pour le travail")
    phone.taps_again(needs, "Logement")
    phone.hears("Ce bouton est d'une question passée. Rien n'a changé")
    phone.hears("Pour le travail")


def test_a_double_tap_counts_once(phone, ledger):
    asked_for_the_bracket(phone)
    bracket = phone.bubbles()[-1]
    phone.taps("18 à 25 ans")
    phone.taps_again(bracket, "18 à 25 ans")
    phone.sees_toast("C'est déjà noté")
    ledger.rests(phone)
    assert len([t for t in phone.texts() if "Tu habites où" in t]) == 1


def test_a_tap_that_comes_again_under_a_new_number_counts_once(phone, desk, ledger):
    books(phone)
    ledger.rests(phone)
    before = phone.texts()
    desk.post("/control/retap")
    phone.hears("Ce bouton ne sert plus, rien n'a changé")
    ledger.rests(phone)
    assert len(phone.texts()) == len(before) + 1
    assert len(ledger.appointments(phone)) == 1


def test_an_update_that_comes_again_under_its_own_number_is_not_heard_twice(phone, desk, ledger):
    asked_for_the_commune(phone)
    phone.writes("Imphy")
    phone.hears("De quoi as-tu besoin")
    ledger.rests(phone)
    before = phone.texts(), len(ledger.lines(phone))
    polls = len(desk.get("/control/calls", params={"method": "getUpdates"}).json())
    desk.post("/control/duplicate")
    phone.waits_for(lambda: len(desk.get("/control/calls", params={"method": "getUpdates"}).json()) > polls)
    ledger.rests(phone)
    assert (phone.texts(), len(ledger.lines(phone))) == before


def test_words_of_a_burst_do_not_answer_a_question_that_has_not_been_seen(phone, desk, ledger):
    asked_for_the_bracket(phone)
    late = {"kind": "429", "method": "sendMessage", "chat_id": phone.id, "retry_after": 1}
    desk.post("/control/faults", json=late)
    calls = {"method": "sendMessage", "after": desk.get("/control/calls").json()[-1]["n"]}
    phone.taps("18 à 25 ans")
    phone.waits_for(lambda: [c for c in desk.get("/control/calls", params=calls).json() if c["code"] == 429])
    phone.writes("Nevers zibeline")
    phone.hears("Tu habites où")
    ledger.rests(phone)
    assert said(phone.bubbles()[-1]).startswith("Tu habites où")
    assert [line.text for line in ledger.lines(phone, "youth")][-1] == "Nevers zibeline"
    phone.writes("Imphy")
    phone.hears("De quoi as-tu besoin")


def test_a_burst_of_answers_loses_nothing_and_ends_at_one_question(phone, ledger):
    asked_for_the_bracket(phone)
    words = [f"zibeline {n}" for n in range(10)]
    phone.bursts(*words)
    ledger.rests(phone)
    assert [line.text for line in ledger.lines(phone, "youth")][-10:] == words
    assert "Tu as quel âge" in phone.texts()[-1]


def test_an_edited_message_is_seen_and_the_way_to_correct_is_told(phone, ledger):
    asked_for_needs(phone)
    phone.edits("Imphy", "Decize zibeline")
    phone.hears("J'ai vu que tu as modifié un message. Pour changer une réponse, appuie sur « Retour »")
    kept = [(line.kind, line.text) for line in ledger.lines(phone, "youth")]
    assert kept[-1] == ("edited", "Decize zibeline")


@pytest.mark.parametrize(
    "data",
    [
        "orientation:bracket:from_99",
        "orientation:confirm:ok-1.zzzzz.p",
        "orientation:booking:done",
        "orientation",
        "orientation:needs:+zibeline",
        "stopping:muted:x",
        "::",
        "\U0001f984" * 16,
        "a" * 64,
    ],
)
def test_a_forged_tap_changes_nothing(phone, ledger, data):
    asked_for_the_bracket(phone)
    phone.forges(data)
    phone.hears("rien n'a changé" if not data.startswith("orientation") else "Rien n'a changé")
    phone.hears("Tu as quel âge")
    ledger.rests(phone)
    assert ledger.appointments(phone) == []
    phone.taps("18 à 25 ans")
    phone.hears("Tu habites où")


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
    phone.hears("Content de te revoir")
    phone.taps("Continuer")
    phone.hears("Tu habites où")
