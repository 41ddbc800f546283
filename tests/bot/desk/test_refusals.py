"""The desk refuses what Telegram refuses, in Telegram's words."""

import pytest

from tests.bot.desk.hand import Hand

DATA = {"callback_data": "x"}


def _keys(*buttons: dict, rows: int = 1) -> dict:
    return {"reply_markup": {"inline_keyboard": [list(buttons)] * rows}}


def _bad(reason: str) -> tuple[int, str]:
    return 400, f"Bad Request: {reason}"


def _url(url: str) -> dict:
    return _keys({"text": "a", "url": url})


HTML = {"parse_mode": "HTML"}
UNREADABLE = "can't parse inline keyboard button: "
MESSAGES = [
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "text must be non-empty"),
    ({"text": "x" * 4097}, "message is too long"),
    ({"text": "a", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    (
        {"text": "é <div>a</div>", **HTML},
        'can\'t parse entities: Unsupported start tag "div" at byte offset 3',
    ),
    ({"text": "<b>a", **HTML}, "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ({"text": "a</b>", **HTML}, "can't parse entities: Unexpected end tag at byte offset 1"),
    (
        {"text": "<b><i>a</b></i>", **HTML},
        'can\'t parse entities: Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    ),
    ({"text": "1 < 2", **HTML}, 'can\'t parse entities: Unsupported start tag "" at byte offset 2'),
    ({"text": "a<br/>b", **HTML}, 'can\'t parse entities: Unsupported start tag "br/" at byte offset 1'),
    ({"text": "a <b", **HTML}, "can't parse entities: Unclosed start tag at byte offset 2"),
    ({"text": "<b>a</b", **HTML}, "can't parse entities: Unclosed end tag at byte offset 4"),
    ({"text": '<a href="x>y', **HTML}, "can't parse entities: Unclosed start tag at byte offset 0"),
    (
        {"text": "<span>a</span>", **HTML},
        'can\'t parse entities: Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
    ({"text": "<b></b>", **HTML}, "text must be non-empty"),
    ({"text": "a", **_keys({"text": "a", "callback_data": "é" * 33})}, "BUTTON_DATA_INVALID"),
    ({"text": "a", **_keys({"text": "a", "callback_data": ""})}, "BUTTON_DATA_INVALID"),
    ({"text": "a", **_keys({"text": "a"})}, UNREADABLE + "Text buttons are unallowed in the inline keyboard"),
    ({"text": "a", **_keys({"text": "", **DATA})}, "inline keyboard button text must be non-empty"),
    ({"text": "a", **_keys(*[{"text": "a", **DATA}] * 9)}, "reply markup is too long"),
    ({"text": "a", **_keys({"text": "a", **DATA}, rows=101)}, "reply markup is too long"),
    ({"text": "a", **_keys({"text": "a" * 600, **DATA}, rows=20)}, "reply markup is too long"),
    (
        {"text": "a", **_url("tel:+33386713000")},
        "inline keyboard button URL 'tel:+33386713000' is invalid: Unsupported URL protocol",
    ),
    (
        {"text": "a", **_url("sms:114")},
        "inline keyboard button URL 'sms:114' is invalid: Unsupported URL protocol",
    ),
    (
        {"text": "a", **_url("http://localhost:8000/x")},
        "inline keyboard button URL 'http://localhost:8000/x' is invalid: Wrong HTTP URL",
    ),
    ({"text": "a", "reply_markup": "{oops"}, "can't parse reply markup JSON object"),
    ({"text": "a", "reply_markup": [1]}, "object expected as reply markup"),
    (
        {"text": "a", "reply_markup": {"inline_keyboard": ["a"]}},
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ),
    (
        {"text": "a", "reply_markup": {"inline_keyboard": [[]], "remove_keyboard": True}},
        "can't parse reply keyboard markup JSON object",
    ),
    ({"text": "a", "reply_markup": {"keyboard": [[{"text": ""}]]}}, "keyboard button text must be non-empty"),
    ({"text": "a", "entities": {"a": 1}}, "expected an Array of MessageEntity"),
    ({"text": "a", "entities": [1]}, "can't parse MessageEntity: expected an Object"),
    (
        {"text": "a", "entities": [{"type": "bold", "offset": "x", "length": 1}]},
        'can\'t parse MessageEntity: field "offset" must be of type Number',
    ),
    (
        {"text": "\U0001f600", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
        "entity begins in a middle of a UTF-16 symbol at byte offset 1",
    ),
    ({"text": "a", "reply_parameters": [1]}, "object expected as reply parameters"),
    ({"text": "a", "reply_parameters": {"message_id": "x"}}, "can't parse reply parameters JSON object"),
    ({"text": "a", "reply_parameters": {"message_id": 99999}}, "message to be replied not found"),
    ({"text": "a", "chat_id": ""}, "chat_id is empty"),
    ({"text": "a", "chat_id": 12345}, "chat not found"),
    ({"text": "a", "chat_id": "@quelqu_un"}, "chat not found"),
    ({"text": "a", "reply_parameters": {"message_id": 999999}}, "message to be replied not found"),
]


@pytest.mark.parametrize(("params", "reason"), MESSAGES)
async def test_a_message_telegram_would_refuse_is_refused(hand: Hand, params: dict, reason: str):
    phone = await hand.phone()
    answer = await hand.call("sendMessage", **{"chat_id": phone, **params})
    assert (answer.get("error_code"), answer.get("description")) == _bad(reason)
    assert (await hand.screen(phone))["bubbles"] == []


ACCEPTED = [
    {"text": "x" * 4096},
    {"text": "1 &lt; 2 &amp; <b>3</b>", **HTML},
    {"text": "<a href='https://a.fr/?a>b'>c</a><B>d</><blockquote expandable>e</blockquote>", **HTML},
    {"text": "a", **_keys({"text": "a", "callback_data": "é" * 32})},
    {"text": "a", **_keys(*[{"text": "a", **DATA}] * 8, rows=12)},
    {"text": "a", **_url("http://127.0.0.1:8000/appeler/3114")},
    {"text": "a", **_url("https://www.3114.fr")},
    {"text": "a", **_url("tg://user?id=1")},
]


@pytest.mark.parametrize("params", ACCEPTED)
async def test_a_message_just_within_the_limits_is_sent(hand: Hand, params: dict):
    phone = await hand.phone()
    assert (await hand.call("sendMessage", chat_id=phone, **params))["ok"]


OTHERS = [
    ("sendLocation", {"longitude": 3}, "latitude is empty"),
    ("sendLocation", {"latitude": 91, "longitude": 3}, "wrong location specified"),
    (
        "sendVenue",
        {"latitude": 46, "longitude": 181, "title": "a", "address": "b"},
        "wrong venue location specified",
    ),
    ("sendVenue", {"latitude": 46, "longitude": 3, "address": "b"}, "title is empty"),
    ("sendDocument", {}, "there is no document in the request"),
    ("sendDocument", {"document": "AgAD"}, "wrong file identifier/HTTP URL specified"),
    ("sendPhoto", {"photo": "https://example.org/a.png"}, "failed to get HTTP URL content"),
    ("getFile", {"file_id": "AgAD"}, "invalid file_id"),
    ("getFile", {}, "file_id not specified"),
    ("sendChatAction", {"action": "thinking"}, "wrong parameter action in request"),
    ("editMessageText", {"text": "a"}, "message identifier is not specified"),
    ("editMessageText", {"text": "a", "message_id": 999999}, "message to edit not found"),
    ("deleteMessage", {"message_id": 999999}, "message to delete not found"),
    ("setMessageReaction", {"message_id": 999999}, "message to react not found"),
    (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    (
        "setWebhook",
        {"url": "http://example.org/hook"},
        "bad webhook: An HTTPS URL must be provided for webhook",
    ),
    (
        "setWebhook",
        {"url": "https://a.fr", "secret_token": "a b"},
        "secret token contains unallowed characters",
    ),
    ("setMyCommands", {"commands": [{"command": "Rendez-Vous", "description": "a"}]}, "BOT_COMMAND_INVALID"),
]


@pytest.mark.parametrize(("method", "params", "reason"), OTHERS)
async def test_a_call_telegram_would_refuse_is_refused(hand: Hand, method: str, params: dict, reason: str):
    phone = await hand.phone()
    answer = await hand.call(method, chat_id=phone, **params)
    assert (answer.get("error_code"), answer.get("description")) == _bad(reason)


async def test_an_edit_that_changes_nothing_is_refused(hand: Hand):
    phone = await hand.phone()
    same = {"chat_id": phone, "text": "a", **_keys({"text": "b", **DATA})}
    sent = (await hand.call("sendMessage", **same))["result"]["message_id"]
    answer = await hand.call("editMessageText", message_id=sent, **same)
    assert answer["description"] == (
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )
    assert (await hand.call("editMessageReplyMarkup", chat_id=phone, message_id=sent))["ok"]
    again = await hand.call("editMessageReplyMarkup", chat_id=phone, message_id=sent)
    assert again["description"].startswith("Bad Request: message is not modified")


async def test_an_edit_takes_only_inline_keyboards(hand: Hand):
    phone = await hand.phone()
    sent = (await hand.call("sendMessage", chat_id=phone, text="a"))["result"]["message_id"]
    answer = await hand.call(
        "editMessageText", chat_id=phone, message_id=sent, text="b", reply_markup={"keyboard": [["a"]]}
    )
    assert answer["description"] == "Bad Request: inline keyboard expected"


async def test_the_bot_cannot_edit_what_a_person_wrote(hand: Hand):
    phone = await hand.phone()
    theirs = await hand.write(phone, "bonjour")
    answer = await hand.call("editMessageText", chat_id=phone, message_id=theirs, text="b")
    assert answer["description"] == "Bad Request: message can't be edited"


async def test_a_place_has_no_text_to_edit(hand: Hand):
    phone = await hand.phone()
    sent = (await hand.call("sendLocation", chat_id=phone, latitude=46.9, longitude=3.1))["result"][
        "message_id"
    ]
    answer = await hand.call("editMessageText", chat_id=phone, message_id=sent, text="b")
    assert answer["description"] == "Bad Request: there is no text in the message to edit"


@pytest.mark.parametrize("emoji", ["✅", "🚌"])
async def test_a_reaction_outside_telegrams_list_is_refused(hand: Hand, emoji: str):
    phone = await hand.phone()
    theirs = await hand.write(phone, "bonjour")
    wanted = [{"type": "emoji", "emoji": emoji}]
    answer = await hand.call("setMessageReaction", chat_id=phone, message_id=theirs, reaction=wanted)
    assert answer["description"] == "Bad Request: REACTION_INVALID"


UNREACHABLE = [
    ("POST", "/block", "Forbidden: bot was blocked by the user"),
    ("DELETE", "", "Forbidden: user is deactivated"),
]


@pytest.mark.parametrize(("verb", "act", "description"), UNREACHABLE)
async def test_who_cannot_be_reached_is_a_403(hand: Hand, verb: str, act: str, description: str):
    phone = await hand.phone()
    await hand.client.request(verb, f"/phone/{phone}{act}")
    answer = await hand.call("sendMessage", chat_id=phone, text="a")
    assert (answer["error_code"], answer["description"]) == (403, description)


async def test_the_bot_cannot_write_first(hand: Hand):
    phone = await hand.phone(started=False)
    answer = await hand.call("sendMessage", chat_id=phone, text="a")
    assert answer["description"] == "Forbidden: bot can't initiate conversation with a user"
    await hand.post(f"/phone/{phone}/start")
    assert (await hand.call("sendMessage", chat_id=phone, text="a"))["ok"]


async def test_captions_and_photos_have_their_limits(hand: Hand):
    phone = await hand.phone()
    picture = (await hand.send_file(phone, "photo", "a.png", b"\x89PNG"))["file"]["file_id"]
    answer = await hand.call("sendPhoto", chat_id=phone, photo=picture, caption="x" * 1025)
    assert answer["description"] == "Bad Request: message caption is too long"
    assert (await hand.call("sendPhoto", chat_id=phone, photo=picture, caption="x" * 1024))["ok"]


async def test_a_file_over_20_megabytes_cannot_be_fetched(hand: Hand):
    phone = await hand.phone()
    big = await hand.send_file(phone, "document", "a.pdf", b"%PDF", size=20 * 1024 * 1024 + 1)
    answer = await hand.call("getFile", file_id=big["file"]["file_id"])
    assert answer["description"] == "Bad Request: file is too big"


async def test_an_upload_over_50_megabytes_is_turned_away_before_it_is_read(hand: Hand):
    phone = await hand.phone()
    files = {"document": ("a.bin", bytes(51 * 1024 * 1024))}
    answer = await hand.client.post(
        "/bot4242:for-tests-only/sendDocument", data={"chat_id": str(phone)}, files=files
    )
    assert (answer.status_code, answer.json()["description"]) == (413, "Request Entity Too Large")
