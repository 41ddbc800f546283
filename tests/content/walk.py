"""Walking through every story, purely: the backend answers with typical facts, every message said is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from content.danger import danger_kinds
from flows.after import Recall
from flows.commands import (
    Book,
    Cancel,
    ConfirmPresence,
    FindAdvisors,
    FindMissionLocale,
    FindPartners,
    FindProposals,
    FindSlots,
    ForgetMinor,
    Hold,
    Locate,
    Move,
    MyAppointments,
    SayLate,
    SlotsToMove,
    StopWaiting,
    TakeFreed,
    Wait,
)
from flows.events import (
    Called,
    Chose,
    Claimed,
    Done,
    Edited,
    Event,
    Followed,
    HandedOn,
    LeftFloor,
    Refused,
    Reminded,
    Said,
    Sent,
    Shared,
    SlotFreed,
    Started,
    Summoned,
    Told,
)
from flows.guide import question_of
from flows.rating import AddWord, Rate
from flows.receive import receive
from flows.rights import FindTalk, GatherMine
from flows.steps import Command, Message
from flows.talk import Perform, Send, Stories, Summon, Talk
from flows.words import Deadline, Lines

NEVERS = {"insee": "58194", "name": "Nevers", "departement": "58"}
OFFER = {
    "id": "12.1a2b3c4.p",
    "why": "near",
    "site": "Antenne de Decize",
    "place": "Antenne de Decize, Mairie annexe, 5 rue de la République, 58300 Decize",
    "address": "Mairie annexe, 5 rue de la République, 58300 Decize",
    "map": "https://www.openstreetmap.org/?mlat=46.82890&mlon=3.46289#map=16/46.82890/3.46289",
    "km": 27,
    "days": 3,
    "lat": 46.8289,
    "lon": 3.46289,
    "hours": "Mo-Fr 09:00-12:00,13:30-17:00; PH off",
    "checked": "2026-11-21",
    "example": True,
    "phone": "03 00 00 00 00",
    "starts_at": "2026-11-24T14:30:00+01:00",
    "zone": "Europe/Paris",
    "minutes": 45,
    "mode": "place",
    "advisor": "Claire",
    "bring": "Une pièce d'identité si possible ; sans elle, le rendez-vous a lieu quand même.",
}
SOON = OFFER | {"id": "13.1a2b3c5.p", "why": "soon", "starts_at": "2026-12-01T09:00:00+01:00", "km": 0}
NEXT_DOOR = OFFER | {"km": 0, "walk_in": True}
VISIT = OFFER | {"id": "15.1a2b3c7.p", "why": "visit", "km": 0, "days": 1}
REMOTE = OFFER | {"id": "14.1a2b3c6.t", "why": "remote", "mode": "phone", "place": "", "lat": None, "map": ""}
BOOKED = OFFER | {
    "id": 7,
    "why": "",
    "can": ["move", "cancel"],
    "cancel_until": "2026-11-24T10:30:00+01:00",
    "move_until": "2026-11-23T14:30:00+01:00",
    "call": "03 00 00 00 00",
    "access": "Sonner à l'interphone, puis deuxième étage à gauche",
    "far": True,
}
TODAY = BOOKED | {"can": [], "today": True, "far": False}
TOLD_OF = OFFER | {"waiting": 1234}
NAMES = ("Claire", "Élodie", "Karim", "Mathieu", "Sophie", "Inès", "Hugo", "Zoé", "Ali")
ADVISORS = {"lead": "", "advisors": [{"id": str(n), "name": name} for n, name in enumerate(NAMES, 1)]}
SITES = [{**OFFER, "id": str(number)} for number in range(1, 7)]
DAYS = [
    {"day": f"2026-11-2{day}", "slots": [OFFER | {"id": f"12.1a2b3{day}{n}.p"} for n in range(9)]}
    for day in range(3, 9)
]
PAGE = {"days": DAYS, "page": 1, "more": True}
MODES = ("place", "phone", "visio")


def structure(**more: Any) -> dict[str, Any]:
    known = {"id": 1, "name": "Mission locale Nevers Sud Nivernais", "served": True, "certain": False}
    return {**known, "link": "https://example.org", "phone": "", "address": "", **more}


def proposals(*offers: dict[str, Any]) -> dict[str, Any]:
    return {"offers": list(offers), "sites": SITES, "nearest": OFFER}


PARTNER = {
    "name": "Centre communal d'action sociale de Saint-Pierre-le-Moûtier et de son canton, accueil de jour",
    "insee": "58264",
    "commune": "Saint-Pierre-le-Moûtier",
    "km": 23,
    "needs": ["emploi", "logement"],
    "phone": "03 00 00 00 00",
    "link": "https://example.org/ccas",
    "source": "La cartographie de la médiation numérique",
    "updated": "2026-09-21",
}
PARTNERS = [PARTNER, PARTNER | {"km": 0, "phone": "", "link": ""}, PARTNER | {"km": None}]


USUAL: Mapping[type[Command], Any] = {
    Locate: NEVERS,
    FindMissionLocale: structure(),
    FindProposals: proposals(OFFER, SOON),
    FindPartners: {"partners": PARTNERS},
    FindAdvisors: ADVISORS,
    FindSlots: {"days": DAYS},
    SlotsToMove: {"days": DAYS},
    SayLate: BOOKED,
    TakeFreed: BOOKED,
    Hold: {**OFFER, "until": "2026-11-23T09:10:00+01:00"},
    Book: BOOKED,
    Move: BOOKED,
    Cancel: BOOKED,
    ConfirmPresence: BOOKED,
    MyAppointments: [BOOKED, BOOKED | {"id": 8}],
    Recall: {"needs": ["emploi"], "brief": {}, "remote": False},
    Rate: {"word": True},
    FindTalk: {"handover": 12},
}
AMONG = [NEVERS, {"insee": "63113", "name": "Clermont-Ferrand", "departement": "63"}]
OTHERS: tuple[Mapping[type[Command], Any], ...] = (
    {Locate: "unknown"},
    {Locate: "abroad"},
    {Locate: "divided"},
    {Locate: {"among": AMONG}},
    {FindMissionLocale: structure(certain=True)},
    {FindMissionLocale: structure(served=False, certain=True)},
    {FindMissionLocale: structure(served=False)},
    {FindMissionLocale: structure(others="Mission locale Bourgogne Nivernaise", example=True)},
    {
        FindMissionLocale: structure(
            served=False, lines="• Mission locale A, 58000 Nevers\n• Mission locale B"
        )
    },
    {FindMissionLocale: structure(served=False, shared=True, lines="• Mission locale A\n• Mission locale B")},
    {FindMissionLocale: structure(served=False, name="", directory="https://example.org/all")},
    {FindProposals: proposals(OFFER | {"why": "both", "example": False, "checked": ""})},
    {FindProposals: proposals(OFFER, SOON | {"days": 0}) | {"walk_in": NEXT_DOOR}},
    {FindProposals: proposals(REMOTE, VISIT) | {"walk_in": NEXT_DOOR | {"why": "visit"}}},
    {FindProposals: proposals() | {"nearest": NEXT_DOOR}},
    {FindProposals: proposals(REMOTE), Hold: REMOTE, Book: REMOTE | {"id": 7, "bring": ""}},
    {FindProposals: proposals()},
    {FindProposals: proposals() | {"nearest": None}},
    {FindSlots: "full"},
    {FindPartners: {"partners": []}},
    {FindPartners: {"partners": PARTNERS}, FindProposals: proposals()},
    {FindPartners: {"partners": PARTNERS[:1]}, FindMissionLocale: structure(served=False)},
    {ForgetMinor: "booked"},
    {Hold: "taken"},
    {Book: "taken"},
    {MyAppointments: []},
    {MyAppointments: [BOOKED]},
    {MyAppointments: [BOOKED], SlotsToMove: "none"},
    {SlotsToMove: "gone", Cancel: "gone", ConfirmPresence: "gone"},
    {Move: "taken"},
    {Recall: "gone", Rate: "gone", FindTalk: "gone"},
    {AddWord: "gone", GatherMine: "shared"},
    {GatherMine: "lately"},
    {Recall: {"needs": [], "brief": {}, "remote": True}},
    {Move: "gone"},
    {Move: "late"},
    {SlotsToMove: "late", Cancel: "late"},
    {FindSlots: PAGE, SlotsToMove: PAGE},
    {FindProposals: proposals(OFFER, SOON) | {"whom": "Claire"}},
    {FindProposals: proposals() | {"whom": "Claire"}, FindAdvisors: ADVISORS | {"lead": "1"}},
    *({MyAppointments: [BOOKED | {"can": can}]} for can in (["cancel"], ["move"], [])),
    {MyAppointments: [TODAY]},
    {MyAppointments: [TODAY | {"call": "", "access": "", "hours": ""}], SayLate: TODAY | {"call": ""}},
    {MyAppointments: [TODAY | {"mode": "phone", "place": "", "lat": None, "map": ""}]},
    {SayLate: "early", Wait: "soon", TakeFreed: "taken"},
    {SayLate: "gone", Wait: "gone", TakeFreed: "gone", StopWaiting: "gone"},
)
LATER = "2026-11-24T09:00:00+01:00"
UNTIL = Deadline("2026-12-23T14:30:00+01:00", "Europe/Paris", LATER)
SLIPPING = {
    "before": LATER,
    "until": UNTIL.iso,
    "since": "2026-11-01T09:00:00+01:00",
    "zone": "Europe/Paris",
    "kind": "violence_conjugale",
    "phone": "03 00 00 00 00",
}
"""A promise that slips, said as long as it can be."""
OVER = BOOKED | {
    "discreet": False,
    "bring_after": "Le devis du permis, par courrier ou par mail, si possible avant la fin du mois.",
    "status": "attended",
    "day": "2026-11-24",
    "days": 0,
}
COMMANDS = (
    "humain",
    "retour",
    "aide",
    "vieprivee",
    "stop",
    "rdv",
    "langue",
    "supprimer",
    "discret",
    "mesdonnees",
    "advisor",
    "nothing-known",
)
AT_A_QUESTION: tuple[Event, ...] = (
    *(Called(command) for command in COMMANDS),
    Started(),
    Said("xyz"),
    Said("06 12 34 56 78"),
    Said(""),
    Said("x" * 300),
    Shared(46.99, 3.16),
    *(Sent(kind, "f1") for kind in ("photo", "voice", "sticker")),
    Edited("xyz"),
    Chose("orientation", "bracket", "from_16"),
    Chose("stopping", "keep_reminder", "yes"),
    *(Said("…", danger=kind) for kind in danger_kinds()),
    Reminded(BOOKED, "J-1"),
    Reminded(BOOKED, "H-2"),
    Reminded(TODAY, "H-2"),
    Reminded({**BOOKED, "days": 0}, "H-2"),
    *(Reminded({**BOOKED, "discreet": True, "days": days}, "J-1") for days in range(3)),
    *(Followed({**OVER, "days": -days}, "missed", LATER) for days in range(3)),
    Followed(OVER, "helped", LATER),
    Followed({**OVER, "discreet": True, "bring_after": ""}, "helped", LATER),
    Followed(OVER, "later", LATER),
    SlotFreed(TOLD_OF),
    SlotFreed(TOLD_OF | {"had": LATER}),
    SlotFreed(TOLD_OF | {"mode": "phone", "place": "", "had": LATER}),
    Told("appointment-cancelled", BOOKED),
    Told("appointment-moved", {**BOOKED, "was": LATER}),
    Told("appointment-joined", BOOKED),
    Told("link-joined", {}),
    Told("series-booked", {**BOOKED, "count": 5, "dates": [LATER, LATER, LATER]}),
    Told("series-cancelled", {**BOOKED, "count": 2, "dates": [LATER]}),
    Told("link-gone", {}),
    *(Told(key, SLIPPING) for key in ("promise-moved", "promise-missed", "promise-over")),
)
WITH_A_HUMAN: tuple[Event, ...] = (
    Claimed("Nadia"),
    Called("humain"),
    Started(),
    Chose("orientation", "bracket", "from_16"),
    Said("…", danger="suicide"),
)


@dataclass
class Walk:
    """One world: what the backend answers there, and all that was said in it."""

    stories: Stories
    answers: Mapping[type[Command], Any]
    reads_at: str | None = None
    narrow: bool = False
    """Only for those of 18 to 25 who look for work: what the backend answers does not hang on the rest."""
    said: dict[tuple[Any, ...], Send] = field(default_factory=dict)
    asked: set[tuple[str, str, str]] = field(default_factory=set)
    """(story, question, choice) of every button that was tapped."""
    been: set[tuple[Any, ...]] = field(default_factory=set)
    """What was tapped or said already: from another start it leads to nothing new."""

    def play(self, talk: Talk, event: Event) -> Talk:
        waiting: list[Event] = [event]
        for _ in range(12):  # a world that always refuses would go round for ever
            if not waiting:
                break
            talk, effects = receive(self.stories, talk, waiting.pop(0))
            for effect in effects:
                waiting += self._done(effect)
        return talk

    def _done(self, effect: Send | Perform | Summon) -> list[Event]:
        match effect:
            case Send(message, story):
                self._keep(message, effect, story)
                return []
            case Summon(danger=danger):
                return [Summoned(self.reads_at, danger=danger, until=UNTIL, may_call=not danger)]
            case Perform(step, command):
                value = self.answers.get(type(command), True)
                return [Refused(step, value) if isinstance(value, str) else Done(step, value)]

    def _keep(self, message: Message, send: Send, story: str) -> None:
        tips = message.params.get("tips")
        self.said.setdefault((story, message.key, labels(message), tips), send)

    def everywhere(self, start: Talk, *, anew: bool = False) -> None:
        """Tap every button that can be reached, once for each bracket and need put first."""
        todo, been = [start], set() if anew else self.been
        while todo:
            talk = todo.pop()
            running = tuple(story.name for story in talk.stories)
            for edge, event in self._buttons(talk):
                if (running, edge) not in been:
                    been.add((running, edge))
                    todo.append(self.play(talk, event))

    def _buttons(self, talk: Talk) -> Iterator[tuple[Any, Event]]:
        question = question_of(self.stories, talk)
        if question is None:
            return
        story, message = question
        needs = needs_of(talk)
        if message.position or not message.choices:
            words = "06 12 34 56 78" if message.ask == "phone" else "Nevers"
            yield (story, message.ask, "words", needs[:1]), Said(words)
            yield (story, message.ask, "mumbled", needs[:1]), Said("xyz ?")
        for choice in message.choices:
            if self._skips(message, choice.id, needs):
                continue
            self.asked.add((story, message.ask or "", choice.id))
            where = (talk.profile.get("bracket"), needs[:1], len(needs), told(talk), message.ask, choice.id)
            yield where, Chose(*message.tap(choice, story))
        for control in message.controls:
            if control != "!":
                yield (story, message.ask, control, needs[:1]), Chose(story, message.ask or "", control)

    def _skips(self, message: Message, choice: str, needs: tuple[str, ...]) -> bool:
        if message.ask == "needs" and choice[0] == "+":
            return len(needs) > 1 or (self.narrow and choice != "+emploi")
        return self.narrow and message.ask == "bracket" and choice not in {"from_18", "under_16"}


def needs_of(talk: Talk) -> tuple[str, ...]:
    answers = talk.top.answers if talk.top else {}
    return tuple(answers.get("needs") or answers.get("needs.draft") or ())


def told(talk: Talk) -> tuple[Any, ...]:
    """What was answered about the need now asked about: later questions may hang on it."""
    need = (talk.top.asked or "").partition("_")[0] if talk.top else ""
    answers = talk.top.answers if talk.top else {}
    if talk.top and talk.top.asked == "no_slot":
        return (answers.get("come"),)
    return tuple((k, v) for k, v in answers.items() if k.startswith(f"{need}_"))


def labels(message: Message) -> tuple[str, ...]:
    return tuple(f"{'+' if c.several else ''}{c.key or f'{message.ask}.{c.id}'}" for c in message.choices)


def whole_walk(stories: Stories) -> Walk:
    """Everything said in every world, together."""
    everything = Walk(stories, USUAL)
    for changed in ({}, *OTHERS):
        walk = Walk(
            stories,
            {**USUAL, **changed},
            LATER if changed else None,
            narrow=bool(changed),
        )
        asked_for = ("rdv", "langue", "stop", "discret", "mesdonnees", "late", "lost", "company")
        for told in (Started(), *map(Called, asked_for)):
            walk.everywhere(walk.play(Talk(called="Lou"), told))
        walk.everywhere(walk.play(Talk(called="Lou", profile={"bracket": "from_18"}), Started()))
        _reminded(walk)
        if set(changed) <= {Recall, Rate, FindTalk, AddWord, GatherMine}:
            _rated(walk)
        if changed in ({}, OTHERS[0]):
            _interrupted(walk)
            _changed_hands(walk)
        everything.said.update(walk.said)
        everything.asked |= walk.asked
    from tests.content.walk_proposals import proposals_said  # it walks as this does
    from tests.content.walk_words import words_said

    everything.said.update(proposals_said(stories))
    everything.said.update(words_said(stories))
    everything.said.update(_every_two_tips(everything.said.values()))
    return everything


def _every_two_tips(said: Iterable[Send]) -> dict[tuple[Any, ...], Send]:
    """Any two needs may be put first: whatever is advised about both stands in one message."""
    with_tips = [send for send in said if send.message.key == "tips"]
    tips = sorted({key for send in with_tips for key in send.message.params["tips"].keys})
    said_once = with_tips[0]
    return {
        (said_once.story, "tips", (), Lines(two)): replace(
            said_once, message=replace(said_once.message, params={"tips": Lines(two)})
        )
        for two in combinations(tips, 2)
    }


def _reminded(walk: Walk) -> None:
    wishes = (
        "present",
        "move",
        "cancel",
        "fine",
        "late",
        "lost",
        "company",
        "wait",
        "take",
        "keep",
        "unwait",
    )
    for wish in (*(f"{wish}-7" for wish in wishes), "lost-99", "take-7-12.1a2b3c4.p"):
        walk.everywhere(walk.play(Talk(called="Lou"), Chose("appointment", "wish", wish)))
    for opinion in ("yes", "some", "no"):
        walk.everywhere(walk.play(Talk(called="Lou"), Chose("helped", "helped", f"{opinion}-7")))
    for profile in ({}, {"bracket": "from_18", "place": NEVERS}):
        for wish in ("take", "fine"):
            walk.everywhere(walk.play(Talk(profile=profile), Chose("again", "again", f"{wish}-7")))
        for carried in ("near-emploi", "near-"):
            walk.everywhere(walk.play(Talk(profile=profile), Chose("addresses", "for_what", carried)))


def _interrupted(walk: Walk) -> None:
    """What can be said besides the answers, at the first question, at the fourth, and with nobody asking."""
    first = walk.play(Talk(called="Lou"), Started())
    fourth = walk.play(first, Chose("orientation", "hello", "go"))
    for event in (Chose("orientation", "bracket", "from_18"), Said("Nevers")):
        fourth = walk.play(fourth, event)
    for talk in (Talk(), first, fourth):
        for event in AT_A_QUESTION:
            after = walk.play(talk, event)
            walk.play(walk.play(after, event), event)
        waiting = walk.play(talk, Called("humain"))
        for event in WITH_A_HUMAN:
            walk.play(waiting, event)
        for closed in (True, False):
            claimed = walk.play(waiting, Claimed("Nadia"))
            for event in WITH_A_HUMAN:
                walk.play(claimed, event)
            walk.play(claimed, LeftFloor("Nadia", closed))


def _changed_hands(walk: Walk) -> None:
    """From human to human, ended for abuse, and whoever writes soon after."""
    held = walk.play(walk.play(Talk(called="Lou"), Called("humain")), Claimed("Nadia"))
    walk.play(held, Claimed("Théo", after="Nadia"))
    for event in (
        HandedOn("Nadia", to="Théo"),
        HandedOn("Nadia", team="Decize", until=UNTIL),
        HandedOn("Nadia"),
    ):
        walk.play(held, event)
    for until in (None, LATER):
        walk.play(held, LeftFloor("Nadia", closed=True, abuse=True, until=until))
    walk.play(Talk(), Summoned(paused_until=LATER))
    walk.play(Talk(), Told("human-unpaused", {}))
    after = Talk(profile={"bracket": "from_18"}, lately=(12, "Nadia"))
    walk.everywhere(walk.play(after, Said("merci Nadia")))


def _rated(walk: Walk) -> None:
    """The three faces once a human has finished, and under an old message; the talk kept; being called."""
    held = walk.play(walk.play(Talk(called="Lou"), Called("humain")), Claimed("Nadia"))
    walk.everywhere(walk.play(held, LeftFloor("Nadia", closed=True, handover="12", rates=True)), anew=True)
    for face in ("good-12", "fair-12", "bad-12"):
        walk.everywhere(walk.play(Talk(called="Lou"), Chose("rating", "face", face)), anew=True)
    walk.play(Talk(), Chose("transcript", "keep", "take"))
    for number in ({}, {"phone": "0612345678", "reachable": True}):
        agreed = walk.play(Talk(profile={"bracket": "from_18", **number}), Chose("reach", "reach", "yes"))
        walk.everywhere(agreed)
        walk.play(agreed, Called("vieprivee"))
    walk.play(Talk(), Chose("reach", "reach", "no"))
    walk.play(Talk(), Chose("unreach", "unreach", "off"))
