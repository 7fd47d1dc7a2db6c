"""A stand-in for a terminology service: answers over real HTTP what a test tells it to, well or badly.

Targets are compared as they arrive, percent-encoding included. What nobody prepared is answered with 599 and
listed in `unexpected`.
"""

from __future__ import annotations

import gzip
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PREFIX = "/ols4/api/"
Reply = Callable[["StandInHandler"], None]


@dataclass(frozen=True)
class Received:
    """One request: the target below the base address, and its headers by lower-case name."""

    target: str
    headers: Mapping[str, str] = field(default_factory=dict)


class OlsStandIn:
    """A server in a thread; `with OlsStandIn() as service: …`."""

    def __init__(self) -> None:
        self.requests: list[Received] = []
        self.unexpected: list[str] = []
        self._replies: dict[str, list[Reply]] = {}
        self._otherwise: Reply | None = None
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), StandInHandler)
        self._server.stand_in = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> OlsStandIn:
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
        """Its base address."""
        return f"http://127.0.0.1:{self.port}{PREFIX.rstrip('/')}"

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
            if self._otherwise is not None:
                return self._otherwise
            self.unexpected.append(received.target)
            return text("nobody prepared this", status=599)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    stand_in: OlsStandIn

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is none of the stand-in's business."""


class StandInHandler(BaseHTTPRequestHandler):
    """Passes each request to the stand-in's next reply."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Answer."""
        target = self.path.removeprefix(PREFIX)
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.stand_in.reply_to(Received(target, headers))(self)

    def send(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        """A whole answer."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


def body(content: bytes, *, status: int = 200, media_type: str = "application/json", **headers: str) -> Reply:
    """These bytes. Underscores in names of headers stand for hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.send(status, content, {"Content-Type": media_type, **named})


def document(content: Any, *, status: int = 200, **headers: str) -> Reply:
    """A JSON document."""
    return body(json.dumps(content).encode(), status=status, **headers)


def text(content: str, *, status: int = 200, media_type: str = "text/html", **headers: str) -> Reply:
    """A page, by default of HTML."""
    return body(content.encode(), status=status, media_type=media_type, **headers)


def empty(status: int) -> Reply:
    """No body, and no media type."""
    return lambda handler: handler.send(status, b"", {})


def redirect(location: str, *, status: int = 302) -> Reply:
    """Elsewhere."""
    return lambda handler: handler.send(status, b"", {"Location": location})


def reset() -> Reply:
    """The connection is reset before anything is said."""

    def reply(handler: StandInHandler) -> None:
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.close()
        handler.close_connection = True

    return reply


def cut_off(content: bytes) -> Reply:
    """The connection ends in the middle of the body."""

    def reply(handler: StandInHandler) -> None:
        handler.send(
            200, content, {"Content-Type": "application/json", "Content-Length": str(2 * len(content) + 1)}
        )
        handler.close_connection = True

    return reply


def dripping(content: bytes, *, seconds: float, head: bool = False) -> Reply:
    """One byte now and then: of the body, or already of the status line.

    Args:
        seconds: between two bytes.
    """

    def reply(handler: StandInHandler) -> None:
        start = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        start += f"Content-Length: {len(content)}\r\n\r\n".encode()
        slowly = start + content if head else content
        if not head:
            handler.wfile.write(start)
        handler.close_connection = True
        for byte in slowly:
            try:
                handler.wfile.write(bytes([byte]))
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(seconds)

    return reply


def packed(content: bytes) -> Reply:
    """Compressed with gzip."""
    return body(gzip.compress(content), Content_Encoding="gzip")
