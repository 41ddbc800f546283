"""A day of a running product: its clock, its phones, and those who come to their desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from playwright.sync_api import Browser, expect

from tests.ledger import Ledger
from tests.phone import DeskPhone
from tests.relays import Colleague
from tests.running import running
from tests.turning import Turned, monday
from tests.windows import chromium, window

BEARS = ("404 (Not Found)",)
"""What a page asks for after a youth has erased everything."""


@dataclass
class Day:
    """Everyone there is."""

    product: Turned
    ledger: Ledger
    wire: httpx.Client
    browser: Browser
    windows: ExitStack
    phones: list[DeskPhone] = field(default_factory=list)

    def comes(self, name: str) -> Colleague:
        """One of the staff signs in, in a window of their own."""
        door = f"{self.product.base}/connexion"
        return Colleague(name, self.windows.enter_context(window(self.browser, door, bears=BEARS))).enters()

    def phone(self, name: str) -> DeskPhone:
        self.phones.append(DeskPhone(self.wire, name))
        return self.phones[-1]

    def calls(self, name: str, words: str = "/humain") -> DeskPhone:
        """A youth who calls for a human."""
        phone = self.phone(name)
        phone.starts()
        phone.writes(words)
        return phone

    def answers(self, colleague: Colleague, phone: DeskPhone) -> None:
        """They open the call and take it."""
        self.ledger.rests(phone)
        colleague.page.goto(f"{self.product.base}/relais/{self.ledger.handover(phone).id}")
        colleague.takes()


@contextmanager
def working_day(folder: Path) -> Iterator[Day]:
    """From Monday, twenty to ten. The product complains of nothing, and its log has no word of a youth."""
    with (
        running(Turned(folder, monday(9, 40))) as product,
        Ledger(product.database_url) as ledger,
        httpx.Client(base_url=product.desk_url) as wire,
        chromium() as browser,
        ExitStack() as windows,
    ):
        day = Day(product, ledger, wire, browser, windows)
        yield day
        windows.close()
        assert product.complaints == [], product.log
        said = (words for phone in day.phones for words in phone.written)
        assert not [words for words in said if len(words) > 7 and words in product.log]


def is_on_duty(day: Day, one: Colleague, hours: str) -> None:
    """As the page of the team takes it: «tous les jours 0h-24h»."""
    one.page.goto(f"{day.product.base}/equipe")
    one.page.get_by_role("link", name=f"Ses heures : {one.name}").click()
    one.page.get_by_label("De permanence").fill(hours)
    one.page.get_by_role("button", name="Enregistrer").last.click()
    expect(one.page.get_by_text("C’est enregistré")).to_be_visible()


def links_telegram(day: Day, one: Colleague) -> DeskPhone:
    """Their own telephone, joined to their account as «Mon compte» says."""
    theirs = DeskPhone(day.wire, one.first_name)
    one.page.goto(f"{day.product.base}/moi")
    one.page.get_by_role("button", name="Relier mon Telegram").click()
    theirs.starts(one.page.locator("code").inner_text())
    theirs.hears(f"C'est relié, {one.first_name}")
    return theirs
