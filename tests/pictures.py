"""`make pictures`: plays the journey and keeps what it looks like in docs/pictures/, on a phone and on a laptop."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
from playwright.sync_api import Browser, Locator, Page, expect

from backend.db import connect
from backend.people.queries import home_team
from tests.lived import lived
from tests.on_the_phone import books
from tests.phone import DeskPhone
from tests.running import Product, running
from tests.windows import LAPTOP, add_phone, book_nearest, chromium, enter_as, reach_proposals, window, write

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
PHONE = {"width": 390, "height": 844}
SIZES = {"390": PHONE, "1366": LAPTOP}
SHOW = """([at, block]) => {
  scrollTo(0, 0);
  document.querySelector(at)?.scrollIntoView({ block });
}"""
LARGEST = 200_000
"""Bytes."""


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Product(Path(folder))) as product,
        chromium() as browser,
    ):
        play(browser, product)
    for picture in sorted(PICTURES.glob("*.png")):
        size = picture.stat().st_size
        print(f"{picture.name} {size // 1000} kB")
        assert size < LARGEST, picture.name


def play(browser: Browser, product: Product) -> None:
    """Youths on their phones, a médiatrice, an advisor; each page is looked at when it has something to show."""
    door = f"{product.base}/connexion"
    others_book(product)
    with window(browser, product.desk_url) as desk, window(browser, door) as nadia:
        look(nadia, "sign-in")
        lou = add_phone(desk, "Lou")
        book_nearest(lou)
        expect(lou.get_by_text("À ajouter à ton agenda")).to_be_visible()
        reach_proposals(add_phone(desk, "Yanis"), "Decize")
        look(desk, "phone")
        write(lou, "/humain")
        enter_as(nadia, "Nadia")
        converse(nadia, lou)
        for name in ("Chloé", "Moussa"):
            calls_for_help(desk, name)
        nadia.goto(f"{product.base}/relais")
        expect(nadia.get_by_role("region", name="À prendre").get_by_role("link")).to_have_count(2)
        look(nadia, "inbox")
        a_year_goes_by(product)
        nadia.goto(f"{product.base}/tableau")
        look(nadia, "board", at="main")
    with window(browser, door) as karim:
        enter_as(karim, "Karim")
        look(karim, "appointments")
        karim.get_by_role("link", name="Lou").click()
        look(karim, "brief")
        karim.goto(f"{product.base}/rendez-vous/semaine?du={next_tuesday()}")
        look(karim, "week", at="main")
        karim.get_by_role("link", name="Noter une absence").click()
        karim.get_by_label("Premier jour").fill(next_tuesday())
        karim.get_by_role("button", name="Voir qui a rendez-vous").click()
        look(karim, "absence", at="main")
    with window(browser, door) as ines:
        enter_as(ines, "Inès")
        ines.get_by_role("link", name="Accueil").click()
        ines.get_by_role("button", name="Une personne de plus").click()
        expect(ines.get_by_text("1 aujourd’hui")).to_be_visible()
        look(ines, "front-desk", at="main")
        ines.goto(f"{product.base}/rendez-vous/jour?le={next_tuesday()}")
        look(ines, "day", at="main")
    with window(browser, door) as helene:
        keep_places(helene, product)
        keep_counter(helene, product)


def a_year_goes_by(product: Product) -> None:
    """Calls of former months, so that the board has something to count: each month a little better than the last."""
    db = connect(product.database_url)
    with db.reading() as tx:
        home = home_team(tx, "nevers-sud-nivernais")
    for back in range(1, 7):
        for n in range(20):
            opened = datetime.now(UTC) - timedelta(days=30 * back, minutes=n)
            lived(db, home, opened=opened, minutes=20 * back + 7 * n, kept=n >= back)
    db.close()


def next_tuesday() -> str:
    today = datetime.now(ZoneInfo("Europe/Paris")).date()
    return (today + timedelta(days=(1 - today.weekday()) % 7 or 7)).isoformat()


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


def others_book(product: Product) -> None:
    """Some have booked before, so that the advisor's week is not empty."""
    with httpx.Client(base_url=product.desk_url) as client:
        for name, commune in (("Inès", "Imphy"), ("Tiago", "Fourchambault"), ("Zoé", "Varennes-Vauzelles")):
            books(DeskPhone(client, name), commune)
        for phone in client.get("/phone").json():
            client.delete(f"/phone/{phone['id']}")


def converse(nadia: Page, lou: Locator) -> None:
    nadia.get_by_role("link", name="Lou").click()
    nadia.get_by_role("button", name="Prendre").click()
    says(nadia, "Bonjour Lou, c’est Nadia. Que se passe-t-il ?")
    expect(lou.get_by_text("Que se passe-t-il")).to_be_visible()
    write(lou, "Je n’ai plus de bus le mardi matin, je peux venir un autre jour ?")
    expect(nadia.get_by_role("list", name="Conversation").get_by_text("plus de bus")).to_be_visible()
    says(nadia, "Oui. Il y a aussi une place jeudi à Nevers, ou par téléphone. Tu préfères quoi ?")
    expect(lou.get_by_text("Tu préfères quoi")).to_be_visible()
    look(nadia, "thread")


def says(nadia: Page, text: str) -> None:
    nadia.get_by_label("Votre réponse").fill(text)
    nadia.get_by_role("button", name="Envoyer").click()
    line = nadia.get_by_role("list", name="Conversation").get_by_role("listitem").filter(has_text=text)
    expect(line).to_contain_text("envoyé")


def calls_for_help(desk: Page, name: str) -> None:
    phone = add_phone(desk, name)
    expect(phone.get_by_text("Ici Passerelle")).to_be_visible()
    write(phone, "je dors dehors ce soir" if name == "Moussa" else "/humain")


def look(page: Page, name: str, at: str = "#fin", wide: str = "#fin") -> None:
    """Keep the page as it shows at each size: a phone from `at` on, a laptop with `wide` amid; else from its top."""
    for width, size in SIZES.items():
        page.set_viewport_size(size)
        page.evaluate(SHOW, [at, "start"] if size is PHONE else [wide, "center"])
        page.screenshot(path=PICTURES / f"{name}-{width}.png", animations="disabled")
    page.set_viewport_size(LAPTOP)


if __name__ == "__main__":
    main()
