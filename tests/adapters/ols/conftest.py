"""A stand-in service, a clock that stands, and sources that ask the one with the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from imagegraph.adapters.http import Clock, HttpService
from imagegraph.adapters.ols import OlsTermSource
from imagegraph.adapters.sqlite.resolved import ResolvedCache
from imagegraph.model.vocabularies import VocabularyRegistry, packaged_registry
from imagegraph.testing.clock import SteppingClock
from imagegraph.testing.ols import OlsStandIn

OpenSource = Callable[..., OlsTermSource]


@pytest.fixture(name="registry", scope="session")
def _registry() -> VocabularyRegistry:
    return packaged_registry()


@pytest.fixture(name="stepping")
def _stepping() -> SteppingClock:
    return SteppingClock()


@pytest.fixture(name="stand_in")
def _stand_in() -> Iterator[OlsStandIn]:
    with OlsStandIn() as service:
        yield service
        assert service.unexpected == []


@pytest.fixture(name="other")
def _other() -> Iterator[OlsStandIn]:
    """A second host."""
    with OlsStandIn() as service:
        yield service
        assert service.unexpected == []


@pytest.fixture(name="open_source")
def _open_source(
    tmp_path: Path, stepping: SteppingClock, registry: VocabularyRegistry
) -> Iterator[OpenSource]:
    """Opens a source over stand-ins; the file of kept answers is the same every time."""
    clock = Clock(monotonic=stepping.monotonic, now=stepping.now, sleep=stepping.sleep)
    with ExitStack() as stack:

        def opened(*hosts: OlsStandIn, seconds: float = 30.0) -> OlsTermSource:
            services = [HttpService(host.base, agent="tests", rate=50, clock=clock) for host in hosts]
            source = OlsTermSource(
                services, cache=ResolvedCache(tmp_path / "resolved.sqlite"), registry=registry,
                seconds=seconds, clock=clock,
            )  # fmt: skip
            stack.callback(source.close)
            return source

        yield opened


@pytest.fixture(name="source")
def _source(open_source: OpenSource, stand_in: OlsStandIn) -> OlsTermSource:
    """A source over one stand-in."""
    return open_source(stand_in)
