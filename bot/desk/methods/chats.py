"""Chats as the bot sees them."""

from bot.desk.errors import Json
from bot.desk.methods.sending import room_of
from bot.desk.params import Params
from bot.desk.records import Group
from bot.desk.state import Desk


def get_chat(desk: Desk, params: Params) -> Json:
    room = room_of(desk, params)
    reactions = {"accent_color_id": 0, "max_reaction_count": 11}
    gifts = {
        "unlimited_gifts": True,
        "limited_gifts": True,
        "unique_gifts": True,
        "premium_subscription": True,
    }
    accepted = gifts | {"gifts_from_channels": True}
    return room.chat() | reactions | {"accepted_gift_types": accepted}


def get_member(desk: Desk, params: Params) -> Json:
    room = room_of(desk, params)
    wanted = params.integer("user_id")
    if wanted == desk.profile.user["id"]:
        left = isinstance(room, Group) and room.left
        return {"status": "left" if left else "member", "user": desk.profile.user}
    phone = desk.phones.get(wanted)
    inside = phone is not None and (not isinstance(room, Group) or wanted in room.members)
    user = phone.user() if phone else {"id": wanted, "is_bot": False, "first_name": "?"}
    return {"status": "member" if inside else "left", "user": user}


def count_members(desk: Desk, params: Params) -> int:
    room = room_of(desk, params)
    return len(room.members) + 1 if isinstance(room, Group) else 2


def leave(desk: Desk, params: Params) -> bool:
    room = desk.reachable(room_of(desk, params))
    if isinstance(room, Group):
        room.left = True
        desk.keep(room)
        desk.touch(room.id)
    return True
