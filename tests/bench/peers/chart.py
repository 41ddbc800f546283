"""A chart of bars, as SVG: our own few lines."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

WIDTH, LABELS, ROW = 860, 340, 30


def chart(bars: Sequence[tuple[str, float]]) -> str:
    """One bar a line, longest value to the right edge; ours are filled darker."""
    longest = max(value for _, value in bars)
    rows = [_row(number, title, value, longest) for number, (title, value) in enumerate(bars)]
    height = ROW * len(bars) + 44
    box = f'viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="14"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
    ground = f'<rect width="{WIDTH}" height="{height}" fill="#faf6ee"/>'
    title = '<text x="12" y="24" fill="#1f2624" font-weight="bold">Updates answered per second</text>'
    return "\n".join([head, ground, title, *rows, "</svg>", ""])


def _row(number: int, title: str, value: float, longest: float) -> str:
    top = 40 + ROW * number
    length = max(2, (WIDTH - LABELS - 90) * value / longest)
    colour = "#0f5b5b" if title.startswith("Passerelle") else "#b9ab8f"
    label = f'<text x="12" y="{top + 15}" fill="#1f2624">{escape(title)}</text>'
    bar = f'<rect x="{LABELS}" y="{top}" width="{length:.0f}" height="20" rx="3" fill="{colour}"/>'
    figure = f'<text x="{LABELS + length + 8:.0f}" y="{top + 15}" fill="#1f2624">{value:,.0f}</text>'
    return label + bar + figure
