"""The card beside a thread: who, how urgent, what they want in their own words; then all that is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from backend.agenda.models import Appointment
from backend.agenda.staff import Visit, history
from backend.console.rooms import Rooms
from backend.console.thread_reach import Origin, Reach, origin_of, reach_of
from backend.db import Tx
from backend.handover.answers import Given, remembered_answers, remembered_needs
from backend.handover.earlier import Former, former
from backend.handover.queries import SHOWN, Thread
from backend.handover.recall import Quote, quoted
from backend.handover.rehearing import Heard, Words
from content.aids import aid_name
from flows.steps import SKIP

BEFORE = timedelta(hours=1)
"""What was said so short a time before calling a human tells why."""
LED = 2
"""Quotations at the head of the card."""
QUOTED = 10
"""Quotations on the whole card."""
Booked: TypeAlias = tuple[Visit, Appointment]


@dataclass(frozen=True)
class Said:
    """Their own words, with the address of the line they stand in."""

    text: str
    at: datetime
    danger: str | None
    href: str


@dataclass(frozen=True)
class Need:
    """What they need, when they last said so, and their words for it."""

    label: str
    at: datetime | None
    quote: Said | None


@dataclass(frozen=True)
class Known:
    """A question that was answered; `answer` is None of those who would rather not say."""

    question: str
    answer: str | None
    at: datetime | None


@dataclass(frozen=True)
class Card:
    """What a médiateur should not have to ask again."""

    first_name: str | None
    bracket: str | None
    commune: str | None
    language: str
    phone: str | None
    wants: tuple[Said, ...]
    needs: tuple[Need, ...]
    others: tuple[Said, ...]
    """Their words that are neither at the head nor beside a need, the newest first."""
    answers: tuple[Known, ...]
    coming: tuple[Visit, ...]
    past: tuple[Visit, ...]
    former: tuple[Former, ...]
    why: str
    danger: str | None
    urgent: bool
    reach: Reach
    origin: Origin
    place: str | None


def card_of(tx: Tx, rooms: Rooms, thread: Thread) -> Card:
    """All that is known of the youth of this thread, read anew: nothing of it hangs on a story that still runs."""
    youth, handover, now = thread.youth, thread.handover, rooms.now()
    heard = _within(thread, rooms.recollections.of(tx, thread.conversation, rooms.script.stories))
    booked = [(visit, row) for visit, row in history(tx, youth.id or 0) if thread.shows(row.created_at)]
    quotes = quoted(tx, _telling(heard.words, handover.opened_at))
    wants = _wants(quotes, handover.opened_at)
    needs, beside = _needs(rooms, thread, heard, booked, quotes)
    others = [quote for quote in reversed(quotes) if quote not in {*wants, *beside}]
    return Card(
        first_name=youth.first_name,
        bracket=youth.bracket,
        commune=youth.commune,
        language=youth.language,
        phone=youth.phone,
        wants=_said(thread, wants),
        needs=needs,
        others=_said(thread, others),
        answers=_answers(rooms, thread, heard, booked),
        coming=tuple(visit for visit, _ in reversed(booked) if visit.is_to_come(now)),
        past=tuple(visit for visit, _ in booked if not visit.is_to_come(now)),
        former=tuple(_former(one) for one in former(tx, handover)),
        why=handover.why,
        danger=handover.danger,
        urgent=handover.urgent,
        reach=reach_of(tx, rooms, thread),
        origin=origin_of(tx, thread, [one for _, one in booked]),
        place=thread.place,
    )


def _within(thread: Thread, heard: Heard) -> Heard:
    """What of it they may read."""
    needs = {need: at for need, at in heard.needs.items() if thread.shows(at)}
    answers = {step: one for step, one in heard.answers.items() if thread.shows(one.at)}
    return Heard(needs, answers, tuple(one for one in heard.words if thread.shows(one.at)))


def _stories(thread: Thread) -> list[dict[str, Any]]:
    return thread.conversation.stories if thread.until is None else []


def _former(one: Former) -> Former:
    """With the names of the aids instead of their ids."""
    return one._replace(aids=tuple(aid_name(id_) for id_ in one.aids))


def _telling(words: Sequence[Words], opened_at: datetime) -> list[Words]:
    """Those to be quoted: since the call, or naming a need or a danger; the newest."""
    since = opened_at - BEFORE
    return [one for one in words if one.at >= since or one.needs or one.danger][-QUOTED:]


def _wants(quotes: Sequence[Quote], opened_at: datetime) -> tuple[Quote, ...]:
    """What this call is about: the words around it that name a danger or a need, else its first ones."""
    around = [quote for quote in quotes if quote.at >= opened_at - BEFORE] or list(quotes[-LED:])
    first = sorted(around, key=lambda quote: (not quote.danger, not quote.needs, quote.seq))[:LED]
    return tuple(sorted(first, key=lambda quote: quote.seq))


def _said(thread: Thread, quotes: Iterable[Quote]) -> tuple[Said, ...]:
    """With links: to the line on this page, or to the page of older lines on which it stands."""
    newest = thread.conversation.last_seq - SHOWN
    return tuple(
        Said(
            quote.text,
            quote.at,
            quote.danger,
            f"{'' if quote.seq > newest else f'?avant={quote.line_id + 1}'}#line-{quote.line_id}",
        )
        for quote in quotes
    )


def _needs(
    rooms: Rooms, thread: Thread, heard: Heard, booked: list[Booked], quotes: list[Quote]
) -> tuple[tuple[Need, ...], list[Quote]]:
    """Each need with the last words about it, and these words."""
    said = {need: one.at for one in heard.words for need in one.needs}
    dated = [dict.fromkeys(one.needs, one.created_at) for _, one in reversed(booked)]
    words = {need: quote for quote in quotes for need in quote.needs}
    found = remembered_needs(_stories(thread), *dated, heard.needs, said)
    labels = rooms.pages.labels.needs(need for need, _ in found)
    shown = {need: _said(thread, [quote])[0] for need, quote in words.items()}
    needs = tuple(Need(label, at, shown.get(need)) for label, (need, at) in zip(labels, found, strict=True))
    return needs, list(words.values())


def _answers(rooms: Rooms, thread: Thread, heard: Heard, booked: list[Booked]) -> tuple[Known, ...]:
    briefs: list[dict[str, Given]] = [
        {step: (choice, one.created_at) for step, choice in one.brief.items() if isinstance(choice, str)}
        for _, one in reversed(booked)
    ]
    taken: dict[str, Given] = {step: (one.choice, one.at) for step, one in heard.answers.items()}
    term = rooms.pages.labels.term
    return tuple(
        Known(term(step), None if choice == SKIP else term(f"{step}.{choice}"), at)
        for step, (choice, at) in remembered_answers(_stories(thread), *briefs, taken)
    )
