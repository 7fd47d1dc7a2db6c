"""Strict parsing of RDF into statements, and the record that a document of plain RDF makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pyoxigraph import parse

from imagegraph.adapters.importers.rdf_subjects import with_record
from imagegraph.errors import EmptyDocument, ForbiddenConstruct, MalformedDocument
from imagegraph.model.rdf import BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, Triple
from imagegraph.model.records import RECORD_BASE, Document, ImportedRecord
from imagegraph.model.reports import Finding

#: the parser's own words for the place, which `line` and `column` say already
_PLACE = re.compile(r"^Parser error(?: at | between )[^:]*: ")


def parsed(content: bytes, *, format: RdfFormat, source: str) -> tuple[list[Triple], bool]:
    """The statements of a document in document order, and whether any stood in a named graph.

    Relative IRIs are resolved against `RECORD_BASE`.

    Raises:
        MalformedDocument: it breaks the syntax; with `line` and `column` where the parser knows them.
        ForbiddenConstruct: triple terms of RDF 1.2.
    """
    triples: list[Triple] = []
    named = False
    try:
        for quad in parse(content, format=format, base_iri=RECORD_BASE, rename_blank_nodes=True):
            if not isinstance(quad.subject, (NamedNode, BlankNode)) or not isinstance(
                quad.object, (NamedNode, BlankNode, Literal)
            ):
                raise ForbiddenConstruct(
                    "Statements about statements (triple terms of RDF 1.2) are not kept; leave them out.",
                    source=source,
                )
            named = named or not isinstance(quad.graph_name, DefaultGraph)
            triples.append(Triple(quad.subject, quad.predicate, quad.object))
    except SyntaxError as error:
        raise _malformed(error, format=format, source=source) from None
    except ValueError as error:
        raise MalformedDocument(f"Not valid {format.name}: {error}.", source=source) from None
    return list(dict.fromkeys(triples)), named


def record_of(
    triples: Sequence[Triple], *, document: Document, findings: Iterable[Finding] = ()
) -> ImportedRecord:
    """The one record of a document of plain RDF.

    Raises:
        EmptyDocument: it has no statements.
    """
    if not triples:
        raise EmptyDocument(f"{document.name} holds no statement.", source=document.name)
    statements, about = with_record(triples)
    return ImportedRecord(triples=statements, source=document.name, about=about, findings=tuple(findings))


def _malformed(error: SyntaxError, *, format: RdfFormat, source: str) -> MalformedDocument:
    where = {"line": error.lineno, "column": error.offset}
    known = {name: number for name, number in where.items() if number is not None}
    place = f" at line {error.lineno}, column {error.offset}" if known else ""
    what = _PLACE.sub("", error.msg).rstrip(".")
    return MalformedDocument(f"Not valid {format.name}{place}: {what}.", source=source, **known)
