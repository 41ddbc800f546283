"""Fetching a calendar that someone keeps elsewhere: from the public internet, of a bearable size, in a bearable time."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

import httpx

from backend.calendars.addresses import Ip, Resolve, is_public, public_addresses, resolve
from backend.calendars.expanding import LARGEST

STEP, PATIENCE = 10.0, 30.0
"""Seconds for one answer of the server, and for all of it."""
HOPS = 4
"""Redirections followed. Each is looked at as if it had been given."""
MOVED = {301, 302, 303, 307, 308}
PORTS = {"https": 443, "http": 80}
USUAL = frozenset({80, 443, 8080, 8443})
"""Where calendars are served. Behind other doors of a machine stand mail, databases and what nobody meant to show."""


class Unreadable(Exception):
    """The calendar cannot be had; the argument is a word:

    address (none that we go to), unreachable, refused (an answer that is no calendar), too_big.
    """


@dataclass(frozen=True)
class Outside:
    """How far out we go. Tests give a resolver and machines of their own."""

    plain: bool = False
    """http too: at the desk only."""
    resolve: Resolve = resolve
    may: Callable[[Ip], bool] = is_public
    ports: frozenset[int] | None = USUAL
    """None: any."""
    patience: float = PATIENCE
    tls: ssl.SSLContext | bool = True


def address_of(text: str, outside: Outside) -> httpx.URL:
    """The address of a calendar as it was typed; webcal:// means https://. Raises Unreadable(address)."""
    text = text.strip()
    if text.lower().startswith(("webcal://", "webcals://")):
        text = f"https://{text.partition('://')[2]}"
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        raise Unreadable("address") from None
    if not url.host or url.scheme not in PORTS or (url.scheme == "http" and not outside.plain):
        raise Unreadable("address")
    port = PORTS[url.scheme] if url.port is None else url.port
    if outside.ports is not None and port not in outside.ports:
        raise Unreadable("address")
    return url


async def fetch(text: str, outside: Outside) -> bytes:
    """What stands there, 5 MB at most. Raises Unreadable."""
    url = address_of(text, outside)
    try:
        async with asyncio.timeout(outside.patience), _client(outside) as client:
            return await _follow(client, url, outside)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError):  # a time-out is an OSError
        raise Unreadable("unreachable") from None


def _client(outside: Outside) -> httpx.AsyncClient:
    """No proxy and no cookie: what was looked at is where we go."""
    return httpx.AsyncClient(timeout=STEP, trust_env=False, verify=outside.tls, follow_redirects=False)


async def _follow(client: httpx.AsyncClient, url: httpx.URL, outside: Outside) -> bytes:
    for _ in range(HOPS + 1):
        answer = await _get(client, url, outside)
        if isinstance(answer, bytes):
            return answer
        url = address_of(str(url.join(answer)), outside)
    raise Unreadable("refused")


async def _get(client: httpx.AsyncClient, url: httpx.URL, outside: Outside) -> bytes | str:
    """What stands at this very address, or where it leads to."""
    host, port = url.raw_host.decode(), url.port or PORTS[url.scheme]
    found = await public_addresses(host, port, outside.resolve, outside.may)
    if not found:
        raise Unreadable("address")
    answer = await _ask(client, url, found)
    try:
        if answer.status_code in MOVED and "location" in answer.headers:
            return answer.headers["location"]
        return await _body(answer)
    finally:
        await answer.aclose()


async def _ask(client: httpx.AsyncClient, url: httpx.URL, found: list[str]) -> httpx.Response:
    """The first of these machines that answers the door."""
    for ip in found[:-1]:
        with contextlib.suppress(httpx.ConnectError, httpx.ConnectTimeout):
            return await client.send(_request(client, url, ip), stream=True)
    return await client.send(_request(client, url, found[-1]), stream=True)


def _request(client: httpx.AsyncClient, url: httpx.URL, ip: str) -> httpx.Request:
    """To the machine that was looked at, not to whatever the name means a moment later. Its certificate is the name's."""
    headers = {"Host": url.netloc.decode(), "Accept": "text/calendar", "Accept-Encoding": "identity"}
    named = {"sni_hostname": url.raw_host.decode()} if url.scheme == "https" else {}
    return client.build_request("GET", url.copy_with(host=ip), headers=headers, extensions=named)


async def _body(answer: httpx.Response) -> bytes:
    plain = answer.headers.get("content-encoding", "identity") == "identity"  # 5 MB may unpack to 5 GB
    if answer.status_code != HTTPStatus.OK or not plain:
        raise Unreadable("refused")
    body = bytearray()
    async for piece in answer.aiter_raw():
        body += piece
        if len(body) > LARGEST:
            raise Unreadable("too_big")
    return bytes(body)
