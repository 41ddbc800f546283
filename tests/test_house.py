"""A rule is a test: imports, commits, stray texts, sizes."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("flows", "content", "backend", "bot")
SOURCES = sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.py") if "versions" not in p.parts)
FILE_LINES, FUNCTION_LINES = 200, 30
EDGES = {"db.py", "env.py"}
FRENCH = set("àâäéèêëîïôöùûüçœæÀÂÉÈÊÎÔÙÛÇŒ")
BY_HAND = {"make_coverage.py"}
"""Scripts that write data, in the language of the data."""
NO_NAMES = {"utils", "util", "manager", "helper", "helpers", "service", "services", "common", "misc"}


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def docstrings(module: ast.Module) -> set[int]:
    """The ids of the constants that document: bare strings in a body."""
    bare = (n for n in ast.walk(module) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant))
    return {id(n.value) for n in bare}


def texts(module: ast.Module) -> Iterator[ast.Constant]:
    said = docstrings(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node


def test_each_layer_only_knows_those_below():
    command = [str(Path(sys.executable).with_name("lint-imports"))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [p for p in SOURCES if p.parts[len(ROOT.parts)] == "flows"], ids=named)
def test_flows_import_nothing_but_the_standard_library_and_flows(path):
    allowed = {"flows", "dataclasses", "typing", "collections", "functools", "itertools", "__future__"}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").partition(".")[0] in allowed, named(path)
        if isinstance(node, ast.Import):
            assert {a.name.partition(".")[0] for a in node.names} <= allowed, named(path)


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_only_the_edge_commits(path):
    """No function commits: transactions are opened by edges, with `transaction()`, and closed there."""
    if path.name in EDGES:
        return
    calls = [
        n for n in ast.walk(tree(path)) if isinstance(n, ast.Attribute) and n.attr in {"commit", "rollback"}
    ]
    desk = path.is_relative_to(ROOT / "bot" / "desk")  # Telegram's side has a database of its own
    assert not calls or desk, f"{named(path)}:{calls[0].lineno}"


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_only_db_knows_the_dialect(path):
    if path.name == "db.py":
        return
    source = path.read_text(encoding="utf-8")
    assert "sqlalchemy.dialects" not in source, named(path)
    assert "dialect.name" not in source, named(path)


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_french_stands_in_python(path):
    if path.name in BY_HAND:
        return
    for node in texts(tree(path)):
        assert len(node.value) == 1 or not FRENCH & set(node.value), f"{named(path)}:{node.lineno}"


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_files_and_functions_are_small(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= FILE_LINES, f"{named(path)}: {len(lines)} lines"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or 0) - node.lineno + 1
            assert size <= FUNCTION_LINES, f"{named(path)}:{node.lineno} {node.name}: {size} lines"


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_modules_are_named_by_the_domain(path):
    assert path.stem not in NO_NAMES


def test_nothing_above_the_bot_logs_with_a_traceback():
    """A traceback may carry the words of a youth."""
    for path in SOURCES:
        assert "log.exception" not in path.read_text(encoding="utf-8"), named(path)


def test_no_tracked_file_names_an_index_or_a_machine():
    files = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    hints = ("--index" + "-url", "--extra-index" + "-url", "/simple" + "/", "/wo" + "rk/", "/ro" + "ot/.")
    for name in files:
        path = ROOT / name
        if path.suffix in {".gz", ".png"} or not path.is_file():
            continue
        source = path.read_text(encoding="utf-8", errors="replace")
        assert not [h for h in hints if h in source], name


def test_locks_pin_every_package_with_hashes():
    for lock in ("requirements.lock", "tests/requirements.lock"):
        entries = (ROOT / lock).read_text().replace("\\\n", " ").splitlines()
        packages = [e for e in entries if e and not e.lstrip().startswith("#")]
        assert packages
        assert all("==" in e and "--hash=sha256:" in e for e in packages), lock
