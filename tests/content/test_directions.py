"""Right to left: names, numbers, commands and links in Latin letters read right inside Arabic, Persian and Pashto."""

import re
import unicodedata

import pytest

from content.directions import RIGHT_TO_LEFT, finished, isolated
from content.helplines import danger_numbers
from content.wording import Wording
from flows.steps import Choice, Link, Message
from flows.words import Term, When

STARTS = When("2026-11-24T14:30:00+01:00", "Europe/Paris")
SIGNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
EACH = pytest.mark.parametrize("language", sorted(RIGHT_TO_LEFT))


@pytest.fixture(scope="module")
def wording():
    return Wording("https://passerelle.example")


def set_apart(text: str) -> list[str]:
    return re.findall("[\u2066\u2068]([^\u2066-\u2069]*)\u2069", text)


def direction(line: str) -> str:
    """Of a paragraph, by its first strong sign, set apart or not: so does a browser; others skip what is set apart."""
    ways = (unicodedata.bidirectional(sign) for sign in line)
    return next((way for way in ways if way in {"L", "R", "AL"}), "")


@EACH
def test_names_and_telephone_numbers_are_set_apart(wording, language):
    assert set_apart(wording.text(language, "human-here", {"name": "Nadia"})) == ["Nadia"]
    said = wording.text(language, "reach_yes", {"phone": "06 12 34 56 78"})
    assert set_apart(said) == ["06 12 34 56 78", "/vieprivee"]
    assert set_apart(wording.text(language, "tip-discrimination")) == ["39 28"]


@EACH
def test_an_appointment_reads_in_order_whatever_the_letters_of_its_parts(wording, language):
    place = "Antenne de Decize, Mairie annexe, 5 rue de la République, 58300 Decize"
    about = {
        "starts_at": STARTS,
        "mode": Term("mode-place"),
        "advisor": "Claire",
        "place": place,
        "example": True,
    }
    said = wording.text(language, "reminder-day", about)
    assert [part for part in set_apart(said) if part != "14:30"] == ["Claire", place]
    assert not set(set_apart(said)) & {"", "none"}


@EACH
def test_every_command_keeps_its_bar_before_it(wording, language):
    texts = wording.texts[language]
    commands = [
        text.fixed for text in texts.values() if text.fixed and re.search(r"(?<!\w)/[a-z]", text.fixed)
    ]
    assert len(commands) > 20
    for said in commands:
        assert not re.search("(?<![\u2066\\w/])/[a-z]", said), said


@EACH
def test_every_paragraph_runs_from_right_to_left(wording, language):
    """Even one that begins with a name."""
    for text in wording.texts[language].values():
        if text.key.startswith("pattern-") or text.key == "language-name":
            continue
        for line in (text.fixed or text.say(dict.fromkeys(text.variables, "Claire"))).splitlines():
            own = any(unicodedata.bidirectional(sign) in {"AL", "R"} for sign in line)
            assert direction(line) in {"AL", "R"} or not own, (text.key, line)
    assert direction(wording.text(language, "human-gave-back", {"name": "Nadia"})) in {"R", "AL"}


@EACH
def test_signs_come_in_pairs_within_a_line_and_never_twice(wording, language):
    shown = Message("danger-suicide", {"danger": "suicide"})
    numbers = wording.render(shown, "", language)
    said = [numbers.text, *(b["label"] for row in numbers.buttons for b in row)]
    said += [t.fixed or t.say(dict.fromkeys(t.variables, "Claire")) for t in wording.texts[language].values()]
    for line in (line for text in said for line in text.splitlines()):
        assert SIGNS.sub("", line).strip() or not line, line
        depth = 0
        for sign in SIGNS.findall(line):
            depth += {"\u2069": -1, "\u200f": 0}.get(sign, 1)
            assert depth in {0, 1}, line
        assert depth == 0, line
    assert all(line.number in numbers.text for line in danger_numbers("suicide"))


@EACH
def test_what_stands_alone_on_a_button_bears_no_sign(wording, language):
    shown = Message("which", ask="which", choices=(Choice("1", "one-advisor", {"name": "Claire"}),))
    (label,) = [b["label"] for row in wording.render(shown, "orientation", language).buttons for b in row]
    assert label == "Claire"
    link = wording.render(
        Message("pick", links=(Link("link-directory", "https://example.org"),)), "", language
    )
    assert link.buttons[0][0]["url"] == "https://example.org"


@pytest.mark.parametrize("language", ["fr", "en", "es", "uk"])
def test_languages_from_left_to_right_bear_no_sign(wording, language):
    for text in wording.texts[language].values():
        assert not SIGNS.search(text.fixed or text.say(dict.fromkeys(text.variables, "Claire"))), text.key


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("Claire", "⟨Claire⟩"),
        ("06 12 34", "⟨06 12 34⟩"),
        ("115", "115"),
        (3, 3),
        ("سارة", "سارة"),
        ("24 نوفمبر", "24 نوفمبر"),
        ("Antenne\nالمركز", "⟨Antenne⟩\nالمركز"),
        ("⟨Claire⟩، ⟨Ali⟩", "⟨Claire⟩، ⟨Ali⟩"),
        ("", ""),
    ],
)
def test_what_is_written_the_other_way_is_set_apart_line_by_line(value, shown):
    signs = str.maketrans({"⟨": "\u2068", "⟩": "\u2069"})
    given = value.translate(signs) if isinstance(value, str) else value
    assert isolated(given) == (shown.translate(signs) if isinstance(shown, str) else shown)


def test_addresses_of_pages_are_left_as_they_are():
    assert finished("https://example.org/rdv/x") == "https://example.org/rdv/x"
