"""Taps that are dead, doubled, forged or late, and bursts: one answer each, and nothing counts twice."""

from __future__ import annotations

import pytest

from tests.on_the_phone import (
    asked_for_needs,
    asked_for_the_bracket,
    asked_for_the_commune,
    books,
    reaches_proposals,
)
from tests.phone import said


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
