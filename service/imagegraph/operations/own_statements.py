"""A document's own RDF, before any mapping: read, and judged by shapes that came with it.

Runs inside an intake worker.
"""

from __future__ import annotations

from imagegraph.errors import EmptyDocument, UnknownFormat
from imagegraph.model.rdf import NamedNode, Triple
from imagegraph.model.records import RECORD_BASE, Document, in_record
from imagegraph.model.reports import Report
from imagegraph.ports.importing import Importer, RdfImporter
from imagegraph.ports.validation import ShapesJudge


def own_statements(document: Document, *, importer: Importer) -> list[Triple]:
    """The statements of a document that is RDF; relative IRIs stand below `RECORD_BASE`.

    Raises:
        UnknownFormat: it is no RDF.
        EmptyDocument: it has no statements.
        Refusal: it cannot be read.
    """
    if not isinstance(importer, RdfImporter):
        raise UnknownFormat(
            f"{document.name} was read as {importer.title}, which is no RDF. Send Turtle, N-Triples, RDF/XML "
            "or JSON-LD, and say which in its Content-Type.",
            source=document.name,
        )
    found = list(importer.own_triples(document))
    if not found:
        raise EmptyDocument(f"{document.name} holds no statement.", source=document.name)
    return found


def judge_by(
    document: Document,
    *,
    importer: Importer,
    shapes: Document,
    shapes_importer: Importer,
    judge: ShapesJudge,
    base: str,
) -> Report:
    """What the shapes of one document say about the statements of another.

    Relative IRIs of both resolve below `<base>validate`, so that the shapes can name nodes of the document.

    Raises:
        Refusal: one of the two cannot be read, or the shapes cannot be applied.
    """
    place = f"{base}validate"
    return judge(
        _placed(own_statements(document, importer=importer), place=place),
        shapes=_placed(own_statements(shapes, importer=shapes_importer), place=place),
    )


def _placed(triples: list[Triple], *, place: str) -> list[Triple]:
    def named(node: NamedNode) -> NamedNode:
        inside = node.value.startswith(RECORD_BASE)
        return NamedNode(in_record(node.value, record=place)) if inside else node

    return [
        Triple(
            named(t.subject) if isinstance(t.subject, NamedNode) else t.subject,
            named(t.predicate),
            named(t.object) if isinstance(t.object, NamedNode) else t.object,
        )
        for t in triples
    ]
