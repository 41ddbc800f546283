"""Cookies and tokens of the sign-in: what is safe to follow, what a form must prove."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

_LOCAL = re.compile(r"/(?![/\\])[\w\-./?=&%#,+~]*", re.ASCII)


def local_path(wanted: str | None) -> str:
    """A path of this site, else the front page: no address of another site is ever followed."""
    return wanted if wanted and _LOCAL.fullmatch(wanted) else "/"


def new_entrance() -> str:
    return secrets.token_urlsafe(18)


def entrance_token(secret: bytes, entrance: str) -> str:
    """What the sign-in form must carry: only we can make it from the entrance cookie."""
    return hmac.new(secret, f"entrance:{entrance}".encode(), hashlib.sha256).hexdigest()


def is_entrance_token(secret: bytes, entrance: str | None, token: str) -> bool:
    if not entrance:
        return False
    return hmac.compare_digest(entrance_token(secret, entrance).encode(), token.encode())
