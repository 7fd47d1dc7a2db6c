"""OWL in functional syntax, OWL/XML and Manchester syntax, read with py-horned-owl.

https://www.w3.org/TR/owl2-syntax/, https://github.com/ontology-tools/py-horned-owl
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pyhornedowl
import pyhornedowl.model as owl

from imagegraph.adapters.ontologies.annotations import DC, OIO, OWL, RDF, RDFS, Draft, is_abbreviating
from imagegraph.adapters.ontologies.limits import Problems, check_nesting
from imagegraph.adapters.ontologies.rdf import header_of
from imagegraph.errors import EmptyDocument, MalformedDocument
from imagegraph.model.ontology import Parent, ReadProblem, ReleaseHeader, Term, TermKind
from imagegraph.operations.terms.files import opened
from imagegraph.ports.terms import OntologyFile

_PLACE = re.compile(r"line_col: Pos\(\((\d+), (\d+)\)\)")
_BUILT_IN = (OWL, RDF, RDFS, "http://www.w3.org/2001/XMLSchema#")
_FUNCTIONAL = re.compile(rb"^(?:\s|#[^\n]*\n)*(?:Prefix|Ontology)\s*\(")
_MANCHESTER = re.compile(rb"^(?:\s|#[^\n]*\n)*(?:Prefix|Ontology):\s")
_OWL_XML = re.compile(rb"<Ontology\s[^>]*http://www\.w3\.org/2002/07/owl#")
_DECLARED: dict[str, TermKind] = {
    "DeclareClass": "class",
    "DeclareObjectProperty": "property",
    "DeclareDataProperty": "property",
    "DeclareAnnotationProperty": "property",
    "DeclareNamedIndividual": "individual",
}


class HornedReader:
    """Reads one of OWL's own syntaxes.

    Args:
        name, title: of the syntax.
        serialization: as py-horned-owl calls it.
        beginning: what such a file has near its beginning.
    """

    def __init__(
        self,
        name: str,
        title: str,
        *,
        serialization: Literal["ofn", "owx", "omn"],
        beginning: re.Pattern[bytes],
    ) -> None:
        self.name = name
        self.title = title
        self._serialization = serialization
        self._beginning = beginning

    def recognises(self, head: bytes, *, name: str) -> bool:
        """Whether it begins like this syntax, whatever the file is called."""
        return self._beginning.search(head) is not None and b"<rdf:RDF" not in head

    def open(self, path: Path) -> OntologyFile:
        """The terms of a file.

        Raises:
            MalformedDocument: it breaks the syntax; with `line` and `column` where they are known.
            EmptyDocument: it declares nothing.
        """
        with opened(path) as content:
            try:
                text = content.read().decode()
            except UnicodeDecodeError as error:
                raise MalformedDocument(
                    f"{path.name} is not UTF-8 at byte {error.start}; save it as UTF-8.", source=path.name
                ) from None
        check_nesting(text, xml=self._serialization == "owx", source=path.name)
        try:
            ontology = pyhornedowl.open_ontology_from_string(text, self._serialization)
        except ValueError as error:
            raise self._malformed(path, str(error)) from None
        problems = Problems()
        gathered = _Gathered(problems)
        for item in ontology.get_components():
            gathered.take(item.component, item.ann)
        if not gathered.drafts:
            raise EmptyDocument(f"{path.name} declares no term.", source=path.name)
        return OntologyFile(header=gathered.header(), terms=gathered.terms(), problems=problems)

    def _malformed(self, path: Path, message: str) -> MalformedDocument:
        place = _PLACE.search(message)
        known = {"line": int(place[1]), "column": int(place[2])} if place else {}
        where = f" at line {place[1]}, column {place[2]}" if place else ""
        told = "" if place else f": {message[:300]}"
        return MalformedDocument(
            f"{path.name} is no valid {self.title}{where}{told}. Is it the whole file?",
            source=path.name,
            **known,
        )


class _Gathered:
    """What the axioms of an ontology say about its terms."""

    def __init__(self, problems: list[ReadProblem]) -> None:
        self.drafts: dict[str, Draft] = {}
        self._problems = problems
        self._iri = ""
        self._facts: dict[str, list[str]] = {}

    def _draft(self, iri: str) -> Draft:
        return self.drafts.setdefault(iri, Draft(iri))

    def take(self, axiom: Any, annotations: set[Any]) -> None:
        """One axiom with its annotations; those that say nothing about names or hierarchy are passed over."""
        name = type(axiom).__name__
        if name in _DECLARED:
            draft = self._draft(str(axiom.first.first))
            if draft.kind in (None, "individual"):
                draft.kind = _DECLARED[name]
        elif isinstance(axiom, owl.AnnotationAssertion):
            self._annotate(axiom, annotations)
        elif isinstance(axiom, owl.SubClassOf):
            if isinstance(axiom.sub, owl.Class):
                self._up(str(axiom.sub), axiom.sup)
        elif isinstance(axiom, owl.EquivalentClasses):
            named = [str(member) for member in axiom.first if isinstance(member, owl.Class)]
            for iri in named:
                for member in axiom.first:
                    if not isinstance(member, owl.Class):
                        self._up(iri, member)
                    elif str(member) != iri:
                        self._draft(iri).xrefs[str(member)] = None
        elif isinstance(axiom, owl.SubObjectPropertyOf | owl.SubAnnotationPropertyOf | owl.SubDataPropertyOf):
            if (
                hasattr(axiom.sub, "first")
                and hasattr(axiom.sup, "first")
                and isinstance(axiom.sub.first, owl.IRI)
            ):
                self._draft(str(axiom.sub.first)).parents[Parent(iri=str(axiom.sup.first))] = None
        elif isinstance(axiom, owl.ClassAssertion):
            if isinstance(axiom.ce, owl.Class) and isinstance(axiom.i, owl.NamedIndividual):
                self._draft(str(axiom.i.first)).parents[Parent(iri=str(axiom.ce))] = None
        elif isinstance(axiom, owl.OntologyID):
            self._iri = str(axiom.iri or "")
            if axiom.viri is not None:
                self._facts.setdefault(OWL + "versionIRI", []).append(str(axiom.viri))
        elif isinstance(axiom, owl.OntologyAnnotation):
            value, _ = _value(axiom.first.av)
            self._facts.setdefault(str(axiom.first.ap.first), []).append(value)
        elif isinstance(axiom, owl.Import):
            self._problems.append(ReadProblem(message=f"Not fetched: owl:imports {axiom.first}"))

    def _annotate(self, axiom: owl.AnnotationAssertion, annotations: set[Any]) -> None:
        if not isinstance(axiom.subject, owl.IRI):
            return
        value, language = _value(axiom.ann.av)
        draft = self._draft(str(axiom.subject))
        draft.add(str(axiom.ann.ap.first), value, language=language, is_iri=isinstance(axiom.ann.av, owl.IRI))
        types = [
            _value(note.av)[0]
            for note in annotations
            if str(note.ap.first) in (OIO + "hasSynonymType", DC + "type")
        ]
        if any(is_abbreviating(type_) for type_ in types):
            draft.add_name(value, kind="abbreviation", language=language)

    def _up(self, iri: str, expression: Any) -> None:
        """The steps up that follow from a class expression."""
        if isinstance(expression, owl.Class):
            if not str(expression).startswith(_BUILT_IN):
                self._draft(iri).parents[Parent(iri=str(expression))] = None
        elif isinstance(expression, owl.ObjectSomeValuesFrom):
            if isinstance(expression.ope, owl.ObjectProperty) and isinstance(expression.bce, owl.Class):
                self._draft(iri).parents[Parent(iri=str(expression.bce), relation=str(expression.ope))] = None
        elif isinstance(expression, owl.ObjectIntersectionOf):
            for member in expression.first:
                self._up(iri, member)

    def header(self) -> ReleaseHeader:
        """What the ontology says about itself."""
        return header_of(self._iri, self._facts)

    def terms(self) -> Iterator[Term]:
        """The terms in the order of their IRIs; things that are only spoken of are none."""
        for iri, draft in sorted(self.drafts.items()):
            if iri.startswith(_BUILT_IN) or (draft.kind is None and not draft.parents):
                continue
            self._problems += [ReadProblem(message=f"{iri}: {text}.", term=iri) for text in draft.left_out]
            yield draft.term()
            yield from draft.replaced()


def _value(value: Any) -> tuple[str, str]:
    """Text and language of an annotation's value."""
    if isinstance(value, owl.IRI):
        return str(value), ""
    return str(getattr(value, "literal", "")), str(getattr(value, "lang", ""))


def functional_readers() -> tuple[HornedReader, ...]:
    """One reader for each syntax."""
    return (
        HornedReader("owl-functional", "OWL functional syntax", serialization="ofn", beginning=_FUNCTIONAL),
        HornedReader("owl-xml", "OWL/XML", serialization="owx", beginning=_OWL_XML),
        HornedReader("owl-manchester", "OWL Manchester syntax", serialization="omn", beginning=_MANCHESTER),
    )
