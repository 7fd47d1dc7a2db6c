"""RDF terms and what is done with a handful of them: parsing, sorting, hashing, naming blank nodes.

The term classes are pyoxigraph's; everything above the adapters gets them from here.
Hashes use RDF Dataset Canonicalization (https://www.w3.org/TR/rdf-canon/).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
    serialize,
)

from imagegraph.errors import ForbiddenConstruct

__all__ = [
    "BAO",
    "DCTERMS",
    "DWC",
    "DWCIRI",
    "FOAF",
    "IG",
    "OBO",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "QUDT",
    "RDF",
    "RDFS",
    "RDF_TYPE",
    "SCHEMA",
    "SH",
    "SKOS",
    "SOSA",
    "UNIT",
    "XSD",
    "BlankNode",
    "DefaultGraph",
    "Literal",
    "NamedNode",
    "Quad",
    "RdfFormat",
    "Term",
    "Triple",
    "digest_of",
    "from_ntriples",
    "serialize",
    "skolemised",
    "to_ntriples",
    "unskolemised",
]  # fmt: skip

Term = NamedNode | BlankNode | Literal


class Namespace(str):
    """An IRI base: `SCHEMA.name` and `OBO["NCBITaxon_9606"]` are the NamedNodes below it."""

    __slots__ = ()

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("__"):
            raise AttributeError(name)
        return NamedNode(self + name)

    def __getitem__(self, name: object) -> NamedNode:  # type: ignore[override]
        return NamedNode(f"{self!s}{name}")


IG = Namespace("https://w3id.org/imagegraph/")
SCHEMA = Namespace("http://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
SOSA = Namespace("http://www.w3.org/ns/sosa/")
QUDT = Namespace("http://qudt.org/schema/qudt/")
UNIT = Namespace("http://qudt.org/vocab/unit/")
DWC = Namespace("http://rs.tdwg.org/dwc/terms/")
DWCIRI = Namespace("http://rs.tdwg.org/dwc/iri/")
BAO = Namespace("http://www.bioassayontology.org/bao#")
OBO = Namespace("http://purl.obolibrary.org/obo/")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
SH = Namespace("http://www.w3.org/ns/shacl#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
ORG = Namespace("http://www.w3.org/ns/org#")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")

RDF_TYPE = NamedNode(str(RDF) + "type")

#: prefix -> IRI base, for Turtle and for queries that do not declare their own
PREFIXES: dict[str, str] = {
    "ig": str(IG), "schema": str(SCHEMA), "prov": str(PROV), "sosa": str(SOSA), "qudt": str(QUDT),
    "unit": str(UNIT), "dwc": str(DWC), "dwciri": str(DWCIRI), "bao": str(BAO), "obo": str(OBO),
    "rdf": str(RDF), "rdfs": str(RDFS), "dcterms": str(DCTERMS), "xsd": str(XSD), "sh": str(SH),
    "skos": str(SKOS), "owl": str(OWL), "org": str(ORG), "foaf": str(FOAF),
}  # fmt: skip


def to_ntriples(triples: Iterable[Triple]) -> bytes:
    """Sorted, duplicate-free N-Triples, one statement a line, UTF-8."""
    text = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return b"".join(sorted(set(text.splitlines(keepends=True))))


def from_ntriples(text: bytes) -> Iterator[Triple]:
    """The statements of N-Triples that we wrote ourselves."""
    for quad in parse(text, format=RdfFormat.N_TRIPLES):
        yield quad.triple


def digest_of(ntriples: bytes) -> str:
    """SHA-256 (hex) of sorted N-Triples without blank nodes.

    Without blank nodes the sorted N-Triples are the canonical form of RDFC-1.0 §4.
    """
    return hashlib.sha256(ntriples).hexdigest()


_UNSAFE = re.compile(r"[^A-Za-z0-9._~-]+")


def skolemised(triples: Iterable[Triple], *, record: str) -> list[Triple]:
    """The statements with every blank node named `<record>#b-…`, the same for the same content.

    Labels come from RDFC-1.0, so that two readings of one document give one set of statements.
    """
    statements = list(triples)
    if not any(isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode) for t in statements):
        return statements
    dataset = Dataset(Quad(t.subject, t.predicate, t.object) for t in statements)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)

    def named(node: NamedNode | BlankNode | Triple) -> NamedNode:
        if isinstance(node, BlankNode):
            return NamedNode(f"{record}#b-{_UNSAFE.sub('-', node.value)}")
        if isinstance(node, Triple):
            raise ForbiddenConstruct(
                "A triple is the subject of another; statements about statements are not kept."
            )
        return node

    return [
        Triple(
            named(quad.subject),
            quad.predicate,
            named(quad.object) if isinstance(quad.object, BlankNode | Triple) else quad.object,
        )
        for quad in dataset
    ]


def unskolemised(triples: Iterable[Triple], *, record: str) -> list[Triple]:
    """The statements with the nodes that `skolemised` named as blank nodes again.

    Naming them once more gives the same names, as long as the statements are the same.
    """
    begin = f"{record}#b-c14n"

    def blank(node: NamedNode) -> NamedNode | BlankNode:
        number = node.value.removeprefix(begin)
        return BlankNode(f"c14n{number}") if node.value.startswith(begin) and number.isdecimal() else node

    return [
        Triple(
            blank(t.subject) if isinstance(t.subject, NamedNode) else t.subject,
            t.predicate,
            blank(t.object) if isinstance(t.object, NamedNode) else t.object,
        )
        for t in triples
    ]
