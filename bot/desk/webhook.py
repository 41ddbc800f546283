"""Delivering updates to the bot's webhook: in order within a chat, again and again until it says 2xx."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from functools import partial
from http import HTTPStatus
from typing import Any

import httpx

from bot.desk.errors import Json
from bot.desk.store import Store
from bot.desk.updates import Updates

CONNECTIONS, FIRST_WAIT, LONGEST_WAIT, PATIENCE = 40, 0.25, 30.0, 60.0
Taken = Callable[[Json, Any], Awaitable[None]]


class Webhook:
    """Where updates go, if anywhere. `taken(update, answer)` is told of each update the bot accepted."""

    def __init__(self, store: Store, updates: Updates, taken: Taken) -> None:
        self._store, self._updates, self._taken = store, updates, taken
        self.url, self.secret, self.connections = "", "", CONNECTIONS
        self.last_error: Json = {}
        self._courier: asyncio.Task[None] | None = None
        for kept in store.records("webhook"):
            self.url, self.secret, self.connections = kept["url"], kept["secret"], kept["connections"]

    def set(self, url: str, secret: str, connections: int = CONNECTIONS) -> None:
        self.url, self.secret, self.connections = url, secret, connections
        self.last_error = {}
        kept = {"url": url, "secret": secret, "connections": connections}
        self._store.put("webhook", "webhook", kept)
        self.stop()
        self.start()

    def start(self) -> None:
        """Begin to deliver, if there is a webhook and nobody does so yet. Needs a running event loop."""
        if self.url and (self._courier is None or self._courier.done()):
            self._courier = asyncio.create_task(self._deliver())

    def stop(self) -> None:
        if self._courier is not None:
            self._courier.cancel()
            self._courier = None

    async def _deliver(self) -> None:
        underway: dict[int, asyncio.Task[None]] = {}
        async with httpx.AsyncClient(timeout=PATIENCE) as client, asyncio.TaskGroup() as group:
            while True:
                arrived = self._updates.arrived
                self._send_out(client, group, underway)
                await arrived.wait()

    def _send_out(
        self, client: httpx.AsyncClient, group: asyncio.TaskGroup, underway: dict[int, asyncio.Task[None]]
    ) -> None:
        """One delivery at a time for each chat, and never more than `connections` in all."""
        for update in [*self._updates.again, *self._updates.pending.values()]:
            if len(underway) >= self.connections:
                return
            chat = chat_of(update)
            if chat not in underway:
                underway[chat] = group.create_task(self._insist(client, update))
                underway[chat].add_done_callback(partial(self._free, underway, chat))

    def _free(self, underway: dict[int, asyncio.Task[None]], chat: int, _done: asyncio.Task[None]) -> None:
        underway.pop(chat)
        self._updates.wake()

    async def _insist(self, client: httpx.AsyncClient, update: Json) -> None:
        wait = FIRST_WAIT
        while not await self._offer(client, update):
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def _offer(self, client: httpx.AsyncClient, update: Json) -> bool:
        """Post it once; True if the bot took it, or if it was dropped meanwhile."""
        repeated = update in self._updates.again
        if not repeated and update["update_id"] not in self._updates.pending:
            return True
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            answer = await client.post(self.url, json=update, headers=headers)
        except httpx.HTTPError as error:
            self._failed(f"Connection failed: {type(error).__name__}")
            return False
        if not answer.is_success:
            phrase = HTTPStatus(answer.status_code).phrase
            self._failed(f"Wrong response from the webhook: {answer.status_code} {phrase}")
            return False
        if repeated:
            self._updates.again.remove(update)
        else:
            self._updates.confirm(update["update_id"])
        await self._taken(update, _spoken(answer))
        return True

    def _failed(self, why: str) -> None:
        self.last_error = {"last_error_date": int(time.time()), "last_error_message": why}


def _spoken(answer: httpx.Response) -> Any:
    """The method call a webhook may answer with; None if it does not."""
    try:
        body = answer.json() if answer.content else None
    except ValueError:
        return None
    return body if isinstance(body, dict) and "method" in body else None


def chat_of(update: Json) -> int:
    """The chat an update belongs to."""
    body = next(value for key, value in update.items() if key != "update_id")
    return int((body.get("message") or body)["chat"]["id"])
