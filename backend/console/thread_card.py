"""The card beside a thread: what a médiateur should not have to ask again."""

from __future__ import annotations

from dataclasses import dataclass

from backend.agenda.staff import Visit, coming, last_booked
from backend.console.labels import Answered
from backend.console.rooms import Rooms
from backend.db import Tx
from backend.handover.answers import follow_ups, follow_ups_of, needs_of
from backend.handover.queries import Thread


@dataclass(frozen=True)
class Card:
    """What a médiateur should not have to ask again."""

    first_name: str | None
    bracket: str | None
    commune: str | None
    language: str
    phone: str | None
    needs: tuple[str, ...]
    answers: tuple[Answered, ...]
    coming: tuple[Visit, ...]
    why: str
    danger: str | None
    urgent: bool
    blocked: bool
    stopped: bool
    place: str | None


def card_of(tx: Tx, rooms: Rooms, thread: Thread) -> Card:
    youth, handover, stories = thread.youth, thread.handover, thread.conversation.stories
    needs, answers = needs_of(stories), follow_ups_of(stories)
    booked = last_booked(tx, youth.id or 0)
    if booked and not needs:
        needs, answers = tuple(booked.needs), follow_ups(booked.brief)
    labels = rooms.pages.labels
    return Card(
        first_name=youth.first_name,
        bracket=youth.bracket,
        commune=youth.commune,
        language=youth.language,
        phone=youth.phone,
        needs=tuple(labels.needs(needs)),
        answers=tuple(labels.answers(answers)),
        coming=tuple(coming(tx, youth.id or 0, rooms.now())),
        why=handover.why,
        danger=handover.danger,
        urgent=handover.urgent,
        blocked=thread.conversation.blocked,
        stopped=thread.conversation.owner == "nobody",
        place=thread.place,
    )
