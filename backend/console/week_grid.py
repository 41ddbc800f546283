"""Where everything stands on a page of days and hours, purely: minutes since seven, lanes side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from backend.agenda.conflicts import Conflicts
from backend.agenda.staff import Visit
from backend.agenda.week import Ground

FIRST, LAST = 7, 20
"""The hours that are drawn. What lies outside is drawn at the edge, and its hour said."""
SHORTEST = 30
"""Minutes that a block is high at least: its words need room."""
SIDE_BY_SIDE = 3
"""More than so many at once are counted instead, where days are narrow."""
STEP = 5
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Spot:
    """From when and how long, in minutes; `lane` of `lanes` side by side."""

    begin: int
    minutes: int
    lane: int = 0
    lanes: int = 1

    @property
    def end(self) -> int:
        return self.begin + self.minutes

    @property
    def css(self) -> str:
        """The classes of agenda.css that put it there: no page of ours carries styles of its own."""
        hour, minute = divmod(self.begin, 60)
        hours, minutes = divmod(self.minutes, 60)
        return f"h{hour} m{minute} lh{hours} lm{minutes} lane{self.lane} of{self.lanes}"


@dataclass(frozen=True)
class Block:
    spot: Spot
    visit: Visit
    conflict: str | None = None
    folded: bool = False
    """One of too many: on a wide page the sum of them is shown."""


@dataclass(frozen=True)
class Patch:
    """A ground of the page: `about` is a place or a reason."""

    spot: Spot
    ground: Ground
    starts_at: datetime
    ends_at: datetime
    """As far as it falls on this day."""
    whole: bool
    """All day long."""


@dataclass(frozen=True)
class More:
    """So many others stand there."""

    spot: Spot
    count: int


@dataclass(frozen=True)
class Column:
    """A day, or an advisor on a day."""

    day: date
    title: str
    advisor_id: int | None
    blocks: tuple[Block, ...]
    patches: tuple[Patch, ...]
    mores: tuple[More, ...]


@dataclass(frozen=True)
class Scenery:
    """All that is drawn, in the zone of the place."""

    visits: Sequence[Visit]
    grounds: Sequence[Ground]
    conflicts: Conflicts
    zone: str


def column(scene: Scenery, day: date, title: str = "", advisor_id: int | None = None) -> Column:
    """What falls on a day, of everyone or of one advisor."""
    morning = datetime.combine(day, datetime.min.time(), ZoneInfo(scene.zone))
    span = morning, datetime.combine(day + timedelta(days=1), datetime.min.time(), ZoneInfo(scene.zone))
    mine = [v for v in scene.visits if _within(v, span) and advisor_id in (None, v.advisor_id)]
    blocks = [Block(spot(v, span, SHORTEST), v, scene.conflicts.get(v.id)) for v in mine]
    grounds = [g for g in scene.grounds if _within(g, span) and advisor_id in (None, g.advisor_id)]
    patches = [_patch(g, span) for g in grounds]
    shown, mores = folded(lanes(blocks)) if advisor_id is None else (lanes(blocks), [])
    drawn = (p for p in patches if p.spot.minutes > 0)
    return Column(day, title, advisor_id, tuple(shown), tuple(drawn), tuple(mores))


def _patch(ground: Ground, span: Span) -> Patch:
    begins, ends = max(ground.starts_at, span[0]), min(ground.ends_at, span[1])
    return Patch(spot(ground, span), ground, begins, ends, (begins, ends) == span)


def spot(one: Visit | Ground, span: Span, least: int = 0) -> Spot:
    """Where it stands among the hours drawn, by the clock on the wall; `least` minutes high."""
    begin, end = _wall(one.starts_at, span), _wall(one.ends_at, span)
    lowest = max(FIRST * 60, min(begin, LAST * 60 - least))
    highest = min(LAST * 60, max(end, lowest + least))
    lowest, highest = lowest // STEP * STEP, -(-highest // STEP) * STEP
    return Spot(lowest, highest - lowest)


def _wall(at: datetime, span: Span) -> int:
    """Minutes since midnight of that day; what is before or after is cut."""
    if at <= span[0]:
        return 0
    if at >= span[1]:
        return 24 * 60
    local = at.astimezone(span[0].tzinfo)
    return local.hour * 60 + local.minute


def _within(one: Visit | Ground, span: Span) -> bool:
    return one.starts_at < span[1] and one.ends_at > span[0]


def lanes(blocks: Iterable[Block]) -> list[Block]:
    """Those that overlap stand side by side."""
    placed: list[Block] = []
    for cluster in clusters(blocks):
        ends: list[int] = []
        found = []
        for block in cluster:
            lane = next((n for n, end in enumerate(ends) if end <= block.spot.begin), len(ends))
            ends[lane : lane + 1] = [block.spot.end]
            found.append((block, lane))
        placed += [replace(b, spot=replace(b.spot, lane=lane, lanes=len(ends))) for b, lane in found]
    return placed


def clusters(blocks: Iterable[Block]) -> list[list[Block]]:
    """Chains of blocks that touch each other in time."""
    found: list[list[Block]] = []
    until = -1
    for block in sorted(blocks, key=lambda b: (b.spot.begin, b.visit.id)):
        if block.spot.begin >= until:
            found.append([])
        found[-1].append(block)
        until = max(until, block.spot.end)
    return found


def folded(blocks: list[Block]) -> tuple[list[Block], list[More]]:
    """Where too many stand side by side, the last lane says how many there are."""
    shown, mores = [], []
    for cluster in clusters(blocks):
        crowded = max(b.spot.lanes for b in cluster) > SIDE_BY_SIDE
        last = SIDE_BY_SIDE - 1
        for block in cluster:
            hidden = crowded and block.spot.lane >= last
            kept = replace(block.spot, lanes=SIDE_BY_SIDE) if crowded else block.spot
            shown.append(replace(block, spot=kept, folded=hidden))
        out = [b.spot for b in shown[-len(cluster) :] if b.folded]
        if out:
            begin, end = min(s.begin for s in out), max(s.end for s in out)
            mores.append(More(Spot(begin, end - begin, last, SIDE_BY_SIDE), len(out)))
    return shown, mores
