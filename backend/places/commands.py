"""Where a youth lives, and who serves that commune."""

from __future__ import annotations

from typing import Any

from sqlalchemy import or_, update
from sqlmodel import col

from backend.handover.models import Handover
from backend.people.speech import in_tone
from backend.places.coverage import divided, serving
from backend.places.elsewhere import elsewhere
from backend.scene import NotPossible, Scene
from backend.team.notices import Kind, tell_team
from content.communes import Commune, load_communes
from content.places import load_territory, territory_names
from flows.commands import FindMissionLocale, Locate

EXAMPLE = "exemple"
"""How the sources of the demo coverage begin."""


def locate(scene: Scene, command: Locate) -> dict[str, Any]:
    """The commune meant by words, a code or a position. Raises unknown, abroad, or divided: which arrondissement?"""
    found = _place(scene, command)
    if divided(scene.tx, found.get("insee", "")):
        _refuse("divided")
    return found


def _place(scene: Scene, command: Locate) -> dict[str, Any]:
    match command.said:
        case {"insee": str(insee)}:
            found = load_communes().get(insee)
            return _one(found) if found else _refuse("unknown")
        case {"lat": lat, "lon": lon}:
            nearest = load_communes().nearest(float(lat), float(lon))
            return _one(nearest) if nearest else _refuse("abroad")
        case {"text": str(text)}:
            return _meant(load_communes().find(text, near=_center(scene)))
        case _:
            return _refuse("unknown")


def _center(scene: Scene) -> str | None:
    """Around which commune names are looked for first: that of the home team."""
    known = scene.script.team in territory_names()
    return load_territory(scene.script.team).mission_locale.center if known else None


def _meant(found: tuple[Commune, ...]) -> dict[str, Any]:
    if not found:
        return _refuse("unknown")
    return _one(found[0]) if len(found) == 1 else {"among": [_one(c) for c in found]}


def _one(commune: Commune) -> dict[str, Any]:
    return {"insee": commune.insee, "name": commune.name, "departement": commune.departement}


def _refuse(reason: str) -> dict[str, Any]:
    raise NotPossible(reason)


def find_mission_locale(scene: Scene, command: FindMissionLocale) -> dict[str, Any]:
    """Who serves the commune: ours for certain or probably, else those to be checked, else the directory.

    Two that share it are both named, and neither is certain; what follows is with the first.
    """
    rows = serving(scene.tx, command.insee)
    scene.youth.mission_locale_id = None
    scene.youth.language = in_tone(scene.youth.language, rows[0][0] if rows else None)
    if not rows:
        return elsewhere(scene.tx, command.insee)
    (place, covered), *others = rows
    scene.youth.mission_locale_id = place.id
    move_home(scene)
    return {
        "id": place.id,
        "name": place.name,
        "served": True,
        "certain": covered.certain and not others,
        "others": ", ".join(other.name for other, _ in others),
        "example": covered.source.startswith(EXAMPLE),
        "link": place.website,
        "phone": place.phone,
        "address": "",
    }


def move_home(scene: Scene) -> None:
    """A handover that nobody has taken follows the youth; one of the home team leaves it for the right place."""
    homeless = update(Handover).where(
        col(Handover.conversation_id) == scene.row.id,
        col(Handover.closed_at).is_(None),
        or_(col(Handover.mission_locale_id).is_(None), col(Handover.mediator_id).is_(None)),
    )
    values: dict[str, Any] = {"mission_locale_id": scene.youth.mission_locale_id}
    if scene.row.owner != "mediator":  # whoever had it may not see it there: it is for all of the new team
        values |= {"mediator_id": None, "claimed_at": None}
    moved = homeless.values(**values).returning(col(Handover.id))
    for handover_id in scene.tx.execute(moved).scalars().all():
        _tell(scene, handover_id)


def _tell(scene: Scene, handover_id: int) -> None:
    """Those who can take it now, of this team, hear of it; who was told before is not told again."""
    handover = scene.tx.get_one(Handover, handover_id, populate_existing=True)
    if handover.mediator_id is None:
        kind: Kind = "urgent" if handover.danger else "opened"
        tell_team(scene.tx, scene.script, handover, kind, urgent=handover.urgent)


COMMANDS = {Locate: locate, FindMissionLocale: find_mission_locale}
