"""An operator's spreadsheets: imported once or twice, without harm to what staff changed or to who is booked."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from shutil import copytree
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import event
from sqlmodel import col, func, select, update

from backend.agenda.models import Appointment, Motive, Opening
from backend.db import connect
from backend.migrations import upgrade
from backend.people.models import Membership, Person, Youth
from backend.places.load import load_territories
from backend.places.models import Coverage, MissionLocale, Site, SiteException
from backend.places.sheets.territory import import_table, import_territory
from content.places import TERRITORIES, territory_names
from content.sheet_shapes import shapes
from content.tables import TableRefused
from tests.clock import MONDAY
from tests.conftest import NEVERS

CLERMONT = "clermont-metropole-et-volcans"
KARIM = "karim.haddad@exemple.fr"
THURSDAY = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
"""9 h in Saint-Pierre-le-Moûtier, where Karim receives on Thursdays from 9 to 12."""


@dataclass
class Desk:
    """An operator with a folder of files, in front of a database."""

    db: Any
    folder: Any

    def writes(self, name: str, *lines: str) -> Any:
        (self.folder / name).parent.mkdir(exist_ok=True)
        (self.folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return self.folder / name

    def imports(self, table: str, *lines: str, slug: str = NEVERS) -> Any:
        """Import one table; the report."""
        file = self.writes(f"{table}.csv", *lines)
        with self.db.transaction() as tx:
            return import_table(tx, file, table, slug, now=MONDAY)[table]

    def imports_all(self, path: Any) -> dict[str, Any]:
        with self.db.transaction() as tx:
            return import_territory(tx, path, now=MONDAY)

    def finds(self, query: Any) -> Any:
        with self.db.reading() as tx:
            return tx.exec(query).all()

    def site(self, slug: str) -> Site:
        return self.finds(select(Site).where(Site.slug == slug))[0]

    def books(self, slug: str, at: datetime, minutes: int = 45) -> None:
        """Someone is to meet Karim there."""
        with self.db.transaction() as tx:
            site = tx.exec(select(Site).where(Site.slug == slug)).one()
            karim = tx.exec(select(Person).where(Person.email == KARIM)).one()
            motive = tx.exec(select(Motive).where(Motive.mission_locale_id == site.mission_locale_id)).first()
            youth = Youth(first_name="Lou")
            tx.add(youth)
            tx.flush()
            tx.add(
                Appointment(
                    youth_id=youth.id,
                    mission_locale_id=site.mission_locale_id,
                    advisor_id=karim.id,
                    site_id=site.id,
                    motive_id=motive.id,
                    mode="place",
                    starts_at=at,
                    ends_at=at + timedelta(minutes=minutes),
                    uid=f"{slug}-{at}",
                )
            )


@pytest.fixture
def desk(db, tmp_path):
    return Desk(db, tmp_path)


def counts(report):
    return report.new, report.changed, report.unchanged, len(report.refused)


HEAD = "identifiant;type;nom;adresse;code postal;commune;téléphone;horaires"
COSNE = (
    "cosne;antenne;Antenne de Cosne;1 rue du Port;58200;Cosne-Cours-sur-Loire;386000000;Tu[1,3] 09:30-11:00"
)
OPENINGS = "conseiller;lieu;horaires;jusqu'au"
AT_SAINT_PIERRE = "saint-pierre-le-moutier;Th 09:00-12:00; PH off"


@pytest.mark.parametrize("slug", territory_names())
def test_a_territory_kept_with_the_product_is_imported_as_it_is_and_nothing_changes(desk, slug):
    reports = desk.imports_all(TERRITORIES / slug)
    assert all(counts(report)[:2] == (0, 0) and not report.refused for report in reports.values())
    assert reports["sites"].unchanged and reports["openings"].unchanged and reports["coverage"].unchanged


def kept(db, table, *but):
    """Every row without its ids."""
    with db.reading() as tx:
        rows = tx.exec(select(table)).all()
    return sorted(repr(sorted((k, v) for k, v in row.model_dump().items() if k not in but)) for row in rows)


def test_importing_a_territory_gives_what_loading_it_gives(tmp_path):
    loaded, imported = (connect(f"sqlite:///{tmp_path}/{name}.db") for name in ("loaded", "imported"))
    for db in (loaded, imported):
        upgrade(db)
    with loaded.transaction() as tx:
        load_territories(tx, (NEVERS,))
    with imported.transaction() as tx:
        import_territory(tx, TERRITORIES / NEVERS)
    same = ("id", "changed_at", "created_at", "demo", "advisor_id", "site_id", "person_id")
    for table in (MissionLocale, Site, Person, Membership, Opening, Motive, Coverage):
        assert kept(loaded, table, *same) == kept(imported, table, *same), table
    for db in (loaded, imported):
        db.close()


def workbook_of(territory, file):
    """The same tables as sheets, their headings in French."""
    book = Workbook()
    for shape in shapes().values():
        sheet = book.create_sheet(shape.names[0])
        sheet.append([c.names[0] if c.names else c.id for c in shape.columns])
        for line in territory.get(shape.id, []):
            sheet.append([line.get(c.id) for c in shape.columns])
    book.remove(book.worksheets[0])
    book.save(file)
    return file


WHOLE = {
    "mission_locale": [{"id": "morvan", "name": "Mission locale du Morvan", "language": "vous"}],
    "sites": [
        {
            "id": "siege-morvan",
            "kind": "siège",
            "name": "Siège",
            "postcode": 58120,
            "commune": "Château-Chinon (Ville)",
        }
        | {"hours": "Mo-Fr 09:00-12:00", "communes": "58062; Lormes", "booking_mode": "sur rendez-vous"},
        {"id": "bus", "kind": "itinérant", "name": "Le bus", "insee": 58145, "lat": "47,28", "lon": "3,82"},
    ],
    "staff": [
        {"id": "zoe", "name": "Zoé Martin", "email": "Zoe@Exemple.fr", "roles": "conseillère; médiatrice"},
        {"name": "Ali Roy", "email": "ali@exemple.fr", "roles": "accueil", "site": "siege-morvan"},
    ],
    "openings": [
        {"id": "zoe-siege", "advisor": "zoe", "site": "siege-morvan", "hours": "Th 09:00-12:00"},
        {"advisor": "zoe@exemple.fr", "hours": "Fr 09:00-12:00", "modes": "téléphone"},
    ],
    "coverage": [{"insee": 58062}, {"commune": "Lormes", "postcode": 58140, "probable": "oui"}],
    "exceptions": [
        {"site": "siege-morvan", "first": date(2026, 12, 24), "last": date(2027, 1, 2), "reason": "congés"}
    ],
}


def test_a_whole_mission_locale_comes_from_one_workbook_and_twice_is_as_once(desk, tmp_path):
    file = workbook_of(WHOLE, tmp_path / "morvan.xlsx")
    first = desk.imports_all(file)
    assert {name: counts(r) for name, r in first.items()} == {
        "mission_locale": (1, 0, 0, 0),
        "sites": (2, 0, 0, 0),
        "staff": (2, 0, 0, 0),
        "openings": (2, 0, 0, 0),
        "coverage": (2, 0, 0, 0),
        "exceptions": (1, 0, 0, 0),
        "motives": (15, 0, 0, 0),
    }
    again = desk.imports_all(file)
    assert all(counts(r)[:2] == (0, 0) and not r.refused and not r.left for r in again.values())
    site, bus = desk.site("siege-morvan"), desk.site("bus")
    assert (site.kind, site.insee, site.postcode) == ("head_office", "58062", "58120")
    assert (site.communes, site.booking_mode, site.age_min, site.age_max) == (
        ["58062", "58145"],
        "appointment",
        16,
        25,
    )
    assert (bus.kind, bus.lat, bus.lon, bus.postcode) == ("mobile", 47.28, 3.82, "58140")
    (zoe,) = desk.finds(select(Person).where(Person.email == "zoe@exemple.fr"))
    assert zoe.password_hash is None and not zoe.demo
    roles = desk.finds(select(Membership.role).where(Membership.person_id == zoe.id))
    assert sorted(roles) == ["advisor", "mediator"]
    remote = desk.finds(select(Opening).where(Opening.advisor_id == zoe.id, col(Opening.site_id).is_(None)))
    assert [(o.modes, o.max_a_day) for o in remote] == [(["phone"], 8)]
    (home,) = desk.finds(select(MissionLocale).where(MissionLocale.slug == "morvan"))
    served = desk.finds(select(Coverage.insee, Coverage.certain).where(Coverage.mission_locale_id == home.id))
    assert sorted(tuple(row) for row in served) == [("58062", True), ("58145", False)]
    assert (home.language, home.short_name, home.timezone) == ("fr-vous", home.name, "Europe/Paris")


@pytest.mark.parametrize("table", ["mission_locale", "sites", "staff", "openings", "coverage"])
def test_a_table_that_is_missing_refuses_all_and_nothing_is_done(desk, table):
    for name in ("mission_locale", "sites", "staff", "openings", "coverage"):
        if name != table:
            shape = shapes()[name]
            lines = [";".join(c.id for c in shape.columns)]
            desk.writes(f"morvan/{name}.csv", *lines)
    with pytest.raises(TableRefused, match=f"without {table}"):
        desk.imports_all(desk.folder / "morvan")


def test_a_late_table_that_is_none_undoes_all_before_it(desk, tmp_path):
    file = workbook_of(WHOLE, tmp_path / "morvan.xlsx")
    for name in ("mission_locale", "sites", "staff", "openings", "coverage"):
        desk.writes(f"ml/{name}.csv", ";".join(c.id for c in shapes()[name].columns))
    desk.writes("ml/mission_locale.csv", "id;nom", "morvan;ML du Morvan")
    desk.writes("ml/coverage.csv", "insee;inconnu", "58062;")
    with pytest.raises(TableRefused, match=r"coverage\.csv, line 1, 'inconnu'"):
        desk.imports_all(desk.folder / "ml")
    assert not desk.finds(select(MissionLocale).where(MissionLocale.slug == "morvan"))
    assert desk.imports_all(file)["mission_locale"].new == 1


def test_a_site_written_in_french_is_new_then_unchanged(desk):
    assert counts(desk.imports("sites", HEAD, COSNE)) == (1, 0, 0, 0)
    assert counts(desk.imports("sites", HEAD, COSNE)) == (0, 0, 1, 0)
    cosne = desk.site("cosne")
    assert (cosne.kind, cosne.insee, cosne.phone) == ("branch", "58086", "0386000000")
    assert cosne.hours == "Tu[1,3] 09:30-11:00" and cosne.lat == pytest.approx(47.41, abs=0.05)
    assert cosne.source == "sites.csv" and cosne.checked_on is None and not cosne.example


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("lundi au vendredi 9h-12h et 14h-17h", "Mo-Fr 09:00-12:00,14:00-17:00"),
        ("1er et 3e mardi 9h30-11h", "Tu[1,3] 09:30-11:00"),
        ("jeudi 14h-17h, fermé les jours fériés", "Th 14:00-17:00; PH off"),
    ],
)
def test_hours_may_be_plain_french(desk, typed, kept):
    head, line = "id;type;nom;commune;code postal;horaires", f"a;antenne;A;Nevers;58000;{typed}"
    assert counts(desk.imports("sites", head, line)) == (1, 0, 0, 0)
    assert desk.site("a").hours == kept
    assert counts(desk.imports("sites", head, line)) == (0, 0, 1, 0)


def test_school_holidays_are_refused_where_they_are_not_known(desk):
    line = "a;antenne;A;Ajaccio;20000;Mo-Fr 09:00-12:00"
    head = "id;type;nom;commune;code postal;horaires"
    assert counts(desk.imports("sites", head, line)) == (1, 0, 0, 0)
    report = desk.imports("sites", head, line.replace("Mo-Fr 09:00-12:00", '"Mo-Fr 09:00-12:00; SH off"'))
    assert "horaires: expected opening hours (school_holidays" in report.refused[0]


def selects(db, work):
    """How many questions are put to the database."""
    asked = []

    def listen(_connection, _cursor, statement, *_):
        asked.append(statement.startswith("SELECT"))

    event.listen(db.engine, "before_cursor_execute", listen)
    work()
    event.remove(db.engine, "before_cursor_execute", listen)
    return sum(asked)


def test_a_longer_file_puts_no_more_questions_to_the_database(desk):
    lines = [f"s{n};antenne;A{n};;58000;Nevers;;" for n in range(300)]
    few, many = (
        selects(desk.db, lambda some=some: desk.imports("sites", HEAD, *some)) for some in (lines[:3], lines)
    )
    again = selects(desk.db, lambda: desk.imports("sites", HEAD, *lines))
    assert few == many == again
    assert few < 10


def test_only_filled_cells_overwrite_what_staff_changed_and_a_dash_empties(desk):
    desk.imports("sites", HEAD, COSNE)
    with desk.db.transaction() as tx:
        cosne = tx.exec(select(Site).where(Site.slug == "cosne")).one()
        cosne.phone, cosne.access, cosne.host, cosne.address = "01 02 03 04 05", "Rampe", "Mairie", "2 rue X"
        tx.add(cosne)
    empty = "cosne;antenne;Antenne de Cosne;;58200;Cosne-Cours-sur-Loire;;"
    report = desk.imports("sites", f"{HEAD};hôte", f"{empty};-")
    assert counts(report) == (0, 1, 0, 0) and report.changes == ["sites.csv, line 2: host"]
    cosne = desk.site("cosne")
    assert (cosne.phone, cosne.access, cosne.host) == ("01 02 03 04 05", "Rampe", "")
    assert (cosne.address, cosne.hours) == ("2 rue X", "Tu[1,3] 09:30-11:00")


def test_a_site_that_moves_to_another_commune_takes_its_point_along(desk):
    desk.imports("sites", HEAD, COSNE)
    desk.imports("sites", HEAD, "cosne;antenne;Antenne;;58320;Pougues-les-Eaux;;")
    cosne = desk.site("cosne")
    assert cosne.postcode == "58320" and cosne.lat == pytest.approx(47.07, abs=0.03)


def test_what_the_file_leaves_out_is_left_alone_and_named(desk):
    report = desk.imports("sites", HEAD, COSNE)
    assert "decize (Antenne de Decize)" in report.left and len(report.left) == 16
    assert desk.site("decize").closed_at is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "permanence-aulnat;antenne;A;;58000;Nevers;;",
            "identifiant: expected an id that no site of another",
        ),
        ("cosne;antenne;B;;58000;Nevers;;", "line 3, identifiant: expected an id that no other line has"),
        ("a;cabane;B;;58000;Nevers;;", "type: expected one of branch, head_office"),
        ("a;antenne;;;58000;Nevers;;", "nom: expected a value"),
        ("a;antenne;A;;58999;;;", "code postal: expected one commune"),
        ("a;antenne;A;;58000;Nevers;;Mo 25:00-27:00", "horaires: expected opening hours"),
    ],
)
def test_a_line_that_is_refused_does_not_stop_the_others(desk, line, words):
    report = desk.imports("sites", HEAD, COSNE, line)
    assert counts(report) == (1, 0, 0, 1)
    assert report.refused[0].startswith("sites.csv, line 3, ") and words in report.refused[0]


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("latitude;longitude", "48,85;2,35", "latitude: expected a point within 30 km of Nevers"),
        ("latitude;longitude", "46,98;", "longitude: expected degrees"),
        ("vérifié le", "24/11/2026", "vérifié le: expected a day that is not to come, got '24/11/2026'"),
        ("âge minimum;âge maximum", "20;18", "âge maximum: expected a whole number from 20"),
        ("besoins", "emploi;magie", "besoins: expected known ids"),
        ("communes servies", "Nevers|Saint-Éloi", "communes servies: expected communes"),
    ],
)
def test_a_cell_that_cannot_stand_is_refused_by_its_heading(desk, column, cell, words):
    cells = f'"{cell}"' if column == "besoins" else cell
    report = desk.imports(
        "sites", f"id;type;nom;commune;code postal;{column}", f"a;antenne;A;Nevers;58000;{cells}"
    )
    assert counts(report) == (0, 0, 0, 1) and words in report.refused[0]


def test_more_wrong_lines_than_a_person_makes_are_another_file(desk):
    lines = [f"s{n};cabane;A;;58000;Nevers;;" for n in range(1_001)]
    with pytest.raises(TableRefused, match="more than 1000 lines are refused: nothing is done"):
        desk.imports("sites", HEAD, COSNE, *lines)
    assert not desk.finds(select(Site).where(Site.slug == "cosne"))


def test_an_unknown_mission_locale_is_refused_with_those_that_are_there(desk):
    with pytest.raises(TableRefused, match=f"--mission-locale atlantis: .*{CLERMONT}, {NEVERS}"):
        desk.imports("sites", HEAD, COSNE, slug="atlantis")


def test_a_site_where_somebody_is_booked_is_not_closed_by_a_file(desk):
    close = (
        "id;type;nom;commune;code postal;fermé le",
        "imphy;permanence;Permanence d'Imphy;Imphy;58160;24/11/2026",
    )
    desk.books("imphy", THURSDAY)
    report = desk.imports("sites", *close)
    assert (
        counts(report) == (0, 0, 0, 1)
        and "1 are: move or cancel them on the page /lieux" in report.refused[0]
    )
    assert desk.site("imphy").closed_at is None
    later = (close[0], close[1].replace("24/11", "27/11"))
    assert counts(desk.imports("sites", *later)) == (0, 1, 0, 0)
    assert desk.site("imphy").closed_at == datetime(2026, 11, 26, 23, tzinfo=UTC)
    assert counts(desk.imports("sites", *later)) == (0, 0, 1, 0)


def test_hours_that_close_a_day_on_which_somebody_is_booked_are_refused(desk):
    desk.books("saint-pierre-le-moutier", THURSDAY)
    head = "id;type;nom;commune;code postal;horaires"
    line = "saint-pierre-le-moutier;permanence;Permanence de Saint-Pierre-le-Moûtier;;58240;"
    head, line = head.replace("commune", "code insee"), line.replace(";;", ";58264;")
    for hours in ("mardi 9h-12h", "lundi au vendredi 9h-12h, fermé en novembre"):
        report = desk.imports("sites", head, f'{line}"{hours}"')
        assert counts(report) == (0, 0, 0, 1) and "1 lose theirs: move or cancel" in report.refused[0]
    assert counts(desk.imports("sites", head, f"{line}jeudi 9h-11h")) == (0, 1, 0, 0)
    assert desk.site("saint-pierre-le-moutier").hours == "Th 09:00-11:00"


def test_an_opening_in_which_somebody_is_booked_does_not_end_before(desk):
    desk.books("saint-pierre-le-moutier", THURSDAY)
    line = f'{KARIM};saint-pierre-le-moutier;"Th 09:00-12:00; PH off";'
    report = desk.imports("openings", OPENINGS, line + "25/11/2026")
    assert counts(report) == (0, 0, 0, 1) and "1 would be left: move or cancel them" in report.refused[0]
    assert until(desk, "Th 09:00-12:00; PH off") == [None]
    assert counts(desk.imports("openings", OPENINGS, line + "26/11/2026")) == (0, 1, 0, 0)
    assert until(desk, "Th 09:00-12:00; PH off") == [date(2026, 11, 26)]


def test_an_opening_may_end_if_another_receives_who_is_booked(desk):
    desk.books("saint-pierre-le-moutier", THURSDAY)
    ends = f'{KARIM};saint-pierre-le-moutier;"Th 09:00-12:00; PH off";25/11/2026'
    begins = f"{KARIM};saint-pierre-le-moutier;Th 08:00-13:00;"
    assert counts(desk.imports("openings", OPENINGS, ends, begins)) == (1, 1, 0, 0)


def until(desk, hours):
    return desk.finds(
        select(Opening.until).join(Site).where(Opening.hours == hours, Site.slug == "saint-pierre-le-moutier")
    )


def test_an_opening_with_a_name_keeps_it_while_its_hours_change(desk):
    head = f"id;{OPENINGS}"
    line = 'karim-sp;karim.haddad;saint-pierre-le-moutier;"Th 09:00-12:00; PH off";'
    assert counts(desk.imports("openings", head, line)) == (0, 1, 0, 0)  # it takes the name
    assert counts(desk.imports("openings", head, line)) == (0, 0, 1, 0)
    assert counts(desk.imports("openings", head, line.replace("Th 09", "Th 08"))) == (0, 1, 0, 0)
    named = desk.finds(select(Opening.hours).where(Opening.slug == "karim-sp"))
    assert named == ["Th 08:00-12:00; PH off"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nadia.belkacem;imphy;Tu 14:00-15:00;", "conseiller: expected the e-mail address of an advisor"),
        ("karim.haddad;permanence-aulnat;Tu 14:00-15:00;", "lieu: expected one of"),
        ("karim.haddad;imphy;Tu 14:00+;", "horaires: expected opening hours (open_end"),
        ("karim.haddad;imphy;;", "horaires: expected opening hours (empty"),
        ("karim.haddad;imphy;Tu 14:00-15:00;hier", "jusqu'au: expected a date"),
    ],
)
def test_an_opening_that_cannot_be_is_refused(desk, line, words):
    report = desk.imports("openings", OPENINGS, line)
    assert counts(report) == (0, 0, 0, 1) and words in report.refused[0]


def test_days_on_which_somebody_is_booked_do_not_become_closed(desk):
    desk.books("imphy", THURSDAY)
    head = "lieu;du;au;horaires;raison"
    report = desk.imports(
        "exceptions", head, "imphy;25/11/2026;27/11/2026;;inventaire", "imphy;28/11/2026;;;pont"
    )
    assert (
        counts(report) == (1, 0, 0, 1)
        and "(1 would be: move or cancel them on the page /lieux" in report.refused[0]
    )
    early = desk.imports("exceptions", head, "imphy;26/11/2026;;9h-10h;matin", "imphy;28/11/2026;;;pont")
    assert counts(early) == (1, 0, 1, 0)
    hours = select(SiteException.hours).where(SiteException.reason == "matin")
    assert desk.finds(hours) == ["09:00-10:00"]


STAFF = "nom;courriel;rôle;lieu"


def test_an_account_is_made_without_password_and_keeps_its_roles_elsewhere(desk):
    sandrine = "Sandrine Tixier;sandrine.tixier@exemple.fr;conseillère;"
    assert counts(desk.imports("staff", STAFF, sandrine)) == (0, 1, 0, 0)
    assert counts(desk.imports("staff", STAFF, sandrine)) == (0, 0, 1, 0)
    roles = select(func.count()).select_from(Membership).join(Person)
    assert desk.finds(roles.where(Person.email == "sandrine.tixier@exemple.fr")) == [2]


def test_roles_follow_the_file_and_nobody_who_is_booked_stops_being_an_advisor(desk):
    moved = "Claire Dubois;claire.dubois@exemple.fr;conseillère|responsable;decize"
    assert counts(desk.imports("staff", STAFF, moved)) == (0, 1, 0, 0)
    held = select(Membership.role, Site.slug).join(Site).join(Person, col(Person.id) == Membership.person_id)
    at = desk.finds(held.where(Person.email == "claire.dubois@exemple.fr"))
    assert sorted(at) == [("advisor", "decize"), ("manager", "decize")]
    report = desk.imports("staff", STAFF, moved.replace("conseillère|", ""))
    assert counts(report) == (0, 0, 0, 1) and "rôle: expected advisor too while" in report.refused[0]


def test_an_empty_place_leaves_a_role_where_it_is_and_a_dash_means_everywhere(desk):
    line = "Claire Dubois;claire.dubois@exemple.fr;conseillère;"
    assert counts(desk.imports("staff", STAFF, line)) == (0, 0, 1, 0)
    assert counts(desk.imports("staff", STAFF, line + "-")) == (0, 1, 0, 0)


def test_motives_leave_one_for_every_need(desk, tmp_path):
    only = {**WHOLE, "motives": [{"id": "cv", "name": "CV", "needs": "travail"}]}
    with pytest.raises(TableRefused, match="sheet Motifs, needs: expected one line without needs"):
        desk.imports_all(workbook_of(only, tmp_path / "a.xlsx"))
    both = {**WHOLE, "motives": [*only["motives"], {"id": "tout", "name": "Rendez-vous"}]}
    assert counts(desk.imports_all(workbook_of(both, tmp_path / "b.xlsx"))["motives"]) == (2, 0, 0, 0)


ODD = (
    *(
        "",
        "-",
        "x",
        "#REF!",
        "0",
        "-1",
        "1e400",
        "nan",
        "9" * 30,
        "٣",
        "true",
        "VRAI",
        "é" * 150,
        "a\x7fb",
        "\ud7ff",
    ),
    *(
        "0001-01-01",
        "9999-12-31",
        "31/12/1999",
        "24/12/2026",
        "2026-W01-1",
        "Mo",
        "Mo-Fr 09:00-12:00",
        "24/7",
        "|;,|",
    ),
    *(
        "imphy",
        "decize",
        KARIM,
        "karim.haddad",
        "conseiller",
        "responsable|accueil",
        "emploi",
        "58000",
        "58194",
    ),
    *(
        "2A004",
        "Nevers",
        "Imphy",
        "antenne",
        "siège",
        "place|phone",
        "16",
        "25",
        "46,98",
        "3,15",
        "sur place",
        "oui",
    ),
)


@pytest.mark.parametrize("table", ["sites", "staff", "openings", "exceptions"])
def test_whatever_stands_in_a_cell_a_line_is_taken_or_refused_and_twice_is_as_once(desk, table):
    chance, columns = random.Random(table), [column.id for column in shapes()[table].columns]
    good = {
        "sites": {
            "id": "odd-{}",
            "kind": "antenne",
            "name": "A",
            "insee": "58194",
            "commune": "",
            "postcode": "",
        },
        "staff": {"id": "odd-{}", "name": "A", "email": "a{}@exemple.fr", "roles": "accueil"},
        "openings": {"id": "odd-{}", "advisor": KARIM, "site": "imphy", "hours": "Tu 09:00-12:00"},
        "exceptions": {"site": "imphy", "first": "2027-01-{:02}"},
    }[table]
    lines = []
    for number in range(100):
        cells = dict.fromkeys(columns, "") | {name: text.format(number) for name, text in good.items()}
        for column in chance.sample(columns, chance.randint(0, 2)):
            cells[column] = chance.choice(ODD)
        lines.append(";".join(f'"{cells[column]}"' for column in columns))
    first = desk.imports(table, ";".join(columns), *lines)
    assert first.new > 5 and first.refused
    again = desk.imports(table, ";".join(columns), *lines)
    assert (again.new, again.changed) == (0, 0)
    assert (again.unchanged, again.refused) == (first.new + first.changed + first.unchanged, first.refused)


def test_reminders_are_reckoned_again_if_a_site_or_its_mission_locale_is_in_another_zone(desk, tmp_path):
    head = "identifiant;type;nom;code postal;commune;horaires"
    site = "cosne;antenne;Antenne de Cosne;{};Tu[1,3] 09:30-11:00"
    moments = select(Appointment.remind_at)
    desk.imports("sites", head, site.format("58200;Cosne-Cours-sur-Loire"))
    desk.books("cosne", THURSDAY)
    for change in ("nothing", "commune", "zone"):
        with desk.db.transaction() as tx:
            tx.execute(update(Appointment).values(remind_at=THURSDAY))
        if change == "commune":
            desk.imports("sites", head, site.format("97400;Saint-Denis"))
        if change == "zone":
            folder = copytree(TERRITORIES / NEVERS, tmp_path / "elsewhere")
            told = (folder / "territory.toml").read_text(encoding="utf-8")
            (folder / "territory.toml").write_text(told.replace("Europe/Paris", "Indian/Reunion"), "utf-8")
            desk.imports_all(folder)
        assert desk.finds(moments) == [THURSDAY if change == "nothing" else MONDAY]
