"""The mail server of the deployment, as one address: smtp://user:password@host:port or smtps://…"""

from __future__ import annotations

from dataclasses import dataclass, field
from email.headerregistry import Address
from email.utils import parseaddr
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from pydantic import SecretStr

EXPECTED = "expected smtp://user:password@host:port or smtps://…, with special characters written as %XX"
PORTS = {"smtps": 465, "smtp": 25}
SUBMISSION = 587
"""Where one signs in."""
STARTTLS: dict[str, bool] = {"required": True, "never": False}


@dataclass(frozen=True)
class MailServer:
    """Where letters are handed over. `start_tls` None: whenever the server offers it."""

    host: str
    port: int
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    use_tls: bool = False
    start_tls: bool | None = None


def parse_server(url: str) -> MailServer:
    """Read the address of a mail server. Raises ValueError, which says what is expected, never what was given."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError(EXPECTED) from None
    options = parse_qs(parts.query)
    known = set(options) <= {"starttls"} and options.get("starttls", ["never"])[-1] in STARTTLS
    if (
        parts.scheme not in PORTS
        or not parts.hostname
        or parts.path.strip("/")
        or parts.fragment
        or not known
    ):
        raise ValueError(EXPECTED)
    user = unquote(parts.username) if parts.username else None
    password = unquote(parts.password) if parts.password else None
    usual = SUBMISSION if user and parts.scheme == "smtp" else PORTS[parts.scheme]
    secure = parts.scheme == "smtps"
    return MailServer(parts.hostname, port or usual, user, password, secure, _start_tls(parts, options))


def checked_server(url: SecretStr) -> SecretStr:
    """A setting, as it was given. Raises ValueError."""
    if url.get_secret_value():
        parse_server(url.get_secret_value())
    return url


def checked_sender(text: str) -> str:
    """A setting, as it was given. Raises ValueError."""
    if text:
        parse_sender(text)
    return text


def _start_tls(parts: SplitResult, options: dict[str, list[str]]) -> bool | None:
    """A password never crosses a network in clear, unless someone says so."""
    if parts.scheme == "smtps":
        return False
    if "starttls" in options:
        return STARTTLS[options["starttls"][-1]]
    if _is_here(parts.hostname or ""):
        return False
    return True if parts.password else None


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def parse_sender(text: str) -> Address:
    """`a@b.fr` or `Passerelle <a@b.fr>`. Raises ValueError."""
    name, address = parseaddr(text)
    user, _, domain = address.rpartition("@")
    if not (user and domain and address.isascii() and text.isprintable()):
        raise ValueError("expected an address such as Passerelle <rendez-vous@exemple.fr>")
    return Address(name, user, domain)
