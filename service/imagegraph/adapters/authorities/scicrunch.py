"""Reads answers of the RRID resolver of SciCrunch, https://scicrunch.org/resolver.

They are answers of a search: hits come in no order, and one RRID may have several, such as one for each vendor.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.privacy import listed, public_text
from imagegraph.adapters.authorities.rrid_offers import Offer, add_offers, details_of, meant, meant_all
from imagegraph.adapters.authorities.statements import Statements
from imagegraph.adapters.authorities.values import document_of, member, text
from imagegraph.model.identifiers import Identifier, normalise_iri
from imagegraph.model.rdf import DCTERMS, IG, OWL, SCHEMA, SKOS, Literal, NamedNode
from imagegraph.model.resolutions import Thing, ThingKind

AUTHORITY = "scicrunch"
_PLAIN = ":;()@!$&'*+,=._~-"
#: SciCrunch writes the sentence into names and descriptions, and not always rightly
_OUT_OF_SERVICE = re.compile(r"THIS RESOURCE IS NO LONGER IN SERV\w*", re.IGNORECASE)
_CLASSES: Mapping[ThingKind, NamedNode] = {
    "Antibody": IG.Antibody, "CellLine": IG.CellLine, "Software": SCHEMA.SoftwareApplication,
    "Organism": IG.Organism, "Reagent": IG.Reagent,
}  # fmt: skip

_Source = Mapping[str, Any]


def target_of(identifier: Identifier) -> str:
    """What to ask the resolver for."""
    return f"resolver/RRID:{quote(identifier.value, safe=_PLAIN)}.json"


def read(identifier: Identifier, part: Part, *, kind: ThingKind = "Thing") -> Reading:
    """What an answer means.

    Args:
        kind: what RRIDs of this family name.

    Raises:
        UnreadableAnswer: it is no answer of the resolver, or about something else.
    """
    document = document_of(part)
    if not isinstance(document, dict) or document.get("error") or part.status not in (200, 404):
        raise UnreadableAnswer(f"answered {part.status} without a list of hits")
    entries = member(document, "hits", "hits")
    if entries == [] or (part.status == 404 and entries is None):
        return Reading(state="not_found", authority=AUTHORITY, detail="SciCrunch has no such RRID.")
    sources = [source for hit in listed(entries) if isinstance(source := hit.get("_source"), dict)]
    if part.status != 200 or not sources:
        raise UnreadableAnswer(f"answered {part.status} without a list of hits")
    asked = _key(identifier.value)
    own = [source for source in sources if asked in (_key(_local(source)), _key(_citable(source)))]
    if own:
        return _own(identifier, own, kind=kind)
    return _others(identifier, sources, kind=kind)


def _own(identifier: Identifier, sources: Sequence[_Source], *, kind: ThingKind) -> Reading:
    thing = _thing(identifier, sources, kind=kind)
    if "out of service" in thing.details.get("status", ()):
        return Reading(state="obsolete", authority=AUTHORITY, thing=thing, detail=thing.notes[0])
    return Reading(state="ok", authority=AUTHORITY, thing=thing)


def _others(identifier: Identifier, sources: Sequence[_Source], *, kind: ThingKind) -> Reading:
    """No hit has the RRID that was asked for: it was merged, or a person must choose."""
    merged = [source for source in sources if _key(identifier.value) in _former(source)]
    candidates = merged or (sources if len(sources) > 1 else [])
    successors = tuple(sorted({iri for source in candidates if (iri := _iri(source))}))
    if not successors:
        raise UnreadableAnswer("answered about another RRID")
    if len(successors) > 1 or not merged:
        return Reading(
            state="ambiguous", authority=AUTHORITY, successors=successors,
            detail="SciCrunch has several records for it, and none is called by it.",
        )  # fmt: skip
    name = successors[0].removeprefix("https://identifiers.org/")
    return Reading(
        state="replaced", authority=AUTHORITY, successors=successors,
        thing=_thing(identifier, merged, kind=kind, successor=successors[0]),
        detail=f"SciCrunch has it as a former identifier of {name}.",
    )  # fmt: skip


def _thing(
    identifier: Identifier, sources: Sequence[_Source], *, kind: ThingKind, successor: str = ""
) -> Thing:
    ordered = sorted(sources, key=_order)
    item = _item(ordered[0])
    types = meant_all([one.get("name") for one in listed(item.get("types"))])
    kind = _kind(kind, types)
    names = tuple(dict.fromkeys(name for source in ordered for name in _names(source)))
    label = names[0] if names else identifier.value
    offers = [offer for source in ordered for offer in _offers(source)]
    statements = Statements(identifier.iri)
    if kind in _CLASSES:
        statements.type(_CLASSES[kind])
    statements.label(label)
    for name in names[1:]:
        statements.text(SKOS.altLabel, name)
    statements.text(DCTERMS.identifier, f"RRID:{identifier.value}")
    statements.text(DCTERMS.description, public_text(item.get("description")))
    for one in types:
        statements.text(DCTERMS.type, one)
    statements.text(DCTERMS.bibliographicCitation, public_text(member(ordered[0], "rrid", "properCitation")))
    details = {
        **details_of(offers),
        "type": types,
        **_antibody(ordered[0], names),
        "species": _species(ordered[0]),
    }
    for name, property in _PROPERTIES.items():
        for value in details[name]:
            statements.text(property, value)
    add_offers(statements, offers)
    for place in listed(member(ordered[0], "distributions", "current")):
        statements.link(SCHEMA.url, meant(place.get("uri")))
    if successor:
        statements.add(DCTERMS.isReplacedBy, NamedNode(successor))
    status, notes = _add_status(statements, item)
    details["status"] = status
    return Thing(
        iri=identifier.iri, kind=kind, label=label, names=names, notes=notes,
        details={name: values for name, values in details.items() if values}, statements=statements.all(),
    )  # fmt: skip


_PROPERTIES = {"clonality": IG.clonality, "target": IG.target, "species": SCHEMA.taxonomicRange}


def _kind(kind: ThingKind, types: Sequence[str]) -> ThingKind:
    """The registry of software lists facilities and databases too."""
    if kind == "Software" and types and not any("software" in one.casefold() for one in types):
        return "Thing"
    return kind


def _names(source: _Source) -> list[str]:
    item = _item(source)
    entries = [*listed(item.get("synonyms")), *listed(item.get("abbreviations"))]
    named = [meant(item.get("name")), *(meant(one.get("name")) for one in entries)]
    return [cleaned for name in named if (cleaned := _OUT_OF_SERVICE.sub("", name).strip(" .;,:-"))]


def _offers(source: _Source) -> list[Offer]:
    """Vendors; the names of their members differ from index to index."""
    found = []
    for vendor in listed(source.get("vendors")):
        offer = Offer(
            vendor=_first(vendor, "vendor", "name", "vendorName"),
            numbers=tuple(filter(None, [_first(vendor, "catalogNumber", "catalog_number")])),
            url=_first(vendor, "url", "link", "uri"),
        )
        found.append(offer)
    return sorted(set(found) - {Offer()}, key=lambda offer: (offer.vendor, offer.numbers, offer.url))


def _antibody(source: _Source, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Clonality and targets; the name of a product is no target."""
    antibodies = listed(member(source, "antibodies", "primary"))
    clonality = meant_all([member(one, "clonality", "name") for one in antibodies])
    known = frozenset(names)
    targets = meant_all([target.get("name") for one in antibodies for target in listed(one.get("targets"))])
    return {
        "clonality": tuple(dict.fromkeys(word.removesuffix(" antibody") for word in clonality)),
        "target": tuple(target for target in targets if target not in known),
    }


def _species(source: _Source) -> tuple[str, ...]:
    """The species it comes from or has to do with."""
    organisms = [one for role in ("origin", "related") for one in listed(member(source, "organisms", role))]
    return meant_all([member(one, "species", "name") for one in organisms])


def _add_status(statements: Statements, item: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Status and notes. `Last checked down` tells of a link check, not of the resource."""
    status = meant(item.get("status"))
    statements.text(IG.status, status)
    words = f"{text(item.get('name'))} {text(item.get('description'))}"
    if not _OUT_OF_SERVICE.search(words):
        return ((status,) if status else ()), ()
    statements.add(OWL.deprecated, Literal(True))
    return ("out of service", *filter(None, [status])), ("SciCrunch says that it is no longer in service.",)


def _first(members: Mapping[str, Any], *names: str) -> str:
    return next((found for found in (meant(members.get(name)) for name in names) if found), "")


def _item(source: _Source) -> Mapping[str, Any]:
    item = source.get("item")
    return item if isinstance(item, dict) else {}


def _local(source: _Source) -> str:
    """`item.identifier`; `item.curie` is written in three ways and means nothing."""
    return text(_item(source).get("identifier"))


def _citable(source: _Source) -> str:
    return text(member(source, "rrid", "curie"))


def _former(source: _Source) -> set[str]:
    """Other identifiers of the same thing."""
    entries = listed(_item(source).get("alternateIdentifiers"))
    return {_key(text(one.get("identifier"))) for one in entries} - {""}


def _iri(source: _Source) -> str:
    """The canonical IRI of what a hit is about, empty when it has none."""
    local = _local(source) or _citable(source)
    found = normalise_iri(local if local.upper().startswith("RRID:") else f"RRID:{local}")
    return found.iri if found.kind == "rrid" and found.iri.startswith("https://identifiers.org/") else ""


def _key(local: str) -> str:
    """An identifier as it is compared."""
    return local.strip().casefold().removeprefix("rrid:").strip()


def _order(source: _Source) -> tuple[str, str]:
    """Hits come in no order; the same ones are to be read alike every time."""
    return public_text(_item(source).get("name")), repr(_offers(source))
