"""The history of a record in PROV-O (https://www.w3.org/TR/prov-o/).

Each version is an entity, `<record>?version=N`, that some activity made and some agent answers for; a deletion is
an activity that ends the entity before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imagegraph.model.rdf import (
    DCTERMS,
    PROV,
    RDF_TYPE,
    RDFS,
    XSD,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    serialize,
)
from imagegraph.model.records import Version
from imagegraph.operations.naming import agent_iri

#: media type -> how it is written
FORMATS = {"application/ld+json": RdfFormat.JSON_LD, "text/turtle": RdfFormat.TURTLE}
_PREFIXES = {
    "prov": str(PROV), "dcterms": str(DCTERMS), "rdfs": str(RDFS), "xsd": str(XSD),
}  # fmt: skip


def provenance(versions: Sequence[Version], *, base: str) -> list[Triple]:
    """What the history of a record says, oldest version first.

    Args:
        versions: newest first, without gaps.
        base: IRI base of the service, below which agents are named.
    """
    found: list[Triple] = []
    living: NamedNode | None = None
    for version in reversed(versions):
        found += _happening(version, base=base)
        entity = NamedNode(f"{version.iri}?version={version.number}")
        if version.deleted:
            if living is not None:
                found.append(Triple(living, PROV.wasInvalidatedBy, _activity(version)))
                found.append(Triple(living, PROV.invalidatedAtTime, _moment(version)))
            continue
        found += _entity(entity, version, base=base)
        if living is not None:
            found.append(Triple(entity, PROV.wasRevisionOf, living))
        elif version.number > 1:  # the one before stands on the next page
            found.append(
                Triple(entity, PROV.wasRevisionOf, NamedNode(f"{version.iri}?version={version.number - 1}"))
            )
        living = entity
    return found


def written(statements: Sequence[Triple], *, media_type: str) -> bytes:
    """The statements in one of `FORMATS`."""
    quads = (Quad(one.subject, one.predicate, one.object) for one in statements)
    return serialize(quads, format=FORMATS[media_type], prefixes=_PREFIXES) or b""


def _entity(entity: NamedNode, version: Version, *, base: str) -> Iterator[Triple]:
    yield Triple(entity, RDF_TYPE, PROV.Entity)
    yield Triple(entity, PROV.specializationOf, NamedNode(version.iri))
    yield Triple(entity, DCTERMS["title"], Literal(version.title))
    yield Triple(entity, PROV.generatedAtTime, _moment(version))
    yield Triple(entity, PROV.wasGeneratedBy, _activity(version))
    yield Triple(entity, PROV.wasAttributedTo, NamedNode(agent_iri(base, version.agent)))
    if version.source:
        document = NamedNode(f"{entity.value}#document")
        yield Triple(entity, PROV.wasDerivedFrom, document)
        yield Triple(document, RDF_TYPE, PROV.Entity)
        yield Triple(document, RDFS.label, Literal(version.source))
        yield Triple(document, DCTERMS["format"], Literal(version.format))


def _happening(version: Version, *, base: str) -> Iterator[Triple]:
    activity, agent = _activity(version), NamedNode(agent_iri(base, version.agent))
    yield Triple(activity, RDF_TYPE, PROV.Activity)
    yield Triple(activity, PROV.endedAtTime, _moment(version))
    yield Triple(activity, PROV.wasAssociatedWith, agent)
    if version.reason:
        yield Triple(activity, RDFS.comment, Literal(version.reason))
    yield Triple(agent, RDF_TYPE, PROV.Agent)
    yield Triple(agent, RDFS.label, Literal(version.agent))


def _activity(version: Version) -> NamedNode:
    return NamedNode(
        f"{version.iri}?version={version.number}#{'deletion' if version.deleted else 'acceptance'}"
    )


def _moment(version: Version) -> Literal:
    return Literal(version.at, datatype=XSD.dateTime)
