"""In which language a youth is spoken to: the first words tell, a choice lasts, and a mission locale may say «vous»."""

import pytest
from sqlmodel import select

from backend.models import Conversation
from backend.people.joining import new_link
from backend.people.models import Youth as Person
from backend.places.models import MissionLocale
from flows.crossroads import by_name
from flows.events import Chose, Started
from tests.youth import Youth, books, plain_spaces

ARABIC = "السلام عليكم، أبحث عن عمل"


@pytest.fixture
def url(sqlite_url):
    """The engine does not matter here."""
    return sqlite_url


@pytest.fixture
def polite(db):
    """Every mission locale wishes «vous»."""
    with db.transaction() as tx:
        for home in tx.exec(select(MissionLocale)).all():
            home.language = "fr-vous"


def person(db):
    with db.reading() as tx:
        return tx.exec(select(Person)).one()


def to_the_question_where(youth):
    youth.starts()
    youth.taps("C'est parti")
    return youth.taps("18 à 25 ans")


def test_the_first_words_in_another_language_are_answered_in_it_with_one_tap_back(db, youth):
    to_the_question_where(youth)
    heard = youth.writes(ARABIC)
    assert heard[0].startswith("نكمل بالعربية")
    assert youth.script.wording.text("ar", "commune") in youth.screen[-1].text
    assert person(db).language == "ar"
    said = youth.taps("Français")
    assert said[0] == "C'est noté." and said[-1].startswith("Tu habites où")


@pytest.mark.parametrize(
    "words",
    [
        "Imphy",
        "58000",
        "bghit nkhdem f chi blassa",
        "Ищу работу, мне нужна помощь, мы с братом",
        "/aide أبحث عن عمل اليوم",
    ],
)
def test_a_name_russian_arabic_in_latin_letters_and_commands_change_nothing(db, youth, words):
    to_the_question_where(youth)
    youth.writes(words)
    assert (person(db).language, person(db).language_settled) == ("fr", False)


def test_who_first_writes_in_the_language_spoken_is_not_asked_again_when_they_quote_another(db, youth):
    to_the_question_where(youth)
    youth.writes("je cherche un travail pas loin de chez moi")
    assert person(db).language_settled
    youth.writes(ARABIC)
    assert person(db).language == "fr"


def test_a_language_chosen_is_not_changed_by_words(db, youth):
    to_the_question_where(youth)
    youth.writes("/langue")
    youth.taps("English")
    assert youth.writes(ARABIC)[0].startswith("Noted")
    assert person(db).language == "en"


def test_danger_is_answered_in_their_language_and_nothing_stands_beside_the_numbers(db, youth):
    to_the_question_where(youth)
    heard = youth.writes("I want to kill myself, I am looking for help")
    assert "3114" in heard[0] and heard[0].startswith("What you")
    assert not [text for text in heard if "/langue" in text]


def test_what_is_written_to_a_human_changes_no_language(db, youth):
    to_the_question_where(youth)
    with db.transaction() as tx:
        tx.exec(select(Conversation)).one().owner = "mediator"
    youth.writes(ARABIC)
    assert person(db).language == "fr"


def labels(youth):
    return [button["label"] for row in youth.screen[-1].buttons for button in row][:-1]


def test_each_language_is_offered_by_its_own_name_the_one_spoken_first(youth, script):
    youth.language = "es"
    youth.starts()
    youth.writes("/langue")
    assert labels(youth)[:2] == ["Español", "Français"]
    assert len(labels(youth)) <= 8
    named = set(labels(youth))
    onward = plain_spaces(script.wording.text("es", "pick.on"))
    if onward in named:
        youth.taps(onward)
        named |= set(labels(youth))
    assert {script.wording.text(code, "language-name") for code in script.wording.to_choose} <= named
    assert youth.taps("پښتو")[0] == plain_spaces(script.wording.text("ps", "language_set"))


def test_a_long_list_of_languages_is_turned_like_pages():
    codes = ("fr", "fr-facile", *"abcdefghi")
    first = [choice.id for choice in by_name(codes, {"language": "fr-vous"})]
    assert first == ["fr", "fr-facile", "a", "b", "c", "d", "page1"]
    second = [choice.id for choice in by_name(codes, {"language": "d", "languages_page": 1})]
    assert second == ["e", "f", "g", "h", "i", "page0"]


def test_a_forged_choice_of_a_language_that_we_do_not_speak_changes_nothing(db, youth):
    youth.starts()
    youth.does(Chose("language", "pick", "fr-vous"))
    youth.does(Chose("language", "pick", "tlh"))
    assert person(db).language == "fr"


def test_a_mission_locale_may_say_vous_to_those_it_serves_and_to_nobody_else(db, youth, polite):
    books(youth)
    assert person(db).language == "fr-vous"
    youth.writes("/langue")
    youth.taps("English")
    assert person(db).language == "en"
    youth.writes("/langue")
    youth.taps("Français")
    assert person(db).language == "fr-vous"


def test_who_moves_to_a_mission_locale_that_says_tu_is_no_longer_told_vous(db, script):
    with db.transaction() as tx:
        tx.exec(
            select(MissionLocale).where(MissionLocale.slug.startswith("nevers"))
        ).one().language = "fr-vous"
    youth = Youth(db, script, "44")
    to_the_question_where(youth)
    youth.writes("Nevers")
    assert person(db).language == "fr-vous"
    youth.writes("/retour")
    youth.writes("Clermont-Ferrand")
    assert person(db).language == "fr"


def test_who_leaves_for_where_nobody_serves_is_told_tu_again(db, youth, polite):
    to_the_question_where(youth)
    youth.writes("Nevers")
    youth.writes("/retour")
    youth.writes("Lille")
    assert (person(db).mission_locale_id, person(db).language) == (None, "fr")


def test_who_joins_by_the_card_of_their_appointment_is_spoken_to_as_its_mission_locale_wishes(
    db, youth, clock, polite
):
    with db.transaction() as tx:
        home = tx.exec(select(MissionLocale)).first()
        booked = Person(first_name="Sam", bracket="from_18", mission_locale_id=home.id)
        tx.add(booked)
        tx.flush()
        payload = new_link(tx, booked.id, clock())
    heard = youth.does(Started(payload))
    assert person(db).language == "fr-vous"
    assert "Vous n'avez pas de rendez-vous à venir" in heard[0]
