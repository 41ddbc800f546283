"""aiogram-dialog: ten windows, storage in memory."""

from __future__ import annotations

from typing import Any

from aiogram import Dispatcher
from aiogram.filters import CommandStart
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window, setup_dialogs
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column
from aiogram_dialog.widgets.text import Const

from tests.bench.peers.contenders.aiogram_bare import STATES
from tests.bench.peers.questions import QUESTIONS


async def tapped(_: Any, button: Button, manager: DialogManager) -> None:
    manager.dialog_data[manager.current_context().state.state] = button.widget_id
    await manager.next(show_mode=ShowMode.SEND)


async def typed(message: Message, _: MessageInput, manager: DialogManager) -> None:
    manager.dialog_data["words"] = message.text
    await manager.next(show_mode=ShowMode.SEND)


def window(number: int) -> Window:
    question = QUESTIONS[number]
    if not question.options:
        return Window(Const(question.text), MessageInput(typed), state=STATES[number])
    buttons = [Button(Const(label), id=f"o{i}", on_click=tapped) for i, label in enumerate(question.options)]
    return Window(Const(question.text), Column(*buttons), state=STATES[number])


def dispatcher() -> Dispatcher:
    made = Dispatcher(storage=MemoryStorage())
    made.include_router(Dialog(*(window(number) for number in range(10))))
    setup_dialogs(made)

    @made.message(CommandStart())
    async def start(_: Message, dialog_manager: DialogManager) -> None:
        await dialog_manager.start(STATES[0], mode=StartMode.RESET_STACK)

    return made
