"""An opening as the fields of its form."""

from __future__ import annotations

from collections.abc import Sequence

from backend.agenda.models import Motive, Opening
from backend.agenda.opening_store import version
from backend.console.hours_preview import written
from backend.places.typed import label
from content.communes import load_communes

NAMES = ("advisor", "site", "room", "hours", "since", "until", "age_min", "age_max", "communes", "buffer")
BLANK = dict.fromkeys((*NAMES, "max_a_day", "seen", "nonce", "home"), "")
NEW = {**BLANK, "mode-place": "on", "buffer": "10"}


def fields_of(opening: Opening, motives: Sequence[Motive]) -> dict[str, str]:
    """What the form shows before anything is typed."""
    found = {
        "advisor": str(opening.advisor_id),
        "site": _said(opening.site_id),
        "room": _said(opening.room_id),
        "hours": written(opening.hours),
        "since": _said(opening.since),
        "until": _said(opening.until),
        "age_min": _said(opening.age_min),
        "age_max": _said(opening.age_max),
        "communes": "\n".join(_commune(code) for code in opening.communes),
        "buffer": _said(opening.buffer_minutes),
        "max_a_day": _said(opening.max_a_day),
        "seen": version(opening),
        "home": str(opening.mission_locale_id),
    }
    ticked = [f"mode-{mode}" for mode in opening.modes] + [f"need-{need}" for need in opening.needs]
    ticked += [f"motive-{m.id}" for m in motives if m.slug in opening.motives]
    return {**BLANK, **found, **dict.fromkeys(ticked, "on")}


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _commune(code: str) -> str:
    found = load_communes().get(code)
    return label(found) if found else code
