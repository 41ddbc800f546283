"""Aids that a médiateur may name: known needs, official pages, never an amount."""

from __future__ import annotations

import re

import pytest

from content.aids import aid_ids, aid_name, aids_for, load_aids
from content.loader import need_ids
from content.rows import ContentError

FIRST = 'checked_on = 2026-11-21\n[[aid]]\nid = "a"\nneed = "emploi"\nname = "A"\ncondition = ""\nlink = ""\n'


def test_every_aid_answers_a_need_and_names_no_amount():
    for aid in load_aids():
        assert aid.need in need_ids(), aid.id
        assert not re.search(r"€|\beuros\b|\d{3,}", f"{aid.name} {aid.condition}"), aid.id
        assert aid.link.startswith("https://") or aid.id == "cheque_mobilite"


def test_those_for_the_needs_come_first_and_none_is_left_out():
    shown = aids_for(("logement",))
    assert shown[0].need == "logement" and {aid.id for aid in shown} == aid_ids()


def test_an_aid_that_is_no_longer_listed_keeps_its_id():
    assert aid_name("visale") == "Garantie Visale"
    assert aid_name("of_last_year") == "of_last_year"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("checked_on = 2026-11-21\n", ""), "a date such as"),
        (('link = ""', 'link = "http://exemple.fr"'), "https link"),
        (('name = "A"', 'name = ""'), "a name"),
        (('name = "A"', 'title = "A"'), "the keys id"),
        (("[[aid]]", "[aid"), "the keys id"),
    ],
)
def test_a_mistake_is_refused_with_what_is_expected(tmp_path, change, expected):
    file = tmp_path / "aids.toml"
    file.write_text(FIRST.replace(*change))
    with pytest.raises(ContentError, match=expected):
        load_aids(file)


def test_two_of_one_id_are_refused(tmp_path):
    file = tmp_path / "aids.toml"
    file.write_text(FIRST + FIRST.partition("\n")[2])
    with pytest.raises(ContentError, match="ids that differ"):
        load_aids(file)
