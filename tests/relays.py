"""A médiateur in front of their browser: the inbox, a thread, and what they do there."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

SOON = 0.3
"""Seconds until two people press at once."""


@dataclass
class Colleague:
    """One of the staff, and their window."""

    name: str
    page: Page

    @property
    def first_name(self) -> str:
        return self.name.partition(" ")[0]

    @property
    def floor(self) -> Locator:
        return self.page.locator("#floor")

    @property
    def field(self) -> Locator:
        return self.page.get_by_label("Votre réponse")

    @property
    def thread(self) -> Locator:
        return self.page.get_by_role("list", name="Conversation")

    def enters(self) -> Colleague:
        """Sign in with one click, at the door."""
        self.page.get_by_role("button", name=f"Entrer comme {self.first_name}").click()
        expect(self.page.get_by_role("button", name="Se déconnecter")).to_be_visible()
        return self

    def call(self, column: str, of: str) -> Locator:
        """In the inbox, the call of a youth in a column."""
        return self.page.get_by_role("region", name=column).get_by_role("link", name=of)

    def takes(self) -> None:
        self.page.get_by_role("button", name="Prendre", exact=True).click()
        expect(self.field).to_be_visible()

    def says(self, text: str) -> Locator:
        """Write to the youth and see it leave. Returns the line."""
        self.field.fill(text)
        self.sends()
        line = self.line(text)
        expect(line).to_contain_text("envoyé")
        expect(self.field).to_have_value("")
        return line

    def sends(self) -> None:
        self.page.get_by_role("button", name="Envoyer", exact=True).click()

    def line(self, text: str) -> Locator:
        return self.thread.get_by_role("listitem").filter(has_text=text)

    def ends(self, outcome: str = "A eu sa réponse") -> None:
        self.floor.get_by_text("Terminer", exact=True).click()
        self.page.get_by_label(outcome).check()
        self.page.get_by_role("button", name="Terminer ce relais").click()
        expect(self.page.get_by_text("Relais terminé")).to_be_visible()

    def lines(self) -> list[int]:
        """The ids of the lines that the page shows, in its order."""
        ids: list[str] = self.thread.locator("> li").evaluate_all("all => all.map((line) => line.id)")
        return [int(id_.removeprefix("line-")) for id_ in ids]


def press_at_once(*buttons: Locator) -> None:
    """Several people, one moment: the first of them would otherwise always be first."""
    moment = buttons[0].evaluate("() => Date.now()") + 1000 * SOON
    for button in buttons:
        button.evaluate("(one, at) => { setTimeout(() => one.click(), at - Date.now()); }", moment)
