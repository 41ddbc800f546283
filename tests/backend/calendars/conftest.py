"""Somewhere else on the net."""

from __future__ import annotations

import pytest

from tests.backend.calendars.elsewhere import Elsewhere
from tests.bot.desk.serving import served


@pytest.fixture
def elsewhere():
    app = Elsewhere()
    with served(app) as base:
        app.base = base
        yield app
