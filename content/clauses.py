"""The parts of a sentence that say where someone lives, and those that only seem to."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from content.plain import plain

HERE = Path(__file__).parent
SAINT = re.compile(r"st(e?)(?=[b-z])")
LONGEST_STORY = 2_000
LONGEST_HOME = 7  # words after «j'habite»: enough for a name and its département


def home(text: str) -> str:
    """What follows the last «j'habite», «je vis» of a story, up to «mais», «depuis»; empty when nothing stands before.

    «je bosse a nevers mais j habite a imphy» gives "a imphy"; «j habite plus a paris» says nothing.
    """
    lives, _, ends = _patterns()
    plain_text = plain(text, LONGEST_STORY)
    said = [m for m in lives.finditer(plain_text) if m.group("not") is None]
    if not said or not plain_text[: said[-1].start()].strip():
        return ""
    after = ends.split(plain_text[said[-1].end() :], maxsplit=1)[0]
    return " ".join(after.split()[:LONGEST_HOME])


def without_streets(name: str) -> str:
    """The words without «rue de nevers», when others are left: "rue de nevers paris" gives "paris"."""
    _, streets, _ = _patterns()
    return " ".join(streets.sub(" ", name).split())


def last_place(name: str) -> str:
    """What follows the last «à», «de», «sur» of a sentence whose other words were not understood."""
    links = _data()["links"]
    words = name.split()
    after = next((i for i in range(len(words) - 1, 0, -1) if words[i - 1] in links), 0)
    return " ".join(words[after:]) if after else ""


def unglued(word: str) -> str:
    """«jhabiteanevers» without what is glued before the name: "nevers"; empty when nothing is."""
    if " " in word:
        return ""
    if saint := SAINT.match(word):  # «stmalo»
        return f"saint{saint[1]}{word[saint.end() :]}"
    lead = next((lead for lead in _glued() if word.startswith(lead)), "")
    return word[len(lead) :] if lead else ""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = _data()
    lives = rf"\b(?:{_either(data['lives'])})\b(?P<not> (?:{_either(data['not'])})\b)?"
    place = rf"(?:(?:{_either(data['small'])}) )*(?:(?:saint|sainte|la|le|les) )?[^\W\d]+"
    streets = rf"\b(?:\d+ (?:bis |ter )?)?(?:{_either(data['streets'])}) {place}"
    return re.compile(lives), re.compile(streets), re.compile(rf"\b(?:{_either(data['ends'])})\b")


@lru_cache(maxsize=1)
def _glued() -> tuple[str, ...]:
    data = _data()
    leads = {
        f"{who}{link}".replace(" ", "")
        for who in (*data["lives"], *data["glued"])
        for link in ("", *data["links"])
    }
    return tuple(sorted(leads, key=len, reverse=True))


def _either(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@lru_cache(maxsize=1)
def _data() -> dict[str, list[str]]:
    clauses: dict[str, list[str]] = tomllib.loads((HERE / "place_words.toml").read_text("utf-8"))["clauses"]
    return clauses
