"""The territories kept with the product: true to the facts, bookable, and refused at the first mistake."""

import re
import shutil
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from content.calendars import Calendar
from content.communes import load_communes
from content.hours import intervals
from content.loader import need_ids
from content.places import (
    TERRITORIES,
    ContentError,
    load_territory,
    motives,
    neighbours,
    territory_names,
    unml_url,
)
from content.territories.make_coverage import OURS, covered

NEVERS, CLERMONT = "nevers-sud-nivernais", "clermont-metropole-et-volcans"
START = datetime(2026, 11, 23, tzinfo=UTC)
BOTH = pytest.mark.parametrize("slug", [NEVERS, CLERMONT])


def occurrences(territory, opening, days=60):
    zone = territory.mission_locale.timezone
    return list(intervals(opening.hours, Calendar(zone), START, START + timedelta(days=days)))


def test_the_two_demonstration_territories_are_there():
    assert territory_names() == (CLERMONT, NEVERS)


def test_nevers_has_its_head_office_its_branch_and_fourteen_example_outposts():
    sites = {s.id: s for s in load_territory(NEVERS).sites}
    assert (sites["la-boussole"].address, sites["la-boussole"].commune) == ("5 allée de la Louée", "Nevers")
    assert sites["decize"].kind == "branch"
    assert [s.example for s in sites.values() if s.kind == "outpost"] == [True] * 14
    assert not sites["la-boussole"].example
    assert sites["la-boussole"].shows_example  # its hours are made up


def test_aulnat_receives_on_thursdays_from_two_and_is_booked_until_five():
    territory = load_territory(CLERMONT)
    outpost = next(s for s in territory.sites if s.id == "permanence-aulnat")
    (opening,) = (o for o in territory.openings if o.site == outpost.id)
    assert (outpost.hours, outpost.shows_example, opening.hours) == (
        "Th 14:00+",
        False,
        "Th 14:00-17:00; PH off",
    )


def test_the_advisor_of_aulnat_receives_from_18_and_never_on_wednesday_afternoon():
    territory = load_territory(CLERMONT)
    (opening,) = (o for o in territory.openings if o.site == "pole-social-aulnat")
    days = {(start.weekday(), start.hour) for start, _ in occurrences(territory, opening)}
    assert opening.age_min == 18
    assert days == {(d, h) for d in range(5) for h in (9, 14)} - {(2, 14)}


@BOTH
def test_an_advisor_is_never_in_two_places_at_once(slug):
    territory = load_territory(slug)
    busy = defaultdict(list)
    for opening in territory.openings:
        busy[opening.advisor] += occurrences(territory, opening)
    for spans in busy.values():
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(spans)))


@BOTH
def test_nobody_is_booked_outside_the_hours_of_the_place(slug):
    territory = load_territory(slug)
    sites = {s.id: s for s in territory.sites}
    for opening in territory.openings:
        for start, end in occurrences(territory, opening):
            around = intervals(sites[opening.site].hours, Calendar(), start, end)
            assert list(around) == [(start, end)], (opening, start)


@BOTH
def test_both_territories_can_be_booked_for_every_need_and_from_a_distance(slug):
    territory = load_territory(slug)
    soon = [o for o in territory.openings if occurrences(territory, o, days=7)]
    for need in need_ids():
        assert {m for o in soon if not o.needs or need in o.needs for m in o.modes} == {
            "place",
            "phone",
            "visio",
        }


@BOTH
def test_every_site_that_takes_appointments_has_an_opening_and_walk_ins_have_none(slug):
    territory = load_territory(slug)
    bookable = {o.site for o in territory.openings}
    assert bookable == {s.id for s in territory.sites if s.booking_mode != "walk_in"}


@BOTH
def test_each_territory_has_its_people_and_covers_its_own_sites(slug):
    territory = load_territory(slug)
    assert {"mediator", "advisor", "manager", "receptionist"} <= {r for s in territory.staff for r in s.roles}
    assert {s.insee for s in territory.sites} <= {c.insee for c in territory.coverage}
    assert all(c.probable for c in territory.coverage)
    assert all(s.email.endswith("@exemple.fr") for s in territory.staff)


def test_no_account_and_no_commune_belongs_to_both_territories():
    nevers, clermont = load_territory(NEVERS), load_territory(CLERMONT)
    assert {s.email for s in nevers.staff}.isdisjoint(s.email for s in clermont.staff)
    assert {c.insee for c in nevers.coverage}.isdisjoint(c.insee for c in clermont.coverage)


def test_every_need_has_a_motive_and_one_motive_fits_all():
    assert {n for m in motives() for n in m.needs} == set(need_ids())
    assert [m.id for m in motives() if not m.needs] == ["premier-rendez-vous"]


def test_the_neighbours_of_a_departement_are_named():
    assert [n.commune for n in neighbours("58")] == ["Cosne-Cours-sur-Loire", "Château-Chinon (Campagne)"]
    assert len(neighbours("63")) == 5
    assert neighbours("75") == ()


def test_elsewhere_the_national_directory_is_linked():
    assert unml_url().startswith("https://www.unml.info/")


MISTAKES = [
    ("sites.csv", "58194,Nevers,46.98923", "58999,Nevers,46.98923", 2, "insee"),
    ("sites.csv", "58194,Nevers,46.98923", "58194,Neverre,46.98923", 2, "commune"),
    ("sites.csv", "58194,Nevers,46.98923", "58194,Nevers,48.98923", 2, "lat"),
    ("sites.csv", "58194,Nevers,46.98923", "58194,Nevers,north", 2, "lat"),
    ("sites.csv", "Tu 09:00-12:00; PH off", "9h-12h", 4, "hours"),
    ("sites.csv", "\nimphy,outpost", "\nimphy,kiosk", 4, "kind"),
    ("sites.csv", "\nimphy,", "\ndecize,", 4, "id"),
    ("staff.csv", "advisor,la-boussole", "advisor,nowhere", 4, "site"),
    ("staff.csv", ",mediator,", ",wizard,", 2, "roles"),
    ("openings.csv", "karim.haddad,imphy", "karim.haddad,nowhere", 4, "site"),
    ("openings.csv", "karim.haddad,imphy", "nadia.belkacem,imphy", 4, "advisor"),
    ("openings.csv", "Tu 09:00-12:00; PH off", "Tu 09:00+", 4, "hours"),
    ("openings.csv", "logement|sante", "logement|toit", 19, "needs"),
    ("openings.csv", ",place|phone,8,", ",place|phone,many,", 2, "max_a_day"),
    ("coverage.csv", ",true,", ",maybe,", 2, "probable"),
]


@pytest.fixture
def copied(tmp_path):
    shutil.copytree(TERRITORIES, tmp_path / "territories")
    return tmp_path / "territories"


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: f"{m[0]}-{m[4]}-{m[2]}")
def test_a_mistake_is_refused_with_its_file_its_line_and_its_column(copied, mistake):
    file, right, wrong, line, column = mistake
    path = copied / NEVERS / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=rf"^{NEVERS}/{re.escape(file)}, line {line}, {column}: expected"):
        load_territory(NEVERS, copied)


@pytest.mark.parametrize(
    ("right", "wrong"), [("Europe/Paris", "Europe/Nevers"), ("58194", "x"), ('phone = ""', "")]
)
def test_a_mistake_in_the_territory_file_is_refused_with_what_is_expected(copied, right, wrong):
    path = copied / NEVERS / "territory.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    with pytest.raises(ContentError, match=rf"^{NEVERS}/territory.toml.*expected"):
        load_territory(NEVERS, copied)


def test_a_missing_column_and_a_missing_file_are_refused(copied):
    sites, staff = copied / NEVERS / "sites.csv", copied / NEVERS / "staff.csv"
    sites.write_text(sites.read_text(encoding="utf-8").replace("postcode,", "zip,", 1), encoding="utf-8")
    with pytest.raises(ContentError, match="line 1: expected the columns"):
        load_territory(NEVERS, copied)
    shutil.copy(TERRITORIES / NEVERS / "sites.csv", sites)
    staff.unlink()
    with pytest.raises(ContentError, match=r"staff\.csv: expected this file"):
        load_territory(NEVERS, copied)


@pytest.mark.parametrize(
    "garbage", [b"\xff\xfe\x00nothing", b'insee,probable,shared,source\n"58194,true', b"a\n" * 99]
)
def test_a_file_that_is_no_table_is_refused(copied, garbage):
    (copied / NEVERS / "coverage.csv").write_bytes(garbage)
    with pytest.raises(ContentError, match=r"coverage\.csv"):
        load_territory(NEVERS, copied)


def test_the_coverage_files_are_what_their_script_makes():
    for (slug, departement), centers in OURS.items():
        made = [c.insee for c in covered(departement, centers)]
        assert made == [c.insee for c in load_territory(slug).coverage]


def test_every_example_place_stands_at_its_town_hall():
    for site in load_territory(NEVERS).sites:
        if site.example:
            assert (site.lat, site.lon) == load_communes().get(site.insee).point
