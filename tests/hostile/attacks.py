"""What an attack is, and the listener that nobody may ever reach."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, kw_only=True)
class Attack:
    """One request that means harm.

    Attributes:
        name: unique.
        path: with the query string.
        content: the body; with one, the request is a POST unless `method` says otherwise.
        statuses: those of the right answers; empty for any but a failure of the service itself.
        query: the text of the query, for those that are one.
    """

    name: str
    path: str
    method: str = ""
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    statuses: tuple[int, ...] = ()
    query: str | None = None

    @property
    def verb(self) -> str:
        """The method of the request."""
        return self.method or ("GET" if self.content is None else "POST")


def query(name: str, text: str, /, *statuses: int, **more: str) -> Attack:
    """A query, sent as a form."""
    body = urlencode({"query": text, **more}).encode()
    return Attack(
        name=name,
        path="/sparql",
        content=body,
        headers={"Content-Type": FORM},
        statuses=statuses,
        query=text if not more else None,
    )


def document(name: str, content: bytes | str, *statuses: int, path: str = "/records") -> Attack:
    """A document that is handed in under a file name."""
    body = content.encode() if isinstance(content, str) else content
    shown = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Attack(name=f"{path} {name}", path=path, content=body, headers=shown, statuses=statuses)


def asked(name: str, path: str, /, *statuses: int, **parameters: str) -> Attack:
    """A GET with parameters."""
    return Attack(name=name, path=f"{path}?{urlencode(parameters, quote_via=quote)}", statuses=statuses)


class Listener:
    """A server on loopback that counts who comes; it answers nothing but where else to go."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._six: socket.socket | None = None
        with suppress(OSError):
            self._six = socket.create_server(("::1", self.port), family=socket.AF_INET6)
        self.seen: list[bytes] = []
        for one in filter(None, (self._socket, self._six)):
            threading.Thread(target=self._listen, args=(one,), daemon=True).start()

    def _listen(self, server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _ = server.accept()
                self.seen.append(b"")
                with connection, suppress(OSError):
                    connection.settimeout(0.5)
                    self.seen[-1] = connection.recv(400)
                    connection.sendall(
                        b"HTTP/1.1 302 Found\r\nLocation: http://localhost:%d/again\r\n"
                        b"Content-Length: 0\r\nConnection: close\r\n\r\n" % self.port
                    )

    def close(self) -> None:
        """Listen no more."""
        for one in filter(None, (self._socket, self._six)):
            one.close()
