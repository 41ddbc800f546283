"""What may stand of another directory's values, and who is named to a young person. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import isfinite
from typing import Any
from urllib.parse import urlsplit

from content.communes import Commune
from content.distance import kilometres
from content.plain import plain

Point = tuple[float, float]
SHORT, LONGEST_LINK = 300, 500
FAR_KM, FAR_OVERSEAS_KM = 50.0, 300.0
"""How far from the point of its commune something may be: Guyane has very wide communes."""
SHOWN = 3
OLDEST = date(2000, 1, 1)
"""Stands where a source does not say when it last looked."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9_-]{1,63}\.)+[a-z][a-z0-9-]{1,62}", re.IGNORECASE)
_INTERNATIONAL = re.compile(r"\+[1-9]\d{7,14}")
_NATIONAL = re.compile(r"0[1-9]\d{8}")
_SHORT_NUMBER = re.compile(r"[13]\d{1,3}|3\d{3}|116\d{3}")


def clean(text: str | None, longest: int = SHORT) -> str:
    """One line of plain text: no control or direction marks, spaces once, cut at a word. Markup stays as written."""
    if not text:
        return ""
    line = " ".join((text if text.isprintable() else _CONTROL.sub(" ", text)).split())
    if len(line) <= longest:
        return line
    return line[: longest - 1].rpartition(" ")[0].rstrip(" ,;:.") + "…" if " " in line else line[:longest]


def safe_link(url: object) -> str:
    """A page on the web that a button may open; empty for anything else (other schemes, machines, passwords)."""
    link = str(url or "").strip()
    if len(link) > LONGEST_LINK or not link.isascii() or not link.isprintable() or " " in link:
        return ""
    try:
        parts = urlsplit(link)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    named = parts.scheme in {"http", "https"} and not parts.username and port is None
    return link if named and _HOST.fullmatch(host) else ""


def phone(written: str | None) -> str:
    """A number as people read it (`03 86 00 00 00`, `+262…`, `3949`); empty if it cannot be one number."""
    number = re.sub(r"[\s.\-()/\u00a0\u202f]", "", (written or "").replace("(0)", ""))
    number = re.sub(r"^(\+33|0033)0?(?=\d{9}$)", "0", number)
    number = re.sub(r"^00", "+", number)
    if _NATIONAL.fullmatch(number):
        return " ".join(number[i : i + 2] for i in range(0, 10, 2))
    return number if _INTERNATIONAL.fullmatch(number) or _SHORT_NUMBER.fullmatch(number) else ""


def placed(lat: float | None, lon: float | None, commune: Commune | None) -> Point | None:
    """The point, if it is one and lies around its commune."""
    if lat is None or lon is None or not (isfinite(lat) and isfinite(lon)):
        return None
    if not (abs(lat) <= 90 and abs(lon) <= 180) or (lat, lon) == (0, 0):
        return None
    if commune is None or commune.point is None:
        return (lat, lon)
    far = FAR_OVERSEAS_KM if commune.departement >= "97" else FAR_KM
    return (lat, lon) if kilometres((lat, lon), commune.point) <= far else None


def reach(service: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows by which a service is found: need by zone. None if no young person may be sent there.

    Who can be visited is found by where they are; who is at a distance, by a zone smaller than the country:
    a national list in no order would help nobody.
    """
    if not service["shown"]:
        return []
    here, visited = service["lat"] is not None, is_visited(service["modes"])
    zones = service["zones"] if visited else [z for z in service["zones"] if z != "france"]
    if visited and not here:
        return []
    point = {"lat": service["lat"], "lon": service["lon"]} if visited else {"lat": None, "lon": None}
    return [{"need": need, "zone": zone, **point} for need in service["needs"] for zone in zones]


def is_visited(modes: Sequence[str]) -> bool:
    return not modes or "en-presentiel" in modes


def chosen(found: Mapping[str, Iterable[Mapping[str, Any]]], count: int = SHOWN) -> list[Mapping[str, Any]]:
    """At most `count` partners, each once: the nearest for each need in turn, the need put first leading.

    `found`: for each need its offers, the nearest first, with `name` and `insee`.
    """
    queues = [iter(offers) for offers in found.values()]
    kept: dict[tuple[str, str], Mapping[str, Any]] = {}
    while queues and len(kept) < count:
        queue = queues.pop(0)
        offer = next((o for o in queue if _same(o) not in kept), None)
        if offer is not None:
            kept[_same(offer)] = offer
            queues.append(queue)
    return list(kept.values())


def _same(offer: Mapping[str, Any]) -> tuple[str, str]:
    """Several sources name one place: the same name in the same commune is one."""
    return plain(offer["name"]), offer["insee"]
