"""`python -m tests.bench.live`: how long words take from a phone to an open page, and back, while much goes on.

200 conversations, 20 open pages; the product in its own processes, the desk Telegram in another.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import httpx
from sqlmodel import select

from backend.db import connect
from backend.handover.models import Handover
from backend.models import Conversation
from backend.script import load_script
from bot.desk.app import TOKEN
from tests.backend.console.browser import Browser, Forms
from tests.bench.engines import sqlite
from tests.bench.report import row
from tests.conftest import NEVERS
from tests.mediator import Mediator
from tests.running import Desk, Process, Product, desk_apart, free_port, running
from tests.youth import Youth

CONVERSATIONS, PAGES, INBOXES = 200, 20, 4
SECONDS, WORDS_A_SECOND, REPLIES_A_SECOND = 20.0, 10.0, 2.0
PATIENCE = 20.0
WORD = re.compile(r"(?:mot|mus)-\d+-fin")
LINE = re.compile(r'<li id="(line-\d+)"')


@dataclass
class Watched:
    """What is sent and when, and when it is seen where."""

    sent: dict[str, float] = field(default_factory=dict)
    seen: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    lines: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def sees(self, words: set[str]) -> None:
        for word in words:
            self.seen[word].append(perf_counter())
        self.news.set()

    def taken(self, kind: str) -> list[float]:
        return [self.seen[w][0] - at for w, at in self.sent.items() if w.startswith(kind) and self.seen[w]]

    @property
    def lost(self) -> int:
        return sum(not self.seen[word] for word in self.sent)

    @property
    def doubled(self) -> int:
        """Words that stand in two lines of a page, or came twice to a phone."""
        phones = sum(len(self.seen[w]) > 1 for w in self.sent if w.startswith("mus"))
        return phones + sum(len(ids) > 1 for ids in self.lines.values())


def live(folder: Path, url: str, processes: int = 1) -> dict[str, Any]:
    """Seconds each way, what was lost or doubled, and the share of a processor that each process took."""
    folder.mkdir(parents=True)
    with desk_apart(folder) as desk:
        threads = prepare(url, desk)
        product = Product(folder, url, desk)
        with running(product), pages_beside(folder, url, desk, processes - 1) as others:
            bases = [product.base, *(base for base, _ in others)]
            every = [product, *(process for _, process in others)]
            began, used = perf_counter(), [cpu(p) for p in every]
            watched = asyncio.run(talk(desk.base, bases, threads))
            took = perf_counter() - began
            shares = [(cpu(p) - before) / took for p, before in zip(every, used, strict=True)]
    return {
        "to_page": watched.taken("mot"),
        "to_phone": watched.taken("mus"),
        "lost": watched.lost,
        "doubled": watched.doubled,
        "shares": shares,
    }


def cpu(process: Process) -> float:
    """Seconds of processor that it has used."""
    fields = Path(f"/proc/{process.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def prepare(url: str, desk: Desk) -> list[tuple[int, int]]:
    """Conversations that Nadia has the floor of: (handover, phone)."""
    db, script = connect(url), load_script("http://127.0.0.1:8000", team=NEVERS)
    new = {"first_name": "Lou", "language_code": "fr", "started": True}
    for _ in range(CONVERSATIONS):
        phone = httpx.post(f"{desk.base}/phone", json=new).raise_for_status().json()["id"]
        youth = Youth(db, script, str(phone))
        youth.starts()
        youth.writes("/humain")
    nadia = Mediator(db, script)
    for handover in nadia.sees():
        nadia.claims(handover)
    Youth(db, script, "0").hears()
    with db.reading() as tx:
        rows = tx.exec(select(Handover.id, Conversation.address).join(Conversation)).all()
    db.close()
    return [(id_ or 0, int(address)) for id_, address in rows]


@contextlib.contextmanager
def pages_beside(folder: Path, url: str, desk: Desk, many: int) -> Iterator[list[tuple[str, Process]]]:
    """More processes that serve the same pages: (address, process)."""
    found = []
    for _ in range(many):
        port = free_port()
        env = {
            "PASSERELLE_PORT": str(port),
            "PASSERELLE_DATABASE_URL": url,
            "PASSERELLE_TELEGRAM_TOKEN": TOKEN,
            "PASSERELLE_TELEGRAM_API": desk.base,
        }
        process = Process(["-m", "bot", "serve"], folder, env)
        process.launch()
        base = f"http://127.0.0.1:{port}"
        while not answers(base):
            with contextlib.suppress(Exception):
                process.process.wait(0.1)
        found.append((base, process))
    try:
        yield found
    finally:
        for _, process in found:
            process.process.terminate()
            process.process.wait(10)
            process.reader.join(10)


def answers(base: str) -> bool:
    try:
        return httpx.get(f"{base}/connexion").is_success
    except httpx.TransportError:
        return False


async def talk(desk: str, bases: list[str], threads: list[tuple[int, int]]) -> Watched:
    """Open the pages, let everybody write for a while, wait until all has arrived."""
    watched, shown = Watched(), threads[: PAGES - INBOXES]
    doors = [bases[i % len(bases)] for i in range(PAGES)]
    browser = Browser(bases[0]).enters_as("Nadia")
    cookies = dict(browser.http.cookies)
    browser.close()
    async with contextlib.AsyncExitStack() as open_:
        console = await open_.enter_async_context(httpx.AsyncClient(cookies=cookies, timeout=PATIENCE * 2))
        phones = await open_.enter_async_context(httpx.AsyncClient(timeout=PATIENCE * 2))
        forms: dict[int, tuple[str, dict[str, str]]] = {}
        tasks = []
        for base, (handover, phone) in zip(doors, shown, strict=False):
            path = f"{base}/relais/{handover}"
            page = (await console.get(path)).raise_for_status().text
            action = f"/relais/{handover}/repondre"
            forms[handover] = (base + action, next(f for f in Forms(page).found if f.action == action).fields)
            tasks.append(asyncio.create_task(follow(console, path, page, watched)))
            tasks.append(asyncio.create_task(look(phones, f"{desk}/phone/{phone}", watched)))
        for base in doors[len(shown) :]:
            page = (await console.get(f"{base}/relais")).raise_for_status().text
            tasks.append(asyncio.create_task(follow(console, f"{base}/relais", page, watched)))
        await asyncio.sleep(1)
        await asyncio.gather(
            write(phones, desk, shown, threads[len(shown) :], watched), reply(console, forms, watched)
        )
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                while watched.lost:
                    watched.news.clear()
                    await watched.news.wait()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return watched


async def follow(console: httpx.AsyncClient, path: str, page: str, watched: Watched) -> None:
    """What an open page is told."""
    edition = page.partition('data-edition="')[2].partition('"')[0]
    event: list[str] = []
    async with console.stream("GET", f"{path}/flux?vu={edition}") as stream:
        stream.raise_for_status()
        async for line in stream.aiter_lines():
            if line:
                event.append(line)
                continue
            html, event = "\n".join(event), []
            if found := LINE.search(html):
                for word in set(WORD.findall(html)):
                    watched.lines[word].add(found[1])
                    if word.startswith("mot"):
                        watched.sees({word})


async def look(phones: httpx.AsyncClient, phone: str, watched: Watched) -> None:
    """What a phone shows of the bot."""
    known, since = set(), 0
    while True:
        screen = (await phones.get(phone, params={"since": since, "timeout": 20})).json()
        since = screen["version"]
        for bubble in screen["bubbles"]:
            if bubble["author"] == "bot" and bubble["id"] not in known:
                known.add(bubble["id"])
                watched.sees(set(WORD.findall(bubble.get("text") or "")))


async def write(
    phones: httpx.AsyncClient,
    desk: str,
    shown: list[tuple[int, int]],
    others: list[tuple[int, int]],
    watched: Watched,
) -> None:
    """Youths write, one in two on a phone whose thread is open somewhere."""
    chance, number, end = random.Random(5), count(1), perf_counter() + SECONDS
    while perf_counter() < end:
        n = next(number)
        _, phone = chance.choice(shown if n % 2 else others)
        word = f"mot-{n}-fin"
        if n % 2:
            watched.sent[word] = perf_counter()
        (await phones.post(f"{desk}/phone/{phone}/text", json={"text": f"Et {word}"})).raise_for_status()
        await asyncio.sleep(1 / WORDS_A_SECOND)


async def reply(
    console: httpx.AsyncClient, forms: dict[int, tuple[str, dict[str, str]]], watched: Watched
) -> None:
    """Nadia answers, one page after the other."""
    chance, number, end = random.Random(6), count(1), perf_counter() + SECONDS
    while perf_counter() < end:
        address, fields = chance.choice(list(forms.values()))
        word = f"mus-{next(number)}-fin"
        watched.sent[word] = perf_counter()
        answer = await console.post(address, data={**fields, "nonce": word, "text": f"Oui {word}"})
        assert answer.status_code == 303, answer.status_code
        await asyncio.sleep(1 / REPLIES_A_SECOND)


def live_table(found: dict[str, dict[str, Any]]) -> str:
    """As text: each column a way to run it."""
    lines = [row(f"Live: {CONVERSATIONS} conversations, {PAGES} pages open", list(found))]
    for kind, label in (("to_page", "ms, youth to page"), ("to_phone", "ms, page to phone")):
        taken = [[s * 1000 for s in one[kind]] for one in found.values()]
        lines.append(row(f"{label}, median", [f"{median(t):.0f}" for t in taken]))
        lines.append(row(f"{label}, p95", [f"{quantiles(t, n=20)[-1]:.0f}" for t in taken]))
    lines.append(row("lost, doubled", [f"{one['lost']}, {one['doubled']}" for one in found.values()]))
    shares = [" + ".join(f"{s:.0%}" for s in one["shares"]) for one in found.values()]
    return "\n".join([*lines, row("of a processor, each process", shares)])


def main() -> None:
    """On SQLite alone; `make bench` does all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {"SQLite file": live(folder / "live", sqlite(folder)())}
    sys.stdout.write(f"{live_table(found)}\n")


if __name__ == "__main__":
    main()
