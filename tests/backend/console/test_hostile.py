"""Whatever stands in an address or in a form, the pages of the agenda answer with a page, never with a fault of ours."""

from __future__ import annotations

import random
import re

import pytest
from sqlmodel import select

from backend.agenda.models import Motive, Opening
from tests.backend.console.agenda_pages import at, booked, site_of
from tests.backend.console.conftest import handover_of
from tests.backend.console.test_places import csrf, routes

ROOMS = (
    "/a-rappeler",
    "/rendez-vous",
    "/accueil",
    "/creneaux",
    "/motifs",
    "/agenda",
    "/lieux",
    "/relais",
    "/reponses",
    "/inquietude",
    "/equipe",
    "/moi",
    "/tableau",
    "/affiches",
    "/p/",
)
NUMBERS = (
    "0",
    "-1",
    "2147483648",
    "9223372036854775808",
    "-9223372036854775809",
    "-" + "9" * 60,
    "abc",
    "%00",
)
DAYS = ("2026-11-24", "9999-12-31", "0001-01-01")
ODD = (
    *(
        "",
        "\0",
        "\x1b[0m<script>",
        "a" * 5_000,
        "\u202e\U0001f4a3",
        "-1",
        "9" * 60,
        "\N{SUPERSCRIPT TWO}",
        "1",
    ),
    *(*DAYS, "2026-02-30", "24:00", "09:00", "cancel", "yes", "place", "phone", "home", "from_18", "Imphy"),
    *("week 1-53/2 Th[1,-1] 00:00-24:00; PH off", "mardi 9h-12h", "book", "preview", "7.htdgu.p"),
)
FIELDS = re.findall(
    r"\S+",
    """
    first from last to reason avec absence rdv-1 rdv-x rdv-99999999999 slot arrived back outcome act first_name phone
    commune insee bracket motive mode site home chez wanted calendar key name advisor room hours since until age_min
    age_max communes buffer max_a_day seen day every slot-1 bring bring_after minutes min_notice_hours sure nonce vu
    max_notice_days cancel_until_hours move_until_hours colour mode-place motive-1 need-emploi q fait du le lieu motif
    pick whose language canned pour
    avant place format code text note to sleep days epoch aid-visale mission_locale citer seq garder answer
    """,
)
MOST = 12
"""Odd forms for each page: every one of them is other."""


@pytest.fixture
def known(db, youth) -> dict[str, int]:
    """In each room a number that leads somewhere."""
    youth.writes("/humain")
    called = handover_of(db)
    made = booked(db, "Lina", "Claire", at(24, 10)).id or 0
    boussole = site_of(db, "la-boussole").id or 0
    with db.reading() as tx:
        opening, motive = tx.exec(select(Opening.id)).first(), tx.exec(select(Motive.id)).first()
    return {
        "/rendez-vous": made,
        "/creneaux": opening,
        "/motifs": motive,
        "/accueil": boussole,
        "/lieux": boussole,
        "/relais": called,
    }


def addresses(app, numbers, method) -> list[str]:
    """Every page, or every act, of these rooms; live pages do not end."""
    paths = [path for path, methods in routes(app.routes) if method in methods and path.startswith(ROOMS)]
    filled = [
        re.sub(r"\{\w+\}", str(n), path.replace("{day}", day))
        for path in paths
        if not path.endswith("/flux")
        for n in numbers(path)
        for day in (DAYS if "{day}" in path else DAYS[:1])
    ]
    return sorted(set(filled))


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_number_that_leads_nowhere_is_no_fault_of_ours(browse, app, method):
    helene = browse().enters_as("Hélène")
    typed = {"csrf": csrf(helene)} if method == "POST" else None
    for address in addresses(app, lambda _: NUMBERS, method):
        assert helene.http.request(method, address, data=typed).status_code < 500, address


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_odd_words_in_any_field_are_no_fault_of_ours(browse, app, known, method):
    helene, chance = browse().enters_as("Hélène"), random.Random(4)
    token = csrf(helene)
    for address in addresses(app, lambda path: [known.get("/" + path.split("/")[1], 1)], method):
        for _ in range(MOST):
            typed = {
                name: chance.choice(ODD) for name in chance.sample(FIELDS, chance.randint(3, len(FIELDS)))
            }
            given = {"params": typed} if method == "GET" else {"data": {**typed, "csrf": token}}
            assert helene.http.request(method, address, **given).status_code < 500, (address, typed)


@pytest.mark.parametrize("days", [("9999-12-31", ""), ("9999-12-30", "9999-12-31"), ("2200-01-01", "")])
def test_an_absence_until_the_end_of_time_is_refused(browse, days):
    helene = browse().enters_as("Hélène")
    typed = {"first": days[0], "last": days[1]}
    assert helene.http.get("/rendez-vous/absence", params=typed).status_code == 422
    assert helene.posts("/rendez-vous/absence", {**typed, "csrf": csrf(helene)}) == 422
    assert "Choisissez un jour du calendrier" in helene.words


def test_an_opening_until_the_last_day_of_all_is_refused_beside_its_field(browse):
    helene = browse().enters_as("Hélène")
    helene.opens("/creneaux/nouveau")
    fields = {"hours": "mardi 9h-12h", "until": "9999-12-31", "mode-phone": "on"}
    assert helene.sends("/creneaux/nouveau", **fields) == 422
    assert "Choisissez un jour du calendrier" in helene.words
