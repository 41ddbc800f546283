"""/mesdonnees: all that is held of them, to read and as JSON, whoever has the floor, and kept nowhere."""

from __future__ import annotations

import json

import pytest
from sqlmodel import select

from backend.agenda.models import Appointment
from backend.models import Conversation, Line
from backend.people.models import Youth as YouthRow
from backend.rights.files import held_file
from backend.rights.held import LEFT_OUT, everything_of, owned
from backend.rights.readable import FACES, SECTIONS, STATUSES
from backend.settings import Settings
from content.wording import STANDING
from flows.events import Blocked, Said
from tests.backend.people import whole_life
from tests.backend.people.whole_life import SECRET, everything, filled, full_life
from tests.mediator import Mediator
from tests.youth import Youth, books


@pytest.fixture(params=["sqlite_url"])
def url(request):
    """One engine will do, but for the test that asks both for everything."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def lou(db, script):
    return Youth(db, script, "424242", name="Zéphirine")


@pytest.fixture
def lived(lou, db, script):
    """Lou has lived through all that there is, and is there again; Sam has written too."""
    full_life(lou, db, script)
    lou.does(Blocked(False))
    Youth(db, script, "77", name="Sam").writes("plugh-de-sam")
    return lou


def received(youth):
    """The two files: text, and what the JSON holds."""
    text, told = (parcel.file.decode() for parcel in youth.screen[-2:])
    return text, json.loads(told)


@pytest.mark.parametrize("url", ["sqlite_url", "postgres_url"], indirect=True)
def test_the_two_files_hold_all_that_is_theirs_and_nothing_of_others(lived, db):
    heard = lived.writes("/mesdonnees")
    assert [p.file_name for p in lived.screen[-2:]] == ["mes-donnees.txt", "mes-donnees.json"]
    assert heard[0].startswith("Voici ce que Passerelle garde de toi")
    text, told = received(lived)
    for word in (SECRET, "424242", "Zéphirine", "0612345678", "Nadia", "Imphy"):
        assert word in text, word
        assert word in json.dumps(told, ensure_ascii=False), word
    assert "plugh-de-sam" not in text + str(told)
    assert "Diallo" not in text + str(told), "of the staff the first name is enough"
    assert set(told["held"]) >= filled(db) - set(LEFT_OUT) | {"audit"}
    assert told["left_out"] == LEFT_OUT


def test_every_table_that_leads_to_a_youth_is_told_or_left_out_for_a_reason(db):
    """Whoever adds a table is told here: it is exported by itself, unless it stands in LEFT_OUT with a reason."""
    leads = {table.name for table in owned()}
    assert whole_life.owned() | {"mail"} == leads
    assert set(LEFT_OUT) <= leads
    assert all(len(reason) > 10 for reason in LEFT_OUT.values())
    assert {table for _, table, _ in SECTIONS} <= leads - set(LEFT_OUT) | {"audit"}


def test_nothing_of_the_files_is_kept(lived, db):
    lived.writes("/mesdonnees")
    kept = everything(db)
    assert "made_at" not in kept
    assert "Informations gard" not in kept


def test_whoever_has_the_floor(lou, db, script):
    lou.writes("/humain")
    nadia = Mediator(db, script)
    nadia.claims(nadia.sees()[0])
    lou.hears()
    lou.writes("/vieprivee")
    assert len(lou.taps("Recevoir mes informations")) == 2
    assert SECRET not in received(lou)[0]
    with db.reading() as tx:
        assert tx.exec(select(Conversation.owner)).one() == "mediator"


def test_nothing_is_sent_to_a_phone_that_others_may_read(lou):
    lou.writes("/discret")
    lou.taps("Rappels discrets")
    assert lou.writes("/mesdonnees")[0].startswith("Quelqu'un d'autre lit peut-être ce téléphone")
    assert not any(parcel.file for parcel in lou.screen)


def test_nothing_is_sent_to_the_phone_of_somebody_whose_partner_is_violent(lou):
    lou.writes("mon copain me frappe")
    assert lou.writes("/mesdonnees")[0].startswith("Quelqu'un d'autre lit peut-être ce téléphone")


def test_nor_if_another_danger_was_told_of_since(lou):
    lou.writes("mon copain me frappe")
    lou.writes("je veux mourir")
    assert lou.writes("/mesdonnees")[0].startswith("Quelqu'un d'autre lit peut-être ce téléphone")


def test_who_told_of_another_danger_only_receives_them(lou):
    lou.writes("je veux mourir")
    assert lou.writes("/mesdonnees")[0].startswith("Voici ce que Passerelle garde de toi")


def test_once_in_ten_minutes_is_enough(lou, clock):
    lou.starts()
    assert lou.writes("/mesdonnees")[0].startswith("Voici")
    assert lou.writes("/mesdonnees")[0] == "Je viens de l'envoyer : regarde un peu plus haut."
    clock.goes_on(minutes=11)
    assert lou.writes("/mesdonnees")[0].startswith("Voici")


def test_who_erases_everything_before_the_files_leave_receives_none(lou, db):
    lou.starts()
    lou.turn(Said("/mesdonnees"))
    assert lou.writes("/supprimer") == []
    with db.reading() as tx:
        assert held_file(tx, 1, "text")[0] is None


def test_who_says_that_others_read_along_before_the_files_leave_receives_none(lou, db):
    lou.starts()
    lou.turn(Said("/mesdonnees"))
    with db.transaction() as tx:
        tx.exec(select(YouthRow)).one().discreet = True
    lou.hears()
    assert not any(parcel.file for parcel in lou.screen)
    with db.reading() as tx:
        files = tx.exec(select(Line.state, Line.due).where(Line.kind == "file")).all()
    assert files == [("failed", None)] * 2


def test_it_can_be_read_in_every_language_whatever_became_of_an_appointment(lou, db, script):
    books(lou)
    texts = {}
    for status, language in zip(sorted(STATUSES) * 2, script.wording.texts, strict=False):
        with db.transaction() as tx:
            tx.exec(select(YouthRow)).one().language = language
            tx.exec(select(Appointment)).one().status = status
            tx.flush()
            texts[language] = held_file(tx, 1, "text")[0].decode()
            assert script.wording.text(language, STATUSES[status]) in texts[language]
    assert len(set(texts.values())) == len(script.wording.texts) == len(texts)


def test_what_it_says_of_appointments_and_opinions_covers_what_they_may_be(script):
    from backend.handover.models import FACES as GIVEN

    assert set(FACES) == set(GIVEN)
    assert all(script.wording.has("fr", key) for key in (*STATUSES.values(), *FACES.values()))


def test_of_somebody_of_whom_nothing_else_is_held_there_is_a_row_and_no_more(db):
    with db.transaction() as tx:
        tx.add(YouthRow(first_name="Inconnue"))
    with db.reading() as tx:
        assert list(everything_of(tx, 1)) == ["youth"]


def test_what_texts_say_of_periods_is_what_the_settings_say_by_default():
    defaults = Settings(_env_file=None).periods
    assert {name: defaults[name] for name in STANDING} == STANDING
