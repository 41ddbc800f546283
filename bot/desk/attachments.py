"""How a file looks inside a message."""

from bot.desk.errors import Json
from bot.desk.records import File

_MAGIC = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}
_SQUARE = {"width": 512, "height": 512}


def image_type(content: bytes) -> str | None:
    """The MIME type of an image by its first bytes; None if it is none."""
    return next((mime for magic, mime in _MAGIC.items() if content.startswith(magic)), None)


def describe(file: File, kind: str) -> Json:
    """The part of a Message that carries the file, e.g. `{"document": {...}}`."""
    ids = {"file_id": file.id, "file_unique_id": file.unique, "file_size": file.size}
    if kind == "photo":
        small = ids | {"width": 90, "height": 68, "file_size": min(file.size, 1500)}
        return {"photo": [small, ids | {"width": 1280, "height": 960}]}
    return {kind: ids | _more(file, kind)}


def _more(file: File, kind: str) -> Json:
    named = {"file_name": file.name, "mime_type": file.mime}
    known: dict[str, Json] = {
        "document": named,
        "voice": {"duration": max(1, file.size // 4000), "mime_type": file.mime},
        "audio": named | {"duration": 1},
        "video": named | _SQUARE | {"duration": 1},
        "animation": named | _SQUARE | {"duration": 1},
        "video_note": {"length": 240, "duration": 1},
        "sticker": _SQUARE | {"type": "regular", "is_animated": False, "is_video": False, "emoji": "👍"},
    }
    return known[kind]
