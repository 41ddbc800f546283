"""What went wrong, said in plain French (`problem.html`), with what to do next."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urlsplit

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.console.doorway import local_path
from backend.console.rooms import rooms_of

log = logging.getLogger(__name__)


class Problem(Exception):
    """A page that explains. `kind` names its text; `about` (a back link, a text to keep) is never logged."""

    def __init__(self, status: int, kind: str, **about: Any) -> None:
        super().__init__(kind)
        self.status = status
        self.kind = kind
        self.about = about


class SignInFirst(Exception):
    """Nobody is signed in, or not any more."""


def explain(app: FastAPI) -> None:
    """Every error of these pages becomes a page."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(SignInFirst, _sign_in_first)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)


def problem_page(request: Request, status: int, kind: str, about: dict[str, Any]) -> HTMLResponse:
    about = {"text": "", "back": "", "holder": None, **about}
    visitor = getattr(request.state, "visitor", None)
    return rooms_of(request).show("problem.html", visitor, status, kind=kind, about=about)


async def _problem(request: Request, error: Exception) -> Response:
    if not isinstance(error, Problem):
        raise error
    return problem_page(request, error.status, error.kind, error.about)


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.BAD_REQUEST
    return problem_page(request, status, str(int(status)), {})


async def _invalid(request: Request, error: Exception) -> Response:
    """An address that is none of ours (`/relais/abc`), or a question we do not know (`?avant=x`)."""
    wrong = error.errors() if isinstance(error, RequestValidationError) else []
    status = HTTPStatus.NOT_FOUND if any(e["loc"][0] == "path" for e in wrong) else HTTPStatus.BAD_REQUEST
    return problem_page(request, status, str(int(status)), {})


def typed_words(fields: Mapping[str, str]) -> str:
    """All that somebody has written in a form, so that it is not lost."""
    return "\n\n".join(fields[name] for name in ("text", "note") if fields.get(name))


async def _sign_in_first(request: Request, _: Exception) -> Response:
    """A page leads to the sign-in; a form too, and shows the text that was typed, so that it is not lost."""
    if request.method != "POST":
        return RedirectResponse(f"/connexion?{urlencode({'next': request.url.path})}", HTTPStatus.SEE_OTHER)
    back = local_path(urlsplit(request.headers.get("referer", "")).path)
    text = typed_words(getattr(request.state, "fields", {}))
    return problem_page(request, HTTPStatus.UNAUTHORIZED, "expired", {"back": back, "text": text})


class LastResort:
    """Whatever else fails becomes a page; the log says where, never with whose words."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001  the last resort
            log.error("a page failed: %s at %s", type(error).__qualname__, _where(error))  # noqa: TRY400  no words
            if not begun:
                page = problem_page(Request(scope), HTTPStatus.INTERNAL_SERVER_ERROR, "500", {})
                await page(scope, receive, send)


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    return " > ".join(f"{frame.name}:{frame.lineno}" for frame in frames)
