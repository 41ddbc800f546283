"""Settings: who answers for what is kept of young people, and where it is written down who was erased."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field
from sqlalchemy.engine import make_url

from backend.retention.periods import Periods

JOURNAL = ".erasures"
"""What the journal's name ends with, beside an SQLite file."""


class Answerable(Periods):
    """Named in the notice that young people read; without them it speaks of «their mission locale»."""

    database_url: str
    controller: Annotated[str, Field(max_length=120)] = ""
    """The organisation that answers for the data (RGPD), such as «Mission locale de Nevers»."""
    dpo_contact: Annotated[str, Field(max_length=120)] = ""
    """How to reach its data protection officer: an e-mail address, a telephone number or a page."""
    erasures: str = ""
    """The journal of erasures, outside the database; empty: beside an SQLite file, else var/passerelle.erasures."""

    @property
    def periods(self) -> dict[str, int]:
        """How long things are kept, in days, by the names that the notice has for them."""
        return {name.removeprefix("keep_"): getattr(self, name) for name in Periods.model_fields}

    @property
    def journal_of_erasures(self) -> Path:
        url = make_url(self.database_url)
        if not self.erasures and url.get_backend_name() == "sqlite" and url.database:
            return Path(url.database + JOURNAL)
        return Path(self.erasures or f"var/passerelle{JOURNAL}")
