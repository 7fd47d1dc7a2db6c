"""A stand-in for a service elsewhere: answers over real HTTP what a test tells it to, well or badly.

Targets are compared as they arrive, percent-encoding included. What nobody prepared is answered with 599 and
listed in `unexpected`. The replies are in `stand_in_replies`.
"""

from __future__ import annotations

import select
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

Reply = Callable[["StandInHandler"], None]


@dataclass
class Received:
    """One request.

    Attributes:
        target: path and query below the base address, as they arrived.
        headers: by lower-case name.
        begun: when it had arrived, in seconds of the monotonic clock.
        ended: the moment before its answer was complete, or when whoever asked had left; None until then. What
            overlaps here was in flight at the same time.
        sent: bytes of the body that were handed to the network.
        subject: the IRI that it asked about, where the stand-in knows.
    """

    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    begun: float = field(default_factory=time.monotonic)
    ended: float | None = None
    sent: int = 0
    subject: str = ""

    def end(self) -> None:
        """It ends now, unless it ended before."""
        if self.ended is None:
            self.ended = time.monotonic()


class StandIn:
    """A server in a thread; `with StandIn() as service: …`.

    Args:
        prefix: path of its base address; starts and ends with a slash.
    """

    def __init__(self, prefix: str = "/") -> None:
        self.prefix = prefix
        self.requests: list[Received] = []
        self.unexpected: list[str] = []
        self._replies: dict[str, list[Reply]] = {}
        self._otherwise: Reply | None = None
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), StandInHandler)
        self._server.stand_in = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    @property
    def base(self) -> str:
        """Its base address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}{self.prefix.rstrip('/')}"

    @property
    def name(self) -> str:
        """Its host and port."""
        return f"127.0.0.1:{self.port}"

    @property
    def targets(self) -> list[str]:
        """What was asked, in order."""
        return [request.target for request in self.requests]

    def stop(self) -> None:
        """From now on nobody listens."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def answer(self, target: str, *replies: Reply) -> None:
        """Give these replies to a target, one after the other, the last one again and again."""
        self._replies[target] = list(replies)

    def answer_all(self, reply: Reply) -> None:
        """Give one reply to every target that has none of its own."""
        self._otherwise = reply

    def reply_to(self, received: Received) -> Reply:
        """The next reply; remembers the request."""
        with self._lock:
            self.requests.append(received)
            replies = self._replies.get(received.target)
            if replies:
                return replies.pop(0) if len(replies) > 1 else replies[0]
        return self.otherwise(received)

    def otherwise(self, received: Received) -> Reply:
        """The reply to a target that has none of its own."""
        if self._otherwise is not None:
            return self._otherwise
        return self.unprepared(received)

    def unprepared(self, received: Received) -> Reply:
        """The reply to what nobody prepared."""
        self.unexpected.append(received.target)
        return lambda handler: handler.send(599, b"nobody prepared this", {"Content-Type": "text/plain"})


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    stand_in: StandIn

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is none of the stand-in's business."""


class StandInHandler(BaseHTTPRequestHandler):
    """Passes each request to the stand-in's next reply."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server
    received: Received

    def do_GET(self) -> None:
        """Answer."""
        target = self.path.removeprefix(self.server.stand_in.prefix)
        self.received = Received(target, {name.lower(): value for name, value in self.headers.items()})
        try:
            self.server.stand_in.reply_to(self.received)(self)
        finally:
            self.received.end()

    def send(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.received.end()
        self.end_headers()
        self.send_part(body)

    def send_part(self, content: bytes) -> None:
        """A part of a body, as it is."""
        self.wfile.write(content)
        self.received.sent += len(content)

    def wait(self, seconds: float) -> bool:
        """Let time pass; False at once when whoever asked leaves meanwhile."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self.connection], [], [], left)[0]:
                try:
                    if self.connection.recv(1, socket.MSG_PEEK) == b"":
                        self.close_connection = True
                        return False
                except OSError:
                    self.close_connection = True
                    return False
                time.sleep(min(left, 0.01))
        return True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""
