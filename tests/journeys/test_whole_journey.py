"""The whole story, in three windows, from `passerelle run` in an empty folder."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import setup
from tests.running import Product, running
from tests.windows import (
    add_phone,
    book_nearest,
    chromium,
    enter_as,
    mark,
    tap,
    was_not_reloaded,
    window,
    write,
)

pytestmark = pytest.mark.skipif(setup.browser_skipped(), reason="someone asked to go without a browser")


SEALED = {"PASSERELLE_ENCRYPT": "1", "PASSERELLE_ENCRYPTION_KEY": "a key of the journey, made by hand"}
SAID = ("que se passe-t-il", "Je ne sais pas quoi apporter", "juste toi", "C’est confirmé")


@pytest.fixture
def product(tmp_path):
    """With words sealed: all of it works so too, and no byte of the database holds what was said."""
    product = Product(tmp_path)
    product.env |= SEALED
    with running(product) as started:
        yield started
        assert started.complaints == []
    kept = b"".join(file.read_bytes() for file in (tmp_path / "var").glob("passerelle.db*"))
    assert kept.count(b"sealed:") > 20 and not [words for words in SAID if words.encode() in kept]


@pytest.fixture
def windows(product):
    """A youth's window on the desk, and two of the staff at the door."""
    door = f"{product.base}/connexion"
    with (
        chromium() as browser,
        window(browser, product.desk_url) as youth,
        window(browser, door) as advisor,
        window(browser, door) as mediator,
    ):
        yield youth, advisor, mediator


def test_from_a_first_hello_to_an_appointment_and_a_human_voice(windows):
    youth, advisor, mediator = windows
    enter_as(advisor, "Karim")
    enter_as(mediator, "Nadia")
    phone = add_phone(youth, "Lou")
    the_youth_books_and_the_advisor_sees_it(phone, advisor)
    the_youth_asks_for_a_human_who_claims(phone, mediator)
    both_write_and_both_read(phone, mediator)
    the_mediator_closes_and_the_guide_takes_up_again(phone, mediator)


def the_youth_books_and_the_advisor_sees_it(phone: Locator, advisor: Page):
    expect(advisor.get_by_text("Aucun rendez-vous à venir")).to_be_visible()
    mark(advisor)
    confirmed = book_nearest(phone, "Imphy")
    assert "avec Karim" in confirmed
    assert "Permanence d'Imphy" in confirmed
    hour = re.search(r"à (\d+ h(?: \d\d)?)", confirmed).group(1)
    visit = advisor.get_by_role("link", name="Lou")
    expect(visit).to_contain_text(re.compile("Permanence d.Imphy"))
    expect(visit).to_contain_text(re.compile(hour.replace(" ", r"\s")))
    assert was_not_reloaded(advisor)


def the_youth_asks_for_a_human_who_claims(phone: Locator, mediator: Page):
    expect(mediator.get_by_text("Personne n’attend")).to_be_visible()
    mark(mediator)
    phone.get_by_label("Commandes du bot").click()
    phone.get_by_role("button", name="/humain").click()
    expect(phone.get_by_text(re.compile("C’est fait"))).to_be_visible()
    call = mediator.get_by_role("region", name="À prendre").get_by_role("link", name="Lou")
    expect(call).to_contain_text("A demandé une personne")
    assert was_not_reloaded(mediator)
    call.click()
    mediator.get_by_role("button", name="Prendre").click()
    expect(phone.get_by_text("Nadia prend la suite et te répond ici")).to_be_visible()


def both_write_and_both_read(phone: Locator, mediator: Page):
    expect(mediator.get_by_label("Votre réponse")).to_be_visible()
    mark(mediator)
    mediator.get_by_label("Votre réponse").fill("Bonjour Lou, que se passe-t-il ?")
    mediator.get_by_role("button", name="Envoyer").click()
    expect(phone.get_by_text("Bonjour Lou, que se passe-t-il ?")).to_be_visible()
    thread = mediator.get_by_role("list", name="Conversation")
    expect(thread.get_by_role("listitem").filter(has_text="Bonjour Lou")).to_contain_text("envoyé")
    write(phone, "Je ne sais pas quoi apporter")
    expect(thread.get_by_text("Je ne sais pas quoi apporter")).to_be_visible()
    mediator.get_by_label("Votre réponse").fill("Rien, juste toi.")
    mediator.get_by_role("button", name="Envoyer").click()
    expect(phone.get_by_text("Rien, juste toi.")).to_be_visible()
    assert was_not_reloaded(mediator)


def the_mediator_closes_and_the_guide_takes_up_again(phone: Locator, mediator: Page):
    mediator.get_by_text("Terminer", exact=True).click()
    mediator.get_by_label("A eu sa réponse").check()
    mediator.get_by_role("button", name="Terminer ce relais").click()
    expect(phone.get_by_text("Nadia a terminé")).to_be_visible()
    expect(mediator.get_by_text("Relais terminé")).to_be_visible()
    assert was_not_reloaded(mediator)
    write(phone, "/rdv")
    expect(phone.get_by_text("Ton rendez-vous")).to_be_visible()
    expect(phone.get_by_role("button", name=re.compile("C.est bon pour moi"))).to_be_visible()
    write(phone, "bonjour")
    expect(phone.get_by_text("Tu veux reprendre avec Nadia")).to_be_visible()
    tap(phone, "Continuer ici")
    expect(phone.get_by_text("Ton rendez-vous")).to_have_count(2)
