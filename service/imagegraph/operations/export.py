"""Writing records out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from imagegraph.errors import Gone, NotFound
from imagegraph.model.rdf import PREFIXES, NamedNode, Quad, RdfFormat, from_ntriples, serialize
from imagegraph.model.records import RecordSummary, Version
from imagegraph.operations.services import Services

#: name on the command line -> media type
FORMATS = {
    "turtle": "text/turtle",
    "trig": "application/trig",
    "nquads": "application/n-quads",
    "jsonld": "application/ld+json",
}
#: formats that keep records apart, so that nothing is lost when all of them are written
_GRAPHS = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS}


def exported(services: Services, name: str | None, *, format: str) -> Iterator[bytes]:
    """Records, piece by piece.

    Args:
        name: id or IRI of a record, or the IRI of what records are about; None for all living records.
        format: a key of `FORMATS`. Turtle has no graph names. JSON-LD of one record is one object; of
            several it is an array with one named graph for each.

    Raises:
        NotFound: no such record.
        Gone: it was deleted.
    """
    if name is None:
        versions = (services.journal.version(summary.id) for summary in _living(services))
        many = True
    else:
        ids = _ids_of(services, name)
        versions = (services.journal.version(id) for id in ids)
        many = len(ids) > 1
    yield from joined(
        (_one(services, version, format, many=many) for version in versions), format=format, many=many
    )


def joined(pieces: Iterator[bytes], *, format: str, many: bool) -> Iterator[bytes]:
    """What is written for the pieces of one or many records: for JSON-LD an array."""
    if format != "jsonld" or not many:
        yield from pieces
        return
    yield b"["
    for number, piece in enumerate(pieces):
        yield b",\n" if number else b"\n"
        yield piece
    yield b"\n]\n"


def as_graph(ntriples: bytes, *, iri: str, format: str) -> bytes:
    """The statements of a record in a graph that has its name, as TriG or N-Quads."""
    graph = NamedNode(iri)
    quads = (Quad(t.subject, t.predicate, t.object, graph) for t in from_ntriples(ntriples))
    prefixes = PREFIXES if format == "trig" else None
    return serialize(quads, format=_GRAPHS[format], prefixes=prefixes) or b""


def as_json_graph(document: bytes, *, iri: str) -> bytes:
    """The JSON-LD document of a record as a named graph, in one line."""
    content: dict[str, Any] = json.loads(document)
    context = content.pop("@context", {})
    nodes = content.pop("@graph", None) or [content]
    return json.dumps({"@context": context, "@id": iri, "@graph": nodes}, ensure_ascii=False).encode()


def _one(services: Services, version: Version, format: str, *, many: bool) -> bytes:
    if format in _GRAPHS:
        return as_graph(version.ntriples, iri=version.iri, format=format)
    written = services.exporters[FORMATS[format]].export(version)
    if format == "jsonld" and many:
        return as_json_graph(written, iri=version.iri)
    return written if written.endswith(b"\n") else written + b"\n"


def _ids_of(services: Services, name: str) -> list[str]:
    """The ids of the records that a name means: one for an id or the IRI of a record, else all about it."""
    known = services.journal.find(name)
    if known is None:
        raise NotFound(f"There is no record {name!r}, and none about it.", id=name)
    if name in (known.id, known.iri):
        if known.deleted:
            raise Gone(f"The record {name!r} was deleted on {known.modified}.", id=name)
        return [known.id]
    living = [summary.id for summary in _living(services, q=name) if summary.about == known.about]
    if not living:
        raise Gone(f"Every record about {name!r} was deleted; the last one on {known.modified}.", id=name)
    return living


def _living(services: Services, *, q: str | None = None) -> Iterator[RecordSummary]:
    after: str | None = None
    while True:
        page = services.journal.summaries(after=after, limit=100, q=q)
        yield from page
        if len(page) < 100:
            return
        after = page[-1].id
