"""A service in a process of its own, on loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

COMMAND = str(Path(sys.executable).parent / "imagegraph")
#: tests ask more often than a client may
_PATIENT = {"IMAGEGRAPH_READ_RATE": "0", "IMAGEGRAPH_WRITE_RATE": "0", "IMAGEGRAPH_QUERY_RATE": "0"}


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[httpx2.Client]:
    """A client of a service that is started now and ended afterwards.

    Args:
        folder: for its data and its log.
        settings: by their names in lower case, without `IMAGEGRAPH_`.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("IMAGEGRAPH_")}
    environment |= {**_PATIENT, "IMAGEGRAPH_DATA": str(folder / "data")}
    environment |= {f"IMAGEGRAPH_{name.upper()}": value for name, value in settings.items()}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = folder / "service.log"
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [COMMAND, "serve", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL, stderr=errors
        )
    try:
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client:
            _await_ready(client, process, log)
            yield client
        assert process.poll() is None, f"the service ended: {log.read_text('utf-8')}"
    finally:
        process.terminate()
        process.wait(timeout=30)
    assert "Traceback" not in log.read_text("utf-8"), log.read_text("utf-8")


def _await_ready(client: httpx2.Client, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if client.get("/health/ready").status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    pytest.fail(f"the service did not become ready: {log.read_text('utf-8')}")
