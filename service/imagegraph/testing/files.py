"""A web server on this machine that hands out files, with Range requests and every way to break off."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


@dataclass
class ServedFile:
    """A file of the server; tests change it between requests.

    Attributes:
        etag, modified: sent when not empty; `etag` with its quotes.
        break_after: the connection ends after so many bytes of the body, in the next `breaks` answers.
        statuses: answered to the next requests instead of the file.
        headers: sent along.
        states_length: Content-Length is sent.
        ranges: Range requests are understood.
    """

    content: bytes
    etag: str = '"first"'
    modified: str = ""
    break_after: int = 0
    breaks: int = 0
    statuses: list[int] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    states_length: bool = True
    ranges: bool = True


class FileServer:
    """Hands out files on 127.0.0.1 while it is entered.

    Attributes:
        files: path -> file.
        redirects: path -> where it leads.
        requests: path and headers (lower case) of every request, in their order.
    """

    def __init__(self) -> None:
        self.files: dict[str, ServedFile] = {}
        self.redirects: dict[str, str] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        server = self

        class Handler(_Handler):
            stand_in = server

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def address(self) -> str:
        """`http://127.0.0.1:PORT`, without a slash at the end."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"
    stand_in: FileServer

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on standard error."""

    def do_GET(self) -> None:
        """Answer with the file, the part of it that was asked for, or whatever stands in its way."""
        sent = {name.lower(): value for name, value in self.headers.items()}
        self.stand_in.requests.append((self.path, sent))
        if self.path in self.stand_in.redirects:
            self.send_response(302)
            self.send_header("Location", self.stand_in.redirects[self.path])
            self.end_headers()
            return
        file = self.stand_in.files.get(self.path)
        if file is None or file.statuses:
            self.send_response(404 if file is None else file.statuses.pop(0))
            for name, value in (file.headers if file else {}).items():
                self.send_header(name, value)
            self.end_headers()
            return
        self._send(file, sent)

    def _send(self, file: ServedFile, sent: dict[str, str]) -> None:
        asked = sent.get("range", "").removeprefix("bytes=").removesuffix("-")
        fresh = sent.get("if-range", "") in (file.etag, file.modified)
        start = int(asked) if asked and file.ranges and fresh else 0
        total = len(file.content)
        if start >= total > 0:
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{total}")
            self.end_headers()
            return
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{total - 1}/{total}")
        named = {"ETag": file.etag, "Last-Modified": file.modified, **file.headers}
        for name, value in named.items():
            if value:
                self.send_header(name, value)
        body = file.content[start:]
        if file.states_length:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if file.breaks:
            file.breaks -= 1
            body = body[: file.break_after]
        with suppress(ConnectionError):  # who asked has left: that is tested too
            self.wfile.write(body)
