"""A site as the fields of its form."""

from __future__ import annotations

from backend.console.hours_preview import written
from backend.places.editing import LENGTHS, version
from backend.places.models import Site
from backend.places.typed import label
from content.communes import load_communes

SAME = ("name", "kind", "postcode", "commune", "insee", "phone", "email", "website", "booking_mode")
BLANK = dict.fromkeys(
    (
        *SAME,
        *LENGTHS,
        "lat",
        "lon",
        "hours",
        "age_min",
        "age_max",
        "communes",
        "example",
        "checked",
        "seen",
        "nonce",
        "home",
    ),
    "",
) | {"kind": "outpost", "booking_mode": "both"}


def fields_of(site: Site) -> dict[str, str]:
    """What the form shows before anything is typed."""
    fields = {name: str(getattr(site, name)) for name in (*SAME, *LENGTHS)}
    fields |= {name: _number(getattr(site, name)) for name in ("lat", "lon", "age_min", "age_max")}
    fields |= {f"need-{need}": "on" for need in site.needs}
    fields["communes"] = "\n".join(_label(code) for code in site.communes)
    fields["hours"] = written(site.hours)
    fields["example"] = "on" if site.example else ""
    fields["seen"] = version(site)
    return {**BLANK, **fields}


def _number(value: float | None) -> str:
    return "" if value is None else str(value)


def _label(code: str) -> str:
    found = load_communes().get(code)
    return label(found) if found else code
