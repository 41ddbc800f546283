"""Two médiateurs, two youths, one morning: a race, who writes, a stale tab, another hand, a server that is killed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests import setup
from tests.ledger import Ledger
from tests.phone import DeskPhone
from tests.relays import Colleague, press_at_once
from tests.running import desk_apart, running
from tests.turning import Turned, monday
from tests.windows import LAPTOP, PHONE, chromium, mark, was_not_reloaded, window
from tests.youth import plain_spaces

pytestmark = pytest.mark.skipif(setup.browser_skipped(), reason="someone asked to go without a browser")

EXPECTED = ("409 (Conflict)", "net::ERR_")
"""A colleague was first; the server is away."""
DEAF = "window.EventSource = class { addEventListener() {} close() {} };"
"""A tab to which nothing comes: a telephone that slept."""


@dataclass
class Morning:
    """Everyone there is, and what the database keeps of it."""

    product: Turned
    ledger: Ledger
    nadia: Colleague
    theo: Colleague
    lou: DeskPhone
    sam: DeskPhone
    desk: Page
    """The screens of both phones."""

    def thread_of(self, phone: DeskPhone) -> str:
        return f"{self.product.base}/relais/{self.ledger.handover(phone).id}"

    def shows_all(self, colleague: Colleague, phone: DeskPhone) -> None:
        """The page has each line once, in order, as if it had been opened now."""
        self.ledger.rests(phone)
        kept = [line.id for line in self.ledger.lines(phone)]
        expect(colleague.thread.locator("> li")).to_have_count(len(kept))
        assert colleague.lines() == kept


@pytest.fixture
def morning(tmp_path: Path) -> Iterator[Morning]:
    """Monday morning. Nadia sits at a laptop, Théo has his telephone."""
    with (
        desk_apart(tmp_path) as desk,
        running(Turned(tmp_path, monday(9, 40), desk)) as product,
        Ledger(product.database_url) as ledger,
        httpx.Client(base_url=desk.base) as wire,
        chromium() as browser,
        window(browser, f"{product.base}/connexion", LAPTOP, EXPECTED) as laptop,
        window(browser, f"{product.base}/connexion", PHONE, EXPECTED) as telephone,
        window(browser, desk.base) as screens,
    ):
        nadia = Colleague("Nadia Belkacem", laptop).enters()
        theo = Colleague("Théo Marchand", telephone).enters()
        lou, sam = DeskPhone(wire, "Lou"), DeskPhone(wire, "Sam")
        yield Morning(product, ledger, nadia, theo, lou, sam, screens)
        assert product.complaints == [], product.log
        assert not [words for words in [*lou.written, *sam.written] if words in product.log]


def test_one_voice_at_a_time_and_no_word_lost(morning: Morning):
    holder, other = both_press_and_one_has_the_floor(morning)
    who_writes_is_seen(morning, holder, other)
    stale = a_tab_falls_asleep(morning, holder)
    the_floor_changes_hands_with_a_word(morning, holder, other)
    the_tab_is_told_who_has_it_and_keeps_its_words(morning, stale, other)
    the_answer_to_a_form_is_lost(morning, other)
    the_server_is_killed_while_all_write(morning, other, holder)


def both_press_and_one_has_the_floor(m: Morning) -> tuple[Colleague, Colleague]:
    both = (m.nadia, m.theo)
    for one in both:
        expect(one.page.get_by_text("Personne n’attend")).to_be_visible()
        mark(one.page)
    m.lou.starts()
    m.lou.writes("/humain")
    m.lou.hears("va te répondre ici avant 12 h.")
    for one in both:
        expect(one.call("À prendre", "Lou")).to_contain_text("réponse promise avant 12")
        expect(one.page).to_have_title("(1) Relais — Passerelle")
        assert was_not_reloaded(one.page)
        one.call("À prendre", "Lou").click()
        expect(one.page.get_by_role("button", name="Prendre", exact=True)).to_be_visible()
    press_at_once(*(one.page.get_by_role("button", name="Prendre", exact=True) for one in both))
    m.lou.hears("prend la suite et te répond ici")
    (said,) = [text for text in m.lou.texts() if "prend la suite" in text]
    holder, other = both if said.startswith("Nadia") else reversed(both)
    expect(holder.field).to_be_visible()
    expect(other.floor).to_contain_text(f"{holder.first_name} a la parole")
    expect(other.page.get_by_role("button", name="Prendre", exact=True)).to_have_count(0)
    return holder, other


def who_writes_is_seen(m: Morning, holder: Colleague, other: Colleague):
    mark(other.page)
    expect(other.page.locator("#presence")).to_contain_text(f"{holder.first_name} lit")
    holder.field.press_sequentially("Bonjour Lou")
    expect(other.page.locator("#presence")).to_contain_text(f"{holder.first_name} écrit…")
    lou = m.desk.get_by_role("article").filter(has=m.desk.get_by_role("heading", name="Téléphone de Lou"))
    expect(lou.locator(".presence")).to_have_text("écrit…")
    holder.says("Bonjour Lou, que se passe-t-il ?")
    expect(lou.get_by_text("que se passe-t-il")).to_be_visible()
    expect(other.line("que se passe-t-il")).to_contain_text(holder.first_name)
    m.lou.writes("Je ne sais pas où aller mardi")
    m.lou.sees_reaction("Je ne sais pas où aller mardi", "👌")
    assert was_not_reloaded(other.page)


def a_tab_falls_asleep(m: Morning, holder: Colleague) -> Page:
    tab = holder.page.context.new_page()
    tab.add_init_script(DEAF)
    tab.goto(m.thread_of(m.lou))
    tab.get_by_label("Votre réponse").fill("Mardi, c’est au 12 rue de la Gare")
    return tab


def the_floor_changes_hands_with_a_word(m: Morning, holder: Colleague, other: Colleague):
    mark(other.page)
    holder.page.get_by_role("link", name="Transmettre").click()
    holder.page.get_by_label(re.compile(other.name)).check()
    holder.page.get_by_label("Un mot au jeune").fill("Je dois partir, on s’occupe de toi.")
    holder.page.get_by_label("Un mot à la personne qui prend la suite").fill("Mardi : chercher une adresse")
    m.lou.remembers()
    holder.page.get_by_role("button", name="Transmettre").click()
    told = m.lou.hears(f"{holder.first_name} passe la suite à {other.first_name}, qui va te répondre ici")
    assert "Réponse avant 12 h." in plain_spaces(told["text"])
    assert m.lou.texts()[-2] == "Je dois partir, on s'occupe de toi."
    expect(other.floor).to_contain_text("Adressé à vous")
    expect(other.page.get_by_text("Mardi : chercher une adresse")).to_be_visible()
    other.takes()
    assert was_not_reloaded(other.page)
    expect(holder.floor).to_contain_text(f"{other.first_name} a la parole")


def the_tab_is_told_who_has_it_and_keeps_its_words(m: Morning, tab: Page, other: Colleague):
    tab.get_by_role("button", name="Envoyer", exact=True).click()
    problem = tab.get_by_role("alert")
    expect(problem).to_contain_text(f"{other.name} a la parole")
    expect(problem).to_contain_text("Rien n’a été envoyé")
    expect(problem.get_by_label("Votre texte")).to_have_value("Mardi, c’est au 12 rue de la Gare")
    tab.close()


def the_answer_to_a_form_is_lost(m: Morning, holder: Colleague):
    """The server has it, the page does not know: what leaves again is the same message."""
    holder.page.route("**/repondre", lambda route: (route.fetch(), route.abort()))
    holder.field.fill("C’est à Imphy, à la mairie.")
    holder.sends()
    expect(holder.page.get_by_text("Pas encore parti")).to_be_visible()
    m.lou.hears("C'est à Imphy, à la mairie.")
    expect(holder.field).to_have_value("C’est à Imphy, à la mairie.")
    holder.page.unroute("**/repondre")
    holder.page.evaluate("dispatchEvent(new Event('online'))")
    expect(holder.field).to_have_value("")
    m.shows_all(holder, m.lou)
    assert m.lou.texts().count("C'est à Imphy, à la mairie.") == 1


def the_server_is_killed_while_all_write(m: Morning, of_lou: Colleague, of_sam: Colleague):
    m.sam.starts()
    m.sam.writes("/humain")
    of_sam.page.goto(f"{m.product.base}/relais")
    of_sam.call("À prendre", "Sam").click()
    of_sam.takes()
    m.ledger.rests(m.sam)
    for one in (of_lou, of_sam):
        mark(one.page)
    m.product.kill()
    m.lou.bursts(*(f"Lou, ligne {n}" for n in range(1, 6)))
    m.sam.bursts("Sam demande", "Sam attend")
    of_lou.field.fill("Prends le bus 12.")
    of_lou.sends()
    expect(of_lou.page.get_by_text("Pas encore parti")).to_be_visible()
    m.product.start()
    m.lou.hears("Prends le bus 12.")
    for one, phone, last in ((of_lou, m.lou, "Lou, ligne 5"), (of_sam, m.sam, "Sam attend")):
        expect(one.line(last)).to_be_visible(timeout=15_000)  # a page tries again every two seconds
        m.shows_all(one, phone)
        expect(one.page.locator("#link-state")).to_have_text("")
        assert was_not_reloaded(one.page)
    expect(of_lou.field).to_have_value("")
    said = [line.text for line in m.ledger.lines(m.lou, "youth")]
    assert said[-5:] == [f"Lou, ligne {n}" for n in range(1, 6)]
    assert m.lou.texts().count("Prends le bus 12.") == 1
