"""What the desk remembers: phones, groups, bubbles, taps, files."""

from dataclasses import asdict, dataclass, field
from typing import Literal

from bot.desk.errors import Json

Author = Literal["bot", "phone"]


@dataclass(slots=True)
class Phone:
    """A person's phone. `id` is the user and the private chat at once, as with Telegram."""

    id: int
    first_name: str
    language_code: str = "fr"
    last_name: str | None = None
    username: str | None = None
    started: bool = False
    blocked: bool = False
    gone: bool = False
    keyboard: Json | None = None
    toast: Json | None = None

    def user(self) -> Json:
        return {"id": self.id, "is_bot": False, **self._names(), "language_code": self.language_code}

    def chat(self) -> Json:
        return {"id": self.id, **self._names(), "type": "private"}

    def _names(self) -> Json:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {key: value for key, value in names.items() if value}


@dataclass(slots=True)
class Group:
    """A group chat the bot was added to, or has left."""

    id: int
    title: str
    members: list[int] = field(default_factory=list)
    left: bool = False

    def chat(self) -> Json:
        return {"id": self.id, "title": self.title, "type": "supergroup"}


@dataclass(slots=True)
class Bubble:
    """One message of a chat: `body` is the Message of the Bot API, the rest is what the phone shows."""

    body: Json
    author: Author
    deleted: bool = False
    hidden: bool = False
    reactions: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"{self.body['chat']['id']}:{self.body['message_id']}"


@dataclass(slots=True)
class Tap:
    """A callback query: answered once, within `state.TAP_LIFE` seconds of `at`."""

    id: str
    phone_id: int
    at: float
    answered: bool = False


@dataclass(slots=True)
class File:
    """A file on the desk; its bytes are in the store under `id`."""

    id: str
    unique: str
    kind: str
    name: str
    mime: str
    size: int

    @property
    def path(self) -> str:
        return f"{self.kind}s/{self.unique}/{self.name}"


def as_json(record: Phone | Group | Bubble | Tap | File) -> Json:
    """The record as the store keeps it."""
    return asdict(record)


def quoted(bubble: Bubble) -> Json:
    """The message as an answer to it carries it: without what it answers itself, and without its keyboard."""
    return {
        key: value for key, value in bubble.body.items() if key not in ("reply_to_message", "reply_markup")
    }
