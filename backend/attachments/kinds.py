"""What a file is, by its first bytes: neither its name nor its sender is believed."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

HEAD = 512
"""So many bytes tell what a file is."""
SHOWN = frozenset(
    [
        "image/jpeg",
        "image/png",
        "image/gif",
        "image/webp",
        "audio/ogg",
        "audio/mpeg",
        "audio/mp4",
        "audio/wav",
        "video/mp4",
        "video/webm",
        "application/pdf",
    ]
)
"""What a browser may show itself. All else is only downloaded."""
_STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_BRANDS = {b"M4A ": "audio/mp4", b"M4B ": "audio/mp4", b"heic": "image/heic", b"mif1": "image/heic"}
_OFFICE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_SUFFIXES = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "application/pdf": (".pdf",),
    "audio/ogg": (".ogg", ".oga", ".opus"),
    "audio/mpeg": (".mp3",),
    "audio/mp4": (".m4a",),
    "audio/wav": (".wav",),
    "video/mp4": (".mp4", ".m4v"),
    "application/vnd.oasis.opendocument.text": (".odt",),
    "application/vnd.oasis.opendocument.spreadsheet": (".ods",),
    "text/plain": (".txt", ".csv", ".ics"),
    **dict(zip(_OFFICE.values(), ((".docx",), (".xlsx",), (".pptx",)), strict=True)),
}
"""What staff may send, and the endings it may have; the first is given to what has another."""
_WAYS = {"image/jpeg": "photo", "image/png": "photo", "image/webp": "photo", "audio/ogg": "voice"}
_WAYS |= {"audio/mpeg": "audio", "audio/mp4": "audio", "video/mp4": "video"}
_ODD = re.compile(r"[^\w .,'()+-]|\.{2,}")
LONGEST_NAME = 80


@dataclass(frozen=True)
class Letter:
    """A file that may leave: its name with the right ending, its type, and how the channel shows it."""

    name: str
    mime: str
    way: str
    """photo, voice, audio, video or document."""


def sniff(head: bytes) -> str | None:
    """The type that the first bytes tell; None if they tell none that is safe to show."""
    for start, mime in _STARTS:
        if head.startswith(start):
            return mime
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    return None


def letter(name: str, content: bytes) -> Letter | None:
    """A file as it may be sent; None for what may not: programs, pages that run, archives, and what is not known."""
    mime = sniff(content[:HEAD]) or _document(content) or _plain(content)
    if mime not in _SUFFIXES:
        return None
    return Letter(_named(name, _SUFFIXES[mime]), mime, _WAYS.get(mime, "document"))


def safe_name(name: str) -> str:
    """A file name that is one: no path, no control characters, not too long. May be empty."""
    last = re.split(r"[/\\]", name)[-1]
    return _ODD.sub("_", last).strip(" .")[-LONGEST_NAME:]


def _named(name: str, endings: tuple[str, ...]) -> str:
    plain = safe_name(name) or "document"
    return plain if PurePath(plain).suffix.lower() in endings else plain + endings[0]


def _document(content: bytes) -> str | None:
    """A text document or a table, told by what is inside; one with macros is a program."""
    if not content.startswith(b"PK\x03\x04"):
        return None
    if content[30:].startswith(_OPEN_DOCUMENT):
        kind = re.match(rb"[a-z]+", content[30 + len(_OPEN_DOCUMENT) :])
        return f"application/vnd.oasis.opendocument.{kind.group().decode()}" if kind else None
    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    if any("vbaproject" in name.lower() for name in names):
        return None
    return next((mime for part, mime in _OFFICE.items() if part in names), None)


def _plain(content: bytes) -> str | None:
    """Words and nothing else: no markup, no script that a system would run."""
    try:
        text = content.decode("utf-8-sig").lstrip()
    except UnicodeDecodeError:
        return None
    runs = text.startswith(("<", "#!", "{\\rtf", "%!")) or any(ord(c) < 9 for c in text)
    return None if runs or not text else "text/plain"
