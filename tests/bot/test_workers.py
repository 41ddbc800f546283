"""`passerelle run --workers N`: several processes behind one port. One may die at any time, all may end at any time.

How they are held is tried with workers that start in no time; that ours can be held so, with two real ones. What is lost
and doubled meanwhile, and whether pages are answered, is counted in tests/chaos.
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

import httpx
import pytest
from typer.testing import CliRunner

from bot import workers
from bot.cli import app
from bot.workers import Workers
from tests.ledger import Ledger
from tests.phone import DeskPhone
from tests.running import STARTING, Product, desk_apart

MANY = 2
READY = re.compile(r"^  Worker (\d+) is ready \(process (\d+)\)$")
WITHIN = 20.0
"""Seconds in which all of them end."""


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0), backlog=64) as taken:
        yield taken


@pytest.fixture
def feigned(monkeypatch):
    """Workers in no time."""
    monkeypatch.setattr(
        workers, "PROGRAM", (sys.executable, "-I", "-S", str(Path(__file__).parent / "feigned.py"))
    )
    monkeypatch.setattr(workers, "PAUSES", (0.0, 0.1))


@asynccontextmanager
async def held(port):
    """All of them, ready, until the block ends; then they are asked to end, and do."""
    them = Workers(MANY, port)
    running = asyncio.create_task(them.run())
    await all_ready(them)
    yield them
    them.stopping.set()
    assert await running == 0
    assert [worker.process.returncode is None for worker in them.all] == [False] * MANY


async def all_ready(them, but=()):
    """Wait until each of them is ready, in a process that is none of `but`; which they are."""
    async with asyncio.timeout(STARTING):
        while not all(worker.ready.is_set() and worker.pid not in but for worker in them.all):
            await asyncio.sleep(0.005)
    return [worker.pid for worker in them.all]


async def asks(port, client):
    return (await client.get(f"http://127.0.0.1:{port.getsockname()[1]}/")).status_code


async def test_one_that_is_killed_is_started_again_and_the_other_lets_people_in(port, feigned, caplog):
    async with held(port) as them, httpx.AsyncClient() as client:
        first, second = (worker.pid for worker in them.all)
        os.kill(first, signal.SIGKILL)
        assert await asks(port, client) == 200
        async with asyncio.timeout(STARTING):
            while them.all[0].pid == first or not them.all[0].ready.is_set():
                await asyncio.sleep(0.005)
        assert them.all[1].pid == second
    assert caplog.messages == ["worker 1 ended (-9), it is started again"]


async def test_one_that_cannot_be_started_for_a_while_is_tried_again(port, feigned, monkeypatch, caplog):
    async with held(port) as them:
        first, program = them.all[0].pid, workers.PROGRAM
        monkeypatch.setattr(workers, "PROGRAM", ("/no/such/program",))
        os.kill(first, signal.SIGKILL)
        async with asyncio.timeout(STARTING):
            while len(caplog.messages) < 3:
                await asyncio.sleep(0.005)
        monkeypatch.setattr(workers, "PROGRAM", program)
        await all_ready(them, but=[first])
    assert caplog.messages[1] == "worker 1 ended (FileNotFoundError), it is started again"


async def test_they_are_renewed_one_after_the_other(port, feigned, caplog):
    async with held(port) as them, httpx.AsyncClient() as client:
        before, there = [worker.pid for worker in them.all], []
        os.kill(os.getpid(), signal.SIGHUP)
        while them.renewing is None or not them.renewing.done():
            there.append(sum(worker.ready.is_set() for worker in them.all))
            assert await asks(port, client) == 200
        assert not set(await all_ready(them, but=before)) & set(before)
        assert min(there) >= MANY - 1, "two were away at once"
    assert caplog.messages == []


async def test_if_a_renewed_one_is_not_ready_the_others_stay(port, feigned, monkeypatch, caplog):
    monkeypatch.setattr(workers, "STARTING", 0.1)
    async with held(port) as them:
        first, second = (worker.pid for worker in them.all)
        monkeypatch.setenv("FEIGNED", "never ready")
        os.kill(os.getpid(), signal.SIGHUP)
        async with asyncio.timeout(STARTING):
            while not caplog.messages:
                await asyncio.sleep(0.005)
        assert them.all[0].pid != first and them.all[1].pid == second and them.all[1].ready.is_set()
    assert caplog.messages == ["worker 1 is not ready: the others stay as they are"]


async def test_one_that_does_not_end_to_be_renewed_is_killed_and_that_is_told(
    port, feigned, monkeypatch, caplog
):
    monkeypatch.setattr(workers, "STOPPING", 0.1)
    monkeypatch.setenv("FEIGNED", "stubborn")
    async with held(port) as them:
        before = [worker.pid for worker in them.all]
        monkeypatch.delenv("FEIGNED")
        os.kill(os.getpid(), signal.SIGHUP)
        await all_ready(them, but=before)
    told = [f"worker {n} (process {pid}) does not end, it is killed" for n, pid in enumerate(before, 1)]
    assert caplog.messages == told


async def test_one_that_does_not_end_is_killed(port, feigned, monkeypatch):
    monkeypatch.setattr(workers, "STOPPING", 0.1)
    monkeypatch.setenv("FEIGNED", "stubborn")
    async with held(port) as them:
        pass
    assert [worker.process.returncode for worker in them.all] == [-signal.SIGKILL] * MANY


async def test_if_the_first_cannot_even_begin_no_other_is_started(port, feigned, monkeypatch, caplog):
    monkeypatch.setenv("FEIGNED", "wrong")
    them = Workers(MANY, port)
    assert await them.run() == 2
    assert [worker.starts for worker in them.all] == [1, 0] and caplog.messages == []


def test_a_worker_without_its_database_says_so_and_ends_so_that_none_is_started_again(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = {"PASSERELLE_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    done = CliRunner().invoke(app, ["worker", "0", "0", "--first"], env=settings)
    assert done.exit_code == 2 and "PASSERELLE_DATABASE_URL: it cannot be opened" in done.output


class Several(Product):
    """`python -m bot run --workers N`."""

    def __init__(self, folder, url, desk):
        super().__init__(folder, url, desk)
        self.command += ["--workers", str(MANY)]

    @property
    def there(self) -> dict[int, int]:
        """Number of each worker -> its newest process, as they said that they are ready."""
        return {int(n): int(pid) for line in self.latest.splitlines() for n, pid in READY.findall(line)}

    def all_there(self) -> None:
        """Wait until so many are ready."""
        with self.news:
            self.news.wait_for(lambda: self.ended or len(self.there) == MANY, STARTING)
        assert len(self.there) == MANY, self.log


@pytest.fixture
def telegram(tmp_path):
    with desk_apart(tmp_path) as apart, httpx.Client(base_url=apart.base) as client:
        apart.client = client
        yield apart


@pytest.fixture
def product(telegram, postgres_url, tmp_path):
    made = Several(tmp_path, postgres_url, telegram)
    made.start()
    yield made
    if made.runs:
        made.end(signal.SIGTERM)


def test_two_real_ones_begin_and_end_in_the_middle_of_a_burst(product, telegram, postgres_url):
    """Starting takes seconds: that they are renewed and die is shown above, and in tests/chaos with bots forked."""
    product.all_there()
    lou = DeskPhone(telegram.client, "Lou")
    all_end_within_five_seconds(product, lou)
    with Ledger(postgres_url) as ledger:
        nothing_is_lost(lou, ledger)
    assert product.complaints == []


def all_end_within_five_seconds(product, lou):
    with httpx.stream("GET", f"{product.base}/connexion") as open_page:
        lou.bursts(*(f"/aide {n}" for n in range(20)))
        lou.waits_for(lou.texts)
        began = monotonic()
        assert product.end(signal.SIGTERM) == 0
        took = monotonic() - began
        assert open_page.status_code == 200
    assert took < WITHIN and not any(is_there(pid) for pid in product.there.values()), took


def nothing_is_lost(lou, ledger):
    """What was written is kept, or still with Telegram; what was said stands on the phone, or waits to be said."""
    kept = [line.text for line in ledger.lines(lou, "youth")]
    updates = lou.desk.get("/control/updates").json()
    assert lou.written == list(dict.fromkeys(kept + [update["message"]["text"] for update in updates]))
    said = ledger.lines(lou, "guide")
    assert len(said) == len(kept) and {line.state for line in said} <= {"sent", "queued"}
    assert sum(line.state == "sent" for line in said) == len(lou.texts())


def is_there(pid):
    """Whether this process, which is not our child, runs."""
    try:
        os.close(os.pidfd_open(pid))
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(
    ("many", "settings", "why"),
    [
        ("2", {}, "PASSERELLE_DATABASE_URL: --workers 2 needs postgresql://"),
        (
            "2",
            {"PASSERELLE_DATABASE_URL": "postgresql://u@127.0.0.1:1/x"},
            "PASSERELLE_TELEGRAM_TOKEN: --workers 2",
        ),
        ("0", {}, "--workers"),
        ("65", {}, "--workers"),
        ("many", {}, "--workers"),
    ],
)
def test_what_cannot_be_several_is_refused_with_the_setting(tmp_path, monkeypatch, many, settings, why):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["run", "--workers", many], env=settings)
    assert done.exit_code == 2 and why in done.output
