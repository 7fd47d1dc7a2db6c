"""What the graph of used terms says about terms of the starter vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.model.rdf import Triple
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.closure import described
from imagegraph.operations.terms.starter import ensure_starter


def statements_about(iris: Iterable[str]) -> list[Triple]:
    """Labels and closures of these terms."""
    registry = packaged_registry()
    with TemporaryDirectory() as folder:
        index = SqliteTermIndex(Path(folder) / "terms.sqlite")
        try:
            ensure_starter(index, index, registry=registry)
            return described(iris, index=index, registry=registry)
        finally:
            index.close()
