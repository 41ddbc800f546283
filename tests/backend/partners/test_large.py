"""A larger file, in a process of its own: a gross guard on memory and time (figures: tests.bench.partners)."""

from __future__ import annotations

import shutil

from tests.backend.partners.made_up import write
from tests.bench.partners import apart

MOST_MB, MOST_SECONDS, COUNT = 300, 60, 4_000


def test_an_import_streams(tmp_path, sqlite_template):
    shutil.copy(sqlite_template, tmp_path / "large.db")
    done = apart(f"sqlite:///{tmp_path}/large.db", write(tmp_path, COUNT))
    assert done["new"] == [COUNT, COUNT * 3 // 2]
    assert done["peak_mb"] < MOST_MB
    assert done["seconds"] < MOST_SECONDS
