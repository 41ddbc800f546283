"""One contender against the stub: updates a second, how long a reply takes, processor, memory; with kills if wanted."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.bench.peers.youths import STEPS

PATIENCE = 180.0
"""Seconds after which a contender is held to be stuck."""
SLOWEST = 100
"""Updates a second that are expected of everybody, where there are many."""
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Entry:
    """A contender as it runs: its name in the table, the program, and what more it is told."""

    title: str
    name: str
    more: str = ""


@contextmanager
def stub(youths: int, at_once: int, steps: int = STEPS) -> Iterator[str]:
    command = [sys.executable, "-m", "tests.bench.peers.stub", *map(str, (youths, at_once, steps))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:  # else nobody would ever end it, and whoever failed would wait for it
            process.kill()


def start(entry: Entry, api: str, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.bench.peers.contenders", entry.name, api, str(folder), entry.more]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=(folder / "stderr").open("ab"))


def ask(api: str, what: str) -> Any:
    return httpx.get(f"{api}/{what}", timeout=10).json()


def race(entry: Entry, youths: int, at_once: int, steps: int = STEPS) -> dict[str, Any]:
    """All youths through all questions, or the first few of them."""
    with tempfile.TemporaryDirectory() as folder, stub(youths, at_once, steps) as api:
        process = start(entry, api, Path(folder))
        try:
            before = _begun(api, process)
            report = _finished(api, process, PATIENCE + youths * steps / SLOWEST)
            spent = used(process.pid)
        finally:
            process.kill()
            process.wait()
        if not report["finished"]:
            raise RuntimeError(f"{entry.title}: {(Path(folder) / 'stderr').read_text()[-2000:]}")
    turns = report["answered"] - before["answered"]
    cpu = 1e3 * (spent["cpu"] - before["cpu"]) / turns
    return _figures(report) | {"cpu_ms": cpu, "rss_mb": spent["rss_mb"]}


def _begun(api: str, process: subprocess.Popen[bytes]) -> dict[str, Any]:
    """The processor used once it answers: what starting cost is left out."""
    until = time.monotonic() + PATIENCE
    while not (answered := ask(api, "report")["answered"]):
        if process.poll() is not None or time.monotonic() > until:
            break
        time.sleep(0.02)
    return {"answered": answered, "cpu": used(process.pid)["cpu"]}


def _finished(api: str, process: subprocess.Popen[bytes], patience: float) -> dict[str, Any]:
    until = time.monotonic() + patience
    report: dict[str, Any] = ask(api, "report")
    while not report["finished"] and time.monotonic() < until and process.poll() is None:
        time.sleep(0.2)
        report = ask(api, "report")
    return report


def _figures(report: dict[str, Any]) -> dict[str, Any]:
    taken = report["taken"]
    return {
        "updates": report["answered"],
        "per_second": report["answered"] / report["seconds"],
        "p50_ms": 1e3 * taken[len(taken) // 2],
        "p99_ms": 1e3 * taken[int(len(taken) * 0.99)],
        "lost": report["lost"],
        "doubled": report["doubled"],
    }


def used(pid: int) -> dict[str, float]:
    """Seconds of processor of a process since its start, and its memory in MB."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    status = Path(f"/proc/{pid}/status").read_text()
    rss = int(status.partition("VmRSS:")[2].split()[0])
    return {"cpu": (int(fields[11]) + int(fields[12])) / TICK, "rss_mb": rss / 1024}


def killed(entry: Entry, kills: int, pause: float = 1.0) -> dict[str, Any]:
    """Killed so many times under way; what was said meanwhile and never answered is lost.

    `ruined`: so often it did not start again with what it had kept, which was thrown away then.
    """
    ruined = 0
    with tempfile.TemporaryDirectory() as folder, stub(20_000, 20) as api:
        process = start(entry, api, Path(folder))
        for number in range(kills):
            _answers(api, process)
            time.sleep(0.1 + pause * (number % 7) / 7)
            process.kill()
            process.wait()
            process = start(entry, api, Path(folder))
            if not _answers(api, process):
                (Path(folder) / "ptb.pickle").unlink()
                process, ruined = start(entry, api, Path(folder)), ruined + 1
        _answers(api, process)
        process.kill()
        process.wait()
        report = ask(api, "report")
    counted = {name: report[name] for name in ("answered", "lost", "doubled")}
    return counted | {"kills": kills, "ruined": ruined}


def _answers(api: str, process: subprocess.Popen[bytes]) -> bool:
    """Wait for ten more replies; meanwhile those who have waited too long leave, and others come."""
    before = ask(api, "report")["answered"]
    while ask(api, "report")["answered"] < before + 10:
        if process.poll() is not None:
            return False
        time.sleep(0.1)
        ask(api, "give-up")
    return True
