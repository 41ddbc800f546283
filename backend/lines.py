"""Saying something is writing it down."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlmodel import select

from backend.attachments.commands import KEPT as FILE_KEPT
from backend.marks import CAPTION, Marked, pieces, typed, units
from backend.models import Line
from backend.scene import Arrival, Draft, Scene
from backend.talks import changed, to_talk
from backend.validity import bind
from content.language import typeset
from flows.events import (
    Blocked,
    Called,
    Chose,
    Edited,
    Event,
    MediatorSaid,
    Proposed,
    Said,
    Sent,
    Shared,
    Started,
)
from flows.guide import known
from flows.steps import Ask, Message
from flows.talk import Send, Story

KEPT = 20_000
"""What is kept of one incoming text, in characters."""
DANGER, TALKING, LATER = range(3)
"""Which lines leave first (`Line.urgency`)."""
UNASKED = {"clock", "staff"}
"""Authors of what is said to many at once, and to no one who is there: reminders, appointments that were moved."""


def write_down(scene: Scene) -> None:
    """What arrived becomes a line: of the youth, or of the médiateur on its way to the youth."""
    event, arrival = scene.arrival.event, scene.arrival
    if isinstance(event, MediatorSaid):
        _say_for(scene, event.text)
    elif arrival.author == "youth" and not isinstance(event, Blocked):
        line = _line(scene, author="youth", kind=_kind(event), text=spoken(scene, event)[:KEPT])
        _hold(line, event, arrival)
        _add(scene, line)


def _say_for(scene: Scene, typed_text: str) -> None:
    """What a médiateur typed, in pieces if it is long; under the file that goes with it, if it fits there."""
    (text, marks), held = typed(typed_text), scene.arrival.held
    under = held.file is not None and units(text) <= CAPTION
    said: list[tuple[str, Marked, dict[str, Any] | None]] = []
    if text and not under:
        said += [("text", piece, None) for piece in pieces(text, marks)]
    if held.file is not None:
        said.append(("file", (text, marks) if under else ("", []), held.file))
    for n, (kind, (words, own), file) in enumerate(said):
        who = {"author": "mediator", "person_id": scene.arrival.person_id, "kind": kind}
        line = _outgoing(scene, **who, text=words, marks=own or None, file=file)
        line.on_id = held.quotes if n == 0 else None
        line.expires = scene.now + FILE_KEPT if file else None
        _add(scene, line)


def _hold(line: Draft, event: Event, arrival: Arrival) -> None:
    """What came with the words. A change names the message that it changes."""
    held = arrival.held
    line.outside_id, line.marks, line.album = arrival.outside_id, held.marks, held.album
    line.on_id = arrival.outside_id if isinstance(event, Edited) else held.quotes
    line.file = held.file or ({"id": event.file} if isinstance(event, Sent) and event.file else None)
    line.place = held.place or ({"lat": event.lat, "lon": event.lon} if isinstance(event, Shared) else None)


def _kind(event: Event) -> str:
    match event:
        case Chose():
            return "tap"
        case Shared():
            return "position"
        case Edited():
            return "edited"
        case Sent(kind):
            return kind
        case _:
            return "text"


def spoken(scene: Scene, event: Event) -> str:
    """What the thread shows of an event: the words, or the label of the button."""
    match event:
        case Said(text) | Edited(text):
            return text
        case Sent():
            return event.caption
        case Chose():
            return _tapped(scene, event)
        case Called(command):
            return f"/{command}"
        case Started():
            return "/start"
        case _:
            return ""


def _tapped(scene: Scene, event: Chose) -> str:
    """The words on the button, if that question still offers it; else nothing that was forged is repeated."""
    wording = scene.script.wording
    flow = scene.script.stories.get(event.story, ())
    question = next((s for s in flow if isinstance(s, Ask) and s.id == event.step), None)
    running = next((s for s in scene.row.stories if s["name"] == event.story), None)
    if question is None or running is None:
        return _on_the_button(scene, event)
    if event.choice in (
        controls := wording.controls(Message("", controls=question.controls()), scene.language)
    ):
        return controls[event.choice]
    answers = known(to_talk(scene), Story(running["name"], running["answers"]))
    try:
        choice = next((c for c in question.choices(answers) if c.id == event.choice), None)
    except (LookupError, TypeError):  # an old question, whose answers are not there any more
        return ""
    return wording.label(replace(choice, several=False), question.id, scene.language) if choice else ""


def _on_the_button(scene: Scene, event: Chose) -> str:
    """The words of a button of ours that begins its story: they stand in the message that was tapped."""
    if scene.arrival.on is None:
        return ""
    mine = Line.conversation_id == scene.row.id, Line.outside_id == scene.arrival.on
    rows = scene.tx.exec(select(Line.buttons).where(*mine)).all()
    data = f"{event.story}:{event.step}:{event.choice}"
    buttons = (button for said in rows for row in said for button in row)
    return next((str(b["label"]) for b in buttons if b.get("data") == data), "")


def say(scene: Scene, send: Send) -> None:
    """A message becomes a line that is due."""
    message = send.message
    if message.kind == "toast":
        scene.toast = scene.text(message.key, message.params)
        return
    line = _outgoing(scene, **_speaker(scene), fenced=not message.kept)
    reply = scene.script.wording.render(message, send.story, scene.language)
    line.text, line.buttons, line.kind = reply.text, reply.buttons, message.kind
    line.urgency = DANGER if message.key.startswith("danger-") else line.urgency
    _attach(scene, line, message)
    _add(scene, line)
    top = scene.row.stories[-1] if scene.row.stories else None
    if top and message.ask and message.ask == top["asked"] and send.story == top["name"]:
        changed(scene.row, asked_seq=line.seq)


def _speaker(scene: Scene) -> dict[str, Any]:
    """Who says it: the guide, or the médiateur who proposes something."""
    if isinstance(scene.arrival.event, Proposed):
        return {"author": "mediator", "person_id": scene.arrival.person_id}
    return {"author": "guide"}


def _attach(scene: Scene, line: Draft, message: Message) -> None:
    if message.edit and scene.arrival.on:
        line.kind, line.outside_id = "edit", scene.arrival.on
    if message.kind == "venue" and message.attached:
        named = {k: typeset(message.attached[k]) for k in ("site", "address")}
        line.place = {k: message.attached[k] for k in ("lat", "lon")} | named
    if message.kind == "file" and message.attached:
        line.file = dict(message.attached)
    bind(line, scene.arrival.event)


def _outgoing(scene: Scene, **values: Any) -> Draft:
    """A line on its way. To someone who blocked us nothing is due. What nobody waits for goes behind the others."""
    line = _line(scene, **values)
    line.urgency = LATER if scene.arrival.author in UNASKED else TALKING
    line.state, line.due = ("blocked", None) if scene.row.blocked else ("queued", scene.now)
    return line


def _line(scene: Scene, **values: Any) -> Draft:
    """A line without its number yet."""
    return Draft(at=scene.now, **values)


def _add(scene: Scene, line: Draft) -> None:
    changed(scene.row, last_seq=scene.row.last_seq + 1)
    line.conversation_id, line.seq = scene.row.id or 0, scene.row.last_seq
    scene.lines.append(line)


def is_heard(event: Event) -> bool:
    """Whether a human who holds or awaits the floor will read this."""
    return isinstance(event, Said | Sent | Shared | Edited)
