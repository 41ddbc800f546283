"""What is kept how long and what was purged, for managers: numbers, nobody's name."""

from __future__ import annotations

from datetime import timedelta

from backend.retention.models import Purge
from backend.retention.passage import purge
from tests.backend.retention.aged import helped
from tests.youth import Youth


def test_managers_read_what_is_kept_how_long_what_went_and_when_the_next_passage_is(
    browse, db, script, settings, clock
):
    helene = browse().enters_as("Hélène")
    assert helene.opens("/conservation") == 200
    assert "Aucun passage encore" in helene.words and "Prochain passage : dans l'heure" in helene.words
    assert "30 jours" in helene.words and "90 jours" in helene.words and "12 mois" in helene.words
    Youth(db, script, "1", name="Zéphirine").starts()
    helped(Youth(db, script, "2", name="Zéphirine"), db, script)
    clock.goes_on(days=100)
    helene = browse().enters_as("Hélène")
    purge(db, settings, clock)
    helene.opens("/conservation")
    assert "1 jeune<" in helene.words and "Mercredi 3 mars" in helene.words
    assert "Prochain passage : jeudi 4 mars, peu après 1 h." in helene.words
    assert "Zéphirine" not in helene.words


def test_a_passage_that_was_cut_short_says_that_it_goes_on(browse, db, clock):
    with db.transaction() as tx:
        began = clock() - timedelta(hours=1)
        tx.add(Purge(began_at=began, periods={"keep_words": 90}, counts={"words": 1_234_567}))
    helene = browse().enters_as("Hélène")
    helene.opens("/conservation")
    assert "mark amber" in helene.words and "1 234 567" in helene.words.replace("\u202f", " ")


def test_who_does_not_manage_does_not_read_it(browse):
    assert browse().enters_as("Claire").opens("/conservation") == 403
