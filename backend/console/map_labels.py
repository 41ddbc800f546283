"""Names beside points on a map: each where it touches neither a point nor another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from backend.places.models import Site

Point = tuple[float, float]
"""(latitude, longitude), or (x, y) on the drawing."""
Box = tuple[float, float, float, float]
"""left, top, right, bottom."""
LINE, LETTER, LONGEST = 12.0, 6.6, 24
"""Height of a name, width of one of its letters, letters at most."""
SPOT = 7.0
IMPORTANT = ("head_office", "branch")


@dataclass(frozen=True)
class Label:
    """A site on the map, and where its name begins; `led`: a thin line leads from the point to it.

    `text` is empty where no room is left for it: the list has it.
    """

    site: Site
    x: float
    y: float
    text: str = ""
    text_x: float = 0.0
    text_y: float = 0.0
    led: bool = False

    @property
    def anchor(self) -> str:
        """As SVG says it: a name that stands left of its point ends there, however wide its letters are."""
        return "end" if self.end <= self.x else "start"

    @property
    def end(self) -> float:
        return round(self.text_x + len(self.text) * LETTER, 1)


def place(points: Sequence[tuple[Site, Point]], width: float, height: float) -> tuple[Label, ...]:
    """Head offices and branches are named first, then from north to south."""
    communes = [site.commune for site, _ in points]
    taken = [(x - SPOT, y - SPOT, x + SPOT, y + SPOT) for _, (x, y) in points]
    labels = []
    for site, point in sorted(points, key=lambda one: (one[0].kind not in IMPORTANT, one[1][1], one[0].name)):
        text = _short(site.name if communes.count(site.commune) > 1 else site.commune)
        label, box = _placed(site, point, text, (width, height), taken)
        taken += [box] if box else []
        labels.append(label)
    return tuple(labels)


def _placed(
    site: Site, point: Point, text: str, paper: Point, taken: Sequence[Box]
) -> tuple[Label, Box | None]:
    x, y = point
    wide = len(text) * LETTER
    for left, middle, led in _places(x, y, wide):
        box = (left, middle - LINE / 2, left + wide, middle + LINE / 2)
        if not _inside(box, paper) or any(_touch(box, other) for other in taken):
            continue
        end = (left if left > x else left + wide, middle)
        if not led or _clear(point, end, taken):
            return Label(site, x, y, text, round(left, 1), round(middle + 4, 1), led), box
    return Label(site, x, y), None


def _places(x: float, y: float, wide: float) -> Iterator[tuple[float, float, bool]]:
    """Where a name may begin: right, left, below, above; then farther away, with a line that leads to it."""
    yield x + SPOT + 2, y, False
    yield x - SPOT - 2 - wide, y, False
    yield x - wide / 2, y + SPOT + LINE / 2, False
    yield x - wide / 2, y - SPOT - LINE / 2, False
    for far in range(12, 120, 6):
        for across, down in product(
            (far, far / 2, 2), (0, far / 2, -far / 2, far, -far, 1.5 * far, -1.5 * far)
        ):
            yield x + across, y + down, True
            yield x - across - wide, y + down, True


def _clear(point: Point, end: Point, taken: Sequence[Box]) -> bool:
    """Whether the line that leads to a name crosses nothing but its own point."""
    (x, y), (to_x, to_y) = point, end
    steps = [(x + (to_x - x) * n / 12, y + (to_y - y) * n / 12) for n in range(13)]
    own = (x - SPOT, y - SPOT, x + SPOT, y + SPOT)
    dots = [(px, py, px, py) for px, py in steps]
    return not any(_touch(dot, other) for dot in dots for other in taken if other != own)


def _inside(box: Box, paper: Point) -> bool:
    left, top, right, bottom = box
    return left >= 0 and top >= 0 and right <= paper[0] and bottom <= paper[1]


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
