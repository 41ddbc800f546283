"""A young person in front of their phone, without Telegram: what they do goes through the corridor."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count

from backend.db import Database
from backend.leases import Parcel, lease
from backend.scene import Arrival, Turned
from backend.script import Script
from backend.settling import Fate, exchange
from backend.turns import take_turn
from flows.events import Chose, Event, Said, Sent, Shared

keys = count(1)
mail: defaultdict[tuple[int, str], list[Parcel]] = defaultdict(list)
"""What was delivered and not looked at yet."""


AS_TYPED = str.maketrans(
    {"\u202f": " ", "\u00a0": " ", "’": "'", **dict.fromkeys("\u200f\u2066\u2068\u2069")}
)


def plain_spaces(text: str) -> str:
    """Tests are typed with ordinary spaces and apostrophes, and without signs of direction."""
    return text.translate(AS_TYPED)


@dataclass
class Youth:
    db: Database
    script: Script
    address: str
    name: str = "Lou"
    language: str = "fr"
    buttons: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    screen: list[Parcel] = field(default_factory=list)
    last: Turned = field(default_factory=Turned)

    def starts(self) -> list[str]:
        return self.writes("/start")

    def writes(self, text: str) -> list[str]:
        return self.does(Said(text))

    def shares(self, lat: float, lon: float) -> list[str]:
        return self.does(Shared(lat, lon))

    def sends(self, kind: str) -> list[str]:
        return self.does(Sent(kind, f"{kind}-1"))

    def taps(self, label: str) -> list[str]:
        """Tap the button whose label is these words, else the newest that begins with them."""
        return self.does(self.button(label))

    def button(self, label: str) -> Chose:
        shown = reversed(list(self.buttons.items()))
        data = self.buttons.get(label) or next((d for words, d in shown if words.startswith(label)), None)
        assert data, f"no button «{label}» among {list(self.buttons)[-12:]}"
        return Chose(*data.split(":", 2))

    def does(self, event: Event, key: str | None = None) -> list[str]:
        self.last = self.turn(event, key)
        return self.hears()

    def turn(self, event: Event, key: str | None = None) -> Turned:
        """What happens, without anything being delivered yet."""
        on = self.screen[-1].outside_id if self.screen and isinstance(event, Chose) else None
        arrival = Arrival(
            key or f"test:{next(keys)}",
            "telegram",
            self.address,
            event,
            first_name=self.name,
            language=self.language,
            on=on or ("1" if isinstance(event, Chose) else None),
        )
        return self.db.retrying(lambda tx: take_turn(tx, self.script, arrival))

    def hears(self) -> list[str]:
        """Everything due reaches the phone, in order; the texts that came for this youth."""
        parcels = lease(self.db, self.script.now(), 1000)
        while parcels:
            for parcel in parcels:
                mail[id(self.db), parcel.address].append(parcel)
            sent = [Fate(p, "sent", outside_id=p.outside_id or str(p.line_id)) for p in parcels]
            parcels = exchange(self.db, sent, self.script.now(), 1000).parcels
        mine = mail.pop((id(self.db), self.address), [])
        for parcel in mine:
            self._show(parcel)
        return [plain_spaces(parcel.text) for parcel in mine]

    def _show(self, parcel: Parcel) -> None:
        self.screen.append(parcel)
        for button in (b for row in parcel.buttons for b in row):
            label = plain_spaces(button["label"])
            if "data" in button:
                self.buttons.pop(label, None)
                self.buttons[label] = button["data"]
            elif "url" in button:
                self.links[label] = button["url"]


def reaches_proposals(youth: Youth, commune: str = "Imphy", need: str = "Travail") -> list[str]:
    """The usual way to the proposals."""
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    youth.writes(commune)
    youth.taps(need)
    youth.taps("C'est tout")
    youth.taps("Trouver une offre")
    return youth.taps("Rien de spécial")


def books(youth: Youth, commune: str = "Imphy") -> list[str]:
    """The usual way to an appointment, at the nearest place."""
    reaches_proposals(youth, commune)
    youth.taps(first_proposal(youth))
    return youth.taps("Confirmer")


def first_proposal(youth: Youth) -> str:
    """The label of the first slot proposed: its data holds a slot, with points."""
    return next(label for label, data in youth.buttons.items() if ":proposal:" in data and "." in data)
