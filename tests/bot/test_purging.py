"""`passerelle purge`: what it says, and that a dry run is dry."""

from __future__ import annotations

import pytest
from sqlmodel import select
from typer.testing import CliRunner

from backend.audit.models import Audit
from backend.live import Bell
from bot import purging
from bot.cli import app
from bot.house import House
from tests.backend.people.whole_life import everything
from tests.backend.retention.aged import helped, people, settings
from tests.youth import Youth

pytestmark = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


@pytest.fixture
def run(db, script, monkeypatch):
    """The command, in this very process, with the clock of the test."""
    monkeypatch.setattr(purging, "settings_or_stop", settings)
    monkeypatch.setattr(purging, "house_or_stop", lambda chosen: House(chosen, db, script, Bell()))
    return lambda *words: CliRunner().invoke(app, ["purge", *words])


def test_a_dry_run_counts_says_why_and_changes_nothing_and_the_purge_does_it(run, db, script, clock):
    Youth(db, script, "1").starts()
    waits = Youth(db, script, "2")
    helped(waits, db, script)
    clock.goes_on(days=400)
    waits.writes("/humain")
    clock.goes_on(days=400)
    before = everything(db)
    foreseen = run("--dry-run").output
    assert "1 young people: not heard of for 30 days, nothing booked" in foreseen
    assert "1 have called a human who is not done" in foreseen and "Nothing was changed." in foreseen
    assert everything(db) == before
    done = run()
    assert done.exit_code == 0 and "1 young people: not heard of for 30 days" in done.output
    assert "Nothing was changed" not in done.output and people(db) == (1, 1)
    with db.reading() as tx:
        assert tx.exec(select(Audit.person_id, Audit.action)).all()[-1] == (0, "purged")
