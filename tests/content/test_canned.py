"""The starter set of replies: a mistake in it is told before anything starts."""

from __future__ import annotations

import pytest

from content.canned import starters
from content.rows import ContentError

FIRST = '[[reply]]\nlanguage = "fr"\nname = "Bonjour"\ntext = "Bonjour {prenom}"\n'


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("{prenom}", "{prénom}"), "'Bonjour': expected prenom"),
        (('name = "Bonjour"', 'name = ""'), "a name and a text"),
        (('name = "Bonjour"', "name = 7"), "the keys name"),
        (('name = "Bonjour"', 'title = "Bonjour"'), "the keys name"),
        (('language = "fr"\n', ""), "the keys name"),
        (("[[reply]]", "[reply]"), "the keys name"),
        (("[[reply]]", "[reply"), "the keys name"),
    ],
)
def test_a_mistake_is_refused_with_what_is_expected(tmp_path, change, expected):
    file = tmp_path / "canned.toml"
    file.write_text(FIRST.replace(*change))
    with pytest.raises(ContentError, match=expected):
        starters(file)


def test_a_file_that_is_away_is_a_mistake_too(tmp_path):
    with pytest.raises(ContentError, match=r"canned\.toml"):
        starters(tmp_path / "canned.toml")
