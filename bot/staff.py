"""Accounts of the staff, as the command line changes them. Each act stands in the audit journal."""

from __future__ import annotations

from sqlalchemy import delete
from sqlmodel import select

from backend.audit.commands import COMMAND_LINE, record
from backend.db import Tx
from backend.entrance.links import new_link
from backend.people.accounts import BadAccount, create_person, plain_email, staff_of
from backend.people.keeping_acts import lose_factor
from backend.people.models import Person, SignIn
from backend.people.sign_ins import end_all
from backend.places.models import MissionLocale, Site
from bot.house import House


def add_person(house: House, name: str, email: str, password: str, roles: list[str]) -> None:
    """Add an account with its roles, each ROLE@MISSION_LOCALE or ROLE@MISSION_LOCALE/SITE. Raises BadAccount."""
    with house.db.transaction() as tx:
        made = create_person(tx, name, email, password, [_place(tx, role) for role in roles])
        _write(tx, house, "account_invited", made)


def make_admin(house: House, name: str, email: str) -> str:
    """An administrator of the deployment, new or not. Returns a one-time link. Raises BadAccount."""
    with house.db.transaction() as tx:
        person = tx.exec(select(Person).where(Person.email == plain_email(email))).first()
        made = person or create_person(tx, name or email.partition("@")[0], email, None)
        if staff_of(tx, made).memberships or made.demo:
            raise BadAccount(
                f"{email} has a role in a mission locale: an administrator sees no young person, take another address"
            )
        made.admin = made.active = True
        tx.add(made)
        _write(tx, house, "account_invited", made)
        return _link(tx, house, made)


def link_for(house: House, email: str) -> str:
    """A one-time link to choose a password. Raises BadAccount."""
    with house.db.transaction() as tx:
        person = _known(tx, email)
        _write(tx, house, "link_given", person)
        return _link(tx, house, person)


def lost_telephone(house: House, email: str) -> None:
    """Their second factor goes, their sessions end, a letter tells them. Raises BadAccount."""
    with house.db.transaction() as tx:
        person = _known(tx, email)
        lose_factor(tx, staff_of(tx, person), house.script.now())
        _write(tx, house, "factor_removed", person)


def sign_out(house: House, email: str) -> None:
    """Every session of this account ends; without an address, those of everybody. Raises BadAccount."""
    with house.db.transaction() as tx:
        if not email:
            tx.execute(delete(SignIn))
            record(tx, house.script, COMMAND_LINE, "signed_out_everywhere")
            return
        person = _known(tx, email)
        end_all(tx, person.id or 0)
        _write(tx, house, "signed_out_everywhere", person)


def _known(tx: Tx, email: str) -> Person:
    person = tx.exec(select(Person).where(Person.email == plain_email(email))).first()
    if person is None or not person.active:
        raise BadAccount(f"{email}: expected the address of an open account")
    return person


def _link(tx: Tx, house: House, person: Person) -> str:
    purpose = "reset" if person.password_hash else "invite"
    return f"{house.settings.base_url}/mot-de-passe/{new_link(tx, person, purpose, house.script.now())}"


def _write(tx: Tx, house: House, action: str, person: Person) -> None:
    tx.flush()
    record(tx, house.script, COMMAND_LINE, action, "person", person.id or 0)


def _place(tx: Tx, text: str) -> tuple[int, int | None, str]:
    role, _, where = text.partition("@")
    slug, _, site_slug = where.partition("/")
    home = tx.exec(select(MissionLocale).where(MissionLocale.slug == slug)).first()
    if home is None:
        raise BadAccount(f"--role {text}: expected ROLE@MISSION_LOCALE with the slug of one that is loaded")
    if not site_slug:
        return home.id or 0, None, role
    site = tx.exec(select(Site).where(Site.slug == site_slug, Site.mission_locale_id == home.id)).first()
    if site is None:
        raise BadAccount(f"--role {text}: expected the slug of a site of {slug}")
    return home.id or 0, site.id, role
