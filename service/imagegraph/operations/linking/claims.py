"""What a record says about the things that it names by an identifier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from imagegraph.model.rdf import (
    DCTERMS,
    IG,
    RDF_TYPE,
    RDFS,
    SCHEMA,
    Literal,
    NamedNode,
    Triple,
    from_ntriples,
)

_NAMES = frozenset((SCHEMA.name, RDFS.label, DCTERMS["title"]))
_DETAILS: Mapping[NamedNode, str] = {
    IG.catalogNumber: "catalog_number",
    SCHEMA.model: "model",
    SCHEMA.serialNumber: "serial_number",
}
_FAMILY, _GIVEN = SCHEMA.familyName, SCHEMA.givenName


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What is said about one thing.

    Attributes:
        names: what it is called.
        types: IRIs of the classes that it is said to be of.
        details: `catalog_number`, `model`, `serial_number`, each with its values.
    """

    iri: str
    names: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()
    details: Mapping[str, tuple[str, ...]]


def claims(ntriples: bytes, iris: Iterable[str]) -> dict[str, Claim]:
    """What a record says about each of some things.

    Args:
        ntriples: sorted N-Triples of the record.
        iris: the things.
    """
    wanted = {f"<{iri}>".encode(): iri for iri in iris}
    lines: dict[str, list[bytes]] = {iri: [] for iri in wanted.values()}
    for line in ntriples.splitlines(keepends=True):
        iri = wanted.get(line[: line.find(b"> ") + 1])
        if iri is not None:
            lines[iri].append(line)
    return {iri: _claim(iri, from_ntriples(b"".join(own))) for iri, own in lines.items()}


def _claim(iri: str, triples: Iterable[Triple]) -> Claim:
    names: dict[str, None] = {}
    types: set[str] = set()
    details: dict[str, dict[str, None]] = {}
    parts: dict[NamedNode, str] = {}
    for triple in triples:
        value = triple.object
        if triple.predicate == RDF_TYPE and isinstance(value, NamedNode):
            types.add(value.value)
        elif isinstance(value, Literal) and value.value.strip():
            if triple.predicate in _NAMES:
                names[value.value] = None
            elif triple.predicate in _DETAILS:
                details.setdefault(_DETAILS[triple.predicate], {})[value.value] = None
            elif triple.predicate in (_FAMILY, _GIVEN):
                parts[triple.predicate] = value.value
    if not names and _FAMILY in parts and _GIVEN in parts:
        names[f"{parts[_GIVEN]} {parts[_FAMILY]}"] = None
    return Claim(
        iri=iri, names=tuple(names), types=frozenset(types),
        details={name: tuple(values) for name, values in details.items()},
    )  # fmt: skip
