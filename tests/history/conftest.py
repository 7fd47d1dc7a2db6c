"""The real application over a data folder of its own, asked from this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.operations.services import Services
from imagegraph.settings import Settings

BASE = "http://testserver/"


@pytest.fixture(scope="session", name="services")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    settings = Settings(data=tmp_path_factory.mktemp("history"), base=BASE, query_workers=1, intake_workers=1)
    with open_services(settings) as services:
        yield services


@pytest.fixture(scope="session", name="client")
def _client(services: Services) -> Iterator[TestClient]:
    app = create_app(services)
    with TestClient(
        app, raise_server_exceptions=False, follow_redirects=False, client=("127.0.0.1", 50_000)
    ) as client:
        yield client
