"""From a message to words in a language, and from one key to its words. Texts are Fluent files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from content import helplines
from content.language import MissingText, Text, Texts, base, read_language, typeset
from content.saying import Sayer
from content.written import Written
from flows.steps import BACK, HUMAN, SKIP, Choice, Link, Message

__all__ = ["TEXTS", "MissingText", "Reply", "Wording", "base", "spoken_languages", "typeset"]

TEXTS = Path(__file__).parent / "texts"
CONTROLS = {BACK: "control-back", HUMAN: "control-human", SKIP: "control-skip"}
FRENCH = "fr"
"""The language of those who keep the product: all is said in it."""
TONES = frozenset({"fr-vous"})
"""Ways to speak French that a mission locale chooses, not a youth."""
ALSO_CALLED = {"prs": "fa"}
"""Codes of languages that are written as another one: Dari reads Persian."""
STANDING = {"contact": 365, "audit": 365}
"""What texts may tell without being given it: for how many days things are kept, as long as no setting says otherwise."""
SHORT, MANY = 16, 4
"""Labels of up to SHORT characters stand two in a row when there are MANY of them."""

Button = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """A message in words, still for any channel. Buttons are rows of {label, data | url | position}."""

    text: str
    buttons: list[list[Button]] = field(default_factory=list)


class Wording:
    """Every text of every language. What a variant (`fr-vous`) does not say, its language (`fr`) says."""

    def __init__(self, public_url: str = "", root: Path = TEXTS) -> None:
        self.public_url, self.root = public_url, root
        self.standing: Mapping[str, Any] = STANDING
        self.texts = {p.name: read_language(p) for p in sorted(root.iterdir()) if p.is_dir()}
        self.sayer = Sayer(self.text, root)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages spoken, without their variants."""
        return spoken_languages(self.root)

    @cached_property
    def to_choose(self) -> tuple[str, ...]:
        """The languages that a youth may choose."""
        return chosen_languages(self.root)

    def supported(self, code: str | None) -> str | None:
        """The language we speak that Telegram's code asks for, if any."""
        short = base((code or "").lower().replace("_", "-"))
        short = ALSO_CALLED.get(short, short)
        return short if short in self.texts else None

    def text(self, language: str, key: str, params: Mapping[str, Any] | None = None) -> str:
        """The words of `key` (`step` or `step.attribute`). Raises MissingText."""
        texts = self._texts(language)
        if key not in texts:
            raise MissingText(f"no text for {key!r} in {language!r}")
        text = texts[key]
        if text.fixed is not None:
            return text.fixed
        given = params or self.standing
        return text.say({k: self.sayer.say(language, given[k]) for k in text.variables if k in given})

    def has(self, language: str, key: str) -> bool:
        return key in self._texts(language)

    def _texts(self, language: str) -> Mapping[str, Text]:
        """Those of the language; of the one it is a variant of, if there are none."""
        found = self.texts.get(language)
        return self.texts.get(base(language), {}) if found is None else found

    def lend(self, language: str, keys: Sequence[str]) -> None:
        """Say these in French where the language has no words for them."""
        french, own = self.texts[FRENCH].source, self.texts[language].source
        lent = Written(french.messages, {key: french.keys[key] for key in keys})
        self.texts[language] = Texts(language, own.over(lent))

    def term(self, language: str, key: str) -> str:
        """A name such as `needs.emploi`; the key itself where there is none (an answer of an old version)."""
        return self.text(language, key) if key and self.has(language, key) else key

    def render(self, message: Message, story: str, language: str) -> Reply:
        """The text and the buttons of a message, its control row always last."""
        text = self.text(language, message.key, message.params)
        links = message.links
        if "danger" in message.params:
            text, links = self._danger(text, str(message.params["danger"]), language)
        if message.position:
            return Reply(text, self._position_keyboard(message, language))
        choices = [self._choice(c, message, story, language) for c in message.choices]
        rows = [[self._link(link, language)] for link in links] + in_rows(choices)
        return Reply(text, rows + self._controls(message, story, language))

    def label(self, choice: Choice, ask: str, language: str) -> str:
        label = self.text(language, choice.key or f"{ask}.{choice.id}", choice.params)
        return (
            self.text(language, "ticked", {"label": label})
            if choice.several and choice.id[0] == "-"
            else label
        )

    def controls(self, message: Message, language: str) -> dict[str, str]:
        """The control choices and their labels."""
        return {c: self.text(language, CONTROLS[c]) for c in message.controls}

    def _choice(self, choice: Choice, message: Message, story: str, language: str) -> Button:
        data = ":".join(message.tap(choice, story))
        return {"label": self.label(choice, message.ask or "", language), "data": data}

    def _controls(self, message: Message, story: str, language: str) -> list[list[Button]]:
        made = {
            c: {"label": label, "data": f"{story}:{message.ask}:{c}"}
            for c, label in self.controls(message, language).items()
        }
        skip = [[made.pop(SKIP)]] if SKIP in made else []
        return [*skip, list(made.values())] if made else skip

    def _position_keyboard(self, message: Message, language: str) -> list[list[Button]]:
        share = [{"label": self.text(language, "control-position"), "position": True}]
        return [share, [{"label": label} for label in self.controls(message, language).values()]]

    def _link(self, link: Link, language: str) -> Button:
        if link.key != "link-call":
            ours = link.to.startswith("/")
            to = f"{self.public_url}{link.to}?langue={language}" if ours else link.to
            return {"label": self.text(language, link.key, link.params), "url": to}
        line = helplines.helpline(link.to)
        key = "link-write" if line.sms_only else link.key
        label = self.text(language, key, {"name": line.number or line.name})
        return {"label": label, "url": f"{self.public_url}/appeler/{line.id}"}

    def _danger(self, intro: str, kind: str, language: str) -> tuple[str, tuple[Link, ...]]:
        """The numbers alone, in clear, and one tap away."""
        lines = helplines.danger_numbers(kind)
        said = [
            self.text(language, "danger-number", {"number": n.number, "name": n.name, "sms": n.sms_only})
            for n in lines
        ]
        text = self.text(language, "danger-numbers", {"intro": intro, "numbers": "\n".join(said)})
        return text, tuple(Link("link-call", n.id) for n in lines)


def spoken_languages(root: Path = TEXTS) -> tuple[str, ...]:
    """The languages that have a folder of texts; variants (`fr-vous`) are not languages of their own."""
    return tuple(
        sorted((p.name for p in root.iterdir() if p.is_dir() and p.name == base(p.name)), key=_french_first)
    )


def chosen_languages(root: Path = TEXTS) -> tuple[str, ...]:
    """The languages that a youth may choose; easy French is one, the tone of French is the mission locale's choice."""
    folders = {p.name for p in root.iterdir() if p.is_dir()} - TONES
    return tuple(sorted(folders, key=_french_first))


def _french_first(code: str) -> tuple[bool, str]:
    return base(code) != FRENCH, code


def in_rows(buttons: list[Button]) -> list[list[Button]]:
    """Short labels two by two when there are many, else one a row."""
    if len(buttons) < MANY:
        return [[b] for b in buttons]
    short = all(len(b["label"]) <= SHORT for b in buttons)
    width = 2 if short else 1
    return [buttons[i : i + width] for i in range(0, len(buttons), width)]
