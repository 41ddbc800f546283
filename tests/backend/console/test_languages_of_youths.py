"""A médiateur reads French whatever the youth reads: their language by its name, what they answered, what they need."""

import pytest

from tests.backend.console.conftest import handover_of
from tests.youth import Youth, plain_spaces


@pytest.fixture
def arabic(db, script) -> Youth:
    """Has ticked a need in Arabic, answered a question about it, and called a human."""
    youth = Youth(db, script, "77", name="سارة", language="ar")
    word = script.wording.text

    def taps(*keys: str) -> None:
        for key in keys:
            youth.taps(plain_spaces(word("ar", key)))

    youth.starts()
    taps("hello.go", "bracket.from_18")
    youth.writes("Imphy")
    taps("needs.logement", "needs.done", "logement_ce_soir.depanne")
    youth.writes("/humain")
    return youth


def test_the_card_and_the_inbox_speak_french_of_who_speaks_arabic(arabic, nadia, db):
    nadia.opens(f"/relais/{handover_of(db)}")
    card = nadia.words.partition('id="card"')[2]
    assert "arabe" in card and "Logement" in card
    assert "Où dors-tu ce soir" in plain_spaces(card) and "On me dépanne" in card
    nadia.opens("/relais?langue=ar")
    assert "سارة" in nadia.words and "en arabe" in nadia.words
    nadia.opens("/relais?langue=uk")
    assert "سارة" not in nadia.words


def test_a_reply_at_hand_says_its_language_where_it_is_not_theirs(arabic, nadia, db):
    nadia.opens(f"/relais/{handover_of(db)}")
    nadia.sends(f"/relais/{handover_of(db)}/prendre")
    nadia.opens(f"/relais/{handover_of(db)}")
    assert 'data-note="français"' in nadia.words and 'data-note="anglais"' in nadia.words


def test_every_language_that_a_youth_may_choose_has_a_french_name_and_can_be_looked_for(rooms, nadia, script):
    named = rooms.pages.macro("parts/words.html", "language")
    names = {code: named(code) for code in script.wording.to_choose}
    assert not [code for code, name in names.items() if name == code]
    nadia.opens("/relais")
    assert [code for code in script.wording.languages if f'value="{code}"' not in nadia.words] == []


def test_the_page_behind_a_poster_names_every_language_in_itself(browse, settings, script):
    settings.telegram_name = "PasserelleBot"
    anyone = browse()
    anyone.opens("/p/aff-22222222")
    for code in script.wording.languages:
        assert f'lang="{code}">{script.wording.text(code, "language-name")}<' in anyone.page.text
