"""Staff type hours in plain French; what is not surely understood is refused, with its place."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.hours import HoursError, check, spoken
from content.plain_hours import read_hours

READ = [
    ("Mo-Fr 09:00-12:00; PH off", "Mo-Fr 09:00-12:00; PH off"),
    (" Th 14:00+ ", "Th 14:00+"),
    ("lundi 9h-12h", "Mo 09:00-12:00"),
    ("LUNDI 9H-12H", "Mo 09:00-12:00"),
    ("lundi\u00a09\u202fh\u00a0–\u202f12\u00a0h", "Mo 09:00-12:00"),
    ("lundi au vendredi 9h-12h et 14h-17h, fermé les jours fériés", "Mo-Fr 09:00-12:00,14:00-17:00; PH off"),
    ("du lundi au vendredi de 9h à 12h puis de 14h à 17h", "Mo-Fr 09:00-12:00,14:00-17:00"),
    ("lun-ven 9-12h", "Mo-Fr 09:00-12:00"),
    ("Lun. 9h00 - 12h00 / 13h30 - 17h00", "Mo 09:00-12:00,13:30-17:00"),
    ("lundi, mardi et jeudi de 9h30 à 12h", "Mo,Tu,Th 09:30-12:00"),
    ("les lundis et jeudis 9:00-12:00, 14:00-17:00", "Mo,Th 09:00-12:00,14:00-17:00"),
    ("9h-12h du lundi au vendredi, samedi 9h-11h", "Mo-Fr 09:00-12:00; Sa 09:00-11:00"),
    ("de 9h à midi le lundi et le jeudi", "Mo,Th 09:00-12:00"),
    ("tous les jours sauf le mercredi 9h-12h", "Mo-Su 09:00-12:00; We off"),
    ("tous les jours 9h-12h sauf dimanche et jours fériés", "Mo-Su 09:00-12:00; Su,PH off"),
    ("lundi 9h-12h, sauf mardi, jeudi 9h-11h", "Mo 09:00-12:00; Tu off; Th 09:00-11:00"),
    ("fermé le lundi. Ouvert du mardi au samedi 9h-12h", "Tu-Sa 09:00-12:00; Mo off"),
    ("1er et 3e mardi 9h30-11h", "Tu[1,3] 09:30-11:00"),
    ("les 1ers et 3èmes mardis du mois de 9h à 12h", "Tu[1,3] 09:00-12:00"),
    ("le premier jeudi de chaque mois, 9h-12h", "Th[1] 09:00-12:00"),
    ("le dernier samedi du mois, 10h-12h", "Sa[-1] 10:00-12:00"),
    ("vendredi semaines impaires 9h30-11h30", "week 1-53/2 Fr 09:30-11:30"),
    ("semaine paire : lundi 9h-12h", "week 2-52/2 Mo 09:00-12:00"),
    ("mercredi 14h-17h hors vacances", "We 14:00-17:00; SH off"),
    ("mercredi 14h-17h, sauf pendant les vacances scolaires", "We 14:00-17:00; SH off"),
    ("mercredi 14h-17h sauf jours fériés et vacances scolaires", "We 14:00-17:00; PH,SH off"),
    ("pendant les vacances scolaires, mercredi 10h-12h", "SH We 10:00-12:00"),
    ("jeudi à partir de 14h", "Th 14:00+"),
    ("dimanche 18h-minuit", "Su 18:00-24:00"),
    ("lundi matin 9h-12h, lundi après-midi 14h-17h", "Mo 09:00-12:00,14:00-17:00"),
    ("lundi au vendredi 9h-17h, mais mercredi 14h-18h", "Mo-Fr 09:00-17:00; We 14:00-18:00"),
    ("lundi au vendredi 9h-17h et aussi mercredi 18h-19h", "Mo-Fr 09:00-17:00, We 18:00-19:00"),
    ("lundi 9h-12h sur rendez-vous", 'Mo 09:00-12:00 "sur rendez-vous"'),
    ("lundi 9h-12h ou sur RDV", 'Mo 09:00-12:00 || "sur rendez-vous"'),
    ("sur rendez-vous", '"sur rendez-vous"'),
    ("tous les jours, 24h/24", "24/7"),
    ("lundi 9h-12h, fermé en août et le mercredi", "Mo 09:00-12:00; Aug off; We off"),
    ("lundi 9h-12h, fermé du 24 au 26 décembre", "Mo 09:00-12:00; Dec 24-26 off"),
    ("lundi 9h-12h, fermé du 24 décembre au 2 janvier 2027", "Mo 09:00-12:00; 2026 Dec 24-2027 Jan 02 off"),
    ("ouvert le samedi 5 décembre 2026 de 10h à 12h", "2026 Dec 05 10:00-12:00"),
    ("du 1er juillet au 31 août lundi 9h-12h", "Jul 01-Aug 31 Mo 09:00-12:00"),
    ("lundi 9h-12h " * 40, "Mo 09:00-12:00"),
    ("lundi : 9h-12h, mardi : fermé, mercredi : 14h-17h", "Mo 09:00-12:00; We 14:00-17:00"),
    ("Lundi fermé\nMardi 9h-12h\nDimanche fermé.", "Tu 09:00-12:00"),
    ("lundi au vendredi 9h-12h, mardi fermé, samedi 9h-11h", "Mo-Fr 09:00-12:00; Sa 09:00-11:00; Tu off"),
    ("lundi 9h-12h, jours fériés : fermé, mardi 9h-11h", "Mo 09:00-12:00; Tu 09:00-11:00; PH off"),
    (
        "mercredi 14h-17h, vacances scolaires : du lundi au vendredi 10h-12h",
        "We 14:00-17:00; SH Mo-Fr 10:00-12:00",
    ),
    ("lundi 9h-12h, semaine paire mardi 9h-12h", "Mo 09:00-12:00; week 2-52/2 Tu 09:00-12:00"),
    ("jeudi et 1er mardi 9h-12h", "Th,Tu[1] 09:00-12:00"),
    ("lundi 9h-12h\nmardi 14h-17h", "Mo 09:00-12:00; Tu 14:00-17:00"),
]

REFUSED = [
    ("", "empty", 1),
    (" \u202f ", "empty", 1),
    ("lundi 9h-12h " * 50, "too_long", 601),
    ("Mo 09:00-12:00; " * 20, "too_long", 301),
    ("un jeudi sur deux 14h-17h", "which_weeks", 10),
    ("lundi matin", "hours_missing", 7),
    ("lundi après-midi, mardi 9h-12h", "hours_missing", 7),
    ("lundi", "hours_missing", 1),
    ("lundi 9h", "hours_missing", 7),
    ("lundi 9h-12h, jeudi", "hours_missing", 15),
    ("fermé le lundi", "hours_missing", 1),
    ("9h-12h", "days_missing", 1),
    ("mars 9h-12h", "days_missing", 1),
    ("lundi 12h-9h", "backwards", 11),
    ("lundi 25h-26h", "unclear", 7),
    ("lundi neuf heures", "unknown_word", 7),
    ("lundi 9h-12h vacances de Noël", "unknown_word", 26),
    ("Mo 9h-12h", "unreadable", 4),
    ("Mo 09:00-12:00; PH of", "unreadable", 20),
    ("Mo, We 09:00-12:00", "lone_days", 3),
    ("lundi 9h-12h, fermé samedi 5 décembre", "which_year", 28),
    ("lundi 9h-12h, fermé vendredi 5 décembre 2026", "impossible_date", 30),
    ("lundi 9h-12h, fermé le 31 février", "impossible_date", 24),
    ("lundi au vendredi 9h-17h, mercredi 14h-18h", "overlap", 27),
    ("lundi et en août 9h-12h", "unclear", 7),
    ("lundi 9h-12h ou mardi 9h-12h", "unclear", 17),
    ("jusqu'à 17h", "unclear", 1),
    ("lundi fermé mardi 9h-12h", "unclear", 19),
    ("lundi sauf vacances scolaires, mardi 9h-12h", "unclear", 38),
    ("lundi 9h-12h, mercredi sauf vacances 14h-17h", "unclear", 24),
    ("semaine paire lundi 9h-12h, mardi 9h-12h", "unclear", 1),
    ("pendant les vacances scolaires, lundi 9h-12h, mardi 9h-12h", "unclear", 1),
    ("1er et 3e mardi et jeudi 9h-12h", "unclear", 1),
    ("lundi - - mardi 9h-12h", "unclear", 7),
]


@pytest.fixture(autouse=True, scope="module")
def vocabulary_read_once():
    """The first to ask waits for the vocabulary: not a property test, which is timed."""
    assert spoken(read_hours("lundi 9h-12h")) == "lundi 9\u00a0h – 12\u00a0h"


@pytest.mark.parametrize(("typed", "osm"), READ)
def test_usual_hours_are_read(typed, osm):
    assert read_hours(typed) == osm
    check(osm)


@pytest.mark.parametrize(("typed", "reason", "position"), REFUSED)
def test_other_hours_are_refused_with_their_place(typed, reason, position):
    with pytest.raises(HoursError) as refused:
        read_hours(typed)
    assert (refused.value.reason, refused.value.position) == (reason, position)


DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
CLOCKS = [f"{hour:02}:{minutes}" for hour in range(7, 21) for minutes in ("00", "15", "30")]
PERIODS = ["Aug", "Jul-Aug", "Dec 24-26", "Dec 24-Jan 02", "Jul 14-Aug 15"]
CLOSURES = ["PH off", "SH off", "PH,SH off", "SH,PH off", *(f"{period} off" for period in PERIODS)]


@st.composite
def times(draw):
    clocks = sorted(draw(st.lists(st.sampled_from(CLOCKS), min_size=2, max_size=4, unique=True)))
    if len(clocks) == 3:
        return f"{clocks[0]}-{clocks[1]},{clocks[2]}+"
    return ",".join(f"{a}-{b}" for a, b in zip(clocks[::2], clocks[1::2], strict=True))


@st.composite
def usual(draw):
    """A rule or two on different days, some in their season, and what is closed."""
    some = draw(st.lists(st.integers(0, 6), min_size=1, max_size=4, unique=True))
    named = [DAYS[n] for n in sorted(some)]
    days = draw(
        st.sampled_from(
            [
                ",".join(named),
                f"{named[0]}[1,3]",
                f"{named[0]}[-1]",
                f"{named[0]}[2]",
                "Mo-Fr",
                "Mo-Su",
                "Tu-Sa",
            ]
        )
    )
    season = draw(
        st.sampled_from(["", "", "week 1-53/2 ", "week 2-52/2 ", "SH ", "Jul-Aug ", "Aug week 1-53/2 "])
    )
    comment = draw(st.sampled_from(["", "", "", ' "sur rendez-vous"']))
    rules = [f"{season}{days} {draw(times())}{comment}"]
    other = [day for day in DAYS if day not in named]
    if days == ",".join(named) and other:
        rules += draw(st.sampled_from([[], [f"{other[0]} {draw(times())}"]]))
    rules += draw(st.lists(st.sampled_from(CLOSURES), max_size=2, unique=True))
    rules += draw(
        st.sampled_from(
            [[], [f"{named[-1]} off"], [f"SH {named[-1]} off"], [f"SH {named[0]} {draw(times())}"]]
        )
    )
    return "; ".join(rules)


@given(usual())
def test_what_is_said_of_usual_hours_is_read_back_as_they_were(osm):
    check(osm)
    assert read_hours(spoken(osm)) == osm


WORDS = st.sampled_from(sorted({word for typed, _ in READ for word in typed.split()} | set("()/,;.-")))


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_heap_of_these_words_is_read_or_refused_within_the_text(text):
    try:
        check(read_hours(text))
    except HoursError as refused:
        assert 1 <= refused.position <= len(text) + 1  # or just after it


@given(st.text(max_size=700))
def test_any_text_is_read_or_refused(text):
    try:
        check(read_hours(text))
    except HoursError as refused:
        assert 1 <= refused.position <= len(text) + 1


@pytest.mark.parametrize(
    "text",
    [
        "lundi 9h-12h " * 100_000,
        "9" * 590,
        "lundi, " * 84,
        "sauf " * 119,
        "9h-12h " * 84,
        " " * 590 + "x",
        "(" * 590,
        "1er et " * 84,
        "24 " * 199,
        "vacances " * 66,
        "du au " * 99,
        "e\u0301" * 150,
    ],
)
def test_huge_and_hostile_texts_are_answered_at_once(text):
    began = perf_counter()
    with pytest.raises(HoursError):
        read_hours(text)
    assert perf_counter() - began < 1
