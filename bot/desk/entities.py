"""Telegram's HTML: text with tags in, plain text and entities out, refused in Telegram's words."""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from bot.desk.errors import Json, bad_request

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAME = re.compile(r"<([^\s>]*)(?=[\s>])")
_REST = re.compile(r"""((?:"[^"]*"|'[^']*'|[^>"'])*)>""")
_END = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"""([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")
_CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"«»]*[^\s<>\"«».,;:!?)])|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,64}\b)(?![/<>])"
)


def units(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts entities."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    attributes: dict[str, str]


@dataclass(slots=True)
class _Reading:
    """A parse under way: `length` is that of the plain text so far, in UTF-16 units."""

    source: str
    plain: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def refuse(self, problem: str, at: int, more: str = "") -> Exception:
        offset = len(self.source[:at].encode())
        return bad_request(f"can't parse entities: {problem} at byte offset {offset}{more}")

    def add_text(self, text: str) -> None:
        text = _CHARACTER.sub(lambda found: html.unescape(found.group()), text)
        self.plain.append(text)
        self.length += units(text)

    def open_tag(self, at: int) -> int:
        named = _NAME.match(self.source, at)
        if named is None:
            raise self.refuse("Unclosed start tag", at)
        tag = named.group(1).lower()
        if tag not in _TYPES:
            raise self.refuse(f'Unsupported start tag "{tag}"', at)
        rest = _REST.match(self.source, named.end())
        if rest is None:
            raise self.refuse("Unclosed start tag", at)
        attributes = _attributes(rest.group(1))
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self.refuse('Tag "span" must have class "tg-spoiler"', at)
        self.stack.append(_Open(tag, self.length, attributes))
        return rest.end()

    def close_tag(self, at: int) -> int:
        if not self.stack:
            raise self.refuse("Unexpected end tag", at)
        found = _END.match(self.source, at)
        if found is None:
            raise self.refuse("Unclosed end tag", at)
        opened, tag = self.stack.pop(), found.group(1).lower()
        if tag not in ("", opened.tag):
            more = f', expected "</{opened.tag}>", found "</{tag}>"'
            raise self.refuse("Unmatched end tag", at, more)
        self._close(opened)
        return found.end()

    def _close(self, opened: _Open) -> None:
        outer = self.stack[-1] if self.stack else None
        if outer is not None and (outer.tag, opened.tag) == ("pre", "code"):
            outer.attributes |= opened.attributes
        # Nothing else can be within code.
        if any(one.tag in ("pre", "code") for one in self.stack):
            return
        if self.length > opened.offset:
            entity = {"offset": opened.offset, "length": self.length - opened.offset}
            extra = _extra(opened)
            if extra is not None:
                self.entities.append(entity | extra)


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): html.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(text)}


def _extra(opened: _Open) -> Json | None:
    kind = _TYPES[opened.tag]
    if kind == "text_link":
        url = opened.attributes.get("href", "")
        return {"type": kind, "url": url} if url else None
    if kind == "custom_emoji":
        return {"type": kind, "custom_emoji_id": opened.attributes.get("emoji-id", "0")}
    if kind == "blockquote" and "expandable" in opened.attributes:
        return {"type": "expandable_blockquote"}
    language = opened.attributes.get("class", "").removeprefix("language-")
    return {"type": kind, "language": language} if kind == "pre" and language else {"type": kind}


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text, stripped at both ends as Telegram does, and its entities; 400 for what Telegram refuses."""
    if "<" not in source and "&" not in source:
        return source.strip(), []
    reading, at = _Reading(source), 0
    while at < len(source):
        if source[at] == "<":
            step = reading.close_tag if source.startswith("</", at) else reading.open_tag
            at = step(at)
        else:
            end = source.find("<", at)
            end = len(source) if end < 0 else end
            reading.add_text(source[at:end])
            at = end
    if reading.stack:
        problem = f'Can\'t find end tag corresponding to start tag "{reading.stack[-1].tag}"'
        raise bad_request(f"can't parse entities: {problem}")
    return strip("".join(reading.plain), reading.entities)


def strip(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without blanks at its ends, the entities moved and cut accordingly, in Telegram's order."""
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    end, kept = units(text), []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        length = min(entity["offset"] - lead + entity["length"], end) - start
        if length > 0:
            kept.append(entity | {"offset": start, "length": length})
    return text, sorted(kept, key=lambda one: (one["offset"], -one["length"]))


def found_in(text: str) -> list[Json]:
    """The links and commands that Telegram finds by itself."""
    if "/" not in text:
        return []
    found = []
    for match in _FOUND.finditer(text):
        span = {"offset": units(text[: match.start()]), "length": units(match.group())}
        found.append({"type": match.lastgroup, **span})
    return found


def check_entities(given: Any, text: str) -> list[Json]:
    """The entities that a bot sends with its text; 400 for those that Telegram cannot read.

    What lies outside the text, or is of a kind that Telegram finds by itself, is left out as Telegram does.
    """
    if not isinstance(given, list):
        raise bad_request("expected an Array of MessageEntity")
    return [one for one in (_checked(entity, text) for entity in given) if one is not None]


def _checked(entity: Any, text: str) -> Json | None:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    for name in ("offset", "length"):
        if not isinstance(entity.get(name), int):
            raise bad_request(f'can\'t parse MessageEntity: field "{name}" must be of type Number')
    if not isinstance(entity.get("type"), str):
        raise bad_request('can\'t parse MessageEntity: field "type" must be of type String')
    start, end = entity["offset"], entity["offset"] + entity["length"]
    if (
        start < 0
        or end <= start
        or end > units(text)
        or entity["type"] not in {*_TYPES.values(), "expandable_blockquote"}
    ):
        return None
    _whole(text, start, "begins")
    _whole(text, end, "ends")
    return dict(entity)


def _whole(text: str, at: int, edge: str) -> None:
    """Half an emoji cannot be bold."""
    points = text.encode("utf-16-le")
    if at * 2 < len(points) and 0xDC <= points[at * 2 + 1] <= 0xDF:
        raise bad_request(f"entity {edge} in a middle of a UTF-16 symbol at byte offset {at}")
