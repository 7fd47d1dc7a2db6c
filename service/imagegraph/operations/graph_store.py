"""Graphs by their names, as the SPARQL 1.1 Graph Store HTTP Protocol sees them: a graph is a record.

https://www.w3.org/TR/sparql11-http-rdf-update/

* `<base>records/<id>` is the graph of the record with this id.
* Any other name is that of a record as well. Its id is computed from the name, so the same name is the same
  record. What the statements are about decides what that record is about, as for every other document.
* The default graph, the terms in use and the answers of authorities are made by the service itself and can
  only be read.

A reader of this protocol gets blank nodes as blank nodes again, so what was put comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from imagegraph.errors import (
    Forbidden,
    NotAcceptable,
    NotFound,
    PreconditionFailed,
    PreconditionRequired,
)
from imagegraph.model.rdf import (
    PREFIXES,
    RdfFormat,
    Triple,
    from_ntriples,
    serialize,
    unskolemised,
)
from imagegraph.model.records import Document, Version
from imagegraph.operations.graph_documents import as_source
from imagegraph.operations.graph_names import GraphName
from imagegraph.operations.naming import record_iri
from imagegraph.operations.outcomes import Outcome
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Query

T = TypeVar("T")
#: media types in which graphs are written, the default first, with what stands for them in an ETag
WRITTEN_AS = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "application/ld+json": "jsonld",
}
_FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
#: how often a change is tried again when somebody else changes the same graph at the same time
_TRIES = 5


def find_version(services: Services, name: GraphName) -> Version | None:
    """The current version of the record whose graph it is; None when there is none, or none any more."""
    if name.id is None:
        return None
    known = services.journal.find(name.id)
    if known is None or known.id != name.id or known.deleted:
        return None
    return services.journal.version(known.id, known.version)


def statements_of(version: Version) -> list[Triple]:
    """The statements of a record as they were put: what was blank is blank again."""
    return unskolemised(from_ntriples(version.ntriples), record=version.iri)


def written(version: Version, *, media_type: str) -> bytes:
    """The graph of a record in one of `WRITTEN_AS`.

    Raises:
        NotAcceptable: a name or a text in it cannot be said in that format.
    """
    try:
        found = serialize(statements_of(version), format=_FORMATS[media_type], prefixes=PREFIXES)
    except ValueError as error:
        raise NotAcceptable(
            f"This graph cannot be written as {media_type}: {error}. Ask for text/turtle."
        ) from None
    return found or b""


def read_made(services: Services, name: GraphName | None, *, media_type: str) -> bytes:
    """A graph that the service makes itself, the default graph when there is no name, in one of `WRITTEN_AS`.

    It is read as a query reads it: in a worker, on a snapshot, within the limits of rows and bytes.

    Raises:
        NotFound: there is no such graph.
        QueryRefusal: it is larger than an answer may be, or no worker became free.
    """
    graphs = None if name is None else (name.iri,)
    if name is not None:
        asked = Query(text="ASK { ?s ?p ?o }", accept="text/csv", default_graphs=graphs)
        if services.query_runner.run(asked).body.strip() != b"true":
            raise missing(name)
    query = Query(text="CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", accept=media_type, default_graphs=graphs)
    return services.query_runner.run(query).body


def put_graph(
    services: Services,
    name: GraphName,
    document: Document,
    *,
    if_match: str | None,
    if_none_match: str | None = None,
    profiles: Sequence[str] = (),
    agent: str,
    reason: str,
) -> Outcome:
    """Make a document all that a graph says.

    Args:
        if_match: ETag of the version that the caller has seen; None to replace whatever is there, as the
            protocol has it: the versions before stay in the history.
        if_none_match: `*` when the graph must be new.

    Raises:
        Forbidden: the service makes this graph itself.
        Refusal: the document cannot be read, or breaks a rule.
        PreconditionFailed: the graph is at another version.
    """
    id = _writable(name)

    def put(seen: str | None) -> Outcome:
        return services.ingest.put(
            document, id=id, iri=record_iri(services.settings.base, id), if_match=seen,
            if_none_match=if_none_match, profiles=profiles, agent=agent, reason=reason,
        )  # fmt: skip

    if if_match is not None or (if_none_match or "").strip() == "*":
        return put(if_match)
    return _with_newest(services, name, lambda version: put(_tag(version)))


def add_to_graph(
    services: Services,
    name: GraphName,
    documents: Sequence[Document],
    *,
    if_match: str | None,
    profiles: Sequence[str] = (),
    agent: str,
    reason: str,
) -> Outcome:
    """Add the statements of documents to a graph, which is made when it is not there.

    Blank nodes of a document are new nodes. Raises what `put_graph` raises.
    """
    id = _writable(name)
    coming = b"".join(services.preparer.statements(document) for document in documents)

    def add(version: Version | None) -> Outcome:
        there = (
            b""
            if version is None
            else as_source(statements_of(version), iri=version.iri, about=version.about)
        )
        document = Document(
            name=documents[0].name,
            content=there + coming,
            media_type="application/n-triples",
            format="n-triples",
        )
        return services.ingest.put(
            document, id=id, iri=record_iri(services.settings.base, id),
            if_match=if_match if if_match is not None else _tag(version),
            profiles=profiles, agent=agent, reason=reason,
        )  # fmt: skip

    if if_match is not None:
        return add(find_version(services, name))
    return _with_newest(services, name, add)


def delete_graph(
    services: Services, name: GraphName, *, if_match: str | None, agent: str, reason: str
) -> Version:
    """Delete the record whose graph it is; its history stays.

    Raises:
        Forbidden: the service makes this graph itself.
        NotFound: there is no such graph, or not any more.
        PreconditionFailed: the graph is at another version.
    """
    id = _writable(name)

    def bury(version: Version | None) -> Version:
        if version is None:
            raise missing(name)
        seen = if_match if if_match is not None else _tag(version)
        return services.ingest.bury(id, if_match=seen, agent=agent, reason=reason)

    if if_match is not None:
        return bury(find_version(services, name))
    return _with_newest(services, name, bury)


def missing(name: GraphName) -> NotFound:
    """There is no graph of this name."""
    return NotFound(f"There is no graph <{name.iri}>.", graph=name.iri)


def _writable(name: GraphName) -> str:
    if name.id is None:
        raise Forbidden(
            f"The service makes the graph <{name.iri}> itself; it cannot be written. Records can.",
            graph=name.iri,
        )
    return name.id


def _with_newest(services: Services, name: GraphName, change: Callable[[Version | None], T]) -> T:
    """Make a change to the version that is current; once more when it was not by then."""
    for _ in range(_TRIES - 1):
        with suppress(PreconditionFailed, PreconditionRequired):
            return change(find_version(services, name))
    return change(find_version(services, name))


def _tag(version: Version | None) -> str | None:
    """The ETag of a version, as `If-Match` takes it."""
    return None if version is None else f'"{version.number}-{version.digest[:12]}"'
