"""Templates to pages. French stands in the templates; its narrow spaces are set here."""

from __future__ import annotations

import re
import secrets
import zlib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined

from backend.console.labels import Labels
from content.aids import load_aids
from content.spoken_hours import spoken
from content.wording import typeset as french

HERE = Path(__file__).parent
STATIC = HERE / "static"
_CODE = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)


class Typographic(BaseLoader):
    """Templates are written with plain spaces; French wants narrow no-break ones before ; : ! ? »."""

    def __init__(self, root: Path) -> None:
        self.files = FileSystemLoader(root)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = self.files.get_source(environment, template)
        pieces = _CODE.split(source)
        return "".join(p if p.startswith("{") else typeset(p) for p in pieces), path, fresh


def typeset(text: str) -> str:
    """Narrow no-break spaces where a plain space was typed."""
    text = re.sub(r" ([;:!?»])", "\u202f\\1", text)
    return text.replace("« ", "«\u202f")


class Pages:
    """Renders pages and fragments of them."""

    def __init__(self, labels: Labels, zone: str) -> None:
        self.labels = labels
        self.zone = zone
        self.environment = Environment(
            loader=Typographic(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters.update(
            hour=self.hour,
            day=self.day,
            iso=_iso,
            minutes=minutes,
            typeset=typeset,
            french=french,
            local=self.local,
            dialled=dialled,
            phone=phone,
            spoken=spoken,
            moment=self.moment,
            spoken_times=_spoken_times,
            dated=labels.dated,
            capitalized=_capitalized,
        )
        self.environment.globals.update(
            term=labels.term, new_nonce=_nonce, asset=asset, labels=labels, aids=load_aids
        )

    def render(self, template: str, **context: Any) -> str:
        return self.environment.get_template(template).render(context)

    def macro(self, template: str, name: str) -> Callable[..., str]:
        """A macro of a template, to render one fragment of a page."""
        found: Callable[..., str] = getattr(self.environment.get_template(template).module, name)
        return found

    def local(self, at: datetime, zone: str | None = None) -> datetime:
        return at.astimezone(ZoneInfo(zone or self.zone))

    def hour(self, at: datetime, zone: str | None = None) -> str:
        return self.labels.hour(self.local(at, zone))

    def moment(self, iso: str, zone: str | None = None) -> str:
        return self.labels.moment(self.local(datetime.fromisoformat(iso), zone))

    def day(self, at: datetime | date, zone: str | None = None) -> str:
        day = self.local(at, zone).date() if isinstance(at, datetime) else at
        return self.labels.day(day)


def _nonce() -> str:
    """What makes a form count once."""
    return secrets.token_urlsafe(12)


def minutes(wait: timedelta) -> int:
    return max(0, int(wait.total_seconds() // 60))


def phone(number: str) -> str:
    """A French number in pairs, as people read it out; another one as it was typed."""
    bare = re.sub(r"[\s.\-]", "", number)
    if not re.fullmatch(r"0\d{9}", bare, re.ASCII):
        return number
    return "\u00a0".join(bare[i : i + 2] for i in range(0, 10, 2))


def dialled(number: str) -> str:
    """The address that dials a number, however it was typed."""
    digits = "".join(c for c in number if c.isascii() and c.isdigit())
    return f"tel:{'+' if number.strip().startswith('+') else ''}{digits}"


def asset(name: str) -> str:
    """The address of a static file; it changes with the file, so that browsers may keep it."""
    return f"/static/{name}?v={zlib.crc32((STATIC / name).read_bytes()):08x}"


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _capitalized(text: str) -> str:
    """The first letter only: names inside keep theirs."""
    return text[:1].upper() + text[1:]


def _spoken_times(times: str) -> str:
    """Times without days, such as `14:00-17:00`: what is said of every day, from the first digit on."""
    return re.sub(r"^\D+", "", spoken(f"Mo-Su {times}"))
