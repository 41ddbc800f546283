"""What stands in a folder of texts, message by message. Nothing is parsed: a start reads every language there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content.rows import ContentError

_BEGINS = re.compile(r"(-?[A-Za-z][\w-]*) *=(.*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"^ +\.([A-Za-z][\w-]*) *=", re.MULTILINE)
_GOES_ON = (" ", "}", "[", "*")
_LITERAL = re.compile(r'\{ *"[^"\n]*" *\}')


@dataclass(frozen=True)
class Written:
    """The source of every message of one language, by its id; and of every text: `message` or `message.attribute`."""

    messages: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Of each text, the id of its message and the source."""

    def over(self, former: Written) -> Written:
        """This one where it says something, the former where it does not."""
        named = {key: (_told_apart(id_, self.messages), text) for key, (id_, text) in former.keys.items()}
        said = {id_ for key, (id_, _) in self.keys.items() if key == id_}
        mine = {id_: text for id_, text in self.messages.items() if id_ in said or id_ not in former.messages}
        return Written({**former.messages, **mine}, {**named, **self.keys})


def _told_apart(id_: str, others: Mapping[str, str]) -> str:
    """Two messages of one id may both be needed: an attribute of each."""
    return f"former-{id_}" if id_ in others else id_


def written(folder: Path) -> Written:
    """What the Fluent files of a folder say. Raises ContentError on what is no text, with its file and line."""
    messages: dict[str, str] = {}
    for file in sorted(folder.glob("*.ftl")):
        for id_, source in _messages(file):
            messages.setdefault(id_, source)
    keys = {key: (id_, source) for id_, source in messages.items() for key in _keys(id_, source)}
    return Written(messages, keys)


def _messages(file: Path) -> Iterator[tuple[str, str]]:
    said: list[str] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith(_GOES_ON):
            yield from _whole(file, said)
            said = []
            if line.startswith("#"):
                continue
            if not _BEGINS.match(line):
                raise ContentError(
                    f"{_named(file)}, line {number}: expected «key = words», got {line[:40]!r}"
                )
        elif line.strip() and not said:
            raise ContentError(f"{_named(file)}, line {number}: expected a key before {line.strip()[:40]!r}")
        said.append(line)
    yield from _whole(file, said)


def _whole(file: Path, lines: list[str]) -> Iterator[tuple[str, str]]:
    """The message that these lines are, if they are one. Braces must be closed, and a choice have its default."""
    source = "\n".join(lines)
    begins = _BEGINS.match(source)
    if begins is None:
        return
    bare = _LITERAL.sub("", source)
    if bare.count("{") != bare.count("}") or bare.count(" ->") > bare.count("*["):
        raise ContentError(
            f"{_named(file)}, {begins[1]}: expected every brace closed, and a *[default] in each choice"
        )
    yield begins[1], f"{source}\n"


def _keys(id_: str, source: str) -> Iterator[str]:
    begins, parts = _BEGINS.match(source), _ATTRIBUTE.split(source)
    if id_.startswith("-") or begins is None:
        return
    if parts[0].partition("=")[2].strip():
        yield id_
    yield from (f"{id_}.{name}" for name in parts[1::2])


def _named(file: Path) -> str:
    return f"texts/{file.parent.name}/{file.name}"
