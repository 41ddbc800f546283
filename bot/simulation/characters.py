"""Who writes to the bot on a simulated day, and when: small characters, all made of one seed. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bot.simulation.words import words
from content.communes import Commune
from content.plain import plain

HOURS = (2, 1, 1, 1, 1, 2, 6, 18, 34, 46, 58, 70, 96, 88, 60, 62, 84, 100, 92, 70, 52, 36, 20, 8)
"""How many begin in each hour of the day: a morning, a lunch break, the end of school, an evening."""
BRACKETS = {"from_18": 70, "from_16": 24, "under_16": 3, "from_26": 3}
TRAITS = {
    "double_taps": 0.06,
    "goes_back": 0.08,
    "nonsense": 0.12,
    "asks_human": 0.12,
    "types_need": 0.10,
    "shares_position": 0.25,
    "hesitates": 0.20,
    "corrects": 0.05,
    "looks_further": 0.12,
    "by_phone": 0.06,
    "cancels": 0.05,
    "moves": 0.06,
    "leaves": 0.06,
    "comes_back": 0.10,
    "blocks": 0.015,
    "danger": 0.004,
    "english": 0.01,
}
"""How many in one are so."""
SPELLINGS = ("exact", "exact", "plain", "plain", "postcode", "sentence", "slip")
FIRST_ADDRESS = 7_000_000_000
"""Telegram ids of the simulated: no conversation of theirs is taken for a real one."""


@dataclass(frozen=True)
class Character:
    """One of them. `at`: seconds from the beginning of the day."""

    number: int
    at: float
    name: str
    bracket: str
    home: Commune
    needs: tuple[str, ...]
    spelling: str
    traits: frozenset[str]

    @property
    def address(self) -> int:
        return FIRST_ADDRESS + self.number

    def has(self, trait: str) -> bool:
        return trait in self.traits


def characters(many: int, hours: float, seed: int, homes: Sequence[Commune]) -> list[Character]:
    """So many, in the order in which they begin. `hours`: how much of the day is played, from midnight."""
    chance = Random(f"characters {seed}")  # noqa: S311  # no secret
    moments = sorted(_moment(chance, hours) for _ in range(many))
    living = chance.choices(homes, weights=[c.population for c in homes], k=many)
    return [_one(chance, n, at, home) for n, (at, home) in enumerate(zip(moments, living, strict=True), 1)]


def _moment(chance: Random, hours: float) -> float:
    """Seconds after midnight, within what is played of the day."""
    whole = [weight * min(max(hours - hour, 0.0), 1.0) for hour, weight in enumerate(HOURS)]
    hour = chance.choices(range(len(HOURS)), weights=whole)[0]
    return 3600 * (hour + chance.random() * min(hours - hour, 1.0))


def _one(chance: Random, number: int, at: float, home: Commune) -> Character:
    bracket = chance.choices(list(BRACKETS), weights=list(BRACKETS.values()))[0]
    needs = chance.sample(list(words()["needs"]), k=chance.choice((1, 1, 1, 2, 2, 3)))
    traits = frozenset(trait for trait, share in TRAITS.items() if chance.random() < share)
    name = chance.choice(words()["youths"]["first"])
    return Character(number, at, name, bracket, home, tuple(needs), chance.choice(SPELLINGS), traits)


def typed_home(who: Character, chance: Random) -> str:
    """Where they live, as they type it."""
    match who.spelling:
        case "plain":
            return plain(who.home.name)
        case "postcode":
            return who.home.postcodes[0] if who.home.postcodes else who.home.name
        case "sentence":
            return f"j'habite a {who.home.name} {who.home.departement}"
        case "slip":
            return _slip(who.home.name, chance)
        case _:
            return who.home.name


def _slip(name: str, chance: Random) -> str:
    """Two letters changed places, in a name long enough to be known again."""
    if len(name) < 6:
        return name.lower()
    at = chance.randrange(1, len(name) - 2)
    return (name[:at] + name[at + 1] + name[at] + name[at + 2 :]).lower()
