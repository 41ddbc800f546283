"""The last word to who erased everything."""

from __future__ import annotations

from aiogram.types import Update

from backend.scene import Turned
from backend.script import Script
from bot.inbound import to_event
from content.hearing import hear
from flows.events import Called, Said


def farewell(script: Script, update: Update, turned: Turned) -> str | None:
    """What is said to them, if anything.

    Once more if their /supprimer comes again: we may have been killed before it was said, and nothing is left of them
    that would tell. It comes again because Telegram was not told that we have it.
    """
    if turned.farewell or not turned.repeated or turned.conversation_id or not update.message:
        return turned.farewell
    user, event = update.message.from_user, to_event(update.message)
    language = script.wording.supported(user.language_code if user else None) or "fr"
    if isinstance(event, Said) and hear(script.wording, language, None, event) == (Called("supprimer"),):
        return script.wording.text(language, "erased")
    return None
