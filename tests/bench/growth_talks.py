"""What one young person leaves in the tables: a conversation, and most of the time a little more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from pydantic_core import PydanticUndefined
from sqlmodel import SQLModel

from backend.agenda.models import Appointment, Busy, BusyRoom, Series, WalkIn
from backend.agenda.moments import AT_ONCE
from backend.agenda.rules import cells
from backend.handover.models import Handover, Note, Promise, Proposal, Rating
from backend.insight.models import Fact
from backend.mail.models import Mail
from backend.models import Conversation, Seen
from backend.people.models import LostContact, Youth
from backend.team.models import Notice
from backend.waiting.models import SlotRequest, Waiting
from tests.bench.growth_places import Place
from tests.clock import MONDAY

Row = dict[str, Any]
OPEN = 24
"""Of a thousand conversations of a mission locale so many, the latest, have a handover that is open."""
LINES = 8
MINUTES, FIRST = 30, timedelta(hours=9)
KEPT, SEEN = timedelta(days=30), timedelta(days=7)
"""How long settled notices and letters are kept, and the keys of what has arrived."""
ADDRESS = 5_000_000_000


def defaults(model: type[SQLModel]) -> Row:
    """What a row holds if nothing is said."""
    found = {n: f.default for n, f in model.model_fields.items() if f.default is not PydanticUndefined}
    made = {n: f.default_factory() for n, f in model.model_fields.items() if f.default_factory}  # type: ignore[call-arg]
    return {n: v for n, v in (found | made).items() if n != "id"}


@dataclass
class History:
    """Rows by model, to be inserted in the order of `ORDER`. `first`: the next free id of each model."""

    first: dict[type[SQLModel], int]
    random: Random
    rows: defaultdict[type[SQLModel], list[Row]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.ids = {model: count(first) for model, first in self.first.items()}
        self.usual = {model: defaults(model) for model in ORDER}

    def add(self, model: type[SQLModel], **values: Any) -> int:
        """One row; its id, if rows of this kind have one."""
        if model in self.ids:
            values["id"] = next(self.ids[model])
        self.rows[model].append({**self.usual[model], **values})
        return int(values.get("id", 0))

    def chance(self, share: float) -> bool:
        return self.random.random() < share


ORDER: Sequence[type[SQLModel]] = (
    *(Youth, Conversation, Seen, Fact, Series, Appointment, Busy, Handover, Note, Promise, Proposal),
    *(Rating, Notice, Mail, Waiting, LostContact, BusyRoom, WalkIn, SlotRequest),
)


def lived(history: History, place: Place, n: int, at: datetime, *, is_open: bool) -> None:
    """One young person who came at this moment. `is_open`: a human was called, and is not done yet."""
    youth = history.add(
        Youth,
        first_name="Lou",
        bracket=("from_16", "from_18")[n % 2],
        insee="58194",
        commune="Nevers",
        mission_locale_id=place.home,
        created_at=at,
    )
    called = is_open or history.chance(0.15)
    owner = ("guide", "waiting", "mediator")[(1 + n % 2) * is_open]
    talk = history.add(
        Conversation,
        youth_id=youth,
        channel="telegram",
        address=str(ADDRESS + n),
        owner=owner,
        epoch=called * 2,
        last_seq=LINES,
        read_seq=called * 5,
        read_at=at if called else None,
        blocked=not is_open and history.chance(0.03),
        forget_when_said=history.chance(0.02) and called,
        created_at=at,
        last_heard_at=at + timedelta(minutes=9),
        poster_id=place.poster if history.chance(0.2) else None,
    )
    if MONDAY - at < SEEN:
        for k in range(LINES // 2):
            history.add(Seen, key=f"telegram:42:{n * LINES + k}", at=at)
    if history.chance(0.2):
        history.add(Fact, month=f"{at:%Y-%m}", mission_locale_id=place.home, needs=["emploi"])
    if history.chance(0.05):
        history.add(WalkIn, site_id=place.sites[0], at=at)
        asked = {"mission_locale_id": place.home, "motive_id": place.motive, "asked_at": at}
        history.add(SlotRequest, **asked, done_at=None if is_open else at)
    if history.chance(0.3):
        _appointment(history, place, youth, at)
    if called:
        _handover(history, place, (youth, talk), at, is_open=is_open)
    if history.chance(0.03):
        closed = None if is_open else at + timedelta(days=9)
        whose = {"youth_id": youth, "mission_locale_id": place.home, "motive_id": place.motive}
        history.add(Waiting, **whose, since=at, closed_at=closed, notices=3)


def _appointment(history: History, place: Place, youth: int, at: datetime) -> None:
    """Three days later or more, as soon as its advisor is free; what is over had its end."""
    advisor = history.random.choice(place.advisors)
    soonest = at.replace(minute=0, second=0, microsecond=0) + timedelta(
        days=history.random.choice((3, 9, 20))
    )
    starts = max(soonest, place.free.get(advisor, soonest))
    ends = starts + timedelta(minutes=MINUTES)
    until, weekly = ends.date(), history.chance(0.05)
    series = history.add(Series, youth_id=youth, until=until) if weekly else None
    place.free[advisor] = ends
    status = history.random.choice(("attended", "attended", "no_show", "cancelled_by_youth"))
    booked = history.add(
        Appointment,
        youth_id=youth,
        mission_locale_id=place.home,
        advisor_id=advisor,
        site_id=place.sites[0],
        motive_id=place.motive,
        mode="place",
        starts_at=starts,
        ends_at=ends,
        status="booked" if starts > MONDAY else status,
        outcome_at=None if starts > MONDAY else ends,
        remind_at=AT_ONCE if starts > MONDAY else None,
        series_id=series,
        needs=["emploi"],
        uid=f"grown-{youth}",
        created_at=at,
    )
    if not status.startswith("cancelled"):
        for cell in cells(starts, MINUTES):
            taken = {"cell": cell, "hold_id": None, "appointment_id": booked}
            history.add(Busy, advisor_id=advisor, **taken)
            if advisor == place.advisors[0]:
                history.add(BusyRoom, room_id=place.room, **taken)
    if MONDAY - at < KEPT:
        key = f"request:grown-{youth}:0"
        history.add(Mail, key=key, person_id=advisor, kind="request", state="sent", due=at)
    if status == "no_show" and starts < MONDAY and history.chance(0.3):
        back = None if MONDAY - ends < KEPT else ends + timedelta(days=4)
        history.add(
            LostContact, youth_id=youth, cause="no_show", at=ends, ended_at=back, outcome=back and "back"
        )


def _handover(history: History, place: Place, whose: tuple[int, int], at: datetime, *, is_open: bool) -> None:
    """A human was called: what was promised, proposed, noted, and told to the team."""
    youth, talk = whose
    replied = None if is_open and talk % 2 else at + timedelta(minutes=40)
    closed = None if is_open else at + timedelta(hours=5)
    handover = history.add(
        Handover,
        conversation_id=talk,
        youth_id=youth,
        mission_locale_id=place.home,
        opened_at=at,
        mediator_id=place.mediator if replied else None,
        claimed_at=replied,
        first_reply_at=replied,
        closed_at=closed,
        outcome=closed and "answered",
    )
    standing = is_open and replied is None
    promised = MONDAY + timedelta(days=1) if standing else at + timedelta(hours=2)
    kept = {"ended_at": None if standing else at + timedelta(hours=1), "kept": None if standing else True}
    history.add(Promise, handover_id=handover, made_at=at, due_at=promised, **kept)
    mine = {"handover_id": handover, "person_id": place.mediator}
    if history.chance(0.3):
        history.add(Note, **mine, text="Called back.", at=at)
        asked = {"kind": "place", "about": {}, "at": at, "answered_at": at, "answer": "accepted"}
        history.add(Proposal, **mine, **(asked if history.chance(0.7) else {"kind": "place", "at": at}))
    if closed and history.chance(0.3):
        history.add(Rating, handover_id=handover, face="good", at=closed)
    if MONDAY - at < KEPT:
        key = f"opened:{handover}:{place.mediator}"
        history.add(Notice, **mine, key=key, kind="opened", state="sent", at=at)
