"""The floor in every state that can be reached: each has a way out, and what a page offers is never refused."""

from __future__ import annotations

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
from tests.backend.console.browser import Browser, Form
from tests.mediator import Mediator
from tests.youth import Youth, plain_spaces

ACTS = ("prendre", "repondre", "rendre", "terminer")
TYPED = {"text": "Bonjour", "outcome": "other"}
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


def offered(browser: Browser, path: str) -> list[Form]:
    """The acts on the floor that this person can press."""
    assert browser.opens(path) == 200
    return [form for form in browser.forms if form.action in {f"{path}/{act}" for act in ACTS} and form.live]


def test_every_reachable_state_has_a_way_out_and_no_offered_act_is_refused(browse, db, script):
    people = [browse().enters_as(name) for name in ("Nadia", "Théo")]
    states = explore(db, script)
    assert {state.owner for state in states if not state.ended} == {"guide", "waiting", "mediator", "nobody"}
    for state, way in states.items():
        pressed = 0
        for person in people:
            path = World(db, script).live(*way).path
            for form in offered(person, path):
                fresh = World(db, script).live(*way).path
                mine = next(f for f in offered(person, fresh) if f.action == form.action.replace(path, fresh))
                assert person.posts(mine.action, {**mine.fields, **TYPED}) == 303, (way, form.action)
                pressed += 1
        assert (pressed == 0) if state.ended else (pressed > 0), way


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
