"""Three faces once a human has finished, and a word if they like. It may be ignored: any other words lead on."""

from __future__ import annotations

from dataclasses import dataclass

from flows.guards import only
from flows.rights import keep_talk
from flows.steps import Answers, Ask, Choice, Command, Do, Flow, Tell, never
from flows.steps import When as Guard
from flows.talk import Talk, begin, drop

STORY = "rating"
FACES = ("good", "fair", "bad")
WORD = 4096
"""The longest word that is kept, in characters: as long as a message may be."""


@dataclass(frozen=True)
class Rate(Command):
    """Keep what they say of the help of a human. Done: {word}: whether they may be asked for a word. Refused: gone."""

    handover: str
    face: str


@dataclass(frozen=True)
class AddWord(Command):
    """Keep the word that goes with it. Done: true. Refused: gone."""

    handover: str
    word: str


def rating() -> Flow:
    """The story of the three faces. A button carries the handover: `good-12`."""
    return (
        Ask("rated_help", when=never),
        Ask("rated_name", when=never),
        Ask("face", faces, _of_one, ("rated_help",), entry=FACES, skippable=True, first=True),
        Tell("unrated", lambda k: k.get("face", "") is None, reads=("face",)),
        *only(
            lambda k: bool(k.get("face")),
            Do(
                "rated",
                lambda k: Rate(_carried(k)[1], _carried(k)[0]),
                reads=("face",),
                refused={"gone": None},
            ),
            Ask("word", when=wants_word, reads=("rated",), open=True, limit=WORD, skippable=True),
            Do(
                "worded",
                lambda k: AddWord(_carried(k)[1], k["word"]),
                lambda k: bool(k.get("word")),
                reads=("word",),
                refused={"gone": None},
            ),
            Tell("rated_thanks", _is("good", "fair"), reads=("rated", "word"), choices=keep),
            Tell("rated_sorry", _is("bad"), reads=("rated", "word"), choices=keep, human=True),
        ),
    )


def faces(known: Answers) -> tuple[Choice, ...]:
    return tuple(Choice(f"{face}-{known.get('rated_help', '')}", f"face.{face}") for face in FACES)


def _of_one(known: Answers) -> bool:
    """Begun by an old button, the story knows no handover to ask about: the button has answered."""
    return "rated_help" in known


def wants_word(known: Answers) -> bool:
    return bool(known["rated"].get("word"))


def keep(known: Answers) -> tuple[Choice, ...]:
    return keep_talk(_carried(known)[1])


def rate(talk: Talk, handover: str, name: str) -> Talk:
    """Ask how it was, above whatever story waits."""
    return begin(talk, STORY, {"rated_help": handover, "rated_name": name})


def passed_over(talk: Talk) -> Talk:
    """The talk for words that are no answer to the faces: these do not stand in the way of what waits below."""
    return drop(talk, STORY) if unanswered(talk) else talk


def unanswered(talk: Talk) -> bool:
    return talk.top is not None and talk.top.name == STORY and talk.top.asked == "face"


def _is(*wanted: str) -> Guard:
    return lambda known: "refused" not in known["rated"] and _carried(known)[0] in wanted


def _carried(known: Answers) -> tuple[str, str]:
    """The face, and the handover that the button carries."""
    face, _, handover = str(known.get("face") or "").partition("-")
    return face, handover
