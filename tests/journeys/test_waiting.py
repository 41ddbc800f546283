"""Someone cancels; whoever waits gets the place in one tap, and the first to tap has it."""

from __future__ import annotations

from tests.queue import appointments, cancels, in_line, tick, waitings, waits

WON, LOST = "C'est pour toi : mardi 24 novembre", "Cette place vient juste d'être prise"


def test_a_cancellation_reaches_whoever_waits_who_takes_the_place_in_one_tap(db, script):
    lou, sam, max_ = in_line(db, script, "Lou", "Sam", "Max")
    waits(max_)
    assert tick(db, script) == 0, "nothing is free that comes earlier"
    cancels(lou)
    assert tick(db, script) == 1
    (notice,) = max_.hears()
    assert notice.startswith("Une place se libère plus tôt : mardi 24 novembre à 9 h")
    assert "Le tien : mardi 8 décembre" in notice
    assert sam.hears() == [], "whoever does not wait hears nothing"
    heard = max_.taps("Prendre")
    assert heard[0].startswith(WON) and max_.screen[-1].kind == "file"
    taken = appointments(db)[-1]
    assert (taken.starts_at.day, taken.sequence, taken.moved_from_id) == (24, 1, 3)
    assert [a.id for a in appointments(db, "rescheduled")] == [3]
    assert tick(db, script) == 0


def test_the_first_to_tap_has_the_place_and_the_other_stays_on_the_list(db, script):
    lou, _, max_, zoe = in_line(db, script, "Lou", "Sam", "Max", "Zoé")
    waits(zoe)
    waits(max_)
    cancels(lou)
    assert tick(db, script) == 2
    assert zoe.hears() and max_.hears()
    assert max_.taps("Prendre")[0].startswith(WON)
    assert zoe.taps("Prendre")[0].startswith(LOST)
    assert [(w.notices, w.closed_at is not None) for w in waitings(db)] == [(1, False), (1, True)]
    assert zoe.writes("/rdv")[0].startswith("Ton rendez-vous : mardi 15 décembre")


def test_the_place_left_behind_is_offered_to_the_next_on_another_day(db, script, clock):
    lou, _, max_, zoe = in_line(db, script, "Lou", "Sam", "Max", "Zoé")
    waits(zoe)
    waits(max_)
    cancels(lou)
    tick(db, script)
    max_.hears()
    zoe.hears()
    max_.taps("Prendre")
    assert tick(db, script) == 0, "one notice a day"
    clock.goes_on(days=1)
    assert tick(db, script) == 1
    assert "mardi 8 décembre" in zoe.hears()[0]
    assert zoe.taps("Garder le mien") == ["D'accord, rien ne change. Tu restes sur la liste."]
    clock.goes_on(days=1)
    assert tick(db, script) == 0, "nobody hears twice of the same place"
