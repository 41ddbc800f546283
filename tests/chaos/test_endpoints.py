"""Whatever is sent to an endpoint, by whomever: an answer, never a fault of ours. More by `make long`."""

from __future__ import annotations

import pytest

from tests.chaos.endpoints import examined


@pytest.fixture
def url(sqlite_url):
    return sqlite_url


def test_no_endpoint_fails_whoever_sends_it_whatever(db, script):
    visits = examined(db, script, {"": 1, "Hélène": 2})
    assert visits.failed == []
    assert visits.became.total() > 400 and visits.became[200] > 40
    assert visits.became.keys() >= {200, 303, 401, 403, 404, 422}


def test_a_page_that_fails_would_be_noticed(db, script, monkeypatch):
    monkeypatch.setattr("backend.console.public.helpline", lambda _: 1 / 0)
    assert any(
        " GET http://127.0.0.1:8000/appeler/" in one
        for one in examined(db, script, {"": 2}, "/appeler/").failed
    )
