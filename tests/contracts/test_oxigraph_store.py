"""The Oxigraph store keeps the contract, and its own promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from imagegraph.adapters.oxigraph.store import OxigraphGraphStore
from imagegraph.errors import DataFolderLocked
from imagegraph.model.rdf import XSD, Literal, NamedNode, Triple, to_ntriples
from imagegraph.ports.graph import GraphStore
from imagegraph.testing.graph import GraphStoreContract
from imagegraph.testing.samples import sample_record


class TestOxigraphGraphStore(GraphStoreContract):
    """The contract on a folder."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self._path = tmp_path

    def open_store(self) -> GraphStore:
        """A store in a new folder."""
        return OxigraphGraphStore(self._path / "graph", snapshots=self._path / "snapshots")

    def count_in_merge(self, store: GraphStore, ntriples: bytes) -> int:
        """Asked of a snapshot, as queries are."""
        snapshot = Store.read_only(str(store.snapshot(whole=True).folder))
        patterns = [line.removesuffix(".") for line in ntriples.decode().splitlines()]
        return sum(len(list(snapshot.query(f"SELECT * WHERE {{ {pattern} }}"))) for pattern in patterns)


def test_snapshot_can_be_opened_beside_the_store(tmp_path: Path) -> None:
    """A snapshot holds every statement written before it, and none written after."""
    store = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    record = sample_record()
    store.replace(record.iri, record.ntriples, new=True)
    copy = Store.read_only(str(store.snapshot(whole=True).folder))
    store.replace(record.iri, b"", new=False)
    assert len(copy) == 6  # three in the graph, three in the merge


def test_rewritten_literals_still_match(tmp_path: Path) -> None:
    """The engine may spell 0.250 as 0.25; that is no difference between journal and graph."""
    store = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    node = NamedNode("http://localhost:8000/records/x")
    ntriples = to_ntriples([Triple(node, NamedNode("http://x/p"), Literal("0.250", datatype=XSD.decimal))])
    store.replace(node.value, ntriples, new=True)
    assert store.matches(node.value, ntriples)


def test_second_process_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    """Opening a store twice is a refusal of ours."""
    holder = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    with pytest.raises(DataFolderLocked):
        OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "other")
    holder.close()
