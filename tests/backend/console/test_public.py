"""Pages for everyone, headers, and what happens when something is wrong."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from backend.console.doorway import local_path
from backend.console.rendering import typeset
from content.directions import RIGHT_TO_LEFT
from content.helplines import all_helplines
from content.notices import notice, notice_languages
from content.wording import spoken_languages
from tests.backend.console.browser import Browser
from tests.backend.console.conftest import handover_of


@pytest.fixture
def anyone(browse) -> Browser:
    return browse()


def test_the_front_page_says_what_it_is_and_where_to_go(anyone):
    assert anyone.opens("/") == 200
    for word in ("mission locale", 'href="/connexion"', 'href="/desk/"', "3114"):
        assert word in anyone.words


@pytest.mark.parametrize("line", all_helplines(), ids=lambda line: line.id)
def test_every_help_line_has_a_page_with_one_big_link(anyone, line):
    assert anyone.opens(f"/appeler/{line.id}") == 200
    assert anyone.page.text.count("huge") == 1
    assert f'href="{line.uri}"' in anyone.page.text


def test_the_114_is_written_to_and_never_called(anyone):
    anyone.opens("/appeler/114")
    assert 'href="sms:114"' in anyone.words
    assert "tel:" not in anyone.words


def test_the_notice_tells_how_to_erase_and_to_complain(anyone):
    assert anyone.opens("/vieprivee") == 200
    for word in ("/supprimer", "CNIL", "Telegram", "moins de 16 ans"):
        assert word in anyone.words


@pytest.mark.parametrize("language", notice_languages())
def test_the_notice_stands_in_each_language_with_the_periods_of_the_settings(anyone, settings, language):
    assert anyone.opens(f"/vieprivee?langue={language}") == 200
    for days in settings.periods.values():
        assert f"{days}" in anyone.words, days
    for word in (
        "/supprimer",
        "/mesdonnees",
        "/stop",
        "/vieprivee",
        "CNIL",
        "Telegram",
        "cnil.fr/fr/plaintes",
    ):
        assert word in anyone.words, word
    assert "{" not in anyone.words.partition('<article class="notice"')[2].partition("</article>")[0]
    assert f'dir="{"rtl" if language in RIGHT_TO_LEFT else "ltr"}"' in anyone.words


def test_the_notices_say_the_same_under_as_many_headings(settings):
    """Easy French says it in sentences of its own, and leaves out what concerns staff only."""
    notices = {code: notice(code, settings.periods, {}) for code in notice_languages()}
    shapes = {code: [(len(p.text), len(p.list)) for p in found.parts] for code, found in notices.items()}
    whole = [shape for code, shape in shapes.items() if code not in {"fr", "fr-facile"}]
    assert whole == [shapes["en"]] * len(whole)
    assert shapes["fr"][:-1] == shapes["en"], "in French there is a word on cookies too"
    assert set(notices) == {*spoken_languages(), "fr-facile"}


def test_the_notice_names_who_answers_if_the_settings_do(anyone, settings):
    anyone.opens("/vieprivee")
    assert "La mission locale qui te reçoit." in anyone.words
    settings.controller, settings.dpo_contact = "Mission locale <de> Nevers", "dpo@exemple.fr"
    anyone.opens("/vieprivee?langue=fr-vous")
    assert "Mission locale &lt;de&gt; Nevers." in anyone.words
    assert ": dpo@exemple.fr" in anyone.words


@pytest.mark.parametrize("language", ["xx", "../fr", "fr%00", "%F0%9F%99%82" * 50])
def test_a_language_that_nobody_speaks_is_french(anyone, language):
    assert anyone.opens(f"/vieprivee?langue={language}") == 200
    assert "Ce que Passerelle garde de toi" in anyone.words


def test_health_is_good_while_the_database_answers(anyone):
    assert anyone.opens("/sante") == 200
    assert anyone.page.json() == {"database": "ok"}


def test_health_is_bad_when_the_database_is_gone(anyone, db, sqlite_url):
    db.close()
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    for part in file.parent.glob(f"{file.name}*"):
        part.unlink()
    file.write_bytes(b"this is no database" * 100)
    assert anyone.opens("/sante") == 503


@pytest.mark.parametrize("path", ["/", "/connexion", "/static/console.css", "/sante", "/nowhere", "/relais"])
def test_every_answer_carries_the_safe_headers(anyone, path):
    anyone.opens(path)
    headers = anyone.page.headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe-inline" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "strict-transport-security" not in headers


def test_no_page_has_a_script_or_a_style_of_its_own(nadia):
    for path in ("/", "/connexion", "/relais", "/vieprivee", "/appeler/3114"):
        nadia.opens(path)
        assert "<style" not in nadia.page.text
        assert " style=" not in nadia.page.text
        assert " onclick" not in nadia.page.text
        scripts = nadia.page.text.split("<script")[1:]
        assert all(script.startswith(' src="/static/') for script in scripts)


@pytest.mark.parametrize(
    "path", ["/nowhere", "/appeler/0", "/docs", "/openapi.json", "/static/../app.py", "/relais/x"]
)
def test_what_does_not_exist_is_said_plainly(nadia, path):
    assert nadia.opens(path) == 404
    if not path.startswith("/static"):
        assert "Cette page n'existe pas" in nadia.words


def test_a_wrong_method_is_said_plainly(anyone):
    answer = anyone.http.post("/vieprivee")
    assert answer.status_code == 405
    assert "ne se visite pas ainsi" in answer.text


def test_a_failure_shows_a_page_and_logs_nobodys_words(nadia, youth, db, caplog, capfd):
    youth.starts()
    youth.writes("/humain")
    thread = f"/relais/{handover_of(db)}"
    nadia.opens(thread)
    with db.engine.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE note RENAME TO gone")
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("BEGIN")
    with caplog.at_level(logging.DEBUG):
        assert nadia.sends(f"{thread}/noter", text="MARQUE-SECRETE") == 500
    assert "Quelque chose n'a pas marché de notre côté" in nadia.words
    assert "Traceback" not in nadia.words
    told = caplog.text + "".join(capfd.readouterr())
    assert "a page failed: OperationalError" in told
    assert "MARQUE-SECRETE" not in told


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        ("/relais/3", "/relais/3"),
        ("/relais?x=1#fin", "/relais?x=1#fin"),
        (None, "/"),
        ("//e", "/"),
        ("/\\e", "/"),
        ("/a\nb", "/"),
    ],
)
def test_only_local_paths_are_followed(wanted, path):
    assert local_path(wanted) == path


def test_french_narrow_spaces_are_set_in_words_and_not_in_code():
    assert (
        typeset("Qui ? Toi ! « ici » : là ; oui")
        == "Qui\u202f? Toi\u202f! «\u202fici\u202f»\u202f: là\u202f; oui"
    )
    assert typeset("a:b?c") == "a:b?c"
