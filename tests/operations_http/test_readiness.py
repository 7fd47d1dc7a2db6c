"""Readiness flips when a part is broken, and comes back; each part is really broken."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from running_service import Running, eventually, no_file_grows, running

#: room on the disk that others may take or give back while a test runs
_MARGIN = 150_000_000


def _says(service: Running, part: str, *, ok: bool) -> bool:
    status, checks = service.ready()
    return (status == 200) is ok and checks.get(part, {}).get("ok") is ok


@pytest.fixture(name="service", scope="module")
def _service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("readiness") / "data"
    least = shutil.disk_usage(folder.parent).free - _MARGIN
    with running(folder, disk_free_bytes=str(least)) as service:
        yield service


def test_a_journal_that_cannot_be_written_is_told(service: Running) -> None:
    """Not ready while nothing can be written, alive all along, ready again afterwards; nothing is accepted by asking."""
    assert service.put("before").status_code == 201
    eventually(lambda: service.ready()[1]["journal"].get("head") == 1, seconds=5)
    with no_file_grows(service):
        eventually(lambda: _says(service, "journal", ok=False), seconds=10)
        assert service.client.get("/health/live").status_code == 200
    eventually(lambda: _says(service, "journal", ok=True), seconds=10)
    assert service.ready()[1]["journal"]["head"] == 1


def test_a_disk_without_room_is_told(service: Running, tmp_path: Path) -> None:
    """Not ready, and no change accepted, while the disk has less room than the setting asks for; reading goes on."""
    eventually(lambda: _says(service, "disk", ok=True), seconds=10)
    etag = service.put("here").headers["etag"]
    ballast = tmp_path / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, 2 * _MARGIN)
    try:
        eventually(lambda: _says(service, "disk", ok=False), seconds=10)
        assert "IMAGEGRAPH_DISK_FREE_BYTES" in service.ready()[1]["disk"]["why"]
        refused = [service.put("late"), service.client.delete("/records/here", headers={"If-Match": etag})]
        assert [answer.status_code for answer in refused] == [507, 507]
        assert "almost full" in refused[0].json()["detail"]
        assert service.client.get("/records").status_code == 200
        assert service.client.get("/sparql?query=ASK{}").status_code == 200
        assert service.client.get("/records/here").status_code == 200
    finally:
        ballast.unlink()
    eventually(lambda: _says(service, "disk", ok=True), seconds=10)
    assert service.put("late").status_code == 201


def test_workers_that_are_stuck_are_told_and_replaced(service: Running) -> None:
    """Workers that do not move are noticed within seconds, ended, and others take their place."""
    stuck = service.workers()
    assert len(stuck) >= 2
    for pid in stuck:
        os.kill(pid, signal.SIGSTOP)
    eventually(lambda: service.ready()[0] == 503, seconds=15)
    assert service.client.get("/health/live").status_code == 200
    eventually(lambda: service.ready()[0] == 200, seconds=30)
    assert service.client.get("/sparql?query=ASK{}").status_code == 200
    assert service.metric("imagegraph_worker_stops_total", pool="query", reason="time") >= 1


def test_pools_whose_workers_die_are_told(service: Running) -> None:
    """Not ready while every worker is killed as soon as it is there; ready when that ends."""
    stop = threading.Event()

    def kill() -> None:
        while not stop.wait(0.01):
            for pid in service.workers():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    try:
        eventually(lambda: _says(service, "query workers", ok=False), seconds=15)
        assert service.ready()[1]["intake workers"]["ok"] is False
        assert service.client.get("/health/live").status_code == 200
        assert service.client.get("/records").status_code == 200
    finally:
        stop.set()
        killer.join()
    eventually(lambda: service.ready()[0] == 200, seconds=30)
    assert service.put("after").status_code == 201
    assert service.metric("imagegraph_worker_stops_total", pool="query", reason="crash") >= 1


def test_an_idle_worker_that_was_killed_costs_no_answer(service: Running) -> None:
    """Whoever asks next gets the answer of a new worker."""
    for pid in service.workers():
        os.kill(pid, signal.SIGKILL)
    eventually(lambda: not service.workers(), seconds=10)
    assert service.client.get("/sparql?query=ASK{}").json()["boolean"] is True
