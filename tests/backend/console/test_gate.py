"""Who is let in before any page is asked: proxies, names, sizes, and how often."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from pydantic import SecretStr

from backend.console.app import pages
from backend.console.gate import ENTERING
from backend.console.pacing import KEPT, Buckets, Pace, whose
from backend.console.proxies import Proxies
from backend.live import Bell
from backend.settings import Settings, load_settings
from tests.backend.console.conftest import SECRET
from tests.clock import Clock

STRANGER = "203.0.113.7"


def asked(app, path="/appeler/3114", *, came=STRANGER, method="GET", host="127.0.0.1:8000", **more):
    """One request from this address."""

    async def ask() -> httpx.Response:
        door = httpx.ASGITransport(app, client=(came, 5))
        headers = {"Host": host, **more.pop("headers", {})}
        async with httpx.AsyncClient(transport=door, base_url="http://x") as client:
            return await client.request(method, path, headers=headers, **more)

    return asyncio.run(ask())


class Seen:
    """What reaches the pages."""

    def __init__(self, trusted: str) -> None:
        self.app = Proxies(self, trusted=trusted)
        self.scope = {}

    async def __call__(self, scope, receive, send) -> None:
        self.scope = scope
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body"})

    def shows(self, came: str, **headers: str) -> tuple[str, str, str]:
        named = {"x-forwarded-" + name: value for name, value in headers.items()}
        asked(self.app, came=came, headers=named)
        host = next(value for name, value in self.scope["headers"] if name == b"host")
        return self.scope["client"][0], self.scope["scheme"], host.decode()


FORWARDED = {"for": "198.51.100.1", "proto": "https", "host": "evil.example"}


@pytest.mark.parametrize("trusted", ["", "10.0.0.1", "203.0.113.0/30"])
def test_what_a_stranger_says_of_forwarding_is_not_believed(trusted):
    assert Seen(trusted).shows(STRANGER, **FORWARDED) == (STRANGER, "http", "127.0.0.1:8000")


def test_a_proxy_of_ours_is_believed():
    assert Seen("203.0.113.0/24").shows(STRANGER, **FORWARDED) == ("198.51.100.1", "https", "evil.example")


@pytest.mark.parametrize(
    ("chain", "came"),
    [
        ("1.2.3.4, 198.51.100.1", "198.51.100.1"),
        ("1.2.3.4, 198.51.100.1, 10.0.0.9", "198.51.100.1"),
        ("<script>, 10.0.0.9", "10.0.0.9"),
        ("", "10.0.0.1"),
        ("10.0.0.8, 10.0.0.9", "10.0.0.8"),
        ("2001:db8::1", "2001:db8::1"),
        ("unknown", "10.0.0.1"),
    ],
)
def test_of_a_chain_the_last_stranger_counts_and_nothing_that_they_made_up(chain, came):
    assert Seen("10.0.0.0/24").shows("10.0.0.1", **{"for": chain})[0] == came


@pytest.mark.parametrize("wrong", ["*", "0.0.0.0/0", "proxy", "10.0.0.1/24"])
def test_a_wrong_name_of_a_proxy_stops_the_start(monkeypatch, wrong):
    monkeypatch.setenv("PASSERELLE_TRUSTED_PROXIES", wrong)
    with pytest.raises(Exception, match="PASSERELLE_TRUSTED_PROXIES: expected addresses or networks"):
        load_settings()


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "x@127.0.0.1x", "[", "192.0.2.1"]
)
def test_under_a_name_that_is_not_ours_nothing_is_shown(app, host):
    answer = asked(app, host=host)
    assert answer.status_code == 421
    assert "un nom qu’il ne connaît pas" in answer.text
    assert host not in answer.text or not host
    assert "default-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:9", "[::1]:8000", "LOCALHOST"])
def test_this_machine_is_called_by_any_of_its_own_names(app, host):
    assert asked(app, host=host).status_code == 200


def test_whoever_watches_over_the_server_may_call_it_as_they_like(app):
    assert asked(app, "/sante", host="10.0.0.5").status_code == 200


def test_an_address_with_a_slash_too_many_leads_to_ourselves(app):
    led = asked(app, "/connexion/")
    assert led.status_code == 307
    assert led.headers["location"] == "http://127.0.0.1:8000/connexion"
    assert asked(app, "http://127.0.0.1//evil.example/").status_code == 404


class TestBehindAProxy:
    @pytest.fixture
    def settings(self) -> Settings:
        return Settings(
            _env_file=None,
            secret_key=SECRET,
            telegram_token=SecretStr("1:x"),
            encryption_key=SECRET,
            host="0.0.0.0",
            public_url="https://passerelle.example",
            trusted_proxies="10.0.0.1",
        )

    def test_only_our_own_name_and_this_machine_are_answered(self, app):
        named = [
            asked(app, host=host).status_code for host in ("passerelle.example", "10.0.0.5", "x.example")
        ]
        assert named == [200, 421, 421]

    def test_each_visitor_behind_it_is_counted_alone(self, app, monkeypatch):
        monkeypatch.setattr("backend.console.gate.PAGES", Pace(2, 1))

        def comes(address: str) -> int:
            more = {"X-Forwarded-For": address, "X-Forwarded-Host": "passerelle.example"}
            return asked(app, "/nowhere", came="10.0.0.1", headers=more).status_code

        came = [comes(f"198.51.100.{last}") for last in (1, 1, 1, 2)]
        assert came == [404, 404, 429, 404]


class TestWithoutAPublicUrl:
    def test_the_pages_are_asked_for_by_any_number_and_by_no_name(self, db, script):
        settings = Settings(_env_file=None, secret_key=SECRET, host="0.0.0.0", demo=True)
        app = pages(settings, db, script, Bell())
        assert asked(app, host="192.168.1.20:8000").status_code == 200
        assert asked(app, host="evil.example").status_code == 421


def test_who_comes_too_often_is_told_when_to_come_again(app, clock):
    for _ in range(ENTERING.burst):
        assert asked(app, "/connexion", method="POST", data={}).status_code == 403
    refused = asked(app, "/connexion", method="POST", data={})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "2")
    assert "Trop de demandes" in refused.text and "no-store" in refused.headers["cache-control"]
    assert asked(app, "/connexion").status_code == 200
    assert asked(app, "/connexion", came="198.51.100.1", method="POST", data={}).status_code == 403
    clock.goes_on(seconds=2)
    assert asked(app, "/connexion", method="POST", data={}).status_code == 403


def test_a_number_to_call_is_never_told_to_wait(app, monkeypatch):
    monkeypatch.setattr("backend.console.gate.PAGES", Pace(1, 1))
    assert [asked(app, path).status_code for path in ("/sante", "/sante")] == [200, 429]
    assert {asked(app).status_code for _ in range(3)} == {200}


def test_a_bucket_fills_again_and_never_overflows_and_a_clock_set_back_takes_nothing():
    clock, buckets = Clock(), Buckets(Pace(2, 0.5))
    assert [buckets.wait("a", clock()) for _ in range(3)] == [0.0, 0.0, 2.0]
    clock.goes_on(seconds=3_600)
    assert [buckets.wait("a", clock()) for _ in range(3)] == [0.0, 0.0, 2.0]
    clock.goes_on(seconds=-3_600)
    assert buckets.wait("a", clock()) == 2.0


def test_a_flood_of_addresses_costs_no_memory():
    clock, buckets = Clock(), Buckets(Pace(1, 1))
    for number in range(KEPT + 10):
        buckets.wait(str(number), clock())
    assert len(buckets._kept) == KEPT


def test_a_household_is_one_address_and_our_own_machine_is_none():
    assert whose("2001:db8::1") == whose("2001:db8::ffff") != whose("2001:db8:0:1::1")
    assert whose("::ffff:203.0.113.7") == STRANGER
    assert [whose(own) for own in ("127.0.0.1", "::1", "::ffff:127.0.0.1", "", "unix")] == [""] * 5


def test_a_head_that_is_too_large_is_refused(app):
    assert asked(app, headers={"X-Long": "a" * 40_000}).status_code == 431
    assert asked(app, "/connexion?next=" + "a" * 40_000).status_code == 431


def test_nobody_sends_without_end(app, monkeypatch):
    monkeypatch.setattr("backend.console.gate.BODY", 1_000)
    assert asked(app, "/connexion", method="POST", data={"email": "a" * 2_000}).status_code == 413
