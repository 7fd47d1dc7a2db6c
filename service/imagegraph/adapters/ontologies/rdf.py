"""OWL, RDFS and SKOS in the syntaxes of RDF, read with pyoxigraph as a stream."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from xml.parsers import expat

from pyoxigraph import parse

from imagegraph.adapters.ontologies.annotations import DC, DCTERMS, OBO, OWL, RDF, RDFS, SCHEMA, SKOS
from imagegraph.adapters.ontologies.entities import guarded
from imagegraph.adapters.ontologies.limits import Problems
from imagegraph.adapters.ontologies.rdf_runs import RunReader
from imagegraph.errors import EmptyDocument, ForbiddenConstruct, MalformedDocument
from imagegraph.model.ontology import ReadProblem, ReleaseHeader, Term
from imagegraph.model.rdf import NamedNode, Quad, RdfFormat
from imagegraph.operations.terms.files import opened
from imagegraph.ports.terms import OntologyFile

#: nothing may be named by it; relative IRIs end up here
_BASE = "http://relative.invalid/"
#: the header stands among so many statements
_HEADER_STATEMENTS = 300_000
_PLACE = re.compile(r"^Parser error(?: at | between )[^:]*: ")
_TURTLE = re.compile(
    rb"^\s*(?:@prefix|@base|PREFIX\s|BASE\s|#|<[^<>\s]*>\s+(?:a\s|<|[\w-]*:)|_:|\[|[\w-]*:[\w-]+\s+(?:a\s|<|[\w-]*:))",
    re.IGNORECASE,
)
_RDF_NAMESPACE = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_HEADER_TYPES = (OWL + "Ontology", SKOS + "ConceptScheme", "http://rdfs.org/ns/void#Dataset")


class RdfReader:
    """Reads one syntax of RDF.

    Args:
        name, title: of the syntax.
        format: the same for the parser.
        looks_like: whether a file begins like it.
    """

    def __init__(
        self, name: str, title: str, *, format: RdfFormat, looks_like: Callable[[bytes], bool]
    ) -> None:
        self.name = name
        self.title = title
        self._format = format
        self._looks_like = looks_like

    def recognises(self, head: bytes, *, name: str) -> bool:
        """Whether it begins like this syntax."""
        return self._looks_like(head)

    def open(self, path: Path) -> OntologyFile:
        """The terms of a file.

        Raises:
            MalformedDocument: it breaks the syntax; with `line` where it is known.
            ForbiddenConstruct: entities that grow or that name a file.
            EmptyDocument: it holds no statement.
        """
        problems = Problems()
        header, any_statement = self._header(path, problems)
        if not any_statement:
            raise EmptyDocument(f"{path.name} holds no statement.", source=path.name)
        return OntologyFile(header=header, terms=self._terms(path, problems), problems=problems)

    def _terms(self, path: Path, problems: list[ReadProblem]) -> Iterator[Term]:
        with self._quads(path) as quads:
            yield from RunReader(problems=problems, base=_BASE).terms(quads)

    def _header(self, path: Path, problems: list[ReadProblem]) -> tuple[ReleaseHeader, bool]:
        """What the file says about itself, and whether it says anything at all."""
        found: dict[str, dict[str, list[str]]] = {}
        kinds: dict[str, int] = {}
        with self._quads(path) as quads:
            first = next(quads, None)
            if first is None:
                return ReleaseHeader(), False
            subject, facts = "", {}
            for quad in islice(chain((first,), quads), _HEADER_STATEMENTS):
                if not isinstance(quad.subject, NamedNode):
                    continue
                if quad.subject.value != subject:
                    subject = quad.subject.value
                    facts = found.get(subject, {})
                value = getattr(quad.object, "value", "")
                values = facts.setdefault(quad.predicate.value, [])
                english = (getattr(quad.object, "language", None) or "").lower().startswith("en")
                values.insert(0 if english else len(values), value)
                if quad.predicate.value == RDF + "type" and value in _HEADER_TYPES:
                    kinds[subject] = min(kinds.get(subject, 9), _HEADER_TYPES.index(value))
                    found[subject] = facts
        if not kinds:
            return ReleaseHeader(), True
        versioned = (OWL + "versionIRI", OWL + "versionInfo", DCTERMS + "hasVersion")
        iri = min(kinds, key=lambda name: (kinds[name], not any(found[name].get(v) for v in versioned)))
        problems += [
            ReadProblem(message=f"Not fetched: owl:imports {imported}")
            for imported in found[iri].get(OWL + "imports", ())
        ]
        return header_of(iri, found[iri]), True

    @contextmanager
    def _quads(self, path: Path) -> Iterator[Iterator[Quad]]:
        with opened(path) as content:
            is_xml = self._format == RdfFormat.RDF_XML
            source = guarded(content, source=path.name) if is_xml else content
            yield self._checked(path, parse(source, format=self._format, base_iri=_BASE, lenient=True))

    def _checked(self, path: Path, quads: Iterator[Quad]) -> Iterator[Quad]:
        try:
            yield from quads
        except SyntaxError as error:
            raise self._malformed(path, error) from None
        except ValueError as error:
            raise MalformedDocument(
                f"{path.name} is no valid {self.title}: {error}.", source=path.name
            ) from None

    def _malformed(self, path: Path, error: SyntaxError) -> MalformedDocument | ForbiddenConstruct:
        line, column = error.lineno, error.offset
        if line is None and self._format == RdfFormat.RDF_XML:
            line, column = _place_of_xml_error(path)
        if "LoadDocumentCallback" in str(error.msg):
            return ForbiddenConstruct(
                f"{path.name} names a context that stands elsewhere, which is not fetched; put it into the file.",
                source=path.name,
            )
        known = {name: number for name, number in (("line", line), ("column", column)) if number is not None}
        place = f" at line {line}, column {column}" if known else ""
        what = _PLACE.sub("", str(error.msg)).rstrip(".")
        return MalformedDocument(
            f"{path.name} is no valid {self.title}{place}: {what}. Is it the whole file?",
            source=path.name,
            **known,
        )


def header_of(iri: str, facts: dict[str, list[str]]) -> ReleaseHeader:
    """The header that annotations of an ontology make; IRI of a property -> its values."""

    def first(*names: str) -> str:
        return next((value for name in names for value in facts.get(name, ()) if value), "")

    info = first(OWL + "versionInfo")
    version = (
        info if info and len(info) <= 40 else first(OWL + "versionIRI", DCTERMS + "hasVersion") or info[:200]
    )
    last = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    own = iri.removeprefix(OBO).partition("/")[0] if iri.startswith(OBO) else last
    return ReleaseHeader(
        iri=iri,
        version=version or first(DCTERMS + "modified", DCTERMS + "issued", DCTERMS + "created"),
        title=first(DCTERMS + "title", DC + "title", RDFS + "label", SKOS + "prefLabel", SCHEMA + "name"),
        licence=first(
            DCTERMS + "license", DCTERMS + "rights", DC + "rights", DC + "license", SCHEMA + "license"
        ),
        description=first(
            DCTERMS + "description", DC + "description", RDFS + "comment", DCTERMS + "abstract"
        ),
        ontology=own.removesuffix(".owl").lower(),
    )


def _place_of_xml_error(path: Path) -> tuple[int | None, int | None]:
    """Line and column where a file stops to be XML; expat counts them, and expands nothing without bound."""
    parser = expat.ParserCreate()
    try:
        with opened(path) as content:
            parser.ParseFile(content)
    except expat.ExpatError as error:
        return error.lineno, error.offset + 1
    return None, None


def rdf_readers() -> tuple[RdfReader, ...]:
    """One reader for each syntax, the one with the plainest beginning first."""

    def is_xml(head: bytes) -> bool:
        return _RDF_NAMESPACE in head and re.search(rb"<(?:\w+:)?RDF[\s>]", head) is not None

    def is_json(head: bytes) -> bool:
        return (
            head.lstrip()[:1] in (b"{", b"[")
            and re.search(rb'"@(?:context|id|graph|type)"', head) is not None
        )

    return (
        RdfReader("rdf-xml", "RDF/XML", format=RdfFormat.RDF_XML, looks_like=is_xml),
        RdfReader("json-ld", "JSON-LD", format=RdfFormat.JSON_LD, looks_like=is_json),
        RdfReader(
            "turtle",
            "Turtle",
            format=RdfFormat.TURTLE,
            looks_like=lambda head: _TURTLE.match(head) is not None,
        ),
    )
