"""Settings come from the environment or `.env`, prefix `PASSERELLE_`. A wrong value stops the start."""

from __future__ import annotations

import ipaddress
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from backend.desk_secret import secret_of_the_desk
from backend.mail.server import checked_sender, checked_server
from backend.people.answerable import Answerable
from backend.proxies import checked_proxies
from backend.sealing.settings import Sealing
from content.places import territory_names

PREFIX = "PASSERELLE_"


class BadSettings(Exception):
    """A setting is wrong or missing; the message names it and says what is expected."""


class Settings(Answerable, Sealing):
    """Every setting of the deployment. The README lists them."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", hide_input_in_errors=True, env_ignore_empty=True
    )

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    public_url: str = ""
    """Where people reach the pages; empty: http://HOST:PORT."""
    trusted_proxies: Annotated[str, AfterValidator(checked_proxies)] = ""
    """Addresses and networks, separated by commas, whose `X-Forwarded-*` is believed; empty: nobody's."""
    database_url: Annotated[str, Field(repr=False)] = "sqlite:///var/passerelle.db"
    """With its password: shown nowhere."""
    secret_key: SecretStr = SecretStr("")
    secret_keys_old: SecretStr = SecretStr("")
    """Former ones, separated by commas: what they signed in the audit journal is known again."""
    telegram_token: SecretStr = SecretStr("")
    """Set: the real Telegram. Unset: the desk Telegram."""
    telegram_api: str = ""
    """Base URL of a Bot API server; empty: Telegram's own."""
    telegram_name: Annotated[str, Field(pattern=r"^@?[A-Za-z0-9_]{0,64}$")] = ""
    """The bot's username, for the links on cards; learned from Telegram where the bot runs in the same process."""
    telegram_mode: Literal["polling", "webhook"] = "polling"
    webhook_secret: SecretStr = SecretStr("")
    telegram_budget: Annotated[float | None, Field(ge=0, le=1000)] = None
    """Lines a second that the bot may send, 0 for no limit; see `backend.pace`."""
    telegram_chat_pace: Annotated[float | None, Field(ge=0, le=100)] = None
    """Lines a second to one chat after a short burst, 0 for no limit."""
    youth_pace: Annotated[int, Field(ge=0, le=1000)] = 40
    """Updates a minute of one chat that are answered; what is more is kept and not answered. 0 for no limit."""
    territories: Annotated[tuple[str, ...], NoDecode] = (
        "nevers-sud-nivernais",
        "clermont-metropole-et-volcans",
    )
    timezone: str = "Europe/Paris"
    home_team: str = ""
    """The mission locale (slug) whose médiateurs see handovers without a commune; empty: the first territory."""
    smtp_url: Annotated[SecretStr, AfterValidator(checked_server)] = SecretStr("")
    """smtp://user:password@host:port or smtps://…; empty: no mail is sent, and nothing fails."""
    mail_from: Annotated[str, AfterValidator(checked_sender)] = ""
    """In whose name mails leave, such as Passerelle <rendez-vous@exemple.fr>."""
    road_factor: Annotated[float, Field(ge=1, le=5)] = 1.3
    """How much longer the road is than the crow's way, between two places of an advisor's day."""
    demo: bool = False
    second_factor: Literal["managers", "all"] = "managers"
    """Who signs in with a code of their telephone too; managers and administrators always do."""

    @field_validator("territories", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(v.strip() for v in value.split(",") if v.strip()) if isinstance(value, str) else value

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("expected a time zone such as Europe/Paris") from error
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        try:
            known = make_url(value).get_backend_name() in {"sqlite", "postgresql"}
        except ArgumentError:
            known = False
        if not known:
            raise ValueError("expected sqlite:///path or postgresql://user:password@host/name")
        return value

    @field_validator("territories")
    @classmethod
    def _known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value or not set(value) <= set(territory_names()):
            raise ValueError(f"expected some of {', '.join(territory_names())}, separated by commas")
        return value

    @field_validator("public_url")
    @classmethod
    def _shown(cls, value: str) -> str:
        host = urlsplit(value).hostname or ""
        if value.startswith("http") and "." not in host and ":" not in host:
            raise ValueError(
                "expected an address that Telegram takes in a button, such as https://passerelle.example.fr"
            )
        return value

    @field_validator("public_url", "telegram_api")
    @classmethod
    def _url(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("expected an address that begins with http:// or https://")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _doors(self) -> Self:
        """Away from the desk, nothing is made up: a token and a secret must be given."""
        needed = ("telegram_token", "secret_key", "encryption_key")
        missing = [n for n in needed if not getattr(self, n).get_secret_value()]
        if missing and not self.at_desk:
            *most, last = (PREFIX + n.upper() for n in missing)
            names = f"{', '.join(most)} and {last}" if most else last
            raise ValueError(f"{names} must be set, unless HOST is a loopback address or {PREFIX}DEMO=1")
        if self.telegram_mode == "webhook" and not self.webhook_secret.get_secret_value():
            raise ValueError(f"{PREFIX}WEBHOOK_SECRET must be set when {PREFIX}TELEGRAM_MODE=webhook")
        if self.smtp_url.get_secret_value() and not self.mail_from:
            raise ValueError(f"{PREFIX}MAIL_FROM must be set when {PREFIX}SMTP_URL is")
        return self

    @property
    def at_desk(self) -> bool:
        """Demo data, demo sign-ins and the desk Telegram are allowed."""
        return self.demo or is_loopback(self.host)

    @property
    def is_sqlite(self) -> bool:
        return make_url(self.database_url).get_backend_name() == "sqlite"

    @property
    def uses_desk(self) -> bool:
        return not self.telegram_token.get_secret_value()

    @property
    def base_url(self) -> str:
        host = (
            "127.0.0.1" if self.host == "localhost" else self.host
        )  # Telegram takes no localhost in a button
        host = f"[{host}]" if ":" in host else host
        return self.public_url or f"http://{host}:{self.port}"

    @property
    def team(self) -> str:
        """The slug of the home team."""
        return self.home_team or (self.territories[0] if self.territories else "")


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def load_settings() -> Settings:
    """Read the settings. Raises BadSettings with the setting's name and what is expected."""
    try:
        settings = Settings()
    except ValidationError as error:
        raise BadSettings("\n".join(_explain(e["loc"], e["msg"]) for e in error.errors())) from None
    if not settings.secret_key.get_secret_value():
        settings.secret_key = SecretStr(secret_of_the_desk())
    return settings


def _explain(where: tuple[int | str, ...], what: str) -> str:
    name = PREFIX + str(where[0]).upper() + ": " if where else ""
    return name + what.removeprefix("Value error, ")
