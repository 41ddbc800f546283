"""From a Telegram update to what happened."""

from __future__ import annotations

import pytest
from aiogram.types import Update

from backend.scene import Held
from bot.inbound import group_of, to_arrival
from flows.events import Blocked, Chose, Edited, Said, Sent, Shared

LOU = {"id": 42, "is_bot": False, "first_name": "Lou", "language_code": "fr"}
PRIVATE = {"id": 42, "type": "private", "first_name": "Lou"}
GROUP = {"id": -5, "type": "group", "title": "Copains"}


def arrival(**body):
    return to_arrival(Update.model_validate({"update_id": 7, **body}), 99)


def message(**body):
    return {"message": {"message_id": 5, "date": 0, "chat": PRIVATE, "from": LOU, **body}}


def test_words_are_said_by_the_chat_and_keyed_by_the_update():
    made = arrival(**message(text="bonjour"))
    assert (made.key, made.channel, made.address, made.event) == (
        "telegram:99:7",
        "telegram",
        "42",
        Said("bonjour"),
    )
    assert (made.first_name, made.language, made.outside_id) == ("Lou", "fr", "5")


@pytest.mark.parametrize(
    ("body", "event"),
    [
        ({"location": {"latitude": 46.9, "longitude": 3.1}}, Shared(46.9, 3.1)),
        (
            {
                "photo": [
                    {"file_id": "s", "file_unique_id": "1", "width": 1, "height": 1},
                    {"file_id": "big", "file_unique_id": "2", "width": 9, "height": 9},
                ],
                "caption": "voilà",
            },
            Sent("photo", "big", "voilà"),
        ),
        ({"voice": {"file_id": "v", "file_unique_id": "1", "duration": 3}}, Sent("voice", "v")),
        ({"document": {"file_id": "d", "file_unique_id": "1"}}, Sent("document", "d")),
        ({"contact": {"phone_number": "1", "first_name": "x"}}, Sent("contact")),
        ({}, Sent("unknown")),
    ],
)
def test_whatever_is_sent_is_kept_as_what_it_is(body, event):
    assert arrival(**message(**body)).event == event


def test_a_tap_belongs_to_whoever_tapped_and_knows_its_message():
    under = {"message_id": 3, "date": 0, "chat": PRIVATE, "text": "?"}
    made = arrival(
        callback_query={"id": "1", "from": LOU, "chat_instance": "1", "data": "a:b:c:d", "message": under}
    )
    assert (made.event, made.on, made.address) == (Chose("a", "b", "c:d"), "3", "42")


@pytest.mark.parametrize("data", ["", "x", ":", "::", "a:b", "é" * 30])
def test_data_that_is_not_ours_becomes_a_choice_that_nobody_offers(data):
    made = arrival(callback_query={"id": "1", "from": LOU, "chat_instance": "1", "data": data})
    assert isinstance(made.event, Chose)


def test_an_edit_is_an_edit():
    body = {"message_id": 5, "date": 0, "edit_date": 1, "chat": PRIVATE, "from": LOU, "text": "mieux"}
    assert arrival(edited_message=body).event == Edited("mieux")


@pytest.mark.parametrize(("status", "blocked"), [("kicked", True), ("member", False)])
def test_blocking_is_known(status, blocked):
    member = {"status": status, "user": LOU, "until_date": 0}
    change = {"chat": PRIVATE, "from": LOU, "date": 0, "old_chat_member": {"status": "member", "user": LOU}}
    assert arrival(my_chat_member={**change, "new_chat_member": member}).event == Blocked(blocked)


def test_a_group_is_no_conversation_and_is_left():
    update = Update.model_validate({"update_id": 7, **message(chat=GROUP, text="salut")})
    assert to_arrival(update, 99) is None and group_of(update) == -5
    assert group_of(Update.model_validate({"update_id": 7, **message(text="salut")})) is None


def test_unknown_kinds_of_update_are_nothing_to_us():
    assert arrival(something_new={"a": 1}) is None
    assert arrival() is None


def test_half_characters_do_not_reach_the_database():
    assert arrival(**message(text="a\ud800b\0c")).event == Said("a?bc")


ABOUT = {"file_unique_id": "1"}
VOICE = {"file_id": "v", **ABOUT, "duration": 3, "mime_type": "audio/ogg", "file_size": 900}
STICKER = {"file_id": "s", **ABOUT, "type": "regular", "width": 9, "height": 9, "emoji": "👍"}
PLAIN_STICKER = {**STICKER, "is_animated": False, "is_video": False}
MAIRIE = {"location": {"latitude": 46.9, "longitude": 3.1}, "title": "Mairie", "address": "1 rue\0"}


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ({"text": "a"}, Held()),
        ({"voice": VOICE}, Held({"id": "v", "mime": "audio/ogg", "size": 900, "seconds": 3})),
        (
            {"document": {"file_id": "d", **ABOUT, "file_name": "../a<b>.pdf"}},
            Held({"id": "d", "name": "a_b_.pdf"}),
        ),
        ({"sticker": PLAIN_STICKER}, Held({"id": "s", "emoji": "👍"})),
        (
            {"contact": {"phone_number": "+33 6", "first_name": "Lou", "last_name": "B" * 200}},
            Held({"contact": {"name": "Lou " + "B" * 76, "phone": "+33 6"}}),
        ),
        (
            {"venue": MAIRIE, "location": MAIRIE["location"]},
            Held(place={"lat": 46.9, "lon": 3.1, "site": "Mairie", "address": "1 rue"}),
        ),
        (
            {"text": "ab", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
            Held(marks=[{"type": "bold", "offset": 0, "length": 2}]),
        ),
        ({"text": "a\0b", "entities": [{"type": "bold", "offset": 0, "length": 3}]}, Held()),
        (
            {"text": "oui", "reply_to_message": {"message_id": 3, "date": 0, "chat": PRIVATE}},
            Held(quotes="3"),
        ),
        ({"text": "a", "media_group_id": "77"}, Held(album="77")),
    ],
)
def test_what_a_message_holds_is_kept_beside_its_words(body, held):
    assert arrival(**message(**body)).held == held
