"""Motives, as those who keep a whole mission locale edit them."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from backend.agenda.models import Motive
from backend.places.models import MissionLocale
from tests.backend.console.browser import Browser

NEW = "/motifs/nouveau"
USUAL = {
    "name": "Atelier CV",
    "minutes": "60",
    "min_notice_hours": "2",
    "max_notice_days": "42",
    "cancel_until_hours": "4",
    "move_until_hours": "24",
    "colour": "plum",
    "mode-place": "on",
    "need-emploi": "on",
}


@pytest.fixture
def helene(browse) -> Browser:
    return browse().enters_as("Hélène")


def motives(db) -> list[Motive]:
    with db.reading() as tx:
        return list(tx.exec(select(Motive).order_by(col(Motive.id))))


def test_a_motive_is_added_then_changed(helene, db):
    helene.opens(NEW)
    fields = {
        **helene.form(NEW).fields,
        **USUAL,
        "staff_only": "on",
        "discreet": "on",
        "bring_after": "Un avis.",
    }
    before = len(motives(db))
    assert [helene.posts(NEW, fields) for _ in range(2)] == [303, 303]
    assert len(motives(db)) == before + 1
    made = motives(db)[-1]
    assert (made.name, made.minutes, made.modes, made.needs) == ("Atelier CV", 60, ["place"], ["emploi"])
    assert (made.colour, made.staff_only, made.discreet, made.bring_after) == ("plum", True, True, "Un avis.")
    helene.follows()
    assert "Atelier CV" in helene.words
    assert "prune" in helene.words
    path = f"/motifs/{made.id}"
    helene.opens(path)
    assert helene.sends(path, **{**USUAL, "minutes": "45"}) == 303
    assert (motives(db)[-1].minutes, motives(db)[-1].staff_only) == (45, False)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ""}, "À remplir"),
        ({"name": "x" * 61}, "C'est trop long"),
        ({"minutes": "0"}, "Écrivez un nombre entre 10 et 240"),
        ({"minutes": "47"}, "De 5 en 5"),
        ({"minutes": "1e3"}, "Écrivez un nombre"),
        ({"min_notice_hours": "-1"}, "Écrivez un nombre entre 0 et 168"),
        ({"max_notice_days": "9999"}, "Écrivez un nombre entre 1 et 365"),
        ({"colour": "url(x)"}, "Choisissez dans la liste"),
        ({"mode-place": ""}, "Cochez au moins une façon"),
    ],
)
def test_what_cannot_stand_is_refused(helene, db, changed, said):
    before = len(motives(db))
    helene.opens(NEW)
    assert helene.sends(NEW, **{**USUAL, **changed}) == 422
    assert said in helene.words
    assert len(motives(db)) == before


def test_one_motive_for_everyone_is_always_left(helene, db):
    with db.reading() as tx:
        home = tx.exec(select(MissionLocale.id).where(MissionLocale.slug == "nevers-sud-nivernais")).one()
    mine = (m for m in motives(db) if m.mission_locale_id == home)
    general = next(m for m in mine if m.slug == "premier-rendez-vous")
    helene.opens(f"/motifs/{general.id}")
    assert helene.sends(f"/motifs/{general.id}", **USUAL) == 422
    assert "Il faut garder un motif pour tout le monde" in helene.words


def test_only_managers_of_there_edit(browse, db):
    first = motives(db)[0].id
    for name, status in (("Karim", 403), ("Inès", 403), ("Nadia", 403)):
        browser = browse().enters_as(name)
        assert [browser.opens(page) for page in ("/motifs", NEW, f"/motifs/{first}")] == [status] * 3
    answers = {browse().enters_as(name).opens(f"/motifs/{first}") for name in ("Hélène", "Marc")}
    assert answers == {200, 404}
    assert browse().enters_as("Marc").opens("/motifs/99999999999999") == 404
