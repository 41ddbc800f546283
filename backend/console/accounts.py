"""The accounts of a mission locale, or of all: who works there, who is invited, and inviting."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse, Response

from backend.audit.commands import changes_nothing, is_about
from backend.console.account_link import send_link
from backend.console.forms import Fields
from backend.console.letting_in import go
from backend.console.limits import HOUR
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Everyone, EveryonesPost, Posted, Visitor
from backend.db import Tx
from backend.entrance.attempts import count, counter, wait
from backend.handover.queries import BIGGEST
from backend.people.accounts import ADMIN, BadAccount, Place
from backend.people.keeping import administrators, homes_of, house_of, staff_counts
from backend.people.keeping_acts import NotSo, invite, rights_changed
from backend.people.models import ROLES, Person
from backend.places import typed
from backend.places.models import MissionLocale
from backend.places.typed import Typed, Wrong

router = APIRouter(prefix="/comptes")
AT_ONCE = 12
"""So many missions locales on one page; of more, one is chosen first."""
LONGEST_NAME = 80
INVITED = 50
"""In an hour, by one person: whoever sits at their screen writes to no more strangers than that."""


def keeps(visitor: Everyone) -> Visitor:
    """Who looks after accounts. Raises Problem (403)."""
    if not visitor.keeps_accounts:
        raise Problem(HTTPStatus.FORBIDDEN, "role", back=visitor.home)
    return visitor


Keeper = Annotated[Visitor, Depends(keeps)]


def keeps_and_posts(_read: Fields, _kept: Keeper, form: EveryonesPost) -> Posted:
    """What was typed is read first, so that it is shown again to whoever must sign in."""
    return form


KeeperPost = Annotated[Posted, Depends(keeps_and_posts)]


@router.get("")
def read_accounts(rooms: InRooms, visitor: Keeper, lieu: int = 0, fait: str = "") -> HTMLResponse:
    with rooms.db.reading() as tx:
        homes = homes_of(tx, visitor.staff)
        chosen = [h for h in homes if h.id == lieu] or (homes if len(homes) <= AT_ONCE else [])
        context: dict[str, Any] = {
            "homes": homes,
            "counts": staff_counts(tx) if len(homes) > len(chosen) else {},
            "houses": [house_of(tx, home, rooms.now()) for home in chosen],
            "admins": administrators(tx, rooms.now()) if visitor.staff.is_admin else (),
        }
    return rooms.show("accounts.html", visitor, done=fait, **context)


@router.get("/inviter")
def read_invite(rooms: InRooms, visitor: Keeper, lieu: int = 0) -> HTMLResponse:
    return _invite_page(rooms, visitor, Typed({"home": str(lieu), "role": "", "name": "", "email": ""}))


@router.post("/inviter")
def send_invitation(rooms: InRooms, form: KeeperPost) -> Response:
    """A new account with a link to choose a password; or one more role for whoever has that address."""
    fields = Typed({"home": "", "role": "", "name": "", "email": "", **form.fields})
    name = fields.text("name", LONGEST_NAME, needed=True)
    email = fields.read("email", _address)
    with rooms.db.transaction() as tx:
        changes = False
        role, place = place_typed(tx, form.visitor, fields)
        if not fields.wrong and (made := _invited(tx, rooms, form, fields, (name, email, role, place))):
            person, is_new = made
            token = send_link(tx, rooms, person) if is_new else None
            changes = True
            is_about(tx, "person", person.id or 0)
        if not changes:
            changes_nothing(tx)
    if not changes:
        return _invite_page(rooms, form.visitor, fields, HTTPStatus.UNPROCESSABLE_ENTITY)
    if token:
        return link_page(rooms, form.visitor, person, token, "invite")
    return go(f"/comptes?lieu={place[0] if place else 0}&fait={'invite' if is_new else 'role'}")


def link_page(rooms: Rooms, visitor: Visitor, person: Person, token: str, purpose: str) -> HTMLResponse:
    """The link, this once: where mail leaves it is never shown."""
    told: dict[str, Any] = {"token": token, "purpose": purpose, "base_url": rooms.settings.base_url}
    return rooms.show("account-link.html", visitor, person=person, **told)


def _invited(
    tx: Tx, rooms: Rooms, form: Posted, fields: Typed, wanted: tuple[str, str, str, Place | None]
) -> tuple[Person, bool] | None:
    counted = [counter(rooms.secret, INVITED, "invited by", str(form.visitor.staff.id), window=HOUR)]
    if wait(tx, counted, rooms.now()):
        fields.refuse("email", Wrong("account_too_many"))
        return None
    try:
        person, is_new = invite(tx, *wanted)
    except NotSo as so:
        fields.refuse("email", Wrong(f"account_{so.reason}"))
        return None
    except BadAccount:
        fields.refuse("email", Wrong("email"))
        return None
    count(tx, counted, rooms.now())
    if not is_new:
        rights_changed(tx, person.id or 0, rooms.now())
    return person, is_new


def place_typed(tx: Tx, visitor: Visitor, fields: Typed) -> tuple[str, Place | None]:
    """The role typed, and where: `home` is that of a mission locale, or `home/site`. Nobody gives what is not theirs."""
    role = fields.one_of("role", (*ROLES, ADMIN) if visitor.staff.is_admin else ROLES)
    if role == ADMIN:
        return role, None
    home, _, site = fields.get("home").partition("/")
    found = next((h for h in homes_of(tx, visitor.staff) if str(h.id) == home), None)
    known = found and (site == "" or (site.isascii() and site.isdigit() and int(site[:10]) <= BIGGEST))
    if not (found and known):
        fields.refuse("home", Wrong("choose"))
        return role, None
    return role, (found.id or 0, int(site[:10]) if site else None, role)


def _address(text: str) -> str:
    """Raises Wrong."""
    if not text:
        raise Wrong("empty")
    if not text.isascii():
        raise Wrong("email")
    return typed.email(text)


def _invite_page(rooms: Rooms, visitor: Visitor, fields: Typed, status: int = 200) -> HTMLResponse:
    with rooms.db.reading() as tx:
        homes = homes_of(tx, visitor.staff)
        houses = [house_of(tx, home, rooms.now()) for home in _shown(homes, fields)]
    context = {"homes": homes, "houses": houses, "fields": fields.fields, "wrong": fields.wrong}
    return rooms.show("account-invite.html", visitor, status, roles=ROLES, **context)


def _shown(homes: list[MissionLocale], fields: Typed) -> list[MissionLocale]:
    """Those among which one chooses: of many, the one that was come from."""
    chosen = fields.get("home").partition("/")[0]
    return homes if len(homes) <= AT_ONCE else [h for h in homes if str(h.id) == chosen]
