"""Small things asked often: a commune, proposals, danger in a message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from sqlmodel import col, select

from backend.agenda.models import Motive
from backend.agenda.offers import point_of, propose
from backend.agenda.queries import Wish
from content.communes import load_communes
from content.danger import danger_kind
from tests.bench.corridor import opened
from tests.clock import MONDAY

WAYS = ("{}", "j'habite à {}", "{} stp", "je suis de {} en ce moment")
MESSAGES = (
    "bonjour je cherche un travail vers Nevers, j'ai pas de permis mais je peux prendre le bus",
    "ça va pas trop en ce moment, j'ai des dettes et mes parents me soûlent",
    "ok merci",
    "je veux mourir",
)


def spread(calls: Sequence[Callable[[], object]], unit: float = 1e3) -> dict[str, float]:
    """Median and 99th percentile of some calls, in ms unless another unit is given."""
    taken = []
    for call in calls:
        began = perf_counter()
        call()
        taken.append((perf_counter() - began) * unit)
    return {"median": median(taken), "p99": quantiles(taken, n=100)[-1], "calls": len(taken)}


def communes() -> dict[str, Any]:
    """Typed places: right, wrapped in words, and with a letter missing."""
    every = load_communes()
    names = [c.name for c in every.all[:: max(1, len(every.all) // 120)]]
    typed = [WAYS[i % len(WAYS)].format(name) for i, name in enumerate(names)]
    wrong = [name[:2] + name[3:] for name in names if len(name) > 5]
    return {
        "typed": spread([lambda text=text: every.find(text) for text in typed]),
        "misspelt": spread([lambda text=text: every.find(text) for text in wrong]),
    }


def proposals(url: str) -> dict[str, float]:
    """The search for the nearest and the soonest place, for six communes and three brackets of needs."""
    wanted = [
        (insee, need)
        for insee in ("58194", "58134", "58095", "58273")
        for need in ("emploi", "sante", "logement")
    ]
    with opened(url) as db, db.reading() as tx:
        motive = tx.exec(select(Motive).where(Motive.slug == "emploi").order_by(col(Motive.id))).first()
        assert motive
        home = motive.mission_locale_id

        def search(insee: str, need: str) -> object:
            wish = Wish(home, "from_18", (need,), motive, ("place",))
            return propose(tx, wish, point_of(insee), MONDAY)

        search("58194", "emploi")  # hours are parsed once in a process
        return spread([lambda pair=pair: search(*pair) for pair in wanted * 5])


def danger() -> dict[str, Any]:
    """µs for each message: usual ones, and the longest that Telegram sends."""
    danger_kind("")
    longest = (MESSAGES[0] + " ") * (4096 // (len(MESSAGES[0]) + 1))
    return {
        "usual": spread([lambda text=text: danger_kind(text) for text in MESSAGES * 100], 1e6),
        "longest": spread([lambda: danger_kind(longest)] * 100, 1e6),
    }
