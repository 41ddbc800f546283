"""The floor in every state that can be reached: each has a way out, and what a page offers is never refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

import pytest
from sqlmodel import col, select

from backend.db import Database
from backend.handover.holding import FloorTaken, Unreachable
from backend.handover.models import Handover
from backend.handover.standing import standing
from backend.models import Conversation
from backend.script import Script
from flows.events import Blocked
from tests.backend.console.browser import Browser
from tests.mediator import Mediator
from tests.youth import Youth, plain_spaces

ACTS = (
    "prendre",
    "repondre",
    "rendre",
    "terminer",
    "relacher",
    "mettre-de-cote",
    "remplacer",
    "rouvrir",
    "lever-la-pause",
)
LEADING = ("transmettre", "abus")
"""Acts that have a page of their own."""
TYPED = {"text": "Bonjour", "outcome": "other", "aid-visale": "on", "sleep": "tomorrow", "days": "0"}
ME, SHE = 1, 2
addresses = count(1000)


@dataclass(frozen=True)
class State:
    owner: str
    holder: int | None = None
    danger: bool = False
    blocked: bool = False
    ended: bool = False


@dataclass
class World:
    """One youth, two médiateurs, and what has happened so far."""

    db: Database
    script: Script
    youth: Youth = field(init=False)

    def __post_init__(self) -> None:
        self.youth = Youth(self.db, self.script, str(next(addresses)))
        self.youth.starts()

    @property
    def talk(self) -> Conversation:
        with self.db.reading() as tx:
            return tx.exec(select(Conversation).where(Conversation.address == self.youth.address)).one()

    @property
    def handover(self) -> Handover | None:
        """The newest one."""
        with self.db.reading() as tx:
            mine = select(Handover).where(Handover.conversation_id == self.talk.id)
            return tx.exec(mine.order_by(col(Handover.id).desc())).first()

    @property
    def path(self) -> str:
        assert self.handover is not None
        return f"/relais/{self.handover.id}"

    def live(self, *happened: str) -> World:
        for event in happened:
            EVENTS[event](self)
            self.youth.hears()
        return self

    def acts(self, email: str, act: str) -> None:
        handover = self.handover
        if handover is None or handover.closed_at:
            return
        with suppress(FloorTaken, Unreachable):
            getattr(Mediator(self.db, self.script, email), act)(handover)

    @property
    def state(self) -> State:
        handover, talk = self.handover, self.talk
        if handover is None:
            return State(talk.owner, blocked=talk.blocked)
        if handover.closed_at:
            return State(talk.owner, ended=True)
        return State(talk.owner, handover.mediator_id, bool(handover.danger), talk.blocked)


EVENTS: dict[str, Callable[[World], object]] = {
    "calls": lambda world: world.youth.writes("/humain"),
    "danger": lambda world: world.youth.writes("j'ai envie de mourir"),
    "stops": lambda world: world.youth.writes("/stop"),
    "starts": lambda world: world.youth.writes("/start"),
    "blocks": lambda world: world.youth.does(Blocked(True)),
    "nadia claims": lambda world: world.acts("nadia.belkacem@exemple.fr", "claims"),
    "nadia closes": lambda world: world.acts("nadia.belkacem@exemple.fr", "closes"),
}
DEEP = 7
"""Events in a row at most; every state is found before (the exploration says so)."""


def explore(db: Database, script: Script) -> dict[State, tuple[str, ...]]:
    """Every state that these events lead to, with the shortest way to it. After an end or a block all begins anew."""
    found: dict[State, tuple[str, ...]] = {}
    edge: list[tuple[str, ...]] = [()]
    for _ in range(DEEP):
        fresh = []
        for way in edge:
            state = World(db, script).live(*way).state
            if state not in found:
                found[state] = way
                fresh += [] if state.ended or state.blocked else [way]
        edge = [(*way, event) for way in fresh for event in EVENTS]
    assert not edge, "there is more to be found: go deeper"
    return {state: way for state, way in found.items() if {"calls", "danger"} & set(way)}


def offered(browser: Browser, path: str) -> list[str]:
    """The acts on the floor that this person can press, those with a page of their own included."""
    assert browser.opens(path) == 200
    there = [form.action.removeprefix(f"{path}/") for form in browser.forms if form.live]
    leads = [act for act in LEADING if f'href="{path}/{act}"' in browser.words]
    return [*(act for act in there if act in ACTS), *leads]


def presses(browser: Browser, path: str, act: str) -> int:
    """Do one of them, as its page asks for it: to the first person named, without a pause."""
    assert browser.opens(f"{path}/{act}" if act in LEADING else path) == 200
    form, to = browser.form(f"{path}/{act}"), re.search(r'name="to" value="([^"]+)"', browser.words)
    silent = re.search(r'<textarea id="text"[^>]*disabled', browser.words)
    typed = {**TYPED, "to": to[1] if to else "", "text": "" if silent else TYPED["text"]}
    return browser.posts(form.action, {**form.fields, **typed})


def test_every_reachable_state_has_a_way_out_and_no_offered_act_is_refused(browse, db, script):
    people = [browse().enters_as(name) for name in ("Nadia", "Théo")]
    states = explore(db, script)
    assert {state.owner for state in states if not state.ended} == {"guide", "waiting", "mediator", "nobody"}
    met: set[str] = set()
    for state, way in states.items():
        world = World(db, script).live(*way)
        for person in people:
            for act in offered(person, world.path):
                assert presses(person, World(db, script).live(*way).path, act) == 303, (way, act)
                met.add(act)
        assert state.ended or any(offered(person, world.path) for person in people), way
    assert met >= {*ACTS, *LEADING} - {"remplacer", "lever-la-pause"}, "these need more to happen: see below"


def test_what_a_manager_is_offered_is_accepted_too(browse, db, script):
    helene = browse().enters_as("Hélène")
    for way in (("calls", "nadia claims"), ("danger", "nadia claims", "stops", "starts")):
        world = World(db, script).live(*way)
        assert "remplacer" in offered(helene, world.path)
        form = helene.form(f"{world.path}/remplacer")
        assert helene.posts(form.action, form.fields) == 303
        assert helene.posts(form.action, {**form.fields, "nonce": "other"}) == 409, "it is hers already"
        helene.opens(world.path)
        assert "Votre réponse" in helene.words


def test_a_page_that_offers_nothing_more_refuses_by_hand_as_well(browse, db, script):
    """What is not on the page is a 409, whoever posts it, and keeps the text."""
    theo = browse().enters_as("Théo")
    world = World(db, script).live("calls", "nadia claims")
    theo.opens(world.path)
    hidden = {
        "csrf": theo.form(f"{world.path}/noter").fields["csrf"],
        "epoch": str(world.talk.epoch),
        "nonce": "n",
    }
    typed = {**TYPED, "text": "Pas perdu", "to": "person-1"}
    for act in (
        "repondre",
        "rendre",
        "terminer",
        "relacher",
        "mettre-de-cote",
        "remplacer",
        "abus",
        "prendre",
    ):
        assert theo.posts(f"{world.path}/{act}", {**hidden, **typed, "nonce": act}) == 409, act
        assert "Pas perdu" in theo.words, act
    assert world.handover is not None and world.handover.closed_at is None


@pytest.mark.parametrize(
    ("owner", "holder", "closed", "where"),
    [
        ("waiting", None, False, "open"),
        ("mediator", ME, False, "mine"),
        ("mediator", SHE, False, "taken"),
        ("guide", ME, False, "resumed"),
        ("guide", None, False, "resumed"),
        ("guide", SHE, False, "taken"),
        ("nobody", ME, False, "stopped"),
        ("nobody", None, False, "stopped"),
        ("nobody", SHE, False, "taken"),
        ("guide", ME, True, "closed"),
        ("waiting", None, True, "closed"),
    ],
)
def test_each_person_is_told_where_a_handover_stands(owner, holder, closed, where):
    assert standing(owner, holder, ME, closed=closed) == where


def test_after_a_stop_and_a_start_the_floor_is_taken_again(nadia, db, script):
    world = World(db, script).live("danger", "nadia claims", "stops", "starts")
    nadia.opens(world.path)
    assert "c'est le guide qui lui répond" in nadia.words
    assert "Votre réponse" not in nadia.words
    assert nadia.sends(f"{world.path}/prendre", saying="Reprendre la parole") == 303
    nadia.follows()
    assert "Votre réponse" in nadia.words
    assert world.youth.hears() == ["Nadia prend la suite et te répond ici."]


def test_after_a_stop_in_danger_it_can_only_be_ended_and_says_so(nadia, db, script):
    world = World(db, script).live("danger", "stops")
    nadia.opens(world.path)
    assert "Ce jeune a écrit /stop : vous ne pouvez plus lui écrire ici." in nadia.words
    assert "Prendre" not in nadia.words
    reached = nadia.words.partition("<dt>Telegram</dt>")[2].partition("</dd>")[0]
    assert "a écrit /stop" in reached
    assert "joignable" not in reached
    form = nadia.form(f"{world.path}/terminer")
    fields = {**form.fields, "outcome": "unreachable"}
    assert [nadia.posts(form.action, fields) for _ in range(2)] == [303, 303]
    nadia.follows()
    assert "Relais terminé : Injoignable." in nadia.words
    assert world.youth.hears() == []


def test_a_stop_without_danger_ends_the_handover_and_the_page_says_how(nadia, db, script):
    world = World(db, script).live("calls", "nadia claims", "stops")
    nadia.opens(world.path)
    assert "Relais terminé : Le jeune a écrit /stop." in nadia.words
    nadia.opens("/relais")
    assert "Le jeune a écrit /stop, lundi 23 novembre" in nadia.words


def test_the_inbox_says_a_stop_in_a_word_and_no_answer_is_due(nadia, db, script):
    world = World(db, script).live("danger", "nadia claims", "stops")
    nadia.opens("/relais")
    assert "a écrit /stop : à terminer" in nadia.words
    assert "attend depuis" not in nadia.words
    world.live("starts")
    nadia.opens("/relais")
    assert "le guide a repris la suite" in nadia.words
    assert "attend depuis" not in nadia.words


def test_a_colleague_reads_who_follows_it(browse, db, script):
    world = World(db, script).live("danger", "nadia claims", "stops")
    theo = browse().enters_as("Théo")
    theo.opens(world.path)
    assert "Nadia suit ce relais" in theo.words
    assert "rien ne lui est plus écrit" in theo.words


def test_a_closed_thread_leads_to_the_one_that_is_open(nadia, db, script):
    world = World(db, script).live("calls", "nadia claims", "nadia closes")
    former = world.path
    world.live("calls")
    assert world.path != former
    nadia.opens(former)
    assert f'href="{world.path}#fin"' in plain_spaces(nadia.words)
