"""The promise of a reader follows the holidays of the place where the readers work."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from backend.places.models import Site

GOOD_FRIDAY = datetime(2027, 3, 26, 9, tzinfo=UTC)
"""A holiday in Alsace and Moselle only."""
CLOSED = "Personne ne lira avant mardi 30 mars à 9 h"


@pytest.mark.parametrize(("insee", "closed"), [("67482", True), ("58194", False)])
def test_a_holiday_of_the_desk_is_not_one_elsewhere(db, youth, clock, insee, closed):
    with db.transaction() as tx:
        tx.execute(update(Site).where(Site.kind == "head_office").values(insee=insee))
    clock.at = GOOD_FRIDAY
    youth.starts()
    said = youth.writes("/humain")[0]
    assert (CLOSED in said) is closed and ("Personne ne lira" in said) is closed
