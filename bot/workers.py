"""Several processes that serve one port: each is started, started again when it dies, and ended with the others.

This one holds the port and nothing else: no database, no content. Who knocks while a worker is restarted is let in
by another, or waits at the door.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sys
import time

from bot.listening import READY

log = logging.getLogger(__name__)
PROGRAM = (sys.executable, "-m", "bot", "worker")
"""What is started; it is told the port, its line to us, and whether it is the first."""
STOPPING = 4.0
"""Seconds that workers are given to end; then they are killed. What was not committed is still with Telegram."""
PAUSES = (0.0, 1.0, 2.0, 5.0, 15.0, 30.0)
"""Seconds before one that keeps dying is started again."""
STEADY = 60.0
"""Seconds after which one that dies is held for having been well."""
STARTING = 120.0
"""Seconds in which a renewed worker must be ready, or the others stay as they are."""


class Worker:
    """One of them: its process, and our end of the line to it."""

    def __init__(self, number: int, port: socket.socket) -> None:
        self.number, self.port = number, port
        self.process: asyncio.subprocess.Process | None = None
        self.ready = asyncio.Event()
        self.renewed = False
        """It ends because it was asked to make room for a new one."""
        self.starts = 0
        self.line: socket.socket | None = None

    async def run(self) -> int:
        """Start it and wait for its end; how it ended."""
        self.line, theirs = socket.socketpair()
        self.line.setblocking(False)
        with self.line, theirs:
            self.process = await self._launch(theirs)
            theirs.close()
            self.starts += 1
            listening = asyncio.create_task(self._listen(self.line))
            try:
                return await self.process.wait()
            finally:
                self.ready.clear()
                listening.cancel()

    async def _launch(self, theirs: socket.socket) -> asyncio.subprocess.Process:
        """In a session of its own, so that Ctrl-C reaches only us, and we end them all."""
        fds = self.port.fileno(), theirs.fileno()
        role = ["--first"] if self.number == 1 else []
        role += ["--welcome"] if self.number == 1 and not self.starts else []
        words = [*PROGRAM, *map(str, fds), *role]
        return await asyncio.create_subprocess_exec(
            *words, pass_fds=fds, start_new_session=True, stdin=asyncio.subprocess.DEVNULL
        )

    async def _listen(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError):
            if await asyncio.get_running_loop().sock_recv(line, 1) == READY:
                self.ready.set()
                print(f"  Worker {self.number} is ready (process {self.pid})", flush=True)  # noqa: T201  # for the operator

    @property
    def pid(self) -> int | None:
        return self.process.pid if self.process else None

    async def ends(self) -> None:
        """It is asked to make room for a new one. If it hangs, it is killed."""
        process, self.renewed = self.process, True
        self.ready.clear()
        self.signal(signal.SIGTERM)
        if process is None:
            return
        try:
            await asyncio.wait_for(process.wait(), STOPPING)
        except TimeoutError:
            log.error("worker %s (process %s) does not end, it is killed", self.number, process.pid)  # noqa: TRY400
            with contextlib.suppress(ProcessLookupError):
                process.kill()

    def signal(self, sign: signal.Signals) -> None:
        if self.process and self.process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(sign)


class Workers:
    """All of them, until SIGINT or SIGTERM. SIGHUP renews them one after the other."""

    def __init__(self, many: int, port: socket.socket) -> None:
        self.all = [Worker(number, port) for number in range(1, many + 1)]
        self.stopping = asyncio.Event()
        self.renewing: asyncio.Task[None] | None = None
        self.code = 0

    async def run(self) -> int:
        """0 if they were asked to end; what the first one said if it could not even start."""
        self._listen_to_signals()
        first, *others = self.all
        tasks = [asyncio.create_task(self._keep(first))]
        await _either(first.ready.wait(), self.stopping.wait())  # it brings the database up to date
        if not self.stopping.is_set():
            tasks += [asyncio.create_task(self._keep(worker)) for worker in others]
        await self.stopping.wait()
        await self._end(tasks)
        return self.code

    def _listen_to_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, self.stopping.set)
        loop.add_signal_handler(signal.SIGHUP, self._renew)

    async def _keep(self, worker: Worker) -> None:
        """Whenever it ends, it is started again; ever later if it ends at once."""
        deaths = 0
        while not self.stopping.is_set():
            began = time.monotonic()
            code = await _end_of(worker)
            if self.stopping.is_set() or (worker.number == 1 and self._never_began(worker, code)):
                return
            if worker.renewed:
                worker.renewed = False
                continue
            deaths = 0 if time.monotonic() - began > STEADY else deaths + 1
            log.error("worker %s ended (%s), it is started again", worker.number, code)
            await self._pause(PAUSES[min(deaths, len(PAUSES)) - 1] if deaths else 0.0)

    def _never_began(self, worker: Worker, code: int | str) -> bool:
        """A wrong setting or content: it has said so, and a second start would say the same."""
        if code == _WRONG and worker.starts == 1:
            self.code = _WRONG
            self.stopping.set()
            return True
        return False

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.stopping.wait(), seconds)

    def _renew(self) -> None:
        if self.renewing is None or self.renewing.done():
            self.renewing = asyncio.create_task(self._renew_all())

    async def _renew_all(self) -> None:
        """One at a time: the next one goes when the new one is ready."""
        for worker in self.all:
            await worker.ends()
            try:
                await asyncio.wait_for(worker.ready.wait(), STARTING)
            except TimeoutError:
                log.error("worker %s is not ready: the others stay as they are", worker.number)  # noqa: TRY400
                return

    async def _end(self, tasks: list[asyncio.Task[None]]) -> None:
        for worker in self.all:
            worker.signal(signal.SIGTERM)
        _, late = await asyncio.wait(tasks, timeout=STOPPING)
        for worker in self.all:
            worker.signal(signal.SIGKILL)
        if late:
            await asyncio.wait(late)


async def keep(many: int, port: socket.socket) -> int:
    """Keep so many of them running; what to exit with."""
    return await Workers(many, port).run()


_WRONG = 2


async def _end_of(worker: Worker) -> int | str:
    """How it ended, or why it could not even be started: no memory left, or its program is just being replaced."""
    try:
        return await worker.run()
    except OSError as error:
        return type(error).__name__


async def _either(*waits: object) -> None:
    tasks = [asyncio.ensure_future(one) for one in waits]  # type: ignore[call-overload]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
