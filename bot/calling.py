"""A call of the Bot API as JSON, its answer as it came. aiogram's models of both cost more than all else in a turn."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods.base import TelegramMethod
from aiohttp import ClientError, ClientTimeout

JSON = {"Content-Type": "application/json"}
OK = 200


async def call(
    bot: Bot, method: type[TelegramMethod[Any]], *, patience: float | None = None, **fields: Any
) -> Any:
    """The result of a method, as plain JSON; fields that are None are left out. Raises what aiogram raises.

    `patience`: seconds for it all, if not those of the session.
    """
    session = cast("AiohttpSession", bot.session)
    http = await session.create_session()
    url = session.api.api_url(token=bot.token, method=method.__api_method__)
    body = json.dumps({name: value for name, value in fields.items() if value is not None}).encode()
    within = ClientTimeout(total=patience or session.timeout)
    try:
        async with http.post(url, data=body, headers=JSON, timeout=within) as answer:
            status, raw = answer.status, await answer.read()
    except TimeoutError as error:
        raise TelegramNetworkError(method.model_construct(), "Request timeout error") from error
    except ClientError as error:
        raise TelegramNetworkError(method.model_construct(), type(error).__name__) from error
    return _result(bot, method, status, raw.decode(errors="replace"))


def _result(bot: Bot, method: type[TelegramMethod[Any]], status: int, text: str) -> Any:
    with suppress(ValueError, RecursionError):
        told = json.loads(text)
        if status == OK and isinstance(told, dict) and told.get("ok") is True:
            return told.get("result")
    return bot.session.check_response(bot, method.model_construct(), status, text).result
