"""All that a text can say, whatever its values: every alternative of every choice in it."""

from __future__ import annotations

from itertools import product

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from content.language import Texts

VALUE, LINE = "Claire", "119"
"""What stands for a value, and for the number of a help line."""


def readings(texts: Texts, key: str) -> list[str]:
    """With a name in the place of every value."""
    _, source = texts.source.keys[key]
    attribute = key.partition(".")[2]
    (message,) = FluentParser().parse(source).body
    assert isinstance(message, ftl.Message)
    parts = {"": message.value, **{a.id.name: a.value for a in message.attributes}}
    return _pattern(texts, parts[attribute])


def _pattern(texts: Texts, pattern: ftl.Pattern | None) -> list[str]:
    if pattern is None:
        return [""]
    each = [_element(texts, element) for element in pattern.elements]
    return ["".join(parts) for parts in product(*each)]


def _element(texts: Texts, element: ftl.TextElement | ftl.Placeable) -> list[str]:
    if isinstance(element, ftl.TextElement):
        return [element.value]
    match element.expression:
        case ftl.SelectExpression(variants=variants):
            return sorted({said for v in variants for said in _pattern(texts, v.value)})
        case ftl.MessageReference(id=named):
            return readings(texts, named.name)
        case ftl.StringLiteral() as literal:
            return [str(literal.parse()["value"])]
        case ftl.FunctionReference():
            return [LINE]
        case _:
            return [VALUE]
