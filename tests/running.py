"""The product as people run it: a process of its own, on a port of its own, in a folder of its own."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

import httpx

from bot.desk.app import TOKEN
from tests.forked import Forked

RUNS = "Passerelle is running"
STARTING, STOPPING = 60, 30
"""Seconds. Starting takes four and stopping two, most of it Python tidying up; a busy machine is given time."""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


@dataclass
class Process:
    """A command of ours, what it prints, and its end."""

    command: list[str]
    folder: Path
    env: dict[str, str]
    printed: list[str] = field(default_factory=list)
    """All it ever said, over its restarts, line by line."""
    news: threading.Condition = field(default_factory=threading.Condition)
    forked: ClassVar[bool] = False
    """Whether it is forked off one that has imported everything. One test (test_restart) begins as people do."""

    def launch(self) -> None:
        """Start it; what it prints is read by a thread until it ends."""
        ours = {k: v for k, v in os.environ.items() if not k.startswith("PASSERELLE_")}
        self.before, self.ended = len(self.printed), False
        begin = Forked if self.forked else _begun
        self.process = begin(self.command, self.folder, ours | self.env)
        self.reader = threading.Thread(target=self._read, args=(self.process,))
        self.reader.start()

    def _read(self, process: Forked | subprocess.Popen[str]) -> None:
        assert process.stdout
        with process.stdout as lines:
            for line in lines:
                with self.news:
                    self.printed.append(line)
                    self.news.notify_all()
        with self.news:
            self.ended = True
            self.news.notify_all()

    def says(self, words: str) -> None:
        """Wait until it has printed these words since its launch. Fails with its log if it ends before."""
        with self.news:
            self.news.wait_for(lambda: self.ended or words in self.latest, STARTING)
        assert words in self.latest, self.log

    @property
    def latest(self) -> str:
        """What it printed since it was launched."""
        return "".join(self.printed[self.before :])

    @property
    def complaints(self) -> list[str]:
        """Every warning and error, since the first launch: all lines but the welcome."""
        return [line for line in self.printed if not line.startswith((RUNS, "  "))]

    @property
    def log(self) -> str:
        return "".join(self.printed)

    def end(self, sign: signal.Signals) -> int:
        """Send a signal to this process alone, and wait for its end."""
        self.process.send_signal(sign)
        code = self.process.wait(STOPPING)
        self.reader.join(STOPPING)
        return code

    @property
    def runs(self) -> bool:
        return self.process.poll() is None


def _begun(command: list[str], folder: Path, env: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


class Product(Process):
    """`python -m bot run` in a folder: its `var/` lies there."""

    def __init__(self, folder: Path, database_url: str = "", desk: Desk | None = None) -> None:
        port = free_port()
        super().__init__(["-m", "bot", "run"], folder, {"PASSERELLE_PORT": str(port)})
        self.base = f"http://127.0.0.1:{port}"
        self.database_url = database_url or f"sqlite:///{folder}/var/passerelle.db"
        if database_url:
            self.env["PASSERELLE_DATABASE_URL"] = database_url
        self.desk_url = desk.base if desk else f"{self.base}/desk"
        if desk:
            self.env |= {"PASSERELLE_TELEGRAM_TOKEN": TOKEN, "PASSERELLE_TELEGRAM_API": desk.base}
            self.env |= {"PASSERELLE_TELEGRAM_BUDGET": "0", "PASSERELLE_TELEGRAM_CHAT_PACE": "0"}

    def start(self) -> None:
        """Start, or start again where it was."""
        self.launch()
        self.says(RUNS)

    def stop(self) -> None:
        """Ctrl-C: it must end by itself, well and without a word."""
        before = list(self.complaints)
        assert self.end(signal.SIGINT) == 0, self.log
        assert self.complaints == before

    def kill(self) -> None:
        """kill -9."""
        assert self.end(signal.SIGKILL) == -signal.SIGKILL


class Desk(Process):
    """The desk Telegram in a process of its own: it outlives the bot."""

    def __init__(self, folder: Path) -> None:
        port = free_port()
        super().__init__(["-m", "bot.desk", "--port", str(port), "--store", "desk.db"], folder, {})
        self.base = f"http://127.0.0.1:{port}"

    def start(self) -> None:
        self.launch()
        while not self._answers():
            with contextlib.suppress(subprocess.TimeoutExpired):
                raise AssertionError(f"the desk ended: {self.process.wait(0.05)}\n{self.log}")

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.base}/phone").is_success
        except httpx.TransportError:
            return False


@contextlib.contextmanager
def running(product: Product) -> Iterator[Product]:
    """The product from its start to a clean stop."""
    product.start()
    try:
        yield product
    finally:
        if product.runs:
            product.stop()


@contextlib.contextmanager
def desk_apart(folder: Path) -> Iterator[Desk]:
    desk = Desk(folder)
    desk.start()
    try:
        yield desk
    finally:
        desk.end(signal.SIGKILL)
