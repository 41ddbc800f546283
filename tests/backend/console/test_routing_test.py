"""The routing test shows what the bot would say, in its very words."""

from __future__ import annotations

import re

import pytest

from tests.backend.console.browser import Browser
from tests.youth import plain_spaces, reaches_proposals


@pytest.fixture
def helene(browse) -> Browser:
    return browse().enters_as("Hélène")


@pytest.mark.parametrize("commune", ["Imphy", "Decize", "Nevers"])
def test_it_shows_the_proposals_as_the_youth_reads_them(helene, youth, commune):
    reaches_proposals(youth, commune)
    heard = [plain_spaces(p.text) for p in youth.screen[-4:]]
    helene.opens(f"/lieux/essai?commune={commune}&bracket=from_18&need-emploi=on&come=yes")
    shown = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", helene.words.replace("&#39;", "'"), re.DOTALL)
    assert shown and all(text in heard for text in shown)


def test_every_door_has_its_reason_and_a_link(helene):
    helene.opens("/lieux/essai?commune=imphi&bracket=from_18&need-emploi=on")
    assert "Probablement Mission locale Nevers Sud Nivernais" in helene.words
    assert "proposée, la plus proche" in helene.words
    assert len(re.findall(r'<li class="(?:fits|out)">', helene.page.text)) == 16


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("", 200, "Remplissez, puis essayez"),
        ("commune=&bracket=from_18", 422, "À remplir"),
        ("commune=Xyzzyville&bracket=from_18", 422, "Commune inconnue"),
        ("commune=Saint-Denis&bracket=from_18", 422, "Plusieurs communes"),
        ("commune=Saint-Denis&insee=97411&bracket=from_18", 200, "Pas servie ici"),
        ("commune=nevers&bracket=old", 422, "Test de routage"),
        ("commune=nevers&bracket=under_16", 200, "Moins de 16 ans"),
        ("commune=nevers&bracket=from_26", 200, "26 ans et plus"),
        ("commune=nevers&bracket=from_18&come=no", 200, "par téléphone"),
        ("commune=nevers&bracket=from_18&need-x=on&need-=on&x=y", 200, "Ce que le jeune lit"),
        ("commune=%3Cscript%3E&bracket=from_18", 422, "&lt;script&gt;"),
        ("commune=" + "a" * 5000, 422, "Commune inconnue"),
    ],
)
def test_whatever_is_asked_is_answered(helene, query, status, said):
    assert helene.opens(f"/lieux/essai?{query}") == status
    assert said in helene.words
    assert "<script>" not in helene.page.text
