"""Connections whose status line and headers, all together, have to come within the read timeout.

The timeout of a socket starts anew with every byte; a service that sends one byte now and then would hold a
thread for ever.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


@contextmanager
def stopped_after(seconds: float, stop: Callable[[], object]) -> Iterator[None]:
    """Call `stop` from another thread when the block takes longer."""
    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class PromptAdapter(HTTPAdapter):
    """The transport of requests with prompt connections, which can be ended while somebody waits for an answer."""

    def hang_up(self) -> None:
        """End every direct connection; who waits for one sees it broken."""
        pools = self.poolmanager.pools
        for key in list(pools.keys()):
            pool = pools.get(key)
            for connection in list(getattr(pool, "made", ())):
                sock = connection.sock
                if sock is not None:
                    _shut(sock)

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        """The pool of direct connections."""
        super().init_poolmanager(*arguments, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _PromptPool, "https": _PromptTlsPool}

    def proxy_manager_for(self, *arguments: Any, **options: Any) -> Any:
        """The pool of connections through a proxy."""
        manager = super().proxy_manager_for(*arguments, **options)
        manager.pool_classes_by_scheme = {"http": _PromptPool, "https": _PromptTlsPool}
        return manager


class _Prompt:
    sock: socket.socket | None
    timeout: Any

    def getresponse(self) -> Any:
        """The answer's head."""
        sock = self.sock
        if sock is None or not isinstance(self.timeout, int | float):
            return super().getresponse()  # type: ignore[misc]
        with stopped_after(self.timeout, lambda: _shut(sock)):
            return super().getresponse()  # type: ignore[misc]


def _shut(sock: socket.socket) -> None:
    try:
        sock.shutdown(socket.SHUT_RD)
    except OSError:
        return  # it is closed already


class _PromptConnection(_Prompt, HTTPConnection):
    pass


class _PromptTlsConnection(_Prompt, HTTPSConnection):
    pass


class _Remembering:
    """Knows the connections that it made and that are in use or kept."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.made: WeakSet[Any] = WeakSet()
        super().__init__(*arguments, **options)

    def _new_conn(self) -> Any:
        connection = super()._new_conn()  # type: ignore[misc]
        self.made.add(connection)
        return connection


class _PromptPool(_Remembering, HTTPConnectionPool):
    ConnectionCls = _PromptConnection


class _PromptTlsPool(_Remembering, HTTPSConnectionPool):
    ConnectionCls = _PromptTlsConnection
