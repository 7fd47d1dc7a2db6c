"""Attacks on a service in a process of its own, and what must stay true meanwhile."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
from attacks import Attack
from small_limits import SMALL

from patience import grace

#: answers 5xx that are no failure: busy, stopped at the limit, disk full
_TOLD = (503, 504, 507)


@dataclass
class Target:
    """The service under attack.

    Attributes:
        peaks: process id of a worker -> the most address space it had, as a part of its limit.
    """

    process: subprocess.Popen[bytes]
    address: str
    folder: Path
    peaks: dict[int, float] = field(default_factory=dict)

    def client(self) -> httpx2.Client:
        """A client of it."""
        return httpx2.Client(base_url=self.address, timeout=30, trust_env=False)

    def watch(self, stop: threading.Event) -> None:
        """Note how large its workers grow; a child that is no worker yet still has the service's memory."""
        while not stop.wait(0.02):
            for pid in _children(self.process.pid):
                with suppress(OSError, IndexError, ValueError):
                    command = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
                    most = int(command[command.index("imagegraph.worker") + 2])
                    status = Path(f"/proc/{pid}/status").read_text()
                    peak = int(status.partition("VmPeak:")[2].split()[0]) / 1024
                    self.peaks[pid] = max(peak / most, self.peaks.get(pid, 0.0))


def attack(target: Target, attacks: Sequence[Attack], *, at_once: int = 2) -> list[str]:
    """Send every attack; returns what went wrong, in words."""
    failures: list[str] = []
    stop = threading.Event()
    watcher = threading.Thread(target=target.watch, args=(stop,))
    watcher.start()
    try:
        with target.client() as client, ThreadPoolExecutor(at_once) as threads:
            for told in threads.map(lambda one: _send(client, one), attacks):
                failures += told
            if client.get("/health/ready").status_code != 200:
                failures.append("the service is not ready afterwards")
    finally:
        stop.set()
        watcher.join()
    if target.process.poll() is not None:
        failures.append(f"the service ended with {target.process.returncode}")
    if not target.peaks:
        failures.append("no worker was seen")
    failures += [f"a worker had {peak:.2f} of its memory" for peak in target.peaks.values() if peak > 1]
    return failures


def _send(client: httpx2.Client, one: Attack) -> list[str]:
    is_query = "/sparql" in one.path or "/queries/" in one.path
    seconds = SMALL["query_seconds" if is_query else "intake_seconds"] + grace()
    started = time.monotonic()
    try:
        answer = client.request(one.verb, one.path, content=one.content, headers=one.headers)
    except httpx2.HTTPError as error:
        return [f"{one.name}: {error!r}"]
    took = time.monotonic() - started
    told = []
    if took > seconds:
        told.append(f"{one.name}: answered after {took:.1f} s")
    status = answer.status_code
    is_stopped = status in _TOLD or "/problems/document-too-slow" in answer.text[:200]  # on a busy machine
    if not is_stopped and (status >= 500 or (one.statuses and status not in one.statuses)):
        told.append(f"{one.name}: {status} {answer.text[:300]}")
    if status >= 400 and not _is_told(answer, path=one.path):
        told.append(f"{one.name}: {status} is no problem document: {answer.text[:200]}")
    return told


def _is_told(answer: httpx2.Response, *, path: str) -> bool:
    """Whether a refusal is a problem document, one of the OLS API, or one of the server's own parser of HTTP."""
    is_problem = "problem+json" in answer.headers.get("content-type", "")
    return is_problem or "/ols4" in path or answer.text == "Invalid HTTP request received."


def _children(pid: int) -> list[int]:
    try:
        found = Path(f"/proc/{pid}/task").iterdir()
        return [int(child) for task in found for child in (task / "children").read_text().split()]
    except OSError:
        return []
