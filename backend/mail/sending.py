"""Handing letters over to the mail server: in order for each person, at least once, never inside a transaction."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

import aiosmtplib
from aiosmtplib import SMTP, SMTPAuthenticationError, SMTPRecipientsRefused, SMTPResponseException

from backend.db import Database
from backend.mail.invitation import Letter, Letterhead, compose
from backend.mail.leases import failed, lease, sent, set_aside, try_again
from backend.mail.server import MailServer, parse_sender, parse_server
from backend.script import Clock, Script
from backend.settings import Settings

log = logging.getLogger(__name__)
PATIENCE = 30.0
"""Seconds for one letter, connection included."""
AT_ONCE = 50
"""Letters in one go."""
LONGEST = timedelta(hours=24)
"""A letter that could not be handed over for so long has failed."""
SLOWEST = timedelta(hours=2)


class Given(Exception):
    """The letter will never be accepted; the argument is the server's reason."""


@dataclass(frozen=True)
class PostOffice:
    """By which server letters leave, and what stands on them. No server: none leaves."""

    server: MailServer | None
    head: Letterhead | None


def post_office(settings: Settings, script: Script) -> PostOffice:
    url = settings.smtp_url.get_secret_value()
    if not url:
        return PostOffice(None, None)
    head = Letterhead(parse_sender(settings.mail_from), settings.base_url, script.wording.sayer)
    return PostOffice(parse_server(url), head)
