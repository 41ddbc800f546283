"""The address of the mail server: what it means, and what is said when it is wrong."""

from __future__ import annotations

import pytest

from backend.mail.server import MailServer, parse_sender, parse_server
from backend.settings import BadSettings, load_settings

SECRET = "do-not-show"


@pytest.mark.parametrize(
    ("url", "means"),
    [
        ("smtp://mail.exemple.fr", MailServer("mail.exemple.fr", 25)),
        ("smtp://mail.exemple.fr:2525", MailServer("mail.exemple.fr", 2525)),
        ("smtps://mail.exemple.fr", MailServer("mail.exemple.fr", 465, use_tls=True, start_tls=False)),
        ("smtp://a:b@mail.exemple.fr", MailServer("mail.exemple.fr", 587, "a", "b", start_tls=True)),
        ("smtp://a%40x.fr:p%2Fw@m.fr:25", MailServer("m.fr", 25, "a@x.fr", "p/w", start_tls=True)),
        ("smtp://a:b@127.0.0.1:25", MailServer("127.0.0.1", 25, "a", "b", start_tls=False)),
        ("smtp://m.fr?starttls=required", MailServer("m.fr", 25, start_tls=True)),
        ("smtp://a:b@m.fr?starttls=never", MailServer("m.fr", 587, "a", "b", start_tls=False)),
        ("smtp://[::1]:26", MailServer("::1", 26, start_tls=False)),
    ],
)
def test_an_address_says_where_who_and_how_safely(url, means):
    assert parse_server(url) == means


def test_a_password_over_a_network_asks_for_encryption():
    assert parse_server(f"smtp://a:{SECRET}@m.fr").start_tls is True
    assert SECRET not in repr(parse_server(f"smtp://a:{SECRET}@m.fr"))


@pytest.fixture
def with_settings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def load(**values):
        for name, value in values.items():
            monkeypatch.setenv(f"PASSERELLE_{name}", value)
        return load_settings()

    return load


@pytest.mark.parametrize(
    "url",
    [
        f"mail.exemple.fr:{SECRET}",
        f"http://a:{SECRET}@m.fr",
        f"smtp://a:{SECRET}@",
        f"smtp://a:{SECRET}@m.fr:99999",
        f"smtp://a:{SECRET}@m.fr:port",
        f"smtp://a:{SECRET}/@m.fr",
        f"smtp://a:{SECRET}#@m.fr",
        f"smtp://a:{SECRET}@m.fr?tls=1",
        f"smtp://a:{SECRET}@m.fr?starttls=perhaps",
    ],
)
def test_a_wrong_address_is_named_and_never_shown(with_settings, url):
    with pytest.raises(
        BadSettings, match="PASSERELLE_SMTP_URL: expected smtp://user:password@host:port"
    ) as error:
        with_settings(SMTP_URL=url, MAIL_FROM="a@b.fr")
    assert SECRET not in str(error.value)


def test_whoever_sends_must_say_in_whose_name(with_settings):
    with pytest.raises(BadSettings, match="PASSERELLE_MAIL_FROM must be set"):
        with_settings(SMTP_URL=f"smtp://a:{SECRET}@m.fr")
    settings = with_settings(MAIL_FROM="Passerelle <a@b.fr>")
    assert SECRET not in repr(settings)


@pytest.mark.parametrize("text", ["nobody", "@b.fr", "a@", "a@b.fr\nBcc: c@d.fr", "é@b.fr", "<>"])
def test_a_sender_that_is_none_is_refused(with_settings, text):
    with pytest.raises(BadSettings, match="PASSERELLE_MAIL_FROM: expected an address"):
        with_settings(MAIL_FROM=text)


def test_a_sender_may_have_a_name():
    assert str(parse_sender("Passerelle <a@b.fr>")) == "Passerelle <a@b.fr>"
    assert parse_sender("a@b.fr").addr_spec == "a@b.fr"
