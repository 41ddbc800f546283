"""What must hold on every page and every form: enumerated from the app, so that a new one is looked at too."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import product
from typing import Any

import httpx
import pytest
from aiogram.types import User
from sqlalchemy import update
from sqlmodel import SQLModel

from backend.people.models import SignIn, Youth
from bot.inbound import _name as named
from tests.chaos.endpoints import BASE, UPLOADS, console, entered, furnished
from tests.chaos.garbled import NAMES
from tests.visits import NAME, routes

STRANGE = "999999999"
OF_PERSONS = {"handover_id", "appointment_id", "site_id", "opening_id", "motive_id", "home_id", "person_id"}
"""What an address names of a mission locale."""
HALF_WAY = "/connexion/"
"""Forms of somebody who has proved the first half only: of anybody else no session is known, and none is read."""
KEPT = {"/p/{code}", "/sw.js", "/agenda/{secret}.ics"}
"""What may be kept: the same for all, or behind a secret and for five minutes."""
WRITTEN_BY_LOOKING = {"audit", "audit_entry", "reading"}
"""Who read what."""
RESOURCES = {
    "script": "src",
    "img": "src",
    "link": "href",
    "iframe": "src",
    "form": "action",
    "source": "src",
}


@pytest.fixture
def world(db, script) -> tuple[Any, dict[str, str]]:
    """The app, and what stands in for the names in its addresses."""
    names = furnished(db, script)
    return console(db, script), names


def addresses(app: Any, method: str, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(template, address) of all that answers to this method; what has no name here is given a 1."""
    for path, methods in routes(app.routes):
        if method in methods:
            yield path, NAME.sub(lambda found: names.get(found.group(1), "1"), path)


def answered(
    app: Any, asked: list[tuple[str, str, dict[str, Any]]], cookies: dict[str, str]
) -> list[httpx.Response]:
    """(method, address, more) one after the other, in this process."""

    async def ask() -> list[httpx.Response]:
        door = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=door, base_url=BASE, cookies=cookies) as client:
            return [await client.request(method, path, **more) for method, path, more in asked]

    return asyncio.run(ask())


def state(db: Any) -> dict[str, int]:
    """A print of every row, but of when somebody was last seen."""
    with db.reading() as tx:
        return {
            table.name: hash(tuple(map(repr, tx.execute(table.select().order_by(*table.primary_key)))))
            for table in SQLModel.metadata.sorted_tables
            if table.name != SignIn.__tablename__
        }


def test_no_form_is_taken_without_the_token_of_this_very_session(world, db):
    """Without one, with a wrong one, with a colleague's: refused, and nothing has changed."""
    app, names = world
    cookies, _ = entered(app, "Hélène")
    _, of_nadia = entered(app, "Nadia")
    before = state(db)
    asked = [
        ("POST", address, sent(path, {"text": "x", "name": "x", "day": "2026-11-24", **given}))
        for path, address in addresses(app, "POST", names)
        for given in ({}, {"csrf": "x"}, {"csrf": of_nadia}, {"csrf": "é"})
    ]
    assert len(asked) > 300
    found = answered(app, asked, cookies)
    taken = [(one.request.url.path, one.status_code) for one in found if one.status_code != 403]
    assert {path for path, status in taken if status != 401 or not path.startswith(HALF_WAY)} == set()
    assert state(db) == before


def sent(path: str, fields: dict[str, str]) -> dict[str, Any]:
    return (
        {"data": fields}
        if not path.endswith(UPLOADS)
        else {"data": fields, "files": {"file": ("a.txt", b"a")}}
    )


class Rules(HTMLParser):
    """What our policy would refuse, or what comes from elsewhere."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.broken: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name, value in attrs:
            wrong = name == "style" or name.startswith("on") or "javascript:" in (value or "").lower()
            if wrong or (name in {"formaction", "ping", "background", "srcset", "data"} and value):
                self.broken.append(f"<{tag} {name}>")
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.broken.append(f"<{tag}>")
        where = given.get(RESOURCES.get(tag, ""), "/") or "/"
        if not where.startswith("/") or where.startswith("//"):
            self.broken.append(f"<{tag}> from {where}")
        if tag == "a" and given.get("target") == "_blank" and "noopener" not in (given.get("rel") or ""):
            self.broken.append("<a target=_blank> without noopener")


def test_a_page_that_breaks_the_policy_would_be_noticed():
    wrong = '<p style="x"><a onclick="x" href="JavaScript:x"><script>x</script><img src="//e.example/x">'
    assert len(Rules(wrong).broken) == 5


def test_no_page_runs_words_or_takes_anything_from_elsewhere_or_is_kept_or_changes_anything(world, db):
    """Machines open the links of a mail, and somebody else opens the browser later."""
    app, names = world
    places = list(addresses(app, "GET", names))
    visitors = [entered(app, name)[0] for name in ("", "Hélène", "Alix")]
    before = state(db)
    for cookies in visitors:
        found = answered(app, [("GET", address, {}) for _, address in places], cookies)
        for (path, address), one in zip(places, found, strict=True):
            assert one.status_code < 500, address
            assert "unsafe" not in one.headers["content-security-policy"]
            assert "no-store" in one.headers["cache-control"] or path in KEPT, path
            if one.headers.get("content-type", "").startswith("text/html"):
                assert Rules(one.text).broken == [], address
    changed = {name for name, print_ in state(db).items() if print_ != before[name]}
    assert changed <= WRITTEN_BY_LOOKING


def test_what_is_not_yours_is_told_like_what_does_not_exist(world, db):
    """Byte for byte, by page and by form: nobody learns which numbers are taken elsewhere."""
    app, names = world
    strange = {name: STRANGE if name in OF_PERSONS else value for name, value in names.items()}
    visitors, before = [entered(app, name) for name in ("Marc", "Lucas")], state(db)
    for (cookies, csrf), method in product(visitors, ("GET", "POST")):
        theirs, nobodys = (
            answered(app, scoped(app, method, which, csrf), cookies) for which in (names, strange)
        )
        assert len(theirs) > 15
        for one, other in zip(theirs, nobodys, strict=True):
            assert one.status_code in {403, 404, 422}, one.request.url
            assert (one.status_code, plain(one)) == (other.status_code, plain(other)), one.request.url
    assert state(db) == before


def scoped(app: Any, method: str, names: dict[str, str], csrf: str) -> list[tuple[str, str, dict[str, Any]]]:
    """All that names something of a mission locale."""
    typed = {"csrf": csrf, "epoch": "1", "text": "x", "nonce": "n"}
    return [
        (method, address, sent(path, typed) if method == "POST" else {})
        for path, address in addresses(app, method, names)
        if OF_PERSONS & set(NAME.findall(path))
    ]


def plain(answer: httpx.Response) -> bytes:
    """But for what is new on every page, and for the number that was asked for, in a link back."""
    return re.sub(rb'name="nonce" value="[^"]*"|href="/[\w/-]+"', b"", answer.content)


def test_cookies_are_for_this_site_and_no_script(db, script):
    given = answered(console(db, script), [("GET", "/connexion", {})], {})[0].headers.get_list("set-cookie")
    assert given and all(mark in one for one in given for mark in ("HttpOnly", "SameSite=lax", "Path=/"))


def test_a_hostile_name_stays_a_name(world, db):
    """Whatever somebody calls themselves on Telegram: neither code, nor a page that breaks, nor a line turned around."""
    app, names = world
    cookies, _ = entered(app, "Nadia")
    pages = [("GET", path, {}) for path in ("/relais", f"/relais/{names['handover_id']}")]
    for name in NAMES:
        who = User.model_construct(id=42, is_bot=False, first_name=name)
        with db.transaction() as tx:
            tx.execute(update(Youth).values(first_name=named(who)))
        for page in answered(app, pages, cookies):
            assert page.status_code == 200
            assert Rules(page.text).broken == []
            assert "<script>alert" not in page.text and "\u202e" not in page.text
