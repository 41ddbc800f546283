"""python-telegram-bot: ConversationHandler and PicklePersistence, written to the disk after every update."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    TypeHandler,
    filters,
)

from tests.bench.peers.questions import QUESTIONS

TOKEN = "42:peer"


def keyboard(number: int) -> InlineKeyboardMarkup | None:
    options = QUESTIONS[number].options
    rows = [[InlineKeyboardButton(label, callback_data=f"q{number}:{i}")] for i, label in enumerate(options)]
    return InlineKeyboardMarkup(rows) if rows else None


async def ask(update: Update, number: int) -> int:
    assert update.effective_message
    await update.effective_message.reply_text(QUESTIONS[number].text, reply_markup=keyboard(number))
    return number


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    assert context.user_data is not None
    context.user_data.clear()
    return await ask(update, 0)


def answered(number: int) -> Any:
    async def tapped(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        assert update.callback_query and context.user_data is not None
        await update.callback_query.answer()
        context.user_data[f"q{number}"] = update.callback_query.data
        return await ask(update, number + 1)

    async def typed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        assert update.message and context.user_data is not None
        context.user_data[f"q{number}"] = update.message.text
        return await ask(update, number + 1)

    if QUESTIONS[number].options:
        return CallbackQueryHandler(tapped, pattern=f"^q{number}:")
    return MessageHandler(filters.TEXT & ~filters.COMMAND, typed)


def application(api: str, file: Path | None, known: int) -> Application[Any, Any, Any, Any, Any, Any]:
    """`file` None: nothing is kept."""
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{api}/bot").concurrent_updates(False)
    if file:
        builder = builder.persistence(PicklePersistence(file))
    made = builder.build()
    made.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", start)],
            states={number: [answered(number)] for number in range(9)},
            fallbacks=[CommandHandler("start", start)],
            name="questions",
            persistent=file is not None,
            allow_reentry=True,
        )
    )
    if file:
        made.add_handler(TypeHandler(Update, flush), group=1)
        made.post_init = _know(known)
    return made


async def flush(_: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """What has been said is on the disk before the next update is looked at."""
    await context.application.update_persistence()


def _know(known: int) -> Any:
    """So many users who answered before: in memory, and in what is written whole at every update.

    The persistence is told directly: marked one by one it would write the file as often as there are users.
    """

    async def fill(app: Application[Any, Any, Any, Any, Any, Any]) -> None:
        assert isinstance(app.persistence, PicklePersistence) and app.persistence.user_data is not None
        for user in range(1, known + 1):
            answers = {f"q{n}": f"q{n}:0" for n in range(9)}
            app.user_data[user].update(answers)
            app.persistence.user_data[user] = answers

    return fill
