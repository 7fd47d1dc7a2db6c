"""What a PIDINST record says, as a `Thing` with statements.

Organisations, models and types are named by the identifiers that the record gives them, where those are identifiers;
otherwise they are nodes below the instrument. The address of a page about an organisation is not the organisation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from imagegraph import resources
from imagegraph.adapters.authorities.pidinst import InstrumentRecord, NamedEntry, RelatedIdentifier, type_key
from imagegraph.adapters.authorities.pidinst_identifiers import iri_of, is_recognised
from imagegraph.adapters.authorities.statements import Statements
from imagegraph.model.rdf import (
    DCTERMS,
    IG,
    PREFIXES,
    PROV,
    RDF_TYPE,
    RDFS,
    SCHEMA,
    SKOS,
    SOSA,
    Literal,
    NamedNode,
)
from imagegraph.model.resolutions import Thing

#: kind of alternate identifier -> property; any other is a `schema:identifier`
_NUMBERS = {"serialnumber": SCHEMA.serialNumber, "inventorynumber": SCHEMA.sku}
#: what stands between the instrument and something it was used for or in
_ACTIVITY = "activity"


def thing_of(
    record: InstrumentRecord, *, iri: str, names: Sequence[str] = (), notes: Sequence[str] = ()
) -> Thing:
    """The instrument that a record describes.

    Args:
        record: read from any serialisation.
        iri: canonical IRI of the identifier that was asked for.
        names: further names of it.
        notes: sentences about what is wrong with it.
    """
    statements = Statements(iri)
    for kind in (IG.Instrument, SOSA.Platform, PROV.Entity):
        statements.type(kind)
    statements.label(record.name)
    for name in names:
        statements.text(SKOS.altLabel, name)
    statements.text(DCTERMS.description, record.description)
    statements.link(SCHEMA.url, record.landing_page)
    _add_entries(statements, record.manufacturers, SCHEMA.manufacturer, "manufacturer", keep=is_recognised)
    _add_entries(statements, record.owners, SCHEMA.owner, "owner", keep=is_recognised)
    _add_model(statements, record)
    _add_entries(statements, record.instrument_types, DCTERMS.type, "type", keep=bool)
    _add_variables(statements, record)
    statements.date(IG.commissioned, record.date_of("Commissioned"))
    statements.date(IG.decommissioned, record.date_of("DeCommissioned"))
    for alternate in record.alternate_identifiers:
        number = _NUMBERS.get(type_key(alternate.identifier_type), SCHEMA.identifier)
        statements.text(number, alternate.identifier)
    for place, related in enumerate(record.related_identifiers, start=1):
        _add_related(statements, related, place=place)
    return Thing(
        iri=iri, kind="Instrument", label=record.name,
        names=tuple(dict.fromkeys(name for name in (record.name, *names) if name)),
        details=_details(record), notes=tuple(notes), statements=statements.all(),
    )  # fmt: skip


def _details(record: InstrumentRecord) -> Mapping[str, tuple[str, ...]]:
    """What records are compared by: names first, identifiers after them."""
    details = {
        "model": _said((record.model,) if record.model else ()),
        "manufacturer": _said(record.manufacturers),
        "serial_number": record.numbers_of("SerialNumber"),
        "inventory_number": record.numbers_of("InventoryNumber"),
        "owner": _said(record.owners),
        "type": _said(record.instrument_types),
        "commissioned": (record.date_of("Commissioned"),),
        "decommissioned": (record.date_of("DeCommissioned"),),
    }
    kept = {name: tuple(value for value in values if value) for name, values in details.items()}
    return {name: values for name, values in kept.items() if values}


def _said(entries: Sequence[NamedEntry]) -> tuple[str, ...]:
    iris = (iri_of(entry.identifier, declared=entry.identifier_type) for entry in entries)
    return tuple(dict.fromkeys((*(entry.name for entry in entries), *iris)))


def _add_entries(
    statements: Statements, entries: Sequence[NamedEntry], property: NamedNode, word: str, *,
    keep: Callable[[str], bool],
) -> None:  # fmt: skip
    """Things with a name and perhaps an identifier.

    Args:
        keep: whether an IRI names the thing itself; any other one is a page about it.
    """
    iris = [iri_of(entry.identifier, declared=entry.identifier_type) for entry in entries]
    uses = Counter(iris)
    for place, (entry, iri) in enumerate(zip(entries, iris, strict=True), start=1):
        if iri and keep(iri) and uses[iri] == 1:
            statements.add(property, NamedNode(iri))
            _add_label(statements, NamedNode(iri), entry.name)
            continue
        below = _below(statements, f"{word}-{place}")
        statements.add(property, below)
        _add_label(statements, below, entry.name)
        if iri:
            statements.add(RDFS.seeAlso, NamedNode(iri), subject=below)


def _add_model(statements: Statements, record: InstrumentRecord) -> None:
    """The name as text, as records of ours have it, and the identifier as what it is an instance of."""
    if record.model is None:
        return
    statements.text(SCHEMA.model, record.model.name)
    iri = iri_of(record.model.identifier, declared=record.model.identifier_type)
    if iri:
        statements.add(SCHEMA.isVariantOf, NamedNode(iri))
        _add_label(statements, NamedNode(iri), record.model.name)


def _add_variables(statements: Statements, record: InstrumentRecord) -> None:
    for place, variable in enumerate(record.measured_variables, start=1):
        iri = iri_of(variable)
        if iri:
            statements.add(SOSA.observes, NamedNode(iri))
            continue
        below = _below(statements, f"variable-{place}")
        statements.add(SOSA.observes, below)
        _add_label(statements, below, variable)


def _add_related(statements: Statements, related: RelatedIdentifier, *, place: int) -> None:
    iri = iri_of(related.identifier, declared=related.identifier_type)
    if not iri or iri == statements.node.value:
        return
    relation = _relations().get(type_key(related.relation), {"property": DCTERMS.relation})
    other = NamedNode(iri)
    if _ACTIVITY in relation:
        activity = _below(statements, f"use-{place}")
        statements.add(RDF_TYPE, PROV.Activity, subject=activity)
        statements.add(PROV.used, statements.node, subject=activity)
        statements.add(relation[_ACTIVITY], other, subject=activity)
    else:
        statements.add(relation["property"], other)
    _add_label(statements, other, related.name)


def _below(statements: Statements, fragment: str) -> NamedNode:
    return NamedNode(f"{statements.node.value}#{fragment}")


def _add_label(statements: Statements, node: NamedNode, label: str) -> None:
    if label:
        statements.add(RDFS.label, Literal(label), subject=node)


@cache
def _relations() -> Mapping[str, Mapping[str, NamedNode]]:
    """Relation -> how it is said."""
    table = resources.read_yaml("mappings", "pidinst", "model.yaml")["relations"]
    return {
        type_key(name): {manner: _expanded(curie) for manner, curie in said.items()}
        for name, said in table.items()
    }


def _expanded(curie: str) -> NamedNode:
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)
