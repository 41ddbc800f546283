"""Work that goes on as long as the process does. What fails is told without words, and begun again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

log = logging.getLogger(__name__)
PAUSE = 1.0
"""Seconds before it begins again."""


async def lasting(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Until it comes to its end by itself. Else a database that is busy for a moment would end it for good, unseen."""
    while True:
        try:
            return await work()
        except Exception as error:  # noqa: BLE001  # its message may hold words
            log.error("%s begins again: %s", _name(work), type(error).__name__)  # noqa: TRY400
            await asyncio.sleep(PAUSE)


def _name(work: Callable[[], object]) -> str:
    return str(getattr(getattr(work, "func", work), "__qualname__", "work"))
