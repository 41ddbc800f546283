"""What a file is, told by its bytes; what may leave; how it is sealed."""

from __future__ import annotations

import pytest

from backend.attachments.kinds import SHOWN, letter, safe_name, sniff
from backend.attachments.sealing import Unsealable, Vault
from tests.backend.attachments.samples import (
    DOCX,
    EXE,
    HTML,
    JPEG,
    MACROS,
    MP4,
    ODT,
    OGG,
    PDF,
    PNG,
    SVG,
    office,
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "sent"),
    [
        ("mairie.png", PNG, ("mairie.png", "image/png", "photo")),
        ("carte.JPG", JPEG, ("carte.JPG", "image/jpeg", "photo")),
        ("liste.pdf", PDF, ("liste.pdf", "application/pdf", "document")),
        ("note.ogg", OGG, ("note.ogg", "audio/ogg", "voice")),
        ("plan.mp4", MP4, ("plan.mp4", "video/mp4", "video")),
        ("lettre.docx", DOCX, ("lettre.docx", None, "document")),
        ("lettre.odt", ODT, ("lettre.odt", "application/vnd.oasis.opendocument.text", "document")),
        ("adresses.csv", b"nom;rue\nLou;Paix", ("adresses.csv", "text/plain", "document")),
        ("rien.exe", PNG, ("rien.exe.png", "image/png", "photo")),
        ("../../etc/passwd.pdf", PDF, ("passwd.pdf", "application/pdf", "document")),
        ("start.bat", b"del *", ("start.bat.txt", "text/plain", "document")),
        ("", PDF, ("document.pdf", "application/pdf", "document")),
    ],
)
def test_what_may_leave_gets_the_ending_of_what_it_is(name, content, sent):
    found = letter(name, content)
    assert found is not None
    assert (found.name, found.way) == (sent[0], sent[2])
    assert sent[1] in (None, found.mime)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("photo.jpg", EXE),
        ("photo.jpg", b"\x7fELF" + b"\0" * 40),
        ("page.pdf", HTML),
        ("page.txt", b"\xef\xbb\xbf  " + HTML),
        ("image.png", SVG),
        ("a.txt", b"#!/bin/sh\nrm -r ."),
        ("a.docx", MACROS),
        ("a.zip", office("photo.jpg")),
        ("a.docx", b"PK\x03\x04" + b"\0" * 60),
        ("a.bin", bytes(range(256))),
        ("vide.pdf", b""),
        ("blanc.txt", b"  \n"),
    ],
)
def test_programs_pages_and_what_is_not_known_do_not_leave(name, content):
    assert letter(name, content) is None


def test_only_what_cannot_run_is_shown():
    assert not {"text/html", "image/svg+xml", "application/xml", "text/plain"} & SHOWN
    assert [sniff(head) for head in (HTML, SVG, EXE, b"", b"RIFF", b"PK\x03\x04")] == [None] * 6
    assert sniff(b"RIFF\0\0\0\0WEBPVP8 ") == "image/webp"


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("a\r\nSet-Cookie: x=1.pdf", "a__Set-Cookie_ x_1.pdf"),
        ('"; filename="x.html', "__ filename=_x.html".replace("=", "_")),
        ("C:\\temp\\facture.pdf", "facture.pdf"),
        ("\u202efdp.exe", "_fdp.exe"),
        ("....", "_"),
        ("x" * 300 + ".pdf", ("x" * 300 + ".pdf")[-80:]),
    ],
)
def test_a_name_is_only_a_name(name, plain):
    assert safe_name(name) == plain


def test_what_is_sealed_opens_with_its_key_only():
    vault = Vault(b"one secret")
    sealed = vault.seal(PDF)
    assert PDF not in sealed and vault.seal(PDF) != sealed
    assert vault.open(sealed) == PDF
    for damaged in (sealed[:-1], b"", sealed[:5], bytes([sealed[0] ^ 1]) + sealed[1:]):
        with pytest.raises(Unsealable):
            vault.open(damaged)
    with pytest.raises(Unsealable):
        Vault(b"another secret").open(sealed)
