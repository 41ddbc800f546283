"""How the bot gets its updates: getUpdates or a webhook, never both."""

import ipaddress
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from bot.desk.errors import Json, bad_request, conflict
from bot.desk.params import Params
from bot.desk.state import Desk
from bot.desk.webhook import CONNECTIONS

BATCH_MOST, POLL_MOST, SECRET_MOST = 100, 50, 256
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_HOOKED = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def _allow(desk: Desk, params: Params) -> None:
    kinds = params.json("allowed_updates")
    if kinds is not None:
        desk.updates.allow([str(kind) for kind in kinds])


async def get_updates(desk: Desk, params: Params) -> list[Json]:
    """Confirm what `offset` confirms, then answer with what is pending, waiting up to `timeout` seconds."""
    if desk.webhook.url:
        raise conflict(_HOOKED)
    _allow(desk, params)
    offset, limit = params.integer("offset"), params.integer("limit")
    if offset:
        desk.confirmed(desk.updates.confirm_before(offset))
    limit = limit if 1 <= limit <= BATCH_MOST else BATCH_MOST
    seconds = min(max(params.number("timeout") or 0.0, 0.0), POLL_MOST)
    return await desk.updates.poll(limit, seconds)


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and _loopback(parts.hostname or "")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not parts.hostname:
        raise bad_request("bad webhook: Failed to resolve host: Name or service not known")


def _loopback(host: str) -> bool:
    """Plain HTTP is taken for one's own machine, as a self-hosted Bot API server does."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def set_webhook(desk: Desk, params: Params) -> bool:
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return await delete_webhook(desk, params)
    _check_url(url)
    if len(secret) > SECRET_MOST:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _allow(desk, params)
    if params.truth("drop_pending_updates"):
        desk.updates.clear()
    connections = params.integer("max_connections")
    desk.webhook.set(url, secret, connections if 1 <= connections <= 100 else CONNECTIONS)
    return True


async def delete_webhook(desk: Desk, params: Params) -> bool:
    if params.truth("drop_pending_updates"):
        desk.updates.clear()
    desk.webhook.set("", "")
    return True


async def webhook_info(desk: Desk, _params: Params) -> Json:
    info: Json = {
        "url": desk.webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(desk.updates.pending),
    }
    if desk.webhook.url:
        info |= {
            "max_connections": desk.webhook.connections,
            "ip_address": "127.0.0.1",
        } | desk.webhook.last_error
    return info | ({"allowed_updates": desk.updates.allowed} if desk.updates.allowed else {})


RECEIVING: dict[str, Callable[[Desk, Params], Awaitable[Any]]] = {
    "getupdates": get_updates,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": webhook_info,
}
