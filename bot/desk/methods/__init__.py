"""The methods of the Bot API, by lower-case name: from the desk and parameters to the result."""

from collections.abc import Callable
from typing import Any

from bot.desk.methods import chats, courtesies, editing, files, identity, media, places, sending
from bot.desk.params import Params
from bot.desk.state import Desk

Method = Callable[[Desk, Params], Any]

METHODS: dict[str, Method] = {
    "getme": identity.get_me,
    "logout": identity.accept,
    "close": identity.accept,
    "setmycommands": identity.set_commands,
    "getmycommands": identity.get_commands,
    "deletemycommands": identity.delete_commands,
    "setmyname": identity.set_name,
    "getmyname": identity.get_name,
    "setmydescription": identity.set_description,
    "getmydescription": identity.get_description,
    "setmyshortdescription": identity.set_short_description,
    "getmyshortdescription": identity.get_short_description,
    "setchatmenubutton": identity.set_menu_button,
    "getchatmenubutton": identity.get_menu_button,
    "getchat": chats.get_chat,
    "getchatmember": chats.get_member,
    "getchatmembercount": chats.count_members,
    "leavechat": chats.leave,
    "sendmessage": sending.send_message,
    "copymessage": sending.copy_message,
    "forwardmessage": sending.forward_message,
    "sendlocation": places.send_location,
    "sendvenue": places.send_venue,
    "sendcontact": places.send_contact,
    "senddice": sending.send_dice,
    "sendpoll": sending.send_poll,
    "senddocument": media.sender("document"),
    "sendphoto": media.sender("photo"),
    "sendvoice": media.sender("voice"),
    "sendaudio": media.sender("audio"),
    "sendvideo": media.sender("video"),
    "sendanimation": media.sender("animation"),
    "sendsticker": media.sender("sticker"),
    "sendvideonote": media.sender("video_note"),
    "getfile": files.get_file,
    "editmessagetext": editing.edit_text,
    "editmessagecaption": editing.edit_caption,
    "editmessagereplymarkup": editing.edit_markup,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "answercallbackquery": courtesies.answer_tap,
    "sendchataction": courtesies.show_action,
    "setmessagereaction": courtesies.react,
}
