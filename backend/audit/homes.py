"""Whose managers may read of an act: those of the missions locales that its subject belongs to."""

from __future__ import annotations

from sqlmodel import col, select

from backend.agenda.models import Appointment, Motive, Opening
from backend.db import Tx
from backend.handover.models import Handover
from backend.models import Line
from backend.outreach.models import Poster
from backend.people.models import LostContact, Membership, Youth
from backend.people.queries import home_team
from backend.places.models import Site
from backend.script import Script
from backend.team.models import Canned
from backend.waiting.models import SlotRequest

OWNERS = {
    "appointment": (Appointment.mission_locale_id, Appointment.id),
    "canned": (Canned.mission_locale_id, Canned.id),
    "motive": (Motive.mission_locale_id, Motive.id),
    "opening": (Opening.mission_locale_id, Opening.id),
    "person": (Membership.mission_locale_id, Membership.person_id),
    "poster": (Poster.mission_locale_id, Poster.id),
    "request": (SlotRequest.mission_locale_id, SlotRequest.id),
    "site": (Site.mission_locale_id, Site.id),
    "youth": (Youth.mission_locale_id, Youth.id),
}
"""The column that says whose it is, and the one that `Audit.subject` is compared with."""
NOBODY = frozenset({0})


def homes(tx: Tx, script: Script, person_id: int, kind: str, subject: int) -> frozenset[int]:
    """The missions locales concerned; what belongs to none concerns those of whoever acts. Never empty."""
    own = _owners(tx, script, kind, subject)
    return own or _owners(tx, script, "person", person_id) or NOBODY


def _owners(tx: Tx, script: Script, kind: str, subject: int) -> frozenset[int]:
    if kind == "mission_locale":
        return frozenset({subject})
    if kind in {"handover", "line", "lost"}:
        return _of_talk(tx, script, kind, subject)
    if kind not in OWNERS:
        return frozenset()
    home, key = OWNERS[kind]
    found = tx.exec(select(home).where(col(key) == subject).distinct())
    return frozenset(one for one in found if one is not None)


def _of_talk(tx: Tx, script: Script, kind: str, subject: int) -> frozenset[int]:
    """A call for help whose mission locale is not known yet is the home team's."""
    wanted = select(Handover.mission_locale_id).order_by(col(Handover.id).desc()).limit(1)
    if kind == "handover":
        wanted = wanted.where(Handover.id == subject)
    elif kind == "line":
        talk = select(Line.conversation_id).where(Line.id == subject).scalar_subquery()
        wanted = wanted.where(Handover.conversation_id == talk)
    else:
        youth = select(LostContact.youth_id).where(LostContact.id == subject).scalar_subquery()
        wanted = wanted.where(Handover.youth_id == youth)
    found = tx.exec(wanted).all()
    home = (found[0] or home_team(tx, script.team)) if found else None
    return frozenset({home} if home else ())
