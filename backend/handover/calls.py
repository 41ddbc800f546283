"""The handovers of an inbox, read at once: who calls, since when, what was promised. Everything within a scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, func, null
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from backend.agenda.models import Appointment
from backend.db import Tx
from backend.handover.answers import needs_of
from backend.handover.columns import Call
from backend.handover.models import Handover, Promise, Proposal
from backend.handover.queries import Scope
from backend.models import Conversation, Line
from backend.people.models import Person, Youth
from backend.places.models import Site

RECENT = timedelta(days=7)
LONG_AGO = timedelta(days=365)
"""How far back the closed ones are looked for, if somebody looks for them."""
MOST_CLOSED = 500
MOST_READ = 20_000
"""Lines in which words are looked for."""
OF_THE_YOUTH = ("first_name", "bracket", "commune", "language")
OF_THE_HANDOVER = (
    *("why", "danger", "urgent", "opened_at", "mediator_id"),
    *("closed_at", "outcome", "for_id", "snoozed_until"),
)
"""What a call says just as it is kept."""
Addressee = aliased(Person)


def inbox(tx: Tx, scope: Scope, at: datetime, since: timedelta = RECENT) -> list[Call]:
    """The open handovers of a scope, and the latest of those closed since."""
    still_open = _calls(scope, *_open_columns()).where(col(Handover.closed_at).is_(None))
    closed = _calls(scope, null(), null(), null(), null()).where(col(Handover.closed_at) > at - since)
    latest = closed.order_by(col(Handover.closed_at).desc()).limit(MOST_CLOSED)
    return [_call(*row) for wanted in (still_open, latest) for row in tx.execute(wanted)]


def sites_of(tx: Tx, scope: Scope) -> list[tuple[int, str]]:
    """(id, name) of the sites of a scope, to choose from."""
    wanted = select(Site.id, Site.name).where(
        col(Site.mission_locale_id).in_(scope.mission_locales),
        col(Site.closed_at).is_(None),
        Site.kind != "partner",
    )
    return [(id_ or 0, name) for id_, name in tx.exec(wanted.order_by(col(Site.name), col(Site.id)))]


def _open_columns() -> tuple[Any, ...]:
    """Since when words or a decision wait for an answer, and what was promised: only of those that are open."""
    unanswered = case((col(Handover.first_reply_at).is_(None), None), else_=_heard())
    return unanswered, _decided(), _promised(Promise.made_at), _promised(Promise.due_at)


def _calls(scope: Scope, *more: Any) -> Any:
    """The statement: the handovers of a scope with what stands around them."""
    return (
        select(Handover, Youth, Conversation.owner, Conversation.blocked, Conversation.stories)  # type: ignore[call-overload]
        .add_columns(col(Person.name), Addressee.name, col(Site.name), _seen_at(), _wanted(), *more)
        .join(Conversation, col(Conversation.id) == Handover.conversation_id)
        .join(Youth, col(Youth.id) == Handover.youth_id)
        .outerjoin(Person, col(Person.id) == Handover.mediator_id)
        .outerjoin(Addressee, Addressee.id == Handover.for_id)
        .outerjoin(Site, col(Site.id) == Handover.site_id)
        .where(scope.holds())
    )


def _said(column: Any) -> Any:
    """Of the last words of a médiateur since the handover was opened: read from the end, they are soon found."""
    mine = (Line.conversation_id == Handover.conversation_id, Line.author == "mediator")
    since = col(Line.at) >= Handover.opened_at
    last = select(column).where(*mine, since).order_by(col(Line.seq).desc()).limit(1)
    return last.correlate(Handover).scalar_subquery()


def _heard() -> Any:
    """When the youth first wrote something that nobody has answered."""
    theirs = (Line.conversation_id == Handover.conversation_id, Line.author == "youth", Line.kind != "tap")
    unanswered = col(Line.seq) > func.coalesce(_said(Line.seq), 0)
    return select(func.min(Line.at)).where(*theirs, unanswered).correlate(Handover).scalar_subquery()


def _decided() -> Any:
    """When the youth first said yes or no to a proposal, if no médiateur has written since."""
    theirs = (Proposal.handover_id == Handover.id, col(Proposal.answer).in_(("accepted", "declined")))
    since = col(Proposal.answered_at) > func.coalesce(_said(Line.at), Handover.opened_at)
    return select(func.min(Proposal.answered_at)).where(*theirs, since).correlate(Handover).scalar_subquery()


def _wanted() -> Any:
    """The needs of the last appointment: those of a story that has ended are not in the talk any more."""
    theirs = select(Appointment.needs).where(Appointment.youth_id == Handover.youth_id)
    return theirs.order_by(col(Appointment.id).desc()).limit(1).correlate(Handover).scalar_subquery()


def _promised(moment: Any) -> Any:
    """Of the promise that still stands."""
    standing = (Promise.handover_id == Handover.id, col(Promise.ended_at).is_(None))
    return select(func.max(moment)).where(*standing).correlate(Handover).scalar_subquery()


def _seen_at() -> Any:
    """The site where the youth has, or had last, an appointment."""
    theirs = (Appointment.youth_id == Handover.youth_id, col(Appointment.site_id).is_not(None))
    last = select(Appointment.site_id).where(*theirs).order_by(col(Appointment.starts_at).desc()).limit(1)
    return last.correlate(Handover).scalar_subquery()


def _call(
    handover: Handover, youth: Youth, owner: str, blocked: bool, stories: list[Any], *more: Any
) -> Call:
    mediator, for_name, site, seen_at, wanted, heard_at, decided_at, promised_at, due_at = more
    return Call(
        id=handover.id or 0,
        conversation_id=handover.conversation_id,
        **{name: getattr(youth, name) for name in OF_THE_YOUTH},
        **{name: getattr(handover, name) for name in OF_THE_HANDOVER},
        needs=needs_of(stories) or tuple(wanted or ()),
        blocked=blocked,
        owner=owner,
        mediator=mediator,
        replied=handover.first_reply_at is not None,
        heard_at=min((at for at in (heard_at, decided_at) if at), default=None),
        for_name=for_name,
        site_id=handover.site_id or seen_at,
        site=site,
        promised_at=promised_at,
        due_at=due_at,
    )


def said_in(tx: Tx, conversations: Iterable[int]) -> Iterator[tuple[int, str]]:
    """(conversation, text) of what youths and médiateurs wrote there, the latest first; of the guide nothing."""
    wanted = (
        select(Line.conversation_id, Line.text)
        .where(col(Line.conversation_id).in_(list(conversations)), Line.author != "guide", Line.text != "")
        .order_by(col(Line.id).desc())
        .limit(MOST_READ)
    )
    yield from tx.exec(wanted)
