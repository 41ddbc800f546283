"""A wrong setting stops the start, with its name and what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.settings import BadSettings, Settings, load_settings

README = Path(__file__).parent.parent.parent / "README.md"


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def with_settings(monkeypatch, **values):
    for name, value in values.items():
        monkeypatch.setenv(f"PASSERELLE_{name}", value)
    return load_settings()


def test_at_the_desk_nothing_needs_to_be_set(tmp_path):
    settings = load_settings()
    assert settings.uses_desk and settings.at_desk and settings.base_url == "http://127.0.0.1:8000"
    assert (tmp_path / "var/secret").stat().st_mode & 0o777 == 0o600
    assert load_settings().secret_key == settings.secret_key, "a restart keeps people signed in"


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("PORT", "eighty", "PASSERELLE_PORT"),
        ("PORT", "99999", "PASSERELLE_PORT"),
        ("TIMEZONE", "Europe/Nevers", "expected a time zone"),
        ("DATABASE_URL", "mysql://x", "expected sqlite:///path or postgresql://"),
        ("DATABASE_URL", "garbage", "PASSERELLE_DATABASE_URL"),
        ("PUBLIC_URL", "passerelle.fr", "http:// or https://"),
        ("TELEGRAM_MODE", "pigeon", "PASSERELLE_TELEGRAM_MODE"),
        ("TELEGRAM_MODE", "webhook", "PASSERELLE_WEBHOOK_SECRET must be set"),
        ("DEMO", "perhaps", "PASSERELLE_DEMO"),
        ("ENCRYPTION_KEY", "too short", "PASSERELLE_ENCRYPTION_KEY: expected 32 characters or more"),
        ("TERRITORIES", "atlantis", "PASSERELLE_TERRITORIES: expected some of"),
        ("TERRITORIES", ",", "PASSERELLE_TERRITORIES: expected some of"),
        ("PUBLIC_URL", "http://localhost:8000", "takes in a button"),
        ("KEEP_UNFINISHED", "0", "PASSERELLE_KEEP_UNFINISHED: .* greater than or equal to 1"),
        ("KEEP_WORDS", "7", "PASSERELLE_KEEP_WORDS: .* greater than or equal to 30"),
        ("KEEP_CONTACT", "forever", "PASSERELLE_KEEP_CONTACT: .* valid integer"),
    ],
)
def test_a_wrong_value_is_named_and_what_is_expected_said(monkeypatch, name, value, expected):
    with pytest.raises(BadSettings, match=expected):
        with_settings(monkeypatch, **{name: value})


def test_away_from_the_desk_a_missing_token_or_secret_stops_the_start(monkeypatch):
    all_of_them = "TELEGRAM_TOKEN, PASSERELLE_SECRET_KEY and PASSERELLE_ENCRYPTION_KEY must be set"
    with pytest.raises(BadSettings, match=all_of_them):
        with_settings(monkeypatch, HOST="0.0.0.0")
    with pytest.raises(BadSettings, match="PASSERELLE_SECRET_KEY and PASSERELLE_ENCRYPTION_KEY must be set"):
        with_settings(monkeypatch, HOST="0.0.0.0", TELEGRAM_TOKEN="1:A")
    with pytest.raises(BadSettings, match=r"^PASSERELLE_ENCRYPTION_KEY must be set"):
        with_settings(monkeypatch, HOST="0.0.0.0", TELEGRAM_TOKEN="1:A", SECRET_KEY="s")


def test_files_are_sealed_with_a_key_of_their_own_and_at_the_desk_with_the_secret(monkeypatch):
    assert load_settings().sealing_secret == load_settings().secret_key.get_secret_value().encode()
    assert with_settings(monkeypatch, ENCRYPTION_KEY="k" * 32).sealing_secret == b"k" * 32


def test_demo_opens_the_desk_elsewhere(monkeypatch):
    assert with_settings(monkeypatch, HOST="0.0.0.0", DEMO="1").at_desk


def test_a_secret_never_shows(monkeypatch):
    settings = with_settings(
        monkeypatch, TELEGRAM_TOKEN="1:very-secret", SECRET_KEY="hidden", ENCRYPTION_KEY="covert" * 6
    )
    shown = repr(settings) + str(settings)
    assert not [secret for secret in ("very-secret", "hidden", "covert") if secret in shown]


def test_a_wrong_secret_is_not_repeated_in_the_error(monkeypatch):
    with pytest.raises(BadSettings) as error:
        with_settings(monkeypatch, TELEGRAM_TOKEN="1:very-secret", PORT="x")
    assert "very-secret" not in str(error.value)


def test_territories_are_a_list_with_commas(monkeypatch):
    assert with_settings(monkeypatch, TERRITORIES="nevers-sud-nivernais, ").territories == (
        "nevers-sud-nivernais",
    )


def test_settings_may_come_from_a_file(tmp_path):
    (tmp_path / ".env").write_text("PASSERELLE_PORT=8123\n")
    assert load_settings().port == 8123


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_readme_says_what_every_setting_is_for(name):
    table = README.read_text(encoding="utf-8").partition("\n## Settings\n")[2].partition("\n## ")[0]
    named = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `PASSERELLE_")]
    assert any(f"`PASSERELLE_{name.upper()}`" in words for words in named)
