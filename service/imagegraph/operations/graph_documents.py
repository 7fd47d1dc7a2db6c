"""The graph of a record as a document that becomes this record again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from imagegraph.model.rdf import NamedNode, Triple, to_ntriples
from imagegraph.model.records import RECORD_BASE


def as_source(triples: Iterable[Triple], *, iri: str, about: str, graph: str | None = None) -> bytes:
    """Statements as N-Triples, or as N-Quads of a graph, in which a record's own names are relative.

    What the record is about comes first, because the first of several things of one class is what a document
    is about.

    Args:
        iri: the record.
        about: what it is about.
        graph: name of the graph that the statements are in.
    """
    root = NamedNode(about)
    end = b" .\n" if graph is None else f" <{graph}> .\n".encode()
    lines = (
        to_ntriples([Triple(_relative(t.subject, iri=iri), t.predicate, _relative(t.object, iri=iri))])
        for t in sorted(triples, key=lambda triple: triple.subject != root)
    )
    return b"".join(line.removesuffix(b" .\n") + end for line in lines)


def _relative(term: Any, *, iri: str) -> Any:
    if not isinstance(term, NamedNode) or not term.value.startswith(iri):
        return term
    tail = term.value.removeprefix(iri)
    if tail and tail[0] not in "#/":
        return term
    return NamedNode(RECORD_BASE + tail.removeprefix("/"))
