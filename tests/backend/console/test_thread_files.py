"""Files in a thread: what a youth sends is streamed from Telegram to who may read it, and to nobody else."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

import httpx
import pytest
from aiogram.types import Update
from sqlmodel import select

from backend.attachments.models import Attachment
from backend.audit.models import Audit
from backend.console.uploads import HEAVIEST
from backend.models import Conversation, Line
from backend.outbox import Opened
from bot.desk.app import desk_app
from bot.downloading import open_file
from bot.ingest import handle
from tests.backend.attachments.samples import EXE, HTML, JPEG, OGG, PDF, PNG, SVG
from tests.backend.console.conftest import handover_of
from tests.bot.desk.conftest import bot_at
from tests.bot.desk.hand import TOKEN
from tests.bot.desk.serving import served
from tests.phone import DeskPhone


class Files:
    """The channel of the pages: a bot of its own for each file, since tests have no moment at which pages end."""

    def __init__(self, base: str) -> None:
        self.base = base

    async def deliver(self, parcel):
        raise NotImplementedError

    async def open_file(self, file_id: str) -> Opened:
        bot = bot_at(self.base)
        try:
            opened = await open_file(bot, file_id)
        except Exception:
            await bot.session.close()
            raise
        return Opened(opened.size, self._whole(bot, opened))

    async def _whole(self, bot, opened: Opened) -> AsyncIterator[bytes]:
        try:
            async for chunk in opened.chunks:
                yield chunk
        finally:
            await bot.session.close()


@pytest.fixture(scope="module")
def telegram() -> Iterator[str]:
    with served(desk_app(token=TOKEN)) as base:
        yield base


@pytest.fixture
def desk(telegram) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=telegram, timeout=30) as client:
        client.post("/control/reset")
        yield client


@pytest.fixture
def app(app, telegram):
    app.state.rooms = replace(app.state.rooms, channel=Files(telegram))
    return app


@pytest.fixture
def lou(desk, db, script) -> DeskPhone:
    """A phone on the desk; what it sends is taken in by `arrives`."""
    phone = DeskPhone(desk)
    phone.starts()
    phone.writes("/humain")
    return phone


def arrives(desk, db, script) -> None:
    """The bot takes what the phones have sent."""
    updates = [Update.model_validate(update) for update in desk.get("/control/updates").json()]
    handle(db, script, 4242, updates)


@pytest.fixture
def held(nadia, lou, desk, db, script) -> str:
    """Nadia holds the floor; the address of the thread."""
    arrives(desk, db, script)
    thread = f"/relais/{handover_of(db)}"
    nadia.opens(thread)
    assert nadia.sends(f"{thread}/prendre") == 303
    return thread


@pytest.fixture
def gets(lou, held, nadia, desk, db, script):
    """Lou sends a file; the address at which Nadia reads it."""

    def sent(kind: str, name: str, content: bytes, caption: str = "") -> str:
        lou.sends(kind, name, content, caption)
        arrives(desk, db, script)
        return f"{held}/lignes/{newest(db).id}/fichier"

    return sent


def newest(db, author: str = "youth") -> Line:
    with db.reading() as tx:
        return tx.exec(select(Line).where(Line.author == author).order_by(Line.seq.desc())).first()


@pytest.mark.parametrize(
    ("kind", "name", "content", "mime", "way"),
    [
        ("photo", "a.jpg", JPEG, "image/jpeg", "inline"),
        ("document", "lettre.pdf", PDF, "application/pdf", "inline"),
        ("voice", "a.ogg", OGG, "audio/ogg", "inline"),
        ("document", "page.html", HTML, "application/octet-stream", "attachment"),
        ("document", "dessin.svg", SVG, "application/octet-stream", "attachment"),
        ("document", "photo.jpg", EXE, "application/octet-stream", "attachment"),
        ("document", "liste.exe", PNG, "image/png", "inline"),
    ],
)
def test_a_file_comes_whole_and_only_what_cannot_run_is_shown(nadia, gets, kind, name, content, mime, way):
    answer = nadia.http.get(gets(kind, name, content))
    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, content, mime)
    assert answer.headers["content-disposition"].startswith(f"{way}; filename*=UTF-8''")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "private, no-store"


def test_it_is_saved_rather_than_shown_when_asked(nadia, gets):
    answer = nadia.http.get(gets("photo", "a.png", PNG), params={"garder": "oui"})
    assert answer.headers["content-disposition"].startswith("attachment;")


def test_each_reading_is_written_down_once_an_hour_and_a_colleague_s_too(browse, nadia, gets, db, clock):
    where = gets("photo", "a.png", PNG)
    nadia.opens(where.rpartition("/lignes")[0])
    assert audits(db) == [], "a page that only says that there is a photo reads nothing"
    for _ in range(3):
        nadia.http.get(where)
    browse().enters_as("Théo").http.get(where)
    assert [(row.action, row.kind, row.subject) for row in audits(db)] == [
        ("file", "line", newest(db).id)
    ] * 2
    assert len({row.person_id for row in audits(db)}) == 2
    clock.goes_on(minutes=61)
    nadia.http.get(where)
    assert len(audits(db)) == 3


def audits(db) -> list[Audit]:
    with db.reading() as tx:
        return list(tx.exec(select(Audit).where(Audit.kind == "line")))


def test_who_may_not_read_the_thread_may_not_read_its_files(browse, gets, db):
    where = gets("photo", "a.png", PNG)
    assert browse().opens(where) == 303, "nobody signed in"
    claire = browse().enters_as("Claire")
    assert claire.opens(where) == 403, "an advisor"
    elsewhere = browse().enters_as("Lucas")
    assert elsewhere.opens(where) == 404, "another mission locale"
    assert audits(db) == []


def test_only_lines_of_the_thread_that_have_a_file_can_be_read(nadia, gets, held, lou, desk, db, script):
    gets("photo", "a.png", PNG)
    lou.writes("des mots")
    arrives(desk, db, script)
    for line in (newest(db).id, 999_999, 0, 2**40):
        assert nadia.opens(f"{held}/lignes/{line}/fichier") == 404
    assert nadia.opens(f"{held}/lignes/x/fichier") == 404


@pytest.mark.parametrize(
    ("wanted", "status", "part"),
    [
        ("bytes=0-", 206, slice(0, None)),
        ("bytes=5-9", 206, slice(5, 10)),
        ("bytes=-10", 206, slice(-10, None)),
        ("bytes=600-100000", 206, slice(600, None)),
        ("bytes=9-5", 200, slice(None)),
        ("bytes=0-1,4-5", 200, slice(None)),
        ("bytes=-", 200, slice(None)),
        ("lines=1-2", 200, slice(None)),
    ],
)
def test_a_voice_can_be_heard_from_the_middle(nadia, gets, wanted, status, part):
    answer = nadia.http.get(gets("voice", "a.ogg", OGG), headers={"Range": wanted})
    assert (answer.status_code, answer.content) == (status, OGG[part])
    assert int(answer.headers["content-length"]) == len(OGG[part])


def test_a_piece_that_does_not_exist_is_said_so(nadia, gets):
    answer = nadia.http.get(gets("voice", "a.ogg", OGG), headers={"Range": f"bytes={len(OGG)}-"})
    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{len(OGG)}")


@pytest.mark.parametrize(
    ("trouble", "status", "words"),
    [
        ({"kind": "500", "method": "getFile"}, 502, "Telegram ne répond pas"),
        ({"kind": "429", "method": "getFile"}, 502, "Telegram ne répond pas"),
        ({"kind": "500", "method": "file"}, 502, "Telegram ne répond pas"),
        ({"kind": "400", "method": "getFile", "description": "file is too big"}, 404, "plus de 20 Mo"),
        ({"kind": "400", "method": "getFile", "description": "invalid file_id"}, 404, "ne s'ouvre plus"),
    ],
)
def test_when_telegram_does_not_give_it_a_page_says_why(
    nadia, gets, desk, db, caplog, trouble, status, words
):
    where = gets("photo", "a.png", PNG)
    assert desk.post("/control/faults", json=trouble).is_success
    assert nadia.opens(where) == status
    assert words in nadia.words
    assert audits(db) == []
    assert TOKEN not in caplog.text + nadia.words, "the address of a file holds the token"
    assert nadia.http.get(where).content == PNG, "and it works again afterwards"


def test_a_file_that_breaks_off_is_not_taken_for_whole(nadia, gets, desk):
    where = gets("document", "a.pdf", PDF + bytes(400_000))
    desk.post("/control/faults", json={"kind": "hang", "method": "file"})
    with pytest.raises(httpx.RemoteProtocolError):
        nadia.http.get(where)


def test_a_process_without_telegram_says_so(nadia, gets, app):
    where = gets("photo", "a.png", PNG)
    app.state.rooms = replace(app.state.rooms, channel=None)
    assert nadia.opens(where) == 502
    assert "Telegram ne répond pas" in nadia.words


def upload(browser, thread: str, name: str, content: bytes, **typed: str) -> int:
    browser.opens(thread)
    fields = {**browser.form(f"{thread}/fichier").fields, **typed}
    browser.page = browser.http.post(f"{thread}/fichier", data=fields, files={"file": (name, content)})
    return browser.page.status_code


def test_a_file_and_its_words_leave_and_can_be_read_meanwhile(nadia, held, db):
    assert upload(nadia, held, "liste.pdf", PDF, text="La **liste**") == 303
    line = newest(db, "mediator")
    assert (line.kind, line.text, line.state) == ("file", "La liste", "queued")
    nadia.opens(held)
    assert "liste.pdf" in nadia.words and "<strong>liste</strong>" in nadia.page.text
    answer = nadia.http.get(f"{held}/lignes/{line.id}/fichier")
    assert (answer.content, answer.headers["content-type"]) == (PDF, "application/pdf")


def test_a_second_click_sends_it_once(nadia, held, db):
    nadia.opens(held)
    fields = nadia.form(f"{held}/fichier").fields
    for _ in range(2):
        given = {"data": fields, "files": {"file": ("a.pdf", PDF)}}
        assert nadia.http.post(f"{held}/fichier", **given).status_code == 303
    with db.reading() as tx:
        assert len(tx.exec(select(Attachment)).all()) == 1


@pytest.mark.parametrize(
    ("name", "content", "status", "words"),
    [
        ("a.exe", EXE, 415, "Ce fichier ne peut pas être envoyé"),
        ("a.pdf", HTML, 415, "Ce fichier ne peut pas être envoyé"),
        ("a.png", SVG, 415, "Ce fichier ne peut pas être envoyé"),
        ("vide.pdf", b"", 422, "Il manque le fichier"),
        ("gros.pdf", PDF + bytes(HEAVIEST), 413, "10 Mo au plus"),
    ],
)
def test_a_file_that_may_not_leave_is_refused_and_the_words_kept(
    nadia, held, db, name, content, status, words
):
    assert upload(nadia, held, name, content, text="Mon petit mot") == status
    assert words in nadia.words
    assert "Mon petit mot</textarea>" in nadia.words
    assert f'href="{held}"' in nadia.page.text
    assert newest(db, "mediator") is None


def test_ten_megabytes_are_taken(nadia, held, db):
    assert upload(nadia, held, "juste.pdf", PDF + bytes(HEAVIEST - len(PDF))) == 303
    assert newest(db, "mediator").file["size"] == HEAVIEST


def test_a_file_sent_without_the_floor_is_refused_and_the_words_kept(browse, nadia, held, db):
    nadia.opens(held)
    fields = nadia.form(f"{held}/fichier").fields
    theo = browse().enters_as("Théo")
    theirs = {**fields, "csrf": theo.form("/deconnexion").fields["csrf"], "text": "De moi aussi"}
    answer = theo.http.post(f"{held}/fichier", data=theirs, files={"file": ("a.pdf", PDF)})
    assert answer.status_code == 409
    assert "De moi aussi" in answer.text and "Nadia Belkacem a la parole" in answer.text
    with db.reading() as tx:
        assert tx.exec(select(Attachment)).all() == []


def test_words_typed_with_a_file_when_the_session_ended_are_not_lost(nadia, held, clock):
    nadia.opens(held)
    fields = {**nadia.form(f"{held}/fichier").fields, "text": "Un mot à garder"}
    clock.goes_on(hours=13)
    answer = nadia.http.post(f"{held}/fichier", data=fields, files={"file": ("a.pdf", PDF)})
    assert answer.status_code == 401
    assert "Un mot à garder" in answer.text


@pytest.mark.parametrize(
    ("head", "body", "status"),
    [
        ("multipart/form-data", b"x", 415),
        ("multipart/form-data; boundary=", b"x", 415),
        ("application/x-www-form-urlencoded", b"text=a", 415),
        ("multipart/form-data; boundary=b", b"no boundary here", 400),
        ("multipart/form-data; boundary=b", b"--b\r\nbroken", 403),
        ("multipart/form-data; boundary=b", b"", 403),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="\xff"\r\n\r\na\r\n' * 60,
            400,
        ),
    ],
)
def test_a_form_that_is_none_is_no_fault_of_ours(nadia, held, head, body, status):
    answer = nadia.http.post(f"{held}/fichier", content=body, headers={"Content-Type": head})
    assert answer.status_code == status, answer.text


def test_everything_a_youth_sends_is_shown_as_what_it_is(nadia, gets, lou, held, desk, db, script):
    gets("photo", "a.png", PNG, "ma lettre")
    gets("document", "CV <b>Lou</b>.pdf", PDF)
    gets("voice", "a.ogg", OGG), gets("sticker", "a.webp", PNG)
    lou.shares(46.99, 3.16)
    desk.post(f"{lou.path}/contact", json={"phone_number": "+33612345678"})
    arrives(desk, db, script)
    nadia.opens(held)
    for words in ("Photo", "ma lettre", "CV _b_Lou_", "Message vocal", "👍", "Autocollant", "Position reçue"):
        assert words in nadia.words
    assert "https://www.openstreetmap.org/?mlat=46.99&amp;mlon=3.16" in nadia.page.text
    assert 'href="tel:+33612345678"' in nadia.page.text
    assert "pas encore visible" not in nadia.words


def test_a_changed_message_shows_what_it_says_now_and_what_it_said(nadia, held, lou, desk, db, script):
    lou.writes("rdv mardi")
    lou.edits("rdv mardi", "rdv mercredi")
    lou.edits("rdv mercredi", "rdv jeudi")
    arrives(desk, db, script)
    nadia.opens(held)
    page = nadia.words
    original = page.split("<li ")[-3]
    assert '<p class="said" dir="auto">rdv jeudi</p>' in original
    assert "modifié à 9 h" in original
    assert [original.count(f"{said}</p>") for said in ("rdv mardi", "rdv mercredi")] == [1, 1]
    assert page.count("A modifié") == 2


def test_a_message_that_answers_another_shows_it_and_an_album_stays_together(
    nadia, held, lou, desk, db, script
):
    lou.writes("Le bus de 8 h")
    asked = lou.bubbles()[-1]["id"]
    desk.post(f"{lou.path}/text", json={"text": "**non** celui de 9 h", "answers": asked})
    for n in range(3):
        form = {"kind": "photo", "caption": f"page {n}", "album": "77"}
        desk.post(f"{lou.path}/file", data=form, files={"file": ("a.png", PNG)})
    arrives(desk, db, script)
    nadia.opens(held)
    pieces = nadia.words.split("<li ")
    quote = next(piece for piece in pieces if 'class="quote"' in piece)
    assert "Le bus de 8 h" in quote and "celui de 9 h" in quote
    album = [piece for piece in pieces if ">page " in piece]
    assert [f">page {n}<" in piece for n, piece in enumerate(album)] == [True] * 3
    assert [" goes-on" in piece for piece in album] == [False, True, True]


def test_formatting_of_a_youth_is_shown_and_nothing_of_it_runs(nadia, held, lou, desk, db, script):
    bold = {"type": "bold", "offset": 2, "length": 8}
    desk.post(f"{lou.path}/text", json={"text": "a <script>", "entities": [bold]})
    arrives(desk, db, script)
    nadia.opens(held)
    assert "a <strong>&lt;script&gt;</strong>" in nadia.page.text


def test_what_the_holder_s_page_shows_is_read_and_a_colleague_s_is_not(
    browse, nadia, held, lou, desk, db, script
):
    lou.writes("tu es là ?")
    arrives(desk, db, script)
    browse().enters_as("Théo").opens(held)
    assert read_seq(db) < newest(db).seq
    nadia.opens(held)
    assert read_seq(db) == newest(db).seq


def test_an_open_page_says_how_far_it_was_read(browse, nadia, held, lou, desk, db, script):
    nadia.opens(held)
    csrf = nadia.form("/deconnexion").fields["csrf"]
    lou.writes("et maintenant ?")
    arrives(desk, db, script)
    for seq in ("", "x", "-1", "0", "999999", "9" * 40):
        assert nadia.posts(f"{held}/lu", {"csrf": csrf, "seq": seq}) == 204
    assert read_seq(db) < newest(db).seq
    theo = browse().enters_as("Théo")
    theirs = {"csrf": theo.form("/deconnexion").fields["csrf"], "seq": str(newest(db).seq)}
    assert theo.posts(f"{held}/lu", theirs) == 204
    assert read_seq(db) < newest(db).seq
    assert nadia.posts(f"{held}/lu", {"csrf": csrf, "seq": str(newest(db).seq)}) == 204
    assert read_seq(db) == newest(db).seq


def read_seq(db) -> int:
    with db.reading() as tx:
        return tx.exec(select(Conversation.read_seq)).one()


def test_thirty_messages_at_once_are_all_there_in_order_whoever_has_the_floor(
    nadia, held, lou, desk, db, script
):
    lou.bursts(*[f"message {n}" for n in range(30)])
    arrives(desk, db, script)
    nadia.opens(held)
    assert nadia.sends(f"{held}/rendre") == 303
    lou.writes("et puis encore")
    arrives(desk, db, script)
    nadia.opens(held)
    said = [piece.partition("</p>")[0] for piece in nadia.words.split('<p class="said" dir="auto">')]
    assert [one for one in said if one.startswith("message ")] == [f"message {n}" for n in range(30)]
    assert "et puis encore" in said
