"""Danger: words of danger are heard, everyday exaggeration is not. The lexicons bring examples of their own."""

import re
import time
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.constructions import LexiconError
from content.danger import danger_kind, danger_kinds, danger_signs
from content.danger_lexicon import HERE, load
from content.gazetteer import HERE as CONTENT
from content.gazetteer import read_communes
from tests.understanding.score import rows_of

HEARD = [
    ("Je veux mourir", "suicide"),
    ("jveux mourir", "suicide"),
    ("J’AI ENVIE D’EN FINIR", "suicide"),
    ("g envie de mouriiiir", "suicide"),
    ("mdr non mais je veux mourir en vrai", "suicide"),
    ("mon pote va se suicider", "suicide"),
    ("je\u200b veux \u202emourir", "suicide"),
    ("ｊｅ ｖｅｕｘ ｍｏｕｒｉｒ", "suicide"),
    ("mon copain m'a frappé hier", "violence_conjugale"),
    ("j'ai peur de mon ex", "violence_conjugale"),
    ("mon beau-père me tape", "violence_familiale"),
    ("on m'a violée", "violence_sexuelle"),
    ("il tape ma petite sœur", "enfance_danger"),
    ("je dors dehors", "sans_abri_ce_soir"),
    ("j'ai nulle part où dormir ce soir", "sans_abri_ce_soir"),
    ("jsuis à la rue depuis hier", "sans_abri_ce_soir"),
    ("ma mère m'a mise dehors", "sans_abri_ce_soir"),
    ("elle est inconsciente", "urgence_medicale"),
    ("il fait une overdose", "overdose"),
    ("il menace de publier mes photos", "harcelement_cyber"),
    ("mon patron a confisqué mon passeport", "traite_exploitation"),
    ("I want to kill myself", "suicide"),
    ("i don’t want to live anymore", "suicide"),
    ("My husband hit me", "violence_conjugale"),
    ("my stepfather beats me", "violence_familiale"),
    ("I was raped", "violence_sexuelle"),
    ("he hits my little sister", "enfance_danger"),
    ("I have nowhere to sleep tonight", "sans_abri_ce_soir"),
    ("she is unconscious", "urgence_medicale"),
    ("he took too many pills", "overdose"),
    ("he wants to publish my photos", "harcelement_cyber"),
    ("my boss took my passport", "traite_exploitation"),
]
INNOCENT = [
    "je suis mort de rire",
    "ce taf me tue",
    "ma mère va me tuer",
    "mdr",
    "je suis mort de fatigue",
    "je meurs de faim",
    "j'ai regardé Suicide Squad",
    "une overdose de chocolat",
    "j'habite à la rue des Lilas",
    "je cherche un logement",
    "j'ai pas envie de mourir idiot",
    "they kicked me out of the group",
    "my phone died",
    "I almost had a heart attack lol",
    "I sleep at a friend’s",
    "",
    "😀",
]


@pytest.mark.parametrize(("text", "kind"), HEARD)
def test_clear_words_of_danger_are_heard(text, kind):
    assert danger_kind(text) == kind


@pytest.mark.parametrize("text", INNOCENT)
def test_everyday_words_raise_no_alarm(text):
    assert danger_kind(text) is None


def test_danger_at_the_end_of_the_longest_message_is_heard():
    assert danger_kind("bonjour " * 500 + "je veux mourir") == "suicide"


@given(st.text(max_size=500))
def test_any_text_is_read_without_an_error(text):
    assert danger_kind(text) in {None, *danger_kinds()}


@given(st.text(max_size=100), st.text(max_size=100))
def test_words_around_a_cry_do_not_hide_it(before, after):
    assert danger_kind(f"{before} . je veux mourir . {after}") is not None


@pytest.mark.parametrize("word", ["je veux ", "a", "ﷺ", "\u0301", "mon copain me ", "a la rue d"])
def test_a_huge_text_is_read_fast(word):
    began = time.process_time()
    danger_kind(word * 500_000)
    assert time.process_time() - began < 1


GROUPS = [
    pytest.param(group, id=f"{path.stem}-{number}")
    for path in sorted(HERE.glob("*.toml"))
    for number, group in enumerate(tomllib.loads(path.read_text(encoding="utf-8")).get("sign", ()))
]


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_hears_its_examples_and_not_the_others(group):
    assert {text: danger_kind(text) for text in group.get("examples", ())} == dict.fromkeys(
        group.get("examples", ()), group["kind"]
    )
    assert [text for text in group.get("not", ()) if danger_kind(text)] == []


def lexicon(tmp_path, text):
    path = tmp_path / "xx.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[sign]]\nkind="suicide"\npatterns=["{nobody} veut"]', "no family {nobody}"),
        ('[[sign]]\nkind="suicide"\nunless=["film"]\npatterns=["veut"]', "no guard film"),
        ('[[sign]]\nkind="suicide"\npatern=["veut"]', "no patern"),
        ('[[sign]]\nkind="suicide"\npatterns=["..."]', "nothing is left"),
        ('[[sign]]\nkind="suicide"\npatterns=["ab*"]', "at least 3 letters"),
        ("[[sign]", "xx.toml"),
    ],
)
def test_a_mistake_in_a_lexicon_is_named(tmp_path, text, said):
    with pytest.raises(LexiconError, match=re.escape(said)) as told:
        lexicon(tmp_path, text)
    assert "xx.toml" in str(told.value)


def test_the_words_that_led_to_a_kind_are_told():
    kind, words = danger_signs("mdr non mais je veux mourir en vrai")[0]
    assert kind == "suicide"
    assert "veux mourir" in words


def test_of_several_kinds_the_gravest_counts():
    kinds = [kind for kind, _ in danger_signs("je dors dehors et je veux mourir")]
    assert list(dict.fromkeys(kinds)) == ["suicide", "sans_abri_ce_soir"]


def rows(name):
    return [row for row in rows_of(name) if row["language"] == "fr"]


@pytest.mark.parametrize("name", ["danger", "danger_own"])
def test_french_rows_that_the_lexicon_was_tuned_on_stay_heard(name):
    """The goal on rows that nobody looked at is the same; these only show that nothing was lost."""
    heard = [(row, danger_kind(row["text"])) for row in rows(name)]
    grave = [(row["danger_kind"], kind) for row, kind in heard if row["danger"] == "1"]
    calm = [kind for row, kind in heard if row["danger"] == "0"]
    assert sum(kind is not None for _, kind in grave) >= 0.95 * len(grave)
    assert sum(kind is not None for kind in calm) <= 0.04 * len(calm)
    assert sum(wanted == kind for wanted, kind in grave) >= 0.9 * len(grave)


def test_hardly_a_commune_raises_an_alarm():
    names = [commune.name for commune in read_communes(CONTENT / "communes.csv.gz")][::50]
    assert len(names) > 600
    assert sum(danger_kind(name) is not None for name in names) <= 0.005 * len(names)


@pytest.mark.parametrize("cry", ["je vais me tuer", "suicide", "i want to kill myself", "il me frappe"])
def test_a_cry_that_has_a_sentence_to_itself_is_heard_whatever_else_is_said(cry):
    assert danger_kind(
        f"Bonjour madame, je voudrais changer mon rdv de mardi. {cry}. Merci et bonne journée !"
    )


def test_who_asks_for_something_ordinary_raises_no_alarm():
    asking = rows("needs")
    assert sum(danger_kind(row["text"]) is not None for row in asking) <= 0.02 * len(asking)
