"""At the desk nobody sets a secret: one is made."""

from __future__ import annotations

import secrets
from pathlib import Path


def secret_of_the_desk(path: Path = Path("var/secret")) -> str:
    """Made once and kept, so that a restart keeps people signed in."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32))
    return path.read_text()
