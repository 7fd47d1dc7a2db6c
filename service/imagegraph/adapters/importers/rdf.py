"""Plain RDF: Turtle, TriG, N-Triples, N-Quads and RDF/XML, parsed strictly.

A document is one record; graph names in it are not kept, because a record is a graph of its own. What
`imagegraph export` wrote is read as the records it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from imagegraph.adapters.importers.limits import check_brackets, check_xml, text_of
from imagegraph.adapters.importers.rdf_parsing import graphs_of, records_of
from imagegraph.model.rdf import RdfFormat, Triple
from imagegraph.model.records import Document, ImportedRecord

#: bytes of a document that are looked at to recognise it
_BEGINNING = 8192
_COMMENTS = re.compile(rb"(?:\s+|#[^\n]*\n)*")
_IRI = rb"<[^<>\"{}|^`\\\s]*>"
_SUBJECT = rb"<(?:[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\s]*|#[^<>\s]*|)>|_:[^\s<>\"]+"
_NODE = rb"(?:" + _IRI + rb"|_:[^\s<>\"]+)"
_LITERAL = rb"\"(?:[^\"\\\n]|\\.)*\"(?:@[A-Za-z0-9-]+|\^\^" + _IRI + rb")?"
_OBJECT = rb"(?:" + _NODE + rb"|" + _LITERAL + rb")"
_TRIPLE = _NODE + rb"[ \t]*" + _IRI + rb"[ \t]*" + _OBJECT + rb"[ \t]*"
_STARTS = {
    RdfFormat.N_QUADS: re.compile(_TRIPLE + _NODE + rb"[ \t]*\."),
    RdfFormat.N_TRIPLES: re.compile(_TRIPLE + rb"\."),
    RdfFormat.TURTLE: re.compile(
        rb"@prefix\s|@base\s|(?i:prefix|base)\s[^{]*<|\[\s*(?:\]\s*\S|a\s|<)|(?:"
        + _SUBJECT
        + rb")\s*(?:<|a\s)",
    ),
    RdfFormat.RDF_XML: re.compile(rb"<\?xml|<!--|<[A-Za-z_]"),
}
_GRAPH = re.compile(
    rb"(?:^|[.}\s])(?:(?i:graph)\s+)?(?:" + _NODE + rb"|[A-Za-z][\w.-]*:[\w.-]*)?\s*\{", re.ASCII
)
_RDF_NAMESPACE = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"


class RdfImporter:
    """Reads one syntax of RDF.

    Args:
        name: short name, for `--format`.
        title: what it is, for people.
        media_types: those that name it.
        suffixes: file name endings.
        format: the syntax.
    """

    def __init__(
        self,
        name: str,
        *,
        title: str,
        media_types: tuple[str, ...],
        suffixes: tuple[str, ...],
        format: RdfFormat,
    ) -> None:
        self.name = name
        self.title = title
        self.media_types = media_types
        self.suffixes = suffixes
        self._format = format

    def recognises(self, document: Document) -> bool:
        """Whether the beginning is written in this syntax."""
        beginning = document.content[:_BEGINNING].removeprefix(b"\xef\xbb\xbf")
        skipped = _COMMENTS.match(beginning)
        beginning = beginning[skipped.end() :] if skipped else beginning
        if self._format is RdfFormat.TRIG:
            return bool(_STARTS[RdfFormat.TURTLE].match(beginning)) and _has_graph(beginning)
        if self._format is RdfFormat.RDF_XML:
            return bool(_STARTS[self._format].match(beginning)) and _RDF_NAMESPACE in beginning
        return bool(_STARTS[self._format].match(beginning))

    def companions(self, path: Path) -> Sequence[Path]:
        """None."""
        return ()

    def read(self, document: Document) -> Iterator[ImportedRecord]:
        """The document as one record, or the records that were exported into it."""
        yield from records_of(self._graphs(document), document=document)

    def own_triples(self, document: Document) -> list[Triple]:
        """The statements of the document."""
        graphs = self._graphs(document)
        return list(dict.fromkeys(triple for triples in graphs.values() for triple in triples))

    def _graphs(self, document: Document) -> dict[str, list[Triple]]:
        if self._format is RdfFormat.RDF_XML:
            check_xml(document.content, source=document.name)
        text = text_of(document.content, source=document.name)
        if self._format in (RdfFormat.TURTLE, RdfFormat.TRIG):
            check_brackets(text, source=document.name)
        return graphs_of(text.encode(), format=self._format, source=document.name)


def rdf_importers() -> tuple[RdfImporter, ...]:
    """One importer per syntax, the more specific before the more general."""
    return (
        RdfImporter(
            "n-quads",
            title="N-Quads",
            media_types=("application/n-quads",),
            suffixes=(".nq",),
            format=RdfFormat.N_QUADS,
        ),
        RdfImporter(
            "trig",
            title="TriG",
            media_types=("application/trig", "application/x-trig"),
            suffixes=(".trig",),
            format=RdfFormat.TRIG,
        ),
        RdfImporter(
            "turtle",
            title="Turtle",
            media_types=("text/turtle", "application/x-turtle"),
            suffixes=(".turtle", ".ttl"),
            format=RdfFormat.TURTLE,
        ),
        RdfImporter(
            "n-triples",
            title="N-Triples",
            media_types=("application/n-triples",),
            suffixes=(".nt",),
            format=RdfFormat.N_TRIPLES,
        ),
        RdfImporter(
            "rdf-xml",
            title="RDF/XML",
            media_types=("application/rdf+xml",),
            suffixes=(".rdf", ".owl"),
            format=RdfFormat.RDF_XML,
        ),
    )


def _has_graph(beginning: bytes) -> bool:
    without_text = re.sub(rb"\"(?:[^\"\\]|\\.)*\"|#[^\n>]*\n", b" ", beginning)
    return _GRAPH.search(without_text) is not None
