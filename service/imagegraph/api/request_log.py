"""Every request gets an id, is counted, and leaves one line in the log.

Bad tokens of an address that has shown too many of them are counted only (see `bad_tokens`).
The line tells which route answered, never the path, the query or the body: those hold names of records.
"""

from __future__ import annotations

import logging
import time
from typing import cast

from starlette.requests import Request
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from imagegraph.api.client_addresses import client_address
from imagegraph.api.metrics import RequestMetrics
from imagegraph.api.middleware import complete
from imagegraph.api.problems import from_accident
from imagegraph.api.request_ids import HEADER, REQUEST_ID, request_id_from

_ACCESS = logging.getLogger("imagegraph.access")
_LOG = logging.getLogger("imagegraph")
#: what is said of a request that no route was found for, or that was refused before one was looked for
NO_ROUTE = "none"
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"))


class RouteNote:
    """ASGI middleware next to the router: keeps which route answered where the outermost one finds it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and note the route."""
        try:
            await self._app(scope, receive, send)
        finally:
            if scope["type"] == "http":
                scope["state"]["route"] = _template(scope)


class RequestLog:
    """ASGI middleware around all others: sees every answer, and answers when everything else has failed.

    Args:
        app: the application.
        metrics: where requests are counted.
        trusted_proxies: those whose word about the client's address is believed.
    """

    def __init__(self, app: ASGIApp, *, metrics: RequestMetrics, trusted_proxies: str) -> None:
        self._app = app
        self._metrics = metrics
        self._trusted = trusted_proxies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; count and tell what became of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = request_id_from(scope["headers"])
        scope.setdefault("state", {})["request_id"] = request_id
        token = REQUEST_ID.set(request_id)
        header = (HEADER, request_id.encode())
        status = sent = 0

        async def watched(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), header]
            else:
                sent += len(message.get("body", b""))
            await send(message)

        started = time.perf_counter()
        self._metrics.in_flight += 1
        try:
            await self._app(scope, receive, watched)
        except Exception as error:
            route = _route_of(scope)
            _LOG.error("unexpected error at %s %s", _method_of(scope), route, exc_info=error)
            if not status:
                answer = from_accident(Request(scope), error)
                complete(answer.headers)
                await answer(scope, receive, watched)
        finally:
            self._metrics.in_flight -= 1
            self._tell(scope, status=status or 500, sent=sent, seconds=time.perf_counter() - started)
            REQUEST_ID.reset(token)

    def _tell(self, scope: Scope, *, status: int, sent: int, seconds: float) -> None:
        route, method = _route_of(scope), _method_of(scope)
        self._metrics.count(method=method, path=scope["path"], route=route, status=status, seconds=seconds)
        if not scope["state"].get("is_untold") and _ACCESS.isEnabledFor(logging.INFO):
            milliseconds = round(1000 * seconds, 1)
            members = {
                "method": method, "route": route, "status": status, "milliseconds": milliseconds, "bytes": sent,
                "client": client_address(scope, trusted_proxies=self._trusted),
                "identity": scope["state"].get("identity"),
            }  # fmt: skip
            _ACCESS.info("%s %s %d %s ms", method, route, status, milliseconds, extra={"members": members})


def _method_of(scope: Scope) -> str:
    """The method, when it is one that is known; whoever sends may invent others."""
    method = cast(str, scope["method"])
    return method if method in _METHODS else "other"


def _route_of(scope: Scope) -> str:
    return cast(str, scope["state"].get("route", NO_ROUTE))


def _template(scope: Scope) -> str:
    """The template of the address that a request was routed by, mounts included."""
    outer = scope.get("app_root_path")
    mount = "" if outer is None else scope.get("root_path", "").removeprefix(outer)
    path = getattr(scope.get("route"), "path_format", None)
    if path is not None:
        return f"{mount}{path}"
    if mount:
        return f"{mount}/{{path}}"
    endpoint = scope.get("endpoint")
    plain = (route for route in scope["app"].router.routes if isinstance(route, Route))
    return next((route.path_format for route in plain if route.endpoint == endpoint), NO_ROUTE)
