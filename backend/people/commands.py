"""What a youth may ask about themselves."""

from __future__ import annotations

from backend.agenda.appointments import mine
from backend.people.consent import allow_calls, forget_consents
from backend.people.erasure import erase
from backend.people.speech import speak
from backend.scene import NotPossible, Scene
from flows.commands import BeDiscreet, Erase, ForgetMinor, MuteReminders
from flows.crossroads import Speak
from flows.rights import AllowCalls


def erase_now(scene: Scene, command: Erase) -> bool:
    """/supprimer: nothing is left but a farewell, said outside the corridor. Of those under 16 figures keep nothing."""
    scene.tx.flush()
    child = scene.youth.bracket == "under_16" or scene.row.forget_when_said
    erase(scene.tx, scene.youth.id or 0, fact=not child)
    scene.erased = True
    return True


def forget_minor(scene: Scene, command: ForgetMinor) -> bool:
    """Under 16: erased once the last reply has left (the outbox sees to it)."""
    if mine(scene.tx, scene.youth, scene.now):  # a slip on an old button must not take an appointment away
        raise NotPossible("booked")
    scene.row.forget_when_said = True
    scene.youth.first_name = scene.youth.insee = scene.youth.commune = scene.youth.phone = None
    forget_consents(scene)
    return True


def mute_reminders(scene: Scene, command: MuteReminders) -> bool:
    scene.youth.reminders = False
    return True


def be_discreet(scene: Scene, command: BeDiscreet) -> bool:
    scene.youth.discreet = command.on
    return True


COMMANDS = {
    Erase: erase_now,
    ForgetMinor: forget_minor,
    MuteReminders: mute_reminders,
    BeDiscreet: be_discreet,
    AllowCalls: allow_calls,
    Speak: speak,
}
