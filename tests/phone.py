"""A young person's phone on the desk Telegram, over HTTP: what the phone page does, without a browser."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import httpx

from tests.youth import plain_spaces

Json = dict[str, Any]
SLOT = re.compile(r"orientation:proposal:\d+\.")
PATIENCE = 20.0
"""Seconds that a phone waits for an answer."""


class DeskPhone:
    """One phone. It remembers what it showed before its owner's last act: what came after is news."""

    def __init__(self, desk: httpx.Client, first_name: str = "Lou", *, language: str = "fr") -> None:
        self.desk = desk
        new = {"first_name": first_name, "language_code": language}
        self.id: int = self._post("/phone", **new)["id"]
        self.before: dict[int, Any] = {}
        self.written: list[str] = []
        """Every word of theirs: none of it may be found where it does not belong."""

    def starts(self, payload: str = "") -> None:
        self._acts("start", payload=payload)

    def writes(self, text: str, **where: int) -> None:
        self.written.append(text)
        self._acts("text", text=text, **where)

    def bursts(self, *texts: str) -> None:
        """Several messages at once, before any answer."""
        for text in texts:
            self.written.append(text)
            self._post(f"{self.path}/text", text=text)

    def taps(self, label: str) -> None:
        """Tap the newest button whose label is, or begins with, these words; waits until there is one."""
        bubble, button = self._until(lambda screen: self._button(screen, label), f"a button «{label}»")
        self._acts("tap", message_id=bubble["id"], label=button["text"])

    def taps_again(self, bubble: Json, label: str) -> None:
        """Tap a button of a message that was looked at before."""
        button = next(b for b in _keys(bubble) if plain_spaces(b["text"]).startswith(label))
        self._acts("tap", message_id=bubble["id"], data=button["callback_data"], forged=True)

    def forges(self, data: str) -> None:
        """Send callback data that no button has."""
        self._acts("tap", message_id=self.bubbles()[-1]["id"], data=data, forged=True)

    def shares(self, latitude: float, longitude: float) -> None:
        self._acts("location", latitude=latitude, longitude=longitude)

    def sends(self, kind: str, name: str, content: bytes, caption: str = "") -> None:
        self.remembers()
        form = {"kind": kind, "caption": caption}
        _checked(self.desk.post(f"{self.path}/file", data=form, files={"file": (name, content)}))

    def edits(self, old: str, new: str) -> None:
        self.written.append(new)
        mine = next(b for b in self.bubbles() if b["author"] == "phone" and b.get("text") == old)
        self._acts(f"edit/{mine['id']}", text=new)

    def blocks(self) -> None:
        self._acts("block")

    def unblocks(self) -> None:
        self._acts("unblock")

    def joins_group(self, title: str) -> int:
        """Make a group with the bot in it. Returns its chat id."""
        self.remembers()
        return int(self._post(f"{self.path}/group", title=title)["id"])

    def hears(self, words: str) -> Json:
        """The first message of the bot with these words that came, or changed, since the last act; waits."""
        return self._until(lambda screen: self._news(screen, words), f"«{words}»")

    def sees_toast(self, words: str) -> None:
        """Wait for the word that a tapped button shows for a moment."""
        self._until(lambda screen: words in plain_spaces((screen["toast"] or {}).get("text", "")), words)

    def sees_reaction(self, text: str, reaction: str) -> None:
        def acknowledged(screen: Json) -> bool:
            return any(b.get("text") == text and reaction in b["reactions"] for b in screen["bubbles"])

        self._until(acknowledged, f"{reaction} on «{text}»")

    def waits_for(self, what: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait for something that does not show on the phone; looks every tenth of a second."""
        end = time.monotonic() + patience
        while not what():
            assert time.monotonic() < end, "it did not happen in time"
            self.screen(self.screen()["version"], 0.1)

    def screen(self, since: int = 0, seconds: float = 0) -> Json:
        query = {"since": since, "timeout": seconds}
        shown: Json = _checked(self.desk.get(self.path, params=query, timeout=seconds + 30)).json()
        return shown

    def bubbles(self) -> list[Json]:
        return list(self.screen()["bubbles"])

    def waiting(self) -> int:
        """How many updates the bot has not confirmed yet, of all phones."""
        return len(_checked(self.desk.get("/control/updates")).json())

    def texts(self) -> list[str]:
        """What the bot has said, oldest first."""
        return [said(b) for b in self.bubbles() if b["author"] == "bot"]

    def slots(self) -> list[str]:
        """The labels of the slots proposed last. (Which one is «le plus près» depends on the day.)"""
        return [label for bubble in self.bubbles()[-2:] for label in self.slots_of(bubble)]

    def slots_of(self, bubble: Json) -> list[str]:
        keys = (key for key in _keys(bubble) if SLOT.match(key.get("callback_data", "")))
        return [plain_spaces(key["text"]) for key in keys]

    def remembers(self) -> None:
        self.before = {b["id"]: (said(b), b["buttons"]) for b in self.bubbles()}

    @property
    def path(self) -> str:
        return f"/phone/{self.id}"

    def _acts(self, act: str, **body: Any) -> None:
        self.remembers()
        self._post(f"{self.path}/{act}", **body)

    def _post(self, path: str, **body: Any) -> Any:
        return _checked(self.desk.post(path, json=body)).json()

    def _until(self, look: Callable[[Json], Any], wanted: str) -> Any:
        """Look at each change of the screen until there is what is wanted."""
        screen, end = self.screen(), time.monotonic() + PATIENCE
        while not (found := look(screen)) and (left := end - time.monotonic()) > 0:
            screen = self.screen(screen["version"], left)
        if found:
            return found
        shown = "\n".join(
            f"{b['author']}: {said(b)} {[k['text'] for k in _keys(b)]}" for b in screen["bubbles"]
        )
        raise AssertionError(f"no {wanted} on the phone:\n{shown}\ntoast: {screen['toast']}")

    def _news(self, screen: Json, words: str) -> Json | None:
        fresh = (b for b in screen["bubbles"] if self.before.get(b["id"]) != (said(b), b["buttons"]))
        return next((b for b in fresh if b["author"] == "bot" and words in said(b)), None)

    def _button(self, screen: Json, label: str) -> tuple[Json, Json] | None:
        for bubble in reversed(screen["bubbles"]):
            for button in _keys(bubble):
                if plain_spaces(button["text"]).startswith(label):
                    return bubble, button
        return None


def said(bubble: Json) -> str:
    """The words of a message, as tests are typed."""
    return plain_spaces(bubble.get("text") or bubble.get("caption") or "")


def _keys(bubble: Json) -> list[Json]:
    return [button for row in bubble["buttons"] for button in row]


def _checked(answer: httpx.Response) -> httpx.Response:
    assert answer.is_success, f"{answer.request.url}: {answer.status_code} {answer.text}"
    return answer
