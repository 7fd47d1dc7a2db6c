"""The real application over a data folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from starlette.testclient import TestClient
from term_releases import load

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.operations.services import Services
from imagegraph.ports.terms import TermArchive
from imagegraph.settings import Settings

BASE = "http://testserver/"


@pytest.fixture(scope="session", name="services")
def _services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder: Path = tmp_path_factory.mktemp("api")
    settings = Settings(data=folder, base=BASE, body_bytes=200_000, query_workers=1, intake_workers=2)
    with open_services(settings) as services:
        yield services


@pytest.fixture(scope="session", name="client")
def _client(services: Services) -> Iterator[TestClient]:
    with TestClient(create_app(services), raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session", name="terms_client")
def _terms_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A service of its own with the starter and the releases of `term_releases`."""
    settings = Settings(
        data=tmp_path_factory.mktemp("terms"),
        base=BASE,
        query_workers=1,
        intake_workers=1,
        anonymous_reading=True,
    )
    with open_services(settings) as services:
        load(cast(TermArchive, services.terms.index))
        with TestClient(
            create_app(services), raise_server_exceptions=False, follow_redirects=False
        ) as client:
            yield client
