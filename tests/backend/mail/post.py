"""A real mail server on this machine, which answers as it is told; and appointments to write about."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from icalendar import Calendar, Event
from sqlmodel import col, select

from backend.agenda.models import Appointment, Motive
from backend.db import Database
from backend.people.models import Person
from backend.people.models import Youth as YouthRow
from backend.places.models import Site
from tests.running import free_port

NAME, NEED, PHONE = "Zéphirine-Aldegonde", "logement", "06 11 22 33 44"
"""What must never leave by mail."""
SITE = "decize"


@dataclass
class Received:
    """One letter as it arrived."""

    sender: str
    recipients: list[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        found = message_from_bytes(self.raw, policy=default)
        assert isinstance(found, EmailMessage)
        return found

    @property
    def text(self) -> str:
        part = self.message.get_body(("plain",))
        assert part is not None
        return str(part.get_content())

    @property
    def invitation(self) -> Any:
        (part,) = [p for p in self.message.walk() if p.get_content_type() == "text/calendar"]
        return part

    @property
    def calendar(self) -> Calendar:
        return Calendar.from_ical(self.invitation.get_payload(decode=True))

    @property
    def event(self) -> Event:
        (event,) = self.calendar.events
        return event

    @property
    def all_words(self) -> str:
        """Everything in it, decoded, headers and parts alike."""
        parts = [p.get_payload(decode=True).decode() for p in self.message.walk() if not p.is_multipart()]
        headers = [f"{name}: {value}" for name, value in self.message.items()]
        return "\n".join([self.raw.decode(), *headers, *parts])


@dataclass
class PostOfTests:
    """Keeps every letter. `answers`: what it says to the next recipients or letters, before it says yes again."""

    port: int = field(default_factory=free_port)
    letters: list[Received] = field(default_factory=list)
    to_recipients: deque[str] = field(default_factory=deque)
    to_letters: deque[str] = field(default_factory=deque)
    signed_in: list[str] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's own name
        self, server: SMTP, session: Session, envelope: Envelope, to: str, options: list[str]
    ) -> str:
        if self.to_recipients:
            return self.to_recipients.popleft()
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        answer = self.to_letters.popleft() if self.to_letters else "250 OK"
        if answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.letters.append(Received(envelope.mail_from or "", list(envelope.rcpt_tos), envelope.content))
        return answer

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, way: str, given: Any
    ) -> AuthResult:
        assert isinstance(given, LoginPassword)
        self.signed_in.append(given.login.decode())
        return AuthResult(success=given.password == b"open sesame", handled=False)


@contextmanager
def opened(post: PostOfTests, **options: Any) -> Iterator[None]:
    """The server answers while the block runs."""
    controller = Controller(post, hostname="127.0.0.1", port=post.port, **options)
    controller.start()
    try:
        yield
    finally:
        controller.stop()


def advisor(db: Database, first_name: str) -> Person:
    with db.reading() as tx:
        return next(p for p in tx.exec(select(Person)) if p.first_name == first_name)


def appointment(
    db: Database, now: datetime, first_name: str = "Karim", mode: str = "place", **changes: Any
) -> Appointment:
    """A booking of tomorrow, of a youth whose name, need and phone are easily found."""
    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.slug == SITE)).one()
        motive = tx.exec(
            select(Motive).where(Motive.slug == NEED, Motive.mission_locale_id == site.mission_locale_id)
        )
        youth = YouthRow(
            first_name=NAME, phone=PHONE, bracket="from_18", mission_locale_id=site.mission_locale_id
        )
        tx.add(youth)
        tx.flush()
        begins = now + timedelta(days=1, hours=1)
        given: dict[str, Any] = {
            "youth_id": youth.id,
            "mission_locale_id": site.mission_locale_id,
            "advisor_id": advisor(db, first_name).id,
            "site_id": site.id,
            "motive_id": motive.one().id,
            "mode": mode,
            "starts_at": begins,
            "ends_at": begins + timedelta(minutes=45),
            "needs": [NEED],
            "brief": {"logement_ce_soir": "dehors"},
            "uid": f"uid-{youth.id}",
            "created_at": now,
        }
        made = Appointment(**{**given, **changes})
        tx.add(made)
        tx.flush()
        return made


def moved(db: Database, old: Appointment, now: datetime, first_name: str = "Karim") -> Appointment:
    """The same two hours later, as the agenda does it: same calendar event, next sequence."""
    return appointment(
        db,
        now,
        first_name,
        youth_id=old.youth_id,
        uid=old.uid,
        sequence=old.sequence + 1,
        moved_from_id=old.id,
        starts_at=old.starts_at + timedelta(hours=2),
        ends_at=old.ends_at + timedelta(hours=2),
    )


def motive_of(db: Database, made: Appointment, **changes: Any) -> Motive:
    """The motive of an appointment, changed."""
    with db.transaction() as tx:
        found = tx.exec(select(Motive).where(col(Motive.id) == made.motive_id)).one()
        for name, value in changes.items():
            setattr(found, name, value)
        tx.add(found)
        return found
