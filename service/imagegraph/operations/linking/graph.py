"""The graphs of what authorities say, kept beside the records that mention the identifiers.

`<base>resolved/<scheme>/<value>` is there as long as a living record mentions the identifier, or an organisation
that one mentions is part of it. Everything follows from the records and from the answers that are kept, so it can be
made anew at any time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from imagegraph.model.authorities import packaged_authorities
from imagegraph.model.identifiers import Identifier
from imagegraph.model.rdf import FOAF, ORG, NamedNode, from_ntriples
from imagegraph.model.resolutions import Resolution
from imagegraph.operations.forwarding import ForwardingGraph
from imagegraph.operations.linking.mentions import mentioned_identifiers, resolvable
from imagegraph.operations.linking.statements import authority_statements
from imagegraph.operations.naming import record_iri, resolved_graph
from imagegraph.ports.graph import GraphStore
from imagegraph.ports.resolving import KnownResolutions, ResolutionQueue

#: identifiers that are remembered as seen, so that a name that stands in every record is looked up once
_MOST_SEEN = 200_000


class LinkingGraph(ForwardingGraph):
    """Notes the identifiers of records as they come and go, queues them, and shows what is known about them.

    Args:
        graph: where everything is kept.
        known: what was answered before; nobody is asked here.
        queue: where identifiers wait to be asked about.
        base: IRI base of the service.
        noted: called after something was queued.
    """

    def __init__(
        self, graph: GraphStore, *, known: KnownResolutions, queue: ResolutionQueue, base: str,
        noted: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        super().__init__(graph)
        self._known, self._queue, self._base = known, queue, base
        self._records = record_iri(base, "")
        self._lock = threading.RLock()
        self._seen: set[str] = set()
        #: name of a graph that is there -> what it is about, and the organisations that this is part of
        self._shown: dict[str, _Shown] = {}
        self.noted = noted
        for name in graph.graphs():
            if name.startswith(f"{base}resolved/"):
                self._shown[name] = _Shown.of(graph.statements(name))

    def replace(self, graph: str, ntriples: bytes, *, new: bool) -> None:
        """Make these the statements of a graph; identifiers that came are queued and shown, others leave."""
        if not graph.startswith(self._records):
            self._graph.replace(graph, ntriples, new=new)
            return
        with self._lock:
            before = frozenset() if new else mentioned_identifiers(self._graph.statements(graph))
            self._graph.replace(graph, ntriples, new=new)
            after = mentioned_identifiers(ntriples)
            self._note(after - before)
            for iri in sorted(before - after):
                self._leave(iri)

    def add(self, graph: str, ntriples: bytes) -> None:
        """Add statements to a graph, and note the identifiers in them."""
        with self._lock:
            self._graph.add(graph, ntriples)
            if graph.startswith(self._records):
                self._note(mentioned_identifiers(ntriples))

    def show(self, resolution: Resolution) -> bool:
        """Make the graph of an identifier say what is known now; False when nothing here needs it.

        Organisations that it is part of are noted, so that a question about a university finds its institutes.
        """
        identifier = resolvable(resolution.iri)
        if identifier is None:
            return False
        with self._lock:
            name = self._name(identifier)
            if not self.is_needed(resolution.iri):
                self._drop(name)
                return False
            statements = authority_statements(
                resolution, graph=name, authorities=packaged_authorities().entries
            )
            if not statements:
                return True
            before = self._shown.get(name)
            self._graph.replace(name, statements, new=before is None)
            self._shown[name] = after = _Shown.of(statements)
            self._note(after.parents)
            for parent in before.parents if before else ():
                self._leave(parent)
            return True

    def hide(self, identifier: Identifier) -> None:
        """Remove the graph of an identifier."""
        with self._lock:
            self._seen.discard(identifier.iri)
            self._drop(self._name(identifier))

    def is_needed(self, iri: str) -> bool:
        """Whether a living record mentions it, or a part of it."""
        if self._graph.mentions(iri, below=self._records, limit=1, described=True):
            return True
        return any(iri in shown.parents for shown in self._shown.values() if shown.topic != iri)

    def settle(self, resolutions: Iterable[Resolution]) -> None:
        """Show answers that were kept when the graph was last made, and drop graphs of answers that are not kept.

        Args:
            resolutions: those that may not be in the graph.
        """
        for resolution in resolutions:
            self.show(resolution)
        with self._lock:
            for name, shown in list(self._shown.items()):
                identifier = resolvable(shown.topic)
                if identifier is None or self._known.known(identifier) is None:
                    self._drop(name)

    def expected(self) -> Iterator[tuple[str, bytes]]:
        """The names of the graphs of authorities that are there, with what the kept answers make them say."""
        for name, shown in sorted(self._shown.items()):
            identifier = resolvable(shown.topic)
            known = self._known.known(identifier) if identifier is not None else None
            authorities = packaged_authorities().entries
            yield name, authority_statements(known, graph=name, authorities=authorities) if known else b""

    def _note(self, iris: Iterable[str]) -> None:
        """Show what is known about identifiers that were not seen yet, and queue what is not, or is old."""
        waiting = []
        for iri in sorted(iris):
            if iri in self._seen:
                continue
            if len(self._seen) >= _MOST_SEEN:
                self._seen.clear()
            self._seen.add(iri)
            identifier = resolvable(iri)
            if identifier is None:
                continue
            known = self._known.known(identifier)
            if known is not None:
                self.show(known)
            if (known is None or known.stale) and not self._known.is_forgotten(identifier):
                waiting.append((iri, identifier.scheme))
        if waiting and self._queue.put(waiting):
            self.noted()

    def _leave(self, iri: str) -> None:
        """An identifier was mentioned once less."""
        identifier = resolvable(iri)
        if identifier is not None and not self.is_needed(iri):
            self._seen.discard(iri)
            self._drop(self._name(identifier))

    def _drop(self, name: str) -> None:
        shown = self._shown.pop(name, None)
        if shown is None:
            return
        self._graph.replace(name, b"", new=False)
        for parent in shown.parents:
            self._leave(parent)

    def _name(self, identifier: Identifier) -> str:
        return resolved_graph(self._base, scheme=identifier.scheme, value=identifier.value)


@dataclass(frozen=True)
class _Shown:
    """What is remembered of a graph that is there.

    Attributes:
        topic: the identifier that it is about.
        parents: the organisations that this is part of.
    """

    topic: str
    parents: tuple[str, ...]

    @staticmethod
    def of(statements: bytes) -> _Shown:
        """Read from the statements of the graph."""
        topic, parents = "", list[str]()
        for triple in from_ntriples(statements):
            if isinstance(triple.object, NamedNode):
                if triple.predicate == FOAF.primaryTopic:
                    topic = triple.object.value
                elif triple.predicate == ORG.subOrganizationOf:
                    parents.append(triple.object.value)
        return _Shown(topic, tuple(parents))
