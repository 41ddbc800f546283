"""Languages written from right to left: what is written the other way inside them is set apart by invisible signs."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from fluent.syntax import ast
from fluent.syntax.visitor import Transformer

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps"})
FIRST_STRONG, LEFT_TO_RIGHT, POP = "\u2068", "\u2066", "\u2069"
MARK = "\u200f"
"""A right-to-left letter that is not seen."""
STRONG = frozenset({"L", "R", "AL"})
_SET_APART = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
_ALONE = re.compile("[\u2066-\u2068]([^\u2066-\u2069\n]*)\u2069")
_COMMAND = re.compile(r"(?<![\w/.\u200e\u2066\u2068])/[a-z]+\b")
ISOLATED = "ISOLATED"
"""The function that each value goes through on its way into such a text."""


class Isolating(Transformer):
    """Lets every value that is said (not only asked about) pass through `ISOLATED`."""

    def visit_Placeable(self, node: ast.Placeable) -> ast.Placeable:  # noqa: N802  # the visitor's own name
        if isinstance(node.expression, ast.VariableReference):
            through = ast.CallArguments(positional=[node.expression])
            node.expression = ast.FunctionReference(ast.Identifier(ISOLATED), through)
            return node
        self.generic_visit(node)
        return node


def isolated(value: Any) -> Any:
    """Words in Latin letters, and numbers in several parts, each line by itself; the rest as it is."""
    if not isinstance(value, str):
        return value
    return "\n".join(f"{FIRST_STRONG}{line}{POP}" if _strays(line) else line for line in value.split("\n"))


def _strays(line: str) -> bool:
    """Whether it would be taken apart, or take along what stands beside it. What is set apart already would not."""
    bare = _SET_APART.sub("", line)
    ways = set(map(unicodedata.bidirectional, bare))
    in_parts = "EN" in ways and bare == line and not line.isdecimal() and ways.isdisjoint({"R", "AL"})
    return "L" in ways or in_parts


def finished(text: str) -> str:
    """`/rdv` keeps its bar before it, and a line its direction. What stands alone needs no sign."""
    if alone := _ALONE.fullmatch(text):
        return alone[1]
    marked = _COMMAND.sub(rf"{LEFT_TO_RIGHT}\g<0>{POP}", text) if "/" in text else text
    return "\n".join(_led(line) for line in marked.split("\n"))


def _led(line: str) -> str:
    """A line of ours that begins in Latin letters, even set apart: browsers look at the first letter, wherever it is."""
    ways = map(unicodedata.bidirectional, line)
    begins = next((way for way in ways if way in STRONG), "")
    return f"{MARK}{line}" if begins == "L" and _turned(line) else line


def _turned(line: str) -> bool:
    return not {"R", "AL"}.isdisjoint(map(unicodedata.bidirectional, _SET_APART.sub("", line)))
