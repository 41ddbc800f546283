"""What stands in a QR code, and where its page leads."""

from __future__ import annotations

import segno
from markupsafe import Markup


def page_of(base_url: str, code: str) -> str:
    """The address of the public page."""
    return f"{base_url}/p/{code}"


def link_of(telegram_name: str, code: str) -> str:
    """The deep link that begins the conversation; empty if the name of the bot is not known."""
    name = telegram_name.lstrip("@")
    return f"https://t.me/{name}" + (f"?start={code}" if code else "") if name else ""


def drawn(address: str) -> Markup:
    """The QR code as SVG. A quarter of it may be dirty or torn: it hangs outside."""
    code = segno.make_qr(address, error="q")
    return Markup(code.svg_inline(border=2, omitsize=True))  # noqa: S704  its own drawing
