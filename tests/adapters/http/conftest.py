"""A stand-in service, a clock that moves when somebody sleeps, and what asks the one with the other."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from imagegraph.adapters.http import Clock, HttpService
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.ols import OlsStandIn


@pytest.fixture(name="stand_in")
def _stand_in() -> Iterator[OlsStandIn]:
    with OlsStandIn() as service:
        yield service


@pytest.fixture(name="stepping")
def _stepping() -> SteppingClock:
    return SteppingClock()


@pytest.fixture(name="service")
def _service(stand_in: OlsStandIn, stepping: SteppingClock) -> Iterator[HttpService]:
    clock = Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)
    made = HttpService(
        stand_in.base, agent="imagegraph-tests/1 (mailto:ada@example.org)", rate=50, clock=clock,
        jitter=random.Random(7),  # noqa: S311
        most_bytes=200_000,
    )  # fmt: skip
    yield made
    made.close()
