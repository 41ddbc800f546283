"""One contender, until it is ended: python -m tests.bench.peers.contenders NAME API FOLDER [URL or KNOWN]."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path


def main(name: str, api: str, folder: Path, more: str) -> None:
    if name.startswith("ptb"):
        from tests.bench.peers.contenders import ptb

        file = folder / "ptb.pickle" if name == "ptb" else None
        ptb.application(api, file, int(more or 0)).run_polling(poll_interval=0)
        return
    if name.startswith("workers-"):
        from tests.bench.peers.contenders import several

        several.run(api, folder, more, int(name.removeprefix("workers-")))
    asyncio.run(_aiogram(name, api, folder, more))


async def _aiogram(name: str, api: str, folder: Path, more: str) -> None:
    from tests.bench.peers.contenders.aiogram_bare import bot_at

    bot = bot_at(api)
    if name == "passerelle":
        from tests.bench.peers.contenders import passerelle

        await passerelle.run(bot, more or passerelle.address(folder))
        return
    await _dispatcher(name, folder).start_polling(bot, handle_signals=False)


def _dispatcher(name: str, folder: Path):  # type: ignore[no-untyped-def]
    from aiogram.fsm.storage.memory import MemoryStorage

    from tests.bench.peers.contenders.aiogram_bare import dispatcher

    match name:
        case "aiogram-idiom":
            return dispatcher(MemoryStorage())
        case "aiogram-async":
            return dispatcher(MemoryStorage(), asynchronous=True)
        case "aiogram-sqlite":
            from tests.bench.peers.contenders.sqlite_storage import SqliteStorage

            return dispatcher(SqliteStorage(folder / "aiogram.db"), asynchronous=True)
        case "aiogram-dialog":
            from tests.bench.peers.contenders import dialog

            return dialog.dispatcher()
    raise SystemExit(f"no such contender: {name}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4] if len(sys.argv) > 4 else "")
