"""What is secret is in no print, no error and no page."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

import pytest
from jinja2 import Environment
from pydantic import SecretStr

from backend.calendars import events
from backend.console.app import pages
from backend.db import connect
from backend.live import Bell
from backend.settings import BadSettings, Settings, load_settings
from tests.backend.console.conftest import rendered
from tests.backend.console.test_every_route import answered
from tests.chaos.endpoints import entered

TEMPLATES = Path(events.__file__).parents[1] / "console" / "templates"
OUR_OWN_WORDS = ["inbox.html", "parts/site_fields.html", "transcript.txt"]
"""Where attributes that stand in the template itself are put as they are; and plain text."""
SAFE = re.compile(r"\|\s*safe\b|autoescape")
MARK = "xyzzy-secret-of-thirty-two-characters"
SECRET = {
    "DATABASE_URL": f"postgresql://me:{MARK}@127.0.0.1:1/none",
    "SECRET_KEY": MARK,
    "ENCRYPTION_KEY": MARK,
    "TELEGRAM_TOKEN": f"1:{MARK}",
    "WEBHOOK_SECRET": MARK,
    "SMTP_URL": f"smtp://me:{MARK}@127.0.0.1:1",
}


@pytest.fixture
def url(sqlite_url):
    return sqlite_url


@pytest.fixture
def set_up(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name, value in {**SECRET, "MAIL_FROM": "P <p@exemple.fr>"}.items():
        monkeypatch.setenv(f"PASSERELLE_{name}", value)


def test_settings_do_not_show_what_is_secret(set_up):
    settings = load_settings()
    assert MARK in settings.secret_key.get_secret_value() and MARK in settings.database_url
    assert MARK not in f"{settings!r} {settings} {settings.model_dump_json(exclude={'database_url'})}"
    assert MARK not in repr(connect(settings.database_url))


@pytest.mark.parametrize("name", SECRET)
def test_a_wrong_setting_is_named_and_not_repeated(set_up, monkeypatch, name):
    monkeypatch.setenv("PASSERELLE_PORT", MARK)
    monkeypatch.setenv(f"PASSERELLE_{name}", f"\x7f{MARK[:20]}")
    with pytest.raises(BadSettings, match="PASSERELLE_PORT") as failed:
        load_settings()
    assert MARK[:20] not in "".join(traceback.format_exception(failed.value))


def test_a_database_that_cannot_be_reached_is_told_without_its_password(set_up):
    with pytest.raises(Exception) as failed, connect(load_settings().database_url).reading() as tx:
        tx.connection()
    assert MARK not in "".join(traceback.format_exception(failed.value))


def test_no_page_shows_a_setting_that_is_secret(set_up, db, script):
    settings = Settings(_env_file=None, host="127.0.0.1", secret_key=SecretStr(MARK))
    app = pages(settings, db, script, Bell())
    cookies, _ = entered(app, "Hélène")
    shown = answered(app, [("GET", path, {}) for path in ("/etat", "/moi", "/connexion", "/sante")], cookies)
    assert [page.status_code for page in shown] == [200, 200, 303, 200]
    assert all(MARK not in page.text + str(page.headers) for page in shown)


def test_templates_escape_whatever_stands_in_them(script):
    page = rendered(script.wording, "Europe/Paris").environment
    assert page.autoescape is True
    assert page.from_string("{{ x }} <a title='{{ x }}'>").render(x="<b>'\"&") == (
        "&lt;b&gt;&#39;&#34;&amp; <a title='&lt;b&gt;&#39;&#34;&amp;'>"
    )
    names = sorted(file for file in TEMPLATES.rglob("*.*") if SAFE.search(file.read_text("utf-8")))
    assert [str(file.relative_to(TEMPLATES)) for file in names] == OUR_OWN_WORDS
    plain = [value for value in vars(events).values() if isinstance(value, Environment)]
    assert not any(name.endswith(".html") for one in plain for name in one.list_templates())
