"""The desk itself: one bot, its phones and chats, and everything both sides have done."""

import itertools
import mimetypes
import secrets
import time
from pathlib import Path

from bot.desk.errors import ApiError, Json, bad_request, forbidden
from bot.desk.faults import Faults
from bot.desk.live import Live
from bot.desk.profile import Profile
from bot.desk.records import Author, Bubble, File, Group, Phone, Tap, as_json
from bot.desk.store import Store
from bot.desk.updates import Updates
from bot.desk.webhook import Webhook

FIRST_PHONE = 700_000_001
FIRST_GROUP = -1_001_000_000_001
TAP_LIFE = 60.0
_SUFFIXES = {"photo": ".jpg", "voice": ".ogg", "sticker": ".webp", "video": ".mp4", "audio": ".mp3"}


class Desk:
    """All that is on the desk. Every change is written to the store before the method returns."""

    webhook: Webhook  # set by the app: it may run methods, which know the desk

    def __init__(self, token: str, store_path: Path | None) -> None:
        self.store = Store(store_path)
        self.profile = Profile(token, self.store)
        self.phones = {row["id"]: Phone(**row) for row in self.store.records("phone")}
        self.groups = {row["id"]: Group(**row) for row in self.store.records("group")}
        self.taps = {row["id"]: Tap(**row) for row in self.store.records("tap")}
        self.files = {row["id"]: File(**row) for row in self.store.records("file")}
        self.updates = Updates(self.store)
        self.faults = Faults()
        self.live = Live()
        self.acting: dict[int, tuple[str, float]] = {}
        self._load_bubbles()

    def _load_bubbles(self) -> None:
        self.bubbles: dict[int, dict[int, Bubble]] = {}
        rows = sorted(self.store.records("bubble"), key=lambda row: int(row["body"]["message_id"]))
        for bubble in (Bubble(**row) for row in rows):
            self.bubbles.setdefault(bubble.body["chat"]["id"], {})[bubble.body["message_id"]] = bubble
        last = rows[-1]["body"]["message_id"] if rows else 0
        self._message_ids = itertools.count(last + 1)

    def keep(self, record: Phone | Group | Bubble | Tap | File) -> None:
        """Write a record down, and tell those who look at the phone."""
        key = record.key if isinstance(record, Bubble) else record.id
        self.store.put(type(record).__name__.lower(), key, as_json(record))
        if isinstance(record, Bubble):
            self.touch(record.body["chat"]["id"])
        elif isinstance(record, Phone):
            self.touch(record.id)

    def touch(self, chat_id: int) -> None:
        group = self.groups.get(chat_id)
        for phone_id in group.members if group else (chat_id,):
            self.live.touch(phone_id)

    def phone(self, first_name: str, language_code: str, started: bool) -> Phone:
        """A new phone; a bot may write to it first only if it is `started`."""
        number = max(self.phones, default=FIRST_PHONE - 1) + 1
        phone = Phone(number, first_name, language_code, started=started)
        self.phones[number] = phone
        self.keep(phone)
        return phone

    def group(self, title: str, members: list[int]) -> Group:
        group = Group(min(self.groups, default=FIRST_GROUP + 1) - 1, title, members)
        self.groups[group.id] = group
        self.keep(group)
        return group

    def room(self, chat_id: int) -> Phone | Group:
        """The chat a bot names; 400 if there is none."""
        found = self.phones.get(chat_id) or self.groups.get(chat_id)
        if found is None:
            raise bad_request("chat not found")
        return found

    def reachable(self, room: Phone | Group) -> Phone | Group:
        """The room again, if the bot may write there; 403 otherwise."""
        refusal = _refusal(room)
        if refusal is not None:
            raise refusal
        return room

    def post(self, room: Phone | Group, author: Author, sender: Json, content: Json) -> Bubble:
        """Put a message into a chat and keep it."""
        number = next(self._message_ids)
        head: Json = {"message_id": number, "from": sender, "chat": room.chat()}
        bubble = Bubble({**head, "date": int(time.time()), **content}, author)
        self.acting.pop(room.id, None)
        self.bubbles.setdefault(room.id, {})[number] = bubble
        self.keep(bubble)
        return bubble

    def bubble(self, chat_id: int, message_id: int, missing: str) -> Bubble:
        """A message that was not deleted; 400 with the words `missing` otherwise."""
        found = self.bubbles.get(chat_id, {}).get(message_id)
        if found is None or found.deleted:
            raise bad_request(missing)
        return found

    def tap(self, phone_id: int) -> Tap:
        tap = Tap(str(secrets.randbits(60)), phone_id, time.time())
        self.taps[tap.id] = tap
        self.keep(tap)
        return tap

    def file(self, kind: str, name: str, mime: str, content: bytes, size: int | None = None) -> File:
        """Keep a file; `size` may be said larger than `content` to try the limits cheaply."""
        unique = secrets.token_hex(6)
        name = name.replace("/", "_") or f"file{_SUFFIXES.get(kind, '')}"
        real = len(content) if size is None else size
        named = mimetypes.guess_type(name)[0] or mime
        file = File(f"desk-{kind}-{unique}", unique, kind, name, named, real)
        self.store.keep_content(file.id, content)
        self.files[file.id] = file
        self.keep(file)
        return file

    def confirmed(self, updates: list[Json]) -> None:
        """The bot has taken these: their phones now show two ticks."""
        for chat_id in {update["message"]["chat"]["id"] for update in updates if "message" in update}:
            self.touch(chat_id)

    def start(self) -> None:
        """Take up delivering to the webhook kept from last time; needs a running event loop."""
        self.webhook.start()

    def let_go(self) -> None:
        """The server stops: live pages and long polls end, so that it need not wait for them."""
        self.live.close()
        self.updates.close()

    def close(self) -> None:
        """Stop delivering, let everyone go, close the store."""
        self.webhook.stop()
        self.let_go()
        self.store.close()

    def clear(self) -> None:
        """Forget everything but the numbers already given."""
        for chat in (self.phones, self.groups, self.bubbles, self.taps, self.files):
            chat.clear()
        self.updates.clear()
        self.updates.history.clear()
        self.updates.allow([])
        self.webhook.set("", "")
        self.store.clear()
        self.faults = Faults()


def _refusal(room: Phone | Group) -> ApiError | None:
    if isinstance(room, Group):
        return forbidden("bot is not a member of the supergroup chat") if room.left else None
    if room.gone:
        return forbidden("user is deactivated")
    if room.blocked:
        return forbidden("bot was blocked by the user")
    return None if room.started else forbidden("bot can't initiate conversation with a user")
