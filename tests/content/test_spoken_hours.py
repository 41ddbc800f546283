"""Hours are said as people say them, or not at all."""

from pathlib import Path

import pytest

from content.hours import spoken

ENGLISH = Path(__file__).parents[2] / "content" / "texts" / "en" / "hours.toml"


@pytest.mark.parametrize(
    ("osm", "said"),
    [
        ("Th 14:00-18:00", "jeudi 14 h – 18 h"),
        ("Th 14:00+", "jeudi à partir de 14 h"),
        ("Th 14:00-17:00; PH off", "jeudi 14 h – 17 h, sauf jours fériés"),
        ("Tu[1,3] 09:00-12:00; PH off", "1er et 3e mardi du mois 9 h – 12 h, sauf jours fériés"),
        ("Tu[-1] 09:30-12:00", "dernier mardi du mois 9 h 30 – 12 h"),
        ("Mo-Fr 09:00-12:00,14:00-17:00", "lundi au vendredi 9 h – 12 h et 14 h – 17 h"),
        ("Mo,We,Fr 09:00-12:00", "lundi, mercredi et vendredi 9 h – 12 h"),
        ("Mo-Th 08:30-12:30; Fr 08:30-12:00", "lundi au jeudi 8 h 30 – 12 h 30, vendredi 8 h 30 – 12 h"),
        ("Mo-Fr 09:00-17:00; We 09:00-12:00", "lundi au vendredi 9 h – 17 h, mais mercredi 9 h – 12 h"),
        ("Mo-Fr 09:00-17:00; We,PH off", "lundi au vendredi 9 h – 17 h, sauf mercredi et jours fériés"),
        ("week 1-53/2 Fr 09:30-11:30", "vendredi (semaines impaires) 9 h 30 – 11 h 30"),
        ("Mo-Su 09:00-23:00", "tous les jours 9 h – 23 h"),
        ("08:00-24:00", "tous les jours 8 h – minuit"),
        ("24/7", "tous les jours, 24 h/24"),
        ("", "horaires à confirmer par téléphone"),
        ("Mo-Fr 09:00-12:00; PH 10:00-11:00", "lundi au vendredi 9 h – 12 h, mais jours fériés 10 h – 11 h"),
        (
            "Mo 09:00-12:00; week 1-53/2 Mo 14:00-17:00",
            "lundi 9 h – 12 h, mais lundi (semaines impaires) 14 h – 17 h",
        ),
        ("Mo-Fr 09:00-12:00, We 14:00-17:00", "lundi au vendredi 9 h – 12 h, et aussi mercredi 14 h – 17 h"),
        ("Th 14:00-17:00; SH off", "jeudi 14 h – 17 h, sauf vacances scolaires"),
        ("Th 14:00-17:00; SH,PH off", "jeudi 14 h – 17 h, sauf vacances scolaires et jours fériés"),
        ("SH We 10:00-12:00", "mercredi (pendant les vacances scolaires) 10 h – 12 h"),
        (
            "We 14:00-17:00; SH We 10:00-12:00",
            "mercredi 14 h – 17 h, mais mercredi (pendant les vacances scolaires) 10 h – 12 h",
        ),
        ("Sa[-1] 10:00-12:00", "dernier samedi du mois 10 h – 12 h"),
        ("Jul-Aug Mo 09:00-12:00", "lundi (de juillet à août) 9 h – 12 h"),
        ("Apr-Oct 09:00-12:00", "tous les jours (d’avril à octobre) 9 h – 12 h"),
        ("Mo 09:00-12:00; Aug off", "lundi 9 h – 12 h, fermé en août"),
        ("Mo 09:00-12:00; Jul-Aug off", "lundi 9 h – 12 h, fermé de juillet à août"),
        ("Mo 09:00-12:00; Jul 14-Aug 15 off", "lundi 9 h – 12 h, fermé du 14 juillet au 15 août"),
        ("Mo 09:00-12:00; Dec 24-26 off", "lundi 9 h – 12 h, fermé du 24 décembre au 26 décembre"),
        (
            "Mo 09:00-12:00; 2026 Dec 24-2027 Jan 01 off",
            "lundi 9 h – 12 h, fermé du 24 décembre au 1er janvier",
        ),
        (
            "Mo 09:00-12:00; 2026 Dec 05 10:00-12:00",
            "lundi 9 h – 12 h, ouvert samedi 5 décembre 10 h – 12 h",
        ),
        (
            "2026 Dec 05 10:00-12:00",
            "horaires à confirmer par téléphone, ouvert samedi 5 décembre 10 h – 12 h",
        ),
        ("24/7; 2026 Dec 25 off", "tous les jours, 24 h/24, fermé vendredi 25 décembre"),
        ('Mo 09:00-12:00 "sur rendez-vous"', "lundi 9 h – 12 h sur rendez-vous"),
        ('Mo 09:00-12:00 || "sur rendez-vous"', "lundi 9 h – 12 h, ou sur rendez-vous"),
        ('Mo 09:00-12:00 || "voir la mairie"', "horaires particuliers, à confirmer par téléphone"),
        ("2026 Feb 30 off", "horaires particuliers, à confirmer par téléphone"),
        ("PH Mo 09:00-12:00", "horaires particuliers, à confirmer par téléphone"),
        ("easter off", "horaires particuliers, à confirmer par téléphone"),
        ("off", "horaires particuliers, à confirmer par téléphone"),
        ("n'importe quoi", "horaires particuliers, à confirmer par téléphone"),
    ],
)
def test_hours_are_said_as_people_say_them(osm, said):
    assert spoken(osm).replace("\u00a0", " ") == said


def test_an_hour_never_breaks_at_the_end_of_a_line():
    assert spoken("Th 14:30-17:00") == "jeudi 14\u00a0h\u00a030 – 17\u00a0h"


@pytest.mark.parametrize(
    ("osm", "said"),
    [
        ("Th 14:00-17:00; SH off", "Thursday 14:00–17:00, except school holidays"),
        ("We 14:00-17:00; Aug off", "Wednesday 14:00–17:00, closed in August"),
        (
            "Mo 09:30-12:00; 2026 Dec 24-2027 Jan 01 off",
            "Monday 9:30–12:00, closed from 24 December to 1 January",
        ),
        ("Sa 10:00-12:00; 2026 Dec 25 off", "Saturday 10:00–12:00, closed Friday 25 December"),
        ('"sur rendez-vous"', "by appointment"),
    ],
)
def test_hours_are_said_in_english_too(osm, said):
    assert spoken(osm, ENGLISH).replace("\u00a0", " ") == said
