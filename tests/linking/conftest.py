"""A stand-in for all authorities, and a service that may ask it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from handing_in import settings_of

from imagegraph.bootstrap import open_services
from imagegraph.operations.services import Services
from imagegraph.testing.authorities.stand_in import AuthoritiesStandIn


@pytest.fixture(scope="session", name="stand_in")
def _stand_in() -> Iterator[AuthoritiesStandIn]:
    with AuthoritiesStandIn() as service:
        yield service


@pytest.fixture(name="services")
def _services(stand_in: AuthoritiesStandIn, tmp_path: Path) -> Iterator[Services]:
    with open_services(settings_of(tmp_path / "data", resolvers=stand_in.setting)) as services:
        yield services
