"""A text with its marks as HTML: whatever stands in it stays words, and only the web can be opened."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from markupsafe import Markup, escape

from backend.marks import is_link

TAGS = {
    "bold": "strong",
    "italic": "em",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "code",
    "spoiler": "mark",
}
LINKS = ("text_link", "url")


def to_html(text: str, marks: Sequence[dict[str, Any]]) -> Markup:
    """Cut at every edge of a mark; each piece wears the marks that lie over it, so that tags always close."""
    if not marks:
        return escape(text)
    points = text.encode("utf-16-le", "surrogatepass")
    edges = {edge for m in marks for edge in (m["offset"], m["offset"] + m["length"])}
    cuts = sorted({0, len(points) // 2} | {edge for edge in edges if 0 < edge < len(points) // 2})
    return Markup("").join(_piece(points, start, end, marks) for start, end in pairwise(cuts))


def _piece(points: bytes, start: int, end: int, marks: Sequence[dict[str, Any]]) -> Markup:
    shown = escape(points[2 * start : 2 * end].decode("utf-16-le", "replace"))
    for mark in (m for m in marks if m["offset"] <= start and end <= m["offset"] + m["length"]):
        shown = _link(shown, mark, points) if mark["type"] in LINKS else _worn(shown, mark["type"])
    return shown


def _worn(shown: Markup, kind: str) -> Markup:
    tag = TAGS.get(kind)
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), shown) if tag else shown  # noqa: S704  our own tags


def _link(shown: Markup, mark: dict[str, Any], points: bytes) -> Markup:
    """The whole address is told beside: a label may say something else."""
    first, last = 2 * mark["offset"], 2 * (mark["offset"] + mark["length"])
    url = mark.get("url") or points[first:last].decode("utf-16-le", "replace")
    if not is_link(url):
        return shown
    return Markup('<a href="{0}" title="{0}" target="_blank" rel="noopener noreferrer">{1}</a>').format(
        url, shown
    )
