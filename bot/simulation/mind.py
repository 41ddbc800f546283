"""How a simulated young person goes on: from what the phone shows to what they do next. All chance is theirs."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from bot.simulation.characters import Character, typed_home
from bot.simulation.screen import Screen
from bot.simulation.updates import Act, Membership, Position, Tap, Words
from bot.simulation.words import said, words

BACK, HUMAN, SKIP = "<", "!", "?"
MOST = 60
"""Acts after which somebody is held to go round in circles."""
ANSWERS = 2
"""What is said to a human, at most."""
FIRST = 0.6
"""How often the first choice is theirs, where nothing tells which."""


@dataclass
class Mind:
    """One of them, in front of their phone."""

    who: Character
    chance: Random
    screen: Screen = field(default_factory=Screen)
    acts: int = 0
    booked: bool = False
    told_human: int = 0
    human: str = ""
    """asked, here, gone: as far as they know."""
    ending: str = ""
    """Why they do nothing more of their own."""
    done: set[str] = field(default_factory=set)
    """What they are like, and have been already."""

    def next(self) -> list[Act]:
        """What they do now; nothing if there is nothing to answer. Two if their thumb slips."""
        if self.acts >= MOST:
            self.ending = f"circles at {self.step() or 'nothing'}"
            return []
        found = self._next()
        self.acts += len(found)
        if found and isinstance(found[0], Tap) and self._is("double_taps"):
            return [found[0], found[0]]
        return found

    def step(self) -> str:
        """The question on the screen, such as orientation:needs."""
        asked = self.screen.question()
        return "orientation:commune" if self.screen.asks_position else _step(asked[0]) if asked else ""

    def _next(self) -> list[Act]:
        if not self.acts:
            return [Words(said("hello", self.chance))]
        if self.human == "here":
            return self._to_the_human()
        if odd := self._odd():
            return odd
        if not self.screen.fresh:
            return []
        self.screen.fresh = False
        return self._to_the_guide()

    def _odd(self) -> list[Act]:
        """What nobody asked for."""
        if self._is("blocks", 0.2):
            self.ending = "blocked"
            return [Membership("kicked")]
        if self._is("leaves", 0.2) and not self.booked:
            self.ending = "left"
            return []
        for kind in ("nonsense", "danger"):
            if self._is(kind, 0.3):
                return [Words(said(kind, self.chance))]
        if self._is("asks_human", 0.3):
            self.human = "asked"
            return [Words(said("human", self.chance))]
        return self._back() if self._is("goes_back", 0.3) else []

    def _back(self) -> list[Act]:
        taps = [tap for tap in self.screen.question() if _choice(tap) == BACK]
        return [taps[0]] if taps else [Words(said("back", self.chance))]

    def _to_the_human(self) -> list[Act]:
        if self.told_human >= ANSWERS:
            return []
        self.told_human += 1
        return [Words(said("answer", self.chance))]

    def _to_the_guide(self) -> list[Act]:
        if self.screen.asks_position:
            return [self._home()]
        taps = [tap for tap in self.screen.question() if _choice(tap) not in {BACK, HUMAN, SKIP}]
        if not taps:
            return self._without_buttons()
        if self.booked and not _step(taps[0]).startswith("orientation:"):
            return self._later(taps)
        if _step(taps[0]) == "orientation:elders":
            self.ending = "sent to other doors"
            return []
        chosen = self._chosen(_step(taps[0]).partition(":")[2], taps)
        if isinstance(chosen, Tap) and _step(chosen) == "orientation:confirm" and "ok-" in chosen.data:
            self.booked = True
        return [chosen]

    def _home(self) -> Act:
        home = self.who.home
        self.screen.asks_position = False
        if self.who.has("shares_position") and home.point:
            return Position(*home.point)
        return Words(typed_home(self.who, self.chance))

    def _without_buttons(self) -> list[Act]:
        """A question that is answered in words: only a number is ever asked so."""
        return [Words(said("phone", self.chance))] if self._is_once("gave_number") else []

    def _chosen(self, step: str, taps: list[Tap]) -> Act:
        match step:
            case "hello":
                return self._named(taps, "english" if self._is("english") else "go")
            case "bracket":
                return self._named(taps, self.who.bracket)
            case "which":
                return self._named(taps, self.who.home.insee)
            case "needs":
                return self._need(taps)
            case "proposal":
                return self._slot(taps)
            case "confirm":
                return self._named(taps, "correct") if self._is("corrects") else taps[0]
            case _:
                return self._any(taps)

    def _need(self, taps: list[Tap]) -> Act:
        if self._is("types_need"):
            return Words(str(self.chance.choice(words()["needs"][self.who.needs[0]])))
        wanted = {f"+{need}" for need in self.who.needs}
        missing = [tap for tap in taps if _choice(tap) in wanted]
        if missing:
            return missing[0]
        ticked = {_choice(tap)[1:] for tap in taps if _choice(tap).startswith("-")}
        pages = [tap for tap in taps if _choice(tap).startswith("page")]
        if pages and not ticked and "turned" not in self.done:
            self.done.add("turned")
            return pages[0]
        return self._named(taps, "done")

    def _slot(self, taps: list[Tap]) -> Act:
        if self._is("by_phone"):
            return self._named(taps, "remote")
        if self._is("looks_further"):
            return self._named(taps, "other")
        offers = [tap for tap in taps if "." in _choice(tap)]
        return self.chance.choice(offers or taps)

    def _later(self, taps: list[Tap]) -> list[Act]:
        """A reminder, an opinion that is asked, their appointment: some answer, and some change their plans."""
        for trait, wish in (("cancels", "cancel"), ("moves", "move")):
            meant = [tap for tap in taps if _choice(tap).startswith(f"{wish}-")]
            if meant and self._is(trait):
                return [meant[0]]
        if _step(taps[0]) == "appointment:wish":
            return [taps[0]] if self.chance.random() < FIRST else []
        return [self._any(taps)]

    def _named(self, taps: list[Tap], choice: str) -> Tap:
        return next((tap for tap in taps if _choice(tap) == choice), None) or self._any(taps)

    def _any(self, taps: list[Tap]) -> Tap:
        return taps[0] if self.chance.random() < FIRST else self.chance.choice(taps)

    def _is(self, trait: str, now: float = 1.0) -> bool:
        """Whether they are so, and have not been yet; `now`: how likely it shows at this moment."""
        shows = self.who.has(trait) and trait not in self.done and self.chance.random() < now
        return shows and self._is_once(trait)

    def _is_once(self, trait: str) -> bool:
        new = trait not in self.done
        self.done.add(trait)
        return new


def _step(tap: Tap) -> str:
    return tap.data.rpartition(":")[0]


def _choice(tap: Tap) -> str:
    return tap.data.rpartition(":")[2]
