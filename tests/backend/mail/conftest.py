"""A mail server, and the office that hands letters over to it."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from backend.mail.sending import post, post_office
from backend.settings import Settings
from tests.backend.mail.post import PostOfTests, opened

FROM = "Passerelle <rendez-vous@exemple.fr>"


def settings_for(url):
    return Settings(
        _env_file=None,
        secret_key=SecretStr("x"),
        smtp_url=SecretStr(url),
        mail_from=FROM,
        public_url="https://passerelle.exemple.fr",
    )


@pytest.fixture
def box():
    made = PostOfTests()
    with opened(made):
        yield made


@pytest.fixture
def office(box, script):
    return post_office(settings_for(f"smtp://127.0.0.1:{box.port}"), script)


@pytest.fixture
def deliver(db, office, clock):
    """Hand over what is due now; how many letters were tried."""
    return lambda: post(db, office, clock)
