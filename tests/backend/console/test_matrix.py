"""Every route that the app has, with every role, and with every role at another site: who may open what."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import httpx
import pytest
from sqlmodel import select

from backend.agenda.models import Appointment
from backend.people.accounts import ADMIN, add_membership, create_person
from backend.people.models import ROLES
from backend.people.sign_ins import begin
from backend.places.models import Site
from tests.chaos.endpoints import BASE, UPLOADS, console, furnished
from tests.visits import NAME, routes

THREADS, AGENDA, DESK = (
    {"mediator", "manager"},
    {"advisor", "receptionist", "manager"},
    {"receptionist", "manager"},
)
MANAGERS, OVERSEERS, STAFF, ALL = {"manager"}, {"manager", ADMIN}, set(ROLES), {*ROLES, ADMIN, "none"}
MAY: tuple[tuple[str, set[str]], ...] = (
    (r"/inquietude GET", MANAGERS),
    (r"/inquietude POST", MANAGERS),
    (r"/(relais|a-rappeler|reponses|affiches|equipe|tableau)\b.*", THREADS),
    (r"/moi/(telegram|delier|silence) POST", THREADS),
    (r"/(moi\b.*|deconnexion) (GET|POST)", ALL),
    (r"/comptes\b.*", OVERSEERS),
    (r"/(etat|journal|journal\.csv|conservation) GET", OVERSEERS),
    (r"/(lieux|motifs)\b.*", MANAGERS),
    (r"/accueil\b.*", DESK),
    (r"/creneaux/salles .*", MANAGERS),
    (r"/creneaux\b.*", {"advisor", "manager"}),
    (r"/rendez-vous/demandes (GET|POST)", STAFF),
    (r"/rendez-vous\b.*", AGENDA),
)
"""Route and method, and the roles that it is for; the first that fits counts."""
OPEN = re.compile(
    r"/(|connexion.*|mot-de-passe.*|vieprivee|vie-privee.*|accessibilite|sante|manifest\.webmanifest|sw\.js|hors-ligne"
    r"|appeler/.*|p/.*|agenda/.*|static.*|openapi.*)"
)


@pytest.fixture
def world(db, script) -> tuple[Any, dict[str, str]]:
    names = furnished(db, script)
    return console(db, script), names


def all_routes(app: Any) -> list[tuple[str, str]]:
    """(path, method) of what is not for everyone."""
    found = [(path, method) for path, methods in routes(app.routes) for method in methods & {"GET", "POST"}]
    return sorted((path, method) for path, method in found if not OPEN.fullmatch(path))


def may(path: str, method: str) -> set[str]:
    found = [roles for route, roles in MAY if re.fullmatch(route, f"{path} {method}")]
    assert found, f"who may open {path}? A line in MAY says it"
    return found[0]


def member(app: Any, name: str, places: list[tuple[int, int | None, str]], *, admin: bool = False) -> str:
    """The token of somebody with these roles and no other."""
    rooms = app.state.rooms
    with rooms.db.transaction() as tx:
        made = create_person(tx, f"{name} Test", f"{name}@example.org", None)
        for place in places:
            add_membership(tx, made, place)
        made.admin = admin
        tx.add(made)
        tx.flush()
        return begin(tx, made.id or 0, rooms.now())


def answers(
    app: Any, token: str, asked: list[tuple[str, str]], names: dict[str, str]
) -> dict[tuple[str, str], Any]:
    """A form is sent without its token: who may send it is told that, and nothing is done."""

    async def ask() -> dict[tuple[str, str], Any]:
        door = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=door, base_url=BASE, cookies={"passerelle": token}) as client:
            return {one: await client.request(one[1], filled(one[0], names), **body(*one)) for one in asked}

    return asyncio.run(ask())


def filled(path: str, names: dict[str, str]) -> str:
    return NAME.sub(lambda found: names.get(found.group(1), "1"), path)


def body(path: str, method: str) -> dict[str, Any]:
    if method == "GET":
        return {}
    files = {"files": {"file": ("a.txt", b"a")}} if path.endswith(UPLOADS) else {}
    return {"data": {"csrf": "x"}, **files}


def is_refused(answer: httpx.Response) -> bool:
    """For their role, not for the token."""
    return answer.status_code == 403 and 'data-kind="role"' in answer.text


def test_each_role_opens_what_is_for_it_and_no_other_route(world):
    """The pages of a manager are opened by many other tests: only what is refused is asked for here."""
    app, names = world
    home, asked, wrong = int(names["home_id"]), all_routes(app), []
    assert len(asked) > 120
    for role in (*ROLES, ADMIN, "none"):
        token = member(app, role, [(home, None, role)] if role in ROLES else [], admin=role == ADMIN)
        tried = [one for one in asked if role != "manager" or one[1] == "POST" or role not in may(*one)]
        for (path, method), one in answers(app, token, tried, names).items():
            if is_refused(one) is (role in may(path, method)):
                wrong.append(f"{role}: {path} {method} {one.status_code}")
            if role in {ADMIN, "none"} and ("Lina" in one.text or "Lou" in one.text):
                wrong.append(f"{role}: {path} shows a young person")
    assert not wrong, "\n".join(wrong)


OF_A_SITE = ("appointment_id", "site_id", "opening_id")


def test_every_role_at_one_site_opens_nothing_of_another(world, db):
    app, names = world
    with db.reading() as tx:
        there = tx.get_one(Appointment, int(names["appointment_id"]))
        elsewhere = tx.exec(
            select(Site.id).where(Site.mission_locale_id == there.mission_locale_id, Site.id != there.site_id)
        ).first()
    names = {**names, "site_id": str(there.site_id)}
    token = member(
        app, "one-site", [(there.mission_locale_id, elsewhere, role) for role in ("advisor", "receptionist")]
    )
    asked = [
        (path, method)
        for path, method in all_routes(app)
        if method == "GET"
        and set(NAME.findall(path)) & set(OF_A_SITE)
        and AGENDA & may(path, method) - MANAGERS
    ]
    found = answers(app, token, asked, names)
    assert len(found) > 8
    assert {
        f"{path}": one.status_code for (path, _), one in found.items() if one.status_code not in {403, 404}
    } == {}
