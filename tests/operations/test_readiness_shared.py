"""A flood of questions after the health of the service costs one look in a second, and no thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import httpx2
import pytest

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services, settings_for
from imagegraph.operations.disk_space import DiskSpace
from imagegraph.operations.readiness import GOOD_SECONDS, Readiness
from imagegraph.operations.services import Services
from imagegraph.ports.journal import Journal
from imagegraph.ports.workers import Query, QueryRunner


@dataclass
class _Parts:
    """A journal and a runner that count how often they are tried, and wait when they are told to."""

    head: int = 7
    tried: int = 0
    may_go_on: threading.Event = field(default_factory=threading.Event)

    def confirm_writable(self) -> None:
        self.tried += 1
        assert self.may_go_on.wait(timeout=30)

    def run(self, query: Query) -> None:
        assert query.text == "ASK {}"


class _Clock:
    """Seconds that pass when the test says so."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def _readiness(parts: _Parts, folder: Path, clock: _Clock) -> Readiness:
    return Readiness(
        journal=cast(Journal, parts), pools=(), query_runner=cast(QueryRunner, parts),
        disk=DiskSpace(folder, least_free=0), clock=clock,
    )  # fmt: skip


@pytest.fixture(name="parts")
def _parts() -> _Parts:
    return _Parts()


@pytest.fixture(name="clock")
def _clock() -> _Clock:
    return _Clock()


@pytest.fixture(name="services", scope="module")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with open_services(settings_for(tmp_path_factory.mktemp("asked") / "data")) as services:
        yield services


def test_an_answer_is_good_for_a_second(parts: _Parts, clock: _Clock, tmp_path: Path) -> None:
    """Just before the second is over nothing is tried; when it is, everything is tried once."""
    readiness = _readiness(parts, tmp_path, clock)
    parts.may_go_on.set()
    assert readiness.fresh() is None
    assert readiness.checks()["journal"] == {"ok": True, "head": 7}
    clock.now += GOOD_SECONDS - 0.001
    assert readiness.fresh() == readiness.checks()
    assert parts.tried == 1
    clock.now += 0.001
    assert readiness.fresh() is None
    readiness.checks()
    assert parts.tried == 2


def test_threads_that_ask_at_once_share_a_look(parts: _Parts, clock: _Clock, tmp_path: Path) -> None:
    """The first one looks, the others wait for what it finds."""
    readiness = _readiness(parts, tmp_path, clock)
    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(readiness.checks) for _ in range(8)]
        parts.may_go_on.set()
        assert {one.result()["journal"]["ok"] for one in asked} == {True}
    assert parts.tried == 1


def test_stopping_is_told_at_once(parts: _Parts, clock: _Clock, tmp_path: Path) -> None:
    """Also while an answer is still good."""
    readiness = _readiness(parts, tmp_path, clock)
    parts.may_go_on.set()
    readiness.checks()
    readiness.stop()
    assert (
        readiness.fresh() == readiness.checks() == {"service": {"ok": False, "why": "It is being stopped."}}
    )


def test_a_crowd_takes_no_thread(parts: _Parts, clock: _Clock, tmp_path: Path, services: Services) -> None:
    """While a part does not answer, more ask than there are threads; what needs a thread is answered all the same."""
    crowd = services.settings.requests_at_once + 100
    app = create_app(replace(services, readiness=_readiness(parts, tmp_path, clock)))

    async def run() -> tuple[int, list[int], list[Any]]:
        transport = httpx2.ASGITransport(app=app, client=("127.0.0.1", 50_000))
        async with httpx2.AsyncClient(transport=transport, base_url="http://localhost", timeout=60) as client:
            asked = [asyncio.create_task(client.get("/health/ready")) for _ in range(crowd)]
            while not parts.tried:
                await asyncio.sleep(0.01)
            asked[1].cancel()  # who leaves does not end the look of the others
            page = await client.get("/records")
            assert not any(one.done() for one in asked if one is not asked[1])
            parts.may_go_on.set()
            answers = await asyncio.gather(*asked, return_exceptions=True)
            later = [(await client.get("/health/ready")).status_code for _ in range(20)]
        return page.status_code, later, [getattr(one, "status_code", one) for one in answers]

    page, later, answers = asyncio.run(run())
    assert page == 200
    assert answers.count(200) == crowd - 1
    assert answers[1] == 503
    assert set(later) == {200}
    assert parts.tried == 1
