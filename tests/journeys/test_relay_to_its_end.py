"""A relay from the first file to the last face; youths who leave in the middle; a promise that slips, a call at night."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests import setup
from tests.backend.attachments.samples import OGG, PDF
from tests.days import Day, is_on_duty, links_telegram, working_day
from tests.on_the_phone import reaches_proposals
from tests.phone import DeskPhone
from tests.relays import Colleague
from tests.turning import monday
from tests.youth import plain_spaces

pytestmark = pytest.mark.skipif(setup.browser_skipped(), reason="someone asked to go without a browser")

NADIA, THEO, HELENE = "Nadia Belkacem", "Théo Marchand", "Hélène Roussel"
AT_ONCE = 5.0
"""Seconds; a gross guard, it takes a quarter of one."""


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """One product for all that is told here: its clock only goes on."""
    with working_day(tmp_path_factory.mktemp("day")) as begun:
        yield begun


def test_from_the_first_file_to_the_last_face(day: Day):
    nadia, lou = day.comes(NADIA), day.phone("Lou")
    reaches_proposals(lou)
    lou.writes("/humain")
    day.answers(nadia, lou)
    the_youth_sends_a_photo_and_a_voice(day, nadia, lou)
    the_mediator_sends_a_paper_and_a_voice(day, nadia, lou)
    a_slot_is_proposed_and_taken_with_one_tap(day, nadia, lou)
    the_youth_says_how_it_was_and_keeps_the_talk(day, nadia, lou)


def the_youth_sends_a_photo_and_a_voice(d: Day, nadia: Colleague, lou: DeskPhone):
    page = nadia.page
    lou.sends("photo", "lettre.jpg", page.screenshot(type="jpeg", quality=30), "La lettre que j'ai reçue")
    nadia.line("La lettre que j").get_by_role("link", name="Ouvrir").click()
    picture = nadia.line("La lettre que j").get_by_role("img", name=re.compile("Photo de"))
    expect(picture).to_be_visible()
    page.wait_for_function("picture => picture.naturalWidth > 1000", arg=picture.element_handle())
    lou.sends("voice", "note.ogg", OGG)
    voice = page.locator("#lines audio").last
    expect(voice).to_be_visible()
    heard = page.request.get(d.product.base + str(voice.get_attribute("src")))
    assert (heard.body(), heard.headers["content-type"]) == (OGG, "audio/ogg")


def the_mediator_sends_a_paper_and_a_voice(d: Day, nadia: Colleague, lou: DeskPhone):
    for name, kind, mime, content in (
        ("plan.pdf", "document", "application/pdf", PDF),
        ("mot.ogg", "voice", "audio/ogg", OGG),
    ):
        lou.remembers()
        nadia.page.locator("summary", has_text="Fichier").click()
        nadia.page.get_by_label("Quelques mots avec le fichier").fill(f"Voici : {name}")
        nadia.page.locator("#attach-file").set_input_files(
            {"name": name, "mimeType": mime, "buffer": content}
        )
        nadia.page.get_by_role("button", name="Envoyer le fichier").click()
        got = lou.hears(f"Voici : {name}")
        assert got["file"]["kind"] == kind
        assert d.wire.get(got["file"]["url"]).content == content
        expect(nadia.line(f"Voici : {name}")).to_contain_text("envoyé")


def a_slot_is_proposed_and_taken_with_one_tap(d: Day, nadia: Colleague, lou: DeskPhone):
    page = nadia.page
    lou.remembers()
    page.get_by_role("link", name="Proposer un créneau").click()
    page.locator("button[name=pick]").first.click()
    promised = page.locator(".on-phone .bubble").inner_text()
    page.get_by_role("button", name="Envoyer cette proposition").click()
    assert lou.hears("Nadia te propose un rendez-vous")["text"] == promised
    proposed = page.get_by_role("region", name="Ce qui a été proposé")
    expect(proposed).to_contain_text("en attente de sa réponse")
    lou.taps("Oui, je prends")
    lou.hears("C'est confirmé")
    expect(proposed).to_contain_text("accepté")
    expect(page.locator("#card")).to_contain_text("À venir")
    (booked,) = d.ledger.appointments(lou)
    assert booked.status == "booked"
    expect(nadia.field).to_be_visible()


def the_youth_says_how_it_was_and_keeps_the_talk(d: Day, nadia: Colleague, lou: DeskPhone):
    page = nadia.page
    page.get_by_label("Ajouter une note").fill("Voir aussi la mère")
    page.get_by_role("button", name="Noter").click()
    lou.remembers()
    nadia.ends("A un rendez-vous")
    lou.hears("Nadia a terminé")
    lou.taps("🙂 Oui, merci")
    lou.hears("Un mot à ajouter ?")
    lou.writes("Enfin quelqu'un qui répond")
    lou.taps("Garder notre échange")
    kept = lou.hears("Voici votre échange")
    talk = d.wire.get(kept["file"]["url"]).text
    assert "La lettre que j'ai reçue" in talk
    assert "Voici : plan.pdf" in talk
    assert "Voir aussi la mère" not in talk
    after = page.locator("#after")
    expect(after).to_contain_text("Oui, aidé")
    expect(after).to_contain_text("Enfin quelqu'un qui répond")
    after.get_by_role("link", name="Transcription").click()
    expect(page.get_by_text("La lettre que j'ai reçue")).to_be_visible()


def test_whoever_leaves_in_the_middle_is_let_go(day: Day):
    nadia, sam = day.comes(NADIA), day.calls("Sam")
    day.answers(nadia, sam)
    nadia.field.fill("Tu es toujours là ?")
    sam.blocks()
    expect(nadia.floor).to_contain_text("a bloqué le bot")
    expect(nadia.field).to_be_disabled()
    sam.unblocks()
    sam.starts()
    expect(nadia.field).to_be_enabled()
    expect(nadia.field).to_have_value("Tu es toujours là ?")
    nadia.says("Tu es toujours là ?")
    sam.hears("Tu es toujours là ?")
    nadia.field.fill("Je cherche, et je reviens.")
    sam.writes("/supprimer")
    sam.hears("tout est effacé")
    expect(nadia.page.locator("#link-state")).to_contain_text("Cette page n’existe plus")
    expect(nadia.page.get_by_label("Votre texte")).to_have_value("Je cherche, et je reviens.")
    expect(nadia.page.get_by_text("Sam")).to_have_count(0)
    assert "Sam" not in nadia.page.title()


def test_a_promise_that_slips_is_said_before_it_is_missed(day: Day):
    day.product.turns_to(monday(13, 50))
    theo, helene = day.comes(THEO), day.comes(HELENE)
    hers, ines = links_telegram(day, helene), day.calls("Inès")
    ines.hears("avant 16 h.")
    call = theo.call("À prendre", "Inès")
    expect(call).to_contain_text("réponse promise avant 16")
    day.product.turns_to(monday(15, 35))
    expect(call).to_contain_text(re.compile(r"réponse promise dans 2\d\smin"))
    call.click()
    day.product.turns_to(monday(15, 51))
    ines.hears(
        "On t'avait dit avant 16 h. On n'y arrivera pas, pardon. Tu auras une réponse avant mardi 9 h 30."
    )
    promise = theo.page.locator("#promise")
    expect(promise).to_contain_text("Le jeune a déjà été prévenu d’un retard")
    day.product.turns_to(monday(16, 1))
    told = hers.hears("L'heure promise est passée, sans réponse")
    assert "Qui : Inès" in plain_spaces(told["text"])
    theo.takes()
    theo.says("Bonjour Inès, c’est Théo.")
    ines.hears("Bonjour Inès, c'est Théo.")
    expect(promise).to_be_hidden()


def test_an_urgent_call_at_night_reaches_whoever_is_on_duty_and_one_tap_takes_it(day: Day):
    day.product.turns_to(monday(22, 30))
    nadia = day.comes(NADIA)
    is_on_duty(day, nadia, "tous les jours 0h-24h")
    hers, tiago = links_telegram(day, nadia), day.calls("Tiago")
    tiago.hears("C'est fait")
    zoe = day.calls("Zoé", "je dors dehors ce soir")
    zoe.hears("Tu ne dois pas rester dehors")
    hers.waits_for(lambda: "Qui :" in hers.texts()[-1], AT_ONCE)
    (told,) = [text for text in hers.texts() if "Qui :" in text]
    assert told.startswith("Urgent : quelqu'un a besoin d'une personne maintenant")
    assert "Zoé" in told, "the other call waits for the end of her quiet hours"
    assert "dehors" not in told
    hers.taps("Prendre")
    hers.sees_toast("C'est à vous.")
    zoe.hears("Nadia prend la suite et te répond ici")
    nadia.page.goto(hers.hears("La réponse s'écrit dans Passerelle")["buttons"][0][0]["url"])
    expect(nadia.page).to_have_title("Zoé — Passerelle")
    nadia.says("Je suis là. Tu es où ?")
    zoe.hears("Je suis là. Tu es où ?")
