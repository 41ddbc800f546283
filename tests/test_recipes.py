"""The recipes of the README, run as they stand on a copy of the content: they do what they say."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from backend.db import Database, connect
from backend.migrations import upgrade
from backend.places.load import load_once
from backend.places.sheets.territory import import_territory
from backend.script import load_script
from content.canned import FILE as CANNED
from content.canned import blanks, fill, starters
from content.loader import CONTENT
from content.places import load_territory
from tests.conftest import NEVERS
from tests.youth import Youth, first_proposal

ROOT = Path(__file__).parent.parent
RECIPES = ROOT / "README.md"
BLOCK = re.compile(
    r"^```(\w+)(?: (\S+) (create|append|after|instead of)(?: ([^\n]+))?)?\n(.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
NAMES = (
    "Add a question",
    "Add a need",
    "Add a site",
    "Add a mission locale",
    "Add a language",
    "Add a reply at hand",
)


def recipe(name: str) -> str:
    """What stands under a heading."""
    text = RECIPES.read_text(encoding="utf-8")
    return re.split(r"\n#{2,3} ", text.partition(f"\n### {name}\n")[2])[0]


def follow(name: str, root: Path, db: Database) -> None:
    """Do what the blocks under a heading say, in order."""
    for kind, file, way, line, body in BLOCK.findall(recipe(name)):
        if kind == "sh":
            for command in body.splitlines():
                _run(shlex.split(command), root, db)
        else:
            _change(root / file, way, line, body)


def _run(words: list[str], root: Path, db: Database) -> None:
    match words:
        case ["cp", "-r", source, target]:
            shutil.copytree(root / source, root / target)
        case ["passerelle", "import", "territory", folder]:
            with db.transaction() as tx:
                reports = import_territory(tx, root / folder)
            assert not [line for report in reports.values() for line in report.refused]
        case _:
            raise AssertionError(words)


def _change(path: Path, way: str, beginning: str, body: str) -> None:
    if way == "create":
        assert not path.exists(), path.name
        path.parent.mkdir(exist_ok=True)
        path.write_text(body, encoding="utf-8")
        return
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    if way == "append":
        lines.append(body)
    else:
        (at,) = [i for i, line in enumerate(lines) if line.strip().startswith(beginning)]
        lines[at : at + 1] = [body] if way == "instead of" else [lines[at], body]
    path.write_text("".join(lines), encoding="utf-8")


@dataclass
class Kitchen:
    """A copy of the content, what it makes, and a young person in front of it."""

    root: Path
    db: Database
    clock: object

    def follows(self, name: str) -> None:
        follow(name, self.root, self.db)

    def youth(self, address: str, language: str = "fr") -> Youth:
        """Read everything again from the copy, and load its territory once."""
        content = self.root / "content"
        territory = load_territory(NEVERS, content / "territories", content / "questionnaires")
        with self.db.transaction() as tx:
            load_once(tx, territory)
        script = replace(load_script(root=content), now=self.clock)
        return Youth(self.db, script, address, language=language)


@pytest.fixture
def kitchen(tmp_path, clock) -> Iterator[Kitchen]:
    for room in ("questionnaires", "texts", "territories"):
        shutil.copytree(CONTENT / room, tmp_path / "content" / room)
    shutil.copy(CANNED, tmp_path / "content" / CANNED.name)
    db = connect(f"sqlite:///{tmp_path}/kitchen.db")
    upgrade(db)
    yield Kitchen(tmp_path, db, clock)
    db.close()


def reaches_needs(youth: Youth, commune: str = "Imphy") -> list[str]:
    youth.starts()
    youth.taps("C'est parti")
    youth.taps("18 à 25 ans")
    return youth.writes(commune)


def chooses(youth: Youth, *labels: str) -> list[str]:
    for label in labels:
        heard = youth.taps(label)
    return heard


def test_a_question_added_is_asked_and_changes_what_is_told(kitchen):
    kitchen.follows("Add a question")
    youth = kitchen.youth("1")
    reaches_needs(youth)
    asked = chooses(youth, "Autre chose", "Numérique", "C'est tout", "Apprendre")
    assert asked[-1] == "Tu as internet chez toi ?"
    assert any("te connecter sur place" in text for text in youth.taps("Non"))


def test_a_need_added_is_offered_asked_about_and_booked(kitchen):
    kitchen.follows("Add a need")
    youth = kitchen.youth("2")
    reaches_needs(youth)
    chooses(youth, "Autre chose", "Autre chose")
    assert "Les premiers" in youth.buttons
    assert chooses(youth, "Justice", "C'est tout")[-1] == "Pour la justice, tu cherches quoi ?"
    assert any("payer en plusieurs fois" in text for text in youth.taps("Payer une amende"))
    youth.taps(first_proposal(youth))
    assert "Les courriers reçus" in youth.taps("Confirmer")[0]


def test_a_site_added_is_the_nearest_for_those_who_live_there(kitchen):
    kitchen.follows("Add a site")
    youth = kitchen.youth("3")
    reaches_needs(youth, "Sauvigny-les-Bois")
    heard = chooses(youth, "Travail", "C'est tout", "Trouver une offre", "Rien de spécial")
    near = next(text for text in heard if "Permanence de Sauvigny-les-Bois" in text)
    assert "dans ta commune" in near and "vendredi 14 h – 16 h" in near and "(donnée d'exemple)" in near


def test_a_mission_locale_added_receives_those_who_live_there(kitchen):
    kitchen.follows("Add a mission locale")
    youth = kitchen.youth("8")
    reaches_needs(youth, "corbigny")
    chooses(youth, "Travail", "C'est tout", "Trouver une offre", "Rien de spécial")
    heard = youth.taps(first_proposal(youth))
    assert any("Permanence de Lormes" in text for text in heard)
    assert "Zoé" in " ".join(youth.taps("Confirmer"))


def test_a_language_added_is_spoken_and_offered(kitchen):
    kitchen.follows("Add a language")
    youth = kitchen.youth("4", language="it-CH")
    youth.starts()
    assert youth.taps("Let's go")[-1] == "Quanti anni hai?"
    youth.writes("/langue")
    assert [row[0]["label"] for row in youth.screen[-1].buttons][:1] == ["Italiano"]
    assert {"Français", "English", "Italiano"} <= set(youth.buttons)
    assert youth.taps("Français")[-1] == "Tu as quel âge ?"


def test_a_reply_added_is_at_hand_and_filled_for_the_youth(kitchen):
    kitchen.follows("Add a reply at hand")
    *former, added = starters(kitchen.root / "content" / CANNED.name)
    assert (tuple(former), added.name) == (starters(), "Avec un enfant")
    assert fill(added.text, {"prenom": "Lou"}).startswith("Lou, tu peux venir avec ton enfant à {lieu}.")
    assert blanks(added.text) == ("{prenom}", "{lieu}")


def test_without_the_recipes_none_of_this_is_there(kitchen):
    youth = kitchen.youth("5", language="it")
    assert youth.script.wording.supported("it") is None
    reaches_needs(youth, "Sauvigny-les-Bois")
    assert chooses(youth, "Autre chose", "Numérique", "C'est tout", "Apprendre")[-1] == "Lequel te va ?"
    assert not [label for label in youth.buttons if label.startswith("Justice")]


@pytest.mark.parametrize("name", NAMES)
def test_every_block_of_a_recipe_says_where_it_goes(name):
    fences = re.findall(r"^```\w", recipe(name), re.MULTILINE)
    assert fences
    assert len(fences) == len(BLOCK.findall(recipe(name)))


def test_all_recipes_can_be_followed_together(kitchen):
    for name in NAMES:
        kitchen.follows(name)
    assert "it" in kitchen.youth("6").script.wording.languages
