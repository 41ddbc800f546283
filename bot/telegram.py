"""The Bot API client, for Telegram or for the desk."""

from __future__ import annotations

import logging

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import AiogramError
from aiogram.methods import Response
from aiogram.types import BotCommand, Message

from backend.settings import Settings
from content.wording import Wording

HELD = Response[Message], Response[bool]
"""aiogram makes the model of an answer anew at each call unless somebody holds it: files and reactions need these."""
log = logging.getLogger(__name__)
COMMANDS = ("start", "rdv", "humain", "aide", "langue", "stop")
"""The menu. /supprimer is not in it: a slip of the thumb must not erase."""
TIMEOUT = 20.0
"""Seconds before a call is given up; shorter than the outbox's lease."""


def make_bot(settings: Settings, desk_token: str, port: int) -> Bot:
    """Telegram with the token of the settings, else the desk Telegram of this process."""
    if settings.uses_desk:
        api = TelegramAPIServer.from_base(f"http://{_local(settings.host)}:{port}/desk")
        return Bot(desk_token, session=AiohttpSession(api=api, timeout=TIMEOUT))
    api = TelegramAPIServer.from_base(settings.telegram_api) if settings.telegram_api else PRODUCTION
    return Bot(settings.telegram_token.get_secret_value(), session=AiohttpSession(api=api, timeout=TIMEOUT))


def _local(host: str) -> str:
    """Where this process reaches itself."""
    if host in {"0.0.0.0", ""}:  # noqa: S104  listening everywhere, calling home
        return "127.0.0.1"
    return f"[{'::1' if host == '::' else host}]" if ":" in host else host


async def introduce(bot: Bot, wording: Wording, settings: Settings) -> None:
    """The menu and the words that Telegram shows before a first hello. Not vital: a failure is only told."""
    commands = [BotCommand(command=c, description=wording.text("fr", f"command-{c}")) for c in COMMANDS]
    await learn_name(bot, settings)
    try:
        await bot.set_my_commands(commands)
        await bot.set_my_description(wording.text("fr", "bot-description"))
        await bot.set_my_short_description(wording.text("fr", "bot-short-description"))
    except (AiogramError, TimeoutError) as error:
        log.warning("the bot's menu could not be set: %s", type(error).__name__)


async def learn_name(bot: Bot, settings: Settings) -> None:
    """The bot's own name, for the links on cards, unless the settings say it. A failure is only told."""
    try:
        settings.telegram_name = settings.telegram_name or (await bot.me()).username or ""
    except (AiogramError, TimeoutError) as error:
        log.warning("the bot's name could not be learned: %s", type(error).__name__)
