"""Contrasts of both themes, computed: of the console and the public pages, and of the desk's phones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from backend.console.rendering import STATIC
from bot.desk import page as desk

TEXT, SHAPE = 4.5, 3.0
"""WCAG 2.2 AA: 1.4.3 for words, 1.4.11 for edges of what one can press."""
GROUNDS = ("paper", "sheet", "shade", "teal-soft", "brick-soft", "amber-soft")
WORDS = [
    *[("ink", ground) for ground in GROUNDS],
    *[("muted", ground) for ground in GROUNDS],
    *[("teal", ground) for ground in ("paper", "sheet", "shade", "teal-soft", "amber-soft")],
    *[("brick", ground) for ground in ("paper", "sheet", "shade", "brick-soft", "teal-soft")],
    *[("amber", ground) for ground in GROUNDS],
    ("on-teal", "teal"),
    ("on-teal", "teal-strong"),
    ("sheet", "brick"),
    ("ink", "land"),
    ("ink", "served"),
    ("muted", "land"),
]
"""Every colour of words over every ground that may lie behind them."""
EDGES = [
    *[("teal", ground) for ground in (*GROUNDS, "land", "served")],
    *[("edge", ground) for ground in ("paper", "sheet")],
    ("brick", "sheet"),
]
"""Edges of fields, marks on the map, and the ring of the focus (teal) over all that it may lie on."""
PHONES = ("paper", "sheet", "chat", "mine")
SAID = [(words, ground) for words in ("ink", "soft") for ground in PHONES] + [("teal-ink", "teal")]
RINGS = [("focus", ground) for ground in PHONES]


def themes(file: Path = STATIC / "console.css") -> dict[str, dict[str, str]]:
    """The colour tokens of the light theme, and those of the dark one over them."""
    light, dark = re.findall(r":root \{(.*?)\}", file.read_text(encoding="utf-8"), re.DOTALL)
    tokens = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in (light, dark)]
    assert set(tokens[0]) == set(tokens[1]), "a colour of one theme is missing in the other"
    return {"light": tokens[0], "dark": tokens[1]}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_the_one_that_is_defined():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(WORDS, TEXT), (EDGES, SHAPE)], ids=["words", "edges"])
def test_both_themes_have_enough_contrast(theme, pairs, least):
    assert weak(themes()[theme], pairs, least) == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(SAID, TEXT), (RINGS, SHAPE)], ids=["words", "edges"])
def test_the_phones_of_the_desk_have_enough_contrast(theme, pairs, least):
    assert weak(themes(Path(desk.STATIC) / "desk.css")[theme], pairs, least) == {}


def weak(colours, pairs, least) -> dict[tuple[str, str], float]:
    """The pairs that are too close, each with its ratio."""
    ratios = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    return {pair: ratio for pair, ratio in ratios.items() if ratio < least}
