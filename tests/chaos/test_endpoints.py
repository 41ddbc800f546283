"""Whatever is sent to an endpoint, by whomever: an answer, never a fault of ours. More by `make long`."""

from __future__ import annotations

import pytest

from tests.chaos.endpoints import examined


@pytest.fixture
def url(sqlite_url):
    return sqlite_url


def test_no_endpoint_fails_whoever_sends_it_whatever(db, script, monkeypatch):
    """But for one that is made to fail, so that it is known to be noticed."""
    monkeypatch.setattr("backend.console.public.helpline", lambda _: 1 / 0)
    visits = examined(db, script, {"": 1, "Hélène": 1})
    broken = [one for one in visits.failed if " GET http://127.0.0.1:8000/appeler/" in one]
    assert len(broken) == 2 and visits.failed == broken
    assert visits.became.total() > 300 and visits.became[200] > 30
    assert visits.became.keys() >= {200, 303, 401, 403, 404, 422}
