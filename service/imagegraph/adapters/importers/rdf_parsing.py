"""Strict parsing of RDF into statements, and the record that a document of plain RDF makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import parse

from imagegraph.adapters.importers.limits import check_literal
from imagegraph.adapters.importers.rdf_subjects import with_record
from imagegraph.errors import EmptyDocument, ForbiddenConstruct, MalformedDocument
from imagegraph.model.rdf import RDF_TYPE, BlankNode, DefaultGraph, Literal, NamedNode, RdfFormat, Triple
from imagegraph.model.records import RECORD_BASE, VALID_ID, Document, ImportedRecord
from imagegraph.model.reports import Finding

#: the parser's own words for the place, which `line` and `column` say already
_PLACE = re.compile(r"^Parser error(?: at | between )[^:]*: ")
#: a graph that is a record of imagegraph, here or elsewhere
_RECORD_NAME = re.compile(rf"<(https?://[^<>]*/records/({VALID_ID.pattern}))>")


def parsed(content: bytes, *, format: RdfFormat, source: str) -> tuple[list[Triple], bool]:
    """The statements of a document in document order, and whether any stood in a named graph.

    Relative IRIs are resolved against `RECORD_BASE`.

    Raises:
        MalformedDocument: it breaks the syntax; with `line` and `column` where the parser knows them.
        ForbiddenConstruct: triple terms of RDF 1.2.
    """
    graphs = graphs_of(content, format=format, source=source)
    return list(dict.fromkeys(triple for triples in graphs.values() for triple in triples)), any(graphs)


def graphs_of(content: bytes, *, format: RdfFormat, source: str) -> dict[str, list[Triple]]:
    """The statements of a document by the name of their graph, `""` for those without; raises as `parsed`."""
    graphs: dict[str, list[Triple]] = {}
    try:
        for quad in parse(content, format=format, base_iri=RECORD_BASE, rename_blank_nodes=True):
            if not isinstance(quad.subject, (NamedNode, BlankNode)) or not isinstance(
                quad.object, (NamedNode, BlankNode, Literal)
            ):
                raise ForbiddenConstruct(
                    "Statements about statements (triple terms of RDF 1.2) are not kept; leave them out.",
                    source=source,
                )
            if isinstance(quad.object, Literal):
                check_literal(quad.object.value, source=source)
            name = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
            graphs.setdefault(name, []).append(Triple(quad.subject, quad.predicate, quad.object))
    except SyntaxError as error:
        raise _malformed(error, format=format, source=source) from None
    except ValueError as error:
        raise MalformedDocument(f"Not valid {format.name}: {error}.", source=source) from None
    return graphs


def records_of(
    graphs: Mapping[str, Sequence[Triple]], *, document: Document, findings: Iterable[Finding] = ()
) -> Iterator[ImportedRecord]:
    """The records of a document with named graphs.

    A graph that has the name of a record, as `imagegraph export` writes it, is that record again and keeps its
    id. All other statements are one record: their graph names are not kept, because a record is a graph itself.

    Raises:
        EmptyDocument: it has no statements.
    """
    others: dict[Triple, None] = {}
    dropped = False
    told = list(findings)
    exported = 0
    for name, triples in graphs.items():
        record = _RECORD_NAME.fullmatch(name)
        if record is None:
            others.update(dict.fromkeys(triples))
            dropped = dropped or bool(name)
            continue
        exported += 1
        iri, id = record.groups()
        own = any(t.subject == NamedNode(iri) and t.predicate == RDF_TYPE for t in triples)
        about = iri if own else with_record(triples)[1]
        yield ImportedRecord(
            triples=list(dict.fromkeys(triples)),
            source=document.name,
            about=about,
            id=id,
            findings=tuple(told),
        )
        told = []
    if dropped:
        told.append(
            Finding(
                severity="info",
                message="Graph names in an upload are not kept; all statements belong to the record.",
                source=document.name,
            )
        )
    if others or not exported:
        yield record_of(list(others), document=document, findings=told)


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
