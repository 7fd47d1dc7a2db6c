"""Versions of records for the tests of exporters."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from imagegraph import resources
from imagegraph.adapters.exporters import all_exporters
from imagegraph.model.rdf import XSD, digest_of, from_ntriples, to_ntriples
from imagegraph.model.records import Version
from imagegraph.model.reports import Report

BASE = "http://localhost:8000/"
RECORD = f"{BASE}records/x"


def version_of(triples: Iterable[Triple], *, about: str = RECORD) -> Version:
    """A version of the record `x` with these statements."""
    ntriples = to_ntriples(triples)
    return Version(
        sequence=1, id="x", iri=RECORD, about=about, type="Study", title="t", number=1,
        at="2025-01-01T00:00:00Z", agent="", reason="", source="", format="", digest=digest_of(ntriples),
        ntriples=ntriples, report=Report(), previous_hash="", hash="",
    )  # fmt: skip


def version_from(turtle: str, *, about: str = RECORD) -> Version:
    """A version of the record `x` from Turtle with our prefixes."""
    from imagegraph.model.rdf import PREFIXES

    head = "".join(f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items())
    quads = parse(head + turtle, format=RdfFormat.TURTLE, base_iri=RECORD)
    return version_of((quad.triple for quad in quads), about=about)


def export(version: Version, media_type: str) -> bytes:
    """The version in one format."""
    return all_exporters(BASE)[media_type].export(version)


def with_context(document: bytes) -> bytes:
    """A JSON-LD document with our context written into it, for readers that fetch nothing."""
    values = json.loads(document)
    context = json.loads(resources.text("ontologies", "generated", "context.jsonld"))["@context"]
    named = values["@context"]
    values["@context"] = [context, *named[1:]] if isinstance(named, list) else context
    return json.dumps(values).encode()


def statements(version: Version) -> set[Triple]:
    """What the version says, doubles by their value."""
    return {by_value(triple) for triple in from_ntriples(version.ntriples)}


def statements_of(content: bytes, kind: RdfFormat) -> set[Triple]:
    """What a document says, doubles by their value."""
    return {by_value(quad.triple) for quad in parse(content, format=kind)}


def by_value(triple: Triple) -> Triple:
    """The statement with the one spelling of its double that Python writes."""
    value = triple.object
    if isinstance(value, Literal) and value.datatype == XSD.double:
        try:
            value = Literal(repr(float(value.value)), datatype=XSD.double)
        except ValueError:
            return triple
    return Triple(triple.subject, triple.predicate, value)


def node(name: str) -> NamedNode:
    """A part of the record `x`."""
    return NamedNode(f"{RECORD}#{name}")
