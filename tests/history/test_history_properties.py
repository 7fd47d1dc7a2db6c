"""Whatever was accepted, the past is exact: every version comes back byte for byte, every position as a graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from imagegraph.adapters.oxigraph.past import PastStores
from imagegraph.adapters.oxigraph.store import OxigraphGraphStore
from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.errors import Gone, ImagegraphError
from imagegraph.operations.history.past import graphs_at
from imagegraph.operations.ingest import Ingest
from imagegraph.operations.projection import verify
from imagegraph.testing.fakes import FailingPreparer
from imagegraph.testing.samples import sample_record

STEPS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["delete", "One", "Two", "Three"])),
    min_size=1,
    max_size=12,
)


def _apply(journal: SqliteJournal, steps: list[tuple[str, str]]) -> None:
    for id, what in steps:
        if what != "delete":
            journal.append([sample_record(id, title=what)], agent="-", reason="-")
        elif (known := journal.find(id)) is not None and not known.deleted:
            journal.bury(id, agent="-", reason="-")


def _quads(store: Store) -> set[str]:
    return {str(quad) for quad in store}


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
def test_replay_equals_the_graph_of_a_position(steps: list[tuple[str, str]]) -> None:
    """A store made for a position holds what replaying the journal up to there gives, merge included."""
    journal = SqliteJournal(":memory:")
    _apply(journal, steps)
    with TemporaryDirectory() as name:
        past = PastStores(Path(name) / "past", seconds=1)

        def graphs(position: int) -> Iterator[tuple[str, bytes]]:
            return graphs_at(
                journal, position, base="http://localhost:8000/", used_terms=lambda _: b"", most_bytes=10**9
            )

        replayed = OxigraphGraphStore(Path(name) / "graph", snapshots=Path(name) / "snapshots")
        for version in journal.since(0):
            replayed.replace(version.iri, version.ntriples, new=version.number == 1)
            found = Store.read_only(str(past.holding(version.sequence, partial(graphs, version.sequence))))
            assert _quads(found) == _quads(Store.read_only(str(replayed.snapshot(whole=True).folder)))
        replayed.close()
        past.close()


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
def test_restoring_gives_the_exact_bytes(steps: list[tuple[str, str]]) -> None:
    """Every version but a deletion can be restored, to its bytes, as a new version or unchanged; all verifies."""
    journal = SqliteJournal(":memory:")
    _apply(journal, steps)
    with TemporaryDirectory() as name:
        graph = OxigraphGraphStore(Path(name) / "graph", snapshots=Path(name) / "snapshots")
        for version in journal.since(0):
            graph.replace(version.iri, version.ntriples, new=version.number == 1)
        ingest = Ingest(journal=journal, graph=graph, preparer=FailingPreparer(AssertionError()))
        for version in list(journal.since(0)):
            restore = _restoring(ingest, journal, version.id, version.number)
            if version.deleted:
                assert isinstance(restore(), Gone)
                continue
            before = journal.version(version.id)
            assert restore() is None
            now = journal.version(version.id)
            assert (now.ntriples, now.digest, now.title) == (version.ntriples, version.digest, version.title)
            assert now.number == before.number + (before.digest != version.digest)
            assert graph.matches(version.iri, version.ntriples)
        assert list(verify(journal, graph, base="http://localhost:8000/")) == []
        graph.close()


def _restoring(
    ingest: Ingest, journal: SqliteJournal, id: str, number: int
) -> Callable[[], ImagegraphError | None]:
    def restore() -> ImagegraphError | None:
        known = journal.find(id)
        etag = None if known is None or known.deleted else "*"
        try:
            ingest.restore(id, number, if_match=etag, agent="-", reason="")
        except ImagegraphError as error:
            return error
        return None

    return restore
