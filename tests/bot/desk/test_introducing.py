"""What Telegram shows before a first hello, in the language of each phone."""

from aiogram import Bot

from bot.introducing import introduce_abroad
from content.wording import Wording


async def test_the_bot_is_described_in_each_language_and_set_again_only_where_it_changed(bot: Bot):
    wording = Wording()
    await introduce_abroad(bot, wording)
    said = await bot.get_my_description(language_code="ar")
    assert said.description == wording.text("ar", "bot-description")
    menu = await bot.get_my_commands(language_code="uk")
    assert [one.description for one in menu][1] == wording.text("uk", "command-rdv")
    await bot.set_my_short_description("Changed elsewhere", language_code="es")
    asked: list[str] = []

    async def note(call, bot, method):
        asked.append(type(method).__name__)
        return await call(bot, method)

    bot.session.middleware(note)
    await introduce_abroad(bot, wording)
    assert [name for name in asked if name.startswith("Set")] == ["SetMyShortDescription"]


async def test_a_telegram_that_does_not_answer_in_time_is_told_and_ends_it(bot: Bot, caplog):
    async def silent(call, bot, method):
        raise TimeoutError

    bot.session.middleware(silent)
    await introduce_abroad(bot, Wording())
    (told,) = caplog.records
    assert told.getMessage() == "the bot could not be described in every language: TimeoutError"
