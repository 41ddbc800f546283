"""Help lines: each number belongs to its name, and each danger shows its numbers in order."""

from datetime import date

import pytest

from content.danger import danger_kinds
from content.helplines import all_helplines, danger_numbers, helpline
from flows.danger import OFF_THE_BILL

TODAY = date(2026, 11, 21)
NUMBERS = {
    "SAMU": "15",
    "Police / Gendarmerie": "17",
    "Sapeurs-pompiers": "18",
    "Numéro d'urgence européen": "112",
    "Urgence 114": "114",
    "Urgence sociale (Samu social / SIAO)": "115",
    "Allô Enfance en Danger": "119",
    "Numéro national de prévention du suicide": "3114",
    "Violences Femmes Info": "3919",
    "3018 - harcèlement et violences numériques": "3018",
    "France Victimes": "116 006",
    "Fil Santé Jeunes": "0 800 235 236",
    "Croix-Rouge Écoute": "0 800 858 858",
    "Sexualités, contraception, IVG (Planning familial)": "0 800 08 11 11",
    "Drogues Info Service": "0 800 23 13 13",
    "Antidiscriminations (Défenseur des droits)": "39 28",
    "17Cyber": "",
    "Mobili-Jeune (Action Logement)": "",
    "Annuaire des missions locales (UNML)": "",
    "1jeune1solution": "",
}
DANGERS = {
    "suicide": ["3114", "15"],
    "violence_conjugale": ["17", "114", "3919"],
    "violence_familiale": ["17", "114", "119"],
    "violence_sexuelle": ["17", "114", "3919"],
    "enfance_danger": ["17", "119"],
    "sans_abri_ce_soir": ["115"],
    "urgence_medicale": ["15", "112", "114"],
    "overdose": ["15", "112", "114"],
    "harcelement_cyber": ["3018"],
    "traite_exploitation": ["17", "114", "116 006"],
}


def test_every_number_belongs_to_its_name():
    assert {line.name: line.number for line in all_helplines()} == NUMBERS


def test_each_kind_of_danger_shows_its_numbers_in_the_settled_order():
    assert {kind: [h.number for h in danger_numbers(kind)] for kind in danger_kinds()} == DANGERS


def test_114_is_written_to_and_never_called():
    assert helpline("114").uri == "sms:114"


def test_a_number_is_called_without_its_spaces_and_a_website_is_opened():
    assert helpline("116006").uri == "tel:116006"
    assert helpline("17cyber").uri == "https://17cyber.gouv.fr"


def test_retired_numbers_are_gone():
    assert {"3020", "08 842 846 37", "311"}.isdisjoint(h.number for h in all_helplines())


def test_the_most_urgent_come_first():
    assert [h.urgency for h in all_helplines()][:5] == ["emergency"] * 5


def test_hours_are_hidden_once_checked_more_than_a_year_ago():
    line = helpline("fil_sante_jeunes")
    assert line.shown_hours(TODAY).replace("\u00a0", " ") == "tous les jours 9 h – 23 h"
    assert line.shown_hours(date(2027, 11, 21)) == line.hours
    assert line.shown_hours(date(2027, 11, 22)) == ""


def test_an_unknown_help_line_is_a_key_error():
    with pytest.raises(KeyError):
        helpline("3020")


def test_only_of_the_number_that_no_bill_shows_it_is_said_so():
    assert {kind for kind in danger_kinds() if "3919" in DANGERS[kind]} == OFF_THE_BILL
