"""A command of ours in a process that is forked off one which has imported everything: starting takes no seconds."""

from __future__ import annotations

import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TextIO

_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.preloaded"])


class Forked:
    """What we use of `subprocess.Popen`, for `python -m bot ...` or `python -P file ...` in a folder."""

    def __init__(self, command: list[str], folder: Path, env: dict[str, str]) -> None:
        heard, said = _FORKING.Pipe(duplex=False)
        self.process = _FORKING.Process(target=_become, args=(command, str(folder), env, said))
        self.process.start()
        said.close()
        self.stdout: TextIO = os.fdopen(os.dup(heard.fileno()), encoding="utf-8", errors="replace")
        heard.close()

    @property
    def pid(self) -> int:
        return self.process.pid or 0

    def send_signal(self, sign: signal.Signals) -> None:
        os.kill(self.pid, sign)

    def poll(self) -> int | None:
        return self.process.exitcode

    def wait(self, seconds: float) -> int:
        """How it ended. Raises TimeoutExpired."""
        self.process.join(seconds)
        if self.process.exitcode is None:
            raise subprocess.TimeoutExpired("a forked process", seconds)
        return self.process.exitcode


def _become(command: list[str], folder: str, env: dict[str, str], said: Connection) -> None:
    """As if it had been started: its own folder, settings and arguments, and nothing to read from."""
    for standard in (1, 2):
        os.dup2(said.fileno(), standard)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    said.close()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    how, what, *words = command
    sys.argv = [what, *words]
    run = runpy.run_module if how == "-m" else runpy.run_path
    run(what, run_name="__main__")
