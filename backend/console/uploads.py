"""Forms with a file, read as they come: never on a disk, no more than a file may weigh, and few at a time."""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Annotated, Any, cast

from anyio import CapacityLimiter, fail_after
from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from backend.console.forms import LARGEST
from backend.console.problems import Problem, SignInFirst, typed_words
from backend.console.rooms import InRooms
from backend.console.visitors import Posted, Visitor, must_have, signed_in
from backend.handover import queries as handover

HEAVIEST = 10 * 1024 * 1024
"""Bytes of a file."""
PATIENCE = 4 * HEAVIEST
"""So much is read (and thrown away) of a form that is too heavy, so that the browser hears why."""
PARTS = 50
WAIT = 20.0
"""Seconds that a file waits for its place."""
FORM = "multipart/form-data"


@dataclass(frozen=True)
class Uploaded(Posted):
    """A form with a file, of someone signed in."""

    name: str = ""
    content: bytes = field(default=b"", repr=False)


@dataclass
class _Form:
    """A form coming in. A file that is too heavy, or of a stranger, is not kept: its words are."""

    keeps_file: bool
    fields: dict[str, bytearray] = field(default_factory=dict)
    file: bytearray = field(default_factory=bytearray)
    file_name: str = ""
    too_heavy: bool = False
    parts: int = 0
    header: tuple[bytearray, bytearray] = field(default_factory=lambda: (bytearray(), bytearray()))
    name: str = ""
    is_file: bool = False

    def callbacks(self) -> dict[str, Any]:
        return {
            "on_part_begin": self.begins,
            "on_header_field": lambda data, start, end: self.header[0].extend(data[start:end]),
            "on_header_value": lambda data, start, end: self.header[1].extend(data[start:end]),
            "on_header_end": self.has_header,
            "on_part_data": self.has_data,
        }

    def begins(self) -> None:
        self.parts += 1
        if self.parts > PARTS:
            raise FormParserError("too many parts")
        self.name, self.is_file = "", False

    def has_header(self) -> None:
        name, value = bytes(self.header[0]).lower(), bytes(self.header[1])
        self.header = (bytearray(), bytearray())
        if name != b"content-disposition":
            return
        _, options = parse_options_header(value)
        self.name = options.get(b"name", b"").decode(errors="replace")
        self.is_file = b"filename" in options
        if self.is_file:
            self.file_name = options[b"filename"].decode(errors="replace")

    def has_data(self, data: bytes, start: int, end: int) -> None:
        held = self.file if self.is_file else self.fields.setdefault(self.name, bytearray())
        if len(held) + end - start > (HEAVIEST if self.is_file else LARGEST):
            self.too_heavy = True
            held.clear() if self.is_file else None
        elif not self.too_heavy and (self.keeps_file or not self.is_file):
            held.extend(data[start:end])

    @property
    def typed(self) -> dict[str, str]:
        """The fields, as `read_form` gives them."""
        words = {name: value.decode(errors="replace") for name, value in self.fields.items()}
        return {name: text.replace("\r\n", "\n").replace("\0", "") for name, text in words.items()}


async def read_upload(request: Request, *, keeps_file: bool) -> _Form:
    """The fields and the file. Raises Problem (400, 413, 415), with the words that were typed."""
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    if kind.decode(errors="replace") != FORM or not options.get(b"boundary"):
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "415")
    form = _Form(keeps_file)
    try:
        parser = MultipartParser(options[b"boundary"], cast("Any", form.callbacks()))
        await _feed(parser, request, form)
        parser.finalize()
    except FormParserError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, "400", text=form.typed.get("text", "")) from error
    request.state.fields = form.typed
    return form


async def _feed(parser: MultipartParser, request: Request, form: _Form) -> None:
    seen = 0
    async for chunk in request.stream():
        seen += len(chunk)
        if seen > PATIENCE:
            raise too_heavy(request, form)
        parser.write(chunk)


def too_heavy(request: Request, form: _Form) -> Problem:
    text = form.typed.get("text", "")
    back = request.url.path.rpartition("/")[0]
    return Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "file-too-heavy", text=text, back=back)


def uploaded(*roles: str) -> Callable[[Request, InRooms], AsyncIterator[Uploaded]]:
    """A dependency: a form with a file and the right token, sent by someone with one of these roles."""

    async def check(request: Request, rooms: InRooms) -> AsyncIterator[Uploaded]:
        visitor = await _who(request, rooms)
        if visitor is None:
            await read_upload(request, keeps_file=False)
            raise SignInFirst
        async with _a_place(rooms.uploads):
            yield await _read_from(visitor, request, roles)

    return check


async def _read_from(visitor: Visitor, request: Request, roles: tuple[str, ...]) -> Uploaded:
    form = await read_upload(request, keeps_file=True)
    must_have(visitor, roles)
    fields = form.typed
    if not hmac.compare_digest(fields.get("csrf", "").encode(), visitor.csrf.encode()):
        raise Problem(HTTPStatus.FORBIDDEN, "csrf", text=typed_words(fields))
    if form.too_heavy:
        raise too_heavy(request, form)
    return Uploaded(visitor, fields, form.file_name, bytes(form.file))


@asynccontextmanager
async def _a_place(places: CapacityLimiter) -> AsyncIterator[None]:
    """So many files are in memory at most, until the page is done with them. Raises Problem (503)."""
    mine = object()
    try:
        with fail_after(WAIT):
            await places.acquire_on_behalf_of(mine)
    except TimeoutError:
        raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "crowded-files") from None
    try:
        yield
    finally:
        places.release_on_behalf_of(mine)


async def _who(request: Request, rooms: InRooms) -> Visitor | None:
    try:
        return await run_in_threadpool(signed_in, request, rooms)
    except SignInFirst:
        return None


ReaderUpload = Annotated[Uploaded, Depends(uploaded(*handover.ROLES), scope="function")]
