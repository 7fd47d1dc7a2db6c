"""Statements of one record read from IDR files: local nodes, shared nodes, terms and name-value pairs."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache

from imagegraph.adapters.importers.idr_text import Notes
from imagegraph.model.identifiers import normalise_iri
from imagegraph.model.rdf import DWC, IG, PREFIXES, RDF_TYPE, SCHEMA, Literal, NamedNode, Triple
from imagegraph.model.records import RECORD_BASE
from imagegraph.model.reports import Finding
from imagegraph.model.terms import spellings

_CURIE = re.compile(r"([A-Za-z][A-Za-z0-9]*)[:_](\w+)")

Pair = tuple[NamedNode, NamedNode | Literal]


@cache
def predicate(curie: str) -> NamedNode:
    """The IRI of a property that a mapping file names, such as `ig:strain`."""
    prefix, local = curie.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


def find_term(accession: str, *, source: str, declared: dict[str, str]) -> str | None:
    """The IRI of an ontology term as IDR files spell it, None when it cannot be told.

    Args:
        accession: `EFO_0001185`, `EFO:0001185`, `9606`, or a whole IRI.
        source: the `Term Source REF` next to it, such as `NCBITaxon`; may be empty.
        declared: lower-case prefix -> IRI base, as the study file declares its term sources.
    """
    for spelling in (accession, f"{source}:{accession}" if source else ""):
        found = normalise_iri(spelling) if spelling else None
        if found and found.problem is None and found.kind in {"term", "iri", "rrid", "doi"}:
            return found.iri
    parts = _CURIE.fullmatch(accession)
    if parts is None or f"{parts[1].lower()}:" in spellings().sources:
        return None
    base = declared.get(parts[1].lower(), "")
    if not base.startswith(("http://", "https://")):
        return None
    local = parts[2] if base.lower().endswith(f"{parts[1].lower()}_") else f"{parts[1]}_{parts[2]}"
    found = normalise_iri(base + local)
    return found.iri if found.problem is None else None


class RecordGraph:
    """Collects the statements and findings of one record; the same content always gives the same nodes.

    Args:
        source: name of the file, for findings.
        declared: lower-case prefix -> IRI base of the study's term sources.
    """

    def __init__(self, *, source: str, declared: dict[str, str]) -> None:
        self.source = source
        self.declared = declared
        self.triples: list[Triple] = []
        self.findings: dict[Finding, None] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._nodes: dict[tuple[str, ...], NamedNode] = {}

    def warn(self, message: str, *, value: str | None = None) -> None:
        """Report something that was read but deserves a look."""
        self.findings[Finding(severity="warning", message=message, value=value, source=self.source)] = None

    def report(self, notes: Notes) -> None:
        """Report what was noted when the text was read."""
        for line, severity, message in notes.lines:
            place = f"line {line}" if line else None
            self.findings[Finding(severity=severity, message=message, value=place, source=self.source)] = None

    def add(self, subject: NamedNode, property: NamedNode, value: NamedNode | Literal) -> None:
        """State one triple."""
        self.triples.append(Triple(subject, property, value))

    def add_text(self, subject: NamedNode, property: NamedNode, text: str) -> None:
        """State a text unless it is empty."""
        if text:
            self.add(subject, property, Literal(text))

    def local(self, fragment: str, kind: NamedNode) -> NamedNode:
        """A typed node inside the record."""
        node = NamedNode(f"{RECORD_BASE}#{fragment}")
        self.add(node, RDF_TYPE, kind)
        return node

    def name(self, node: NamedNode, text: str, *, property: NamedNode = SCHEMA.name) -> None:
        """Name a node that may be met again; a second, different name becomes an alternate name."""
        if not text:
            return
        first = self._names.setdefault((node.value, property.value), text)
        if first == text:
            self.add(node, property, Literal(text))
        else:
            self.add(node, SCHEMA.alternateName, Literal(text))

    def shared(self, stem: str, kind: NamedNode, pairs: Iterable[Pair]) -> NamedNode:
        """The one local node with exactly these statements."""
        listed = list(pairs)
        key = (stem, *(f"{p.value} {o}" for p, o in listed))
        known = self._nodes.get(key)
        if known is not None:
            return known
        digest = hashlib.blake2b("\n".join(key).encode(), digest_size=6).hexdigest()
        node = self.local(f"{stem}-{digest}", kind)
        for property, value in listed:
            self.add(node, property, value)
        self._nodes[key] = node
        return node

    def global_node(self, iri: str, kind: NamedNode) -> NamedNode:
        """A typed node with an IRI of its own."""
        node = NamedNode(iri)
        if self._nodes.setdefault((iri, kind.value), node) is node:
            self.add(node, RDF_TYPE, kind)
        return node

    def term(self, label: str, accession: str = "", source: str = "", *, taxon: bool = False) -> NamedNode:
        """The node of an ontology term or taxon; a local one when there is no usable accession."""
        if taxon and accession.isdigit():
            source = source or "NCBITaxon"
        iri = find_term(accession, source=source, declared=self.declared) if accession else None
        kind, naming = (DWC.Taxon, DWC.scientificName) if taxon else (SCHEMA.DefinedTerm, SCHEMA.name)
        if iri is None:
            if accession:
                place = source or "no term source"
                self.warn(
                    f"“{accession}” ({place}) is no accession of a known ontology; it was kept as text.",
                    value=accession,
                )
            pairs: list[Pair] = [(naming, Literal(label))] if label else []
            pairs += [(SCHEMA.termCode, Literal(accession))] if accession and not taxon else []
            pairs += [(SCHEMA.identifier, Literal(accession))] if accession and taxon else []
            pairs += [(SCHEMA.inDefinedTermSet, Literal(source))] if source and not taxon else []
            pairs += [(SCHEMA.description, Literal(f"Term source: {source}"))] if source and taxon else []
            return self.shared("taxon" if taxon else "term", kind, pairs)
        node = self.global_node(iri, kind)
        self.name(node, label, property=naming)
        if accession not in iri:
            self.add(node, IG.originalSpelling, Literal(accession))
        if source and source.lower() not in iri.lower():
            self.warn(
                f"“{accession}” does not belong to its term source {source}; the accession was followed."
            )
            self.add(node, IG.originalSpelling, Literal(f"{source}:{accession}"))
        return node

    def property_value(self, name: str, value: str, *, term: NamedNode | None = None) -> NamedNode:
        """The one name-value pair with this name and value."""
        pairs: list[Pair] = [(SCHEMA.name, Literal(name)), (SCHEMA.value, Literal(value))]
        if term is not None:
            pairs.append((SCHEMA.valueReference, term))
        return self.shared("property", SCHEMA.PropertyValue, pairs)
