"""A service whose records are changed by updates, with real workers behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from starlette.testclient import TestClient
from update_requests import BASE, UPDATE, Send

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.operations.services import Services
from imagegraph.settings import Settings


@pytest.fixture(name="services")
def _services(tmp_path: Path) -> Iterator[Services]:
    settings = Settings(data=tmp_path / "data", base=BASE, query_workers=1, intake_workers=1)
    with open_services(settings) as services:
        yield services


@pytest.fixture(name="client")
def _client(services: Services) -> Iterator[TestClient]:
    with TestClient(
        create_app(services), raise_server_exceptions=False
    ) as client:  # one loop for all threads
        yield client


@pytest.fixture(name="update")
def _update(client: TestClient) -> Send:
    """Send an update as somebody at the machine."""

    def send(text: str, *, headers: dict[str, str] | None = None, **params: object) -> httpx2.Response:
        return client.post("/sparql", content=text, headers={**UPDATE, **(headers or {})}, params=params)  # type: ignore[arg-type]

    return send
