"""The parameters of a call, from a query string, JSON, a form or a multipart body."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.desk.errors import TOO_LARGE, Json, bad_request

UPLOAD_LIMIT = 50 * 1024 * 1024
_TRUE = {"true", "1", "yes", "y", "t"}


@dataclass(slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes


class Params:
    """Parameters by name, read as leniently as Telegram reads them."""

    __slots__ = ("uploads", "values")

    def __init__(self, values: Json, uploads: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.uploads = uploads or {}

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str) -> int:
        """A whole number; 0 for what is none."""
        try:
            return int(self.values.get(name) or 0)
        except (TypeError, ValueError):
            return 0

    def number(self, name: str) -> float | None:
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            return None

    def truth(self, name: str) -> bool:
        return self.text(name).lower() in _TRUE

    def json(self, name: str) -> Any:
        """A JSON value, also when it came as text; None if absent; 400 if it is no JSON."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The file sent under this name, directly or as `attach://`."""
        text = self.text(name)
        key = text.removeprefix("attach://") if text.startswith("attach://") else name
        return self.uploads.get(key)


async def read_params(request: Request) -> Params:
    """Everything a call says; 413 above the upload limit, 400 for a body that cannot be read."""
    values: Json = dict(request.query_params) if request.url.query else {}
    if request.method == "GET":
        return Params(values)
    if int(request.headers.get("content-length") or 0) > UPLOAD_LIMIT + 65_536:
        raise TOO_LARGE
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        return await _multipart(request, values)
    body = await request.body()
    if kind.startswith("application/json"):
        return Params(values | _object(body))
    return Params(values | dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True)))


def _object(body: bytes) -> Json:
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise bad_request("can't parse request JSON object")
    return value


async def _multipart(request: Request, values: Json) -> Params:
    uploads: dict[str, Upload] = {}
    async with request.form(max_part_size=UPLOAD_LIMIT) as form:
        for name, part in form.multi_items():
            if isinstance(part, UploadFile):
                uploads[name] = await _upload(part)
            else:
                values[name] = part
    return Params(values, uploads)


async def _upload(part: UploadFile) -> Upload:
    if (part.size or 0) > UPLOAD_LIMIT:
        raise TOO_LARGE
    mime = part.content_type or "application/octet-stream"
    return Upload(part.filename or "", mime, await part.read())
