"""Small files of many kinds, made here."""

from __future__ import annotations

import zipfile
from io import BytesIO

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40
PDF = b"%PDF-1.7\n" + b"1 0 obj\n" * 20
OGG = b"OggS" + bytes(range(256)) * 8
MP4 = b"\0\0\0\x20ftypisom" + b"\0" * 40
EXE = b"MZ\x90\0" + b"\0" * 40
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def office(*names: str) -> bytes:
    """A document of an office suite with these parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


def open_document(kind: str = "text") -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
    return made.getvalue()


DOCX = office("[Content_Types].xml", "word/document.xml")
MACROS = office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")
ODT = open_document()
