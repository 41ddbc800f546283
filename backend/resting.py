"""A connection that rested is asked whether its server is still there; one that was just used is not."""

from __future__ import annotations

import math
import time
from functools import partial
from typing import Any

from sqlalchemy import Dialect, Engine, event
from sqlalchemy.exc import InvalidatePoolError

RESTED = 1.0
"""Seconds. To ask costs a round trip, of which a turn has few."""


def ask_rested(engine: Engine) -> None:
    """From now on, as this engine's connections are taken from their pool."""
    event.listen(engine, "checkin", _used)
    event.listen(engine, "checkout", partial(_still_there, engine.dialect))


def _used(_: Any, record: Any) -> None:
    record.info["used"] = time.monotonic()


def _still_there(dialect: Dialect, connection: Any, record: Any, _: Any) -> None:
    """If one has lost its server all are opened anew. A new one was not used yet."""
    if time.monotonic() - record.info.get("used", math.inf) > RESTED and not _answers(dialect, connection):
        raise InvalidatePoolError


def _answers(dialect: Dialect, connection: Any) -> bool:
    try:
        return dialect.do_ping(connection)
    except dialect.loaded_dbapi.Error:
        return False
