"""Ids of terms that stand where the model wants a term, though they were not written as an IRI."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from imagegraph.model.rdf import XSD, Literal, NamedNode, Triple
from imagegraph.model.records import RECORD_BASE
from imagegraph.model.vocabularies import packaged_registry

_TEXTS = frozenset(term.value for term in [XSD.string, XSD.integer, XSD.anyURI, XSD.token])
#: no id is longer
_LONGEST = 200


def term_of_literal(literal: Literal, *, property: str) -> NamedNode | None:
    """The term whose id a text is, in a field that wants terms; None for a name or anything else.

    >>> term_of_literal(Literal("9606"), property="http://schema.org/taxonomicRange")
    <NamedNode value=http://purl.obolibrary.org/obo/NCBITaxon_9606>
    >>> term_of_literal(Literal("Homo sapiens"), property="http://schema.org/taxonomicRange") is None
    True
    """
    field = term_fields().get(property)
    if field is None or len(literal.value) > _LONGEST or literal.datatype.value not in _TEXTS:
        return None
    iri = packaged_registry().iri(literal.value, field=field)
    return NamedNode(iri) if iri else None


def bare_nodes(triples: Iterable[Triple]) -> Iterator[tuple[NamedNode, NamedNode, str]]:
    """Local nodes that a field takes for the number of a term: node, term, what was written.

    A crate that says `{"taxonomicRange": {"@id": "9606"}}` names no node of its own.
    """
    bare = _bare()
    for triple in triples:
        value = triple.object
        if triple.predicate in bare and isinstance(value, NamedNode) and value.value.startswith(RECORD_BASE):
            text = value.value.removeprefix(RECORD_BASE).lstrip("#")
            iri = packaged_registry().iri(text, field=bare[triple.predicate]) if text.isdigit() else None
            if iri:
                yield value, NamedNode(iri), text


@cache
def term_fields() -> Mapping[str, str]:
    """Property -> name of its field policy."""
    found: dict[str, str] = {}
    for field in packaged_registry().fields.values():
        for property in field.properties:
            found.setdefault(property, field.name)
    return found


@cache
def _bare() -> Mapping[NamedNode, str]:
    """Property -> name of its field policy, where a number is an id."""
    policies = packaged_registry().fields
    return {NamedNode(property): name for property, name in term_fields().items() if policies[name].bare}
