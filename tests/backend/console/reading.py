"""What can be read off a page without a browser: its title, its language, what its fields say of themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from html.parser import HTMLParser

from tests.backend.console.gathering import Shown

FILLED_BY_BROWSERS = {"password", "email", "tel"}
OWN = ("/connexion", "/moi", "/mot-de-passe", "/oubli")
"""Where fields are about whoever fills them; elsewhere they are about somebody else, and nothing is proposed."""
SAME = {"/accueil": "/accueil/{}", "/moi/second-facteur": "/connexion/second-facteur"}
"""One page at two addresses."""
VOID = {"input", "meta", "link", "path", "circle", "rect", "img", "br", "hr", "line"}


class Reading(HTMLParser):
    """One page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: list[dict[str, str | None]] = []
        self.words: defaultdict[str, str] = defaultdict(str)
        self.links: list[str] = []
        self.title = self.language = ""
        self.open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.language = given.get("lang") or ""
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag in {"input", "textarea", "select"} and given.get("type") != "hidden":
            self.fields.append(given)
        if tag not in VOID:
            self.open.append((tag, given.get("id") or ""))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == name for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] == "title":
            self.title += data
        for _, name in self.open:
            self.words[name] += data

    def faults(self, address: str) -> list[str]:
        """What is wrong with it."""
        found = [] if self.language == "fr" else ["no language"]
        found += [] if self.title.removesuffix(" — Passerelle").strip() else ["no title"]
        found += [] if {"/vieprivee", "/accessibilite"} <= set(self.links) else ["no help in the footer"]
        return found + [fault for given in self.fields for fault in self._of_field(given, address)]

    def _of_field(self, given: dict[str, str | None], address: str) -> list[str]:
        name, about = given.get("name"), (given.get("aria-describedby") or "").split()
        found = []
        if given.get("aria-invalid") and not any(self.words[one].strip() for one in about):
            found.append(f"{name} is wrong, and does not say why")
        if (
            address.startswith(OWN)
            and given.get("type") in FILLED_BY_BROWSERS
            and not given.get("autocomplete")
        ):
            found.append(f"{name} does not say what it is (autocomplete)")
        return found


def misread(shown: list[Shown]) -> list[str]:
    """What is wrong with these pages, and which different ones have the same title."""
    read = [(one, Reading(one.html)) for one in shown]
    wrong = [f"{one}: {fault}" for one, page in read for fault in page.faults(one.address)]
    named: defaultdict[str, set[str]] = defaultdict(set)
    for one, page in read:
        if one.status == 200 and not one.state.typed:
            named[page.title].add(kind_of(one))
    return wrong + [
        f"one title, «{title}»: {sorted(paths)}" for title, paths in named.items() if len(paths) > 1
    ]


def kind_of(one: Shown) -> str:
    """The address of all pages of a kind: threads are one kind, whosever they are, and look alike."""
    kind = re.sub(r"\{\w+\}", "{}", one.state.path.partition("?")[0])
    return SAME.get(kind, kind)
