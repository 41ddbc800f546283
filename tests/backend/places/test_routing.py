"""What would be proposed to whom, with the reasons; the same as the bot proposes, and nothing is written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from backend.agenda.models import Opening
from backend.places.models import Coverage, MissionLocale, Site
from backend.places.routing import routed
from tests.clock import MONDAY
from tests.youth import plain_spaces, reaches_proposals

IMPHY, NEVERS, FOURS, DECIZE, BREST = "58134", "58194", "58118", "58095", "29019"


def asked(db, insee=IMPHY, bracket="from_18", needs=("emploi",), can_come=True):
    with db.reading() as tx:
        return routed(tx, insee, bracket, needs, can_come, MONDAY)


def change(db, slug, **values):
    """Change a site, and give back its id."""
    with db.transaction() as tx:
        site = tx.exec(select(Site).where(Site.slug == slug)).one()
        for name, value in values.items():
            setattr(site, name, value)
        return site.id


def change_openings(db, slug, **values):
    with db.transaction() as tx:
        there = select(Opening).join(Site).where(Site.slug == slug)
        for opening in tx.exec(there):
            for name, value in values.items():
                setattr(opening, name, value)


def reasons(routing):
    return {door.site_id: door.reasons for door in routing.doors}


def test_it_proposes_what_the_bot_proposes(db, youth):
    heard = [plain_spaces(text) for text in reaches_proposals(youth, "Imphy")]
    found = asked(db)
    assert [p.why for p in found.proposals] == ["near", "soon"]
    for proposed in found.proposals:
        start = {"near": "Le plus près", "soon": "Le plus tôt"}[proposed.why]
        said = next(text for text in heard if text.startswith(start))
        assert proposed.site in said and f"à {proposed.first.hour} h" in said
    assert (found.certainty, found.commune, found.refused) == ("probable", "Imphy", "")
    assert found.motive == "Recherche d'emploi"


def test_every_site_is_there_in_rank_order_with_a_reason(db):
    found = asked(db)
    with db.reading() as tx:
        home = tx.exec(select(MissionLocale).where(MissionLocale.slug == "nevers-sud-nivernais")).one()
        sites = set(tx.exec(select(Site.id).where(Site.mission_locale_id == home.id)))
    assert {d.site_id for d in found.doors} == sites and len(found.doors) == len(sites)
    distances = [d.km for d in found.doors if d.fits]
    assert distances == sorted(distances)
    assert all(d.reasons for d in found.doors)
    assert found.doors[0].reasons == ("near",) and found.doors[0].first == found.proposals[0].first


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"communes": [DECIZE]}, "commune"),
        ({"needs": ["sante"]}, "need"),
        ({"age_min": 26}, "age"),
        ({"closed_at": datetime(2026, 11, 1, tzinfo=UTC)}, "closed"),
    ],
)
def test_a_site_for_others_is_left_out_with_its_reason(db, values, reason):
    if "age_min" in values:
        values = {**values, "age_max": 30}
    imphy = change(db, "imphy", **values)
    found = asked(db)
    door = next(d for d in found.doors if d.site_id == imphy)
    assert (door.fits, door.reasons) == (False, (reason,))
    assert imphy not in {p.site_id for p in found.proposals}


def test_a_site_that_closes_later_is_proposed_until_then(db):
    imphy = change(db, "imphy", closed_at=MONDAY + timedelta(days=2))
    assert asked(db).proposals[0].site_id == imphy
    change(db, "imphy", closed_at=MONDAY + timedelta(days=1, minutes=30))
    assert imphy not in {p.site_id for p in asked(db).proposals}, "nobody is expected after it has closed"


def test_a_site_for_some_communes_is_for_them_and_an_opening_too(db):
    imphy = change(db, "imphy", communes=[IMPHY, DECIZE])
    change_openings(db, "imphy", communes=[IMPHY])
    assert asked(db).proposals[0].site_id == imphy
    assert reasons(asked(db, DECIZE))[imphy] == ("commune",), "the opening is for Imphy alone"


def test_openings_for_others_say_why_nothing_can_be_booked(db):
    imphy = change(db, "imphy")
    change_openings(db, "imphy", needs=["sante"], age_max=17)
    assert reasons(asked(db))[imphy] == ("age", "need")
    assert reasons(asked(db, bracket="from_16"))[imphy] == ("need",)


def test_an_arrondissement_counts_as_its_city(db):
    with db.transaction() as tx:
        home = tx.exec(select(MissionLocale).where(MissionLocale.slug == "nevers-sud-nivernais")).one()
        tx.add(Coverage(insee="75056", mission_locale_id=home.id, certain=True))
    imphy = change(db, "imphy", communes=["75056"])
    found = asked(db, "75113")
    assert found.certainty == "certain"
    assert next(d for d in found.doors if d.site_id == imphy).fits


def test_a_much_nearer_door_without_appointment_is_told(db):
    found = asked(db, FOURS)
    fours = change(db, "fours")
    assert found.walk_in == fours
    assert reasons(found)[fours] == ("walk_in", "no_opening")
    assert asked(db, NEVERS).walk_in is None


def test_who_cannot_come_is_called_or_met_in_their_village(db):
    found = asked(db, can_come=False)
    assert [(p.why, p.mode) for p in found.proposals] == [("remote", "phone"), ("visit", "place")]
    assert found.proposals[1].site_id == change(db, "imphy")
    assert asked(db, NEVERS, can_come=False).proposals[0].why == "remote"
    assert {d.reasons for d in found.doors if not d.fits} == {("mode",)}


def test_a_commune_shared_by_two_names_both_the_surest_first(db):
    with db.transaction() as tx:
        other = tx.exec(select(MissionLocale).where(MissionLocale.slug != "nevers-sud-nivernais")).first()
        tx.add(Coverage(insee=IMPHY, mission_locale_id=other.id, certain=True, source="hand"))
        expected = other.id
    found = asked(db)
    assert found.certainty == "shared"
    assert [(c.id == expected, c.certain) for c in found.competent] == [(True, True), (False, False)]


@pytest.mark.parametrize("bracket", ["under_16", "from_26"])
def test_who_is_too_young_or_too_old_is_proposed_nothing(db, bracket):
    found = asked(db, bracket=bracket)
    assert (found.refused, found.proposals, found.doors) == (bracket, (), ())
    assert found.competent


def test_outside_the_territories_somebody_is_named(db):
    found = asked(db, BREST)
    assert found.refused == "not_served" and found.link.startswith("https://")
    assert asked(db, "00000").certainty == "unknown"


def test_without_any_motive_it_says_so(db):
    with db.transaction() as tx:
        home = MissionLocale(slug="bare", name="Bare", short_name="Bare")
        tx.add(home)
        tx.flush()
        tx.add(Coverage(insee=BREST, mission_locale_id=home.id, certain=True))
    assert asked(db, BREST).refused == "no_motive"
