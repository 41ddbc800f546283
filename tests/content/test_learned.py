"""A learnt model: what its file says is what comes out, and a mistake in it is named."""

import math

import pytest

from content.danger import danger_kinds
from content.learned import ModelError, load, model
from content.pieces import pieces
from tests.understanding.rows import danger_rows, needs_rows

SMALL = """labels\tcalm\tsad
bias\t-1.0\t0.0
steps\t0.1\t0.5\t1.0
words\tbonjour\t20\t4\t-2
words\tpas\t40\t0\t6
words\tpas bien\t60\t-8\t10
marks\tsign\t20\t-3\t3
"""


def small(tmp_path, text=SMALL):
    path = tmp_path / "small.tsv"
    path.write_text(text, encoding="utf-8")
    return load(path)


def odds(total):
    return pytest.approx(1 / (1 + math.exp(-total)))


def test_a_text_without_a_known_piece_is_as_likely_as_the_bias_says(tmp_path):
    assert small(tmp_path).likelihoods("autre chose") == {"calm": odds(-1), "sad": odds(0)}


def test_pieces_of_one_sort_are_brought_to_length_one_and_sorts_add_up(tmp_path):
    likely = small(tmp_path).likelihoods("bonjour pas", ["sign"])
    length = math.sqrt(20**2 + 40**2)
    assert likely["calm"] == odds(-1 + 0.5 * (4 * 20 + 0 * 40) / length - 3)
    assert likely["sad"] == odds(0 + 0.5 * (-2 * 20 + 6 * 40) / length + 3)


def test_a_piece_said_twice_weighs_less_than_twice(tmp_path):
    length = math.sqrt(20**2 + (40 * (1 + math.log(2))) ** 2)
    likely = small(tmp_path).likelihoods("pas bonjour pas")
    assert likely["calm"] == odds(-1 + 0.5 * 4 * 20 / length)


def test_the_words_that_say_most_for_a_label_are_told_in_their_order(tmp_path):
    learnt = small(tmp_path)
    assert learnt.because("sad", "bonjour pas bien du tout") == "pas bien"
    assert learnt.because("calm", "pas bien , bonjour") == "bonjour"
    assert learnt.because("calm", "rien") == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        SMALL.replace("words\tpas\t40\t0", "words\tpas\t40"),
        SMALL.replace("marks", "signs"),
        SMALL.replace("\t10\n", "\t128\n"),
        SMALL.replace("\t60\t", "\t256\t"),
        SMALL.replace("0.1\t", ""),
        SMALL.replace("-1.0", "low"),
    ],
    ids=[
        "empty",
        "a weight too few",
        "a strange sort",
        "too heavy",
        "too rare",
        "a step too few",
        "no number",
    ],
)
def test_a_mistake_in_a_file_of_weights_is_named(tmp_path, text):
    with pytest.raises(ModelError, match=r"small\.tsv"):
        small(tmp_path, text)


def test_the_pieces_of_a_text_are_its_letters_words_and_marks():
    found = pieces("je dors", ["sign", "sign"])
    assert found["words"] == {"je": 1, "dors": 1, "je dors": 1}
    assert found["marks"] == {"sign": 2}
    assert {" j", " je d", "e do", "ors "} <= found["letters"].keys()
    assert max(map(len, found["letters"])) == 5


@pytest.mark.parametrize("name", ["danger", "needs"])
def test_the_models_that_are_served_have_every_label(name):
    assert len(model(name).labels) == {"danger": 11, "needs": 20}[name]


def test_every_practice_row_has_known_labels():
    kinds = {"danger", *danger_kinds()}
    assert {label for row in danger_rows() for label in row.labels} == kinds
    assert {label for row in needs_rows() for label in row.labels} == set(model("needs").labels)
