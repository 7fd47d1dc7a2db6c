"""What every graph store must do; subclass it in a test file and give it an `open_store`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import suppress

import pytest

from imagegraph.ports.graph import GraphStore
from imagegraph.testing.samples import sample_record


class GraphStoreContract(ABC):
    """The contract of `ports.graph.GraphStore`."""

    @abstractmethod
    def open_store(self) -> GraphStore:
        """A new empty store."""

    @abstractmethod
    def count_in_merge(self, store: GraphStore, ntriples: bytes) -> int:
        """How many solutions a query of the default graph has for these statements, one pattern each."""

    @pytest.fixture(name="store")
    def _store(self) -> Iterator[GraphStore]:
        store = self.open_store()
        yield store
        store.close()

    def test_graph_holds_what_was_put(self, store: GraphStore) -> None:
        """A graph equals its statements and nothing else."""
        record = sample_record()
        store.replace(record.iri, record.ntriples, new=True)
        assert store.matches(record.iri, record.ntriples)
        assert not store.matches(record.iri, sample_record(title="Another").ntriples)
        assert list(store.graphs()) == [record.iri]

    def test_replacing_leaves_nothing_behind(self, store: GraphStore) -> None:
        """The old statements are gone, those of other graphs stay."""
        first, other = sample_record(statements=20), sample_record("other")
        store.replace(first.iri, first.ntriples, new=True)
        store.replace(other.iri, other.ntriples, new=True)
        store.replace(first.iri, sample_record(statements=2).ntriples, new=False)
        assert store.matches(first.iri, sample_record(statements=2).ntriples)
        assert store.matches(other.iri, other.ntriples)

    def test_empty_statements_remove_the_graph(self, store: GraphStore) -> None:
        """Removing what is not there is no error."""
        record = sample_record()
        store.replace(record.iri, record.ntriples, new=True)
        store.replace(record.iri, b"", new=False)
        store.replace(record.iri, b"", new=False)
        assert list(store.graphs()) == []

    def test_repeating_a_step_does_no_harm(self, store: GraphStore) -> None:
        """Putting the same graph again, as new or not, gives the same digest."""
        record = sample_record()
        store.replace(record.iri, record.ntriples, new=True)
        digest = store.digest()
        store.replace(record.iri, record.ntriples, new=True)
        store.replace(record.iri, record.ntriples, new=False)
        assert store.digest() == digest

    def test_statements_can_be_added(self, store: GraphStore) -> None:
        """What was there stays; a statement that is added twice stands once, in the graph and in the merge."""
        record = sample_record()
        more = f'<{record.iri}> <http://schema.org/name> "A second title" .\n'.encode()
        store.add(record.iri, record.ntriples)
        for _ in range(2):
            store.add(record.iri, more)
        assert store.statements(record.iri) == b"".join(
            sorted((record.ntriples + more).splitlines(keepends=True))
        )
        assert self.count_in_merge(store, more) == 1
        assert store.statements("http://x.test/absent") == b""

    def test_shared_statements_stand_once_in_the_merge(self, store: GraphStore) -> None:
        """What several graphs state is asked for once, and stays until the last of them is gone."""
        first, second = sample_record("first"), sample_record("second")
        shared = b'<https://orcid.org/0000-0002-1825-0097> <http://schema.org/name> "Josiah Carberry" .\n'
        for record in (first, second):
            store.replace(record.iri, record.ntriples + shared, new=True)
        assert self.count_in_merge(store, shared) == 1
        store.replace(first.iri, first.ntriples, new=False)
        assert self.count_in_merge(store, shared) == 1
        store.replace(second.iri, b"", new=False)
        assert self.count_in_merge(store, shared) == 0
        assert self.count_in_merge(store, first.ntriples) == 3

    def test_mentions_name_the_graphs_that_point_at_a_thing(self, store: GraphStore) -> None:
        """Each graph once, below the given name, no more than asked for, none after they are gone."""
        method = "http://purl.obolibrary.org/obo/FBbi_00000251"
        told = f"<http://x.test/a> <http://x.test/p> <{method}> .\n<http://x.test/b> <http://x.test/p> <{method}> .\n"
        records = [sample_record(name) for name in ("first", "second", "third")]
        for record in records:
            store.replace(record.iri, record.ntriples + told.encode(), new=True)
        store.replace("http://localhost:8000/terms/used", told.encode(), new=True)
        below = records[0].iri.rpartition("/")[0]
        assert sorted(store.mentions(method, below=below)) == [record.iri for record in records]
        assert len(store.mentions(method)) == 4
        assert store.mentions(records[0].about, below=below, described=True) == [records[0].iri]
        assert len(store.mentions(method, below=below, limit=2)) == 2
        assert store.mentions("http://x.test/a") == []
        for record in records:
            store.replace(record.iri, b"", new=False)
        assert store.mentions(method, below=below) == []

    def test_snapshot_is_made_only_after_writes(self, store: GraphStore) -> None:
        """Without a write the same snapshot serves; after one there is another."""
        record = sample_record()
        store.replace(record.iri, record.ntriples, new=True)
        first = store.snapshot()
        assert store.snapshot() == first
        store.replace(record.iri, b"", new=False)
        assert store.snapshot() != first

    def test_what_is_written_together_is_seen_together(self, store: GraphStore) -> None:
        """Snapshots show what was before until all is written; the store itself has it at once."""
        first, second = sample_record("first"), sample_record("second")
        store.replace(first.iri, first.ntriples, new=True)
        with store.together():
            before = store.snapshot()
            store.replace(first.iri, b"", new=False)
            assert store.snapshot() == before
            store.replace(second.iri, second.ntriples, new=True)
            assert store.snapshot() == before
            assert store.statements(second.iri) == second.ntriples
        assert store.snapshot() != before
        with suppress(ZeroDivisionError), store.together():
            store.replace(second.iri, b"", new=False)
            raise ZeroDivisionError
        latest = store.snapshot()
        store.replace(first.iri, first.ntriples, new=True)
        assert store.snapshot() != latest
