"""Someone of the staff at their browser, without JavaScript: real HTTP, forms as the pages give them."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import httpx

from tests.youth import plain_spaces

Doorman = Callable[[str], tuple[str, str, str]]
"""Lets somebody in by their first name: the name and the value of their cookie, and the page they work on."""
TRUST = ssl.create_default_context()
"""Made once: reading the certificates takes longer than a page."""


@dataclass
class Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)
    text: str = ""
    live: bool = True
    """Its button can be pressed."""


class Forms(HTMLParser):
    """The forms of a page with their hidden fields and their words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.found.append(Form(given.get("action") or ""))
            self.inside = True
        elif tag == "input" and self.inside and given.get("type") == "hidden":
            self.found[-1].fields[given["name"] or ""] = given.get("value") or ""
        elif tag == "button" and self.inside:
            self.found[-1].live = "disabled" not in given

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1].text += data


class Browser:
    """Follows no redirect on its own, so that tests see them."""

    def __init__(self, base: str, doorman: Doorman | None = None) -> None:
        self.doorman = doorman
        self.http = httpx.Client(base_url=base, timeout=20, verify=TRUST)
        self.shown: httpx.Response | None = None
        self.ahead = ""

    def close(self) -> None:
        self.http.close()

    @property
    def page(self) -> httpx.Response | None:
        """What is shown. The first page after the door is asked for once somebody looks at it: most go elsewhere."""
        if self.ahead:
            self.opens(self.ahead)
        return self.shown

    @page.setter
    def page(self, shown: httpx.Response | None) -> None:
        self.shown, self.ahead = shown, ""

    @property
    def words(self) -> str:
        """The page as it was typed, with ordinary spaces."""
        assert self.page is not None
        return plain_spaces(self.page.text)

    def opens(self, path: str) -> int:
        self.page = self.http.get(path)
        return self.page.status_code

    @property
    def forms(self) -> list[Form]:
        assert self.page is not None
        return Forms(self.page.text).found

    def form(self, action: str, saying: str = "") -> Form:
        found = [f for f in self.forms if f.action == action and saying in f.text]
        assert found, f"no form to {action} on this page"
        return found[0]

    def sends(self, action: str, saying: str = "", **typed: str) -> int:
        """Fill in a form of this page and send it."""
        return self.posts(action, {**self.form(action, saying).fields, **typed})

    def posts(self, action: str, fields: dict[str, Any]) -> int:
        self.page = self.http.post(action, data=fields, headers={"Referer": self._here()})
        return self.page.status_code

    def follows(self) -> int:
        assert self.page is not None
        return self.opens(self.page.headers["location"])

    def enters_as(self, first_name: str) -> Browser:
        """One click at the desk; where there is a doorman, without the five pages of it."""
        if self.doorman:
            name, token, home = self.doorman(first_name)
            self.http.cookies.set(name, token)
            self.shown, self.ahead = None, home
            return self
        self.opens("/connexion")
        assert self.sends("/connexion/demo", saying=f"Entrer comme {first_name} ") == 303
        while self.page is not None and self.page.is_redirect:
            self.follows()
        return self

    @contextmanager
    def watches(self, path: str) -> Iterator[Iterator[tuple[str, str]]]:
        """The live stream of the page that is open, as (event, data)."""
        assert self.page is not None
        edition = self.page.text.partition('data-edition="')[2].partition('"')[0]
        with self.http.stream("GET", f"{path}?vu={edition}") as stream:
            assert stream.status_code == 200
            lines = stream.iter_lines()
            assert next(lines) == ": passerelle"
            yield events(lines)

    def _here(self) -> str:
        return str(self.shown.url) if self.shown is not None else str(self.http.base_url.join(self.ahead))


def events(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    name, data = "", []
    for line in lines:
        key, _, value = line.partition(": ")
        if key == "event":
            name = value
        elif key == "data":
            data.append(value)
        elif not line and name:
            yield name, plain_spaces("\n".join(data))
            name, data = "", []
