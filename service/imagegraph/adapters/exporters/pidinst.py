"""An instrument of ours as PIDINST describes it, https://doi.org/10.15497/RDA00070.

What the schema demands and the record does not say is refused by name, not made up: an identifier is registered with
this, and it will be cited for decades. The landing page is the record's own page. Contact addresses of owners are left
out. A date stays as precise as it is known, by ISO 8601. `mappings/pidinst/export.yaml` says which property becomes what.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from imagegraph import resources
from imagegraph.adapters.authorities.pidinst import (
    AlternateIdentifier,
    InstrumentDate,
    InstrumentRecord,
    NamedEntry,
    RelatedIdentifier,
    day_of,
)
from imagegraph.adapters.exporters.identifier_types import addressed_identifier
from imagegraph.adapters.exporters.record_graph import RecordGraph
from imagegraph.errors import NotAcceptable
from imagegraph.model.rdf import IG, PREFIXES, SCHEMA, SOSA, NamedNode, Term

#: version of the schema
VERSION = "1.0"


def instrument_record(graph: RecordGraph) -> InstrumentRecord:
    """What a record of ours says about its instrument, in the normal form of PIDINST; nothing is demanded."""
    about = graph.about
    identifier, identifier_type = addressed_identifier(about, record="") or (about, "Other")
    return InstrumentRecord(
        identifier=identifier,
        identifier_type=identifier_type,
        schema_version=VERSION,
        landing_page=graph.record,
        name=graph.text(about, SCHEMA.name, SCHEMA.alternateName),
        owners=_entries(graph, *_properties("owners")),
        manufacturers=_entries(graph, SCHEMA.manufacturer),
        model=_model(graph),
        description="\n".join(graph.texts(about, SCHEMA.description)),
        instrument_types=_entries(graph, IG.instrumentType),
        measured_variables=tuple(
            text for value in graph.values(about, SOSA.observes) if (text := graph.name(value) or value.value)
        ),
        dates=tuple(
            InstrumentDate(value=day_of(text), date_type=kind)
            for property, kind in _table("dates").items()
            for text in graph.texts(about, property)[:1]
        ),
        related_identifiers=_related(graph),
        alternate_identifiers=tuple(
            AlternateIdentifier(identifier=text, identifier_type=kind)
            for property, kind in _table("numbers").items()
            for text in graph.texts(about, property)
        ),
    )


def demand_complete(record: InstrumentRecord) -> None:
    """See that the record has what the schema demands.

    Raises:
        NotAcceptable: something is missing; the message names it and says what to add.
    """
    lacking = {
        "a name": record.name,
        "an owner or facility with its name": any(owner.name for owner in record.owners),
        "a manufacturer with its name": any(maker.name for maker in record.manufacturers),
    }
    missing = [what for what, there in lacking.items() if not there]
    if missing:
        listed = " and ".join((", ".join(missing[:-1]), missing[-1]) if len(missing) > 1 else missing)
        raise NotAcceptable(
            f"PIDINST {VERSION} demands {listed} of an instrument, and this record names none. Add it to the record "
            "(`owner`, `located_in`, `manufacturer`, `name`); who built a microscope themselves is its manufacturer.",
            missing=missing,
        )


def _entries(graph: RecordGraph, *properties: NamedNode) -> tuple[NamedEntry, ...]:
    """Organisations or terms, by name and identifier."""
    entries = []
    for value in graph.values(graph.about, *properties):
        identifier, kind = _identifier(value, graph)
        name = graph.name(value)
        if name or identifier:
            entries.append(NamedEntry(name=name, identifier=identifier, identifier_type=kind))
    return tuple(dict.fromkeys(entries))


def _identifier(value: Term, graph: RecordGraph) -> tuple[str, str]:
    if not isinstance(value, NamedNode):
        return "", ""
    return addressed_identifier(value.value, record=graph.record) or ("", "")


def _model(graph: RecordGraph) -> NamedEntry | None:
    name = graph.text(graph.about, SCHEMA.model)
    return NamedEntry(name=name) if name else None


def _related(graph: RecordGraph) -> tuple[RelatedIdentifier, ...]:
    """Other things that have an identifier of their own; components that are only parts have none."""
    allowed = _export()["related_types"]
    found = []
    for property, relation in _table("relations").items():
        for value in graph.values(graph.about, property):
            named = addressed_identifier(str(value.value), record=graph.record, allowed=allowed)
            if named is not None and value.value not in (graph.about, graph.record):
                name = "" if named[1] == "URL" else graph.name(value)
                found.append(
                    RelatedIdentifier(
                        identifier=named[0],
                        identifier_type=named[1],
                        relation=relation,
                        name=name,
                    )
                )
    return tuple(dict.fromkeys(found))


def _properties(name: str) -> list[NamedNode]:
    return [_expanded(curie) for curie in _export()[name]]


def _table(name: str) -> dict[NamedNode, str]:
    return {_expanded(curie): kind for curie, kind in _export()[name].items()}


def _expanded(curie: str) -> NamedNode:
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


@cache
def _export() -> Mapping[str, Any]:
    table: Mapping[str, Any] = resources.read_yaml("mappings", "pidinst", "export.yaml")
    return table
