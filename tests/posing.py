"""Who is in the pictures, and what they do there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import httpx
from playwright.sync_api import Locator, Page, expect
from pyotp import TOTP

from backend.audit.signing import SIGNET, signet_of
from backend.db import connect
from backend.people.accounts import create_person
from backend.people.queries import home_team
from backend.retention.passage import purge
from backend.settings import Settings
from tests.backend.console.browser import Browser
from tests.ledger import Ledger
from tests.lived import lived
from tests.looking import look
from tests.on_the_phone import books
from tests.phone import DeskPhone
from tests.relays import Colleague
from tests.running import Product
from tests.turning import monday
from tests.windows import add_phone, enter_as, write

PASSWORD = "quatre tortues lisent dehors"


def a_year_goes_by(product: Product) -> None:
    """Calls of former months, so that the board has something to count: each month a little better than the last."""
    db = connect(product.database_url)
    with db.reading() as tx:
        home = home_team(tx, "nevers-sud-nivernais")
    for back in range(1, 7):
        for n in range(20):
            opened = monday(9) - timedelta(days=30 * back, minutes=n)
            lived(db, home, opened=opened, minutes=20 * back + 7 * n, kept=n >= back)
    db.close()


def others_book(product: Product) -> None:
    """Some have booked before, so that the advisor's week is not empty."""
    with httpx.Client(base_url=product.desk_url) as client:
        for name, commune in (("Inès", "Imphy"), ("Tiago", "Fourchambault"), ("Zoé", "Varennes-Vauzelles")):
            books(DeskPhone(client, name), commune)
        for phone in client.get("/phone").json():
            client.delete(f"/phone/{phone['id']}")


def converse(nadia: Colleague, lou: Locator) -> None:
    """A call is taken, answered, and a slot proposed."""
    write(lou, "/humain")
    nadia.call("À prendre", "Lou").click()
    nadia.takes()
    nadia.says("Bonjour Lou, c’est Nadia. Que se passe-t-il ?")
    expect(lou.get_by_text("Que se passe-t-il")).to_be_visible()
    write(lou, "Je n’ai plus de bus le mardi matin, je peux venir un autre jour ?")
    expect(nadia.line("plus de bus")).to_be_visible()
    nadia.page.get_by_role("link", name="Proposer un créneau").click()
    nadia.page.get_by_label("À partir du").fill("2026-11-26")
    nadia.page.get_by_role("button", name="Voir les créneaux").click()
    nadia.page.locator("button[name=pick]").first.click()
    look(nadia.page, "proposal", at="main")
    nadia.page.get_by_role("button", name="Envoyer cette proposition").click()
    expect(lou.get_by_role("button", name="Oui, je prends")).to_be_visible()
    nadia.says("Dis-moi si ça te va. Sinon, on peut aussi s’appeler.")
    nadia.page.get_by_label("Ajouter une note").fill("Sans permis : chercher le plus près d’Imphy.")
    nadia.page.get_by_role("button", name="Noter").click()
    expect(nadia.page.locator("#notes li")).to_have_count(1)
    look(nadia.page, "thread")
    look(nadia.page, "thread-card", at="#card", wide="#none")


def calls_for_help(desk: Page, name: str) -> None:
    phone = add_phone(desk, name)
    expect(phone.get_by_text("Ici Passerelle")).to_be_visible()
    write(phone, "je dors dehors ce soir" if name == "Moussa" else "/humain")


def colleagues_are_at_work(product: Product) -> None:
    """Théo answers one, and has ended with another."""
    theo = Browser(product.base).enters_as("Théo")
    with httpx.Client(base_url=product.desk_url) as client, Ledger(product.database_url) as ledger:
        for name in ("Amir", "Maëlle"):
            phone = DeskPhone(client, name)
            phone.starts()
            phone.writes("/humain")
            phone.hears("C'est fait")
            thread = f"/relais/{ledger.handover(phone).id}"
            theo.opens(thread)
            theo.sends(f"{thread}/prendre")
            theo.follows()
            theo.sends(f"{thread}/repondre", text="Bonjour, c’est Théo. Dis-moi tout.")
            theo.follows()
        theo.sends(f"{thread}/terminer", saying="Comment cela se termine", outcome="answered")
    theo.close()


def keep_team(helene: Page, product: Product) -> None:
    """Who is on duty when."""
    for name, hours in (
        ("Nadia Belkacem", "lundi au vendredi 9h-12h"),
        ("Théo Marchand", "lundi et jeudi 14h-17h"),
    ):
        helene.goto(f"{product.base}/equipe")
        helene.get_by_role("link", name=f"Ses heures : {name}").click()
        helene.get_by_label("De permanence").fill(hours)
        helene.get_by_role("button", name="Enregistrer").last.click()
    helene.goto(f"{product.base}/equipe")
    look(helene, "team", at="main", wide="#none")


def keep_posters(helene: Page, product: Product) -> None:
    """A poster that has brought some, as it is printed, and the page behind its code."""
    helene.goto(f"{product.base}/affiches")
    helene.get_by_label("Où elle sera").fill("Forum des métiers de Nevers")
    helene.get_by_role("button", name="Créer").click()
    poster, code = helene.url, helene.locator("code").inner_text()
    with httpx.Client(base_url=product.desk_url) as client, Ledger(product.database_url) as ledger:
        for number in range(7):
            scans = DeskPhone(client, f"Passant {number}")
            scans.starts(code)
        ledger.rests(scans)
    helene.goto(f"{product.base}/affiches")
    look(helene, "posters", at="main", wide="#none")
    helene.goto(f"{poster}/imprimer")
    look(helene, "poster", at="main", wide="#none")
    helene.goto(f"{product.base}/p/{code}")
    look(helene, "landing", at="main", wide="#none")


def keep_places(helene: Page, product: Product) -> None:
    """The sites of a manager: list and map, the editor reading hours, a closing, the routing test."""
    enter_as(helene, "Hélène")
    helene.goto(f"{product.base}/lieux")
    look(helene, "places")
    helene.get_by_role("link", name="Permanence d’Imphy").last.click()
    helene.get_by_label("Quand c’est ouvert").fill("1er et 3e mardi 9h30-12h, jeidu 14h-17h")
    shown = helene.get_by_role("status", name="Aperçu des horaires")
    expect(shown.locator("mark")).to_have_text("jeidu")
    look(helene, "site-mistake", at="label[for=hours]", wide="[name=hours]")
    helene.get_by_label("Quand c’est ouvert").fill("1er et 3e mardi 9h30-12h, jeudi 14h-17h")
    expect(shown.get_by_role("listitem")).to_have_count(3)
    look(helene, "site", at="label[for=hours]", wide="[name=hours]")
    helene.get_by_role("link", name="Fermer ce lieu pour de bon").click()
    look(helene, "site-closing")
    helene.goto(f"{product.base}/lieux/essai?commune=imphi&bracket=from_18&need-emploi=on#resultat")
    look(helene, "routing-test", at="#resultat")


def keep_counter(helene: Page, product: Product) -> None:
    """Booking at the counter and its card, the editor of an opening."""
    helene.goto(f"{product.base}/rendez-vous/nouveau")
    helene.locator("#first_name").fill("Zed")
    helene.locator("#commune").fill("Imphy")
    helene.get_by_label("18 à 25 ans").check()
    helene.locator("#motive").select_option(index=1)
    helene.get_by_role("button", name="Voir les créneaux").last.click()
    look(helene, "counter", at="#creneaux")
    helene.locator("button[name=slot]").first.click()
    look(helene, "card")
    helene.goto(f"{product.base}/creneaux")
    helene.locator(".sites a", has_text="Permanence d’Imphy").first.click()
    helene.locator("#hours").fill("1er et 3e mardi 9h-11h, sauf jours fériés")
    shown = helene.get_by_role("status", name="Aperçu des horaires")
    expect(shown).to_contain_text("1er et 3e mardi")
    look(helene, "opening", at="label[for=hours]", wide="[name=hours]")


def keep_door(page: Page, product: Product) -> None:
    """Somebody who directs comes with a password: the second factor is set up, the next time it is asked for."""
    db = connect(product.database_url)
    with db.transaction() as tx:
        home = home_team(tx, "nevers-sud-nivernais")
        create_person(tx, "Rose Martin", "rose.martin@exemple.fr", PASSWORD, [(home or 0, None, "manager")])
    db.close()
    _gives_password(page)
    look(page, "second-factor", at="main", wide="#none")
    page.locator("summary", has_text="Le recopier").click()
    letters = page.locator("code.letters").inner_text().replace(" ", "")
    page.get_by_label("Code à six chiffres").fill(TOTP(letters).at(monday(9, 42)))
    page.get_by_role("button", name="Mettre en place").click()
    expect(page.get_by_role("heading", name="Vos codes de secours")).to_be_visible()
    page.get_by_role("link", name="C’est noté").click()
    page.get_by_role("button", name="Se déconnecter", exact=True).click()
    _gives_password(page)
    look(page, "code", at="main", wide="#none")
    page.get_by_role("button", name="Changer de compte").click()


def _gives_password(page: Page) -> None:
    page.get_by_label("Adresse e-mail").fill("rose.martin@exemple.fr")
    page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Se connecter", exact=True).click()


def keep_accounts(helene: Page, product: Product) -> None:
    """Who may come in."""
    helene.goto(f"{product.base}/comptes/inviter")
    helene.get_by_label("Prénom et nom").fill("Zoé Martin")
    helene.get_by_label("Adresse e-mail professionnelle").fill("zoe.martin@exemple.fr")
    helene.get_by_role("button", name="Inviter").click()
    helene.get_by_role("link", name="C’est remis").click()
    helene.goto(f"{product.base}/comptes")
    look(helene, "accounts", at="main", wide="#none")


def keep_records(helene: Page, product: Product) -> None:
    """What has gone because its time was over, and who has read and done what."""
    settings = Settings()
    db = replace(connect(product.database_url), info={SIGNET: signet_of(settings)})
    purge(db, settings, lambda: monday(10))
    db.close()
    helene.goto(f"{product.base}/conservation")
    look(helene, "retention", at="main", wide="#none")
    helene.goto(f"{product.base}/journal")
    look(helene, "journal", at="main", wide="#none")
