"""Handing letters over to the mail server: in order for each person, at least once, never inside a transaction."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiosmtplib import (
    SMTP,
    SMTPDataError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from backend.db import Database
from backend.mail.invitation import BadAddress, Letter, Letterhead, compose
from backend.mail.leases import failed, lease, sent, set_aside, try_again
from backend.mail.server import MailServer, parse_sender, parse_server
from backend.script import Clock, Script
from backend.settings import Settings

log = logging.getLogger(__name__)
PATIENCE, STEP = 30.0, 10.0
"""Seconds for one letter, connection included; and for one answer of the server."""
AT_ONCE = 50
"""Letters in one go."""
LONGEST, SLOWEST = timedelta(hours=24), timedelta(hours=2)
"""For how long a letter is tried again, and the longest pause between two tries."""
REASON = 200
"""Characters kept of what a server says."""


@dataclass(frozen=True)
class PostOffice:
    """By which server letters leave, and what stands on them."""

    server: MailServer
    head: Letterhead


def post_office(settings: Settings, script: Script) -> PostOffice | None:
    """None if no mail server is set."""
    url = settings.smtp_url.get_secret_value()
    if not url:
        return None
    head = Letterhead(parse_sender(settings.mail_from), settings.base_url, script.wording.sayer)
    return PostOffice(parse_server(url), head)


def post(db: Database, office: PostOffice | None, now: Clock) -> int:
    """Hand over what is due; how many letters were tried. Without a server they are set aside and counted."""
    if office is None:
        set_aside(db, now())
        return 0
    return asyncio.run(deliver_due(db, office, now))


async def deliver_due(db: Database, office: PostOffice, now: Clock) -> int:
    """One letter after the other, over one connection that is opened for the first of them."""
    tried, smtp = 0, _connection(office)
    try:
        while tried < AT_ONCE and (letter := await asyncio.to_thread(lease, db, now())):
            tried += 1
            error = await _attempt(smtp, office, letter, now())
            await asyncio.to_thread(_settle, db, letter, error, now())
            if error and not smtp.is_connected:
                break
    finally:
        await _hang_up(smtp)
    return tried


def _connection(office: PostOffice) -> SMTP:
    server = office.server
    return SMTP(
        local_hostname=office.head.sender.domain,
        hostname=server.host,
        port=server.port,
        username=server.user,
        password=server.password,
        use_tls=server.use_tls,
        start_tls=server.start_tls,
        timeout=STEP,
    )


async def _attempt(smtp: SMTP, office: PostOffice, letter: Letter, at: datetime) -> Exception | None:
    """Try once. None: the server has it."""
    try:
        async with asyncio.timeout(PATIENCE):
            if not smtp.is_connected:
                await smtp.connect()
            message = compose(letter, office.head, at)
            await smtp.send_message(message, sender=office.head.sender.addr_spec, recipients=[letter.email])
    except TimeoutError as error:
        smtp.close()  # nobody knows which answer comes next on this line
        return error
    except Exception as error:  # noqa: BLE001  # whatever the server does, the letter is settled
        return error
    return None


async def _hang_up(smtp: SMTP) -> None:
    if smtp.is_connected:
        with contextlib.suppress(SMTPException, OSError):
            await smtp.quit()
    smtp.close()


def _settle(db: Database, letter: Letter, error: Exception | None, now: datetime) -> None:
    if error is None:
        sent(db, letter, now)
        return
    why = said_by(error)
    log.warning("mail %s: %s", letter.mail_id, type(error).__name__)
    pause = None if is_final(error) else pause_after(letter.attempts)
    if pause is None:
        failed(db, letter, now, why)
    else:
        try_again(db, letter, now + pause, why)


def is_final(error: Exception) -> bool:
    """Nobody will ever take this letter. A server that refuses our sign-in may be put right, and is asked again."""
    one = _one(error)
    if isinstance(one, SMTPRecipientRefused | SMTPSenderRefused | SMTPDataError):
        return one.code >= 500
    return isinstance(one, BadAddress)


def said_by(error: Exception) -> str:
    """A reason to show: what the server answered, else the kind of failure."""
    one = _one(error)
    if isinstance(one, SMTPResponseException):
        return f"{one.code} {one.message}"[:REASON]
    return type(one).__name__


def _one(error: Exception) -> Exception:
    """A letter has one recipient: a refusal of all is a refusal of this one."""
    return error.recipients[0] if isinstance(error, SMTPRecipientsRefused) else error


def pause_after(attempts: int) -> timedelta | None:
    """1, 2, 4 … minutes, two hours at most; None when the pauses so far make a day."""
    waited = sum((_pause(n) for n in range(1, attempts)), timedelta())
    return None if waited >= LONGEST else _pause(attempts)


def _pause(attempt: int) -> timedelta:
    return min(timedelta(minutes=2.0 ** min(attempt - 1, 10)), SLOWEST)
