"""Where the time of a turn goes: each part's own time, without that of the parts inside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from sqlalchemy import Engine, event

REST = "the rest"
"""What no part claims: SQLAlchemy's own work, and ours around it."""


class Stopwatch:
    """Parts may lie in each other: while one runs, the one around it stands still."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.parts: list[str] = []
        self.since = 0.0

    def enter(self, part: str) -> None:
        self._credit()
        self.parts.append(part)

    def leave(self) -> None:
        self._credit()
        self.parts.pop()

    def _credit(self) -> None:
        now = perf_counter()
        if self.parts:
            self.seconds[self.parts[-1]] += now - self.since
        self.since = now

    @contextmanager
    def timing(self, part: str) -> Iterator[None]:
        self.enter(part)
        try:
            yield
        finally:
            self.leave()

    def around(self, part: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same call, timed while anything is being timed; a part inside itself counts once."""

        def timed(*args: Any, **named: Any) -> Any:
            if not self.parts:
                return call(*args, **named)
            with self.timing(part):
                return call(*args, **named)

        return timed

    def watch_engine(self, engine: Engine) -> None:
        """Statements and commits, as the driver carries them out."""
        event.listen(engine, "before_cursor_execute", lambda *_: self.parts and self.enter("statements"))
        event.listen(engine, "after_cursor_execute", lambda *_: self.parts and self.leave())
        engine.dialect.do_commit = self.around("commit", engine.dialect.do_commit)  # type: ignore[method-assign]
