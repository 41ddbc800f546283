"""Letters to advisors against a real mail server: what arrives, in which order, and what happens when it says no."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from backend.mail import sending
from backend.mail.leases import LEASE, lease
from backend.mail.models import Mail
from backend.mail.queries import forget_letters, standing, tell, undelivered
from backend.mail.sending import deliver_due, pause_after, post, post_office
from tests.backend.mail.conftest import settings_for
from tests.backend.mail.post import (
    NAME,
    NEED,
    PHONE,
    PostOfTests,
    advisor,
    appointment,
    motive_of,
    moved,
    opened,
)
from tests.running import free_port
from tests.youth import plain_spaces


def told(db, made, kind="request"):
    with db.transaction() as tx:
        tell(tx, made, kind)


def fates(db):
    with db.reading() as tx:
        return [(m.kind, m.state) for m in tx.exec(select(Mail).order_by(Mail.id))]


def letter(db):
    with db.reading() as tx:
        return tx.exec(select(Mail)).one()


def test_a_booking_arrives_as_a_proper_invitation(db, clock, box, deliver):
    made = appointment(db, clock())
    told(db, made)
    assert deliver() == 1
    (got,) = box.letters
    assert got.recipients == ["karim.haddad@exemple.fr"]
    assert got.message["From"] == "Passerelle <rendez-vous@exemple.fr>"
    assert got.message["To"] == "Karim Haddad <karim.haddad@exemple.fr>"
    assert got.message["Auto-Submitted"] == "auto-generated"
    assert plain_spaces(got.message["Subject"]) == "Rendez-vous mardi 24 novembre à 10 h"
    assert got.invitation.get_param("method") == "REQUEST"
    assert got.calendar["METHOD"] == "REQUEST"
    event = got.event
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (made.uid, 0, "CONFIRMED")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (made.starts_at, made.ends_at)
    assert event["DTSTAMP"].dt == clock()
    assert event["ORGANIZER"] == "mailto:rendez-vous@exemple.fr"
    assert event["ATTENDEE"] == "mailto:karim.haddad@exemple.fr"
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert event["SUMMARY"] == "Logement"
    assert "Decize" in event["LOCATION"]
    assert event["URL"] == f"https://passerelle.exemple.fr/rendez-vous/{made.id}"
    words = plain_spaces(got.text)
    assert "Quand : mardi 24 novembre, de 10 h à 10 h 45" in words
    assert "Motif : Logement" in words and "Decize" in words and event["URL"] in words


def test_a_move_is_the_same_event_with_the_next_sequence(db, clock, box, deliver):
    old = appointment(db, clock())
    told(db, old)
    new = moved(db, old, clock())
    told(db, new)
    assert deliver() == 2
    first, second = box.letters
    assert (second.event["UID"], second.event["SEQUENCE"]) == (first.event["UID"], 1)
    assert second.event["DTSTART"].dt == old.starts_at + timedelta(hours=2)
    assert second.calendar["METHOD"] == "REQUEST"
    assert plain_spaces(second.message["Subject"]) == "Rendez-vous mardi 24 novembre à 12 h, déplacé"
    assert second.message["Message-ID"] != first.message["Message-ID"]


def test_a_cancellation_withdraws_the_event(db, clock, box, deliver):
    made = appointment(db, clock())
    told(db, made)
    told(db, made, "cancel")
    deliver()
    request, cancel = box.letters
    assert cancel.invitation.get_param("method") == cancel.calendar["METHOD"] == "CANCEL"
    assert (cancel.event["UID"], cancel.event["STATUS"]) == (request.event["UID"], "CANCELLED")
    assert cancel.event["SEQUENCE"] > request.event["SEQUENCE"]
    assert plain_spaces(cancel.message["Subject"]) == "Annulé : rendez-vous mardi 24 novembre à 10 h"


def test_who_had_it_before_it_went_to_someone_else_is_told(db, clock, box, deliver):
    old = appointment(db, clock())
    told(db, old)
    told(db, moved(db, old, clock(), "Sophie"))
    deliver()
    by_method = {(g.recipients[0].partition(".")[0], g.calendar["METHOD"]): g for g in box.letters}
    assert set(by_method) == {("karim", "REQUEST"), ("karim", "CANCEL"), ("sophie", "REQUEST")}
    assert {g.event["UID"] for g in box.letters} == {old.uid}
    assert "a été pris dans votre agenda" in by_method["sophie", "REQUEST"].text
    assert by_method["karim", "CANCEL"].event["SEQUENCE"] == 1


@pytest.mark.parametrize("mode", ["place", "phone", "visio", "home"])
def test_nothing_of_the_youth_leaves(db, clock, box, deliver, mode):
    made = appointment(db, clock(), mode=mode, insee="58095")
    motive_of(db, made, name="Premier rendez-vous")
    told(db, made)
    told(db, moved(db, made, clock()))
    told(db, made, "cancel")
    assert deliver() == 3
    for got in box.letters:
        words = got.all_words.casefold()
        for secret in (NAME, NEED, PHONE, PHONE.replace(" ", ""), "dehors"):
            assert secret.casefold() not in words, secret
        assert "Premier rendez-vous" in got.all_words


def test_a_home_visit_tells_the_commune_and_a_call_no_place(db, clock, box, deliver):
    told(db, appointment(db, clock(), mode="home", insee="58095"))
    told(db, appointment(db, clock(), mode="phone"))
    deliver()
    home, call = box.letters
    assert (home.event["LOCATION"], home.event["SUMMARY"]) == ("Decize", "Logement, à domicile")
    assert call.event["SUMMARY"] == "Logement, par téléphone"
    assert "LOCATION" not in call.event and "Où" not in call.text


def test_a_discreet_motive_is_not_named(db, clock, box, deliver):
    made = appointment(db, clock())
    motive_of(db, made, discreet=True, name="Addictions")
    told(db, made)
    deliver()
    (got,) = box.letters
    assert "Addictions" not in got.all_words
    assert got.event["SUMMARY"] == "Rendez-vous"


def test_telling_twice_is_telling_once(db, clock, box, deliver):
    made = appointment(db, clock())
    for _ in range(2):
        told(db, made)
        told(db, made, "cancel")
    assert deliver() == 2
    told(db, made)
    assert (deliver(), len(box.letters)) == (0, 2)


def test_who_has_left_is_not_written_to(db, clock, box, deliver):
    with db.transaction() as tx:
        karim = advisor(db, "Karim")
        karim.active = False
        tx.add(karim)
    told(db, appointment(db, clock()))
    assert (deliver(), fates(db)) == (0, [])


def test_a_server_that_says_later_is_asked_again(db, clock, box, deliver):
    box.to_letters.append("451 4.7.1 greylisted, come back")
    told(db, appointment(db, clock()))
    assert (deliver(), deliver()) == (1, 0)
    assert (letter(db).state, letter(db).error) == ("due", "451 4.7.1 greylisted, come back")
    clock.goes_on(seconds=60)
    assert deliver() == 1
    assert len(box.letters) == 1 and letter(db).state == "sent"


def test_an_old_letter_never_overtakes_a_newer_one(db, clock, box, deliver):
    """The request is put off; the cancellation waits behind it, the letter to someone else does not."""
    made = appointment(db, clock())
    box.to_recipients.append("451 later")
    told(db, made)
    told(db, made, "cancel")
    told(db, appointment(db, clock(), "Sophie"))
    deliver()
    assert [g.recipients for g in box.letters] == [["sophie.nguyen@exemple.fr"]]
    clock.goes_on(minutes=1)
    deliver()
    assert [g.calendar["METHOD"] for g in box.letters[1:]] == ["REQUEST", "CANCEL"]


@pytest.mark.parametrize("where", ["to_recipients", "to_letters"])
def test_what_is_refused_for_good_has_failed_with_the_reason(db, clock, box, deliver, where):
    getattr(box, where).append("550 5.1.1 no such mailbox")
    made = appointment(db, clock())
    told(db, made)
    told(db, made, "cancel")
    deliver()
    assert fates(db) == [("request", "failed"), ("cancel", "sent")]
    with db.reading() as tx:
        assert standing(tx).failed == 1
        (one,) = undelivered(tx, [made.mission_locale_id])
        assert (one.name, one.error) == ("Karim Haddad", "550 5.1.1 no such mailbox")
        assert undelivered(tx, [made.mission_locale_id + 1]) == []


def test_a_server_that_is_away_is_tried_for_a_day_and_then_the_letter_has_failed(db, clock, script):
    office = post_office(settings_for(f"smtp://127.0.0.1:{free_port()}"), script)
    begun = clock()
    told(
        db,
        appointment(
            db, clock(), starts_at=begun + timedelta(days=9), ends_at=begun + timedelta(days=9, hours=1)
        ),
    )
    tries = 0
    while letter(db).state == "due":
        clock.at = max(clock.at, letter(db).due)
        tries += post(db, office, clock)
    assert timedelta(hours=24) <= clock() - begun < timedelta(hours=27)
    assert (tries, letter(db).error) == (19, "SMTPConnectError")


def test_pauses_grow_and_end():
    pauses = [pause_after(n) for n in range(1, 20)]
    assert pauses[:4] == [timedelta(minutes=m) for m in (1, 2, 4, 8)]
    assert max(p for p in pauses if p) == timedelta(hours=2)
    assert pause_after(19) is None and pause_after(5000) is None


def test_a_letter_about_what_is_over_is_dropped(db, clock, box, deliver):
    told(db, appointment(db, clock()))
    clock.goes_on(days=2)
    assert (deliver(), box.letters, fates(db)) == (0, [], [("request", "stale")])


def test_killed_between_sending_and_settling_at_most_one_letter_comes_twice(
    db, clock, box, office, monkeypatch
):
    """Killed after the server said yes: the letter it was about is sent again after the lease, with the same id."""

    class Killed(BaseException):
        pass

    def dies(*_):
        raise Killed

    for _ in range(3):
        told(db, appointment(db, clock()))
    with monkeypatch.context() as patch:
        patch.setattr(sending, "_settle", dies)
        with pytest.raises(Killed):
            asyncio.run(deliver_due(db, office, clock))
    assert len(box.letters) == 1
    assert post(db, office, clock) == 0, "its lease holds the letters behind it"
    clock.at += LEASE
    assert post(db, office, clock) == 3
    ids = [g.message["Message-ID"] for g in box.letters]
    assert len(ids) == 4 and len(set(ids)) == 3 and ids[0] == ids[1]


def test_two_senders_never_have_the_same_letter(db, clock):
    for name in ("Karim", "Sophie"):
        told(db, appointment(db, clock(), name))
    taken = [lease(db, clock()), lease(db, clock()), lease(db, clock())]
    assert {t.email.partition(".")[0] for t in taken if t} == {"karim", "sophie"} and taken[2] is None


def test_a_settlement_that_comes_too_late_changes_nothing(db, clock, box, deliver):
    told(db, appointment(db, clock()))
    slow = lease(db, clock())
    clock.at += LEASE
    deliver()
    sending._settle(db, slow, ConnectionError(), clock())
    assert letter(db).state == "sent"


def test_what_was_said_is_kept_no_longer_than_needed(db, clock, box, deliver):
    told(db, appointment(db, clock()))
    assert letter(db).event["place"]
    deliver()
    assert letter(db).event == {}
    with db.transaction() as tx:
        forget_letters(tx, clock() + timedelta(days=31))
    assert fates(db) == []


def test_without_a_server_nothing_fails_nothing_waits_and_it_is_counted(db, clock, script):
    office = post_office(settings_for("").model_copy(update={"mail_from": ""}), script)
    assert office is None
    told(db, appointment(db, clock()))
    assert post(db, office, clock) == 0
    with db.reading() as tx:
        now = standing(tx)
    assert (now.waiting, now.unsent, now.failed) == (0, 1, 0)
    assert letter(db).event == {}


@pytest.mark.parametrize(
    "broken", ["", "nobody", "élodie@exemple.fr", "a b@exemple.fr", "a@b\r\nBcc: x@y.fr"]
)
def test_an_address_that_is_none_fails_alone(db, clock, box, deliver, broken):
    with db.transaction() as tx:
        karim = advisor(db, "Karim")
        karim.email = broken
        tx.add(karim)
    told(db, appointment(db, clock()))
    told(db, appointment(db, clock(), "Sophie"))
    deliver()
    assert fates(db) == [("request", "failed"), ("request", "sent")]


def test_signing_in_and_a_wrong_password_that_is_put_right(db, clock, script, caplog):
    box = PostOfTests()
    told(db, appointment(db, clock()))
    with opened(box, authenticator=box.authenticate, auth_require_tls=False):
        wrong = post_office(settings_for(f"smtp://pass:sesame-closed@127.0.0.1:{box.port}"), script)
        with caplog.at_level(logging.DEBUG):
            post(db, wrong, clock)
        assert letter(db).state == "due" and letter(db).error.startswith("535")
        clock.goes_on(minutes=1)
        right = post_office(settings_for(f"smtp://pass:open%20sesame@127.0.0.1:{box.port}"), script)
        post(db, right, clock)
    assert len(box.letters) == 1
    assert "sesame" not in caplog.text + repr(wrong) + repr(right)


def test_a_server_that_hangs_holds_nobody_up_for_long(db, clock, script, monkeypatch):
    """It takes the connection and says nothing."""
    import socket

    monkeypatch.setattr(sending, "PATIENCE", 0.2)
    told(db, appointment(db, clock()))
    told(db, appointment(db, clock(), "Sophie"))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        office = post_office(settings_for(f"smtp://127.0.0.1:{silent.getsockname()[1]}"), script)
        assert post(db, office, clock) == 1, "the rest waits for the next go"
    with db.reading() as tx:
        assert [m.error for m in tx.exec(select(Mail).order_by(Mail.id))] == ["TimeoutError", ""]


def test_hours_are_those_of_the_place(db, clock, box, deliver):
    from backend.places.models import Site

    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.slug == "decize")).one()
        site.insee = "97411"
        tx.add(site)
    at = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
    told(db, appointment(db, clock(), starts_at=at, ends_at=at + timedelta(minutes=45)))
    deliver()
    assert plain_spaces(box.letters[0].message["Subject"]) == "Rendez-vous mardi 24 novembre à 9 h"
    assert box.letters[0].event["DTSTART"].dt == at
