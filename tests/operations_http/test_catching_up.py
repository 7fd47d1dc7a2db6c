"""What the journal kept and the graph could not take is seen by queries as soon as the graph can be written."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services, settings_for
from imagegraph.errors import DataFolderError
from imagegraph.model.records import Document
from imagegraph.operations.readiness import GOOD_SECONDS
from imagegraph.operations.services import Services

_FULL = DataFolderError("The graph cannot be written (No space left on device). Make room on the disk.")
_COUNT = "/sparql?query=SELECT (COUNT(*) AS ?n) WHERE {?i a <https://w3id.org/imagegraph/Study>}"


@pytest.fixture(name="services")
def _services(tmp_path: Path) -> Iterator[Services]:
    with open_services(settings_for(tmp_path / "data")) as services:
        yield services


@pytest.fixture(name="client")
def _client(services: Services) -> Iterator[TestClient]:
    with TestClient(create_app(services), client=("127.0.0.1", 50_000)) as client:
        yield client


def _full(*_: Any, **__: Any) -> None:
    raise _FULL


def _keep(services: Services, *names: str) -> list[str]:
    """What became of some records."""
    documents = [
        Document(name=f"{name}.yaml", content=f"type: Study\nid: https://example.org/{name}\nname: {name}\n".encode())
        for name in names
    ]  # fmt: skip
    return [one.status for one in services.ingest.take(documents, agent="test", reason="test")]


def _studies(client: TestClient) -> int:
    answer = client.get(_COUNT, headers={"Accept": "text/csv"})
    return int(answer.text.split()[1])


def test_reading_heals_without_a_write(
    services: Services, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not ready while the graph cannot be written, and the answer says why; then queries see what was kept."""
    assert _keep(services, "before") == ["stored"]
    with monkeypatch.context() as full:
        full.setattr(services.graph, "replace", _full)
        assert _keep(services, "a", "b") == ["stored", "stored"]
        assert _studies(client) == 1
        answer = client.get("/health/ready")
        assert answer.status_code == 503
        assert answer.json()["checks"]["graph"] == {"ok": False, "why": _FULL.detail}
    time.sleep(GOOD_SECONDS)
    assert client.get("/health/ready").status_code == 200
    assert _studies(client) == 3


def test_a_writer_is_not_waited_for(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who writes for long holds the look up no longer than its patience, and catches up himself."""
    with monkeypatch.context() as full:
        full.setattr(services.graph, "replace", _full)
        assert _keep(services, "a") == ["stored"]
    replace, is_writing, may_end = services.graph.replace, threading.Event(), threading.Event()

    def slowly(*arguments: Any, **more: Any) -> None:
        is_writing.set()
        assert may_end.wait(timeout=60)
        replace(*arguments, **more)

    monkeypatch.setattr(services.graph, "replace", slowly)
    writer = threading.Thread(target=_keep, args=(services, "b"))
    writer.start()
    assert is_writing.wait(timeout=60)
    started = time.monotonic()
    services.ingest.catch_up(patience=0.2)
    assert time.monotonic() - started < 5
    assert writer.is_alive()
    may_end.set()
    writer.join()
    kept = {version.iri for version in services.journal.since(0)}
    assert len(kept) == 2
    assert kept <= set(services.graph.graphs())


def test_nothing_to_catch_up_with_costs_nothing(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the graph has everything, nothing is written and nobody is waited for."""
    assert _keep(services, "a") == ["stored"]
    monkeypatch.setattr(services.graph, "replace", _full)
    services.ingest.catch_up()
