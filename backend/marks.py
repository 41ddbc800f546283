"""Bold, italic, links: a text and its marks, {type, offset, length, url?}, counted in UTF-16 units as Telegram does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

Mark: TypeAlias = dict[str, Any]
Marked: TypeAlias = tuple[str, list[Mark]]
PLAIN = ("bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "blockquote")
KINDS = frozenset((*PLAIN, "expandable_blockquote", "text_link", "url"))
MOST = 100
"""Marks of one text."""
LONGEST = 4000
"""Units of one message. Telegram takes 4096."""
CAPTION = 1000
"""Units of the words under a file. Telegram takes 1024."""
_TYPED = re.compile(
    r"\*\*(?=\S)(?P<bold>.{1,400}?)(?<=\S)\*\*"
    r"|(?<![\w/])__(?=\S)(?P<italic>.{1,400}?)(?<=\S)__(?!\w)"
    r"|\[(?P<label>[^\[\]\n]{1,200})\]\((?P<url>https?://[^\s()<>]{3,500})\)"
)


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_link(url: object) -> bool:
    """An address that may be opened: nothing that runs."""
    return isinstance(url, str) and url.lower().startswith(("http://", "https://"))


def kept(marks: Iterable[Mark], text: str) -> list[Mark]:
    """The marks that we know and that lie within the text."""
    end = units(text)
    inside = (m for m in marks if m["offset"] >= 0 < m["length"] and m["offset"] + m["length"] <= end)
    known = (m for m in inside if m["type"] in KINDS and (m["type"] != "text_link" or is_link(m.get("url"))))
    return [{k: m[k] for k in ("type", "offset", "length", "url") if m.get(k) is not None} for m in known][
        :MOST
    ]


def typed(text: str) -> Marked:
    """What **bold**, __italic__ and [label](https://…) of a typed text become."""
    plain, marks, last = "", [], 0
    for found in _TYPED.finditer(text):
        plain += text[last : found.start()]
        words = found["bold"] or found["italic"] or found["label"]
        mark: Mark = {"type": _kind(found), "offset": units(plain), "length": units(words)}
        marks.append(mark | {"url": found["url"]} if found["url"] else mark)
        plain, last = plain + words, found.end()
    return plain + text[last:], marks[:MOST]


def _kind(found: re.Match[str]) -> str:
    return "text_link" if found["url"] else "bold" if found["bold"] else "italic"


def pieces(text: str, marks: Sequence[Mark] = (), longest: int = LONGEST) -> list[Marked]:
    """A long text in parts, cut at words, each short enough for one message; a mark that is cut stands in both."""
    parts: list[Marked] = []
    at = 0
    while units(text) > longest:
        cut = _cut(text, longest)
        head, tail = text[:cut].rstrip(), text[cut:].lstrip()
        parts.append((head, _within(marks, at, units(head))))
        at += units(text) - units(tail)
        text = tail
    return [*parts, (text, _within(marks, at, units(text)))]


def _cut(text: str, longest: int) -> int:
    """Where to cut: before the last blank of what fits."""
    head = text[:longest]
    while (over := units(head) - longest) > 0:
        head = head[: -max(1, over // 2)]
    blank = max(head.rfind(" ", 1), head.rfind("\n", 1))
    return blank if blank > 0 else len(head)


def _within(marks: Sequence[Mark], start: int, length: int) -> list[Mark]:
    """The marks of a part, moved to it and cut at its edges."""
    moved = []
    for mark in marks:
        first = max(mark["offset"], start)
        last = min(mark["offset"] + mark["length"], start + length)
        if last > first:
            moved.append(mark | {"offset": first - start, "length": last - first})
    return moved
