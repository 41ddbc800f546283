"""The processes of a simulated day, held by the one that simulates."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

READY = 120.0
"""Seconds that a process is given to start."""
ENDED = "a process of the simulation ended; its words are above"


@dataclass
class Hand:
    """One of them: the port where it takes updates."""

    process: asyncio.subprocess.Process
    port: int = 0

    async def says(self) -> str:
        """Its next line. Raises RuntimeError if it has ended."""
        assert self.process.stdout  # noqa: S101  # it was asked for
        line = await asyncio.wait_for(self.process.stdout.readline(), READY)
        if not line:
            raise RuntimeError(ENDED)
        return line.decode().strip()

    async def spent(self) -> dict[str, float]:
        """Seconds of processor so far, of which by the jobs of the clock."""
        assert self.process.stdin  # noqa: S101  # it was asked for
        self.process.stdin.write(b"cpu\n")
        found: dict[str, float] = json.loads(await self.says())
        return found


@asynccontextmanager
async def crew(many: int, *words: str) -> AsyncIterator[list[Hand]]:
    """So many processes, ready; they end with the block."""
    hands = [Hand(await _started(words, first=number == 0)) for number in range(many)]
    try:
        for hand in hands:
            hand.port = int((await hand.says()).removeprefix("ready "))
        yield hands
    finally:
        for hand in hands:
            if hand.process.stdin:
                hand.process.stdin.close()
        await asyncio.gather(*(_ended(hand.process) for hand in hands))


async def _started(words: tuple[str, ...], *, first: bool) -> asyncio.subprocess.Process:
    role = ["--first"] if first else []
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-m", "bot.simulation.process", *words, *role)
    return await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)


async def _ended(process: asyncio.subprocess.Process) -> None:
    try:
        await asyncio.wait_for(process.wait(), 10)
    except TimeoutError:
        process.kill()
        await process.wait()
