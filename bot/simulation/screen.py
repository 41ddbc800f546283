"""What a simulated phone shows: the messages of one chat, their buttons, the keyboard that shares a position."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.simulation.updates import Tap

KEPT = 12
"""Messages of the bot that are remembered: nobody scrolls further."""


@dataclass
class Screen:
    """One phone. Message ids count up, whoever writes."""

    newest: int = 0
    asks_position: bool = False
    fresh: bool = False
    """Something came that can be answered."""
    buttons: dict[int, list[str]] = field(default_factory=dict)
    """Message id -> the data of its buttons, in order."""

    def next_id(self) -> int:
        self.newest += 1
        return self.newest

    def shows(self, message_id: int, markup: dict[str, Any] | None) -> None:
        """A message of the bot came, or changed."""
        self.buttons[message_id] = _data(markup)
        self.fresh = self.fresh or bool(self.buttons[message_id]) or "keyboard" in (markup or {})
        if markup and ("keyboard" in markup or "remove_keyboard" in markup):
            self.asks_position = "keyboard" in markup
        for old in sorted(self.buttons)[:-KEPT]:
            del self.buttons[old]

    def question(self) -> list[Tap]:
        """The buttons of the newest message that has any, unless the bot asks where they live."""
        if self.asks_position:
            return []
        asked = next((n for n in sorted(self.buttons, reverse=True) if self.buttons[n]), None)
        return [Tap(asked, data) for data in self.buttons[asked]] if asked is not None else []


def _data(markup: dict[str, Any] | None) -> list[str]:
    rows = (markup or {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]
