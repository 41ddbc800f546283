"""What the pages of accounts look like in states that no form of the furnished house leads to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest_asyncio
from playwright.async_api import Browser, Page

from backend.console.account import _page
from backend.console.rooms import Rooms
from backend.console.second_factor import codes_page, setup_page
from backend.console.visitors import Visitor
from backend.entrance.recovery import new_codes
from backend.people.keeping_acts import NotSo
from backend.people.models import Person
from backend.people.sign_ins import begin, find
from tests.backend.console.conftest import person
from tests.backend.console.sight import Eyes
from tests.chrome import IN_A_BROWSER, context

pytestmark = [*IN_A_BROWSER]


@pytest_asyncio.fixture(loop_scope="session")
async def page(chrome: Browser, site: str) -> AsyncIterator[Page]:
    async with context(chrome, base_url=site, locale="fr-FR") as alone:
        yield await alone.new_page()


def visitor(rooms: Rooms, who: Person) -> Visitor:
    with rooms.db.transaction() as tx:
        token = begin(tx, who.id or 0, rooms.now())
        session = find(tx, token, rooms.now())
    assert session
    return Visitor(session, token)


def states(rooms: Rooms) -> dict[str, Any]:
    helene, nadia = person(rooms.db, "Hélène"), person(rooms.db, "Nadia")
    her = visitor(rooms, helene)
    with rooms.db.transaction() as tx:
        codes = new_codes(tx, helene.id or 0)

    def forgotten(**about: Any) -> Any:
        return rooms.show(
            "forgotten.html", None, **{"asked": False, "minutes": 0, "csrf": "x", "has_mail": True, **about}
        )

    def code(**about: Any) -> Any:
        return rooms.show("code.html", None, **{"csrf": "x", "next": "/", "wrong": "", "minutes": 0, **about})

    def choose(wrong: str) -> Any:
        link = SimpleNamespace(purpose="reset", expires_at=rooms.now() + timedelta(hours=1))
        about = {"token": "x", "link": link, "person": nadia, "wrong": wrong, "shortest": 12, "csrf": "x"}
        return rooms.show("choose-password.html", None, **about)

    return {
        "forgotten": forgotten(),
        "asked": forgotten(asked=True),
        "asked too often": forgotten(minutes=4),
        "a link that is over": rooms.show("link-gone.html", None, has_mail=True),
        "wrong recovery code": code(wrong="recovery"),
        "too many codes": code(minutes=12),
        **{f"password {why}": choose(why) for why in ("long", "guessed", "crowded")},
        "recovery codes": codes_page(rooms, None, codes, "/"),
        "another telephone": setup_page(
            rooms, her, her.session, "/moi/second-facteur", next="/moi", wrong="often"
        ),
        "a link to hand over": rooms.show(
            "account-link.html", her, person=nadia, token="x", purpose="reset", base_url="https://example.org"
        ),
        "booked": _page(rooms, her, nadia.id or 0, so=NotSo("booked", 3)),
        "closed": _page(rooms, her, nadia.id or 0, done="ferme"),
    }


async def test_nothing_is_wrong_with_the_pages_of_accounts_in_any_state(rooms, page):
    await page.goto("/vieprivee")
    eyes = await Eyes(page).open()
    shown = {name: bytes(answer.body).decode() for name, answer in states(rooms).items()}
    wrong = [f"{name}: {fault}" for name, html in shown.items() for fault in await eyes.see(html)]
    assert not wrong, "\n".join(wrong)
