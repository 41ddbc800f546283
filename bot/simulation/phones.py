"""All simulated phones: who acts when, what waits with Telegram, how long each update waits for its reply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta
from heapq import heappop, heappush
from random import Random
from time import perf_counter

from backend.script import Clock
from bot.desk.errors import Json
from bot.simulation.characters import Character
from bot.simulation.mind import Mind
from bot.simulation.phone import SLOW, Phone
from bot.simulation.updates import Membership, Position, Tap, Words, update
from bot.simulation.words import said

TWICE = 0.003
"""How often Telegram delivers an update a second time."""
PATIENT = 2
AWAY = (3600.0, 5 * 3600.0)
"""Seconds until somebody comes back, to go on or to change their plans."""


class Phones:
    """Everybody."""

    def __init__(self, people: Iterable[Character], seed: int, start: datetime, now: Clock) -> None:
        self.now, self.start = now, start
        self.by_address: dict[int, Phone] = {}
        self.moments: list[tuple[float, int]] = []
        """A heap of (seconds since the start, whose)."""
        self.updates: dict[int, Json] = {}
        """What waits with Telegram until it is confirmed."""
        self.open_taps: set[int] = set()
        self.unkept: set[int] = set()
        """Blocks of those under 16: of somebody who is forgotten not even that is remembered."""
        self.given: dict[int, float] = {}
        self.taken: list[float] = []
        """Seconds from an update to the first reply."""
        self.unanswered: dict[int, float] = {}
        """Addresses of those who wait, and since when (seconds from the start)."""
        self.silent = 0
        """Updates that nothing was said to: a second tap, words to a human."""
        self.number = self.sent = self.repeated = 0
        self.chance = Random(f"telegram {seed}")  # noqa: S311  # no secret
        for who in people:
            self.by_address[who.address] = Phone(Mind(who, Random(f"{seed} {who.number}")))  # noqa: S311
            heappush(self.moments, (who.at, who.address))

    def next_moment(self) -> float | None:
        return self.moments[0][0] if self.moments else None

    def act(self, until: float) -> list[int]:
        """Everybody whose moment has come acts. Returns the numbers of the updates that this makes."""
        before = self.number
        while self.moments and self.moments[0][0] < until:
            moment, address = heappop(self.moments)
            self._act(self.by_address[address], moment)
        return list(range(before + 1, self.number + 1))

    def _act(self, phone: Phone, moment: float) -> None:
        phone.awaits, mind = False, phone.mind
        if mind.ending in {"left", "blocked"}:
            self._returns(phone)
            return
        acts = mind.next()
        for act in acts:
            if isinstance(act, Membership):
                phone.blocked = act.status == "kicked"
            self._send(phone, act)
        if mind.ending in {"left", "blocked"}:
            self._comes_back(phone, moment)
        elif mind.booked and not acts:
            self._thinks_again(phone, moment)

    def _returns(self, phone: Phone) -> None:
        """Who had gone is back, and says so."""
        if phone.blocked:
            phone.blocked = False
            self._send(phone, Membership("member"))
        phone.mind.ending = ""
        self._send(phone, Words(said("again", phone.mind.chance)))

    def _comes_back(self, phone: Phone, moment: float) -> None:
        if phone.mind.who.has("comes_back") and not phone.returned:
            phone.returned = True
            self._wake(phone, moment + phone.mind.chance.uniform(*AWAY))

    def _thinks_again(self, phone: Phone, moment: float) -> None:
        """Who wants to cancel or to move looks at the appointment later."""
        who, mind = phone.mind.who, phone.mind
        if (who.has("cancels") or who.has("moves")) and not phone.returned:
            phone.returned = True
            mind.ending = "left"
            self._wake(phone, moment + mind.chance.uniform(*AWAY))

    def _wake(self, phone: Phone, moment: float) -> None:
        phone.awaits = True
        heappush(self.moments, (moment, phone.mind.who.address))

    def _send(self, phone: Phone, act: Words | Tap | Position | Membership) -> None:
        self.number += 1
        self.sent += 1
        is_message = isinstance(act, Words | Position)
        message_id = phone.mind.screen.next_id() if is_message else phone.mind.screen.newest
        at = int(self.now().timestamp())
        self.updates[self.number] = update(self.number, phone.mind.who, act, message_id, at)
        if isinstance(act, Tap):
            self.open_taps.add(self.number)
        if isinstance(act, Membership) and phone.mind.who.bracket == "under_16":
            self.unkept.add(self.number)
        if not isinstance(act, Membership):
            phone.waiting.append(self.number)
            self.unanswered.setdefault(phone.mind.who.address, self._elapsed())

    def hand_out(self, offset: int, limit: int) -> list[Json]:
        """What getUpdates answers: those before the offset are confirmed. Now and then one comes twice."""
        for number in [n for n in self.updates if n < offset]:
            del self.updates[number]
        found, now = list(self.updates.values())[:limit], perf_counter()
        for one in found:
            self.given.setdefault(one["update_id"], now)
        doubled = [one for one in found if self.chance.random() < TWICE]
        self.repeated += len(doubled)
        return [*found, *doubled]

    def hears(self, address: int, message_id: int, markup: Json | None, at: float) -> None:
        """The bot said something: whoever waits has waited so long, and thinks about it."""
        phone = self.by_address[address]
        phone.mind.screen.shows(message_id, markup)
        if phone.waiting:
            self.taken.append(at - self.given.get(phone.waiting.pop(0), at))
            self._heard_out(phone)
        if not phone.awaits and not phone.mind.ending:
            self._wake(phone, self._elapsed() + phone.thinking())

    def _heard_out(self, phone: Phone) -> None:
        if not phone.waiting:
            self.unanswered.pop(phone.mind.who.address, None)

    def _elapsed(self) -> float:
        return (self.now() - self.start) / timedelta(seconds=1)

    def answers(self, number: int) -> bool:
        """A tap is answered; False if it was, or never came."""
        known = number in self.open_taps
        self.open_taps.discard(number)
        return known

    def acknowledged(self, address: int) -> None:
        """A human will read it, or has: nothing more is said to it now."""
        self._quiet(self.by_address[address])

    def settled(self) -> None:
        """All has been said that there was to say: who still waits waits for nothing."""
        for address in sorted(self.unanswered):
            self._quiet(self.by_address[address])

    def nothing_follows(self, address: int, number: int) -> None:
        """An update was taken a while ago, and nothing was said to it."""
        phone = self.by_address[address]
        if number in phone.waiting:
            self._quiet(phone)

    def _quiet(self, phone: Phone) -> None:
        """Nothing is said to them. Who expected something looks at the screen again, twice at most."""
        self.silent += len(phone.waiting)
        phone.waiting.clear()
        self._heard_out(phone)
        mind = phone.mind
        if not (phone.awaits or mind.ending or mind.human == "here") and phone.asked_again < PATIENT:
            phone.asked_again += 1
            mind.screen.fresh = True
            self._wake(phone, self._elapsed() + SLOW)

    def human_speaks(self, address: int) -> None:
        """They read somebody now, and no machine."""
        phone = self.by_address[address]
        phone.mind.human = "here"

    def human_leaves(self, address: int) -> None:
        phone = self.by_address[address]
        phone.mind.human, phone.mind.screen.fresh = "gone", False

    def heard(self) -> dict[str, int]:
        """Messages by address, of all whose talk is kept: under 16 it is not."""
        kept = (p for p in self.by_address.values() if p.mind.who.bracket != "under_16")
        return {str(phone.mind.who.address): phone.heard for phone in kept}

    def endings(self) -> dict[str, int]:
        """How it ended for them, as far as the day goes."""
        found: defaultdict[str, int] = defaultdict(int)
        for phone in self.by_address.values():
            mind = phone.mind
            found["booked" if mind.booked else mind.ending or f"last asked {mind.step() or 'nothing'}"] += 1
        return dict(sorted(found.items(), key=lambda one: -one[1]))
