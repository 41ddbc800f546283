"""A file of a médiateur on its way, against a Telegram over real HTTP: sealed until it is there, a day at most."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import select

from backend.attachments.commands import Enclosed
from backend.attachments.kinds import letter
from backend.attachments.models import Attachment
from backend.attachments.sealing import VAULT, Vault
from backend.handover import speaking
from backend.handover.speaking import Beside, FileGone
from backend.models import Conversation, Line
from backend.people.erasure import erase
from bot.ticks import sweep
from tests.backend.attachments.samples import DOCX, MP4, OGG, PDF, PNG
from tests.backend.test_outbox import all_due
from tests.mediator import Mediator


@pytest.fixture
def url(sqlite_url):
    """What differs between the engines here is tried once, below."""
    return sqlite_url


@pytest.fixture
async def nadia(outbox, lou, db, script):
    """Nadia holds the floor; all that was said has arrived."""
    lou.says("/humain")
    mediator = Mediator(db, script)
    mediator.claims(mediator.sees()[0])
    await all_due(outbox)
    return mediator


def sends(nadia, content=PDF, name="liste.pdf", text="", quotes=None) -> Line:
    """She sends a file; its line."""
    file, [handover] = letter(name, content), nadia.sees()
    beside = Beside(quotes, Enclosed(file, content))
    with nadia.db.transaction() as tx:
        at = tx.get_one(Conversation, handover.conversation_id).epoch
        about = (handover.id, at, text, f"file-{name}-{len(text)}", beside)
        speaking.reply(tx, nadia.script, nadia.person, *about)
    return lines(nadia.db)[-1]


def lines(db) -> list[Line]:
    with db.reading() as tx:
        return list(tx.exec(select(Line).where(Line.author == "mediator").order_by(Line.seq)))


def kept(db) -> list[Attachment]:
    with db.reading() as tx:
        return list(tx.exec(select(Attachment)))


async def shown(lou) -> list:
    screen = await lou.hand.screen(int(lou.address))
    return [b for b in screen["bubbles"] if b["author"] == "bot"]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.png", PNG, "photo"),
        ("a.ogg", OGG, "voice"),
        ("a.mp4", MP4, "video"),
        ("a.pdf", PDF, "document"),
        ("a.docx", DOCX, "document"),
    ],
)
async def test_a_file_reaches_the_phone_as_what_it_is(outbox, lou, nadia, name, content, kind):
    sends(nadia, content, name, "**Voici** le papier")
    await all_due(outbox)
    bubble = (await shown(lou))[-1]
    assert (bubble["file"]["kind"], bubble["caption"]) == (kind, "Voici le papier")
    assert "<b>Voici</b>" in bubble["html"]
    got = await lou.hand.client.get(f"/{bubble['file']['url']}")
    assert got.content == content


async def test_it_waits_sealed_and_when_telegram_has_it_only_its_id_is_left(outbox, lou, nadia, db):
    sends(nadia)
    [waiting] = kept(db)
    assert PDF[:9] not in waiting.content
    assert lines(db)[-1].file == {
        "attachment": waiting.id,
        "name": "liste.pdf",
        "mime": "application/pdf",
        "way": "document",
        "size": len(PDF),
    }
    await all_due(outbox)
    file_id = (await shown(lou))[-1]["file"]["file_id"]
    assert kept(db) == []
    line = lines(db)[-1]
    assert (line.state, line.file["id"], "attachment" in line.file) == ("sent", file_id, False)


async def test_long_words_go_before_the_file(outbox, lou, nadia):
    sends(nadia, text="mot " * 400)
    await all_due(outbox)
    words, file = (await shown(lou))[-2:]
    assert words["text"].startswith("mot mot") and "caption" not in file


async def test_a_file_that_cannot_leave_falls_after_a_day_and_blocks_nothing(outbox, lou, nadia, db, clock):
    sends(nadia)
    clock.goes_on(hours=24)
    sweep(db, nadia.script)
    assert kept(db) == []
    lou.says()
    await all_due(outbox)
    assert lines(db)[-1].state == "stale"
    assert all(bubble["file"] is None for bubble in await shown(lou))


async def test_a_file_sealed_with_a_key_that_has_changed_fails_and_says_so(outbox, lou, nadia, db):
    sends(nadia)
    outbox.db = replace(db, info={VAULT: Vault(b"another key")})
    await all_due(outbox)
    line = lines(db)[-1]
    assert (line.state, line.reason) == ("failed", "file-gone")


async def test_a_file_of_unknown_fate_is_sent_again_only_when_asked(outbox, lou, nadia, db, clock):
    await lou.trouble("500", method="sendDocument")
    line = sends(nadia)
    await all_due(outbox)
    clock.goes_on(seconds=2)
    await all_due(outbox)
    assert lines(db)[-1].state == "unknown"
    assert len(kept(db)) == 1
    with db.transaction() as tx:
        speaking.resend(tx, nadia.person, line.id)
    await all_due(outbox)
    assert lines(db)[-1].state == "sent" and lines(db)[-1].again
    assert (await shown(lou))[-1]["file"]["name"] == "liste.pdf"


async def test_nothing_is_sent_again_that_is_not_here_any_more(outbox, lou, nadia, db, clock):
    await lou.trouble("400", times=5)
    line = sends(nadia)
    await all_due(outbox)
    assert lines(db)[-1].state == "failed"
    clock.goes_on(hours=25)
    sweep(db, nadia.script)
    with pytest.raises(FileGone), db.transaction() as tx:
        speaking.resend(tx, nadia.person, line.id)


async def test_a_photo_that_telegram_cannot_show_is_sent_as_it_is(outbox, lou, nadia, db):
    await lou.trouble("400", method="sendPhoto", description="PHOTO_INVALID_DIMENSIONS")
    sends(nadia, PNG, "affiche.png")
    await all_due(outbox)
    assert (await shown(lou))[-1]["file"]["kind"] == "document"
    assert lines(db)[-1].state == "sent"


async def test_who_has_blocked_the_bot_leaves_no_file_waiting(outbox, lou, nadia, db):
    sends(nadia)
    await lou.trouble("403")
    await all_due(outbox)
    assert (lines(db)[-1].state, kept(db)) == ("blocked", [])


async def test_a_reply_quotes_the_message_it_answers_even_if_that_is_gone(outbox, lou, nadia, db, hand):
    number = await hand.write(int(lou.address), "Et le bus ?")
    with db.transaction() as tx:
        row = tx.exec(select(Conversation)).one()
        row.last_seq += 1
        asked = Line(conversation_id=row.id, seq=row.last_seq, author="youth", outside_id=str(number))
        tx.add(asked)
    sends(nadia, quotes=asked.id, text="Le voici")
    await all_due(outbox)
    assert (await shown(lou))[-1]["reply_to_message"]["text"] == "Et le bus ?"
    with db.transaction() as tx:
        tx.get_one(Line, asked.id).outside_id = "999999"
    sends(nadia, PNG, "b.png", quotes=asked.id)
    await all_due(outbox)
    assert "reply_to_message" not in (await shown(lou))[-1]


async def test_marks_that_telegram_refuses_do_not_keep_the_words(outbox, lou, nadia, db):
    await lou.trouble("400", method="sendMessage", description="entity begins in a middle of a UTF-16 symbol")
    nadia.replies(nadia.sees()[0], "**Oui**, viens")
    await all_due(outbox)
    assert (await shown(lou))[-1]["text"] == "Oui, viens"


class TestOnBothEngines:
    @pytest.fixture(params=["sqlite_url", "postgres_url"])
    def url(self, request):
        return request.getfixturevalue(request.param)

    async def test_a_large_file_leaves_whole_and_erasure_takes_what_waits(self, outbox, lou, nadia, db):
        large = PDF + bytes(10 * 1024 * 1024 - len(PDF))
        sends(nadia, large, "dossier.pdf")
        await all_due(outbox)
        assert (await shown(lou))[-1]["file"]["size"] == len(large)
        sends(nadia, PDF, "autre.pdf")
        assert len(kept(db)) == 1
        with db.transaction() as tx:
            erase(tx, tx.exec(select(Conversation)).one().youth_id)
        assert (kept(db), lines(db)) == ([], [])
