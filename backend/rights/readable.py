"""What is held of a youth, to read: in their language, what means something to them. The rest stands in the JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from backend.db import Tx
from backend.handover.keepsake import ZONE, by_day, words
from backend.handover.transcript import Entry
from backend.people.models import Youth
from backend.places.models import MissionLocale
from backend.rights.held import Row

Say: TypeAlias = Callable[..., str]
Held: TypeAlias = Mapping[str, Sequence[Row]]
PROFILE = {
    "first_name": "mine-first-name",
    "commune": "mine-commune",
    "phone": "mine-phone",
    "mission_locale": "mine-home",
    "lead_advisor": "mine-advisor",
}
"""What stands in the profile as it is, with its label."""
STATUSES = {
    "booked": "mine-status.booked",
    "confirmed": "mine-status.confirmed",
    "attended": "mine-status.attended",
    "cancelled_by_youth": "mine-status.cancelled_by_youth",
    "cancelled_by_staff": "mine-status.cancelled_by_staff",
    "rescheduled": "mine-status.rescheduled",
    "excused": "mine-status.excused",
    "no_show": "mine-status.no_show",
}
FACES = {"good": "face.good", "fair": "face.fair", "bad": "face.bad"}


class Page:
    """Says values in one language, at one place."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self.language, self.zone = language, zone

    def say(self, key: str, **params: Any) -> str:
        return words().text(self.language, key, params)

    def term(self, key: str) -> str:
        return words().term(self.language, key)

    def at(self, iso: str | None) -> str:
        """A day with its year, and the hour; nothing for nothing."""
        if not iso:
            return ""
        moment, sayer = datetime.fromisoformat(iso).astimezone(self.zone), words().sayer
        day = sayer.dated(self.language, moment.date().isoformat())
        return self.say("date-moment", day=day, hour=sayer.hour(self.language, moment))

    def field(self, label: str, value: str) -> str:
        return self.say("mine-field", label=self.say(label), value=value)


def readable(tx: Tx, youth: Youth, held: Held, at: datetime) -> Iterator[str]:
    """Line by line."""
    home = tx.get(MissionLocale, youth.mission_locale_id) if youth.mission_locale_id else None
    page = Page(youth.language, ZoneInfo(home.timezone if home else ZONE))
    yield page.say("mine-title")
    yield page.say("mine-made", at=page.at(at.isoformat()))
    for title, lines in _sections(page, held):
        if found := [line for line in lines if line]:
            yield from ("", f"== {page.say(title)} ==", *found)
    if "line" in held:
        yield from ("", f"== {page.say('mine-said')} ==")
        yield from by_day(
            [_entry(row) for row in held["line"] if row["kind"] != "edit"], page.zone, page.language
        )
    yield from ("", page.say("mine-end"))


def _sections(page: Page, held: Held) -> Iterator[tuple[str, Iterator[str]]]:
    """Each title with its lines."""
    yield "mine-you", _profile(page, held)
    for title, table, told in SECTIONS:
        yield title, (told(page, row) for row in held.get(table, ()))


def _profile(page: Page, held: Held) -> Iterator[str]:
    for row in held["youth"]:
        yield from (page.field(label, str(row[name])) for name, label in PROFILE.items() if row.get(name))
        if row["bracket"]:
            yield page.field("mine-bracket", page.term(f"bracket.{row['bracket']}"))
        yield page.field("mine-language", words().text(row["language"], "language-name"))
        yield page.field("mine-since", page.at(row["created_at"]))
    for talk in held.get("conversation", ()):
        yield page.field("mine-chat", talk["address"])
        if talk.get("poster"):
            yield page.field("mine-poster", talk["poster"])


def _consent(page: Page, row: Row) -> str:
    until = page.say("mine-until", at=page.at(row["withdrawn_at"])) if row["withdrawn_at"] else ""
    return _joined(page.at(row["at"]), page.say("mine-consent-calls"), until)


def _answers(page: Page, row: Row) -> str:
    return "\n".join(line for story in row["stories"] for line in _told(page, story["answers"]))


def _told(page: Page, answers: Mapping[str, Any]) -> Iterator[str]:
    """Questions with the button that was chosen, or the words; what the backend found is no answer."""
    for step, value in answers.items():
        some = value if isinstance(value, list) else [value]
        if all(isinstance(one, str) for one in some):
            chosen = ", ".join(page.term(f"{step}.{one}") for one in some)
            yield _joined(page.term(step), chosen.replace(f"{step}.", ""))


def _appointment(page: Page, row: Row) -> str:
    status = page.say(STATUSES[row["status"]])
    needs = ", ".join(page.term(f"needs.{need}") for need in row["needs"])
    where = row.get("site") or page.term(f"mode-{row['mode']}")
    told = [page.at(row["starts_at"]), row["motive"], where, row["advisor"], status, needs]
    return "\n".join([_joined(*told), *(f"  {line}" for line in _told(page, row["brief"]))])


def _waiting(page: Page, row: Row) -> str:
    return _joined(page.at(row["since"]), *(page.term(f"needs.{need}") for need in row["needs"]))


def _handover(page: Page, row: Row) -> str:
    over = page.at(row["closed_at"]) or page.say("mine-open")
    danger = page.say("mine-danger") if row["danger"] else ""
    return _joined(page.at(row["opened_at"]), str(row.get("mediator") or ""), danger, over, row["reason"])


def _by(page: Page, row: Row) -> str:
    return _joined(page.at(row["at"]), str(row.get("person") or ""), row.get("text", ""))


def _promise(page: Page, row: Row) -> str:
    return page.at(row["due_at"])


def _rating(page: Page, row: Row) -> str:
    return _joined(page.at(row["at"]), page.term(FACES[row["face"]]), row["word"])


def _lost(page: Page, row: Row) -> str:
    return _joined(page.at(row["called_at"] or row["at"]), str(row["calls"] or ""))


def _letter(page: Page, row: Row) -> str:
    return page.at(row["sent_at"] or row["due"])


def _act(page: Page, row: Row) -> str:
    return _joined(page.at(row["at"]), row["action"])


SECTIONS: tuple[tuple[str, str, Callable[[Page, Row], str]], ...] = (
    ("mine-consents", "consent", _consent),
    ("mine-answers", "conversation", _answers),
    ("mine-appointments", "appointment", _appointment),
    ("mine-waits", "waiting", _waiting),
    ("mine-humans", "handover", _handover),
    ("mine-notes", "note", _by),
    ("mine-promises", "promise", _promise),
    ("mine-proposals", "proposal", _by),
    ("mine-ratings", "rating", _rating),
    ("mine-lost", "lost_contact", _lost),
    ("mine-letters", "mail", _letter),
    ("mine-acts", "audit", _act),
)
"""(title, table, how a row of it is told). What has no section stands in the JSON only."""


def _joined(*parts: str) -> str:
    return " — ".join(part for part in parts if part)


def _entry(row: Row) -> Entry:
    place, at = row["place"] or {}, datetime.fromisoformat(row["at"])
    where = (place["lat"], place["lon"]) if "lat" in place and "lon" in place else None
    file_name = str((row["file"] or {}).get("name") or "")
    return Entry(
        row["author"], row.get("person"), row["kind"], row["text"], at, row["state"], file_name, where
    )
