"""The starter in an index: loaded once, made good after an interruption, renewed, outdated parts forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from imagegraph.adapters.sqlite.terms import SqliteTermIndex
from imagegraph.model.ontology import STARTER
from imagegraph.model.starter import starter_digest, starter_header, starter_terms
from imagegraph.model.vocabularies import packaged_registry
from imagegraph.operations.terms.starter import ensure_starter

REGISTRY = packaged_registry()


@pytest.fixture(name="index")
def _index(tmp_path: Path) -> Iterator[SqliteTermIndex]:
    index = SqliteTermIndex(tmp_path / "terms.sqlite")
    yield index
    index.close()


def _add(index: SqliteTermIndex, id: str, *, digest: str) -> None:
    header = replace(starter_header(id), version="0.0.1")
    base = REGISTRY.vocabularies[id].base
    index.add(
        id, header=header, terms=starter_terms()[id], base=base, source=STARTER, digest=digest, current=False
    )


def _counts(index: SqliteTermIndex) -> dict[str, int]:
    return {release.ontology: release.terms for release in index.releases() if release.source == STARTER}


def test_everything_is_loaded_once(index: SqliteTermIndex) -> None:
    """The first call loads each vocabulary, the second changes nothing."""
    ensure_starter(index, index, registry=REGISTRY)
    first = index.releases()
    assert _counts(index) == {id: len(terms) for id, terms in starter_terms().items()}
    ensure_starter(index, index, registry=REGISTRY)
    assert index.releases() == first


def test_interrupted_loading_is_made_good(index: SqliteTermIndex) -> None:
    """When only a part was loaded, the rest is loaded the next time."""
    _add(index, "uo", digest=starter_digest())
    ensure_starter(index, index, registry=REGISTRY)
    assert set(_counts(index)) == set(starter_terms())


def test_older_starter_is_replaced(index: SqliteTermIndex) -> None:
    """Releases of an older starter go, also of vocabularies that it no longer has."""
    _add(index, "fbbi", digest="0" * 64)
    _add(index, "uo", digest="0" * 64)
    index.add(
        "gone", header=starter_header("uo"), terms=starter_terms()["uo"][:1], base="https://gone.example/",
        source=STARTER, digest="0" * 64, current=False,
    )  # fmt: skip
    ensure_starter(index, index, registry=REGISTRY)
    assert set(_counts(index)) == set(starter_terms())
    assert {release.digest for release in index.releases()} == {starter_digest()}
