"""What the youth answers to a proposal: an ordinary booking, a seat, a no. It works whoever has the floor now."""

from __future__ import annotations

from typing import Any

from backend.agenda.appointments import facts
from backend.agenda.booking import book
from backend.agenda.callers import Caller
from backend.agenda.looking import wish_reminders
from backend.agenda.models import Motive
from backend.db import Tx
from backend.handover.models import Handover, Proposal
from backend.handover.proposable import BIGGEST, OTHERS, TOO_YOUNG, others, told, workshops
from backend.people.models import Youth
from backend.scene import NotPossible, Scene
from backend.workshops.seats import take_seat
from flows.proposal import Accept, Decline
from flows.steps import Command


def accept(scene: Scene, command: Accept) -> dict[str, Any]:
    """See `Accept`. A place may be said yes to after a no; so may a slot, if it is still free."""
    row = _theirs(scene, command.proposal)
    if row.kind != "place" and scene.youth.bracket == TOO_YOUNG:
        raise NotPossible("minor")
    if row.answer == "accepted":
        raise NotPossible("done")
    found: dict[str, Any] = {}
    if row.kind == "slot":
        found = _book(scene, row, command.pick)
    elif row.kind == "workshop":
        found = _seat(scene, row, command.pick)
    _answered(scene, row, "gone" if "others" in found else "accepted", found)
    return {"kind": row.kind, "held": _held(scene), **found}


def decline(scene: Scene, command: Decline) -> dict[str, Any]:
    """No is noted for the médiateur. What was booked stays: it is cancelled as any appointment is."""
    row = _theirs(scene, command.proposal)
    if row.answer == "accepted" and row.kind != "place":
        raise NotPossible("done")
    _answered(scene, row, "declined", {})
    return {"held": _held(scene)}


def _theirs(scene: Scene, id_text: str) -> Proposal:
    """A proposal made to this very youth. Raises gone."""
    row = scene.tx.get(Proposal, _number(id_text))
    handover = scene.tx.get(Handover, row.handover_id) if row else None
    if row is None or handover is None or handover.youth_id != scene.youth.id:
        raise NotPossible("gone")
    return row


def _number(text: str) -> int:
    return min(int(text), BIGGEST) if text.isascii() and text.isdigit() and len(text) < 11 else 0


def _held(scene: Scene) -> bool:
    return scene.row.owner == "mediator"


def _answered(scene: Scene, row: Proposal, answer: str, found: dict[str, Any]) -> None:
    """What they took in the end is what the médiateur sees, were it another slot than the one proposed."""
    row.answer, row.answered_at = answer, scene.now
    if answer == "accepted":
        row.about = {**row.about, **found}
    scene.tx.add(row)


def _book(scene: Scene, row: Proposal, pick: str) -> dict[str, Any]:
    caller = caller_of(scene.tx, scene.youth, row.about)
    slot = pick or str(row.about["id"])
    try:
        made = book(scene.tx, caller.wish, slot, dict(row.about["brief"]), scene.now)
    except NotPossible:
        free = others(scene.tx, caller, scene.now)
        return {"others": [{**one, "kind": "slot", "proposal": row.id} for one in free]}
    youth = scene.youth
    youth.first_name = youth.first_name or scene.arrival.first_name
    wish_reminders(scene.tx, youth, scene.now)
    return facts(scene.tx, made, scene.now)


def caller_of(tx: Tx, youth: Youth, about: dict[str, Any]) -> Caller:
    """Who is to be received, as it was proposed. Raises gone."""
    motive = tx.get(Motive, about["motive"])
    if motive is None:
        raise NotPossible("gone")
    return Caller(
        home=about["home"],
        first_name=youth.first_name or "",
        bracket=youth.bracket or about["bracket"],
        motive=motive,
        mode=about["mode"],
        needs=tuple(about["needs"]),
        insee=youth.insee or "",
        youth_id=youth.id,
        lead_advisor_id=youth.lead_advisor_id,
    )


def _seat(scene: Scene, row: Proposal, pick: str) -> dict[str, Any]:
    """A seat of the workshop, if it is to come and theirs to have; else the others with a seat left."""
    coming = {one.workshop.id: one for one in workshops(scene.tx, row.about["home"], scene.now)}
    wanted = coming.get(_number(pick) or row.about["id"])
    try:
        if wanted is None:
            raise NotPossible("gone")  # noqa: TRY301  as take_seat says it
        take_seat(scene.tx, wanted.workshop.id or 0, scene.youth.id or 0)
        return told(wanted, row.about["home"])
    except NotPossible:
        free = [one for one in coming.values() if one.left and one is not wanted][:OTHERS]
        facts_ = [told(one, row.about["home"]) for one in free]
        return {"others": [{**one, "kind": "workshop", "proposal": row.id} for one in facts_]}


COMMANDS: dict[type[Command], Any] = {Accept: accept, Decline: decline}
