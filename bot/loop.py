"""The event loop on which everything runs: uvloop where there is one."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

try:
    from uvloop import new_event_loop
except ImportError:  # Windows has none
    from asyncio import new_event_loop  # type: ignore[assignment]


def run(work: Coroutine[Any, Any, Any]) -> None:
    """Until it ends."""
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(work)
