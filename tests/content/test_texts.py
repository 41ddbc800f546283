"""Texts: whole in every language, none for nothing, short, plain and well set."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.telegram import COMMANDS
from content import wording as wording_module
from content.danger import danger_kinds
from content.helplines import all_helplines
from content.language import base
from content.loader import need_ids
from content.wording import TEXTS, Reply, Wording, typeset
from flows.steps import Ask, Do, Step, Tell, nothing
from tests.content.walk import OFFER, Walk, labels, whole_walk

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = sorted(p.name for p in TEXTS.iterdir() if p.is_dir() and p.name == base(p.name))
EACH = pytest.mark.parametrize("language", LANGUAGES)
SAID = sorted(p.name for p in TEXTS.iterdir() if p.is_dir())
"""With the variants: what is said in them is looked at like the rest."""
IN_EACH = pytest.mark.parametrize("language", SAID)
LONGEST, CHOICES, DATA = 300, 8, 64
LONG: dict[str, str] = {}
"""Messages that may be longer, and why."""
FACES = {"face"}
"""A scale of faces has one on each of its buttons, beside its words."""
BANNED = {
    "fr": ("insertion", "accompagnement global", "dispositif", "frein", "freins", "décrochage", "décrocheur"),
    "en": ("insertion", "dropout", "drop-out", "scheme", "obstacle", "beneficiary"),
}
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u26ff\u2b50\u231a-\u23ff]")
SIGN = re.compile("[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\u200d]")
"""Emojis, arrows, ticks: what a voice reads oddly or not at all."""
ORDINARY_SPACE = re.compile(r"[ \u00a0][;:!?»](\s|$)|«[^\u202f]|[^\u202f]»|[^\u202f\s?!…][;!?](\s|$)|'")
ILL_SET = re.compile("[ \u00a0\u202f][;:!?](?:\\s|$)|['\"]")
UNSEEN = re.compile("[\u200e\u200f\u2066-\u2069]")
"""Signs of direction."""
BRING = OFFER["bring"].replace("'", "’")
"""Data of a mission locale, in its own language."""


class Found(Visitor):
    """What a text needs: its attributes, variables and functions."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.names.add(f"${node.id.name}")

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802
        self.names |= {f"{node.id.name}({a.value})" for a in node.arguments.positional}


def needed(pattern: ftl.Pattern | None) -> frozenset[str]:
    found = Found()
    if pattern:
        found.visit(pattern)
    return frozenset(found.names)


@cache
def entries(language: str) -> dict[str, frozenset[str]]:
    """Every key (`message` or `message.attribute`) with the variables its text takes."""
    found: dict[str, frozenset[str]] = {}
    for file in sorted((TEXTS / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{language}/{file.name}: {entry.content[:60]!r}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{language}/{file.name}: {entry.id.name} stands twice"
                if entry.value:
                    found[entry.id.name] = needed(entry.value)
                found |= {f"{entry.id.name}.{a.id.name}": needed(a.value) for a in entry.attributes}
    return found


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording("https://passerelle.example")


@pytest.fixture(scope="module")
def walk(_script) -> Walk:
    return whole_walk(_script.stories)


@pytest.fixture(scope="module")
def replies(walk, wording) -> dict[str, list[tuple[str, Reply]]]:
    """Everything that a youth may read, in every language: (key, reply)."""
    return {
        language: [(send.message.key, reply(wording, send, language)) for send in walk.said.values()]
        for language in SAID
    }


def reply(wording, send, language) -> Reply:
    if send.message.kind == "toast":
        return Reply(wording.text(language, send.message.key, send.message.params))
    return wording.render(send.message, send.story, language)


def speaks(step: Step) -> bool:
    """Whether a step is ever said. A question with nothing to choose and nothing to write is never put."""
    return isinstance(step, Tell) or (isinstance(step, Ask) and (step.open or step.choices is not nothing))


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "fr"])
def test_every_language_has_the_same_messages_attributes_and_variables_as_french(language):
    french, other = entries("fr"), entries(language)
    assert sorted(other) == sorted(french)
    assert {key: other[key] for key in other} == {key: french[key] for key in other}


def test_a_variant_says_nothing_that_its_language_does_not():
    for folder in TEXTS.iterdir():
        assert set(entries(folder.name)) <= set(entries(base(folder.name)))


def named_in_source() -> set[str]:
    """Every string in the product's Python and pages that might be the key of a text."""
    found: set[str] = set()
    for room in ("flows", "content", "backend", "bot"):
        for file in (ROOT / room).rglob("*.py"):
            nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            found |= {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
        for page in (ROOT / room).rglob("*.html"):
            found |= set(re.findall(r"[\"']([a-z][\w.-]+)[\"']", page.read_text(encoding="utf-8")))
    return found


def referred() -> set[str]:
    """Texts that stand in another."""
    files = (TEXTS / "fr").glob("*.ftl")
    return {
        name for f in files for name in re.findall(r"\{ ([a-z][a-z-]+) \}", f.read_text(encoding="utf-8"))
    }


def made_of_data(script) -> set[str]:
    """Keys made of an id: tips of needs and options, kinds of danger, commands of the menu, ages."""
    asks = [s for s in script.stories["orientation"] if s.id.partition("_")[0] in need_ids()]
    options = [c for a in asks for c in a.choices({})]
    tips = {*need_ids(), *(c.hints["tip"] for c in options if "tip" in c.hints)}
    return {
        *(f"tip-{tip}" for tip in tips),
        *(f"danger-{kind.replace('_', '-')}" for kind in danger_kinds()),
        *(f"command-{command}" for command in COMMANDS),
        *(f"mode-{mode}" for mode in ("place", "phone", "visio", "home")),
    }


def test_no_text_stands_for_nothing(walk, script):
    said = {key for _, key, _, _ in walk.said} | {
        label.lstrip("+") for _, _, shown, _ in walk.said for label in shown
    }
    used = said | made_of_data(script) | named_in_source() | referred()
    assert sorted(set(entries("fr")) - used) == []


@EACH
def test_every_step_of_every_story_has_its_words(script, language):
    wanted: set[str] = set()
    for flow in script.stories.values():
        for step in flow:
            if isinstance(step, Do):
                wanted |= {f"{step.id}-{refusal}" for refusal in step.refused}
            elif speaks(step):
                wanted.add(step.id)
    assert sorted(wanted - set(entries(language))) == []


@EACH
def test_everything_that_can_be_said_has_its_words(walk, wording, replies, language):
    """What lacks words, or a value, cannot be said: `replies` would not have been made."""
    assert len(replies[language]) == len(walk.said)
    labelled = {label for send in walk.said.values() for label in labels(send.message)}
    assert sorted(label for label in labelled if not wording.has(language, label.lstrip("+"))) == []


def test_the_walk_reaches_every_step_that_speaks(walk, script):
    reached = {key for _, key, _, _ in walk.said}
    assert sorted({s.id for flow in script.stories.values() for s in flow if speaks(s)} - reached) == []


@IN_EACH
def test_a_message_is_short(replies, language):
    read = {key: len(UNSEEN.sub("", r.text)) for key, r in replies[language] if key not in LONG}
    assert {key: length for key, length in read.items() if length >= LONGEST} == {}


@IN_EACH
def test_a_message_never_has_more_than_eight_choices_and_its_data_fit(replies, language):
    for key, said in replies[language]:
        data = [b["data"] for row in said.buttons for b in row if "data" in b]
        assert len([d for d in data if d.rpartition(":")[2] not in {"<", "!", "?"}]) <= CHOICES, key
        assert all(len(d.encode()) <= DATA for d in data), key
        assert len(set(data)) == len(data), key


@IN_EACH
def test_the_control_row_stands_last_and_always_in_the_same_order(replies, language):
    for key, said in replies[language]:
        rows = [[b["data"].rpartition(":")[2] for b in row if "data" in b] for row in said.buttons]
        controls = [i for i, row in enumerate(rows) if set(row) & {"<", "!", "?"}]
        assert controls == list(range(len(rows)))[len(rows) - len(controls) :], key
        assert [c for i in controls for c in rows[i]] in (
            [],
            ["!"],
            ["<", "!"],
            ["?", "<", "!"],
            ["?", "!"],
        ), key


@IN_EACH
def test_a_message_holds_at_most_one_emoji(replies, language):
    for key, said in replies[language]:
        labels = [b["label"] for row in said.buttons for b in row]
        each = labels if key in FACES else ["".join(labels)]
        assert all(len(EMOJI.findall(said.text + one)) <= 1 for one in each), key


@IN_EACH
def test_nothing_is_said_by_an_emoji_or_a_sign_alone(replies, language):
    """Read out without them, every message and button still says what it does, and no two buttons the same."""
    for key, said in replies[language]:
        labels = [b["label"] for row in said.buttons for b in row]
        spoken = [SIGN.sub("", label).strip() for label in labels]
        assert len(set(spoken)) == len(set(labels)), key
        assert all(re.search(r"\w", words) for words in [*spoken, SIGN.sub("", said.text)] if said.text), key


@IN_EACH
def test_no_jargon_is_ever_shown(replies, language):
    for key, said in replies[language]:
        shown = " ".join([said.text, *(b["label"] for row in said.buttons for b in row)]).casefold()
        for word in BANNED.get(base(language), ()):
            assert not re.search(rf"\b{word}\b", shown), (key, word)


@IN_EACH
def test_labels_that_stand_two_in_a_row_are_told_apart(replies, language):
    for key, said in replies[language]:
        shown = [b["label"] for row in said.buttons for b in row if "url" not in b]
        repeated = key in {
            "day",
            "hour",
            "other_site",
            "which_appointment",
            "proposal",
        }  # made of made-up offers
        assert repeated or len(set(shown)) == len(shown), (key, shown)


@EACH
def test_no_telephone_number_is_typed_in_a_text(language):
    numbers = {x.number for x in all_helplines() if len(x.number) > 2} | {
        x.number.replace(" ", "") for x in all_helplines() if len(x.number) > 2
    }
    for file in (TEXTS / language).glob("*.ftl"):
        text = re.sub(r"LINE\(.*?\)", "", file.read_text(encoding="utf-8"))
        assert not [n for n in numbers if re.search(rf"(?<!\d){re.escape(n)}(?!\d)", text)], file.name
        assert not re.search(r"\d([ .\u00a0\u202f-]?\d){5,}", text), file.name
        assert not re.search(r"\b(?:le|au|call|dial) (?:15|17|18)\b(?! ans)", text, re.IGNORECASE), file.name


@pytest.mark.parametrize("language", [name for name in SAID if base(name) == "fr"])
def test_french_is_well_set(replies, language):
    for key, said in replies[language]:
        for shown in (said.text, *(b["label"] for row in said.buttons for b in row)):
            assert not ORDINARY_SPACE.search(shown), (key, shown)


def test_english_is_well_set(replies):
    for key, said in replies["en"]:
        for shown in (said.text, *(b["label"] for row in said.buttons for b in row)):
            assert not ILL_SET.search(shown.replace(BRING, "")), (key, shown)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Quoi ?", "Quoi\u202f?"),
        ("Quoi?", "Quoi\u202f?"),
        ("Voici : ça", "Voici\u202f: ça"),
        ("«oui»", "«\u202foui\u202f»"),
        ("« oui »", "«\u202foui\u202f»"),
        ("l'école", "l’école"),
        ("à 14 h", "à 14\u202fh"),
        ("14:00", "14:00"),
        ("Vraiment ?!", "Vraiment\u202f?!"),
        ("https://example.org/?a=1", "https://example.org/?a=1"),
    ],
)
def test_french_typography(typed, set_):
    assert typeset(typed) == set_


def test_the_words_of_hours_stand_in_every_language():
    def shape(language):
        words = tomllib.loads((TEXTS / language / "hours.toml").read_text(encoding="utf-8"))
        return {
            k: sorted(v) if isinstance(v, dict) else set(re.findall(r"{\w+}", v)) for k, v in words.items()
        }

    assert {language: shape(language) for language in LANGUAGES} == dict.fromkeys(LANGUAGES, shape("fr"))


def test_wording_knows_every_control():
    assert set(wording_module.CONTROLS) == {"<", "!", "?"}


def test_the_button_of_a_remote_appointment_shows_its_moment(walk, wording):
    sends = [s for s in walk.said.values() if s.message.key == "proposal"]
    remote = [c for s in sends for c in s.message.choices if c.id.endswith(".t")]
    assert {wording.label(c, "proposal", "en") for c in remote} == {"Tue 24 Nov at 14:30"}
