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


def race(
    entry: Entry, youths: int, at_once: int, steps: int = STEPS, server: int | None = None
) -> dict[str, Any]:
    """All youths through all questions, or the first few of them. `server`: the process of a database beside it."""
    with tempfile.TemporaryDirectory() as folder, stub(youths, at_once, steps) as api:
        process = start(entry, api, Path(folder))
        try:
            before = _begun(api, process, server)
            report = _finished(api, process, PATIENCE + youths * steps / SLOWEST)
            spent, beside = used(process.pid), server and used(server)["cpu"]
        finally:
            _end(process)
        if not report["finished"]:
            raise RuntimeError(f"{entry.title}: {(Path(folder) / 'stderr').read_text()[-2000:]}")
    turns = report["answered"] - before["answered"]
    cpu = 1e3 * (spent["cpu"] - before["cpu"]) / turns
    more = {"server_ms": 1e3 * (beside - before["beside"]) / turns} if beside else {}
    return _figures(report) | {"cpu_ms": cpu, "rss_mb": spent["rss_mb"]} | more


def _begun(api: str, process: subprocess.Popen[bytes], server: int | None) -> dict[str, Any]:
    """The processor used once it answers: what starting cost is left out."""
    until = time.monotonic() + PATIENCE
    while not (answered := ask(api, "report")["answered"]):
        if process.poll() is not None or time.monotonic() > until:
            break
        time.sleep(0.02)
    beside = used(server)["cpu"] if server else 0.0
    return {"answered": answered, "cpu": used(process.pid)["cpu"], "beside": beside}


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
    """Seconds of processor of a process and all that it started, since its start; and their memory in MB."""
    found = [_used(one) for one in family(pid)]
    return {name: sum(one[name] for one in found) for name in ("cpu", "rss_mb")}


def _used(pid: int) -> dict[str, float]:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    status = Path(f"/proc/{pid}/status").read_text()
    rss = int(status.partition("VmRSS:")[2].split()[0])
    own_and_of_those_who_ended = map(int, fields[11:15])
    return {"cpu": sum(own_and_of_those_who_ended) / TICK, "rss_mb": rss / 1024}


def family(pid: int) -> list[int]:
    """A process and all that it started, and these."""
    started = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in started for one in family(int(child)))]


def _end(process: subprocess.Popen[bytes]) -> None:
    """It, and those whom it started: whoever comes next has the machine alone."""
    all_of_them = family(process.pid) if process.poll() is None else []
    process.kill()
    process.wait()
    until = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{one}").exists() for one in all_of_them) and time.monotonic() < until:
        time.sleep(0.05)


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
