"""What a médiateur looks for in a youth's name: read from the query of the page, over what is known of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlmodel import col, select

from backend.agenda.callers import Caller
from backend.agenda.counter_form import BRACKETS, WAYS, number
from backend.agenda.models import Appointment, Motive
from backend.agenda.wishes import motive_or_none
from backend.db import Tx
from backend.handover.answers import follow_ups, follow_ups_of, needs_of
from backend.handover.queries import ROLES, Thread
from backend.people.accounts import Staff
from backend.people.models import Youth
from backend.places import typed
from backend.places.models import Site
from backend.places.typed import Typed, Wrong

ANYWHERE = ""


@dataclass(frozen=True)
class Known:
    """What needs not be asked again: the mission locale, what they look for, the motives and sites there."""

    home: int
    youth: Youth
    needs: tuple[str, ...]
    brief: dict[str, Any]
    motives: Sequence[Motive]
    sites: Sequence[Site]
    today: date

    @property
    def usual(self) -> dict[str, str]:
        """The fields before anybody has changed them."""
        return {
            "mode": "place",
            "bracket": self.youth.bracket or "",
            "phone": self.youth.phone or "",
            "from": "",
        }


@dataclass(frozen=True)
class Sought:
    """`caller` is there if nothing is wrong; `day` is from when slots are wanted."""

    fields: Mapping[str, str]
    caller: Caller | None = None
    day: date | None = None
    wrong: dict[str, Wrong] = field(default_factory=dict)


def home_of(thread: Thread, staff: Staff) -> int:
    """Whose agenda is searched: that of the thread, else of the youth, else of the one who helps them."""
    of_thread = thread.handover.mission_locale_id or thread.youth.mission_locale_id
    return of_thread or min(staff.mission_locales(*ROLES))


def known(tx: Tx, thread: Thread, staff: Staff, today: date) -> Known:
    """Their needs in this talk, else those of their last appointment."""
    home, youth, stories = home_of(thread, staff), thread.youth, thread.conversation.stories
    needs, brief = needs_of(stories), dict(follow_ups_of(stories))
    booked = None if needs else _last_booked(tx, youth)
    if booked:
        needs, brief = tuple(booked.needs), dict(follow_ups(booked.brief))
    motives = tx.exec(select(Motive).where(Motive.mission_locale_id == home).order_by(col(Motive.id))).all()
    sites = tx.exec(
        select(Site).where(Site.mission_locale_id == home).order_by(Site.commune, Site.name)
    ).all()
    return Known(home, youth, needs, brief, motives, sites, today)


def _last_booked(tx: Tx, youth: Youth) -> Appointment | None:
    mine = select(Appointment).where(Appointment.youth_id == youth.id)
    return tx.exec(mine.order_by(col(Appointment.id).desc()).limit(1)).first()


def read(tx: Tx, fields: Mapping[str, str], known: Known) -> Sought:
    """Everything that was asked for; what was not is as it usually is."""
    usual = motive_or_none(tx, known.home, known.needs, None)
    form = Typed({**known.usual, "motive": str(usual.id) if usual else "", **fields})
    motive = next((m for m in known.motives if str(m.id) == form.get("motive")), None)
    mode, bracket = form.one_of("mode", WAYS), form.one_of("bracket", (*BRACKETS, "from_26"))
    phone, day = form.read("phone", number), _day(form, known.today)
    site = next((s.id for s in known.sites if str(s.id) == form.get("site") and mode == "place"), None)
    _fits(form, known, motive, mode, phone)
    if motive is None or form.wrong:
        return Sought(form.fields, None, day, form.wrong)
    youth = known.youth
    place = (youth.insee or "", youth.commune or "")
    name, lead = youth.first_name or "", youth.lead_advisor_id
    caller = Caller(known.home, name, bracket, motive, mode, known.needs, phone, *place, site, youth.id, lead)
    return Sought(form.fields, caller, day)


def _fits(form: Typed, known: Known, motive: Motive | None, mode: str, phone: str | None) -> None:
    """Better said at once than found nothing for."""
    if motive is None:
        form.refuse("motive", Wrong("choose"))
    elif mode in WAYS and mode not in motive.modes:
        form.refuse("mode", Wrong("not_so"))
    if mode == "phone" and phone == "":
        form.refuse("phone", Wrong("to_call"))
    if mode == "home" and not known.youth.insee:
        form.refuse("mode", Wrong("no_commune"))


def _day(form: Typed, today: date) -> date | None:
    if not form.get("from"):
        return None
    days: tuple[date, date] | None = form.read("from", typed.days, "", today)
    return days[0] if days else None
