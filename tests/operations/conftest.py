"""What the tests of the operations share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.lookup import TermLookup
from imagegraph.operations.terms.starter import ensure_starter


@pytest.fixture(scope="session", name="lookup")
def _lookup(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TermLookup]:
    """Look-up in the starter vocabulary."""
    index = SqliteTermIndex(tmp_path_factory.mktemp("terms") / "terms.sqlite")
    ensure_starter(index, index, registry=packaged_registry())
    yield TermLookup(index, packaged_registry())
    index.close()
