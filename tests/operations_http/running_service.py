"""A service in a process of its own, to be watched, hurt and stopped."""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from prometheus_client.parser import text_string_to_metric_families

COMMAND = str(Path(sys.executable).parent / "imagegraph")
RECORD = """type: Instrument
id: https://doi.org/10.5072/{id}
name: {name}
component:
  - {{type: Objective, id: '#objective', name: 63x oil, lens_na: 1.4, nominal_magnification: 63}}
"""


@dataclass(frozen=True, kw_only=True)
class Running:
    """A service that was started.

    Attributes:
        client: of its address.
        log: what it has said on standard error so far.
    """

    process: subprocess.Popen[bytes]
    client: httpx2.Client
    url: str
    errors: Path

    def log(self) -> list[dict[str, Any]]:
        """The lines of its log."""
        return [json.loads(line) for line in self.errors.read_text("utf-8").splitlines()]

    def put(self, name: str, *, title: str = "Confocal") -> httpx2.Response:
        """Keep a small record."""
        return self.client.put(
            f"/records/{name}",
            content=RECORD.format(id=name, name=title),
            headers={"Content-Type": "application/yaml"},
        )

    def ready(self) -> tuple[int, dict[str, Any]]:
        """What it says of its readiness; an answer is good for a second."""
        answer = self.client.get("/health/ready")
        return answer.status_code, answer.json()["checks"]

    def metrics(self) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
        """Name and labels -> value."""
        text = self.client.get("/metrics").text
        return {
            (sample.name, frozenset(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
        }

    def metric(self, name: str, **labels: str) -> float:
        """One value."""
        return self.metrics()[name, frozenset(labels.items())]

    def workers(self) -> list[int]:
        """Process ids of its children."""
        return children_of(self.process.pid)

    def stop(self) -> tuple[int, float]:
        """Ask it to stop; its exit code, and the seconds it took."""
        started = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30), time.monotonic() - started


@contextmanager
def running(folder: Path, *, until_ready: bool = True, **settings: str) -> Iterator[Running]:
    """A service over a data folder; settings are named without their prefix.

    Args:
        until_ready: wait until it says so.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("IMAGEGRAPH_")}
    environment |= {"IMAGEGRAPH_LOG_FORMAT": "json", "IMAGEGRAPH_INTAKE_WORKERS": "1"}
    environment |= {f"IMAGEGRAPH_{name.upper()}": value for name, value in settings.items()}
    errors = folder.with_suffix(".log")
    url = f"http://127.0.0.1:{port}"
    with errors.open("wb") as log, httpx2.Client(base_url=url, timeout=60, trust_env=False) as client:
        process = subprocess.Popen(
            [COMMAND, "serve", "--data", str(folder), "--port", str(port)],
            env=environment, stdout=subprocess.DEVNULL, stderr=log,
        )  # fmt: skip
        service = Running(process=process, client=client, url=url, errors=errors)
        try:
            if until_ready:
                eventually(lambda: _answers(service), seconds=60)
            yield service
        finally:
            for pid in service.workers():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)
            if process.poll() is None:
                process.kill()
            process.wait(timeout=30)


@contextmanager
def no_file_grows(service: Running) -> Iterator[None]:
    """The process may not write beyond the first bytes of any file: its disk is as good as full."""
    pid = service.process.pid
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (512, before[1]))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


def eventually(holds: Callable[[], bool], *, seconds: float) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return
        time.sleep(0.1)
    pytest.fail(f"it did not come about within {seconds:g} s")


def children_of(pid: int) -> list[int]:
    """Process ids of the children of a process that are no zombies."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                if int(fields[1]) == pid and fields[0] != "Z":
                    found.append(int(entry.name))
    return found


def is_alive(pid: int) -> bool:
    """Whether a process runs."""
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _answers(service: Running) -> bool:
    if service.process.poll() is not None:
        pytest.fail(f"the service ended: {service.errors.read_text('utf-8')}")
    try:
        return service.ready()[0] == 200
    except httpx2.TransportError:
        return False
