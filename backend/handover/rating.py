"""What a youth says of the help of a human: a face, and a word if they like. Asked once, when it is over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select

from backend.db import Tx
from backend.handover.models import FACES, Handover, Rating
from backend.insight.models import RATED, Fact
from backend.models import Conversation
from backend.people.models import Youth
from backend.scene import NotPossible, Scene
from flows.events import Event, LeftFloor
from flows.rating import AddWord, Rate
from flows.rights import FindTalk

COUNTS = timedelta(days=30)
"""How long after its end the help of a human may be judged."""
NOT_ASKED = {None, "abuse", "unreachable", "stopped", "given_back"}
"""After these ends nobody is asked how it was."""


def with_rating(scene: Scene, event: Event) -> Event:
    """Whoever ends a handover: which one, and whether its youth is asked how it was."""
    if not isinstance(event, LeftFloor) or not event.closed:
        return event
    mine = select(Handover).where(
        Handover.conversation_id == scene.row.id, Handover.mediator_id == scene.arrival.person_id
    )
    ended = scene.tx.exec(mine.order_by(col(Handover.id).desc())).first()
    if ended is None:
        return event
    rates = _rateable(ended, scene.row, scene.youth)
    return replace(event, handover=str(ended.id), rates=rates)


def _rateable(handover: Handover, row: Conversation, youth: Youth) -> bool:
    """Somebody answered, it ended well enough, and no face is asked of a child or after danger."""
    child = youth.bracket == "under_16" or row.forget_when_said
    answered = handover.first_reply_at is not None and handover.outcome not in NOT_ASKED
    return answered and not child and not handover.danger and not row.blocked


def rate(scene: Scene, command: Rate) -> dict[str, bool]:
    """Keep the face; another one takes its place. A word is asked for by the guide only, and once."""
    handover = _judged(scene, command.handover)
    if command.face not in FACES:
        raise NotPossible("gone")
    given = scene.tx.get(Rating, handover.id) or Rating(handover_id=handover.id or 0, face="")
    given.face, given.at = command.face, scene.now
    scene.tx.add(given)
    return {"word": scene.row.owner == "guide" and not given.word}


def add_word(scene: Scene, command: AddWord) -> bool:
    given = scene.tx.get(Rating, _judged(scene, command.handover).id)
    if given is None:
        raise NotPossible("gone")
    given.word = command.word
    scene.tx.add(given)
    return True


def find_talk(scene: Scene, command: FindTalk) -> dict[str, Any]:
    """The handover of which they want to keep what was said. Raises NotPossible."""
    found = _own(scene, command.handover) if command.handover else _last(scene)
    if found is None:
        raise NotPossible("gone")
    return {"handover": found.id}


def _judged(scene: Scene, id_text: str) -> Handover:
    """A handover of theirs that ended not long ago."""
    found = _own(scene, id_text)
    ended = found and found.closed_at and found.outcome not in NOT_ASKED
    if found is None or not ended or found.closed_at + COUNTS < scene.now:  # type: ignore[operator]
        raise NotPossible("gone")
    return found


def _own(scene: Scene, id_text: str) -> Handover | None:
    """A handover of this conversation, by the id in a button."""
    number = int(id_text) if id_text.isascii() and id_text.isdecimal() and len(id_text) < 10 else 0
    found = scene.tx.get(Handover, number) if number else None
    return found if found is not None and found.conversation_id == scene.row.id else None


def _last(scene: Scene) -> Handover | None:
    """The last one in which somebody answered."""
    mine = select(Handover).where(
        Handover.conversation_id == scene.row.id, col(Handover.first_reply_at).is_not(None)
    )
    return scene.tx.exec(mine.order_by(col(Handover.id).desc())).first()


def faces(tx: Tx, mission_locales: Iterable[int], since: datetime) -> Counter[str]:
    """How many of each face were given since the month of that day in these missions locales, also by who is gone."""
    places = list(mission_locales)
    since = since.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    rows = tx.exec(
        select(Rating.face)
        .join(Handover, col(Handover.id) == Rating.handover_id)
        .where(col(Handover.mission_locale_id).in_(places), Rating.at >= since)
    )
    return Counter(rows.all()) + _of_erased(tx, places, since)


def _of_erased(tx: Tx, places: list[int], since: datetime) -> Counter[str]:
    theirs = select(Fact.needs).where(col(Fact.mission_locale_id).in_(places), Fact.month >= f"{since:%Y-%m}")
    words = (needs[0] for needs in tx.exec(theirs) if len(needs) == 1)
    return Counter(word.removeprefix(RATED) for word in words if word.startswith(RATED))


COMMANDS = {Rate: rate, AddWord: add_word, FindTalk: find_talk}
