"""What is the same for every answer: headers that protect, access from other sites, HEAD."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from imagegraph.api.pages import POLICY
from imagegraph.api.problems import problem
from imagegraph.api.responses import path_below
from imagegraph.errors import WorkersBusy

#: methods that only read; SPARQL, validation and annotation read by POST
_READING = frozenset(("GET", "HEAD", "OPTIONS"))
_READ_BY_POST = frozenset(("/sparql", "/validate", "/terms/annotate", "/identifiers/check"))
_PREFLIGHT = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"GET, HEAD, POST, OPTIONS"),
    (b"access-control-allow-headers", b"Accept, Authorization, Content-Type, If-None-Match"),
    (b"access-control-max-age", b"86400"),
    (b"vary", b"Origin, Access-Control-Request-Method"),
]
_EXPOSED = "Link, X-Request-ID, ETag, Content-Location, Location, Retry-After"


class CommonHeaders:
    """ASGI middleware around every answer.

    * Pages of any web site may read (`Access-Control-Allow-Origin: *`), none but our own may change anything:
      a request that changes and comes from another site is refused, whatever the browser lets through.
    * `HEAD` is answered like `GET`, without the content.
    * A request that outlasts the stopping of the server is told so.
    * Nothing is sniffed, framed or loaded from elsewhere.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        method = scope["method"]
        if method == "OPTIONS" and "access-control-request-method" in headers:
            await send({"type": "http.response.start", "status": 204, "headers": _PREFLIGHT})
            await send({"type": "http.response.body", "body": b""})
            return
        only_head = method == "HEAD"
        if only_head:
            scope = {**scope, "method": "GET"}

        started = False

        async def completed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                complete(MutableHeaders(scope=message))
            elif only_head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        if not is_reading(scope) and is_foreign(headers):
            refusal = problem(
                403, slug="forbidden", title="Forbidden", instance=scope["path"],
                root=_root(scope),
                detail="A page of another web site sent this request. Only programs, and pages of this "
                "service, may change records.",
            )  # fmt: skip
            await refusal(scope, receive, completed)
            return
        try:
            await self._app(scope, receive, completed)
        except asyncio.CancelledError:  # the server stops and has waited long enough
            if started:
                raise
            await _stopping(scope)(scope, receive, completed)


def is_reading(scope: Scope) -> bool:
    """Whether a request only reads."""
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    return scope["method"] in _READING or (scope["method"] == "POST" and path in _READ_BY_POST)


def _stopping(scope: Scope) -> Response:
    return problem(
        503, slug=WorkersBusy.slug, title=WorkersBusy.title, instance=scope["path"],
        root=_root(scope), headers={"Retry-After": "5"},
        detail="The service is being stopped, and this request took too long for that. Send it again later.",
    )  # fmt: skip


def _root(scope: Scope) -> str:
    return path_below(scope["app"].state.services, "").rstrip("/")


def complete(headers: MutableHeaders) -> None:
    """Add the headers that every answer has."""
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Access-Control-Allow-Origin"] = "*"
    headers["Access-Control-Expose-Headers"] = _EXPOSED
    if headers.get("content-type", "").startswith("text/html"):
        headers["Content-Security-Policy"] = POLICY
        headers["Referrer-Policy"] = "no-referrer"


def is_foreign(headers: Headers) -> bool:
    """Whether a browser says that a page of another site sent the request."""
    if headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")
