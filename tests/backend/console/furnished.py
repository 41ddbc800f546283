"""A house with something in each room: what the names in the addresses of pages stand for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlmodel import select

from backend.agenda.models import Motive, Opening
from backend.db import Database
from backend.entrance.links import new_link
from backend.handover.models import Handover
from backend.outreach.models import Poster
from backend.people.accounts import create_person
from backend.people.models import Membership
from backend.people.sign_ins import begin
from backend.script import Script
from backend.team.models import Canned
from tests.backend.console.agenda_pages import at, booked, named, site_of
from tests.backend.console.browser import Browser
from tests.backend.console.conftest import handover_of
from tests.mediator import Mediator
from tests.youth import Youth, books, plain_spaces

Act = Callable[[Mediator, Handover], Any]
THREADS: dict[str, Act] = {
    "urgent": lambda nadia, one: nadia.worries(one),
    "transferred": lambda nadia, one: nadia.transfers(one, "Théo", "un mot", "une note"),
    "snoozed": lambda nadia, one: nadia.snoozes(one, nadia.script.now() + timedelta(days=1)),
    "closed": lambda nadia, one: nadia.closes(one),
    "muted": lambda nadia, one: nadia.mutes(one),
}
"""What has become of a thread."""


def furnish(db: Database, script: Script, nadia: Browser) -> dict[str, str]:
    """Fill the house; each name with what it stands for."""
    books(Youth(db, script, "42", name="Lou"))
    made = {"handover_id": str(_conversation(db, script, nadia)), **_threads(db, script)}
    made |= {**_kept_by_staff(db, nadia), **_places(db), **_at_the_door(db, script)}
    return {**made, "helpline_id": "3114", "day": "2026-11-24"}


def _conversation(db: Database, script: Script, nadia: Browser) -> int:
    """Both sides have spoken, there is a note, a file and a reply in Arabic script."""
    youth = Youth(db, script, "43", name="Yanis")
    youth.starts()
    youth.writes("je cherche un travail, <b>vite</b>")
    youth.writes("/humain")
    thread = f"/relais/{handover_of(db)}"
    nadia.opens(thread)
    nadia.sends(f"{thread}/prendre")
    nadia.opens(thread)
    nadia.sends(f"{thread}/repondre", text="Bonjour, c’est Nadia.")
    nadia.opens(thread)
    nadia.sends(f"{thread}/noter", text="Rappeler la mairie.")
    youth.hears()
    youth.sends("photo")
    youth.writes("شكرا")
    return handover_of(db)


def _threads(db: Database, script: Script) -> dict[str, str]:
    """A thread in each state, one that a colleague has, one that waits, one of somebody who speaks Arabic."""
    nadia, theo = Mediator(db, script), Mediator(db, script, "theo.marchand@exemple.fr")
    made = {"arabic": _arabic(db, script)}
    for number, state in enumerate((*THREADS, "taken", "open")):
        youth = Youth(db, script, f"7{number}", name="Sam")
        youth.starts()
        youth.writes("/humain")
        handover = nadia.sees()[-1]
        made[state] = str(handover.id)
        if state == "open":
            continue
        (theo if state == "taken" else nadia).claims(handover)
        THREADS.get(state, lambda *_: None)(nadia, handover)
    return made


def _arabic(db: Database, script: Script) -> str:
    youth = Youth(db, script, "77", name="سارة", language="ar")
    youth.starts()
    for key in ("hello.go", "bracket.from_18"):
        youth.taps(plain_spaces(script.wording.text("ar", key)))
    youth.writes("Imphy")
    youth.writes("أحتاج إلى عمل")
    youth.writes("/humain")
    return str(handover_of(db))


def _kept_by_staff(db: Database, nadia: Browser) -> dict[str, str]:
    """A reply kept at hand, a poster, somebody of the team."""
    nadia.opens("/reponses/nouvelle")
    nadia.sends("/reponses/nouvelle", name="Bus", text="Le bus est gratuit.", whose="me", language="fr")
    with db.reading() as tx:
        member = tx.exec(select(Membership).where(Membership.person_id == named(db, "Nadia").id)).first()
    nadia.opens("/affiches")
    nadia.sends("/affiches", name="Lycée", place=f"ml-{member.mission_locale_id}")
    with db.reading() as tx:
        poster, canned = tx.exec(select(Poster)).one(), tx.exec(select(Canned)).one()
    ids = {"poster_id": poster.id, "canned_id": canned.id, "person_id": member.person_id}
    return {name: str(number) for name, number in ids.items()} | {
        "code": poster.code,
        "home_id": str(member.mission_locale_id),
        "what": "creneau",
    }


def _places(db: Database) -> dict[str, str]:
    """A site with appointments to come, what can be booked there, and why."""
    visit = booked(db, "Lina", "Claire", at(24, 10))
    booked(db, "Amir", "Claire", at(23, 16), arrived_at=at(23, 16))
    with db.reading() as tx:
        opening = tx.exec(select(Opening.id).where(Opening.advisor_id == visit.advisor_id)).first()
        motive = tx.exec(select(Motive.id).where(Motive.mission_locale_id == visit.mission_locale_id)).first()
    ids = {"appointment_id": visit.id, "opening_id": opening, "motive_id": motive}
    ids |= {"site_id": site_of(db, "la-boussole").id, "advisor_id": named(db, "Claire").id}
    return {name: str(number) for name, number in ids.items()}


def _at_the_door(db: Database, script: Script) -> dict[str, str]:
    """The cookie of somebody in each step of signing in, and a link by which a password is chosen."""
    keys = {}
    with db.transaction() as tx:
        for name, awaits in (("Ada", ""), ("Rose", "setup"), ("Marthe", "code")):
            one = create_person(
                tx, f"{name} Min", f"{name.lower()}@example.org", None, [(1, None, "manager")]
            )
            one.password_hash, one.admin = "none that any password has", name == "Ada"
            tx.add(one)
            tx.flush()
            keys[name] = begin(tx, one.id or 0, script.now(), awaits=awaits)
        return {**keys, "token": new_link(tx, one, "invite", script.now())}
