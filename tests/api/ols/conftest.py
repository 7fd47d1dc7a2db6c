"""A service with small ontologies, a broken one among them, and the starter for all others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from imagegraph.adapters.ontologies import all_readers
from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.api.app import create_app
from imagegraph.bootstrap import open_services
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.loading import load_file
from imagegraph.settings import Settings

FILES = Path(__file__).parents[2] / "data" / "ols"


def open_client(folder: Path, base: str) -> Iterator[TestClient]:
    """A client of the application over a new data folder with the small ontologies."""
    index = SqliteTermIndex(folder / "terms.sqlite")
    try:
        for name in ("organelles.obo", "cells.obo", "ring.obo"):
            load_file(FILES / name, readers=all_readers(), archive=index, registry=packaged_registry())
    finally:
        index.close()
    settings = Settings(data=folder, base=base, query_workers=1, intake_workers=1, anonymous_reading=True)
    with (
        open_services(settings) as services,
        TestClient(
            create_app(services), base_url=base, raise_server_exceptions=False, follow_redirects=False
        ) as client,
    ):
        yield client


@pytest.fixture(scope="session", name="ols")
def _ols(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    yield from open_client(tmp_path_factory.mktemp("ols"), "http://testserver/")
