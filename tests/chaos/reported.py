"""What must hold whatever dies, of the figures of one run."""

from __future__ import annotations

from typing import Any

NEVER = ("lost", "twice", "unsaid", "missing", "disordered", "unmarked", "crowded", "set_aside")
"""See `reckoning.Account`."""


def broken(report: dict[str, Any]) -> list[str]:
    """The promises that were not kept, none if all is well."""
    relay, reminded = report["relay"], report["reminded"]
    wrong = {name: report[name] for name in NEVER}
    wrong |= {f"relay {name}": relay[name] for name in ("forgotten", "twice", "lost")}
    wrong["relay unknown, more than kills"] = max(0, relay["unknown"] - report["kills"])
    wrong["not booked exactly once"] = report["bookers"] - report["booked_once"]
    wrong["appointments too many"] = report["appointments"] - report["bookers"]
    wrong["reminders"] = reminded["amiss"]
    return [f"{name}: {many}" for name, many in wrong.items() if many] + report["doubts"] + reminded["doubts"]


def idle(report: dict[str, Any]) -> list[str]:
    """The dangerous places where no kill fell: there the run proves nothing."""
    places = [name for name, many in report["fell"].items() if not many]
    return places + [name for name in ("due",) if not report["reminded"][name]]
