"""Turtle, N-Triples and RDF/XML.

https://www.w3.org/TR/turtle/ · https://www.w3.org/TR/n-triples/ · https://www.w3.org/TR/rdf-syntax-grammar/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from imagegraph.errors import NotAcceptable
from imagegraph.model.rdf import PREFIXES, RDF_TYPE, SCHEMA
from imagegraph.model.records import Version
from imagegraph.operations.arrangement import Arrangement, arrange

_FIRST = {RDF_TYPE.value: 0, SCHEMA.name.value: 1, SCHEMA.description.value: 2}
#: characters that XML 1.0 cannot say, https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: an element name at the end of an IRI
_XML_NAME = re.compile(r"[A-Za-z_\u00c0-\U000effff][\w.\u00b7-]*\Z")


class NTriplesExporter:
    """Writes the exact bytes of the journal, one statement a line."""

    media_type = "application/n-triples"
    suffix = "nt"
    title = "N-Triples"
    classes: frozenset[str] = frozenset()
    self_contained = True

    def export(self, version: Version) -> bytes:
        """The record's statements as they were accepted."""
        return version.ntriples


class TurtleExporter:
    """Writes Turtle with short names, the thing the record is about first."""

    media_type = "text/turtle"
    suffix = "ttl"
    title = "Turtle"
    classes: frozenset[str] = frozenset()
    self_contained = True

    def export(self, version: Version) -> bytes:
        """The record's statements, nodes in the order in which a reader meets them."""
        statements = list(_in_reading_order(arrange(version)))
        prefixes = _used_prefixes(version)
        if f"<{version.iri}#".encode() in version.ntriples:
            prefixes[""] = f"{version.iri}#"
        return serialize(statements, format=RdfFormat.TURTLE, prefixes=prefixes) or b""


class RdfXmlExporter:
    """Writes RDF/XML for tools that read nothing else."""

    media_type = "application/rdf+xml"
    suffix = "rdf"
    title = "RDF/XML"
    classes: frozenset[str] = frozenset()
    self_contained = True

    def export(self, version: Version) -> bytes:
        """The record's statements.

        Raises:
            NotAcceptable: a property or a text of the record cannot be said in XML.
        """
        statements = list(_in_reading_order(arrange(version)))
        for statement in statements:
            _check_xml(cast(NamedNode, statement.subject), statement)
        return serialize(statements, format=RdfFormat.RDF_XML, prefixes=_used_prefixes(version)) or b""


def _in_reading_order(arrangement: Arrangement) -> Iterator[Triple]:
    waiting = [arrangement.root, *arrangement.others]
    waiting.reverse()
    while waiting:
        subject = waiting.pop()
        properties = arrangement.statements.get(subject, {})
        below = []
        for predicate in sorted(properties, key=lambda iri: (_FIRST.get(iri, 3), iri)):
            for value in properties[predicate]:
                yield Triple(NamedNode(subject), NamedNode(predicate), value)
                if isinstance(value, NamedNode) and arrangement.shows(subject, predicate, value.value):
                    below.append(value.value)
        waiting.extend(reversed(below))


def _used_prefixes(version: Version) -> dict[str, str]:
    return {prefix: base for prefix, base in PREFIXES.items() if f"<{base}".encode() in version.ntriples}


def _check_xml(subject: NamedNode, statement: Triple) -> None:
    if not _XML_NAME.search(statement.predicate.value):
        raise NotAcceptable(
            f"The property <{statement.predicate.value}> cannot be an element of RDF/XML. "
            "Ask for text/turtle instead.",
            value=statement.predicate.value,
        )
    if isinstance(statement.object, Literal) and _NOT_XML.search(statement.object.value):
        raise NotAcceptable(
            f"A text of <{subject.value}> holds a control character that XML cannot say. "
            "Ask for text/turtle instead.",
            focus=subject.value,
            path=statement.predicate.value,
        )
