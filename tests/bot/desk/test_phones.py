"""What people do on their phones, as the bot hears of it."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Update

from tests.bot.desk.hand import Hand

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Oui", callback_data="yes"),
            InlineKeyboardButton(text="Carte", url="https://a.fr"),
        ]
    ]
)


async def _heard(bot: Bot) -> list[Update]:
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1)
    return updates


async def test_a_person_has_a_name_and_a_language(hand: Hand, bot: Bot):
    phone = await hand.phone("Inès", language_code="pt")
    await hand.write(phone, "olá")
    [update] = await _heard(bot)
    assert (update.message.from_user.first_name, update.message.from_user.language_code) == ("Inès", "pt")
    assert (update.message.chat.id, update.message.chat.type) == (phone, "private")


async def test_a_scanned_code_starts_with_its_payload(hand: Hand, bot: Bot):
    phone = await hand.phone(started=False)
    await hand.post(f"/phone/{phone}/start", payload="affiche-12")
    [update] = await _heard(bot)
    assert update.message.text == "/start affiche-12"
    assert update.message.entities[0].type == "bot_command"


async def test_a_very_long_text_comes_in_pieces(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await hand.write(phone, "x" * 5000)
    assert [len(update.message.text) for update in await _heard(bot)] == [4096, 904]


async def test_a_tap_brings_its_data_and_message_and_its_answer_is_a_toast(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "Alors ?", reply_markup=KEYBOARD)
    await hand.post(f"/phone/{phone}/tap", message_id=sent.message_id, label="Oui")
    [update] = await _heard(bot)
    query = update.callback_query
    assert (query.data, query.message.text, query.from_user.id) == ("yes", "Alors ?", phone)
    assert await bot.answer_callback_query(query.id, "Noté")
    assert (await hand.screen(phone))["toast"]["text"] == "Noté"
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(query.id)


async def test_a_tap_answered_too_late_is_refused(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "Alors ?", reply_markup=KEYBOARD)
    await hand.post(f"/phone/{phone}/tap", message_id=sent.message_id, data="yes")
    [update] = await _heard(bot)
    await hand.post("/control/expire-taps")
    with pytest.raises(TelegramBadRequest, match="query is too old and response timeout expired"):
        await bot.answer_callback_query(update.callback_query.id)


async def test_a_link_is_opened_by_the_phone_alone(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "Où ?", reply_markup=KEYBOARD)
    opened = await hand.post(f"/phone/{phone}/tap", message_id=sent.message_id, label="Carte")
    assert opened["url"] == "https://a.fr"
    assert await _heard(bot) == []


async def test_only_a_forged_tap_brings_data_that_no_button_has(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "Alors ?", reply_markup=KEYBOARD)
    touch = {"message_id": sent.message_id, "data": "admin:1"}
    assert (await hand.client.post(f"/phone/{phone}/tap", json=touch)).status_code == 409
    await hand.post(f"/phone/{phone}/tap", **touch, forged=True)
    [update] = await _heard(bot)
    assert update.callback_query.data == "admin:1"


async def test_a_tap_under_a_deleted_message_has_no_content(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "Alors ?", reply_markup=KEYBOARD)
    await bot.delete_message(phone, sent.message_id)
    await hand.post(f"/phone/{phone}/tap", message_id=sent.message_id, data="yes", forged=True)
    [update] = await _heard(bot)
    assert type(update.callback_query.message).__name__ == "InaccessibleMessage"


async def test_places_contacts_and_files_arrive(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await hand.post(f"/phone/{phone}/location", latitude=46.99, longitude=3.16)
    await hand.post(f"/phone/{phone}/contact", phone_number="+33639980001")
    for kind, name in [("photo", "a.jpg"), ("voice", "a.ogg"), ("document", "a.pdf"), ("sticker", "a.webp")]:
        await hand.send_file(phone, kind, name, b"content", caption="voilà" if kind == "photo" else "")
    place, contact, photo, voice, document, sticker = [update.message for update in await _heard(bot)]
    assert place.location.latitude == 46.99
    assert (contact.contact.phone_number, contact.contact.user_id) == ("+33639980001", phone)
    assert photo.caption == "voilà"
    assert document.document.mime_type == "application/pdf"
    assert sticker.sticker.type == "regular"
    file = await bot.get_file(voice.voice.file_id)
    assert (await bot.download_file(file.file_path)).read() == b"content"


async def test_an_edit_of_ones_own_words_is_told(hand: Hand, bot: Bot):
    phone = await hand.phone()
    written = await hand.write(phone, "nevre")
    await hand.post(f"/phone/{phone}/edit/{written}", text="nevers")
    first, second = await _heard(bot)
    assert (first.message.text, second.edited_message.text) == ("nevre", "nevers")
    assert second.edited_message.edit_date


async def test_blocking_is_told_and_holds_until_unblocked(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await hand.post(f"/phone/{phone}/block")
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(phone, "tu es là ?")
    assert (await hand.client.post(f"/phone/{phone}/text", json={"text": "a"})).status_code == 409
    await hand.post(f"/phone/{phone}/unblock")
    assert await bot.send_message(phone, "re")
    changes = [update.my_chat_member for update in await _heard(bot)]
    assert [(one.old_chat_member.status, one.new_chat_member.status) for one in changes] == [
        ("member", "kicked"),
        ("kicked", "member"),
    ]


async def test_in_a_group_the_bot_hears_and_can_leave(hand: Hand, bot: Bot):
    phone = await hand.phone()
    group = (await hand.post(f"/phone/{phone}/group", title="Les copains"))["id"]
    await hand.post(f"/phone/{phone}/text", text="salut le bot", chat_id=group)
    added, said = await _heard(bot)
    assert added.my_chat_member.new_chat_member.status == "member"
    assert (said.message.chat.type, said.message.text) == ("supergroup", "salut le bot")
    await bot.send_message(group, "Je parle en privé.")
    assert (await hand.screen(phone))["bubbles"][-1]["group"] == "Les copains"
    assert await bot.leave_chat(group)
    with pytest.raises(TelegramForbiddenError, match="bot is not a member of the supergroup chat"):
        await bot.send_message(group, "encore ?")


async def test_clearing_the_chat_is_not_told(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "Alors ?")
    assert (await hand.client.delete(f"/phone/{phone}/chat")).is_success
    assert (await hand.screen(phone))["bubbles"] == []
    assert await bot.edit_message_text("Toujours là", chat_id=phone, message_id=sent.message_id)
    assert await _heard(bot) == []


async def test_two_ticks_once_the_bot_has_read(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await hand.write(phone, "bonjour")
    before = await hand.screen(phone)
    await _heard(bot)
    after = await hand.screen(phone, since=before["version"])
    assert [screen["bubbles"][0]["taken"] for screen in (before, after)] == [False, True]


async def test_looking_waits_for_the_next_change(hand: Hand, bot: Bot):
    phone = await hand.phone()
    before = await hand.screen(phone)
    await bot.send_message(phone, "coucou")
    after = await hand.screen(phone, since=before["version"])
    assert after["bubbles"][-1]["text"] == "coucou"
    assert after["version"] > before["version"]


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("/phone/1/text", {"text": "a"}, 404),
        ("/phone/{}/text", {"text": "  "}, 409),
        ("/phone/{}/start", {"payload": "é"}, 422),
        ("/phone/{}/location", {"latitude": 99, "longitude": 0}, 422),
        ("/phone/{}/edit/77777", {"text": "a"}, 409),
        ("/phone", {"first_name": ""}, 422),
    ],
)
async def test_what_no_phone_could_do_is_refused(hand: Hand, path: str, body: dict, code: int):
    phone = await hand.phone()
    assert (await hand.client.post(path.format(phone), json=body)).status_code == code
