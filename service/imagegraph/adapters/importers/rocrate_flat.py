"""The statements of a flat JSON-LD document without a JSON-LD processor.

An RO-Crate is one list of entities under one context, so its keys can be looked up directly; the result
is what JSON-LD 1.1 expansion gives (https://www.w3.org/TR/json-ld11-api/#deserialize-json-ld-to-rdf-algorithm)
with two differences: ids with characters that an IRI cannot hold are percent-encoded instead of dropped, and
types that no context defines are reported instead of becoming relative IRIs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from imagegraph.adapters.importers.jsonld_contexts import NeedsProcessor, TermTable
from imagegraph.errors import InvalidIri, MalformedDocument
from imagegraph.model.rdf import RDF_TYPE, XSD, BlankNode, Literal, NamedNode, Term, Triple

_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f]|%(?![0-9A-Fa-f]{2})")
_SQUARE = re.compile(r"[\[\]]")
_HOST_BY_NUMBER = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//\[[0-9A-Fa-f:.]+\]")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


class Unmapped(NamedTuple):
    """A key that no context defines, with what it holds."""

    subject: NamedNode | BlankNode
    key: str
    value: Any
    pointer: str


class UnknownType(NamedTuple):
    """A type that no context defines."""

    subject: NamedNode | BlankNode
    name: str
    pointer: str


@dataclass
class Expansion:
    """What a flat document says.

    Attributes:
        triples: its statements, in document order.
        unmapped: keys that JSON-LD would drop.
        unknown_types: types that JSON-LD would turn into relative IRIs.
        spellings: IRI -> what the source wrote, for ids that had to be percent-encoded.
    """

    triples: list[Triple] = field(default_factory=list)
    unmapped: list[Unmapped] = field(default_factory=list)
    unknown_types: list[UnknownType] = field(default_factory=list)
    spellings: dict[str, str] = field(default_factory=dict)


def expand(entities: list[Any], table: TermTable, *, source: str) -> Expansion:
    """The statements of a `@graph`.

    Raises:
        MalformedDocument: an entity or `@id` has the wrong shape; `extra["pointer"]` says where.
        InvalidIri: an id is no IRI even when percent-encoded.
        NeedsProcessor: it uses JSON-LD beyond flat entities.
    """
    reader = _Reader(table, source)
    for number, entity in enumerate(entities):
        pointer = f"/@graph/{number}"
        if not isinstance(entity, dict):
            raise MalformedDocument(
                f"An entity has to be a JSON object, at {pointer}.", source=source, pointer=pointer
            )
        reader.node(entity, pointer)
    return reader.result


def canonical_double(value: float) -> str:
    """The canonical form of an xsd:double (`5.5E0`), with every digit that was written."""
    number = Decimal(repr(value))
    if not number.is_finite():
        return "NaN" if number.is_nan() else ("INF" if number > 0 else "-INF")
    digits = "".join(map(str, number.as_tuple().digits)).lstrip("0") or "0"
    exponent = number.adjusted() if number else 0
    return f"{'-' if number < 0 else ''}{digits[0]}.{digits[1:].rstrip('0') or '0'}E{exponent}"


def percent_encoded(iri: str) -> str:
    """The IRI with every character that an IRI cannot hold there as percent-encoded UTF-8.

    >>> percent_encoded("cells [day 1]#a#b")
    'cells%20%5Bday%201%5D#a%23b'
    """
    if _NOT_IN_IRI.search(iri):
        iri = _NOT_IN_IRI.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), iri)
    if iri.count("#") > 1:
        start, _, fragment = iri.partition("#")
        iri = f"{start}#{fragment.replace('#', '%23')}"
    if "[" in iri or "]" in iri:
        host = _HOST_BY_NUMBER.match(iri)
        start = host[0] if host else ""
        iri = start + _SQUARE.sub(lambda match: f"%{ord(match[0]):02X}", iri[len(start) :])
    return iri


class _Reader:
    def __init__(self, table: TermTable, source: str) -> None:
        self.table = table
        self.source = source
        self.result = Expansion()
        self.add: Callable[[Triple], None] = self.result.triples.append
        self.blanks: dict[str, BlankNode] = {}
        self.nodes: dict[str, NamedNode | BlankNode] = {}
        self.properties: dict[str, tuple[NamedNode, str | None]] = {}

    def node(self, entity: dict[str, Any], pointer: str) -> NamedNode | BlankNode:
        """State what an entity says; the node that it is."""
        subject = self.reference(entity["@id"], pointer + "/@id") if "@id" in entity else BlankNode()
        for key, value in entity.items():
            if key == "@id":
                continue
            if key == "@type":
                self.types(subject, value, pointer)
            elif key.startswith("@"):
                raise NeedsProcessor(key)
            else:
                self.property(subject, key, value, f"{pointer}/{escaped(key)}")
        return subject

    def types(self, subject: NamedNode | BlankNode, value: Any, pointer: str) -> None:
        for name in value if isinstance(value, list) else [value]:
            where = f"{pointer}/@type"
            if not isinstance(name, str):
                raise MalformedDocument(
                    f"@type has to be text, at {where}.", source=self.source, pointer=where
                )
            definition = self.table.find_term(name)
            if definition is None or definition.iri is None:
                self.result.unknown_types.append(UnknownType(subject, name, where))
            else:
                self.add(Triple(subject, RDF_TYPE, self.named(definition.iri, where)))

    def property(self, subject: NamedNode | BlankNode, key: str, value: Any, pointer: str) -> None:
        known = self.properties.get(key)
        if known is None:
            definition = self.table.find_term(key)
            if definition is None or definition.iri is None or definition.iri.startswith("_:"):
                if value not in (None, [], ""):
                    self.result.unmapped.append(Unmapped(subject, key, value, pointer))
                return
            known = (self.named(percent_encoded(definition.iri), pointer), definition.coercion)
            self.properties[key] = known
        predicate, coercion = known
        if isinstance(value, str) and coercion is None:
            self.add(Triple(subject, predicate, Literal(value)))
            return
        for term in self.objects(value, coercion, pointer):
            self.add(Triple(subject, predicate, term))

    def objects(self, value: Any, coercion: str | None, pointer: str) -> list[Term]:
        if value is None:
            return []
        if isinstance(value, list):
            return [
                term
                for number, item in enumerate(value)
                for term in self.objects(item, coercion, f"{pointer}/{number}")
            ]
        if isinstance(value, dict):
            if "@value" in value:
                return self.value_object(value, pointer)
            if "@list" in value or "@set" in value:
                raise NeedsProcessor("@list")
            if len(value) == 1 and "@id" in value:
                return [self.reference(value["@id"], pointer + "/@id")]
            return [self.node(value, pointer)]
        if coercion == "@id" and isinstance(value, str):
            return [self.reference(value, pointer)]
        if coercion == "@vocab" and isinstance(value, str):
            definition = self.table.find_term(value)
            if definition is not None and definition.iri is not None:
                return [self.named(definition.iri, pointer)]
            return [self.reference(value, pointer)]
        datatype = None if coercion is None or coercion.startswith("@") else self.named(coercion, pointer)
        return [literal_of(value, datatype)]

    def value_object(self, value: dict[str, Any], pointer: str) -> list[Term]:
        if not {"@value", "@type", "@language"}.issuperset(value) or isinstance(
            value["@value"], (dict, list)
        ):
            raise NeedsProcessor("@value")
        if value["@value"] is None:
            return []
        language = value.get("@language")
        if language is not None:
            if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
                raise NeedsProcessor("@language")
            return [Literal(str(value["@value"]), language=language.lower())]
        if "@type" not in value:
            return [literal_of(value["@value"], None)]
        definition = self.table.find_term(value["@type"]) if isinstance(value["@type"], str) else None
        if definition is None or definition.iri is None:
            raise NeedsProcessor("@type")
        return [literal_of(value["@value"], self.named(definition.iri, pointer))]

    def reference(self, value: Any, pointer: str) -> NamedNode | BlankNode:
        if not isinstance(value, str):
            raise MalformedDocument(f"@id has to be text, at {pointer}.", source=self.source, pointer=pointer)
        known = self.nodes.get(value)
        if known is not None:
            return known
        encoded = percent_encoded(value)
        iri = self.table.reference(encoded)
        node: NamedNode | BlankNode
        if iri.startswith("_:"):
            node = self.blanks.setdefault(iri, BlankNode())
        else:
            node = self.named(iri, pointer)
            if encoded != value:
                self.result.spellings.setdefault(node.value, value)
        self.nodes[value] = node
        return node

    def named(self, iri: str, pointer: str) -> NamedNode:
        try:
            return NamedNode(iri)
        except ValueError:
            raise InvalidIri(
                f"{iri!r} is used as an IRI at {pointer}, but it is none.",
                source=self.source,
                pointer=pointer,
                value=iri,
            ) from None


def literal_of(value: str | bool | float, datatype: NamedNode | None) -> Literal:
    """The literal for a JSON value (https://www.w3.org/TR/json-ld11-api/#object-to-rdf-conversion)."""
    if isinstance(value, bool):
        return Literal("true" if value else "false", datatype=datatype or XSD.boolean)
    if isinstance(value, str):
        return Literal(value, datatype=datatype) if datatype is not None else Literal(value)
    if abs(value) < 1e21 and value == int(value) and datatype != XSD.double:
        return Literal(str(int(Decimal(repr(value)))), datatype=datatype or XSD.integer)
    return Literal(canonical_double(value), datatype=datatype or XSD.double)


def escaped(key: str) -> str:
    """A key as a part of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1")
