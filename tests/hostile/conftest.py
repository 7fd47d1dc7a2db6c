"""The real application with small limits: inside this process, and as a service in a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from assault import Target
from attacks import Listener
from small_limits import BASE, PATIENT_SECONDS, SMALL
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.operations.services import Services
from imagegraph.settings import Settings

COMMAND = str(Path(sys.executable).parent / "imagegraph")


@pytest.fixture(scope="session", name="services")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Services with small limits over a data folder of their own."""
    settings = Settings(data=tmp_path_factory.mktemp("limits"), base=BASE, **SMALL)
    with open_services(settings) as services:
        services.warm()
        yield services


@pytest.fixture(scope="session", name="client")
def _client(services: Services) -> Iterator[TestClient]:
    """A client of the application over `services`, on this machine."""
    app = create_app(services)
    with TestClient(app, raise_server_exceptions=False, client=("127.0.0.1", 50_000)) as client:
        yield client


@pytest.fixture(scope="session", name="listener")
def _listener() -> Iterator[Listener]:
    """A server that nobody may reach."""
    listener = Listener()
    yield listener
    listener.close()


@pytest.fixture(scope="session", name="target")
def _target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A service in a process of its own; it has to be alive at the end and to have met no error of its own."""
    with _served(tmp_path_factory.mktemp("target"), SMALL) as target:
        yield target


@pytest.fixture(name="patient_target")
def _patient_target(tmp_path: Path) -> Iterator[Target]:
    """The same, but queries have time to reach other limits."""
    limits = {**SMALL, "query_seconds": PATIENT_SECONDS, "query_fair_seconds": PATIENT_SECONDS}
    with _served(tmp_path, limits) as target:
        yield target


@contextmanager
def _served(folder: Path, limits: dict[str, Any]) -> Iterator[Target]:
    """A service that is ended at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("IMAGEGRAPH_")}
    set_here = {f"IMAGEGRAPH_{name.upper()}": str(value) for name, value in limits.items()}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [COMMAND, "serve", "--port", str(port)],
            env={**kept, **set_here, "IMAGEGRAPH_DATA": str(folder / "data")},
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
    target = Target(process, f"http://127.0.0.1:{port}", folder)
    try:
        _await_ready(target)
        yield target
        assert process.poll() is None, "the service ended"
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        finally:
            process.kill()
    told = (folder / "log").read_text("utf-8", "replace")
    assert "Traceback" not in told, told[-5_000:]


def _await_ready(target: Target) -> None:
    deadline = time.monotonic() + 60
    with target.client() as client:
        while time.monotonic() < deadline and target.process.poll() is None:
            try:
                if client.get("/health/ready").status_code == 200:
                    return
            except httpx2.TransportError:
                time.sleep(0.1)
    pytest.fail("the service did not become ready")
