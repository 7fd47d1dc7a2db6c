"""A graph store that passes everything on to another one; those that do more override what they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager

from imagegraph.ports.graph import GraphStore, Snapshot


class ForwardingGraph:
    """Implements `ports.graph.GraphStore` by another one.

    Args:
        graph: where everything goes.
    """

    def __init__(self, graph: GraphStore) -> None:
        self._graph = graph

    def replace(self, graph: str, ntriples: bytes, *, new: bool) -> None:
        """Make these the statements of a graph."""
        self._graph.replace(graph, ntriples, new=new)

    def add(self, graph: str, ntriples: bytes) -> None:
        """Add statements to a graph."""
        self._graph.add(graph, ntriples)

    def statements(self, graph: str) -> bytes:
        """The statements of a graph."""
        return self._graph.statements(graph)

    def matches(self, graph: str, ntriples: bytes) -> bool:
        """Whether a graph holds these statements and no others."""
        return self._graph.matches(graph, ntriples)

    def graphs(self) -> Iterable[str]:
        """The names of all graphs."""
        return self._graph.graphs()

    def mentions(
        self, iri: str, *, below: str = "", limit: int = 1000, described: bool = False
    ) -> Sequence[str]:
        """The names of the graphs that mention an IRI."""
        return self._graph.mentions(iri, below=below, limit=limit, described=described)

    def digest(self) -> str:
        """SHA-256 of the whole projection."""
        return self._graph.digest()

    def unsound(self) -> Iterator[str]:
        """What does not fit together in the store, in words."""
        return self._graph.unsound()

    def snapshot(self, *, whole: bool = False) -> Snapshot:
        """An immutable state that holds every statement written before the call."""
        return self._graph.snapshot(whole=whole)

    def together(self) -> AbstractContextManager[None]:
        """Let snapshots show what is written inside only at its end."""
        return self._graph.together()

    def flush(self) -> None:
        """Return when everything written is on disk."""
        self._graph.flush()

    def close(self) -> None:
        """Release the folder."""
        self._graph.close()
