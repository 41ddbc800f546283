"""Who is at the door, and what they may open."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request

from backend.agenda import staff as agenda
from backend.console.forms import Fields
from backend.console.problems import Problem, SignInFirst, typed_words
from backend.console.rooms import InRooms, Rooms
from backend.db import Tx
from backend.handover import queries as handover
from backend.people.accounts import ADMIN, Staff
from backend.people.models import ROLES
from backend.people.sign_ins import Session, find, is_stale, touch

BY_ITSELF = ("/flux", "/presence", "/lu")
"""What an open page asks for by itself: it keeps no session alive."""
ANYONE = "anyone"
"""Whoever is signed in, with or without a role."""


@dataclass(frozen=True)
class Visitor:
    """Someone signed in."""

    session: Session
    token: str = field(repr=False)

    @property
    def staff(self) -> Staff:
        return self.session.staff

    @property
    def csrf(self) -> str:
        return self.session.csrf

    @property
    def reads_threads(self) -> bool:
        return self.staff.may(*handover.ROLES)

    @property
    def reads_agenda(self) -> bool:
        return self.staff.may(*agenda.ROLES)

    @property
    def keeps_desk(self) -> bool:
        return self.staff.may(*agenda.DESK)

    @property
    def manages(self) -> bool:
        return self.staff.may("manager")

    @property
    def keeps_accounts(self) -> bool:
        """Of a whole mission locale, or of all."""
        return self.staff.is_admin or bool(self.staff.whole("manager"))

    @property
    def home(self) -> str:
        """The page they work on."""
        if self.staff.is_admin:
            return "/comptes"
        return "/relais" if self.reads_threads else "/rendez-vous" if self.reads_agenda else "/moi"


@dataclass(frozen=True)
class Posted:
    """A form sent by someone signed in, proved to come from our own page."""

    visitor: Visitor
    fields: dict[str, str] = field(repr=False)

    @property
    def text(self) -> str:
        return self.fields.get("text", "").strip()

    @property
    def nonce(self) -> str:
        """What makes a form count once, however often it is sent."""
        return f"{self.visitor.staff.id}-{self.fields.get('nonce', '')[:64]}"

    @property
    def epoch(self) -> int:
        given = self.fields.get("epoch", "")
        return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else -1


def cookie_name(rooms: Rooms) -> str:
    """Behind https the browser itself holds the cookie to this host."""
    return "__Host-passerelle" if rooms.https else "passerelle"


def find_visitor(request: Request, rooms: Rooms) -> Visitor | None:
    """Who is signed in, if anyone. Notes nothing."""
    token = request.cookies.get(cookie_name(rooms), "")
    if not token:
        return None
    with rooms.db.reading() as tx:
        session = find(tx, token, rooms.now())
    return Visitor(session, token) if session else None


def signed_in(request: Request, rooms: InRooms) -> Visitor:
    """Raises SignInFirst."""
    visitor = find_visitor(request, rooms)
    if visitor is None:
        raise SignInFirst
    if is_stale(visitor.session, rooms.now()) and not request.url.path.endswith(BY_ITSELF):
        with rooms.db.transaction() as tx:
            touch(tx, visitor.session, rooms.now())
    request.state.visitor = visitor  # from now on what is done is written down as theirs
    return visitor


SignedIn = Annotated[Visitor, Depends(signed_in)]


def allowed(*roles: str) -> Callable[[Visitor], Visitor]:
    """A dependency: someone signed in with one of these roles somewhere."""

    def check(visitor: SignedIn) -> Visitor:
        must_have(visitor, roles)
        return visitor

    return check


def posted(*roles: str) -> Callable[[dict[str, str], Visitor], Posted]:
    """A dependency: a form with the right token, sent by someone with one of these roles."""

    def check(fields: Fields, visitor: SignedIn) -> Posted:
        must_have(visitor, roles)
        if not hmac.compare_digest(fields.get("csrf", "").encode(), visitor.csrf.encode()):
            raise Problem(HTTPStatus.FORBIDDEN, "csrf", text=typed_words(fields))
        return Posted(visitor, fields)

    return check


def must_have(visitor: Visitor, roles: tuple[str, ...]) -> None:
    if ANYONE not in roles and not visitor.staff.may(*roles):
        raise Problem(HTTPStatus.FORBIDDEN, "role", back=visitor.home)


Reader = Annotated[Visitor, Depends(allowed(*handover.ROLES))]
ReaderPost = Annotated[Posted, Depends(posted(*handover.ROLES))]
Advisor = Annotated[Visitor, Depends(allowed(*agenda.ROLES))]
AdvisorPost = Annotated[Posted, Depends(posted(*agenda.ROLES))]
Desk = Annotated[Visitor, Depends(allowed(*agenda.DESK))]
DeskPost = Annotated[Posted, Depends(posted(*agenda.DESK))]
Colleague = Annotated[Visitor, Depends(allowed(*ROLES))]
ColleaguePost = Annotated[Posted, Depends(posted(*ROLES))]
Everyone = Annotated[Visitor, Depends(signed_in)]
EveryonesPost = Annotated[Posted, Depends(posted(ANYONE))]
Overseer = Annotated[Visitor, Depends(allowed("manager", ADMIN))]
"""Managers, and administrators of the deployment, who see no young person."""
Manager = Annotated[Visitor, Depends(allowed("manager"))]
ManagerPost = Annotated[Posted, Depends(posted("manager"))]


def still_signed_in(tx: Tx, visitor: Visitor, at: datetime) -> None:
    """A live page ends with its session. Raises SignInFirst."""
    if find(tx, visitor.token, at) is None:
        raise SignInFirst
