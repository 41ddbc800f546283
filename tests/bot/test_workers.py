"""`passerelle run --workers N`: several processes behind one port. One may die at any time, all may end at any time."""

from __future__ import annotations

import os
import re
import select
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
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


def as_a_browser(url):
    """A connection that is cut before any answer is made again, once."""
    try:
        return httpx.get(url, timeout=60)
    except (httpx.ReadError, httpx.RemoteProtocolError):
        return httpx.get(url, timeout=60)


@contextmanager
def reading_pages(product) -> Iterator[list[object]]:
    """Somebody asks for a page again and again; what went wrong."""
    wrong, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            try:
                answer = as_a_browser(f"{product.base}/connexion")
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


def test_one_story_of_two_workers(product, telegram, postgres_url):
    """Starting takes seconds, so that all of it is one day: renewed, killed, ended, started, abandoned."""
    lou, first = DeskPhone(telegram.client, "Lou"), product.all_there()
    with Ledger(postgres_url) as ledger:
        second = they_are_renewed_while_pages_are_read(product, first)
        one_that_is_killed_is_started_again(product, lou, ledger, second)
        all_end_within_five_seconds(product, lou)
        product.start()
        leases_end(ledger)
        ledger.rests(lou)
        handled_once_and_answered(lou, ledger)
    they_end_when_nobody_holds_them_any_more(product)


def they_are_renewed_while_pages_are_read(product, before):
    with reading_pages(product) as wrong:
        product.process.send_signal(signal.SIGHUP)
        after = product.all_there(but=before.values())
    assert wrong == [] and product.complaints == []
    return after


def one_that_is_killed_is_started_again(product, lou, ledger, pids):
    lou.bursts(*(f"/aide 1.{n}" for n in range(8)))
    os.kill(pids[1], signal.SIGKILL)
    assert httpx.get(f"{product.base}/connexion").status_code == 200, "the other one lets people in"
    product.all_there(but={pids[1]})
    leases_end(ledger)
    ledger.rests(lou)
    assert [line.split()[2:4] for line in product.complaints] == [["worker", "1"]]


def all_end_within_five_seconds(product, lou):
    pids = product.there.values()
    with httpx.stream("GET", f"{product.base}/connexion") as open_page:
        lou.bursts(*(f"/aide 2.{n}" for n in range(20)))
        began = monotonic()
        assert product.end(signal.SIGTERM) == 0
        took = monotonic() - began
        assert open_page.status_code == 200
    assert took < WITHIN and not [pid for pid in pids if not ends(pid, 0)], took
    assert len(product.complaints) == 1, product.log


def they_end_when_nobody_holds_them_any_more(product):
    pids = product.all_there().values()
    product.kill()
    assert [pid for pid in pids if not ends(pid, 2 * WITHIN)] == []


def ends(pid, within):
    """Whether this process, which is not our child, is over in so many seconds."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    ended, *_ = select.select([watched], [], [], within)
    os.close(watched)
    return bool(ended)


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
