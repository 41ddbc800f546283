"""The pages as the app gives them: all its routes, and the states beside."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from fastapi import FastAPI

from tests.backend.console.browser import Browser
from tests.backend.console.states import ALSO, State
from tests.backend.console.test_places import routes

NO_PAGES = re.compile(
    r"/flux$|\.ics$|\.csv$|\.png$|\.svg$|\.txt$|\.js$|\.json$|\.webmanifest$|/fichier$|^/static|^/sante$|^/openapi"
)
"""Streams, files and answers for machines."""

STEPS = 3
"""As far as a page may lead on."""


@dataclass(frozen=True)
class Shown:
    """What somebody got."""

    state: State
    address: str
    status: int
    html: str

    def __str__(self) -> str:
        return f"{self.address}, {self.state}"


def addresses(app: FastAPI) -> list[str]:
    """The addresses of all pages that the app has, with names in braces."""
    found = [path for path, methods in routes(app.routes) if "GET" in methods]
    return [path for path in found if not NO_PAGES.search(path)]


def filled(text: str, known: dict[str, str]) -> str:
    """Raises KeyError with a name that `furnished.furnish` does not know: one line there makes the page be seen."""
    return re.sub(r"\{(\w+)\}", lambda name: known[name.group(1)], text)


def gather(app: FastAPI, browse: Callable[[], Browser], known: dict[str, str]) -> list[Shown]:
    """Every page, then every state, each as it was answered."""
    at: dict[str, Browser] = {}
    shown = []
    plain = {state.path for state in ALSO if not state.typed}
    for state in (*(State(path) for path in addresses(app) if path not in plain), *ALSO):
        browser = at.get(state.who) or at.setdefault(state.who, _comes(browse, state.who, known))
        shown.append(_show(browser, state, known))
    return [one for one in shown if one.html]


def _comes(browse: Callable[[], Browser], who: str, known: dict[str, str]) -> Browser:
    """Somebody with a demo account, somebody whose cookie is known, or nobody."""
    if not who:
        return browse()
    if who not in known:
        return browse().enters_as(who)
    browser = browse()
    browser.http.cookies.set("passerelle", known[who])
    return browser


def _show(browser: Browser, state: State, known: dict[str, str]) -> Shown:
    address = filled(state.path, known)
    browser.opens(address)
    if state.typed:
        act = filled(state.act or state.path, known)
        browser.sends(act, **{name: _typed(text, known) for name, text in state.typed.items() if name})
    for _ in range(STEPS):
        if browser.page is not None and browser.page.is_redirect:
            browser.follows()
    page = browser.page
    assert page is not None
    assert not page.is_redirect, f"{state} leads round and round"
    html = page.text if "text/html" in page.headers.get("content-type", "") else ""
    return Shown(state, address, page.status_code, html)


def _typed(text: str, known: dict[str, str]) -> str:
    return filled(text, known) if text.strip("{}") in known else text
