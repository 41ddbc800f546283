"""Replies kept at hand: those of the team of a mission locale, and one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import or_, update
from sqlmodel import col, select

from backend.db import Tx, insert_once
from backend.handover.queries import ROLES
from backend.models import Seen
from backend.people.accounts import Staff
from backend.places.models import MissionLocale
from backend.places.typed import Typed, Wrong
from backend.script import Script
from backend.team.models import Canned
from content.canned import LONGEST_NAME, LONGEST_TEXT, starters, unknown

OWN = "me"
BIGGEST = 2**31 - 1


@dataclass(frozen=True)
class Reply:
    """A reply as the picker shows it. `id` is 0 for one of the starter set."""

    id: int
    name: str
    text: str
    language: str
    own: bool
    used: int


@dataclass(frozen=True)
class Reading:
    """What was typed of a reply, or what is wrong with it, field by field."""

    values: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, Wrong] = field(default_factory=dict)


def homes_of(tx: Tx, staff: Staff) -> list[MissionLocale]:
    """The missions locales whose team this person is in."""
    ids = staff.mission_locales(*ROLES)
    mine = select(MissionLocale).where(col(MissionLocale.id).in_(ids))
    return list(tx.exec(mine.order_by(MissionLocale.name)))


def at_hand(tx: Tx, person_id: int, homes: Iterable[int], language: str) -> list[Reply]:
    """Everything one may pick from for a youth: those in their language first, one's own, the most used."""
    found = [*own_replies(tx, person_id), *(reply for home in homes for reply in team_replies(tx, home))]
    seen = {(one.name, one.text): one for one in reversed(found)}
    return sorted(
        seen.values(), key=lambda r: (r.language != language, not r.own, -r.used, r.name.casefold())
    )


def own_replies(tx: Tx, person_id: int) -> list[Reply]:
    return _listed(tx, Canned.person_id == person_id)


def team_replies(tx: Tx, home: int) -> list[Reply]:
    """Those of a team; as long as it has written none, the starter set."""
    mine = _listed(tx, Canned.mission_locale_id == home, col(Canned.person_id).is_(None))
    return mine or [Reply(0, s.name, s.text, s.language, own=False, used=0) for s in starters()]


def _listed(tx: Tx, *which: object) -> list[Reply]:
    rows = tx.exec(select(Canned).where(*which).order_by(col(Canned.id)))  # type: ignore[arg-type]
    return [Reply(r.id or 0, r.name, r.text, r.language, r.person_id is not None, r.used) for r in rows]


def find(tx: Tx, staff: Staff, canned_id: int) -> Canned | None:
    """A reply that this person may change: their own, or their team's."""
    if not 0 < canned_id <= BIGGEST:
        return None
    team = col(Canned.mission_locale_id).in_(staff.mission_locales(*ROLES)) & col(Canned.person_id).is_(None)
    mine = or_(Canned.person_id == staff.id, team)  # type: ignore[arg-type]
    return tx.exec(select(Canned).where(mine, Canned.id == canned_id)).first()


def read(fields: Mapping[str, str], languages: Iterable[str]) -> Reading:
    """Everything that was typed."""
    form = Typed(fields)
    text = fields.get("text", "").strip()
    values = {"name": form.text("name", LONGEST_NAME, needed=True), "text": text}
    values["language"] = form.one_of("language", tuple(languages))
    if not text or len(text) > LONGEST_TEXT:
        form.refuse("text", Wrong("too_long", about=str(LONGEST_TEXT)) if text else Wrong("empty"))
    if nothing_fills := unknown(text):
        form.refuse("text", Wrong("variable", about=nothing_fills[0]))
    return Reading(values, form.wrong)


def create(
    tx: Tx, script: Script, staff: Staff, home: int | None, values: Mapping[str, str], nonce: str
) -> None:
    """A new reply, of a team (`home`) or one's own; the first one of a team comes beside the starter set."""
    if not insert_once(tx, Seen, key=f"console:{nonce}", at=script.now()):
        return
    if home is not None:
        adopt(tx, script, home)
    row = Canned(name="", text="", created_at=script.now(), mission_locale_id=home)
    row.person_id = staff.id if home is None else None
    save(tx, row, values)


def adopt(tx: Tx, script: Script, home: int) -> None:
    """The starter set becomes the team's own, to be changed; nothing if it has replies already."""
    tx.exec(select(MissionLocale).where(MissionLocale.id == home).with_for_update()).one()
    if not _listed(tx, Canned.mission_locale_id == home, col(Canned.person_id).is_(None)):
        made = (Canned(mission_locale_id=home, created_at=script.now(), **vars(one)) for one in starters())
        tx.add_all(made)


def save(tx: Tx, row: Canned, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    tx.add(row)


def count(tx: Tx, staff: Staff, canned_id: int) -> None:
    """It was used once more."""
    if found := find(tx, staff, canned_id):
        tx.execute(update(Canned).where(col(Canned.id) == found.id).values(used=Canned.used + 1))
