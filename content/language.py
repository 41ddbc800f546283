"""One language: its Fluent files, read once into patterns that know which values they take."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from content import helplines


class MissingText(LookupError):
    """A key has no text in a language; the message names both."""


@dataclass(frozen=True)
class Text:
    """The words of one key. `variables` are the values they take; with none, `fixed` is what is said."""

    key: str
    language: str
    bundle: FluentBundle
    pattern: Any
    variables: frozenset[str]
    fixed: str | None = None

    def say(self, values: Mapping[str, Any]) -> str:
        """The words with these values, already put into words. Raises MissingText."""
        said, errors = self.bundle.format_pattern(self.pattern, dict(values))
        if errors:
            raise MissingText(f"text {self.key!r} in {self.language!r} cannot be said: {errors[0]}")
        text = str(said).strip().replace("'", "’")
        return typeset(text) if base(self.language) == "fr" else text


def base(language: str) -> str:
    """The language that a variant (`fr-vous`) is a variant of; itself if it is none."""
    return language.partition("-")[0]


def read_language(folder: Path) -> dict[str, Text]:
    """Every text of a folder by its key: `message` or `message.attribute`."""
    bundle = FluentBundle([base(folder.name)], use_isolating=False, functions={"LINE": _line_number})
    files = [FluentResource(f.read_text(encoding="utf-8")) for f in sorted(folder.glob("*.ftl"))]
    for file in files:
        bundle.add_resource(file)
    messages = {m.id.name: m for file in files for m in file.body if isinstance(m, ast.Message)}
    every = (text for m in messages.values() for text in _texts(folder.name, bundle, m, messages))
    return {text.key: text for text in every}


def _texts(
    language: str, bundle: FluentBundle, message: ast.Message, messages: Mapping[str, ast.Message]
) -> list[Text]:
    name, compiled = message.id.name, bundle.get_message(message.id.name)
    parts = [(name, compiled.value, message.value)]
    parts += [(f"{name}.{a.id.name}", compiled.attributes[a.id.name], a.value) for a in message.attributes]
    return [
        _text(key, language, bundle, pattern, _taken(written, messages))
        for key, pattern, written in parts
        if written
    ]


def _text(key: str, language: str, bundle: FluentBundle, pattern: Any, taken: frozenset[str]) -> Text:
    text = Text(key, language, bundle, pattern, taken)
    return text if taken else Text(key, language, bundle, pattern, taken, text.say({}))


def _taken(written: ast.Pattern, messages: Mapping[str, ast.Message]) -> frozenset[str]:
    found = _Variables(messages)
    found.visit(written)
    return frozenset(found.names)


class _Variables(Visitor):
    """The names of the values that a pattern takes, itself or through a text that stands in it."""

    def __init__(self, messages: Mapping[str, ast.Message]) -> None:
        self.messages = messages
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # the visitor's own name
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        referred = self.messages.get(node.id.name)
        if referred is None or referred.value is None:
            raise MissingText(f"no text for {node.id.name!r}, which another one refers to")
        self.visit(referred.value)


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
