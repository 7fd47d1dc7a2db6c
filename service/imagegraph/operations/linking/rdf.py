"""What is connected to an identifier as RDF: what the authority says, and which records name it how."""

from __future__ import annotations

import json

from imagegraph.model.rdf import (
    DCTERMS,
    PREFIXES,
    RDF_TYPE,
    RDFS,
    SCHEMA,
    Literal,
    NamedNode,
    RdfFormat,
    Triple,
    serialize,
)
from imagegraph.operations.linking.connected import Connected


def connected_statements(found: Connected) -> list[Triple]:
    """The statements, in an order that reads well: the identifier, its records, its studies."""
    thing = NamedNode(found.identifier.iri)
    made = list(found.statements)
    if found.resolution is not None and found.resolution.thing is not None:
        made.append(Triple(thing, RDFS.label, Literal(found.resolution.thing.label)))
    for usage in found.usage.usages:
        record = NamedNode(usage.record.iri)
        made.append(Triple(record, DCTERMS.references, thing))
        made.append(Triple(record, DCTERMS["title"], Literal(usage.record.title)))
        if usage.record.about != usage.record.iri:
            made.append(Triple(record, SCHEMA.about, NamedNode(usage.record.about)))
    if found.described is not None:
        made.append(Triple(NamedNode(found.described.iri), SCHEMA.about, thing))
    for study in found.studies:
        made.append(Triple(thing, DCTERMS.relation, NamedNode(study.iri)))
        made.append(Triple(NamedNode(study.iri), DCTERMS["title"], Literal(study.name)))
    return list(dict.fromkeys(made))


def as_turtle(found: Connected) -> bytes:
    """As Turtle."""
    return serialize(connected_statements(found), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""


def as_json_ld(found: Connected) -> bytes:
    """As JSON-LD: one object for the identifier and one for each record and study, with full IRIs as keys compacted by
    the prefixes in the context."""
    nodes: dict[str, dict[str, object]] = {}
    for triple in connected_statements(found):
        subject = triple.subject.value if isinstance(triple.subject, NamedNode) else str(triple.subject)
        node = nodes.setdefault(subject, {"@id": subject})
        value: object
        if triple.predicate == RDF_TYPE and isinstance(triple.object, NamedNode):
            key, value = "@type", _compact(triple.object.value)
        elif isinstance(triple.object, NamedNode):
            key, value = _compact(triple.predicate.value), {"@id": triple.object.value}
        elif isinstance(triple.object, Literal):
            key, value = _compact(triple.predicate.value), _literal(triple.object)
        else:
            continue
        listed = node.setdefault(key, [])
        if isinstance(listed, list):
            listed.append(value)
    first = nodes.pop(found.identifier.iri, {"@id": found.identifier.iri})
    document = {"@context": PREFIXES, "@graph": [first, *nodes.values()]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _literal(literal: Literal) -> object:
    if literal.language:
        return {"@value": literal.value, "@language": literal.language}
    if literal.datatype.value.endswith("#string"):
        return literal.value
    return {"@value": literal.value, "@type": _compact(literal.datatype.value)}


def _compact(iri: str) -> str:
    for prefix, base in PREFIXES.items():
        local = iri.removeprefix(base)
        if local != iri and local.isidentifier():
            return f"{prefix}:{local}"
    return iri
