"""What is theirs: keeping what was said with a human, and deciding whether they may be called."""

from __future__ import annotations

from dataclasses import dataclass

from flows.guards import only, under_16
from flows.phone import a_number, number
from flows.steps import Answers, Ask, Choice, Command, Do, Flow, Link, Message, Tell, never
from flows.talk import Send, Talk
from flows.wishes import worked

KEEP, REACH, UNREACH, HELD = "transcript", "reach", "unreach", "mine"
"""The stories, by name."""


@dataclass(frozen=True)
class FindTalk(Command):
    """What was said with a human; the last time, if no handover is named. Done: {handover: its id}. Refused: gone."""

    handover: str = ""


@dataclass(frozen=True)
class AllowCalls(Command):
    """Whether they may be called if they cannot be reached here. Done: true."""

    on: bool


@dataclass(frozen=True)
class GatherMine(Command):
    """All that is held of them, as files. Done: true. Refused: shared (others may read this phone), lately."""


def transcript() -> Flow:
    """What was said with a human, as a file. The button carries the handover: `take-12`; `take` is the last one."""
    return (
        Ask("keep", when=never, entry=("take",)),
        Do(
            "kept_talk",
            lambda k: FindTalk(str(k["keep"]).partition("-")[2]),
            reads=("keep",),
            refused={"gone": None},
        ),
        Tell(
            "talk_file",
            worked("kept_talk"),
            reads=("kept_talk",),
            kind="file",
            attached=lambda k: {"transcript": k["kept_talk"]["handover"]},
            kept=True,
        ),
    )


def mine() -> Flow:
    """/mesdonnees: all that is held of them, to read and for machines. The files are made when they leave."""
    return (
        Ask("mine", when=never, entry=("send",)),
        Do("gathered", lambda _: GatherMine(), refused={"shared": None, "lately": None}),
        *(_file(f"mine_{way}", way) for way in ("text", "json")),
    )


def _file(name: str, way: str) -> Tell:
    made = {"held": way}
    reads = ("gathered",)
    return Tell(name, worked("gathered"), reads=reads, kind="file", attached=lambda _: made, kept=True)


def reach() -> Flow:
    """«Si on te perd ici, on peut t'appeler ?»: the answer, and the number if none is known. Nobody under 16."""
    return (
        Ask("reach", when=never, entry=("yes", "no")),
        *only(
            agrees,
            number("phone", shared=True, first=True),
            Do("reachable", lambda _: AllowCalls(on=True), reads=("reach",)),
            Tell("reach_yes", reads=("reachable",), kept=True),
        ),
        Tell("reach_no", lambda k: not agrees(k), reads=("reach",), kept=True),
    )


def unreach() -> Flow:
    """They do not want to be called any more, whoever has the floor."""
    return (
        Ask("unreach", when=never, entry=("off",)),
        Do("unreachable", lambda _: AllowCalls(on=False), reads=("unreach",)),
        Tell("unreach_noted", reads=("unreachable",), kept=True),
    )


def agrees(known: Answers) -> bool:
    return known.get("reach") == "yes" and not under_16(known)


def may_we_call() -> Send:
    """Asked once, when they first call a human. It is no question that waits: it can be answered at any time."""
    choices = (Choice("yes"), Choice("no"))
    return Send(Message(REACH, ask=REACH, choices=choices), REACH)


def rights(talk: Talk) -> Message:
    """What is kept of them, and what they can do about it now."""
    send = Choice("send", "mine-send", opens=(HELD, HELD))
    whole = (Link("privacy-whole", "/vieprivee"),)
    return Message("vieprivee", choices=(send, *keep_talk(), *_calls(talk.profile)), links=whole, kept=True)


def keep_talk(handover: str = "") -> tuple[Choice, ...]:
    """The button «Garder notre échange»."""
    return (Choice(f"take-{handover}".rstrip("-"), "keep-talk", opens=(KEEP, "keep")),)


def _calls(profile: Answers) -> tuple[Choice, ...]:
    if profile.get("reachable"):
        return (Choice("off", "reach-off", opens=(UNREACH, UNREACH)),)
    if "bracket" not in profile or under_16(profile):
        return ()
    return (Choice("yes", "reach-on", opens=(REACH, REACH)),)


def is_number(question: tuple[str, Message] | None, words: str) -> bool:
    """Whether this is the number that was asked for: while a human is awaited, all other words are for them."""
    return question is not None and question[1].ask == "phone" and a_number(words) is not None
