"""Bold, italic and links: typed by staff, sent by youths, shown on a page; cut at words."""

from __future__ import annotations

import time

import pytest

from backend.console.marked import to_html
from backend.marks import LONGEST, kept, pieces, typed, units


def mark(kind, offset, length, **more):
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("text", "plain", "marks"),
    [
        ("bonjour", "bonjour", []),
        ("**oui** et __non__", "oui et non", [mark("bold", 0, 3), mark("italic", 7, 3)]),
        ("😀 **là**", "😀 là", [mark("bold", 3, 2)]),
        ("[le site](https://ml.fr/a)", "le site", [mark("text_link", 0, 7, url="https://ml.fr/a")]),
        ("[clic](javascript:alert(1))", "[clic](javascript:alert(1))", []),
        ("2 ** 3 ** 4", "2 ** 3 ** 4", []),
        ("https://ml.fr/__init__.html a__b__c", "https://ml.fr/__init__.html a__b__c", []),
        ("**à\ncheval**", "**à\ncheval**", []),
    ],
)
def test_what_is_typed_becomes_marks_that_telegram_counts_as_it_does(text, plain, marks):
    assert typed(text) == (plain, marks)


def test_a_text_of_stars_takes_no_time():
    begun = time.perf_counter()
    typed("**a " * 5_000)
    typed("[" * 20_000)
    assert time.perf_counter() - begun < 2


def test_a_text_of_4097_characters_is_cut_at_a_word():
    text = "mot " * 1024 + "x"
    parts = [part for part, _ in pieces(text)]
    assert [part.split() for part in parts] == [["mot"] * 1000, ["mot"] * 24 + ["x"]]
    assert all(units(part) <= LONGEST for part in parts)


def test_one_endless_word_is_cut_where_it_must_be_and_no_emoji_in_two():
    assert "".join(part for part, _ in pieces("a" * 9000)) == "a" * 9000
    parts = [part for part, _ in pieces("😀" * 4097)]
    assert "".join(parts) == "😀" * 4097
    assert all(units(part) <= LONGEST for part in parts)


def test_a_mark_over_the_cut_stands_in_both_parts():
    text = "a" * 10 + " " + "b" * 10
    assert pieces(text, [mark("bold", 8, 6)], 12) == [
        ("a" * 10, [mark("bold", 8, 2)]),
        ("b" * 10, [mark("bold", 0, 3)]),
    ]


def test_marks_of_strangers_are_kept_only_within_the_text_and_of_kinds_we_know():
    odd = [mark("bold", -1, 2), mark("bold", 0, 99), mark("bold", 0, 0), mark("mention", 0, 1)]
    links = [mark("text_link", 0, 2, url="tg://user?id=1"), mark("text_link", 0, 2, url="https://a.fr")]
    assert kept([*odd, *links], "abc") == [links[1]]
    assert len(kept([mark("bold", 0, 1)] * 500, "abc")) == 100


def test_a_page_shows_marks_and_nothing_runs():
    text = "<b>😀 gras</b> ici"
    shown = to_html(text, [mark("bold", 6, 4), mark("text_link", 15, 3, url='https://a.fr/"><script>')])
    assert "<script>" not in shown
    assert "&lt;b&gt;😀 <strong>gras</strong>&lt;/b&gt; " in shown
    assert 'href="https://a.fr/&#34;&gt;&lt;script&gt;"' in shown
    assert to_html("voir", [mark("text_link", 0, 4, url="javascript:x")]) == "voir"
    assert to_html("https://a.fr", [mark("url", 0, 12)]).startswith('<a href="https://a.fr"')


def test_marks_that_cross_still_make_tags_that_close():
    shown = to_html("abcdef", [mark("bold", 0, 4), mark("italic", 2, 4)])
    assert shown == "<strong>ab</strong><em><strong>cd</strong></em><em>ef</em>"
    assert to_html("😀", [mark("bold", 1, 9)]), "half an emoji is shown somehow"
