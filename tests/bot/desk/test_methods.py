"""Every method answers what aiogram can read: driven by a real aiogram bot over HTTP."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputPollOption,
    KeyboardButton,
    MenuButtonCommands,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from tests.bot.desk.hand import Hand

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def _keyboard() -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Oui", callback_data="yes")]])


async def test_a_message_carries_text_entities_and_buttons(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(
        phone,
        " 🙂 <b>gras <i>et</i></b> <a href='https://a.fr'>lien</a> ",
        parse_mode="HTML",
        reply_markup=_keyboard(),
    )
    assert sent.text == "🙂 gras et lien"
    assert [(one.type, one.extract_from(sent.text)) for one in sent.entities] == [
        ("bold", "gras et"),
        ("italic", "et"),
        ("text_link", "lien"),
    ]
    assert sent.reply_markup.inline_keyboard[0][0].callback_data == "yes"
    [bubble] = (await hand.screen(phone))["bubbles"]
    assert bubble["html"].startswith("🙂 <b>gras <i>et</i></b> <a ")


async def test_code_names_its_language_and_holds_nothing_else(hand: Hand, bot: Bot):
    phone = await hand.phone()
    block, code = '<pre><code class="language-python">a</code></pre>', "<code>b <b>c</b></code>"
    text = f'{block} {code} <span class="tg-spoiler">d</span>'
    sent = await bot.send_message(phone, text, parse_mode="HTML")
    assert [(one.type, one.language, one.extract_from(sent.text)) for one in sent.entities] == [
        ("pre", "python", "a"),
        ("code", None, "b c"),
        ("spoiler", None, "d"),
    ]


async def test_what_looks_like_html_is_shown_as_text(hand: Hand, bot: Bot):
    phone = await hand.phone()
    await bot.send_message(phone, "<script>alert(1)</script>")
    [bubble] = (await hand.screen(phone))["bubbles"]
    assert bubble["html"] == "&lt;script&gt;alert(1)&lt;/script&gt;"


async def test_links_and_commands_are_found(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "Tape /rdv ou va sur https://a.fr/b.")
    assert [one.extract_from(sent.text) for one in sent.entities] == ["/rdv", "https://a.fr/b"]


async def test_places_have_points(hand: Hand, bot: Bot):
    phone = await hand.phone()
    venue = await bot.send_venue(phone, 46.99, 3.16, "La Boussole", "5 allée de la Louée")
    assert (venue.venue.title, venue.venue.location.latitude) == ("La Boussole", 46.99)
    assert (await bot.send_location(phone, 46.99, 3.16)).location.longitude == 3.16
    assert (await bot.send_contact(phone, "3114", "Écoute")).contact.phone_number == "3114"


async def test_a_document_can_be_downloaded_by_both_sides(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_document(
        phone, BufferedInputFile(ICS, "rendez-vous.ics"), caption="Ton rendez-vous"
    )
    assert (sent.document.file_name, sent.document.mime_type, sent.caption) == (
        "rendez-vous.ics",
        "text/calendar",
        "Ton rendez-vous",
    )
    file = await bot.get_file(sent.document.file_id)
    assert (await bot.download_file(file.file_path)).read() == ICS
    [bubble] = (await hand.screen(phone))["bubbles"]
    assert (await hand.client.get(bubble["file"]["url"])).content == ICS


@pytest.mark.parametrize(
    ("path", "code"),
    [("/file/bot4242:for-tests-only/documents/0/a.ics", 404), ("/file/bot99:other/a/b", 401)],
)
async def test_a_file_that_is_not_ones_own_is_not_given(hand: Hand, path: str, code: int):
    assert (await hand.client.get(path)).status_code == code


async def test_a_file_is_sent_again_by_its_id(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_document(phone, BufferedInputFile(ICS, "a.ics"))
    assert (await bot.send_document(phone, sent.document.file_id)).document.file_id == sent.document.file_id


async def test_pictures_and_sounds_are_sent(hand: Hand, bot: Bot):
    phone = await hand.phone()
    assert (await bot.send_photo(phone, BufferedInputFile(PNG, "a.png"))).photo[-1].width
    assert (await bot.send_voice(phone, BufferedInputFile(b"OggS", "a.ogg"))).voice.duration
    assert (await bot.send_audio(phone, BufferedInputFile(b"ID3", "a.mp3"))).audio.file_name == "a.mp3"
    assert (await bot.send_video(phone, BufferedInputFile(b"mp4", "a.mp4"))).video.width
    assert (await bot.send_animation(phone, BufferedInputFile(b"mp4", "a.mp4"))).animation.width
    assert (await bot.send_video_note(phone, BufferedInputFile(b"mp4", "a.mp4"))).video_note.length
    assert (await bot.send_sticker(phone, BufferedInputFile(b"RIFF", "a.webp"))).sticker.emoji


async def test_what_is_no_picture_is_no_photo(hand: Hand, bot: Bot):
    phone = await hand.phone()
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(phone, BufferedInputFile(b"not a picture", "a.png"))
    with pytest.raises(TelegramBadRequest, match="file must be non-empty"):
        await bot.send_document(phone, BufferedInputFile(b"", "a.txt"))


async def test_other_sends_answer_plausibly(hand: Hand, bot: Bot):
    phone = await hand.phone()
    assert (await bot.send_dice(phone)).dice.value
    poll = await bot.send_poll(
        phone, "Quand ?", [InputPollOption(text="mardi"), InputPollOption(text="jeudi")]
    )
    assert [option.text for option in poll.poll.options] == ["mardi", "jeudi"]
    said = await bot.send_message(phone, "à redire")
    copy = await bot.copy_message(phone, phone, said.message_id)
    assert copy.message_id > said.message_id
    assert (await bot.forward_message(phone, phone, said.message_id)).forward_origin.sender_user.id == bot.id


async def test_an_edit_shows_and_keeps_the_place_of_the_message(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "<b>avant</b>", parse_mode="HTML", reply_markup=_keyboard())
    edited = await bot.edit_message_text("après", chat_id=phone, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert (edited.text, edited.entities, edited.reply_markup) == ("après", None, None)
    [bubble] = (await hand.screen(phone))["bubbles"]
    assert (bubble["text"], bubble["edited"], bubble["buttons"]) == ("après", True, [])


async def test_an_edit_of_the_buttons_leaves_the_text(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "choisis", reply_markup=_keyboard())
    edited = await bot.edit_message_reply_markup(chat_id=phone, message_id=sent.message_id)
    assert (edited.text, edited.reply_markup) == ("choisis", None)


async def test_a_caption_can_be_edited(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_document(phone, BufferedInputFile(ICS, "a.ics"), caption="avant")
    edited = await bot.edit_message_caption(chat_id=phone, message_id=sent.message_id, caption="après")
    assert edited.caption == "après"


async def test_a_deleted_message_leaves_the_screen(hand: Hand, bot: Bot):
    phone = await hand.phone()
    sent = await bot.send_message(phone, "oups")
    assert await bot.delete_message(phone, sent.message_id)
    assert (await hand.screen(phone))["bubbles"] == []
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(phone, sent.message_id)
    assert await bot.delete_messages(phone, [sent.message_id])


async def test_reply_keyboards_stay_until_removed(hand: Hand, bot: Bot):
    phone = await hand.phone()
    rows = [[KeyboardButton(text="Ma position", request_location=True)], [KeyboardButton(text="Retour")]]
    await bot.send_message(
        phone, "Où ?", reply_markup=ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True)
    )
    await bot.send_message(phone, "Prends ton temps", reply_markup=ForceReply())
    shown = (await hand.screen(phone))["keyboard"]["keyboard"]
    assert [row[0]["text"] for row in shown] == ["Ma position", "Retour"]
    await bot.send_message(phone, "Merci", reply_markup=ReplyKeyboardRemove())
    assert (await hand.screen(phone))["keyboard"] is None


async def test_a_keyboard_for_once_goes_with_the_answer(hand: Hand, bot: Bot):
    phone = await hand.phone()
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Oui")]], one_time_keyboard=True)
    await bot.send_message(phone, "Alors ?", reply_markup=keyboard)
    await hand.write(phone, "Oui")
    assert (await hand.screen(phone))["keyboard"] is None


async def test_a_reply_quotes(hand: Hand, bot: Bot):
    phone = await hand.phone()
    theirs = await hand.write(phone, "bonjour")
    sent = await bot.send_message(phone, "salut", reply_parameters=ReplyParameters(message_id=theirs))
    assert sent.reply_to_message.text == "bonjour"


async def test_typing_and_reactions_show(hand: Hand, bot: Bot):
    phone = await hand.phone()
    theirs = await hand.write(phone, "bonjour")
    assert await bot.send_chat_action(phone, "typing")
    assert await bot.set_message_reaction(phone, theirs, [ReactionTypeEmoji(emoji="👀")])
    screen = await hand.screen(phone)
    assert (screen["action"], screen["bubbles"][0]["reactions"]) == ("typing", ["👀"])
    assert await bot.set_message_reaction(phone, theirs, [])
    assert (await hand.screen(phone))["bubbles"][0]["reactions"] == []


async def test_the_bot_tells_who_it_is(hand: Hand, bot: Bot):
    assert (await bot.get_me()).id == bot.id
    commands = [BotCommand(command="rdv", description="Mon rendez-vous")]
    assert await bot.set_my_commands(commands)
    assert [one.command for one in await bot.get_my_commands()] == ["rdv"]
    assert await bot.set_my_description("Bonjour")
    assert (await bot.get_my_description()).description == "Bonjour"
    assert await bot.set_my_short_description("Salut")
    assert (await bot.get_my_short_description()).short_description == "Salut"
    assert await bot.set_my_name("Passerelle")
    assert (await bot.get_my_name()).name == "Passerelle"
    assert await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await bot.get_chat_menu_button()).type == "commands"
    assert await bot.delete_my_commands()
    assert await bot.get_my_commands() == []


async def test_chats_describe_themselves(hand: Hand, bot: Bot):
    phone = await hand.phone("Yanis")
    assert (await bot.get_chat(phone)).first_name == "Yanis"
    assert (await bot.get_chat_member(phone, phone)).user.first_name == "Yanis"
    assert await bot.get_chat_member_count(phone) == 2
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("", 0)


async def test_calls_may_come_as_a_query_a_form_or_json(hand: Hand):
    phone = await hand.phone()
    path, params = "/bot4242:for-tests-only/sendMessage", {"chat_id": phone, "text": "é & b"}
    answers = [
        await hand.client.get(path, params=params),
        await hand.client.post(path, data=params),
        await hand.client.post(path, json=params),
        await hand.client.post(path, data=params, files={"unused": b"x"}),
    ]
    assert [answer.json()["result"]["text"] for answer in answers] == ["é & b"] * 4
