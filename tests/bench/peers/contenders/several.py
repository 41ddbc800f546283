"""Ours as it is started where it grows: `passerelle run --workers N`, called by Telegram, on PostgreSQL."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import httpx

from backend.settings import load_settings
from bot import workers
from bot.listening import listen
from tests.bench.peers.contenders.aiogram_bare import TOKEN

PROGRAM = (sys.executable, "-m", "tests.bench.peers.contenders.worker", "worker")


def run(api: str, folder: Path, url: str, many: int) -> None:
    """Until they are ended."""
    told = {
        "PORT": "0",
        "DATABASE_URL": url,
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API": api,
        "TELEGRAM_MODE": "webhook",
        "WEBHOOK_SECRET": "of-the-race",
        "TELEGRAM_BUDGET": "0",
        "TELEGRAM_CHAT_PACE": "0",
        "YOUTH_PACE": "0",
        "SECRET_KEY": "a secret of the race, which signs nothing",
        "ENCRYPTION_KEY": "a key of the race, which seals nothing",
        "ERASURES": str(folder / "erasures"),
    }
    os.environ |= {f"PASSERELLE_{name}": value for name, value in told.items()}
    port = listen(load_settings())
    os.environ["PASSERELLE_PORT"] = str(port.getsockname()[1])
    workers.PROGRAM = PROGRAM
    sys.exit(asyncio.run(_kept(api, workers.Workers(many, port))))


async def _kept(api: str, them: workers.Workers) -> int:
    """Nobody calls before all of them are ready, and the webhook is set."""
    running = asyncio.create_task(them.run())
    for worker in them.all:
        await worker.ready.wait()
    async with httpx.AsyncClient() as http:
        while not (await http.get(f"{api}/begin")).json():
            await asyncio.sleep(0.1)
    return await running
