"""The desk remembers: over a restart, over kill -9."""

import contextlib
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx

from tests.bot.desk.conftest import bot_at
from tests.bot.desk.hand import TOKEN, Hand


@contextlib.contextmanager
def desk_process(store: Path) -> Iterator[str]:
    """`python -m bot.desk` on a store, killed with SIGKILL at the end of the block."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "bot.desk", "--port", str(port), "--store", str(store), "--token", TOKEN]
    with subprocess.Popen(command) as process:
        try:
            base = f"http://127.0.0.1:{port}"
            _until_up(base)
            yield base
        finally:
            process.kill()


def _until_up(base: str) -> None:
    transport = httpx.HTTPTransport(retries=12)
    with httpx.Client(transport=transport) as client:
        assert client.get(f"{base}/phone").is_success


async def test_all_is_there_again_after_kill_9(tmp_path: Path):
    store = tmp_path / "var" / "desk.db"
    with desk_process(store) as base:
        async with httpx.AsyncClient(base_url=base) as client, bot_at(base) as bot:
            hand = Hand(client)
            phone = await hand.phone()
            await hand.write(phone, "un")
            [first] = await bot.get_updates()
            await hand.write(phone, "deux")
            await bot.get_updates(offset=first.update_id + 1)
            sent = await bot.send_message(phone, "réponse")
            file = await hand.send_file(phone, "document", "a.txt", b"content")
            before = await hand.screen(phone)
    with desk_process(store) as base:
        async with httpx.AsyncClient(base_url=base) as client, bot_at(base) as bot:
            hand = Hand(client)
            after = await hand.screen(phone)
            assert after["bubbles"] == before["bubbles"]
            assert after["version"] > before["version"]
            assert (await client.get(file["file"]["url"])).content == b"content"
            waiting = await bot.get_updates()
            assert [update.message.text for update in waiting] == ["deux", None]
            assert (await bot.send_message(phone, "suite")).message_id > sent.message_id
            await hand.write(phone, "trois")
            last = (await bot.get_updates())[-1]
            assert last.update_id > waiting[-1].update_id
