"""A term as RDF: the words of OWL, SKOS and the OBO libraries for what a release says.

https://www.w3.org/TR/owl2-overview/, https://www.w3.org/TR/skos-reference/,
https://github.com/geneontology/go-ontology (oboInOwl), https://github.com/information-artifact-ontology/IAO.
A part_of is one statement between the two classes, as in the graph of the terms that records use, and not an
OWL restriction.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any
from urllib.parse import quote

from imagegraph.errors import NotAcceptable
from imagegraph.model.ontology import SUB_CLASS_OF, Release, Term
from imagegraph.model.rdf import (
    DCTERMS,
    OBO,
    RDF_TYPE,
    RDFS,
    XSD,
    Literal,
    NamedNode,
    Namespace,
    RdfFormat,
    Triple,
    serialize,
)
from imagegraph.model.vocabularies import Vocabulary

OWL = Namespace("http://www.w3.org/2002/07/owl#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
OBO_IN_OWL = Namespace("http://www.geneontology.org/formats/oboInOwl#")

_UNUSABLE = re.compile(r"""[\x00-\x20<>"{}|\\^`\ud800-\udfff]""")
DEFINITION = OBO.IAO_0000115
REPLACED_BY = OBO.IAO_0100001
_SCOPES = {
    "exact": OBO_IN_OWL.hasExactSynonym,
    "abbreviation": OBO_IN_OWL.hasExactSynonym,
    "related": OBO_IN_OWL.hasRelatedSynonym,
    "narrow": OBO_IN_OWL.hasNarrowSynonym,
    "broad": OBO_IN_OWL.hasBroadSynonym,
}
_TYPES = {"class": OWL.Class, "property": OWL.ObjectProperty, "individual": SKOS.Concept}
_ABOVE = {"class": RDFS.subClassOf, "property": RDFS.subPropertyOf, "individual": SKOS.broader}
_PREFIXES = {
    "rdfs": str(RDFS), "owl": str(OWL), "skos": str(SKOS), "oboInOwl": str(OBO_IN_OWL), "obo": str(OBO),
    "dcterms": str(DCTERMS),
}  # fmt: skip
#: name in the JSON-LD document -> property, and how its values are read
_CONTEXT: dict[str, Any] = {
    **_PREFIXES,
    "id": "@id", "type": "@type",
    "label": "rdfs:label",
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "exactSynonym": "oboInOwl:hasExactSynonym",
    "relatedSynonym": "oboInOwl:hasRelatedSynonym",
    "narrowSynonym": "oboInOwl:hasNarrowSynonym",
    "broadSynonym": "oboInOwl:hasBroadSynonym",
    "definition": "obo:IAO_0000115",
    "subClassOf": {"@id": "rdfs:subClassOf", "@type": "@id"},
    "subPropertyOf": {"@id": "rdfs:subPropertyOf", "@type": "@id"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "partOf": {"@id": "obo:BFO_0000050", "@type": "@id"},
    "deprecated": "owl:deprecated",
    "replacedBy": {"@id": "obo:IAO_0100001", "@type": "@id"},
    "consider": {"@id": "oboInOwl:consider", "@type": "@id"},
    "xref": "oboInOwl:hasDbXref",
    "inSubset": "oboInOwl:inSubset",
    "notation": "skos:notation",
    "versionInfo": "owl:versionInfo",
    "source": {"@id": "dcterms:source", "@type": "@id"},
    "license": {"@id": "dcterms:license", "@type": "@id"},
}  # fmt: skip


def _node(iri: str) -> NamedNode:
    """A node; characters that no IRI may contain, which releases do write, are percent-encoded.

    Raises:
        ValueError: it is no IRI even so.
    """
    return NamedNode(_UNUSABLE.sub(lambda found: quote(found[0], errors="replace"), iri))


def _links(about: NamedNode, relation: NamedNode | str, iris: Iterable[str]) -> Iterator[Triple]:
    """Statements that lead elsewhere; what is no IRI cannot be said in RDF, the JSON answer has it."""
    for iri in iris:
        with suppress(ValueError):
            yield Triple(about, _node(relation) if isinstance(relation, str) else relation, _node(iri))


def _text(text: str, language: str = "") -> Literal:
    """A text; a language that is none is left out."""
    text = text.encode("utf-8", "replace").decode()
    try:
        return Literal(text, language=language or None)
    except ValueError:
        return Literal(text)


def term_statements(
    copies: Sequence[Term], *, curie: str, vocabulary: Vocabulary | None, release: Release | None
) -> list[Triple]:
    """What the releases say about one term.

    Args:
        copies: the copy to believe first; of the others only the names are told.
        vocabulary: where the term is at home, for source and licence.
        release: the release of the first copy.

    Raises:
        NotAcceptable: the id of the term is no IRI.
    """
    try:
        _node(copies[0].iri)
    except ValueError:
        raise NotAcceptable(
            "The release calls this term by something that is no IRI, which RDF cannot say. Ask for JSON instead."
        ) from None
    return list(dict.fromkeys(_statements(copies, curie, vocabulary, release)))


def _statements(
    copies: Sequence[Term], curie: str, vocabulary: Vocabulary | None, release: Release | None
) -> Iterator[Triple]:
    term = copies[0]
    about = _node(term.iri)
    yield Triple(about, RDF_TYPE, _TYPES[term.kind])
    yield from _names(about, copies)
    if curie != term.iri:
        yield Triple(about, SKOS.notation, Literal(curie))
    if term.definition:
        yield Triple(about, DEFINITION, _text(term.definition))
    for parent in term.parents:
        relation = _ABOVE[term.kind] if parent.relation == SUB_CLASS_OF else parent.relation
        yield from _links(about, relation, [parent.iri])
    if term.obsolete:
        yield Triple(about, OWL.deprecated, Literal("true", datatype=XSD.boolean))
    yield from _links(about, REPLACED_BY, term.replaced_by)
    yield from _links(about, OBO_IN_OWL.consider, term.consider)
    yield from (Triple(about, OBO_IN_OWL.hasDbXref, _text(xref)) for xref in term.xrefs)
    yield from (Triple(about, OBO_IN_OWL.inSubset, _text(subset)) for subset in term.subsets)
    yield from _origin(about, vocabulary, release)


def _names(about: NamedNode, copies: Sequence[Term]) -> Iterator[Triple]:
    """Labels and synonyms of all copies; a label that differs from the first copy's is another name."""
    labelled: set[str] = set()
    for copy in copies:
        for name in copy.names:
            text = _text(name.text, name.language)
            if name.kind == "label" and name.language not in labelled:
                labelled.add(name.language)
                yield Triple(about, RDFS.label, text)
                continue
            yield Triple(about, SKOS.altLabel, text)
            if name.kind != "label":
                yield Triple(about, _SCOPES[name.kind], text)


def _origin(about: NamedNode, vocabulary: Vocabulary | None, release: Release | None) -> Iterator[Triple]:
    if release is not None:
        if release.header.iri.startswith(("http://", "https://")):
            yield from _links(about, DCTERMS.source, [release.header.iri])
        if release.header.version:
            yield Triple(about, OWL.versionInfo, _text(release.header.version))
    licence = (release.header.licence if release else "") or (vocabulary.licence if vocabulary else "")
    if licence.startswith(("http://", "https://")):
        yield from _links(about, DCTERMS.license, [licence])


def as_turtle(statements: Iterable[Triple]) -> bytes:
    """Turtle with short names."""
    return serialize(statements, format=RdfFormat.TURTLE, prefixes=_PREFIXES) or b""


def as_json_ld(statements: Sequence[Triple]) -> dict[str, Any]:
    """One JSON-LD object with its own context, so that nothing must be fetched to read it."""
    names = {_expanded(entry): name for name, entry in _CONTEXT.items() if name not in _PREFIXES}
    references = {name for name, entry in _CONTEXT.items() if isinstance(entry, dict)}
    found: dict[str, Any] = {}
    for statement in statements:
        predicate, value = statement.predicate.value, statement.object
        if predicate == RDF_TYPE.value:
            found["type"] = _compact(str(getattr(value, "value", value)))
            continue
        name = names.get(predicate, predicate)
        told = _value(value, reference=name in references)
        found.setdefault(name, []).append(told)
    single = {name: value[0] if len(value) == 1 and name not in _LISTS else value
              for name, value in found.items() if name != "type"}  # fmt: skip
    about = str(getattr(statements[0].subject, "value", ""))
    return {"@context": _CONTEXT, "id": about, "type": found.get("type"), **single}


#: always lists, so that readers need not ask
_LISTS = {"label", "altLabel", "subClassOf", "partOf", "exactSynonym"}


def _expanded(entry: Any) -> str:
    text = str(entry["@id"] if isinstance(entry, dict) else entry)
    prefix, _, local = text.partition(":")
    return _PREFIXES[prefix] + local if prefix in _PREFIXES else text


def _compact(iri: str) -> str:
    found = [(base, prefix) for prefix, base in _PREFIXES.items() if iri.startswith(base)]
    return next((f"{prefix}:{iri.removeprefix(base)}" for base, prefix in found), iri)


def _value(value: Any, *, reference: bool) -> Any:
    if isinstance(value, NamedNode):
        return str(value.value) if reference else {"id": value.value}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == XSD.boolean:
        return json.loads(value.value)
    return value.value
