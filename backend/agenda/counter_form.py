"""What was typed at the counter: whom to receive and how, or what is wrong, field by field."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from backend.agenda.callers import Caller
from backend.agenda.models import Motive
from backend.places import typed
from backend.places.typed import Typed, Wrong
from content.communes import Commune
from content.loader import QUESTIONNAIRES, need_ids
from flows.phone import a_number

BRACKETS = ("from_16", "from_18")
WAYS = ("place", "phone", "home")


@dataclass(frozen=True)
class Choices:
    """What may be chosen from. `near`: the commune around which communes are looked for; `today` where they are."""

    home: int
    motives: Collection[Motive]
    sites: Collection[int]
    near: str | None
    today: date


@dataclass(frozen=True)
class Reading:
    """`caller` is there if nothing is wrong; `day` is from when slots are wanted."""

    caller: Caller | None = None
    day: date | None = None
    wrong: dict[str, Wrong] = field(default_factory=dict)
    commune: Commune | None = None


def read(fields: Mapping[str, str], choices: Choices) -> Reading:
    """Everything that was typed."""
    form = Typed(fields)
    name, mode = form.text("first_name", 40, needed=True), form.one_of("mode", WAYS)
    bracket, phone = form.one_of("bracket", BRACKETS), form.read("phone", number)
    motive = next((m for m in choices.motives if str(m.id) == form.get("motive")), None)
    _fits(form, motive, mode)
    if mode == "phone" and phone == "":
        form.refuse("phone", Wrong("to_call"))
    there = _commune(form, choices.near, needed=mode == "home")
    site, day = _site(form, choices.sites), _day(form, choices.today)
    if motive is None or form.wrong:
        return Reading(None, day, form.wrong, there)
    needs = tuple(need for need in sorted(need_ids(QUESTIONNAIRES)) if form.get(f"need-{need}"))
    place = (there.insee, there.name) if there else ("", "")
    caller = Caller(choices.home, name, bracket, motive, mode, needs, phone, *place, site)
    return Reading(caller, day, {}, there)


def number(text: str) -> str:
    """A telephone number as it is kept; empty if none was given."""
    found = a_number(text) if text else ""
    if found is None:
        raise Wrong("phone")
    return found


def _fits(form: Typed, motive: Motive | None, mode: str) -> None:
    """A motive that is never met so gives no slot: better said at once."""
    if motive is None:
        form.refuse("motive", Wrong("choose"))
    elif "mode" not in form.wrong and mode not in motive.modes:
        form.refuse("mode", Wrong("not_so"))


def _commune(form: Typed, near: str | None, *, needed: bool) -> Commune | None:
    """At home, it is all that is kept of where."""
    if not needed and not form.get("commune"):
        return None
    found: Commune | None = form.read("commune", typed.commune, form.get("insee"), near)
    return found


def _site(form: Typed, sites: Collection[int]) -> int | None:
    """Wherever, or one of these."""
    given = form.get("site")
    if given and given not in {str(site) for site in sites}:
        form.refuse("site", Wrong("choose"))
        return None
    return int(given) if given and form.get("mode") == "place" else None


def _day(form: Typed, today: date) -> date | None:
    if not form.get("from"):
        return None
    days: tuple[date, date] | None = form.read("from", typed.days, "", today)
    return days[0] if days else None
