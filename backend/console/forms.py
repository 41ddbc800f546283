"""Forms, read with a limit: nothing of ours needs more than a long letter."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request

from backend.console.problems import Problem

LARGEST = 600_000
"""Bytes of a form: two long letters, in whatever script (an emoji takes twelve)."""
FIELDS = 1_000
"""A day of a large site: one decision for each appointment."""
FORM = "application/x-www-form-urlencoded"


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a posted form; the last one wins. Raises Problem (413, 415, 400)."""
    if request.headers.get("content-type", FORM).partition(";")[0].strip().lower() != FORM:
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "415")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "413")
    request.state.fields = _parse(bytes(body))
    return dict(request.state.fields)


def _parse(body: bytes) -> dict[str, str]:
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=FIELDS, errors="strict")
    except ValueError as error:
        raise Problem(HTTPStatus.BAD_REQUEST, "400") from error
    return {name: value.replace("\r\n", "\n").replace("\0", "") for name, value in pairs}


Fields = Annotated[dict[str, str], Depends(read_form)]
