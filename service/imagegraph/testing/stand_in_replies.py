"""What a stand-in service can answer: good answers, and every way in which an answer can be bad."""

from __future__ import annotations

import gzip
import json
import socket
import struct
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from imagegraph.testing.stand_in import Reply, StandInHandler

_MEGABYTE = 1_000_000


def body(content: bytes, *, status: int = 200, media_type: str = "application/json", **headers: str) -> Reply:
    """These bytes. Underscores in names of headers stand for hyphens."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.send(status, content, {"Content-Type": media_type, **named})


def document(
    content: Any, *, status: int = 200, media_type: str = "application/json", **headers: str
) -> Reply:
    """A JSON document."""
    return body(json.dumps(content).encode(), status=status, media_type=media_type, **headers)


def text(content: str, *, status: int = 200, media_type: str = "text/html", **headers: str) -> Reply:
    """A page, by default of HTML."""
    return body(content.encode(), status=status, media_type=media_type, **headers)


def html(status: int = 503) -> Reply:
    """The page that a proxy puts in place of an answer."""
    return text(f"<!DOCTYPE html><title>{status}</title><h1>{status}</h1><hr><p>proxy</p>", status=status)


def empty(status: int) -> Reply:
    """No body, and no media type."""
    return lambda handler: handler.send(status, b"", {})


def busy(retry_after: int | datetime | None = None, *, status: int = 429) -> Reply:
    """Asked too much.

    Args:
        retry_after: seconds, or a moment in UTC, to wait; nothing is said when None.
            (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)
    """
    if retry_after is None:
        return html(status)
    moment = isinstance(retry_after, datetime)
    said = format_datetime(retry_after, usegmt=True) if moment else str(retry_after)  # type: ignore[arg-type]
    return text("<h1>Slow down</h1>", status=status, Retry_After=said)


def redirect(location: str, *, status: int = 302) -> Reply:
    """Elsewhere."""
    return lambda handler: handler.send(status, b"", {"Location": location})


def redirect_loop(*, status: int = 301) -> Reply:
    """Back to where one asked, for ever."""
    return lambda handler: handler.send(status, b"", {"Location": handler.path})


def reset() -> Reply:
    """The connection is reset before anything is said."""

    def reply(handler: StandInHandler) -> None:
        handler.received.end()
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
                handler.send_part(bytes([byte]))
                handler.wfile.flush()
            except OSError:
                return
            if not handler.wait(seconds):
                return

    return reply


def after(seconds: float, reply: Reply) -> Reply:
    """Another reply, late; none when whoever asked has left by then."""

    def late(handler: StandInHandler) -> None:
        if handler.wait(seconds):
            reply(handler)

    return late


def huge(megabytes: int = 50) -> Reply:
    """A JSON document of so many megabytes, sent bit by bit; `Received.sent` says how far it got."""

    def parts() -> Iterable[bytes]:
        yield b'{"filler":"'
        for _ in range(16 * megabytes):
            yield b"x" * (_MEGABYTE // 16)
        yield b'"}'

    def reply(handler: StandInHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(sum(map(len, parts()))))
        handler.end_headers()
        for part in parts():
            try:
                handler.send_part(part)
            except OSError:
                handler.close_connection = True
                return

    return reply


def packed(content: bytes) -> Reply:
    """Compressed with gzip."""
    return body(gzip.compress(content), Content_Encoding="gzip")


def misencoded(content: Any) -> Reply:
    """A JSON document in Latin-1 that says it is UTF-8."""
    written = json.dumps(content, ensure_ascii=False).encode("latin-1")
    return body(written, media_type="application/json; charset=UTF-8")
