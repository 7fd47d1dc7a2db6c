"""The one door: every request is let through by who sends it, before any route sees it."""

from __future__ import annotations

from typing import Annotated, cast
from urllib.parse import urlencode, urlsplit

from fastapi import Depends
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from imagegraph.api.bad_tokens import BadTokens, bad_token_address
from imagegraph.api.middleware import is_foreign, is_reading
from imagegraph.api.problems import from_error
from imagegraph.api.responses import path_below
from imagegraph.errors import Forbidden, TooManyRequests, Unauthorized
from imagegraph.model.access import Caller, TokenScope
from imagegraph.operations import access
from imagegraph.operations.services import Services

#: addresses that are open to everybody: whether the service is well, what errors mean, and what pages are made of
_OPEN = ("/health/", "/problems", "/static/", "/metrics", "/sign-in", "/sign-out", "/review/")
#: cookie that holds a session
SESSION = "imagegraph_session"


class AccessControl:
    """ASGI middleware that lets a request through, or answers 401 or 403.

    Who asks stands in `scope["state"]["caller"]` afterwards, and their name in `scope["state"]["identity"]`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        services = cast(Services, scope["app"].state.services)
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        wanted: TokenScope | None = (
            None if path.startswith(_OPEN) else "read" if is_reading(scope) else "write"
        )
        try:
            headers = Headers(scope=scope)
            if (
                "authorization" in headers or "cookie" in headers
            ):  # may note the use of a token, which may have to wait for the disk
                caller = await _known_caller(scope, headers, services)
            else:
                caller = _caller(scope, headers, services)
            scope.setdefault("state", {})
            scope["state"]["caller"] = caller
            scope["state"]["identity"] = caller.name
            if wanted is not None:
                access.check(caller, wanted)
            if caller.in_browser and not is_reading(scope) and not _says_it_is_ours(headers):
                raise Forbidden(
                    "The browser does not say that a page of this service sent this; nothing was changed."
                )
        except (Unauthorized, Forbidden, TooManyRequests) as error:
            await _refusal(Request(scope), error)(scope, receive, send)
            return
        await self._app(scope, receive, send)


async def _known_caller(scope: Scope, headers: Headers, services: Services) -> Caller:
    """Who shows a token or a session; bad tokens are counted, and refused when there are too many of them.

    Raises:
        Unauthorized: the token is not good.
        TooManyRequests: nor were the many before it.
    """
    shown = access.shown_token(headers)
    if shown is None:
        return await run_in_threadpool(_caller, scope, headers, services)
    bad_tokens, address = cast(BadTokens, scope["app"].state.bad_tokens), bad_token_address(scope)
    try:
        bad_tokens.check(address, shown)
        try:
            return await run_in_threadpool(_caller, scope, headers, services)
        except Unauthorized:
            bad_tokens.count(address, shown)
            raise
    except TooManyRequests:
        scope.setdefault("state", {})["is_untold"] = True
        raise


def _refusal(request: Request, error: Unauthorized | Forbidden | TooManyRequests) -> Response:
    """The way to the page for signing in for somebody who wants to look at a page; else a problem."""
    wants_page = "text/html" in request.headers.get("accept", "") and request.method in ("GET", "HEAD")
    if isinstance(error, Unauthorized) and wants_page:
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        place = path_below(cast(Services, request.app.state.services), "sign-in")
        return Response(status_code=303, headers={"Location": f"{place}?{urlencode({'next': wanted})}"})
    return from_error(request, error)


def _says_it_is_ours(headers: Headers) -> bool:
    """Whether a browser says that a page of this service sent a request (https://www.w3.org/TR/fetch-metadata/)."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site == "same-origin"
    return origin is not None and urlsplit(origin).netloc == headers.get("host")


def caller_of(request: Request) -> Caller:
    """Who sent a request."""
    return cast(Caller, request.state.caller)


async def _agent(request: Request) -> str:
    return agent_of(request)


def agent_of(request: Request) -> str:
    """How the history calls who sent a request."""
    caller = caller_of(request)
    return f"HTTP API, {caller.name}" if caller.name.startswith(("token ", "person ")) else "HTTP API"


def require(request: Request, wanted: TokenScope) -> None:
    """Refuse what the sender of a request may not do.

    Raises:
        Unauthorized: nobody has said who they are.
        Forbidden: their token is not good for this.
    """
    access.check(caller_of(request), wanted)


def require_change(request: Request, wanted: TokenScope) -> None:
    """Refuse a change that the sender of a request may not make, at an address where most requests only read.

    Raises:
        Unauthorized: nobody has said who they are.
        Forbidden: their token is not good for this, or a page of another web site sent the request.
    """
    require(request, wanted)
    foreign = is_foreign(request.headers)
    if foreign or (caller_of(request).in_browser and not _says_it_is_ours(request.headers)):
        raise Forbidden(
            "The browser does not say that a page of this service sent this; nothing was changed."
        )


def _caller(scope: Scope, headers: Headers, services: Services) -> Caller:
    client = scope.get("client")
    found = access.caller_of(
        headers, session=Request(scope).cookies.get(SESSION), address=client[0] if client else None, tokens=services.tokens,
        anonymous_reading=services.settings.anonymous_reading,
    )  # fmt: skip
    return access.with_roles(found, services.projects)


#: who sent the request, for the history
Agent = Annotated[str, Depends(_agent)]
