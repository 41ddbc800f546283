"""From typed words to the button or the command they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.hearing import hear, watch
from content.wording import Wording
from flows.events import Called, Chose, Said, Sent, Started
from flows.meant import Meant
from flows.steps import BACK, HUMAN, SKIP, Choice, Message

WORDING = Wording("http://127.0.0.1:8000")
AGE = (
    "orientation",
    Message(
        "bracket", ask="bracket", choices=tuple(map(Choice, ("under_16", "from_16"))), controls=(BACK, HUMAN)
    ),
)
NEEDS = tuple(Choice(f"+{n}", f"needs.{n}", several=True) for n in ("emploi", "logement"))
WANTS = ("orientation", Message("needs", ask="needs", choices=NEEDS, controls=(BACK, HUMAN)))


def heard(text, question=AGE, language="fr"):
    return hear(WORDING, language, question, Said(text))


@pytest.mark.parametrize("text", ["2", " 2 ", "16 ou 17 ans", "16 OU 17 ANS", "16 ou 17 ans."])
def test_a_digit_or_a_label_is_the_button(text):
    assert heard(text) == (Chose("orientation", "bracket", "from_16"),)


@pytest.mark.parametrize("text", ["0", "3", "-1", "1.5", "²", "99999999999999999999999999"])
def test_a_number_that_is_no_button_is_just_words(text):
    assert heard(text) == (Said(text, meant=Meant()),)


@pytest.mark.parametrize(
    ("text", "bracket"),
    [("17", "from_16"), ("j'ai 15 ans", "under_16"), ("17 ans !", "from_16"), ("عمري 17 سنة", "from_16")],
)
def test_an_age_is_the_answer_where_the_age_is_asked(text, bracket):
    assert heard(text) == (Chose("orientation", "bracket", bracket),)


@pytest.mark.parametrize("text", ["ok", "Oui stp", "vas-y", "نعم"])
def test_a_yes_to_the_first_hello_is_lets_go(text):
    hello = ("orientation", Message("hello", ask="hello", choices=(Choice("go"), Choice("english"))))
    assert heard(text, hello) == (Chose("orientation", "hello", "go"),)


def test_a_number_of_something_else_is_no_age():
    (event,) = heard("depuis 18 mois")
    assert isinstance(event, Said) and not event.meant.needs


CANCEL = ("appointment", Message("sure", ask="sure", choices=(Choice("yes-1", "sure.yes"), Choice("no"))))
WISH = (
    "appointment",
    Message("wish", ask="wish", choices=(Choice("move-1", "wish.move"), Choice("cancel-1", "wish.cancel"))),
)


@pytest.mark.parametrize(
    ("text", "question", "choice"),
    [
        ("oui", CANCEL, "yes-1"),
        ("Non.", CANCEL, "no"),
        ("annuler stp", WISH, "cancel-1"),
        ("je voudrais décaler mon rendez-vous", WISH, "move-1"),
    ],
)
def test_the_beginning_of_a_label_or_a_label_in_a_sentence_is_the_button(text, question, choice):
    assert heard(text, question) == (Chose("appointment", question[1].ask, choice),)


@pytest.mark.parametrize(("text", "question"), [("oui", CANCEL), ("annuler stp", WISH), ("17 ans", AGE)])
def test_while_a_human_is_awaited_only_a_whole_label_is_an_answer(text, question):
    assert hear(WORDING, "fr", question, Said(text), exactly=True) == (Said(text),)


@pytest.mark.parametrize("text", ["je veux pas annuler", "annuler ou décaler ?"])
def test_who_says_no_or_names_two_buttons_takes_none(text):
    assert isinstance(heard(text, WISH)[0], Said)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("/start", Started()),
        ("/start@passerelle_bot affiche-nevers", Started("affiche-nevers")),
        ("/rdv", Called("rdv")),
        ("/HUMAIN", Called("humain")),
        ("/help", Called("aide")),
        ("/inconnu", Called("unknown")),
        ("/", Called("unknown")),
        ("Parler à quelqu'un", Called("humain")),
        ("parler à quelqu’un", Called("humain")),
        ("RETOUR", Called("retour")),
        ("stop", Called("stop")),
        ("mon rendez-vous", Called("rdv")),
    ],
)
def test_commands_work_typed_at_any_question_and_at_none(text, event):
    assert heard(text) == (event,)
    assert heard(text, None) == (event,)


def test_the_control_of_a_question_can_be_typed():
    skippable = ("orientation", Message("emploi_frein", ask="emploi_frein", controls=(SKIP, BACK, HUMAN)))
    assert heard("je préfère ne pas répondre", skippable) == (Chose("orientation", "emploi_frein", SKIP),)


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("je cherche du travail", ["emploi"]),
        ("un boulot et un appart", ["emploi", "logement"]),
        ("je cherche pas un boulot je veux un logement", ["logement"]),
        ("un taf stp " * 20, ["emploi"]),
    ],
)
def test_simple_words_for_needs_are_ticks(text, needs):
    assert heard(text, WANTS) == (Chose("orientation", "needs", "+" + "+".join(needs)),)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("je cherche du travail", Meant(("emploi",))),
        ("où c'est ?", Meant((), ("lieu",))),
        ("je veux un rdv", Meant((), ("rdv",))),
        ("je voudrais voir quelqu'un", Meant((), ("humain",))),
        ("t'es con", Meant((), ("insulte",))),
        ("il fait beau", Meant((), ("hors_sujet",))),
        ("jkhgfd", Meant()),
        ("je cherche pas de boulot", Meant()),
    ],
)
def test_what_words_ask_for_is_told_wherever_they_are_no_answer(text, meant):
    assert heard(text) == (Said(text, meant=meant),)


def test_words_are_tried_as_a_place_only_where_that_is_asked():
    where = ("orientation", Message("commune", ask="commune", position=True))
    assert heard("un logement à Nevers", where) == (
        Said("un logement à Nevers", meant=Meant(("logement",), place=True)),
    )
    assert not heard("un logement à Nevers")[0].meant.place


def test_who_asks_for_a_human_among_needs_gets_both():
    assert heard("un logement, je veux parler à quelqu'un", WANTS) == (
        Chose("orientation", "needs", "+logement"),
        Called("humain"),
    )


def test_danger_is_looked_for_in_words_and_captions():
    assert watch(Said("j'ai envie de mourir")).danger == "suicide"
    assert watch(Sent("photo", "f", "il me frappe")).danger is not None
    assert watch(Said("je suis mort de rire")).danger is None


def test_the_same_works_in_english():
    label = WORDING.text("en", "bracket.from_16")
    assert heard(label.upper(), language="en") == (Chose("orientation", "bracket", "from_16"),)
    assert heard("human", language="en") == (Called("humain"),)


@settings(deadline=None)  # the first words of all read the lexicons
@given(st.text(max_size=400), st.sampled_from([AGE, WANTS, None]))
def test_whatever_is_typed_is_understood_as_something(text, question):
    events = heard(text, question)
    assert events and all(isinstance(e, Said | Chose | Called | Started) for e in events)
