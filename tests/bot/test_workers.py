"""`passerelle run --workers N`: several processes behind one port. One may die at any time, all may end at any time."""

from __future__ import annotations

import os
import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import httpx
import pytest
from typer.testing import CliRunner

from bot.cli import app
from tests.chaos.test_kill import handled_once_and_answered, leases_end
from tests.ledger import Ledger
from tests.phone import DeskPhone
from tests.running import STARTING, Product, desk_apart

MANY = 2
READY = re.compile(r"^  Worker (\d+) is ready \(process (\d+)\)$")
WITHIN = 5.0
"""Seconds in which all of them end."""


class Several(Product):
    """`python -m bot run --workers N`."""

    def __init__(self, folder, url, desk):
        super().__init__(folder, url, desk)
        self.command += ["--workers", str(MANY)]

    @property
    def there(self) -> dict[int, int]:
        """Number of each worker -> its newest process, as they said that they are ready."""
        return {int(n): int(pid) for line in self.latest.splitlines() for n, pid in READY.findall(line)}

    def all_there(self, but=frozenset()) -> dict[int, int]:
        """Wait until so many are ready, none of them one of `but`."""
        with self.news:
            self.news.wait_for(lambda: self.ended or self._complete(but), STARTING)
        assert self._complete(but), self.log
        return self.there

    def _complete(self, but) -> bool:
        return len(self.there) == MANY and not set(self.there.values()) & set(but)


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


@contextmanager
def reading_pages(product) -> Iterator[list[object]]:
    """Somebody asks for a page again and again; what went wrong."""
    wrong, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            try:
                answer = httpx.get(f"{product.base}/connexion", timeout=60)
                wrong.extend([answer.status_code] if answer.status_code != 200 else [])
                asked[0] += 1
            except httpx.HTTPError as error:
                wrong.append(repr(error))

    asked = [0]
    reader = threading.Thread(target=read)
    reader.start()
    yield wrong
    stop.set()
    reader.join()
    assert asked[0] > 0


def test_whichever_dies_is_started_again_and_nothing_is_lost_or_doubled(product, telegram, postgres_url):
    lou, first_time = DeskPhone(telegram.client, "Lou"), product.all_there()
    with Ledger(postgres_url) as ledger:
        for worker, pid in first_time.items():
            lou.bursts(*(f"/aide {worker}.{n}" for n in range(8)))
            os.kill(pid, signal.SIGKILL)
            product.all_there(but={pid})
            leases_end(ledger)
            ledger.rests(lou)
        handled_once_and_answered(lou, ledger)
    assert [line.split()[2:4] for line in product.complaints] == [["worker", str(n)] for n in first_time]
    assert httpx.get(f"{product.base}/connexion").status_code == 200


def test_all_end_within_five_seconds_and_what_is_said_meanwhile_is_answered_by_the_next(
    product, telegram, postgres_url
):
    lou, pids = DeskPhone(telegram.client, "Lou"), product.all_there().values()
    with Ledger(postgres_url) as ledger, httpx.stream("GET", f"{product.base}/connexion") as open_page:
        lou.bursts(*(f"/aide {n}" for n in range(20)))
        began = monotonic()
        assert product.end(signal.SIGTERM) == 0
        took = monotonic() - began
        assert open_page.status_code == 200
        assert took < WITHIN and not [pid for pid in pids if runs(pid)], took
        assert product.complaints == []
        product.start()
        ledger.rests(lou)
        handled_once_and_answered(lou, ledger)


def test_they_are_renewed_one_by_one_and_every_page_asked_for_meanwhile_comes(product):
    before = product.all_there()
    with reading_pages(product) as wrong:
        product.process.send_signal(signal.SIGHUP)
        after = product.all_there(but=before.values())
    assert wrong == [] and product.complaints == []
    assert set(after) == set(before)


def test_workers_end_by_themselves_when_nobody_holds_them_any_more(product):
    pids = product.all_there().values()
    product.kill()
    until = monotonic() + 2 * WITHIN
    while any(map(runs, pids)) and monotonic() < until:
        pass
    assert not [pid for pid in pids if runs(pid)]
    product.start()


def runs(pid):
    """It is there, and not only waiting to be counted."""
    try:
        return b") Z " not in Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return False


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


def test_a_database_that_is_away_stops_them_all_at_the_start(telegram, tmp_path):
    lost = Several(tmp_path, "postgresql://nobody@127.0.0.1:1/none", telegram)
    lost.launch()
    assert lost.process.wait(STARTING) == 2
    lost.reader.join()
    assert "PASSERELLE_DATABASE_URL: it cannot be opened" in lost.log and "started again" not in lost.log
