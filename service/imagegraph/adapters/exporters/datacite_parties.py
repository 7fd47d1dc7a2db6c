"""People and organisations in DataCite metadata: creators, contributors, the publisher, who paid.

Of an instrument the manufacturers are the creators and the owners contributors of the type HostingInstitution
(https://datacite-metadata-schema.readthedocs.io/en/4.6/mappings/pidinst/). Mail addresses are not written.
"""

from __future__ import annotations

from typing import Any

from imagegraph.adapters.exporters.datacite_tables import table
from imagegraph.adapters.exporters.identifier_types import typed_identifier
from imagegraph.adapters.exporters.record_graph import RecordGraph
from imagegraph.model.rdf import IG, SCHEMA, NamedNode, Term

_UNNAMED = ":unav"
_Members = dict[str, Any]


def creators(graph: RecordGraph, kind: str) -> list[_Members]:
    """Authors, or manufacturers of an instrument."""
    property = SCHEMA.manufacturer if kind == "Instrument" else SCHEMA.author
    parties = (_party(value, graph) for value in graph.values(graph.about, property))
    return [party for party in parties if party]


def contributors(graph: RecordGraph, kind: str) -> list[_Members]:
    """Contributors by their roles; owner and facility of an instrument."""
    found = [
        {**party, "contributorType": _contributor_type(value, graph)}
        for value in graph.values(graph.about, SCHEMA.contributor)
        if (party := _party(value, graph))
    ]
    if kind == "Instrument":
        found += [
            {**party, "contributorType": "HostingInstitution"}
            for value in graph.values(graph.about, SCHEMA.owner, IG.locatedIn)
            if (party := _party(value, graph))
        ]
    return found


def publisher(graph: RecordGraph, kind: str) -> _Members:
    """The publisher; for an instrument without one its owner. Empty when there is neither."""
    properties = (SCHEMA.publisher, SCHEMA.owner) if kind == "Instrument" else (SCHEMA.publisher,)
    for value in graph.values(graph.about, *properties):
        name = graph.name(value)
        if name:
            return {"name": name, **_named_by(value, "publisherIdentifier")}
    return {}


def funding(graph: RecordGraph) -> list[_Members]:
    """Grants with the organisations behind them, and organisations without a grant."""
    found = []
    for value in graph.values(graph.about, SCHEMA.funder):
        node = value.value if isinstance(value, NamedNode) else ""
        if not node or not graph.is_a(node, SCHEMA.Grant):
            found.append(_funder(value, graph))
            continue
        grant: _Members = {}
        if name := graph.name(value):
            grant["awardTitle"] = name
        if number := graph.text(node, SCHEMA.identifier):
            grant["awardNumber"] = number
        if node.startswith(("https://", "http://")) and not node.startswith(f"{graph.record}#"):
            grant["awardUri"] = node
        funders = graph.values(node, SCHEMA.funder)
        found += [_funder(funder, graph) | grant for funder in funders] or [{"funderName": _UNNAMED, **grant}]
    return [one for one in found if len(one) > 1 or one["funderName"] != _UNNAMED]


def _party(value: Term, graph: RecordGraph) -> _Members:
    """A person or organisation; empty when neither name nor identifier is known."""
    node = value.value if isinstance(value, NamedNode) else ""
    name = graph.name(value)
    named_by = _named_by(value, "nameIdentifier")
    if not name and not named_by:
        return {}
    if not node or not (graph.is_a(node, SCHEMA.Person) or "ORCID" in named_by.values()):
        identifiers = {"nameIdentifiers": [named_by]} if named_by else {}
        return {"name": name or _UNNAMED, "nameType": "Organizational", **identifiers}
    given, family = graph.text(node, SCHEMA.givenName), graph.text(node, SCHEMA.familyName)
    party: _Members = {"name": f"{family}, {given}" if given and family else name or _UNNAMED}
    party["nameType"] = "Personal"
    if given and family:
        party |= {"givenName": given, "familyName": family}
    if named_by:
        party["nameIdentifiers"] = [named_by]
    places = [
        {"name": place, **_named_by(one, "affiliationIdentifier")}
        for one in graph.values(node, SCHEMA.affiliation)
        if (place := graph.name(one))
    ]
    return {**party, "affiliation": places} if places else party


def _named_by(value: Term, member: str) -> dict[str, str]:
    """The identifier of a person or organisation, with its scheme."""
    typed = typed_identifier(value.value) if isinstance(value, NamedNode) else None
    if typed is None:
        return {}
    scheme = table("schemes").get(typed[1])
    if scheme is None:
        return {}
    return {member: typed[0], f"{member}Scheme": typed[1], "schemeUri": scheme}


def _funder(value: Term, graph: RecordGraph) -> _Members:
    funder: _Members = {"funderName": graph.name(value) or _UNNAMED}
    typed = typed_identifier(value.value) if isinstance(value, NamedNode) else None
    if typed is not None:
        funder |= {
            "funderIdentifier": typed[0],
            "funderIdentifierType": table("funder_types").get(typed[1], "Other"),
        }
    return funder


def _contributor_type(value: Term, graph: RecordGraph) -> str:
    roles = graph.texts(value.value, IG.role) if isinstance(value, NamedNode) else []
    said = " ".join(roles).lower()
    fitting = (entry["type"] for entry in table("roles") if any(word in said for word in entry["words"]))
    return next(fitting, "Other")
