"""The graph of the terms that living records use, kept up to date while records come and go.

`<base>terms/used` holds `dcterms:hasPart` for every term used, what `term_closure` tells about them and all above,
and as `dcterms:hasVersion` the fingerprint of the releases that it was made with. It follows from the records and the
index alone, so it can be made anew at any time.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Set

from imagegraph.model.rdf import DCTERMS, Literal, NamedNode, Triple, from_ntriples, to_ntriples
from imagegraph.model.vocabularies import VocabularyRegistry
from imagegraph.operations.forwarding import ForwardingGraph
from imagegraph.operations.naming import record_iri, terms_graph
from imagegraph.operations.terms.closure import described
from imagegraph.operations.terms.uses import mentioned_terms
from imagegraph.ports.graph import GraphStore, Snapshot
from imagegraph.ports.terms import TermIndex

USED = "used"
#: used terms up to which one that is gone leaves before the next query, not only at the next checkpoint
_FEW = 1_000


def fingerprint(index: TermIndex) -> str:
    """SHA-256 over the releases that answer: equal when they say the same."""
    current = sorted(
        f"{r.ontology}\t{r.source == 'starter'}\t{r.header.version}\t{r.digest}"
        for r in index.releases()
        if r.current or r.source == "starter"
    )
    return hashlib.sha256("\n".join(current).encode()).hexdigest()


def used_terms_graph(
    iris: Set[str], *, index: TermIndex, registry: VocabularyRegistry, base: str, version: str | None = None
) -> bytes:
    """What the graph of the terms used says, as sorted N-Triples.

    Args:
        iris: the terms that records mention.
        base: IRI base of the service.
        version: fingerprint of the releases; made anew when None.
    """
    graph = NamedNode(terms_graph(base, USED))
    listed = [Triple(graph, DCTERMS.hasPart, NamedNode(iri)) for iri in iris]
    listed.append(Triple(graph, DCTERMS.hasVersion, Literal(version or fingerprint(index))))
    return to_ntriples(listed + described(iris, index=index, registry=registry))


class TermKeepingGraph(ForwardingGraph):
    """Keeps the graph of the terms used in the one that it passes everything on to.

    What records mention is noted when they are written; the graph of terms follows before anything is read.

    Args:
        graph: where everything is kept.
        index: what is known about terms.
        registry: the vocabularies.
        base: IRI base of the service.
        mentioned: terms of records that were put into the graph without this; None when that is not known.
    """

    def __init__(
        self, graph: GraphStore, *, index: TermIndex, registry: VocabularyRegistry, base: str,
        mentioned: Set[str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(graph)
        self._index, self._registry = index, registry
        self._base = base
        self._records = record_iri(base, "")
        self._name = terms_graph(base, USED)
        self._lock = threading.RLock()
        self._noted: set[str] = set()
        self._answering: tuple[int, ...] = ()
        self._version, self._used = self._recorded()
        self._doubted = set(self._used)  # after an interruption nobody knows
        self._drop_others(terms_graph(base, ""))
        if mentioned is not None:
            self._noted.update(mentioned - self._used)
        elif not self._version:
            self._noted.update(self._mentioned_anywhere())

    def replace(self, graph: str, ntriples: bytes, *, new: bool) -> None:
        """Make these the statements of a graph, and note the terms that come and go."""
        with self._lock:
            is_record = graph.startswith(self._records)
            before = frozenset() if new or not is_record else mentioned_terms(self._graph.statements(graph))
            self._graph.replace(graph, ntriples, new=new)
            if is_record:
                after = mentioned_terms(ntriples)
                self._noted.update(after - self._used)
                self._doubted.update(before - after)

    def add(self, graph: str, ntriples: bytes) -> None:
        """Add statements to a graph, and note the terms in them."""
        with self._lock:
            self._graph.add(graph, ntriples)
            if graph.startswith(self._records):
                self._noted.update(mentioned_terms(ntriples) - self._used)

    def refresh(self) -> None:
        """Make the graph of terms say exactly what the records and the index say now."""
        self._follow(many=True)

    def _follow(self, *, many: bool) -> None:
        """Let the graph of terms follow.

        Args:
            many: terms that are not used any more leave even if there are many terms, which takes seconds. Until then
                they do no harm: what no record mentions joins with nothing.
        """
        answering = self._index.answering()
        if answering == self._answering and not self._noted and not self._doubted:
            return
        version = fingerprint(self._index)
        with self._lock:
            living = {iri for iri in self._noted - self._used if self._mentioned(iri)}
            gone = {iri for iri in self._doubted & self._used if not self._mentioned(iri)}
            later = version == self._version and not many and len(self._used) > _FEW
            kept = self._used if later else self._used - gone
            if version != self._version or kept != self._used:
                content = self._content(kept | living, version)
                self._graph.replace(self._name, b"", new=False)
                self._graph.add(self._name, content)  # loading is faster than one update
            elif living:
                self._graph.add(self._name, self._content(living, version))
            self._version, self._used, self._answering = version, kept | living, answering
            self._noted, self._doubted = set(), gone if later else set()

    def statements(self, graph: str) -> bytes:
        """The statements of a graph."""
        self.refresh()
        return self._graph.statements(graph)

    def digest(self) -> str:
        """SHA-256 of the whole projection, the terms used included."""
        self.refresh()
        return self._graph.digest()

    def snapshot(self, *, whole: bool = False) -> Snapshot:
        """An immutable state that holds every statement written before the call, and their terms."""
        self._follow(many=False)
        return self._graph.snapshot(whole=whole)

    def flush(self) -> None:
        """Return when everything written is on disk, and the terms used with it."""
        self.refresh()
        self._graph.flush()

    def _mentioned(self, iri: str) -> bool:
        return bool(self._graph.mentions(iri, below=self._records, limit=1))

    def _content(self, iris: Set[str], version: str) -> bytes:
        return used_terms_graph(
            iris, index=self._index, registry=self._registry, base=self._base, version=version
        )

    def _recorded(self) -> tuple[str, set[str]]:
        """The fingerprint and the terms that the graph was last made with."""
        version, used = "", set[str]()
        for triple in from_ntriples(self._graph.statements(self._name)):
            if triple.predicate == DCTERMS.hasPart and isinstance(triple.object, NamedNode):
                used.add(triple.object.value)
            elif triple.predicate == DCTERMS.hasVersion and isinstance(triple.object, Literal):
                version = triple.object.value
        return version, used

    def _mentioned_anywhere(self) -> set[str]:
        """The terms that any record mentions; for a graph that was made before terms were kept."""
        found = set[str]()
        for name in self._graph.graphs():
            if name.startswith(self._records):
                found |= mentioned_terms(self._graph.statements(name))
        return found

    def _drop_others(self, folder: str) -> None:
        """Remove shared graphs of earlier versions of this package."""
        for name in list(self._graph.graphs()):
            if name.startswith(folder) and name != self._name:
                self._graph.replace(name, b"", new=False)
