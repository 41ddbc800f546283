"""Going out to fetch a calendar: only to the public internet, only so much, only so long."""

from __future__ import annotations

from ipaddress import ip_address

import httpx
import pytest

from backend.calendars.addresses import is_public, public_addresses
from backend.calendars.fetching import Outside, Unreadable, _request, address_of, fetch
from tests.backend.calendars.elsewhere import HOST, outside


@pytest.mark.parametrize("ip", ["1.1.1.1", "193.51.24.1", "2001:41d0::1", "2606:4700::1111"])
def test_machines_of_the_internet_are_gone_to(ip):
    assert is_public(ip_address(ip))


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::",
        "64:ff9b::a00:1",
        "64:ff9b::7f00:1",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
    ],
)
def test_machines_of_ours_and_of_neighbours_are_not(ip):
    assert not is_public(ip_address(ip))


@pytest.mark.parametrize(
    "address", ["https://x.fr:22/c", "https://x.fr:5432/c", "https://x.fr:0/c", "http://x.fr:25/c"]
)
def test_only_the_usual_doors_of_a_machine_are_knocked_at(address):
    with pytest.raises(Unreadable, match="address"):
        address_of(address, Outside(plain=True))
    assert address_of("https://x.fr:8443/c", Outside()).port == 8443


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "2130706433", "0x7f.1", "127.1", "[::1]", "0"])
async def test_however_our_own_machine_is_called_it_is_refused(host):
    """The system itself says what these names mean."""
    with pytest.raises(Unreadable, match=r"address|unreachable"):
        await fetch(f"https://{host}/cal.ics", Outside())
    with pytest.raises(Unreadable, match=r"address|unreachable"):
        await fetch(f"http://{host}/cal.ics", Outside(plain=True))


async def test_one_bad_machine_behind_a_name_is_enough_to_refuse():
    async def both(host, port):
        return ["1.1.1.1", "10.0.0.1"]

    assert await public_addresses("x.fr", 443, both) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "cal.ics",
        "file:///etc/passwd",
        "ftp://x.fr/c.ics",
        "http://x.fr/c.ics",
        "https://",
        "https:///x",
        "https://[::1",
        "https://x.fr:port/",
        "javascript:1",
        "https://x\x00.fr/",
    ],
)
def test_an_address_that_is_none_is_refused(text):
    with pytest.raises(Unreadable, match="address"):
        address_of(text, Outside())


@pytest.mark.parametrize(
    "text", ["webcal://x.fr/c.ics", " https://x.fr/c.ics ", "WEBCAL://x.fr/c.ics", "webcals://x.fr/c.ics"]
)
def test_the_usual_ways_to_write_one_are_understood(text):
    assert str(address_of(text, Outside())) == "https://x.fr/c.ics"


async def test_a_calendar_is_fetched_from_the_machine_that_was_looked_at(elsewhere):
    assert await fetch(elsewhere.url("/cal.ics?cle=1"), outside()) == elsewhere.content
    (asked,) = elsewhere.asked
    assert asked.headers["host"].startswith(HOST) and asked.url.query == "cle=1"
    assert "cookie" not in asked.headers and asked.headers["accept-encoding"] == "identity"


async def test_behind_https_the_certificate_must_be_that_of_the_name():
    async with httpx.AsyncClient() as client:
        made = _request(client, httpx.URL("https://été.fr:8443/c.ics"), "1.2.3.4")
    assert (made.url.host, made.url.port) == ("1.2.3.4", 8443)
    assert made.headers["host"] == "xn--t-9fab.fr:8443" == f"{made.extensions['sni_hostname']}:8443"


async def test_a_name_that_means_another_machine_a_moment_later_leads_nowhere_else(elsewhere):
    """The name is asked once; what it means at the second asking is never connected to."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])

    async def changes(host, port):
        return next(answers)

    found = Outside(plain=True, ports=None, resolve=changes, may=lambda ip: str(ip) == "127.0.0.1")
    assert await fetch(elsewhere.url(), found) == elsewhere.content
    with pytest.raises(Unreadable, match="address"):
        await fetch(elsewhere.url(), found)
    assert len(elsewhere.asked) == 1


async def test_a_redirection_is_followed_when_it_leads_to_where_we_go(elsewhere):
    assert await fetch(elsewhere.url("/to?there=/cal.ics"), outside()) == elsewhere.content


@pytest.mark.parametrize(
    "there",
    [
        "http://inside.fr/",
        "https://169.254.169.254/latest",
        "file:///etc/passwd",
        "http://[::1]/",
        "//10.0.0.1/",
    ],
)
async def test_a_redirection_to_a_machine_of_ours_is_not(elsewhere, there):
    names = {HOST: "127.0.0.1", "inside.fr": "10.0.0.1"}

    async def resolve(host, port):
        return [names.get(host, host)]

    found = Outside(
        plain=True, ports=None, resolve=resolve, may=lambda ip: str(ip) == "127.0.0.1" or is_public(ip)
    )
    with pytest.raises(Unreadable, match="address"):
        await fetch(elsewhere.url(f"/to?there={there}"), found)


async def test_a_redirection_that_never_ends_is_given_up(elsewhere):
    elsewhere_again = elsewhere.url("/to").replace(
        "/to",
        "/to?there=/to%3Fthere%3D/to%253Fthere%253D/to%25253Fthere%25253D/to%2525253Fthere%2525253D/cal.ics",
    )
    with pytest.raises(Unreadable, match="refused"):
        await fetch(elsewhere_again, outside())


async def test_50_megabytes_are_cut_off_at_five(elsewhere):
    with pytest.raises(Unreadable, match="too_big"):
        await fetch(elsewhere.url("/endless.ics"), outside())


async def test_a_server_that_drips_is_given_up_in_time(elsewhere):
    with pytest.raises(Unreadable, match="unreachable"):
        await fetch(elsewhere.url("/slow.ics"), outside(patience=0.3))


async def test_what_is_packed_or_refused_is_no_calendar(elsewhere):
    with pytest.raises(Unreadable, match="refused"):
        await fetch(elsewhere.url("/packed.ics"), outside())
    for status in (204, 401, 404, 500):
        elsewhere.status = status
        with pytest.raises(Unreadable, match="refused"):
            await fetch(elsewhere.url(), outside())


async def test_a_server_that_is_away_is_said_to_be(elsewhere):
    with pytest.raises(Unreadable, match="unreachable"):
        await fetch("http://agenda.exemple.fr:1/cal.ics", outside())

    async def unknown(host, port):
        raise OSError

    with pytest.raises(Unreadable, match="unreachable"):
        await fetch("https://nowhere.exemple.fr/cal.ics", Outside(resolve=unknown))


async def test_if_the_first_machine_does_not_answer_the_next_one_is_tried(elsewhere):
    async def two(host, port):
        return ["127.0.0.2", "127.0.0.1"]

    found = Outside(plain=True, ports=None, resolve=two, may=lambda ip: True)
    assert await fetch(elsewhere.url(), found) == elsewhere.content
