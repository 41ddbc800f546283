"""What understanding words costs, in processor time: a message, the longest, the start of a process, memory."""

from __future__ import annotations

import json
import subprocess
import sys
from time import process_time
from typing import Any

from tests.understanding.score import rows_of

AGAIN = 3
LONGEST = 10_000
_START = """
import json, resource, time
began = time.process_time()
import content.understanding, content.danger
imported = time.process_time()
content.understanding.understand("je cherche un taf")
first = time.process_time()
content.danger.danger_kind("je cherche un taf")
danger = time.process_time()
taken = imported - began, first - imported, danger - first
print(json.dumps({"seconds": taken, "kilobytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))
"""


def understanding() -> dict[str, Any]:
    """Messages a second, ms of the longest, and of a fresh process: seconds to import and to read lexicons, MB."""
    from content.danger import danger_kind
    from content.understanding import understand

    texts = _texts()
    for text in texts:
        understand(text)
        danger_kind(text)
    long = (" ".join(texts))[:LONGEST]
    return {
        "needs": len(texts) * AGAIN / _seconds(lambda: [understand(text) for text in texts * AGAIN]),
        "danger": len(texts) * AGAIN / _seconds(lambda: [danger_kind(text) for text in texts * AGAIN]),
        "long": {
            "needs": _seconds(lambda: understand(long)) * 1e3,
            "danger": _seconds(lambda: danger_kind(long)) * 1e3,
        },
        "start": _start(),
    }


def understanding_table(found: dict[str, Any]) -> str:
    """The figures as text."""
    start, long = found["start"], found["long"]
    imported, needs, danger = start["seconds"]
    return "\n".join(
        (
            "Understanding words (processor time)",
            f"  messages a second                 {found['needs']:.0f} needs and intents, {found['danger']:.0f} danger",
            f"  {LONGEST:,} characters                 {long['needs']:.1f} ms, {long['danger']:.1f} ms",
            f"  import, then first message        {imported:.2f} s, then {needs:.2f} s and {danger:.2f} s",
            f"  memory of a process with both     {start['kilobytes'] / 1024:.0f} MB",
        )
    )


def _texts() -> list[str]:
    return [row["text"] for row in rows_of("needs")]


def _seconds(work: Any) -> float:
    began = process_time()
    work()
    return process_time() - began


def _start() -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    print(understanding_table(understanding()))
