"""What Telegram shows of the bot before a first hello, in the language of each phone. Looked at on each start."""

from __future__ import annotations

import logging

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand

from bot.house import House
from bot.telegram import COMMANDS
from content.wording import FRENCH, Wording

log = logging.getLogger(__name__)


async def introduce_elsewhere(bot: Bot, house: House) -> None:
    """On the real Telegram; the desk shows what stands in French."""
    if not house.settings.uses_desk:
        await introduce_abroad(bot, house.script.wording)


async def introduce_abroad(bot: Bot, wording: Wording) -> None:
    """In every language but French, which stands for all others. Not vital: a failure is told, and ends it."""
    try:
        for language in wording.languages:
            if language != FRENCH:
                await _introduce(bot, wording, language)
    except (AiogramError, TimeoutError, LookupError) as error:
        log.warning("the bot could not be described in every language: %s", type(error).__name__)


async def _introduce(bot: Bot, wording: Wording, language: str) -> None:
    """Only what differs is set: Telegram lets a bot change these seldom."""
    commands = {name: wording.text(language, f"command-{name}") for name in COMMANDS}
    shown = await bot.get_my_commands(language_code=language)
    if {one.command: one.description for one in shown} != commands:
        menu = [BotCommand(command=name, description=said) for name, said in commands.items()]
        await bot.set_my_commands(menu, language_code=language)
    said = wording.text(language, "bot-description")
    if (await bot.get_my_description(language_code=language)).description != said:
        await bot.set_my_description(said, language_code=language)
    said = wording.text(language, "bot-short-description")
    if (await bot.get_my_short_description(language_code=language)).short_description != said:
        await bot.set_my_short_description(said, language_code=language)
