"""What the documents say is what the product does: tables, periods, settings, commands, pages, links."""

from __future__ import annotations

import ast
import re
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from backend.console.app import ROOMS
from backend.settings import PREFIX, Settings
from backend.tables import metadata
from bot.cli import app
from content.hearing import KNOWN
from tests import asvs

ROOT = Path(__file__).parent.parent
RGPD = ROOT / "docs" / "rgpd"
RECORD, NOTICE = RGPD / "registre.md", RGPD / "notice-information.md"
OURS = [*sorted(RGPD.glob("*.md")), ROOT / "docs" / "security.md"]
PAGES = sorted({ROOT / "README.md", *(ROOT / "docs").rglob("*.md")})
ROOTS = {"youth", "conversation", "person"}
UNTIED = {"attempt", "audit", "erasure", "seen", "set_aside"}
"""They speak of persons and point at nobody: their rows outlive whom they speak of."""
ABOUT, OTHERS = "## Annexe 2", "## Annexe 3"
SLUGGED = re.compile(r"[^\w\- ]")


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def spans(page: Path) -> list[str]:
    """What stands between backticks, on one line, and the lines of blocks of the shell."""
    source = text(page)
    blocks = re.findall(r"^```sh\n(.*?)^```", source, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```.*?^```", "", source, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\n]+)`", rest) + [line for block in blocks for line in block.splitlines()]


def tables_under(heading: str) -> set[str]:
    """The tables named in the first column of the table under a heading of the record."""
    part = re.split(r"\n## ", text(RECORD).split(f"\n{heading}", 1)[1], maxsplit=1)[0]
    rows = re.findall(r"^\| (`[^|]+`) \|", part, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def about_persons() -> set[str]:
    """Every table from which foreign keys lead to a youth, a conversation or one of the staff."""
    points = {name: {k.column.table.name for k in t.foreign_keys} for name, t in metadata.tables.items()}
    found = ROOTS | UNTIED
    while more := {name for name, at in points.items() if at & found} - found:
        found = found | more
    return found


def test_every_table_about_persons_stands_in_the_record_with_its_period():
    missing = about_persons() - tables_under(ABOUT)
    assert not missing, f"tell in docs/rgpd/registre.md, annexe 2, what they hold and how long: {missing}"


def test_every_table_stands_in_the_record_once_and_none_that_does_not_exist():
    about, others = tables_under(ABOUT), tables_under(OTHERS)
    assert about | others == set(metadata.tables), "docs/rgpd/registre.md, annexes 2 and 3"
    assert not about & others


def commands(group: Any, before: str = "passerelle") -> Iterator[tuple[str, Any]]:
    """(what one types, the command), groups included."""
    yield before, group
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, f"{before} {name}")


def problem(line: str, known: dict[str, Any]) -> str | None:
    """What is wrong with a command as a page shows it; None if it can be typed so."""
    words = shlex.split(line.partition("  #")[0], comments=True)
    path = words[:1]
    while len(path) < len(words) and " ".join(words[: len(path) + 1]) in known:
        path.append(words[len(path)])
    command = known[" ".join(path)]
    if hasattr(command, "commands") and len(path) < len(words) and not {"…", "|"} & set(words[len(path)]):
        return f"no command {words[len(path)]!r}"
    options = {o for p in command.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}
    wrong = [w for w in words if w.startswith("--") and w.partition("=")[0] not in options]
    return f"no option {wrong}" if wrong else None


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_command_that_a_page_names_exists(page):
    known = dict(commands(get_command(app)))
    shown = [line for line in spans(page) if line == "passerelle" or line.startswith("passerelle ")]
    wrong = {line: found for line in shown if (found := problem(line, known))}
    assert not wrong
    assert shown or page != RGPD / "incident.md"


@pytest.mark.parametrize(
    "line", ["passerelle nothing", "passerelle user nothing", "passerelle upgrade --now"]
)
def test_a_command_that_does_not_exist_is_found_out(line):
    assert problem(line, dict(commands(get_command(app))))


@pytest.mark.parametrize("page", OURS, ids=named)
def test_every_setting_that_a_document_names_exists(page):
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+[A-Z]\b", text(page))) <= known


def paths(routes: Iterable[Any]) -> Iterator[str]:
    for route in routes:
        if path := getattr(route, "path", ""):
            yield path
        inner = getattr(route, "original_router", None) or getattr(route, "router", None)
        yield from paths(getattr(inner, "routes", ()))


@pytest.mark.parametrize("page", OURS, ids=named)
def test_every_page_and_word_of_the_chat_that_a_document_names_exists(page):
    pages = {re.sub(r"\{[^}]+\}", "…", path) for room in ROOMS for path in paths(room.routes)}
    known = pages | {f"/{word}" for word in KNOWN}
    assert {one for one in spans(page) if re.fullmatch(r"/[\w./…-]+", one)} <= known


def anchors(page: Path) -> set[str]:
    """As they are made from headings where pages are read."""
    headings = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    plain = (re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower() for heading in headings)
    return {SLUGGED.sub("", heading).replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_between_pages_leads_somewhere(page):
    for link in re.findall(r"\]\(([^)\s]+)\)", text(page)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def told(page: Path, pattern: str) -> set[tuple[str, int]]:
    """(setting, days) as a page tells them."""
    return {(name, int(days)) for name, days in re.findall(pattern, text(page), re.MULTILINE)}


def test_every_period_is_told_as_it_is_set():
    fields = Settings.model_fields.items()
    kept = {(PREFIX + name.upper(), one.default) for name, one in fields if name.startswith("keep_")}
    assert told(RECORD, r"^\| `(PASSERELLE_KEEP_\w+)` \| (\d+) jours \|") == kept, "registre.md, annexe 1"
    assert told(NOTICE, r"<!-- (PASSERELLE_KEEP_\w+) -->(\d+) jours") == kept, "notice-information.md"


@cache
def proofs_in(page: Path) -> frozenset[str]:
    nodes = ast.walk(ast.parse(text(page) if page.exists() else ""))
    functions = (n.name for n in nodes if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(name for name in functions if name.startswith("test_"))


def test_every_requirement_of_security_is_answered_once():
    told = [(row.number, row.level) for row in asvs.rows()]
    beside = [(number, asvs.required().get(number)) for number in asvs.aside()]
    assert sorted(told + beside) == sorted(asvs.required().items())
    assert {row.state for row in asvs.rows()} <= set(asvs.STATES)


def test_the_counts_of_security_are_those_of_its_rows():
    found = Counter(row.state for row in asvs.rows()) + Counter({asvs.ASIDE: len(asvs.aside())})
    assert asvs.counted() == {**found, "together": len(asvs.required())}


def test_every_test_that_the_table_of_security_names_exists():
    named_tests = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text(asvs.PAGE))
    missing = [f"{page}::{name}" for page, name in named_tests if name not in proofs_in(ROOT / page)]
    assert not missing
    assert len(named_tests) > 100
