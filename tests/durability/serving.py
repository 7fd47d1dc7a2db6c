"""A real service in a process of its own, and requests to it."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

COMMAND = str(Path(sys.executable).parent / "imagegraph")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(
    data: Path, *, prefix: tuple[str, ...] = (), **settings: str
) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Port and process of `imagegraph serve` over a data folder, ended at the end.

    Args:
        prefix: a command that starts the command.
        settings: environment variables, without the `IMAGEGRAPH_` before them.
    """
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("IMAGEGRAPH_")}
    environment |= {f"IMAGEGRAPH_{name.upper()}": value for name, value in settings.items()}
    process = subprocess.Popen(
        [*prefix, COMMAND, "serve", "--data", str(data), "--port", str(port)],
        env={"IMAGEGRAPH_BASE": "http://localhost:8000/", **environment},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        await_ready(port, process)
        yield port, process
    finally:
        process.terminate()
        process.wait(timeout=30)


@contextmanager
def served(data: Path, *, prefix: tuple[str, ...] = (), **settings: str) -> Iterator[tuple[int, int]]:
    """Port and process id of a service."""
    with started(data, prefix=prefix, **settings) as (port, process):
        yield port, process.pid


def await_ready(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return when the service answers."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        assert process.poll() is None, "the service ended"
        try:
            if ask(port, "GET", "/health/live")[0] == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the service did not start")


def ask(
    port: int, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (lower case) and body of the answer; `If_Match` stands for If-Match."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(
            method, path, body, {name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def study(number: object, *, id: str = "https://example.org/study") -> bytes:
    """A study whose name and description hold the same number."""
    document = {"type": "Study", "id": id, "name": f"Study {number}", "description": f"Told as {number}"}
    return json.dumps(document).encode()


def put(port: int, id: str, body: bytes, etag: str | None = None) -> tuple[int, dict[str, str], Any]:
    """Put a document at a record's address."""
    headers = {"If_Match": etag} if etag else {}
    status, told, answer = ask(
        port, "PUT", f"/records/{id}", body, Content_Type="application/json", **headers
    )
    return status, told, json.loads(answer) if answer else None
