"""Median of the runs, as a plain table."""

from __future__ import annotations

from statistics import median
from typing import Any

from tests.bench.stopwatch import REST

PARTS = {
    "parsing": "parsing: JSON, aiogram types, arrival",
    "danger": "danger net",
    "flow": "flow: hear and receive, pure",
    "words": "words: texts, buttons, dates",
    "commands": "commands: places, hours, slots, rows read",
    "statements": "database: statements",
    "commit": "database: commit",
    REST: "database: SQLAlchemy and the rest of the turn",
    "delivery": "delivery to a stub: lease, settle",
}
"""Each part of a turn, in the order of a turn."""


def per_turn(runs: list[dict[str, Any]]) -> dict[str, float]:
    """ms a turn of every part: the median of the runs."""
    return {
        part: median(run["seconds"].get(part, 0.0) / run["turns"] * 1000 for run in runs) for part in PARTS
    }


def rate(runs: list[dict[str, Any]]) -> float:
    """Turns a second: the median of the runs."""
    return median(run["turns"] / sum_of(run["seconds"]) for run in runs)


def sum_of(seconds: dict[str, float] | float) -> float:
    """All parts but delivery: until the turn is committed."""
    if isinstance(seconds, float):
        return seconds
    return sum(s for part, s in seconds.items() if part != "delivery")


def table(results: dict[str, Any]) -> str:
    """Everything measured, as text."""
    engines = results["engines"]
    lines = [row("The corridor, 10 steps from hello to an appointment", list(engines))]
    lines += [
        row(
            "turns per second, one update a transaction",
            [f"{rate(e['single']):.0f}" for e in engines.values()],
        )
    ]
    lines += [
        row("turns per second, 20 chats at once", [f"{rate(e['batches']):.0f}" for e in engines.values()])
    ]
    lines += ["", row("ms a turn, and its share", list(engines))]
    shares = [per_turn(e["single"]) for e in engines.values()]
    for part, label in PARTS.items():
        lines.append(row(f"  {label}", [f"{s[part]:.2f}  {s[part] / sum(s.values()):>4.0%}" for s in shares]))
    lines.append(row("  in all", [f"{sum(s.values()):.2f}      " for s in shares]))
    http = [median(run["seconds"] / run["lines"] * 1000 for run in e["http"]) for e in engines.values()]
    stub = [
        median(run["seconds"]["delivery"] / run["lines"] * 1000 for run in e["single"])
        for e in engines.values()
    ]
    lines += ["", row("ms a line, delivery to a stub", [f"{x:.2f}" for x in stub])]
    lines.append(row("ms a line, over HTTP to the desk", [f"{x:.2f}" for x in http]))
    searches = [e["proposals"] for e in engines.values()]
    lines.append(row("ms a search of proposals, median", [f"{s['median']:.1f}" for s in searches]))
    lines.append(row("ms a search of proposals, p99", [f"{s['p99']:.1f}" for s in searches]))
    return "\n".join([*lines, *_slots([e["slots"] for e in engines.values()]), "", *_small(results)])


def _slots(found: list[dict[str, Any]]) -> list[str]:
    """450 openings over 60 days: 30 advisors at 15 places."""
    searches = {
        "read": "ms to read the diaries of 30 advisors",
        "firsts": "ms, the first slot of each of 450 openings",
        "soonest": "ms, the three soonest of them",
        "fortnight": "ms, every slot of a fortnight",
    }
    lines = [row(label, [f"{s[name]['median']:.1f}" for s in found]) for name, label in searches.items()]
    return [
        *lines,
        row("attempts to book a second, 8 sessions", [f"{s['bookings']['attempts']:.0f}" for s in found]),
    ]


def _small(results: dict[str, Any]) -> list[str]:
    lines = [row("Small things", ["median", "p99"])]
    for label, found, unit in (
        ("a commune, typed", results["communes"]["typed"], "ms"),
        ("a commune, misspelt", results["communes"]["misspelt"], "ms"),
        ("hours of 1,000 sites over 60 days", results["opening"]["sixty_days"], "ms"),
        ("hours of 1,000 sites over 60 days, cold", results["opening"]["cold"], "ms"),
        ("the next three days of a site", results["opening"]["next_days"], "ms"),
        ("6,500 doors, ranked", results["ranking"]["all"], "ms"),
        ("6,500 doors, those of one mission locale ranked", results["ranking"]["home"], "ms"),
        ("6,500 doors, cold: their index built", results["ranking"]["index"], "ms"),
        ("danger, a usual message", results["danger"]["usual"], "µs"),
        ("danger, 4,096 characters", results["danger"]["longest"], "µs"),
    ):
        lines.append(row(label, [f"{found[k]:.2f} {unit}" for k in ("median", "p99")]))
    lines.append(row("MB that the hours of 1,000 sites take", [f"{results['opening']['megabytes']:.0f}"]))
    return lines


def row(label: str, cells: list[str]) -> str:
    return f"{label:<54}" + "".join(f"{cell:>16}" for cell in cells)
