"""A Bot API of a few methods, in a process of its own: the same for every contender, and cheap.

    python -m tests.bench.peers.stub YOUTHS AT_ONCE STEPS
prints its port, then serves until it is ended. GET /report tells how it went; GET /give-up counts the stuck
as lost; GET /begin: the bot is ready to be called.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import sys
from urllib.parse import parse_qs

import httptools

from tests.bench.peers.pushing import Pusher
from tests.bench.peers.youths import AT, BOT, Crowd

_PART = re.compile(
    rb'name="(chat_id|reply_markup|offset|timeout)"\r\n(?:[^\r\n]+\r\n)*\r\n(.*?)\r\n--', re.DOTALL
)
ASKED = {
    "getme": BOT,
    "getmycommands": [],
    "getmydescription": {"description": ""},
    "getmyshortdescription": {"short_description": ""},
}
"""What is answered to those who ask; all else is done."""
SAYS = {"sendmessage", "editmessagetext", "senddocument", "sendvenue"}


class Bell:
    """Wakes the poll that waits when somebody has said something; or calls the webhook, where one is set."""

    def __init__(self, crowd: Crowd) -> None:
        self.event, self.pusher = asyncio.Event(), Pusher(crowd)

    def ring(self) -> None:
        self.event.set()
        self.pusher.goes_on()


class Server(asyncio.Protocol):
    """One connection."""

    def __init__(self, crowd: Crowd, bell: Bell) -> None:
        self.crowd, self.bell = crowd, bell
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.parser = httptools.HttpRequestParser(self)
        self.url, self.body = b"", bytearray()

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_message_begin(self) -> None:
        self.url, self.body = b"", bytearray()

    def on_url(self, url: bytes) -> None:
        self.url += url

    def on_body(self, body: bytes) -> None:
        self.body += body

    def on_message_complete(self) -> None:
        path, _, query = self.url.decode().partition("?")
        method = path.rpartition("/")[2].lower()
        fields = fields_of(bytes(self.body), query)
        if method == "getupdates":
            asyncio.get_running_loop().create_task(self.poll(fields))
        elif method == "report":
            self.answer(json.dumps(self.crowd.report()))
        elif method == "begin":
            self.answer(json.dumps(self.bell.pusher.begins()))
        elif method == "give-up":
            self.answer(json.dumps(self.crowd.give_up()))
            self.bell.ring()
        else:
            self.call(method, fields)

    async def poll(self, fields: dict[str, str]) -> None:
        """Long: it waits for something to be said."""
        offset, timeout = int(fields.get("offset") or 0), float(fields.get("timeout") or 0)
        given = self.crowd.hand_out(offset)
        if not given and timeout:
            self.bell.event.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.bell.event.wait(), timeout)
            given = self.crowd.hand_out(offset)
        self.answer('{"ok":true,"result":[' + ",".join(given) + "]}")

    def call(self, method: str, fields: dict[str, str]) -> None:
        if method in SAYS:
            chat = int(fields["chat_id"])
            self.crowd.hear(chat, fields.get("reply_markup", ""))
            self.bell.ring()
            said = {"message_id": 7, "date": AT, "chat": {"id": chat, "type": "private", "first_name": "Lou"}}
            self.answer(json.dumps({"ok": True, "result": {**said, "from": BOT, "text": "?"}}))
            return
        if method == "setwebhook":
            self.bell.pusher.told = fields["url"], fields["secret_token"]
        self.answer(json.dumps({"ok": True, "result": ASKED.get(method, True)}))

    def answer(self, body: str) -> None:
        raw = body.encode()
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(raw)}\r\n\r\n"
        if self.transport and not self.transport.is_closing():
            self.transport.write(head.encode() + raw)


def fields_of(body: bytes, query: str) -> dict[str, str]:
    """What a call says, however it is written: JSON, a form, parts, or in the address."""
    if body[:1] == b"{":
        found = json.loads(body)
        return {k: v if isinstance(v, str) else json.dumps(v) for k, v in found.items()}
    if body[:2] == b"--":
        return {name.decode(): value.decode() for name, value in _PART.findall(body)}
    return {k: v[-1] for k, v in parse_qs(body.decode() or query).items()}


async def main(many: int, at_once: int, steps: int) -> None:
    crowd = Crowd(many, at_once, steps)
    bell = Bell(crowd)
    crowd.begin()
    server = await asyncio.get_running_loop().create_server(lambda: Server(crowd, bell), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
