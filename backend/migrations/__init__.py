"""The database's shape, from the first commit on. A database made by an older one is upgraded with its data kept."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from backend.db import Database

HERE = Path(__file__).parent


def configuration(db: Database) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["engine"] = db.engine
    config.attributes["waits"] = not db.is_sqlite
    return config


def upgrade(db: Database, revision: str = "head") -> None:
    """Bring the database to a revision. Doing it twice, or in two processes at once, changes nothing."""
    command.upgrade(configuration(db), revision)
