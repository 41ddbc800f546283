"""Who may speak in a thread, as one person sees it: what the floor of its page says and offers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.console.rooms import Rooms
from backend.console.visitors import Visitor
from backend.db import Tx
from backend.handover.holding import name_of
from backend.handover.models import Handover
from backend.handover.opening import opened
from backend.handover.past import paused
from backend.handover.queries import Thread, find_thread, scope_of
from backend.handover.reopening import may_reopen
from backend.handover.replacing import may_replace
from backend.handover.standing import Act, Standing, offered, standing
from backend.places.models import Site
from content.aids import aid_name


@dataclass(frozen=True)
class Ended:
    """How a handover ended."""

    outcome: str | None
    reason: str
    aids: tuple[str, ...]
    later: int | None
    """The handover that is open now, if they may see that one."""


@dataclass(frozen=True)
class Floor:
    """Who may speak, as this person sees it."""

    handover_id: int
    epoch: int
    state: Standing
    offers: tuple[Act, ...]
    """What they may do, in the order of the alphabet."""
    owner: str
    holder: str | None
    blocked: bool
    addressed: str | None
    """The first name of whom it is addressed to, the name of the team, or `me`."""
    snoozed_until: datetime | None
    paused_until: datetime | None
    ended: Ended | None
    zone: str | None


def floor_of(tx: Tx, rooms: Rooms, thread: Thread, visitor: Visitor) -> Floor:
    """Read for one person."""
    handover, row, now = thread.handover, thread.conversation, rooms.now()
    state = standing(row.owner, handover.mediator_id, visitor.staff.id, closed=handover.closed_at is not None)
    asleep = handover.snoozed_until if state == "mine" else None
    return Floor(
        handover_id=handover.id or 0,
        epoch=row.epoch,
        state=state,
        offers=_offers(tx, rooms, thread, visitor, state),
        owner=row.owner,
        holder=thread.mediator.partition(" ")[0] if thread.mediator else None,
        blocked=row.blocked,
        addressed=_addressed(tx, handover, visitor) if state in {"open", "resumed"} else None,
        snoozed_until=asleep if asleep and asleep > now else None,
        paused_until=row.muted_until if paused(row, now) else None,
        ended=_ended(tx, rooms, thread, visitor) if state == "closed" else None,
        zone=thread.zone,
    )


def _offers(tx: Tx, rooms: Rooms, thread: Thread, visitor: Visitor, state: Standing) -> tuple[Act, ...]:
    gone = state == "taken" and may_replace(tx, rooms.script, thread.handover, visitor.staff.id)
    now_open = opened(tx, thread.conversation.id or 0) if state == "closed" else None
    may = may_reopen(thread.handover, thread.conversation, now_open, rooms.now())
    again = may and thread.until is None
    return tuple(sorted(offered(state, gone=gone, again=again)))


def _addressed(tx: Tx, handover: Handover, visitor: Visitor) -> str | None:
    if handover.for_id == visitor.staff.id:
        return "me"
    if handover.for_id:
        return (name_of(tx, handover.for_id) or "").partition(" ")[0]
    site = tx.get(Site, handover.site_id) if handover.site_id else None
    return site.name if site else None


def _ended(tx: Tx, rooms: Rooms, thread: Thread, visitor: Visitor) -> Ended:
    handover = thread.handover
    aids = tuple(aid_name(id_) for id_ in handover.aids)
    return Ended(handover.outcome, handover.reason, aids, _later(tx, rooms, thread, visitor))


def _later(tx: Tx, rooms: Rooms, thread: Thread, visitor: Visitor) -> int | None:
    found = opened(tx, thread.conversation.id or 0)
    scope = scope_of(tx, visitor.staff, rooms.settings.team)
    return found.id if found and find_thread(tx, scope, found.id or 0) else None
