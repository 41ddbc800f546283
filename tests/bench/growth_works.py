"""What is done again and again, each timed on a database that has grown: milliseconds of processor and of waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time
from typing import Any

import httpx
from pydantic import SecretStr
from sqlmodel import col, select, update

from backend.agenda.models import Motive
from backend.agenda.offers import point_of, propose
from backend.agenda.wishes import Wish
from backend.console.app import pages
from backend.db import Database
from backend.handover.queries import glance
from backend.leases import lease
from backend.live import Bell
from backend.models import Conversation, Line
from backend.people.erasure import erase
from backend.script import Script, load_script
from backend.settings import Settings
from bot.receipts import Receipts
from bot.ticks import works
from tests.bench.growth_made import phone
from tests.bench.growth_talks import LINES
from tests.clock import Clock
from tests.conftest import NEVERS
from tests.visits import known, signed_in
from tests.youth import Youth, books

TIMES, YOUTHS, TURNS = 9, 5, 10
DELAYED, LATER = 10_000, 2
MANAGER = "helene.roussel@exemple.fr"
PAGES = {
    "the inbox": "/relais",
    "a thread": "/relais/{handover_id}",
    "the agenda of a day": "/rendez-vous",
    "a card": "/rendez-vous/{appointment_id}/carte",
    "the board": "/tableau",
    "the state": "/etat",
    "posters": "/affiches",
}
Work = Callable[[], object]


@dataclass(frozen=True)
class Took:
    """The median of several times, in ms."""

    processor: float
    wall: float


def took(work: Work, times: int = TIMES, share: int = 1) -> Took:
    """`share`: it does so many of what is measured. Once before, for what is read once in a process."""
    work()
    spent = [_once(work) for _ in range(times)]
    return Took(*(median(one) * 1000 / share for one in zip(*spent, strict=True)))


def _once(work: Work) -> tuple[float, float]:
    cpu, began = process_time(), perf_counter()
    work()
    return process_time() - cpu, perf_counter() - began


def measured(db: Database) -> dict[str, Took]:
    """Everything, by name, in the order of a day."""
    settings = Settings(_env_file=None, secret_key=SecretStr("a secret of the bench, long enough"))
    script = load_script("http://127.0.0.1:8000", now=Clock(), team=NEVERS)
    found = {"a turn with what it says": took(_turns(db, script), YOUTHS, TURNS)}
    found["the outbox, nothing due"] = took(lambda: lease(db, script.now(), 8))
    with db.reading() as tx:
        found["a search of proposals"] = took(_search(tx))
    found |= dict(_pages(db, script, settings))
    found["a live page's glance"] = took(_glance(db))
    receipts = Receipts(db, None, Bell())  # type: ignore[arg-type]  # what was read is past
    receipts.begin()
    found["a look for receipts"] = took(lambda: asyncio.run(receipts.look()))
    for name, work in works(db, script, settings).items():
        if name == "purge":  # it takes minutes once, and what is measured after it would have shrunk
            continue
        found[f"the tick {name}, nothing due"] = took(work, 5)
    _delayed(db, script)
    found["the outbox, 10,000 lines due"] = took(lambda: lease(db, script.now(), 8))
    found["erasing somebody"] = took(_erasing(db))
    return found


def _delayed(db: Database, script: Script) -> None:
    """The last line of as many chats could not leave yet, as after an hour without Telegram."""
    some = (
        select(Conversation.id)
        .where(~col(Conversation.blocked))
        .order_by(col(Conversation.id))
        .limit(DELAYED)
    )
    last = update(Line).where(col(Line.conversation_id).in_(some), col(Line.seq) == LINES)
    with db.transaction() as tx:
        tx.execute(last.values(author="guide", kind="text", state="queued", due=script.now(), urgency=LATER))


def _turns(db: Database, script: Script) -> Work:
    numbers = iter(range(1, 1000))
    return lambda: books(Youth(db, script, str(next(numbers))))


def _search(tx: Any) -> Work:
    motive = tx.exec(select(Motive).where(Motive.slug == "emploi").order_by(col(Motive.id))).first()
    wish = Wish(motive.mission_locale_id, "from_18", ("emploi",), motive, ("place",))
    return lambda: propose(tx, wish, point_of("58134"), Clock()())


def _pages(db: Database, script: Script, settings: Settings) -> Iterator[tuple[str, Took]]:
    app = pages(settings, db, script, Bell())
    token = signed_in(db, MANAGER, script.now)
    with db.reading() as tx:
        names = known(tx, MANAGER)
    with asyncio.Runner() as runner:
        door = httpx.ASGITransport(app=app)
        cookies = {"passerelle": token}
        client = httpx.AsyncClient(transport=door, base_url="http://127.0.0.1:8000", cookies=cookies)
        for name, path in PAGES.items():
            address = path.format(**names)
            assert runner.run(client.get(address)).is_success, address
            yield name, took(lambda address=address: runner.run(client.get(address)))  # type: ignore[misc]
        runner.run(client.aclose())


def _glance(db: Database) -> Work:
    def look() -> object:
        with db.reading() as tx:
            return glance(tx, talk)

    with db.reading() as tx:
        talk = tx.exec(select(Conversation.id).where(Conversation.address == phone(7))).one() or 0
    return look


def _erasing(db: Database) -> Work:
    """The oldest first: the eleventh to the twentieth of those who came."""
    numbers = iter(range(11, 50))

    def work() -> None:
        with db.transaction() as tx:
            mine = Conversation.address == phone(next(numbers))
            youth = tx.exec(select(Conversation.youth_id).where(mine)).first()
            if youth is not None:
                erase(tx, youth)

    return work
