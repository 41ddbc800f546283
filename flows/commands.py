"""What a story may want of the backend. Each outcome is plain JSON, described here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flows.steps import Command


@dataclass(frozen=True)
class Locate(Command):
    """Which commune is meant: {"text"}, {"insee"} or {"lat", "lon"}.

    Done: {insee, name, departement} or {among: [the same, ...]}. Refused: unknown, abroad.
    """

    said: Mapping[str, Any]


@dataclass(frozen=True)
class FindMissionLocale(Command):
    """Who serves a commune. Done: {id?, name, served, certain, link, phone}."""

    insee: str


@dataclass(frozen=True)
class FindProposals(Command):
    """The nearest and the soonest places with their first slot, or a call and a visit for those who cannot come.

    Done: {offers: [offer, ...], sites: [site, ...], walk_in: site?, nearest: site?, whom: first name of the
    advisor asked for, if any} (see backend.agenda.offers).
    """

    insee: str
    bracket: str
    needs: tuple[str, ...]
    hints: Mapping[str, str] = field(default_factory=dict)
    advisor: str = ""
    """An id: of this advisor only; `not-` and an id: of anybody else."""


@dataclass(frozen=True)
class FindSlots(Command):
    """Free slots of one site by day, a page of days at a time.

    Done: {days: [{day, slots: [offer, ...]}, ...], page, more}. Refused: full.
    """

    site: str
    bracket: str
    needs: tuple[str, ...]
    hints: Mapping[str, str] = field(default_factory=dict)
    advisor: str = ""
    page: int = 0


@dataclass(frozen=True)
class FindAdvisors(Command):
    """Who can be asked for. Done: {lead: id of their own advisor or empty, advisors: [{id, name}, ...]}."""


@dataclass(frozen=True)
class FindPartners(Command):
    """Who else answers these needs near a commune; any need if none is named.

    Done: {partners: [{name, commune, km, needs, phone, link, source, updated}, ...]}, at most three; km None: at
    a distance.
    """

    insee: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class SlotsToMove(Command):
    """Free slots for an appointment to be moved. Done: as FindSlots. Refused: gone, late, none."""

    appointment: str
    page: int = 0


@dataclass(frozen=True)
class Hold(Command):
    """Keep a slot for ten minutes. Done: the offer with `until`. Refused: taken."""

    slot: str
    needs: tuple[str, ...]
    hints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Book(Command):
    """Turn a held slot into an appointment. Done: the appointment. Refused: taken."""

    slot: str
    first_name: str
    needs: tuple[str, ...]
    hints: Mapping[str, str] = field(default_factory=dict)
    brief: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class MyAppointments(Command):
    """What is booked from now on. Done: [appointment, ...], soonest first."""


@dataclass(frozen=True)
class Move(Command):
    """Move an appointment to another slot. Done: the new one. Refused: gone, late, taken."""

    appointment: str
    slot: str


@dataclass(frozen=True)
class Cancel(Command):
    """Cancel an appointment. Done: the appointment. Refused: gone, late."""

    appointment: str


@dataclass(frozen=True)
class ConfirmPresence(Command):
    """The youth says they will come. Done: the appointment. Refused: gone."""

    appointment: str


@dataclass(frozen=True)
class SayLate(Command):
    """The youth will be late today. Done: the appointment. Refused: gone, early."""

    appointment: str


@dataclass(frozen=True)
class Wait(Command):
    """Be told of a slot earlier than this appointment. Done: true. Refused: gone, soon (it is near already)."""

    appointment: str


@dataclass(frozen=True)
class WaitForAny(Command):
    """Be told of any slot for these needs, because there is none. Done: true."""

    needs: tuple[str, ...]
    hints: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TakeFreed(Command):
    """Take the slot that a wait was told of. Done: the appointment. Refused: gone, taken."""

    waiting: str
    slot: str


@dataclass(frozen=True)
class StopWaiting(Command):
    """No more notices of this wait. Done: true. Refused: gone."""

    waiting: str


@dataclass(frozen=True)
class BeDiscreet(Command):
    """Reminders that say neither where nor what, or as usual. Done: true."""

    on: bool


@dataclass(frozen=True)
class MuteReminders(Command):
    """No more reminders. Done: true."""


@dataclass(frozen=True)
class ForgetMinor(Command):
    """Under 16: forget all once the last reply is delivered. Done: true. Refused: booked (an appointment stands)."""


@dataclass(frozen=True)
class Erase(Command):
    """Erase everything about this youth now. Done: true."""
