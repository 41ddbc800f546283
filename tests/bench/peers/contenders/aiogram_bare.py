"""aiogram as its documentation shows it: a Dispatcher, states, one handler a state, storage in memory.

`idiom`: magic filters (`F.data`), as every page of the documentation has them. `asynchronous`: the same with filters
that are coroutines, which aiogram does not send through a thread.
"""

from __future__ import annotations

from typing import Any

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import BaseStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from tests.bench.peers.questions import QUESTIONS

TOKEN = "42:peer"


class Asked(StatesGroup):
    q1 = State()
    q2 = State()
    q3 = State()
    q4 = State()
    q5 = State()
    q6 = State()
    q7 = State()
    q8 = State()
    q9 = State()
    q10 = State()


STATES = [getattr(Asked, f"q{n}") for n in range(1, 11)]


def bot_at(api: str) -> Bot:
    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))


def keyboard(number: int) -> InlineKeyboardMarkup | None:
    options = QUESTIONS[number].options
    rows = [
        [InlineKeyboardButton(text=label, callback_data=f"q{number}:{i}")] for i, label in enumerate(options)
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


async def ask(message: Message, state: FSMContext, number: int, **answer: Any) -> None:
    if answer:
        await state.update_data(**answer)
    await state.set_state(STATES[number])
    await message.answer(QUESTIONS[number].text, reply_markup=keyboard(number))


async def is_tap(tap: CallbackQuery) -> bool:
    return tap.data is not None


async def is_text(message: Message) -> bool:
    return message.text is not None


def dispatcher(storage: BaseStorage, *, asynchronous: bool = False) -> Dispatcher:
    made = Dispatcher(storage=storage)

    @made.message(CommandStart())
    async def start(message: Message, state: FSMContext) -> None:
        await state.clear()
        await ask(message, state, 0)

    for number in range(9):
        _handle(made, number, asynchronous=asynchronous)
    return made


def _handle(made: Dispatcher, number: int, *, asynchronous: bool) -> None:
    async def tapped(tap: CallbackQuery, state: FSMContext) -> None:
        await tap.answer()
        assert isinstance(tap.message, Message)
        await ask(tap.message, state, number + 1, **{f"q{number}": tap.data})

    async def typed(message: Message, state: FSMContext) -> None:
        await ask(message, state, number + 1, **{f"q{number}": message.text})

    if QUESTIONS[number].options:
        made.callback_query.register(
            tapped, STATES[number], is_tap if asynchronous else F.data.startswith(f"q{number}:")
        )
    else:
        made.message.register(typed, STATES[number], is_text if asynchronous else F.text)
