"""Lines are heard again: what was tapped, typed, changed and taken back. Pure."""

from __future__ import annotations

from datetime import timedelta

from backend.handover.rehearing import Heard, Spoken, rehear
from flows.steps import SKIP
from tests.clock import MONDAY

NEEDS = [("Travail", "+emploi"), ("Logement", "+logement"), ("Autre chose", "page1"), ("Retour", "<")]
NIGHT = [("Chez quelqu’un", "heberge"), ("Dehors", "dehors"), ("Je préfère ne pas répondre", "?")]


def talk(*said: tuple[str, str, str] | list[tuple[str, str]]) -> Heard:
    """Lines: ("guide", "needs", buttons), or ("tap" or "text" or "edited", words, message id)."""
    lines = []
    for seq, one in enumerate(said, 1):
        at = MONDAY + timedelta(minutes=seq)
        who, what, rest = one
        if who == "guide":
            buttons = [[{"label": label, "data": f"orientation:{what}:{choice}"}] for label, choice in rest]
            lines.append(Spoken(seq, seq, "guide", "text", what, buttons, at, None))
        elif who == "place":
            lines.append(
                Spoken(seq, seq, "guide", "text", what, [[{"label": "o", "position": True}]], at, None)
            )
        else:
            lines.append(Spoken(seq, seq, "youth", who, what, [], at, rest or None))
    return rehear(lines, {("orientation", "first_name")})


def test_what_was_ticked_counts_until_it_is_taken_back():
    ticked = [("✓ Travail", "-emploi"), *NEEDS[1:]]
    heard = talk(
        ("guide", "needs", NEEDS), ("tap", "Travail", ""), ("guide", "needs", ticked), ("tap", "Logement", "")
    )
    assert list(heard.needs) == ["emploi", "logement"]
    heard = talk(
        ("guide", "needs", NEEDS), ("tap", "Travail", ""), ("guide", "needs", ticked), ("tap", "Travail", "")
    )
    assert heard.needs == {}


def test_a_need_said_at_another_question_counts_once_we_said_so_until_it_is_taken_back():
    noted = ("guide", "also", [("Enlever : Logement", "not-logement"), ("Enlever : Travail", "not-emploi")])
    age = ("guide", "bracket", [("18 à 25 ans", "from_18")])
    assert list(talk(("text", "un logement et un boulot", ""), noted, age).needs) == ["logement", "emploi"]
    assert list(talk(noted, age, ("tap", "Enlever : Logement", "")).needs) == ["emploi"]


def test_a_need_told_from_another_counts():
    asked = ("guide", "guessed", [("Santé", "sante"), ("Famille", "famille"), ("Autre chose", "other")])
    assert list(talk(asked, ("tap", "Famille", "")).needs) == ["famille"]
    assert talk(asked, ("tap", "Autre chose", "")).needs == {}


def test_a_digit_and_a_label_in_words_are_answers_and_no_quotations():
    heard = talk(("guide", "logement_tonight", NIGHT), ("text", "2", ""))
    assert heard.answers["logement_tonight"].choice == "dehors"
    heard = talk(("guide", "logement_tonight", NIGHT), ("text", "chez quelqu'un", ""))
    assert heard.answers["logement_tonight"].choice == "heberge"
    assert heard.words == ()


def test_who_would_rather_not_say_is_not_asked_again():
    heard = talk(("guide", "logement_tonight", NIGHT), ("tap", "Je préfère ne pas répondre", ""))
    assert heard.answers["logement_tonight"].choice == SKIP


def test_a_place_and_a_name_are_no_words_about_themselves_but_a_need_is():
    heard = talk(
        ("place", "commune", ""),
        ("text", "j'habite à saint éloi", ""),
        ("guide", "first_name", [("Retour", "<")]),
        ("text", "Marie de la Fontaine", ""),
        ("text", "je cherche un appart", ""),
    )
    assert [(one.seq, one.needs) for one in heard.words] == [(5, ("logement",))]


def test_short_words_and_commands_are_no_quotations_danger_is():
    heard = talk(
        ("text", "salut", ""),
        ("text", "/humain", ""),
        ("text", "mon rdv", ""),
        ("text", "envie de mourir", ""),
    )
    assert [(one.seq, one.danger) for one in heard.words] == [(4, "suicide")]


def test_a_message_that_was_changed_counts_as_it_reads_now():
    heard = talk(("text", "je cherche un travail", "7"), ("edited", "je cherche un logement", "7"))
    assert [(one.seq, one.needs) for one in heard.words] == [(2, ("logement",))]
    assert talk(("text", "je cherche un travail", "7"), ("edited", "non", "7")).words == ()


def test_after_a_human_has_spoken_nothing_is_asked_any_more():
    lines = [
        Spoken(1, 1, "guide", "text", "", [[{"label": "x", "position": True}]], MONDAY, None),
        Spoken(2, 2, "mediator", "text", "bonjour", [], MONDAY, None),
        Spoken(3, 3, "youth", "text", "on m'a coupé le chauffage", [], MONDAY, None),
    ]
    assert [one.seq for one in rehear(lines, set()).words] == [3]


def test_forged_and_hostile_buttons_and_words_harm_nobody():
    odd = ["", "<script>alert(1)</script>", "\u202e" * 50, "x" * 20_000, "²", "9" * 400, "::::"]
    forged = [(word, "+nowhere+<") for word in odd] + [("", "")]
    heard = talk(
        ("guide", "needs", forged), *[(kind, w, "") for kind in ("tap", "text", "edited") for w in odd]
    )
    assert heard.needs == {}
    assert heard.answers == {}
