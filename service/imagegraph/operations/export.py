"""Writing records out."""

from __future__ import annotations

import json
from collections.abc import Iterator

from imagegraph.errors import Gone, NotFound
from imagegraph.model.rdf import PREFIXES, NamedNode, Quad, RdfFormat, from_ntriples, serialize
from imagegraph.model.records import Version
from imagegraph.operations.services import Services

#: name on the command line -> media type
FORMATS = {
    "turtle": "text/turtle",
    "trig": "application/trig",
    "nquads": "application/n-quads",
    "jsonld": "application/ld+json",
}


def exported(services: Services, name: str | None, *, format: str) -> Iterator[bytes]:
    """One record, or all of them, piece by piece.

    Args:
        name: id or IRI of a record, or the IRI it is about; None for all living records.
        format: a key of `FORMATS`. Turtle and JSON-LD have no graph names when one record is written;
            JSON-LD of all records is one array.

    Raises:
        NotFound: no such record.
        Gone: it was deleted.
    """
    if name is not None:
        known = services.journal.find(name)
        if known is None:
            raise NotFound(f"There is no record {name!r}, and none about it.", id=name)
        if known.deleted:
            raise Gone(f"The record {name!r} was deleted on {known.modified}.", id=name)
        yield _one(services, services.journal.version(known.id), format)
        return
    versions = _living(services)
    if format != "jsonld":
        for version in versions:
            yield _one(services, version, format)
        return
    yield b"["
    for number, version in enumerate(versions):
        yield b",\n" if number else b"\n"
        yield _one(services, version, format)
    yield b"\n]\n"


def _living(services: Services) -> Iterator[Version]:
    after: str | None = None
    while True:
        page = services.journal.summaries(after=after, limit=100)
        for summary in page:
            yield services.journal.version(summary.id)
        if len(page) < 100:
            return
        after = page[-1].id


def _one(services: Services, version: Version, format: str) -> bytes:
    if format in ("turtle", "jsonld"):
        written = services.exporters[FORMATS[format]].export(version)
        return json.dumps(json.loads(written), ensure_ascii=False).encode() if format == "jsonld" else written
    graph = NamedNode(version.iri)
    quads = (Quad(t.subject, t.predicate, t.object, graph) for t in from_ntriples(version.ntriples))
    kind = RdfFormat.TRIG if format == "trig" else RdfFormat.N_QUADS
    prefixes = PREFIXES if format == "trig" else None
    return serialize(quads, format=kind, prefixes=prefixes) or b""
