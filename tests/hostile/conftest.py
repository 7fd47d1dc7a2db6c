"""The real application with small limits: inside this process, and as a service in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from small_limits import BASE, SMALL
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.operations.services import Services
from imagegraph.settings import Settings


@pytest.fixture(scope="session", name="services")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """Services with small limits over a data folder of their own."""
    settings = Settings(data=tmp_path_factory.mktemp("limits"), base=BASE, **SMALL)
    with open_services(settings) as services:
        services.warm()
        yield services


@pytest.fixture(scope="session", name="client")
def _client(services: Services) -> Iterator[TestClient]:
    """A client of the application over `services`."""
    with TestClient(create_app(services), raise_server_exceptions=False) as client:
        yield client
