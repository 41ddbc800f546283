"""What a simulated day prints, and writes as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bot.simulation.figures import share

Report = dict[str, Any]
GROUPS = ("what was asked", "conditions", "work", "the day", "how it ended for them", "checks")


def conditions(engine: str) -> Report:
    """What the figures depend on."""
    return {
        "engine": engine,
        "processors": os.cpu_count(),
        "load_average": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "python": platform.python_version(),
        "measured_on": f"{date.today():%Y-%m-%d}",  # noqa: DTZ011  # the day on the wall of whoever measures
    }


def milliseconds(taken: list[float]) -> Report:
    """From an update to its first reply, half of them and all but one in a hundred."""
    ordered = [1000 * one for one in sorted(taken)]
    return {"replies": len(ordered), "p50_ms": share(ordered, 0.5), "p99_ms": share(ordered, 0.99)}


def failed(report: Report) -> list[str]:
    """The checks that are not nought."""
    return [name for name, found in report["checks"].items() if found]


def printed(report: Report) -> str:
    """For people: one line a figure."""
    lines = []
    for group in GROUPS:
        if group in report:
            lines += [group, *(f"  {name:<26} {_word(value)}" for name, value in report[group].items())]
    return "\n".join(lines)


def _word(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_word(one)}" for name, one in value.items()) or "none"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def write(report: Report, file: Path) -> None:
    """As JSON. Raises OSError."""
    file.write_text(
        json.dumps(report, indent=1, ensure_ascii=False, sort_keys=False) + "\n", encoding="utf-8"
    )
