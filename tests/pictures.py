"""`make pictures`: plays the journey and keeps what it looks like in docs/pictures/, on a phone and on a laptop."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.looking import PICTURES, look
from tests.posing import (
    a_year_goes_by,
    calls_for_help,
    colleagues_are_at_work,
    converse,
    keep_accounts,
    keep_counter,
    keep_door,
    keep_places,
    keep_posters,
    keep_records,
    keep_team,
    others_book,
)
from tests.relays import Colleague
from tests.running import Product, running
from tests.turning import Turned, monday
from tests.windows import add_phone, book_nearest, chromium, enter_as, reach_proposals, window

TUESDAY = "2026-11-24"
LARGEST = 200_000
"""Bytes."""


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Turned(Path(folder), monday(9, 42))) as product,
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
    with window(browser, product.desk_url) as desk, window(browser, door) as page:
        look(page, "sign-in")
        lou = add_phone(desk, "Lou")
        book_nearest(lou)
        expect(lou.get_by_text("À ajouter à ton agenda")).to_be_visible()
        reach_proposals(add_phone(desk, "Yanis"), "Decize")
        look(desk, "phone")
        nadia = Colleague("Nadia Belkacem", page).enters()
        converse(nadia, lou)
        for name in ("Chloé", "Moussa"):
            calls_for_help(desk, name)
        colleagues_are_at_work(product)
        page.goto(f"{product.base}/relais")
        expect(page.get_by_role("region", name="À prendre").get_by_role("link")).to_have_count(2)
        look(page, "inbox")
        a_year_goes_by(product)
        page.goto(f"{product.base}/tableau")
        look(page, "board", at="main")
    with window(browser, door) as karim:
        enter_as(karim, "Karim")
        look(karim, "appointments")
        karim.get_by_role("link", name="Lou").click()
        look(karim, "brief")
        karim.goto(f"{product.base}/rendez-vous/semaine?du={TUESDAY}")
        look(karim, "week", at="main")
        karim.get_by_role("link", name="Noter une absence").click()
        karim.get_by_label("Premier jour").fill(TUESDAY)
        karim.get_by_role("button", name="Voir qui a rendez-vous").click()
        look(karim, "absence", at="main")
    with window(browser, door) as ines:
        enter_as(ines, "Inès")
        ines.get_by_role("link", name="Accueil").click()
        ines.get_by_role("button", name="Une personne de plus").click()
        expect(ines.get_by_text("1 aujourd’hui")).to_be_visible()
        look(ines, "front-desk", at="main")
        ines.goto(f"{product.base}/rendez-vous/jour?le={TUESDAY}")
        look(ines, "day", at="main")
    with window(browser, door) as helene:
        keep_places(helene, product)
        keep_counter(helene, product)
        keep_team(helene, product)
        keep_posters(helene, product)
        keep_accounts(helene, product)
        keep_records(helene, product)
    with window(browser, door) as rose:
        keep_door(rose, product)


if __name__ == "__main__":
    main()
