"""Questionnaires: enough questions, each reached, each changing what is proposed; mistakes stop the start."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import permutations

import pytest

from backend.agenda.commands import MODES
from backend.script import load_script
from content.danger import danger_kinds, lexicons
from content.loader import CONTENT, QUESTIONNAIRES, load_needs, load_questions, need_ids
from content.phrasebook import phrasebook
from content.places import motive_ids
from content.rows import ContentError
from content.wording import Wording
from flows.needs import Questions, tips
from flows.steps import Answers, Ask

QUESTIONS = Questions(load_needs(), load_questions())
NEEDS = need_ids()
EACH_NEED = pytest.mark.parametrize("need", NEEDS)
EACH_QUESTION = pytest.mark.parametrize("ask", QUESTIONS.asks, ids=lambda ask: ask.id)


@pytest.fixture(scope="module")
def wording() -> Wording:
    return Wording()


def asks_of(need: str) -> list[Ask]:
    return [a for a in QUESTIONS.asks if a.id.startswith(f"{need}_")]


def youths(known: Answers) -> Iterator[Answers]:
    """Everyone who answers all the questions put to them, in every way."""
    step = next((a for a in QUESTIONS.asks if a.id not in known and a.when(known)), None)
    if step is None:
        yield known
        return
    for choice in step.choices(known):
        yield from youths({**known, step.id: choice.id})


def proposed(known: Answers) -> tuple[object, ...]:
    """What the answers change: how the search is made, what is told, and whether it is an emergency."""
    dangers = [c.danger for _, c in QUESTIONS.answered(known) if c.danger]
    return tuple(sorted(QUESTIONS.hints(known).items())), tips(QUESTIONS, known)["tips"], tuple(dangers)


def test_the_twelve_needs_stand_on_two_pages_of_six():
    assert [len(page) for page in load_needs()] == [6, 6]


@EACH_NEED
def test_every_need_has_enough_questions(need):
    few, many = (2, 4) if need in {"emploi", "logement", "sante", "mobilite"} else (1, 4)
    assert few <= len(asks_of(need)) <= many


@EACH_QUESTION
def test_every_question_is_put_to_someone(ask):
    alone = youths({"needs": [ask.id.partition("_")[0]]})
    assert any(ask.id in known for known in alone)


@EACH_QUESTION
def test_every_question_changes_what_is_proposed(ask):
    """Two youths who differ in this answer only are proposed something else."""
    seen: dict[object, set[object]] = {}
    for known in youths({"needs": [ask.id.partition("_")[0]]}):
        others = tuple((k, str(v)) for k, v in known.items() if k != ask.id)
        if ask.id in known:
            seen.setdefault(others, set()).add(proposed(known))
    assert max(len(outcomes) for outcomes in seen.values()) > 1


@pytest.mark.parametrize("pair", list(permutations(NEEDS, 2)), ids="+".join)
def test_two_needs_bring_one_question_each_and_the_need_put_first_leads(pair):
    first = Questions(QUESTIONS.pages, tuple(asks_of(pair[0])))
    for known in youths({"needs": list(pair)}):
        assert sorted(k.partition("_")[0] for k in known if k != "needs") == sorted(pair)
        assert first.hints(known).items() <= QUESTIONS.hints(known).items()


@EACH_NEED
def test_one_need_never_asks_more_than_three_questions(need):
    assert max(len(known) - 1 for known in youths({"needs": [need]})) <= 3


@EACH_QUESTION
def test_every_option_points_to_something_that_exists(ask, wording):
    for choice in ask.choices({}):
        hints = dict(choice.hints)
        assert hints.pop("motive", "emploi") in motive_ids()
        assert hints.pop("mode", "place") in MODES
        assert wording.has("fr", f"tip-{hints.pop('tip', 'emploi')}")
        assert hints == {}
        assert choice.danger in {None, *danger_kinds()}


def test_sleeping_outside_is_told_as_danger():
    outside = next(c for a in QUESTIONS.asks for c in a.choices({}) if c.id == "dehors")
    assert outside.danger == "sans_abri_ce_soir"


@EACH_QUESTION
def test_no_question_has_more_than_eight_options(ask):
    assert 2 <= len(ask.choices({})) <= 8


EMPLOI = (QUESTIONNAIRES / "emploi.toml").read_text(encoding="utf-8")
MISTAKES = {
    "an unknown key of an option": (
        '{ id = "offre" }',
        '{ id = "offre", tipp = "cv" }',
        "emploi.toml: option 'offre': expected only danger, id, mode, motive, tip",
    ),
    "an unknown key of a question": (
        "skippable = true",
        "skipable = true",
        "emploi.toml: question 2: expected only",
    ),
    "an unknown key of the file": (
        'need = "emploi"',
        'need = "emploi"\nlabel = "x"',
        "emploi.toml: the file: expected only need, question",
    ),
    "one option only": (
        'options = [{ id = "oui" }, { id = "non", mode = "remote" }]',
        'options = [{ id = "oui" }]',
        "emploi.toml: question 'emploi_venir': expected at least two options",
    ),
    "the same question twice": (
        'id = "emploi_frein"',
        'id = "emploi_but"',
        "emploi.toml: questions: expected ids that differ",
    ),
    "the same option twice": (
        '{ id = "oui" }',
        '{ id = "non" }',
        "emploi.toml: options of emploi_venir: expected ids that differ",
    ),
    "a foreign id": (
        'id = "emploi_frein"',
        'id = "frein"',
        "emploi.toml: question 'frein': expected an id that begins with emploi_",
    ),
    "no id": ('id = "emploi_frein"\n', "", "emploi.toml: expected the key 'id'"),
    "no options": (
        'options = [{ id = "oui" }, { id = "non", mode = "remote" }]',
        "",
        "emploi.toml: expected the key 'options'",
    ),
    "another need": (
        'need = "emploi"',
        'need = "travail"',
        "emploi.toml: need: expected 'emploi', the name of the file, got 'travail'",
    ),
    "an unknown danger": (
        '{ id = "offre" }',
        '{ id = "offre", danger = "tristesse" }',
        "emploi.toml: option 'offre', danger: expected one of suicide",
    ),
    "an unknown mode": (
        'mode = "remote"',
        'mode = "pigeon"',
        "emploi.toml: option 'non', mode: expected one of place, phone, visio, remote",
    ),
    "an unknown motive": (
        'motive = "cv"',
        'motive = "curriculum"',
        "emploi.toml: option 'cv' of emploi_but: expected a motive of motives.csv",
    ),
    "a tip without words": (
        'tip = "garde"',
        'tip = "nounou"',
        "texts/fr: expected words for tip-nounou, which emploi.toml asks for",
    ),
    "a question without words": (
        'id = "emploi_venir"',
        'id = "emploi_viens"',
        "texts/fr: expected words for emploi_viens, which emploi.toml asks for",
    ),
    "an option without words": (
        '{ id = "rien" }',
        '{ id = "nada" }',
        "texts/fr: expected words for emploi_frein.nada, which emploi.toml asks for",
    ),
    "a condition on nothing": (
        '["transport"]',
        '["avion"]',
        "emploi.toml: question 'emploi_venir', when: expected options of a question before it",
    ),
    "no TOML": ("options = [\n", "options = \n", "emploi.toml: Invalid value"),
    "no table": ('[[question]]\nid = "emploi_but"', 'question = 3\n[x]\nid = "emploi_but"', "emploi.toml: "),
}


@pytest.fixture
def copy(tmp_path):
    """The content folder, to be spoilt."""
    root = tmp_path / "content"
    for room in ("questionnaires", "texts", "territories"):
        shutil.copytree(CONTENT / room, root / room)
    return root


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_stops_the_start_with_its_file_and_what_is_expected(copy, mistake):
    right, wrong, told = MISTAKES[mistake]
    assert right in EMPLOI
    (copy / "questionnaires" / "emploi.toml").write_text(EMPLOI.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_script(root=copy)
    assert str(refused.value).startswith(told)


def test_a_need_without_its_file_is_refused(copy):
    (copy / "questionnaires" / "sante.toml").unlink()
    with pytest.raises(
        ContentError, match=r"^needs.toml: expected a file beside it for each need, missing sante"
    ):
        load_script(root=copy)


@pytest.mark.parametrize("pages", ["[]", "[[]]", '[["emploi", "emploi"]]'])
def test_pages_of_needs_must_hold_each_need_once(copy, pages):
    (copy / "questionnaires" / "needs.toml").write_text(f"pages = {pages}", encoding="utf-8")
    with pytest.raises(ContentError, match=r"^needs.toml: expected `pages`"):
        load_script(root=copy)


def test_words_missing_in_one_language_are_said_in_french_and_the_start_says_so(copy, caplog):
    file = copy / "texts" / "en" / "questions.ftl"
    file.write_text(file.read_text(encoding="utf-8").replace("tip-cv =", "tip-vc ="), encoding="utf-8")
    wording = load_script(root=copy).wording
    assert wording.text("en", "tip-cv").startswith("CV : tu pourrais le faire")
    assert wording.text("en", "emploi_but.cv") == "Making my CV"
    assert [r.getMessage() for r in caplog.records] == ["texts/en: no words for tip-cv, said in French"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bonjour à tous", r"^texts/es/rights\.ftl, line 1: expected «key = words», got 'Bonjour"),
        ("    .go = Vamos", r"^texts/es/rights\.ftl, line 1: expected a key before"),
        ("hola = { $name", r"^texts/es/rights\.ftl, hola: expected every brace closed"),
        (
            "hola = { $n ->\n    [one] Uno\n }",
            r"^texts/es/rights\.ftl, hola: .* a \*\[default\] in each choice",
        ),
    ],
)
def test_what_is_no_text_stops_the_start_with_its_file_and_place(copy, line, expected):
    file = copy / "texts" / "es" / "rights.ftl"
    file.write_text(f"{line}\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.raises(ContentError, match=expected):
        load_script(root=copy)


def test_the_content_as_it_is_starts(copy):
    assert set(load_script(root=copy).stories) == set(load_script().stories)


@pytest.mark.parametrize("room", ["danger", "needs"])
def test_a_mistake_in_a_lexicon_stops_the_start_and_sets_no_message_aside(tmp_path, monkeypatch, room):
    broken = shutil.copytree(CONTENT / "lexicon" / room, tmp_path / room)
    (broken / "fr.toml").write_text("[[sign", encoding="utf-8")
    monkeypatch.setattr({"danger": "content.danger.HERE", "needs": "content.phrasebook.FOLDER"}[room], broken)
    lexicons.cache_clear(), phrasebook.cache_clear()
    with pytest.raises(ValueError, match=r"^fr\.toml: "):
        load_script()
    monkeypatch.undo()
    lexicons.cache_clear(), phrasebook.cache_clear()
