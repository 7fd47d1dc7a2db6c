"""Turning requests away before they cost anything: too many of one client, or too many at once.

A client is the token that it shows, else its address (see `client_addresses`). Reading, queries and writing
have limits of their own, so that a busy import does not keep its own pages from being read. Whether the service
is well can be asked at any time.
"""

from __future__ import annotations

import math
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from typing import Literal

from starlette.types import ASGIApp, Receive, Scope, Send

from imagegraph.api.client_addresses import client_key
from imagegraph.api.problems import problem
from imagegraph.api.responses import path_below
from imagegraph.errors import ImagegraphError, TooManyRequests, WorkersBusy
from imagegraph.settings import Settings

Kind = Literal["read", "query", "write"]

#: a client may save up the requests of so many seconds for one burst
BURST_SECONDS = 10.0
#: clients that are remembered; who was not heard of longest is forgotten, and starts anew
MOST_CLIENTS = 20_000
#: of the requests at once, the part that queries may be, and the part that writing may be
_SHARE = 0.5
_NEVER_SHED = ("/health/live", "/health/ready", "/metrics")
_READING = ("GET", "HEAD", "OPTIONS")


class Buckets:
    """A token bucket for each client; all of them hold a bounded number of clients.

    Args:
        rate: requests per second that one client may send on average; 0 for any number.
        most: clients that are remembered.
        clock: seconds that only grow.
    """

    def __init__(
        self, rate: float, *, most: int = MOST_CLIENTS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = rate
        self._full = max(1.0, rate * BURST_SECONDS)
        self._most = most
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._levels)

    def take(self, client: str) -> float:
        """Count one request of a client; returns 0 when it may be answered, else the seconds until one may."""
        if self._rate == 0:
            return 0.0
        now = self._clock()
        level, then = self._levels.pop(client, (self._full, now))
        level = min(self._full, level + (now - then) * self._rate)
        wait = 0.0 if level >= 1 else (1 - level) / self._rate
        self._levels[client] = (level - 1 if wait == 0 else level, now)
        while len(self._levels) > self._most:
            self._levels.popitem(last=False)
        return wait


class Shedding:
    """ASGI middleware that answers 429 to a client with too many requests, 503 when too many are in work.

    Args:
        app: the application.
        settings: the limits.
    """

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._trusted = settings.trusted_proxies
        self._buckets: dict[Kind, Buckets] = {
            "read": Buckets(settings.read_rate),
            "query": Buckets(settings.query_rate),
            "write": Buckets(settings.write_rate),
        }
        self._most = settings.requests_at_once
        self._under_way: Counter[Kind] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or turn it away."""
        if scope["type"] != "http" or scope["path"].endswith(_NEVER_SHED):
            await self._app(scope, receive, send)
            return
        kind = kind_of(scope["method"], scope["path"])
        wait = self._buckets[kind].take(client_key(scope, trusted_proxies=self._trusted))
        if wait:
            await _refuse(scope, receive, send, status=429, error=_too_many(kind, math.ceil(wait)))
            return
        if self._is_full(kind):
            await _refuse(scope, receive, send, status=503, error=_too_busy(self._most))
            return
        self._under_way[kind] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._under_way[kind] -= 1

    def _is_full(self, kind: Kind) -> bool:
        if self._under_way.total() >= self._most:
            return True
        return kind != "read" and self._under_way[kind] >= self._most * _SHARE


def kind_of(method: str, path: str) -> Kind:
    """What a request asks of the service; documents to be judged cost as much as those to be kept."""
    if path.endswith("/sparql") or "/queries/" in path:
        return "query"
    return "read" if method in _READING else "write"


def _too_many(kind: Kind, seconds: int) -> TooManyRequests:
    setting = f"IMAGEGRAPH_{kind.upper()}_RATE"
    return TooManyRequests(
        f"You have sent too many requests of this kind ({kind}). Go on in {seconds} s and send fewer at a time; "
        f"who runs the service can raise {setting}.",
        retry_after=seconds,
    )


def _too_busy(most: int) -> WorkersBusy:
    return WorkersBusy(
        f"The service is at work on as many requests as it can take ({most} in all). Try again in a moment.",
        retry_after=1,
    )


async def _refuse(scope: Scope, receive: Receive, send: Send, *, status: int, error: ImagegraphError) -> None:
    answer = problem(
        status, slug=error.slug, title=error.title, detail=error.detail, instance=scope["path"],
        root=path_below(scope["app"].state.services, "").rstrip("/"),
        headers={"Retry-After": str(error.extra["retry_after"])}, extra=error.extra,
    )  # fmt: skip
    await answer(scope, receive, send)
