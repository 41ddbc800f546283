"""What one of the staff reads on Telegram: who, where, what. Never a word of the youth, an age, a number, a danger."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from backend.handover.answers import needs_of
from backend.handover.models import Handover
from backend.models import Conversation
from backend.people.models import Youth
from backend.places.models import MissionLocale
from backend.script import Script
from backend.team.models import Notice
from content.wording import Reply
from flows.words import Terms, When

LANGUAGE = "fr"
"""Of the staff."""
UNLINK = {"label": "team-unlink", "data": "equipe:unlink:yes"}
TITLES = {
    "opened": "team-opened",
    "urgent": "team-urgent",
    "handed_on": "team-handed-on",
    "taken_over": "team-taken-over",
    "resumed": "team-resumed",
    "taken_back": "team-taken-back",
    "promise_near": "team-promise-near",
    "promise_missed": "team-promise-missed",
    "nobody_on_duty": "team-nobody-on-duty",
}
URGENT = {"opened": "team-urgent", "nobody_on_duty": "team-nobody-urgent"}
"""What a notice of some kind says first; and if it is urgent."""
A_WHILE = timedelta(minutes=10)
"""Once it is older than that, a notice says since when somebody waits."""


def text(script: Script, key: str, **params: Any) -> str:
    """The words of a key, for the staff."""
    return script.wording.text(LANGUAGE, key, params)


def opening(script: Script, key: str, path: str) -> dict[str, str]:
    """A button that opens a page of the console, which asks who they are."""
    return {"label": text(script, key), "url": script.wording.public_url + path}


def notice(
    script: Script,
    told: Notice,
    handover: Handover,
    talk: Conversation,
    youth: Youth,
    desk: MissionLocale | None,
) -> Reply:
    """A notice as it leaves now, with its buttons."""
    lines = [text(script, _title(told)), *_about(script, talk, youth, desk)]
    if script.now() - handover.opened_at >= A_WHILE:
        zone = desk.timezone if desk else "Europe/Paris"
        lines.append(text(script, "team-since", since=When(handover.opened_at.isoformat(), zone)))
    return Reply("\n".join(lines), _buttons(script, handover))


def _about(script: Script, talk: Conversation, youth: Youth, desk: MissionLocale | None) -> list[str]:
    """Who, where, what. Under 16 only the mission locale."""
    known, found = youth.bracket != "under_16", []
    needs = needs_of(talk.stories) if known else ()
    if known and youth.first_name:
        found.append(text(script, "team-who", name=youth.first_name))
    if where := (known and youth.commune) or (desk and desk.short_name):
        found.append(text(script, "team-where", where=where))
    if needs:
        found.append(text(script, "team-what", needs=Terms(tuple(f"needs.{n}" for n in needs))))
    return found


def amended(script: Script, told: Notice, handover: Handover, holder: str | None) -> Reply:
    """What takes its place once there is nothing to take: no name, place or need stays in the chat."""
    if handover.closed_at:
        return Reply(text(script, "team-over"))
    if told.kind.startswith("promise"):
        return Reply(text(script, "team-settled"))
    if handover.mediator_id == told.person_id:
        return Reply(text(script, "team-yours"), [[_thread(script, handover)]])
    return Reply(text(script, "team-taken", name=holder or ""))


def _title(told: Notice) -> str:
    return (URGENT if told.urgent else {}).get(told.kind) or TITLES[told.kind]


def _buttons(script: Script, handover: Handover) -> list[list[dict[str, str]]]:
    """«Prendre» while nobody has it; the way to the thread always."""
    take = {"label": text(script, "team-take"), "data": f"equipe:take:{handover.id}"}
    return ([] if handover.mediator_id else [[take]]) + [[_thread(script, handover)]]


def _thread(script: Script, handover: Handover) -> dict[str, str]:
    return opening(script, "team-open", f"/relais/{handover.id}")
