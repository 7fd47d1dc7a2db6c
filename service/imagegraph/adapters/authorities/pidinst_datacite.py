"""Instruments that are registered with DataCite.

The mapping is that of DataCite 4.5 and later (https://datacite-metadata-schema.readthedocs.io/en/4.6/mappings/pidinst/)
and of the working group's cookbook (https://docs.pidinst.org/en/latest/datacite-cookbook/metadata.html). Model and
measured variables have no place of their own there; they are found in technical descriptions when those say them in
the form "Model Name: … . Measured variables: … .".
"""

from __future__ import annotations

import re
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
    type_key,
)
from imagegraph.adapters.authorities.pidinst_statements import thing_of
from imagegraph.adapters.authorities.privacy import listed, public_text
from imagegraph.adapters.authorities.values import LONGEST_TEXT
from imagegraph.model.resolutions import Thing

#: ends of what a technical description says about one thing
_ENDS = re.compile(r"[\r\n;]+|\.(?=\s|$)|<br\s*/?>", re.IGNORECASE)
_OWNER, _TECHNICAL = "hostinginstitution", "technicalinfo"
_MODELS = ("modelname", "model")
_NUMBERS = {"serialnumber": "SerialNumber", "inventorynumber": "InventoryNumber"}


def instrument_of(iri: str, attributes: Mapping[str, Any]) -> Thing:
    """The instrument that a DOI names.

    Args:
        iri: canonical IRI of the DOI.
        attributes: `data.attributes` of an answer of https://api.datacite.org/dois/…
    """
    record = record_of(attributes)
    titles = [public_text(title.get("title")) for title in listed(attributes.get("titles"))]
    return thing_of(record, iri=iri, names=[title for title in titles if title and title != record.name])


def record_of(attributes: Mapping[str, Any]) -> InstrumentRecord:
    """The PIDINST record that DataCite's metadata are. Raises nothing.

    The title is the one without a type, or the first; the owner is the hosting institution, else the publisher;
    an abstract is preferred to a technical description.
    """
    technical = _description(attributes, "TechnicalInfo")
    facts = _facts(attributes)
    return InstrumentRecord(
        identifier=public_text(attributes.get("doi")),
        identifier_type="DOI" if public_text(attributes.get("doi")) else "",
        landing_page=public_text(attributes.get("url")),
        name=_name(attributes),
        owners=_owners(attributes),
        manufacturers=_parties(attributes.get("creators")),
        model=_model(attributes, facts),
        description=_description(attributes, "Abstract") or technical,
        instrument_types=_types(attributes),
        measured_variables=_variables(facts),
        dates=_dates(attributes),
        related_identifiers=_related(attributes),
        alternate_identifiers=_alternates(attributes),
    )


def _name(attributes: Mapping[str, Any]) -> str:
    titles = [title for title in listed(attributes.get("titles")) if public_text(title.get("title"))]
    plain = [title for title in titles if not public_text(title.get("titleType"))]
    return next((public_text(title.get("title")) for title in (*plain, *titles)), "")


def _party(party: Mapping[str, Any]) -> NamedEntry:
    """A creator, contributor or publisher, with the first of its identifiers."""
    identifiers = listed(party.get("nameIdentifiers"))
    named = next((one for one in identifiers if public_text(one.get("nameIdentifier"))), {})
    return NamedEntry(
        name=public_text(party.get("name")),
        identifier=public_text(named.get("nameIdentifier")) or public_text(party.get("publisherIdentifier")),
        identifier_type=public_text(named.get("nameIdentifierScheme"))
        or public_text(party.get("publisherIdentifierScheme")),
    )


def _parties(entries: Any) -> tuple[NamedEntry, ...]:
    """Those of a list that have a name."""
    return tuple(dict.fromkeys(party for party in map(_party, listed(entries)) if party.name))


def _owners(attributes: Mapping[str, Any]) -> tuple[NamedEntry, ...]:
    owners = _parties(
        [
            contributor
            for contributor in listed(attributes.get("contributors"))
            if type_key(public_text(contributor.get("contributorType"))) == _OWNER
        ]
    )
    publisher = attributes.get("publisher")
    return owners or _parties(publisher if isinstance(publisher, dict) else {"name": publisher})


def _facts(attributes: Mapping[str, Any]) -> Mapping[str, str]:
    """What technical descriptions say in the form "Model Name: …", by the name of the fact."""
    found: dict[str, str] = {}
    for described in listed(attributes.get("descriptions")):
        told = described.get("description")
        if type_key(public_text(described.get("descriptionType"))) != _TECHNICAL or not isinstance(told, str):
            continue
        for sentence in _ENDS.split(told[:LONGEST_TEXT]):
            name, _, value = sentence.partition(":")
            if public_text(value):
                found.setdefault(type_key(name), public_text(value))
    return found


def _model(attributes: Mapping[str, Any], facts: Mapping[str, str]) -> NamedEntry | None:
    entries = listed(attributes.get("alternateIdentifiers"))
    models = (
        public_text(one.get("alternateIdentifier"))
        for one in entries
        if type_key(public_text(one.get("alternateIdentifierType"))) in _MODELS
    )
    named = (*(facts.get(name, "") for name in _MODELS), *models)
    return next((NamedEntry(name=name) for name in named if name), None)


def _description(attributes: Mapping[str, Any], kind: str) -> str:
    described = listed(attributes.get("descriptions"))
    wanted = (one for one in described if type_key(public_text(one.get("descriptionType"))) == kind.lower())
    return next((text for text in (public_text(one.get("description")) for one in wanted) if text), "")


def _types(attributes: Mapping[str, Any]) -> tuple[NamedEntry, ...]:
    """The resource type unless it only says that it is an instrument, and subjects that are terms."""
    types = attributes.get("types")
    name = public_text(types.get("resourceType")) if isinstance(types, dict) else ""
    found = [NamedEntry(name=name)] if name and name.casefold() != "instrument" else []
    for subject in listed(attributes.get("subjects")):
        term = public_text(subject.get("valueUri"))
        if term:
            found.append(
                NamedEntry(name=public_text(subject.get("subject")), identifier=term, identifier_type="URL")
            )
    return tuple(dict.fromkeys(found))


def _variables(facts: Mapping[str, str]) -> tuple[str, ...]:
    told = facts.get("measuredvariables") or facts.get("measuredvariable") or ""
    return tuple(dict.fromkeys(one for one in map(str.strip, told.split(",")) if one))


def _dates(attributes: Mapping[str, Any]) -> tuple[InstrumentDate, ...]:
    """When it came into use and went out of it: told by what is said about a date, or by its type.

    `Available` is a beginning or a period (https://docs.pidinst.org/en/latest/datacite-cookbook/metadata.html).
    """
    found = []
    for date in listed(attributes.get("dates")):
        value = public_text(date.get("date"))
        said = type_key(public_text(date.get("dateInformation")))
        kind = type_key(public_text(date.get("dateType")))
        begin, _, end = value.partition("/")
        if said in ("commissioned", "decommissioned"):
            found.append((value, "Commissioned" if said == "commissioned" else "DeCommissioned"))
        elif kind == "available":
            found += [(begin, "Commissioned"), (end, "DeCommissioned")]
        elif kind == "withdrawn":
            found.append((value, "DeCommissioned"))
    return tuple(
        dict.fromkeys(InstrumentDate(value=day_of(value), date_type=kind) for value, kind in found if value)
    )


def _related(attributes: Mapping[str, Any]) -> tuple[RelatedIdentifier, ...]:
    found = []
    for one in listed(attributes.get("relatedIdentifiers")):
        identifier = public_text(one.get("relatedIdentifier"))
        relation = public_text(one.get("relationType"))
        if identifier:
            found.append(
                RelatedIdentifier(
                    identifier=identifier, identifier_type=public_text(one.get("relatedIdentifierType")),
                    relation=_relations().get(type_key(relation), relation),
                )
            )  # fmt: skip
    return tuple(dict.fromkeys(found))


def _alternates(attributes: Mapping[str, Any]) -> tuple[AlternateIdentifier, ...]:
    """Alternate identifiers, which answers repeat as `identifiers`; of PIDINST's types, or `Other`."""
    found = []
    named = (("alternateIdentifiers", "alternateIdentifier"), ("identifiers", "identifier"))
    for member, word in named:
        for one in listed(attributes.get(member)):
            identifier, kind = public_text(one.get(word)), public_text(one.get(f"{word}Type"))
            known = _NUMBERS.get(type_key(kind))
            if identifier and type_key(kind) not in _MODELS:
                found.append(
                    AlternateIdentifier(
                        identifier=identifier, identifier_type=known or "Other", name="" if known else kind
                    )
                )
    return tuple(dict.fromkeys(found))


@cache
def _relations() -> Mapping[str, str]:
    table: Mapping[str, str] = resources.read_yaml("mappings", "pidinst", "model.yaml")["datacite_relations"]
    return {type_key(name): ours for name, ours in table.items()}
