"""What is said to words that are no answer, and after danger, wherever a youth may stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flows.commands import MyAppointments
from flows.danger import TakeBack
from flows.events import Chose, Claimed, Said, Sent, Started
from flows.meant import Meant
from flows.talk import Send, Stories, Talk
from tests.content.walk import BOOKED, NEVERS, USUAL, Walk

INTENTS = ("humain", "lieu", "rdv", "salut", "merci_fin", "insulte", "hors_sujet")
TWELVE = (
    *("emploi", "formation", "orientation", "logement", "sante", "mobilite"),
    *("argent", "droits", "famille", "numerique", "loisirs", "decrochage"),
)
WORDS = (
    *(Meant((), (intent,)) for intent in INTENTS),
    Meant(("logement",), ("rdv",)),
    *(Meant((need,)) for need in TWELVE),
    Meant(TWELVE),
    Meant(guesses=("emploi", "formation")),
)
WORLDS: tuple[Any, ...] = (
    {TakeBack: "guide"},
    {TakeBack: "waiting", MyAppointments: []},
    {TakeBack: "gone", MyAppointments: [BOOKED | {"mode": "phone", "place": "", "lat": None, "map": ""}]},
)


def words_said(stories: Stories) -> dict[tuple[Any, ...], Send]:
    """Everything said, by what tells it apart."""
    said: dict[tuple[Any, ...], Send] = {}
    for changed in WORLDS:
        walk = Walk(stories, {**USUAL, **changed})
        for talk in _places(walk):
            for meant in WORDS:
                after = walk.play(talk, Said("…", meant=meant))
                walk.play(after, Chose("orientation", "also", "not-logement"))
            _guessed(walk, talk)
            _in_danger(walk, talk)
        said.update(walk.said)
    return said


def _places(walk: Walk) -> Iterator[Talk]:
    """Nobody yet, at rest, at a first question, at the needs, at the proposals, and before «Confirmer»."""
    yield Talk(called="Lou")
    yield Talk(profile={"bracket": "from_18", "place": NEVERS})
    talk = walk.play(Talk(called="Lou"), Started())
    for step, choice in (("hello", "go"), ("bracket", "from_18"), ("needs", "+emploi"), ("needs", "done")):
        yield talk
        talk = walk.play(talk, Chose("orientation", step, choice))
        talk = walk.play(talk, Said("Nevers")) if step == "bracket" else talk
    for step, choice in (("emploi_but", "offre"), ("emploi_frein", "rien")):
        talk = walk.play(talk, Chose("orientation", step, choice))
    yield talk
    yield walk.play(talk, Chose("orientation", "proposal", "12.1a2b3c4.p"))


def _guessed(walk: Walk, talk: Talk) -> None:
    asked = walk.play(talk, Said("…", meant=Meant(guesses=("emploi", "formation"))))
    for choice in ("emploi", "other"):
        walk.play(asked, Chose("guessing", "guessed", choice))


def _in_danger(walk: Walk, talk: Talk) -> None:
    for there in (talk, walk.play(talk, Claimed("Nadia"))):
        alarmed = walk.play(there, Said("…", danger="violence_conjugale"))
        for choice in ("fine-guide", "fine-waiting", "erase-violence_conjugale", "erase-suicide"):
            walk.play(alarmed, Chose("danger", "danger", choice))
    walk.play(talk, Sent("voice", "f1"))
    for number in ({}, {"phone": "0612345678"}):
        young = Talk(profile={"bracket": "from_18", **number})
        walk.everywhere(walk.play(young, Chose("callback", "callback", "call")), anew=True)
    walk.play(Talk(profile={"bracket": "under_16"}), Chose("callback", "callback", "call"))
