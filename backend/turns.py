"""The one way anything reaches a conversation: one event, one transaction."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlmodel import col

from backend.agenda.looking import look_again
from backend.agenda.models import Appointment
from backend.bundle import is_new, keep_lines, untie
from backend.chats import begin, find, is_over
from backend.commands import perform
from backend.db import Tx
from backend.handover.awaiting import awaited
from backend.handover.opening import stop, summon, wake
from backend.handover.past import lately
from backend.handover.rating import with_rating
from backend.handover.returning import expects_again, reassures
from backend.lines import is_heard, say, write_down
from backend.models import Line
from backend.people.consent import with_question
from backend.people.joining import through_links
from backend.people.speech import follow_words
from backend.rows import table_of
from backend.scene import Arrival, Scene, Turned
from backend.script import Script
from backend.talks import changed, keep, to_talk
from content.hearing import hear, names_a_place, watch
from flows.events import Blocked, Edited, Event, Placed, Said, Sent
from flows.guide import danger_numbers, question_of
from flows.rating import passed_over, unanswered
from flows.receive import receive
from flows.steps import Message
from flows.talk import Effect, Perform, Send, Summon

ALWAYS = ("/supprimer", "/stop", "/humain", "/mesdonnees", "/vieprivee")
"""Commands that are answered however fast they come."""
__all__ = ["Arrival", "Turned", "take_turn"]

_LINE = table_of(Line)
_LEAVING = select(_LINE.c.state).where(
    _LINE.c.conversation_id == bindparam("talk"), _LINE.c.seq == bindparam("asked"), _LINE.c.due.is_not(None)
)


def take_turn(tx: Tx, script: Script, arrival: Arrival) -> Turned:
    """Everything that one arrival changes and says. The caller commits."""
    chat = find(tx, arrival)
    if chat is None and is_over(tx, arrival):
        return Turned(repeated=True)
    row, youth = chat or begin(tx, script, arrival)
    if not is_new(tx, arrival.key, script.now()):
        return Turned(repeated=True, conversation_id=row.id or 0)
    scene = Scene(tx, script, row, youth, arrival)
    unseen = _unseen(scene)
    write_down(scene)
    if back := _hear_from(scene):
        _is_reached_again(scene)
    if arrival.hurried and _waits_a_minute(scene):
        return _finish(scene)
    events = understood(scene, unseen)
    follow_words(scene, danger=bool(getattr(events[0], "danger", None)))
    for event in through_links(scene, events):
        play(scene, with_rating(scene, event), unseen)
    if back and not scene.erased:
        reassures(scene)
    return _finish(scene)


def _unseen(scene: Scene) -> bool:
    """Words were not written for a question that has not left yet."""
    if scene.row.asked_seq is None or not isinstance(scene.arrival.event, Said | Sent):
        return False
    asked = {"talk": scene.row.id, "asked": scene.row.asked_seq}
    return scene.tx.connection().execute(_LEAVING, asked).scalar() == "queued"


def _hear_from(scene: Scene) -> bool:
    """A youth who writes can be reached, and is not to be forgotten for now. Whether they had blocked us before."""
    if scene.arrival.author != "youth":
        return False
    was_blocked = scene.row.blocked
    blocks = isinstance(scene.arrival.event, Blocked) and scene.arrival.event.blocked
    changed(scene.row, last_heard_at=scene.now, blocked=blocks)
    if scene.row.owner == "mediator" and not scene.row.blocked:
        wake(scene)
    return was_blocked and not scene.row.blocked


def _is_reached_again(scene: Scene) -> None:
    """Who had blocked us is promised and reminded as before."""
    expects_again(scene)
    look_again(scene.tx, scene.now, col(Appointment.youth_id) == scene.youth.id)


def _waits_a_minute(scene: Scene) -> bool:
    """Words that come faster than anybody types are kept and not answered, which is said once.

    Danger is looked at all the same, what is theirs by right is done, taps count, and a human reads as fast as they can.
    """
    event = watch(scene.arrival.event)
    if not isinstance(event, Said | Sent | Edited) or event.danger or scene.row.owner != "guide":
        return False
    if isinstance(event, Said) and event.text.strip().startswith(ALWAYS):
        return False
    if scene.arrival.hurried == "first":
        say(scene, Send(Message("not-so-fast", kept=True)))
    return True


def understood(scene: Scene, unseen: bool) -> tuple[Event, ...]:
    """What the words stand for. Danger is looked at before anything else; with a human on the line, words are words."""
    event = watch(scene.arrival.event)
    if not isinstance(event, Said) or event.danger:
        return (event,)
    if scene.row.owner == "mediator" and not event.text.startswith("/"):
        return (event,)
    talk, stories = to_talk(scene), scene.script.stories
    question = None if unseen else question_of(stories, talk)
    exactly = scene.row.owner != "guide"
    heard = hear(scene.script.wording, scene.language, question, event, exactly=exactly)
    if _only_words(heard) and unanswered(talk):
        heard = hear(scene.script.wording, scene.language, question_of(stories, passed_over(talk)), event)
    if _only_words(heard) and scene.row.owner == "waiting":
        return (_place_or_words(question, event),)
    return heard


def _only_words(heard: tuple[Event, ...]) -> bool:
    """Neither a button nor a command: whoever has the floor decides what is made of them."""
    return isinstance(heard[0], Said)


def _place_or_words(question: tuple[str, Message] | None, said: Said) -> Event:
    """While a human is awaited words are theirs, unless the question is where the youth lives and this is a place."""
    asks_place = question is not None and question[1].position
    return Placed(said.text) if asks_place and names_a_place(said.text) else said


def play(scene: Scene, event: Event | None, unseen: bool = False) -> None:
    """Let the talk receive an event, and do what it says, until nothing more follows."""
    before, until = lately(scene), awaited(scene)
    while event:
        talk = to_talk(scene, unseen=unseen, lately=before, awaited=until)
        talk, effects = receive(scene.script.stories, talk, event)
        was = scene.row.owner
        keep(scene, talk)
        if scene.row.owner == "nobody" != was:
            stop(scene)
        event = None
        for effect in effects:
            event = apply(scene, effect) or event


def apply(scene: Scene, effect: Effect) -> Event | None:
    match effect:
        case Send():
            say(scene, effect)
            return None
        case Perform(step, command):
            untie(scene.tx)
            return perform(scene, step, command)
        case Summon(why, danger):
            untie(scene.tx)
            return with_question(scene, summon(scene, why, danger))


def apologize(tx: Tx, script: Script, arrival: Arrival) -> None:
    """What arrived could not be handled: it is kept for a human, and the youth is told so. In danger, the numbers."""
    scene = Scene(tx, script, *(find(tx, arrival) or begin(tx, script, arrival)), arrival)
    if is_heard(arrival.event):
        write_down(scene)
    if danger := getattr(watch(arrival.event), "danger", None):
        say(scene, danger_numbers(danger))
    say(scene, Send(Message("apology", kept=True)))
    _finish(scene)


def _finish(scene: Scene) -> Turned:
    where = scene.row.id or 0
    if scene.erased:
        return Turned(farewell=scene.toast, conversation_id=where)
    for line in scene.lines:
        line.epoch = scene.row.epoch
    keep_lines(scene.tx, scene.lines)
    read = scene.row.owner in {"waiting", "mediator"} and is_heard(scene.arrival.event)
    return Turned(toast=scene.toast, receipt=read, conversation_id=where)
