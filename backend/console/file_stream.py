"""A file as an answer: its type by its first bytes, nothing in it may run, and no more than it should weigh."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi.responses import Response, StreamingResponse

from backend.attachments.kinds import HEAD, SHOWN, safe_name, sniff
from backend.outbox import Away, Opened

HEAVIEST = 20 * 1024 * 1024
"""Bytes. Telegram gives bots no larger file."""
PLAYED = ("audio/", "video/")
QUIET = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'self'",
    "Cache-Control": "private, no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")


async def begun(opened: Opened) -> tuple[bytes, AsyncIterator[bytes]]:
    """Its first bytes, and all of it. Raises as the channel does, before anything is answered."""
    head = b""
    async for chunk in opened.chunks:
        head += chunk
        if len(head) >= HEAD:
            break
    return head, _all(head, opened.chunks)


async def _all(head: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield head
    seen = len(head)
    async for chunk in rest:
        seen += len(chunk)
        if seen > HEAVIEST:
            raise Away  # what was said of its size was not true
        yield chunk


def answer(
    opened: Opened,
    head: bytes,
    chunks: AsyncIterator[bytes],
    about: Mapping[str, Any],
    wanted: str,
    *,
    keep: bool,
) -> Response:
    """The file. `wanted` is the header Range, `keep` says that it is to be saved rather than shown."""
    mime = sniff(head[:HEAD]) or ""
    shown = mime in SHOWN and not keep
    headers = QUIET | {"Content-Disposition": _disposition(about, shown=shown)}
    kind = mime if shown or mime in SHOWN else "application/octet-stream"
    part = _part(wanted, opened.size) if opened.size and mime.startswith(PLAYED) else None
    if mime.startswith(PLAYED):
        headers["Accept-Ranges"] = "bytes"
    if part is None:
        headers |= {"Content-Length": str(opened.size)} if opened.size else {}
        return StreamingResponse(_closed(chunks), HTTPStatus.OK, headers, kind)
    first, last = part
    if first >= (opened.size or 0):
        headers["Content-Range"] = f"bytes */{opened.size}"
        return Response(b"", HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers)
    headers |= {
        "Content-Range": f"bytes {first}-{last}/{opened.size}",
        "Content-Length": str(last - first + 1),
    }
    return StreamingResponse(_closed(_sliced(chunks, first, last)), HTTPStatus.PARTIAL_CONTENT, headers, kind)


def _disposition(about: Mapping[str, Any], *, shown: bool) -> str:
    name = safe_name(str(about.get("name") or "")) or "fichier"
    return f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{quote(name)}"


def _part(wanted: str, size: int) -> tuple[int, int] | None:
    """First and last byte that are wanted; None for all of it, or for what we do not read."""
    found = _RANGE.fullmatch(wanted.strip())
    if found is None or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        return max(size - int(last), 0), size - 1
    end = min(int(last), size - 1) if last else size - 1
    return (int(first), end) if int(first) <= end or int(first) >= size else None


async def _sliced(chunks: AsyncIterator[bytes], first: int, last: int) -> AsyncIterator[bytes]:
    """These bytes only. The channel begins at the beginning: the type is told by what stands there."""
    at = 0
    async for chunk in chunks:
        begin, end = max(first - at, 0), min(last + 1 - at, len(chunk))
        at += len(chunk)
        if end > begin:
            yield chunk[begin:end]
        if at > last:
            return


async def _closed(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Whoever leaves in the middle lets the channel go too."""
    async with aclosing(chunks) as held:  # type: ignore[type-var]  # they are generators
        async for chunk in held:
            yield chunk
