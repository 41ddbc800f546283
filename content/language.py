"""One language: its Fluent files. A message is parsed when it is first said, into patterns that know their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from content import helplines
from content.directions import ISOLATED, RIGHT_TO_LEFT, Isolating, finished, isolated
from content.written import Written, written


class MissingText(LookupError):
    """A key has no text in a language; the message names both."""


@dataclass(frozen=True)
class Text:
    """The words of one key. `variables` are the values they take; with none, `fixed` is what is said."""

    key: str
    texts: Texts
    pattern: Any
    variables: frozenset[str]
    fixed: str | None = None

    def say(self, values: Mapping[str, Any]) -> str:
        """The words with these values, already put into words. Raises MissingText."""
        said, errors = self.texts.bundle.format_pattern(self.pattern, dict(values))
        if errors:
            raise MissingText(f"text {self.key!r} in {self.texts.language!r} cannot be said: {errors[0]}")
        return self.texts.finish(str(said).strip())


def base(language: str) -> str:
    """The language that a variant (`fr-vous`) is a variant of; itself if it is none."""
    return language.partition("-")[0]


def read_language(folder: Path) -> Texts:
    """Every text of a folder by its key: `message` or `message.attribute`. Raises ContentError on what is no text.

    What a variant does not say, its language says.
    """
    former = folder.with_name(base(folder.name))
    mine = written(folder)
    return Texts(folder.name, mine.over(written(former)) if former != folder and former.is_dir() else mine)


class Texts(Mapping[str, Text]):
    """The texts of one language, made when they are first asked for."""

    def __init__(self, language: str, source: Written) -> None:
        self.language, self.source = language, source
        self.turned = base(language) in RIGHT_TO_LEFT
        self.finish: Callable[[str], str] = _finish(base(language))
        self._made: dict[str, Text] = {}
        self._parsed: dict[str, ast.Message | ast.Term] = {}

    @cached_property
    def bundle(self) -> FluentBundle:
        """Made when something is first said: with it comes a megabyte of what is known of the language."""
        said = isolated if self.turned else str
        functions = {"LINE": lambda name: said(_line_number(name)), ISOLATED: isolated}
        return FluentBundle([base(self.language)], use_isolating=False, functions=functions)

    def __getitem__(self, key: str) -> Text:
        made = self._made.get(key)
        return made or self._make(key, *self.source.keys[key])

    def __contains__(self, key: object) -> bool:
        return key in self.source.keys

    def __iter__(self) -> Iterator[str]:
        return iter(self.source.keys)

    def __len__(self) -> int:
        return len(self.source.keys)

    def _make(self, key: str, id_: str, source: str) -> Text:
        message, compiled = self._message(id_, source), self.bundle.get_message(id_)
        attribute = key.partition(".")[2]
        pattern = compiled.attributes[attribute] if attribute else compiled.value
        parts = (
            [a.value for a in message.attributes if a.id.name == attribute] if attribute else [message.value]
        )
        taken = frozenset(name for part in parts for name in self._taken(part))
        text = Text(key, self, pattern, taken)
        self._made[key] = text if taken else Text(key, self, pattern, taken, text.say({}))
        return self._made[key]

    def _message(self, id_: str, source: str) -> ast.Message | ast.Term:
        """Parsed once, with all that it refers to. Raises MissingText."""
        if id_ in self._parsed:
            return self._parsed[id_]
        resource = FluentResource(source)
        message = resource.body[0]
        if not isinstance(message, ast.Message | ast.Term):
            raise MissingText(f"text {id_!r} in {self.language!r} cannot be read: it is not Fluent")
        message.id.name = id_.removeprefix("-")
        for name in _found(message).referred:
            if name not in self.source.messages:
                raise MissingText(f"no text for {name!r} in {self.language!r}, which {id_!r} refers to")
            self._message(name, self.source.messages[name])
        if self.turned:
            Isolating().visit(message)
        self.bundle.add_resource(resource)
        self._parsed[id_] = message
        return message

    def _taken(self, part: ast.Pattern | None) -> Iterator[str]:
        """The names of the values that a part of a message takes, itself or through a text that stands in it."""
        found = _found(part)
        yield from found.names
        for name in found.referred:
            if not name.startswith("-"):
                yield from self._taken(self._parsed[name].value)


def _finish(language: str) -> Callable[[str], str]:
    """What is done to all that is said in a language."""
    if language == "fr":
        return typeset
    return finished if language in RIGHT_TO_LEFT else _with_apostrophes


def _with_apostrophes(text: str) -> str:
    return text.replace("'", "’")


def _found(node: ast.BaseNode | None) -> _Named:
    found = _Named()
    found.visit(node)
    return found


class _Named(Visitor):
    """What stands in a text between braces: values, and other texts."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.referred: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # the visitor's own name
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.referred.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802
        self.referred.add(f"-{node.id.name}")


def typeset(text: str) -> str:
    """French typography: narrow no-break spaces, curly apostrophes. Addresses of pages stay as they are."""
    text = text.replace("'", "’")
    text = re.sub(r"(?<![:;!?\s])[ \u00a0]?([;!?])(?=[\s;!?»).,]|$)", "\u202f\\1", text)
    text = re.sub(r"[ \u00a0\u202f]?»", "\u202f»", text)
    text = re.sub(r"«[ \u00a0\u202f]?", "«\u202f", text)
    text = re.sub(r" :(?=\s|$)", "\u202f:", text)
    return re.sub(r"(\d) (h|km|minutes)\b", "\\1\u202f\\2", text)


def _line_number(name: Any) -> Any:
    """`LINE("119")` in a text: the number of a help line, from the one reviewed table."""
    return helplines.helpline(str(name)).number
