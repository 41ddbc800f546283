"""Every form of the staff is written down in the transaction that does what it asks; every reading before it is shown.

The routes know nothing of it: what is written stands in `backend.console.written_down`, route by route.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from anyio.to_thread import run_sync
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.audit.commands import MEANT, WRITTEN, changes_nothing, record, saw, the_hour
from backend.console.written_down import action_of, reading_of, subject_of
from backend.db import Database, Tx
from backend.script import Script

log = logging.getLogger(__name__)
SHOWS = {200, 204, 206, 409}
"""Answers that show what was asked for; what is refused or not theirs shows nothing."""


class Inside(Protocol):
    """What it needs of the rooms."""

    @property
    def db(self) -> Database: ...

    @property
    def script(self) -> Script: ...


@dataclass
class Deed:
    """One request. Who sends it, and by which route, is known once it has been let in."""

    scope: Scope
    done: bool = False

    @property
    def state(self) -> MutableMapping[str, Any]:
        found: MutableMapping[str, Any] = self.scope.get("state") or {}
        return found

    @property
    def person_id(self) -> int | None:
        visitor = self.state.get("visitor")
        return visitor.staff.id if visitor else None

    @property
    def path(self) -> str:
        return getattr(self.scope.get("route"), "path", "")

    @property
    def subject(self) -> tuple[str, int]:
        fields = self.state.get("fields") or {}
        return subject_of(self.path, self.scope.get("path_params") or {}, fields)

    def write(self, tx: Tx, script: Script) -> bool:
        """Whether there was something to write. What is sent twice is written twice: only its sender knows it."""
        action = action_of(self.path) if self.scope["method"] == "POST" else ""
        if self.done or self.person_id is None or not action or tx.info.get(WRITTEN):
            return False
        kind, subject = tx.info.get(MEANT) or self.subject
        record(tx, script, self.person_id, action, kind, subject)
        return True


_deed: ContextVar[Deed | None] = ContextVar("deed", default=None)


@dataclass(frozen=True)
class Witnessed(Database):
    """The database as the pages have it: who sends a form is written down with what it changes."""

    script: Script = field(kw_only=True)

    @contextmanager
    def transaction(self) -> Iterator[Tx]:
        deed, written = _deed.get(), False
        with super().transaction() as tx:
            yield tx
            written = deed is not None and deed.write(tx, self.script)
        if deed is not None:
            deed.done = deed.done or written


def witnessed(db: Database, script: Script) -> Witnessed:
    """The same database, under the eyes of the witness."""
    return Witnessed(**{one.name: getattr(db, one.name) for one in fields(Database)}, script=script)


@dataclass
class Readings:
    """What was written down in this hour: looking again costs nothing."""

    hour: datetime | None = None
    known: set[tuple[int, str, str, int]] = field(default_factory=set)

    def has(self, what: tuple[int, str, str, int], at: datetime) -> bool:
        if self.hour != the_hour(at):
            self.hour, self.known = the_hour(at), set()
        return what in self.known


class Witness:
    """Knows who asks for what while a request lasts, and writes down what is about to be shown."""

    def __init__(self, app: ASGIApp, rooms: Inside) -> None:
        self.app = app
        self.rooms = rooms
        self.readings = Readings()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        deed = Deed(scope)
        token = _deed.set(deed)
        try:
            await self.app(scope, receive, partial(self._send, deed, send))
        finally:
            _deed.reset(token)

    async def _send(self, deed: Deed, send: Send, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] in SHOWS and not deed.done:
            await self._shown(deed)
        await send(message)

    async def _shown(self, deed: Deed) -> None:
        query = deed.scope.get("query_string", b"")
        action, person_id = reading_of(deed.path, query), deed.person_id
        if not action or person_id is None:
            return
        what = (person_id, action, *deed.subject)
        if not self.readings.has(what, self.rooms.script.now()):
            await run_sync(self._write, what)

    def _write(self, what: tuple[int, str, str, int]) -> None:
        """A full disk must not keep anybody from reading a call for help: it is said in the log."""
        try:
            with self.rooms.db.transaction() as tx:
                changes_nothing(tx)  # a form that is only shown again is no act, even if its reading is known
                saw(tx, self.rooms.script, *what)
            self.readings.known.add(what)
        except Exception as error:  # noqa: BLE001  # whatever the database says
            log.error("a reading could not be written down: %s", type(error).__name__)  # noqa: TRY400
