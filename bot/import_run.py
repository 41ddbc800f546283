"""What every import does: all in one transaction or nothing, with a bar where somebody looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from backend.db import Database, Tx


class _Undone(Exception):
    """A dry run: everything is undone."""


def in_one(db: Database, work: Callable[..., Any], path: Path, dry_run: bool, size: int) -> Any:
    """What `work(tx, path, read)` returns; a dry run does it too, then undoes it. `size`: bytes to be read."""
    done: Any = None
    try:
        with typer.progressbar(length=size, label=path.name) as bar, db.transaction() as tx:
            done = work(tx, path, bar.update)
            _undo(tx, dry_run)
    except _Undone:
        pass
    return done


def _undo(tx: Tx, dry_run: bool) -> None:
    tx.flush()
    if dry_run:
        raise _Undone
