"""An organisation of ROR as RDF, from a record of schema 2.1 (https://ror.readme.io/docs/ror-data-structure).

It has one `rdfs:label`, the name that ROR displays; its names in other languages, aliases and acronyms are
`skos:altLabel`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from imagegraph.adapters.authorities.contract import UnreadableAnswer
from imagegraph.adapters.authorities.privacy import public_text, public_texts
from imagegraph.adapters.authorities.statements import Statements
from imagegraph.adapters.authorities.values import member, objects, text, texts
from imagegraph.model.identifiers import identify
from imagegraph.model.rdf import (
    DCTERMS,
    FOAF,
    IG,
    ORG,
    RDFS,
    SCHEMA,
    SKOS,
    Literal,
    NamedNode,
)
from imagegraph.model.resolutions import Thing

#: the largest organisations name some hundreds
MOST_RELATED = 2_000
MOST_NAMES = 200
MOST_NUMBERS = 200
_RELATIONS: Mapping[str, NamedNode] = {
    "parent": ORG.subOrganizationOf,
    "child": ORG.hasSubOrganization,
    "related": DCTERMS.relation,
    "successor": DCTERMS.isReplacedBy,
    "predecessor": DCTERMS.replaces,
}
_REGISTRIES = ("grid", "isni", "fundref", "wikidata")
_LINKS: Mapping[str, NamedNode] = {"website": FOAF.homepage, "wikipedia": RDFS.seeAlso}
_GEONAMES = "https://sws.geonames.org/"
#: ISO 639, which ROR writes
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}")


def organisation_of(document: Mapping[str, Any], *, iri: str, notes: tuple[str, ...]) -> Thing:
    """What ROR says about an organisation.

    Args:
        document: its record.
        iri: its canonical IRI.
        notes: sentences about what is wrong with it.

    Raises:
        UnreadableAnswer: the organisation has no name.
    """
    names = _names(document)
    if not names:
        raise UnreadableAnswer("sent an organisation without a name")
    statements = Statements(iri)
    statements.type(SCHEMA.Organization)
    label = next(iter(names))
    statements.label(label)
    for name, language in names.items():
        if name != label:
            statements.text(SKOS.altLabel, name, language=language if _LANGUAGE.fullmatch(language) else None)
    status = text(document.get("status")).lower()
    statements.text(IG.rorStatus, status)
    kinds = public_texts(document.get("types"))
    for kind in kinds:
        statements.text(DCTERMS.type, kind)
    _add_numbers(statements, document)
    countries = _add_places(statements, document)
    statements.date(SCHEMA.foundingDate, text(document.get("established")))
    statements.date(DCTERMS.modified, text(member(document, "admin", "last_modified", "date")))
    _add_pages(statements, document)
    details = {
        "status": (status,),
        "type": kinds,
        "country": countries,
        "parent": _add_related(statements, document),
    }
    return Thing(
        iri=iri, kind="Organisation", label=label, names=tuple(names),
        details={key: values for key, values in details.items() if values}, notes=notes,
        statements=statements.all(),
    )  # fmt: skip


def related_iri(relationship: Mapping[str, Any]) -> str:
    """The organisation that a relationship leads to; empty when its id is none of ROR's."""
    found = identify(text(relationship.get("id")))
    return found.iri if found.scheme == "ror" else ""


def _names(document: Mapping[str, Any]) -> dict[str, str]:
    """Name -> its language, the one that ROR displays first; acronyms come last."""
    ranked: list[tuple[int, str, str]] = []
    for name in objects(document.get("names"))[:MOST_NAMES]:
        kinds = [kind.lower() for kind in texts(name.get("types"))]
        rank = next((rank for rank, kind in enumerate(("ror_display", "label", "alias")) if kind in kinds), 3)
        value = public_text(name.get("value"))
        if value:
            ranked.append((rank, value, text(name.get("lang"))))
    found: dict[str, str] = {}
    for _, value, language in sorted(ranked, key=lambda name: name[0]):
        found.setdefault(value, language)
    return found


def _add_numbers(statements: Statements, document: Mapping[str, Any]) -> None:
    """The identifiers that other registries gave it, one node for each registry."""
    for number in objects(document.get("external_ids")):
        registry = text(number.get("type")).lower()
        values = public_texts([number.get("preferred"), *_listed(number.get("all"))])[:MOST_NUMBERS]
        if registry in _REGISTRIES and values:
            node = statements.part(SCHEMA.identifier, registry)
            node.type(SCHEMA.PropertyValue)
            node.text(SCHEMA.propertyID, registry)
            for value in values:
                node.text(SCHEMA.value, value)


def _add_places(statements: Statements, document: Mapping[str, Any]) -> tuple[str, ...]:
    """Where it is, as places of GeoNames; the codes of the countries."""
    countries: dict[str, None] = {}
    for place in objects(document.get("locations"))[:MOST_NAMES]:
        number = place.get("geonames_id")
        country = public_text(member(place, "geonames_details", "country_code"))
        if country:
            countries[country] = None
        if isinstance(number, bool) or not isinstance(number, int) or not 0 < number < 10**12:
            continue
        town = NamedNode(f"{_GEONAMES}{number}/")
        name = public_text(member(place, "geonames_details", "name"))
        statements.add(SCHEMA.location, town)
        for property, value in ((RDFS.label, name), (SCHEMA.addressCountry, country)):
            if value:
                statements.add(property, Literal(value), subject=town)
        for property, key in ((SCHEMA.latitude, "lat"), (SCHEMA.longitude, "lng")):
            degrees = member(place, "geonames_details", key)
            if isinstance(degrees, float) and math.isfinite(degrees):
                statements.add(property, Literal(degrees), subject=town)
    return tuple(countries)


def _add_pages(statements: Statements, document: Mapping[str, Any]) -> None:
    """Its own page, and the one about it."""
    for link in objects(document.get("links"))[:MOST_NAMES]:
        relation = _LINKS.get(text(link.get("type")).lower())
        if relation is not None:
            statements.link(relation, text(link.get("value")))


def _add_related(statements: Statements, document: Mapping[str, Any]) -> tuple[str, ...]:
    """The organisations it is related to, with their names; the IRIs of its parents."""
    parents: dict[str, None] = {}
    for related in objects(document.get("relationships"))[:MOST_RELATED]:
        kind = text(related.get("type")).lower()
        iri = related_iri(related)
        if kind not in _RELATIONS or not iri or iri == statements.node.value:
            continue
        statements.link(_RELATIONS[kind], iri, label=public_text(related.get("label")))
        if kind == "parent":
            parents[iri] = None
    return tuple(parents)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
