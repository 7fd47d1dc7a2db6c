"""One import of everything bad together with something good, and one live service."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from good_documents import GOOD, Batch
from hostile_documents import DOCUMENT_BYTES, hostile_documents

COMMAND = str(Path(sys.executable).parent / "imagegraph")


def environment(folder: Path) -> dict[str, str]:
    """The environment of a process with small limits."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("IMAGEGRAPH_")},
        "IMAGEGRAPH_DATA": str(folder),
        "IMAGEGRAPH_DOCUMENT_BYTES": str(DOCUMENT_BYTES),
        "IMAGEGRAPH_BODY_BYTES": str(DOCUMENT_BYTES),
        "IMAGEGRAPH_INTAKE_SECONDS": "20",
    }


@pytest.fixture(scope="session", name="batch")
def _batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    """Every hostile document and every good one, imported by one command."""
    folder = tmp_path_factory.mktemp("batch")
    inbox = folder / "inbox"
    inbox.mkdir()
    for document in hostile_documents():
        (inbox / document.name).write_bytes(document.content)
    for name, content in GOOD.items():
        (inbox / name).write_bytes(content)
    done = subprocess.run(
        [COMMAND, "import", str(inbox), "--json"],
        env=environment(folder / "data"),
        capture_output=True,
        timeout=300,
    )
    return Batch(done.returncode, done.stderr.decode(), json.loads(done.stdout))


@pytest.fixture(scope="session", name="service")
def _service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    """A client of a service in a process of its own."""
    folder = tmp_path_factory.mktemp("service")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [COMMAND, "serve", "--port", str(port)],
        env=environment(folder / "data"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client:
            _await_ready(client, process)
            yield client
        assert process.poll() is None, "the service ended"
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=30)
    assert b"Traceback" not in errors, errors.decode()


def _await_ready(client: httpx2.Client, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if client.get("/health/ready").status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    pytest.fail("the service did not become ready")
