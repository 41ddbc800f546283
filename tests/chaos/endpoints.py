"""`python -m tests.chaos.endpoints`: every endpoint, as each role, with whatever Schemathesis thinks of.

It ends with 1 if a page failed. What is sent follows from the seed of Hypothesis: the same code is sent the same things.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import re
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from pydantic import SecretStr
from sqlmodel import col, select

from backend.console.app import ROOMS, pages
from backend.console.turnstile import Turnstile
from backend.console.visitors import cookie_name
from backend.db import Database, connect
from backend.live import Bell
from backend.people.models import Person
from backend.people.sign_ins import begin, find
from backend.script import Script, load_script
from backend.settings import Settings
from tests.backend.console.agenda_pages import at, booked
from tests.bench.engines import sqlite
from tests.clock import Clock
from tests.visits import known
from tests.youth import Youth

BASE = "http://127.0.0.1:8000"
CONSOLE = Path(__file__).parents[2] / "backend" / "console"
ROLES = ("", "Nadia", "Claire", "Inès", "Alix", "Hélène")
"""Nobody, and one of each role by their first name. Alix looks after the deployment; Hélène may most."""
HER_ADDRESS = "helene.roussel@exemple.fr"
SECRET = SecretStr("a secret of the tests, long enough")
ODD = (
    "",
    "\0",
    "<script>",
    "\u202e\U0001f4a3",
    "-1",
    "9" * 60,
    "\N{SUPERSCRIPT TWO}",
    "2026-02-30",
    "a" * 5_000,
    "on",
    "1",
)
FORM, FILE = "application/x-www-form-urlencoded", "multipart/form-data"
UPLOADS = ("/fichier",)
QUIET = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def fields() -> list[str]:
    """The names of all fields that any form of the console is asked for."""
    source = "".join(file.read_text(encoding="utf-8") for file in sorted(CONSOLE.glob("*.py")))
    return sorted(set(re.findall(r'(?:fields|given)(?:\.get\(|\[)"([\w-]+)"', source)) - {"csrf"})


def described(names: Mapping[str, str]) -> dict[str, Any]:
    """The app has no description of itself: it is made of the same routers, with what stands behind the forms."""
    twin = FastAPI()
    for router in ROOMS:
        twin.include_router(router)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Duplicate Operation ID")  # of GET and HEAD
        found: dict[str, Any] = twin.openapi()
    for path, methods in found["paths"].items():
        for method, operation in methods.items():
            _names_what_is_there(operation, names)
            if method == "post":
                kind = FILE if path.endswith(UPLOADS) else FORM
                operation["requestBody"] = {"required": True, "content": {kind: {"schema": form()}}}
    return found


def _names_what_is_there(operation: dict[str, Any], names: Mapping[str, str]) -> None:
    """Half of the numbers in addresses lead somewhere."""
    for one in operation.get("parameters", ()):
        if one["in"] == "path" and one["name"] in names:
            there = {"enum": [names[one["name"]]]}
            one["schema"] = {"anyOf": [there, {"type": "string", "minLength": 1}, {"type": "integer"}]}


def form() -> dict[str, Any]:
    typed = {"anyOf": [{"type": "string"}, {"enum": list(ODD)}]}
    typed_all = dict.fromkeys(fields(), typed)
    return {"type": "object", "properties": typed_all, "additionalProperties": False, "maxProperties": 12}


@dataclass
class Visits:
    """What was answered, counted by status; what failed, with what was sent."""

    app: Any
    became: Counter[int] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)

    async def pays(self, name: str, operations: list[Any], examples: int) -> None:
        door = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=door, base_url=BASE) as client:
            for operation in operations:
                cookies, csrf = entered(self.app, name)
                for case in cases(operation, examples):
                    await self._pay(client, case, cookies, csrf)

    async def _pay(self, client: httpx.AsyncClient, case: Any, cookies: dict[str, str], csrf: str) -> None:
        asked = dict(case.as_transport_kwargs(base_url=BASE))
        asked["cookies"] = None
        asked["headers"] = {**asked["headers"], "Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items())}
        if isinstance(case.body, dict):
            asked["data"] = {**case.body, "csrf": csrf}
        if case.media_type == FILE:
            asked["files"] = {"file": ("\u202e../<b>.pdf", b"%PDF-1.7 " + case.operation.label.encode())}
        answer = await client.request(**asked)
        self.became[answer.status_code] += 1
        if answer.status_code >= 500 or "Traceback" in answer.text:
            self.failed.append(
                f"{answer.status_code} {case.method} {asked['url']} {asked.get('data')!r:.400}"
            )


def cases(operation: Any, many: int) -> list[Any]:
    """So many requests of this kind, the same each time."""
    found: list[Any] = []

    @settings(QUIET, max_examples=many)
    @given(operation.as_strategy())
    def keep(case: Any) -> None:
        found.append(case)

    keep()
    return found


def entered(app: Any, name: str) -> tuple[dict[str, str], str]:
    """A new session of theirs: the cookie, and the token of its forms."""
    if not name:
        return {}, ""
    rooms = app.state.rooms
    with rooms.db.transaction() as tx:
        who = tx.exec(select(Person.id).where(col(Person.name).startswith(name))).first()
        token = begin(tx, who or 0, rooms.now())
        tx.flush()
        session = find(tx, token, rooms.now())
    return {cookie_name(rooms): token}, session.csrf if session else ""


def furnished(db: Database, script: Script) -> dict[str, str]:
    """Somebody of Imphy waits for a human and somebody is booked; what stands in for the names in addresses."""
    youth = Youth(db, script, "42")
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes("Imphy")
    youth.writes("/humain")
    booked(db, "Lina", "Claire", at(24, 10))
    with db.transaction() as tx:
        tx.add(Person(name="Alix Moreau", email="alix.moreau@exemple.fr", admin=True))
    with db.reading() as tx:
        return known(tx, HER_ADDRESS)


def console(db: Database, script: Script) -> FastAPI:
    """The app as it is served; no password is reckoned, and live pages end after their first look."""
    bell = Bell()
    app = pages(Settings(_env_file=None, secret_key=SECRET), db, script, bell)
    app.state.rooms = replace(app.state.rooms, turnstile=Turnstile(lambda _stored, _password: False))
    bell.close()
    return app


def examined(db: Database, script: Script, examples: Mapping[str, int], only: str = "") -> Visits:
    """Every endpoint (or those with this in their address), so often as each of these."""
    names = furnished(db, script)
    found = [one.ok() for one in schemathesis.openapi.from_dict(described(names)).get_all_operations()]
    operations = [one for one in found if only in one.path]
    visits = Visits(console(db, script))
    for name, many in examples.items():
        asyncio.run(visits.pays(name, operations, many))
    return visits


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.chaos.endpoints", description=__doc__)
    parser.add_argument("--examples", type=int, default=30)
    chosen = parser.parse_args()
    logging.disable(logging.ERROR)
    script = replace(load_script(BASE, team="nevers-sud-nivernais"), now=Clock())
    with tempfile.TemporaryDirectory() as folder:
        db, began = connect(sqlite(Path(folder))()), time.process_time()
        visits = examined(db, script, dict.fromkeys(ROLES, chosen.examples))
        db.close()
    told = ", ".join(f"{many:,} answered {status}" for status, many in sorted(visits.became.items()))
    print(f"{visits.became.total():,} requests: {told} ({time.process_time() - began:.0f} s of processor)")
    print(*visits.failed, sep="\n")
    sys.exit(1 if visits.failed else 0)


if __name__ == "__main__":
    main()
