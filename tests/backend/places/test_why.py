"""In the chat: each proposal says why in one line, and doors without appointment are told."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, update
from sqlmodel import select

from backend.agenda.models import Opening
from backend.places.models import Site, SiteException
from flows.events import Chose
from tests.youth import plain_spaces, reaches_proposals


def first_lines(heard):
    return [plain_spaces(text).split("\n")[0] for text in heard]


def close_openings(db, *keep):
    """No more slots, but at these sites."""
    with db.transaction() as tx:
        kept = list(tx.exec(select(Site.id).where(Site.slug.in_(keep))))
        tx.execute(delete(Opening).where(Opening.site_id.not_in(kept)))


def test_the_nearest_and_the_soonest_say_why_in_their_first_line(youth):
    lines = first_lines(reaches_proposals(youth, "Imphy"))
    assert lines[1:3] == [
        "Le plus près de chez toi : dans ta commune.",
        "Le plus tôt : aujourd'hui (10 km à vol d'oiseau).",
    ]


def test_one_place_for_both_says_so(youth):
    lines = first_lines(reaches_proposals(youth, "Nevers"))
    assert lines[1] == "Le plus près et le plus tôt : dans ta commune, aujourd'hui."


def test_in_english_too(youth):
    youth.starts()
    youth.taps("English")
    youth.does(Chose("orientation", "hello", "go"))
    youth.does(Chose("orientation", "bracket", "from_18"))
    youth.writes("Imphy")
    for label in ("Work", "That's all", "Finding a job offer"):
        youth.taps(label)
    lines = first_lines(youth.taps("Nothing"))
    assert lines[1:3] == ["The nearest: in your town.", "The soonest: today (10 km away as the crow flies)."]


def test_a_much_nearer_door_without_appointment_is_told_with_its_hours_and_map(youth):
    heard = [plain_spaces(text) for text in reaches_proposals(youth, "Fours 58")]
    told = next(text for text in heard if text.startswith("Encore plus près, sans rendez-vous : "))
    assert "Permanence de Fours" in told and "(dans ta commune)" in told
    assert "9 h 30 – 11 h 30" in told and "(donnée d'exemple)" in told
    assert heard[-1] == "Lequel te va ?"


def test_a_door_without_appointment_says_when_it_is_closed_soon(youth, db):
    with db.transaction() as tx:
        fours = tx.exec(select(Site.id).where(Site.slug == "fours")).one()
        for first, last in ((date(2026, 11, 24), date(2026, 11, 28)), (date(2027, 2, 1), date(2027, 2, 5))):
            tx.add(SiteException(site_id=fours, first=first, last=last))
    heard = [plain_spaces(text) for text in reaches_proposals(youth, "Fours 58")]
    told = next(text for text in heard if text.startswith("Encore plus près, sans rendez-vous : "))
    assert "fermé du 24 novembre au 28 novembre" in told and "février" not in told


def test_it_is_not_told_where_an_appointment_is_nearly_as_near(youth):
    assert not [text for text in reaches_proposals(youth, "Decize") if "sans rendez-vous" in text]


def test_when_nothing_is_free_the_nearest_door_without_appointment_is_told(youth, db):
    close_openings(db)
    heard = plain_spaces(reaches_proposals(youth, "Fours 58")[-1])
    assert "Permanence de Fours : " in heard and ", sans rendez-vous" in heard


def test_when_nothing_is_free_no_door_is_told_that_is_for_others(youth, db):
    close_openings(db)
    with db.transaction() as tx:
        tx.execute(update(Site).where(Site.slug == "fours").values(communes=["58194"]))
    heard = plain_spaces(reaches_proposals(youth, "Fours 58")[-1])
    assert heard.startswith("Je n'ai pas trouvé de rendez-vous libre.") and "Permanence de Fours" not in heard


def test_other_hours_are_found_at_the_proposed_sites_only(youth, db):
    with db.transaction() as tx:
        tx.execute(update(Site).where(Site.slug == "la-boussole").values(communes=["58095"]))
    reaches_proposals(youth, "Imphy")
    youth.taps("Autres horaires")
    shown = [plain_spaces(b["label"]) for row in youth.screen[-1].buttons for b in row]
    assert shown[0] == "Permanence d'Imphy (ta commune)"
    assert not [label for label in shown if "La Boussole" in label]
