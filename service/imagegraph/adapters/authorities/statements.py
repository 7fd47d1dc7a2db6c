"""Collecting what an authority says as RDF; values that RDF cannot hold are left out."""

from __future__ import annotations

from imagegraph.adapters.authorities.privacy import has_mail, public_text
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.rdf import RDF_TYPE, RDFS, SKOS, XSD, Literal, NamedNode, Triple
from imagegraph.operations.normalise import dated


class Statements:
    """Statements about one thing, in the order they were made.

    Args:
        iri: the thing.
    """

    def __init__(self, iri: str) -> None:
        self.node = NamedNode(iri)
        self._made: dict[Triple, None] = {}

    def all(self) -> tuple[Triple, ...]:
        """What was collected, each once."""
        return tuple(self._made)

    def type(self, kind: NamedNode) -> None:
        """It is one of these."""
        self.add(RDF_TYPE, kind)

    def label(self, text: str) -> None:
        """Its name: `rdfs:label` and `skos:prefLabel`."""
        self.text(RDFS.label, text)
        self.text(SKOS.prefLabel, text)

    def text(self, property: NamedNode, text: str, *, language: str | None = None) -> None:
        """A text without the mail addresses in it; nothing when nothing is left. An odd language is left out."""
        text = public_text(text)
        if not text:
            return
        try:
            self.add(property, Literal(text, language=language.lower() if language else None))
        except ValueError:
            self.add(property, Literal(text))

    def date(self, property: NamedNode, text: str) -> None:
        """A date, month, year or moment with the datatype that fits; nothing when it is none."""
        literal = dated(Literal(text.strip()))
        if literal.datatype != XSD.string:
            self.add(property, literal)

    def link(self, property: NamedNode, text: str, *, label: str = "") -> str | None:
        """Another thing by any spelling of its identifier, or by a web address; its canonical IRI, None when it is none
        that RDF can hold, or holds a mail address.

        Args:
            label: what it is called; said with `rdfs:label`.
        """
        if has_mail(text):
            return None
        found = normalise_iri(text.strip())
        if found.kind in ("none", "placeholder") or found.problem is not None:
            return None
        if not found.iri.startswith(("https://", "http://")):
            return None
        try:
            target = NamedNode(found.iri)
        except ValueError:
            return None
        self.add(property, target)
        if label := public_text(label):
            self.add(RDFS.label, Literal(label), subject=target)
        return found.iri

    def part(self, property: NamedNode, fragment: str) -> Statements:
        """A thing inside this one, `<iri>#fragment`; what is collected about it goes here too."""
        inner = Statements(f"{self.node.value}#{fragment}")
        inner._made = self._made
        self.add(property, inner.node)
        return inner

    def add(
        self, property: NamedNode, value: NamedNode | Literal, *, subject: NamedNode | None = None
    ) -> None:
        """A statement as it is."""
        self._made[Triple(subject or self.node, property, value)] = None
