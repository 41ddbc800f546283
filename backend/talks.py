"""Between the rows of the database and the pure Talk."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy.orm.attributes import set_attribute

from backend.models import Conversation
from backend.people.models import Youth
from backend.scene import Scene
from flows.talk import Owner, Story, Talk
from flows.words import Deadline


def to_talk(
    scene: Scene,
    *,
    unseen: bool = False,
    lately: tuple[int, str] | None = None,
    awaited: Deadline | None = None,
) -> Talk:
    """The talk as it stands. `lately`: with whom a handover ended not long ago. `awaited`: by when they are answered."""
    stories = tuple(Story(s["name"], s["answers"], s["asked"], s["misses"]) for s in scene.row.stories)
    owner = cast("Owner", scene.row.owner)
    return Talk(stories, profile(scene.youth), owner, scene.arrival.first_name, unseen, lately, awaited)


def profile(youth: Youth) -> dict[str, Any]:
    """What all stories share. A key that is not known is not there."""
    known = {
        "first_name": youth.first_name,
        "bracket": youth.bracket,
        "language": youth.language,
        "phone": youth.phone,
        "reachable": bool(youth.phone and youth.phone_consent_at),
    }
    found: dict[str, Any] = {k: v for k, v in known.items() if v}
    if youth.insee:
        found["place"] = {
            "insee": youth.insee,
            "name": youth.commune,
            "departement": departement(youth.insee),
        }
    return found


def departement(insee: str) -> str:
    """The département of an INSEE code: two characters, three overseas."""
    return insee[:3] if insee.startswith("97") else insee[:2]


def keep(scene: Scene, talk: Talk) -> None:
    """Write the talk back. A change of owner opens a new epoch."""
    row = scene.row
    changed(row, stories=[_story(s, talk) for s in talk.stories])
    if talk.owner != row.owner:
        row.owner, row.epoch = talk.owner, row.epoch + 1
    _keep_profile(scene.youth, talk)
    forgets = row.forget_when_said and talk.profile.get("bracket") == "under_16"
    changed(row, forget_when_said=forgets)
    _clear_asked(row, talk)


def _story(story: Story, talk: Talk) -> dict[str, Any]:
    """A commune still to be told from others stays with its story: only a found one is the youth's."""
    answers = dict(story.answers)
    place = talk.profile.get("place")
    if place and "insee" not in place and story == talk.top:
        answers["place"] = place
    return {"name": story.name, "answers": answers, "asked": story.asked, "misses": story.misses}


def _keep_profile(youth: Youth, talk: Talk) -> None:
    place = talk.profile.get("place", {})
    insee = place.get("insee")
    if talk.profile.get("language", youth.language) != youth.language:
        youth.language_settled = True
    changed(
        youth,
        first_name=talk.profile.get("first_name"),
        phone=talk.profile.get("phone"),
        bracket=talk.profile.get("bracket"),
        language=talk.profile.get("language", youth.language),
        insee=insee,
        commune=place.get("name") if insee else None,
    )


def changed(row: Conversation | Youth, **values: Any) -> None:
    """Set what is different: setting costs twenty times what looking costs, and three times more by the model's way."""
    for name, value in values.items():
        if getattr(row, name) != value:
            set_attribute(row, name, value)


def _clear_asked(row: Conversation, talk: Talk) -> None:
    if talk.top is None or talk.top.asked is None:
        changed(row, asked_seq=None)
