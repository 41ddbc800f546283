"""Bots that start in milliseconds, to be killed: the test's end of a zygote."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from bot.desk.app import TOKEN
from tests.chaos.moved_clock import MovedClock

SECRET = "a-secret-of-the-webhook"
BEGINS = "import gc; gc.disable(); from tests.chaos.zygote import main; main()"
"""Nothing that is imported is ever thrown away: looking for it takes a second of four."""


@dataclass(frozen=True)
class Deployment:
    """What the bots of a run share: their folder, the database, and Telegram."""

    folder: Path
    database_url: str
    telegram: str

    def env(self, delivery: str, port: int) -> dict[str, str]:
        return {
            "PASSERELLE_DATABASE_URL": self.database_url,
            "PASSERELLE_TELEGRAM_TOKEN": TOKEN,
            "PASSERELLE_TELEGRAM_API": self.telegram,
            "PASSERELLE_TELEGRAM_BUDGET": "0",
            "PASSERELLE_TELEGRAM_CHAT_PACE": "0",
            "PASSERELLE_YOUTH_PACE": "0",
            "PASSERELLE_TELEGRAM_MODE": delivery,
            "PASSERELLE_WEBHOOK_SECRET": SECRET,
            "PASSERELLE_PORT": str(port),
            "PASSERELLE_PUBLIC_URL": f"http://127.0.0.1:{port}",
        }

    @property
    def log(self) -> Path:
        """What bots said, of all of them."""
        return self.folder / "bots.log"


class Zygote:
    """One process, taking some seconds once; a bot of it takes a fiftieth."""

    def __init__(self, folder: Path) -> None:
        self.clock = MovedClock(folder / "clock")
        self.process = subprocess.Popen(
            [sys.executable, "-c", BEGINS, str(folder / "clock")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.ports: list[int] = self._hears()["ports"]
        self.living: dict[int, Bot] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def starts(
        self, deployment: Deployment, delivery: str = "polling", *, first: bool = True, port: int = 0
    ) -> Bot:
        """One that receives and, if it is `first`, sends and keeps the clock too."""
        order = {
            "do": "start",
            "first": first,
            "port": port,
            "env": deployment.env(delivery, self.ports[port]),
            "folder": str(deployment.folder),
            "log": str(deployment.log),
        }
        bot = Bot(self, self._asks(order)["pid"])
        self.living[bot.pid] = bot
        return bot

    def buries(self, pid: int) -> int:
        """Wait for its end; how it ended."""
        del self.living[pid]
        return int(self._asks({"do": "wait", "pid": pid})["code"])

    def lets_go(self, pid: int) -> None:
        """As if whoever started it were dead."""
        self._asks({"do": "cut", "pid": pid})

    def kills_all(self) -> None:
        for bot in list(self.living.values()):
            bot.dies()

    def _asks(self, order: dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return self._hears()

    def _hears(self) -> dict[str, Any]:
        assert self.process.stdout
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer


@dataclass
class Bot:
    """A running one."""

    zygote: Zygote
    pid: int

    def gets(self, sign: signal.Signals) -> None:
        os.kill(self.pid, sign)

    def ends(self) -> int:
        """Wait for its end; how it ended."""
        return self.zygote.buries(self.pid)

    def dies(self) -> None:
        """kill -9."""
        self.gets(signal.SIGKILL)
        assert self.ends() == -signal.SIGKILL
