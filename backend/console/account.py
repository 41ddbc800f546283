"""One account, by who looks after it: its roles, its second factor, a new link, closing and reopening."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from backend.audit.commands import changes_nothing, record
from backend.console.account_link import purpose_of, send_link
from backend.console.accounts import AT_ONCE, Keeper, KeeperPost, link_page, place_typed
from backend.console.letting_in import go
from backend.console.problems import Problem
from backend.console.rooms import InRooms, Rooms
from backend.console.visitors import Visitor
from backend.db import Tx
from backend.handover.queries import BIGGEST
from backend.people.accounts import Staff
from backend.people.keeping import governs, homes_of, house_of, in_reach, kept_one, may_keep
from backend.people.keeping_acts import (
    NotSo,
    close,
    give_role,
    lose_factor,
    reopen,
    rights_changed,
    take_role,
)
from backend.people.models import ROLES, Membership
from backend.places.models import MissionLocale, Site
from backend.places.typed import Typed

router = APIRouter(prefix="/comptes/{person_id}")


@router.get("")
def read_account(rooms: InRooms, visitor: Keeper, person_id: int, fait: str = "") -> HTMLResponse:
    return _page(rooms, visitor, person_id, done=fait)


@router.post("/role")
def add_role(rooms: InRooms, form: KeeperPost, person_id: int) -> Response:
    fields = Typed({"home": "", "role": "", **form.fields})

    def work(tx: Tx, member: Staff) -> None:
        _, place = place_typed(tx, form.visitor, fields)
        if place is None:
            raise NotSo("unknown")
        give_role(tx, member.person, place)
        rights_changed(tx, member.id, rooms.now())

    return _do(rooms, form.visitor, person_id, work, "role")


@router.post("/retirer")
def remove_role(rooms: InRooms, form: KeeperPost, person_id: int) -> Response:
    given = form.fields.get("membership", "")

    def work(tx: Tx, member: Staff) -> None:
        found = next((m for m in member.memberships if str(m.id) == given), None)
        if found is None or not may_keep(form.visitor.staff, found.mission_locale_id):
            raise NotSo("unknown")
        keeper = form.visitor.staff
        with tx.begin_nested():  # written down while it is known whose it is; if the role stays, it is not
            record(tx, rooms.script, keeper.id, "role_taken", "person", member.id)
            take_role(tx, keeper, found, rooms.now())
        rights_changed(tx, member.id, rooms.now())

    return _do(rooms, form.visitor, person_id, work, "retire")


@router.post("/fermer")
def close_account(rooms: InRooms, form: KeeperPost, person_id: int) -> Response:
    return _do_all(
        rooms, form.visitor, person_id, lambda tx, m: close(tx, form.visitor.staff, m, rooms.now()), "ferme"
    )


@router.post("/rouvrir")
def reopen_account(rooms: InRooms, form: KeeperPost, person_id: int) -> Response:
    return _do_all(rooms, form.visitor, person_id, reopen, "rouvert")


@router.post("/telephone")
def lost_telephone(rooms: InRooms, form: KeeperPost, person_id: int) -> Response:
    """Their second factor goes."""

    def work(tx: Tx, member: Staff) -> None:
        if member.id == form.visitor.staff.id:
            raise NotSo("yourself")
        lose_factor(tx, member, rooms.now())

    return _do_all(rooms, form.visitor, person_id, work, "telephone")


@router.post("/lien")
def give_link(rooms: InRooms, form: KeeperPost, person_id: int) -> Response:
    """A new invitation, or a link to choose another password."""
    made: list[Any] = []

    def work(tx: Tx, member: Staff) -> None:
        if not member.person.active or member.person.demo:
            raise NotSo("closed")
        made.extend((member.person, purpose_of(member.person), send_link(tx, rooms, member.person)))

    response = _do_all(rooms, form.visitor, person_id, work, "lien")
    if made and made[2]:
        person, purpose, token = made
        return link_page(rooms, form.visitor, person, token, purpose)
    return response


Work = Callable[[Tx, Staff], None]


def _do_all(rooms: Rooms, visitor: Visitor, person_id: int, work: Work, done: str) -> Response:
    """What concerns the whole account. Raises Problem (404) if it has roles elsewhere too."""

    def checked(tx: Tx, member: Staff) -> None:
        if not governs(visitor.staff, member):
            raise Problem(HTTPStatus.NOT_FOUND, "404", back="/comptes")
        work(tx, member)

    return _do(rooms, visitor, person_id, checked, done)


def _do(rooms: Rooms, visitor: Visitor, person_id: int, work: Work, done: str) -> Response:
    """Raises Problem (404) for an account that is not theirs to see, as for one that does not exist."""
    so: NotSo | None = None
    with rooms.db.transaction() as tx:
        member = _find(tx, visitor, person_id)
        try:
            work(tx, member)
        except NotSo as refused:
            so = refused
            changes_nothing(tx)
    rooms.bell.ring()
    if so:
        return _page(rooms, visitor, person_id, HTTPStatus.CONFLICT, so=so)
    with rooms.db.reading() as tx:
        still = in_reach(tx, visitor.staff, person_id)
    return go(f"/comptes/{person_id}?fait={done}" if still else f"/comptes?fait={done}")


def _find(tx: Tx, visitor: Visitor, person_id: int) -> Staff:
    found = in_reach(tx, visitor.staff, person_id) if 0 < person_id <= BIGGEST else None
    if found is None:
        raise Problem(HTTPStatus.NOT_FOUND, "404", back="/comptes")
    return found


def _page(
    rooms: Rooms,
    visitor: Visitor,
    person_id: int,
    status: int = 200,
    *,
    done: str = "",
    so: NotSo | None = None,
) -> HTMLResponse:
    with rooms.db.reading() as tx:
        member = _find(tx, visitor, person_id)
        mine = homes_of(tx, visitor.staff)
        held = {m.mission_locale_id for m in member.memberships}
        near = mine if len(mine) <= AT_ONCE else [home for home in mine if home.id in held]
        context: dict[str, Any] = {
            "one": kept_one(tx, member, rooms.now()),
            "houses": [house_of(tx, home, rooms.now()) for home in near],
            "elsewhere": len(held - {home.id for home in mine}),
            "roles_here": [
                (m, *_names(tx, m))
                for m in member.memberships
                if may_keep(visitor.staff, m.mission_locale_id)
            ],
            "governs": governs(visitor.staff, member),
            "is_me": member.id == visitor.staff.id,
        }
    return rooms.show("account.html", visitor, status, done=done, so=so, roles=ROLES, **context)


def _names(tx: Tx, membership: Membership) -> tuple[str, str]:
    """The mission locale and the site of a role; an empty site: all."""
    site = tx.get(Site, membership.site_id) if membership.site_id else None
    return tx.get_one(MissionLocale, membership.mission_locale_id).short_name, site.name if site else ""
