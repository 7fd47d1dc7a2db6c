"""Tells the work of a request where it comes from, and notes what was refused for lack of a right."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from imagegraph.api.client_addresses import client_address
from imagegraph.errors import DataFolderError
from imagegraph.model.audit import coming_from
from imagegraph.operations.services import Services

_LOG = logging.getLogger("imagegraph")
_REFUSED = (401, 403)
#: refusals that are noted in a minute; a flood of them must not fill the disk
_MOST_A_MINUTE = 120


class Auditing:
    """ASGI middleware around everything that may change or refuse something.

    Args:
        app: the application.
        trusted_proxies: those whose word about the client's address is believed.
    """

    def __init__(self, app: ASGIApp, *, trusted_proxies: str) -> None:
        self._app = app
        self._trusted = trusted_proxies
        self._minute, self._noted, self._passed_over = 0.0, 0, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; note a refusal."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        client = client_address(scope, trusted_proxies=self._trusted)
        request = str(scope.get("state", {}).get("request_id", ""))
        with coming_from(client=client, request=request):
            await self._app(scope, receive, watched)
            if status in _REFUSED and self._may_note():
                await run_in_threadpool(self._note, scope, status)

    def _may_note(self) -> bool:
        now = time.monotonic()
        if now - self._minute >= 60:
            self._minute, self._noted = now, 0
        self._noted += 1
        if self._noted <= _MOST_A_MINUTE:
            return True
        self._passed_over += 1
        return False

    def _note(self, scope: Scope, status: int) -> None:
        services = cast(Services, scope["app"].state.services)
        passed_over, self._passed_over = self._passed_over, 0
        outcome = f"{status}, and {passed_over} more before" if passed_over else str(status)
        agent = str(scope.get("state", {}).get("identity", "anonymous"))
        with suppress(DataFolderError):  # the answer is sent; the log of the service has the refusal too
            services.audit.note(
                "request.refuse", agent=agent, object=f"{scope['method']} {scope['path']}", outcome=outcome
            )
