"""Bots to be killed, on each database, before a Telegram that goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from backend.db import connect
from tests.chaos.bots import Deployment, Zygote
from tests.chaos.storm import Scene
from tests.chaos.telegram import telegram
from tests.clock import MONDAY


@pytest.fixture(scope="session")
def _zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    """Importing takes seconds: once for all."""
    with Zygote(tmp_path_factory.mktemp("zygote")) as started:
        yield started


@pytest.fixture
def zygote(_zygote: Zygote) -> Iterator[Zygote]:
    """It is Monday morning. Whatever lives at the end is killed."""
    _zygote.clock.goes_to(MONDAY)
    yield _zygote
    _zygote.kills_all()


@pytest.fixture
async def scene(zygote: Zygote, url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """A database, a Telegram, and bots to be started between them."""
    db = connect(url)
    async with telegram() as there:
        yield Scene(zygote, Deployment(tmp_path, url, there.base), db, there)
        zygote.kills_all()
    db.close()
