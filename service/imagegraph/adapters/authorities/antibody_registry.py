"""Reads answers of the Antibody Registry, https://www.antibodyregistry.org.

A number is looked up both as RRID (`abId`) and as the number under which a record was made (`accession`): records of
several vendors share an RRID, and a merged record carries the RRID that survived.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.adapters.authorities.contract import Part, Reading, UnreadableAnswer
from imagegraph.adapters.authorities.privacy import listed, public_text
from imagegraph.adapters.authorities.rrid_offers import Offer, add_offers, details_of, meant, meant_all
from imagegraph.adapters.authorities.statements import Statements
from imagegraph.adapters.authorities.values import document_of, text
from imagegraph.model.identifiers import Identifier
from imagegraph.model.rdf import DCTERMS, IG, RDFS, SCHEMA, SKOS, Literal, NamedNode
from imagegraph.model.resolutions import Thing

AUTHORITY = "antibody-registry"
_RRID = "https://identifiers.org/RRID:AB_"
_LOCAL = re.compile(r"AB_0*(\d{1,10})")
_NUMBER = re.compile(r"(?:RRID:)?(?:AB_)?0*(\d{1,20})", re.IGNORECASE)
_CONSOLIDATED = re.compile(r"Consolidation on [^:]{1,40}:\s*((?:AB_\d+[,;.\s]*)+)", re.IGNORECASE)
_DISCONTINUED = re.compile(r"discontinued\b", re.IGNORECASE)
_EVIDENCE = NamedNode("http://purl.org/spar/cito/citesAsEvidence")
_SAME = {"clonality": "clonality", "clone": "cloneId", "target": "abTarget", "host": "sourceOrganism"}

_Record = Mapping[str, Any]


def target_of(identifier: Identifier) -> str | None:
    """What to ask the registry for, None when it is no RRID of an antibody."""
    found = _LOCAL.fullmatch(identifier.value)
    return f"api/antibodies/{found[1]}" if found else None


def read(identifier: Identifier, part: Part) -> Reading:
    """What an answer means.

    Raises:
        UnreadableAnswer: it is no answer of the registry, or about another antibody.
    """
    document = document_of(part)
    if part.status != 200 or not isinstance(document, list):
        raise UnreadableAnswer(f"answered {part.status} without a list of antibodies")
    if not document:
        return Reading(
            state="not_found", authority=AUTHORITY, detail="The Antibody Registry has no such antibody."
        )
    asked = _number(identifier.value)
    records = [record for record in listed(document) if _number(record.get("abId"))]
    own = [record for record in records if _number(record.get("abId")) == asked]
    if own:
        return Reading(state="ok", authority=AUTHORITY, thing=_thing(identifier, own))
    merged = [record for record in records if asked in _former(record)]
    if not merged:
        raise UnreadableAnswer("answered about another antibody")
    return _merged(identifier, merged)


def _merged(identifier: Identifier, records: Sequence[_Record]) -> Reading:
    """The number was given up for another one."""
    numbers = dict.fromkeys(_number(record.get("abId")) for record in records)
    successors = tuple(sorted(f"{_RRID}{number}" for number in numbers))
    if len(successors) > 1:
        return Reading(
            state="ambiguous", authority=AUTHORITY, successors=successors,
            detail="The Antibody Registry merged it into several records.",
        )  # fmt: skip
    name = successors[0].removeprefix("https://identifiers.org/")
    return Reading(
        state="replaced", authority=AUTHORITY, successors=successors,
        thing=_thing(identifier, records, successor=successors[0]),
        detail=f"The Antibody Registry merged it into {name}.",
    )  # fmt: skip


def _thing(identifier: Identifier, records: Sequence[_Record], *, successor: str = "") -> Thing:
    """One antibody; every record is a vendor's offer of it."""
    ordered = sorted(records, key=_order)
    first = ordered[0]
    offers = [_offer(record) for record in ordered]
    names = tuple(dict.fromkeys(name for record in ordered if (name := meant(record.get("abName")))))
    label = names[0] if names else identifier.value
    statements = Statements(identifier.iri)
    for kind in (IG.Antibody, SCHEMA.Product):
        statements.type(kind)
    statements.label(label)
    for name in names[1:]:
        statements.text(SKOS.altLabel, name)
    statements.text(DCTERMS.identifier, f"RRID:{identifier.value}")
    details = {**details_of(offers), **_properties(ordered)}
    _add_properties(statements, first, details)
    add_offers(statements, offers)
    notes: list[str] = []
    if all(_is_discontinued(record) for record in ordered):
        statements.add(IG.discontinued, Literal(True))
        details["status"] = ("discontinued",)
        notes.append(_discontinued(first))
    if successor:
        statements.add(DCTERMS.isReplacedBy, NamedNode(successor))
    return Thing(
        iri=identifier.iri, kind="Antibody", label=label, names=names,
        details={name: values for name, values in details.items() if values},
        notes=tuple(notes), statements=statements.all(),
    )  # fmt: skip


def _properties(records: Sequence[_Record]) -> dict[str, tuple[str, ...]]:
    """What the records say of the antibody, each once."""
    found = {name: meant_all([record.get(member) for record in records]) for name, member in _SAME.items()}
    found["clonality"] = tuple(word.removesuffix(" antibody") for word in found["clonality"])
    species = [one for record in records for one in meant_all(record.get("targetSpecies"))]
    return {**found, "species": tuple(dict.fromkeys(species))}


def _add_properties(statements: Statements, record: _Record, details: Mapping[str, tuple[str, ...]]) -> None:
    """Species are told in words of the registry; they stay words."""
    for name, property in _PROPERTIES.items():
        for value in details[name]:
            statements.text(property, value)
    statements.text(IG.isotype, meant(record.get("productIsotype")))
    statements.text(IG.conjugate, meant(record.get("productConjugate")))
    for application in meant_all(record.get("applications")):
        statements.text(IG.application, application)
    statements.text(RDFS.comment, public_text(record.get("comments")))
    for citation in re.split(r"[,;]\s*", text(record.get("definingCitation"))):
        statements.link(_EVIDENCE, citation)
    own = _number(record.get("abId"))
    for former in sorted(_consolidated(record)):
        if f"{_RRID}{former}" != statements.node.value and former != own:
            statements.add(DCTERMS.replaces, NamedNode(f"{_RRID}{former}"))


_PROPERTIES = {
    "clonality": IG.clonality, "clone": IG.clone, "target": IG.target, "host": IG.host,
    "species": IG.targetSpecies,
}  # fmt: skip


def _offer(record: _Record) -> Offer:
    alternatives = re.split(r"[,;]\s*", text(record.get("catAlt")))
    return Offer(
        vendor=meant(record.get("vendorName")),
        numbers=tuple(dict.fromkeys(meant_all([record.get("catalogNum"), *alternatives]))),
        url=public_text(record.get("url")),
    )


def _order(record: _Record) -> tuple[bool, str, str]:
    """The record that the RRID was made for comes first; the registry gives no order."""
    original = _number(record.get("accession")) == _number(record.get("abId"))
    return not original, public_text(record.get("vendorName")), public_text(record.get("catalogNum"))


def _is_discontinued(record: _Record) -> bool:
    return bool(meant(record.get("discDate"))) or bool(_DISCONTINUED.match(text(record.get("comments"))))


def _discontinued(record: _Record) -> str:
    date = meant(record.get("discDate"))[:10]
    return f"Discontinued by the vendor on {date}." if date else "Discontinued by the vendor."


def _former(record: _Record) -> set[str]:
    """Numbers that a record had, or that were merged into it."""
    return {_number(record.get("accession")), *_consolidated(record)} - {""}


def _consolidated(record: _Record) -> set[str]:
    found = _CONSOLIDATED.search(text(record.get("comments")))
    return {number.lstrip("0") for number in re.findall(r"AB_(\d+)", found[1])} if found else set()


def _number(value: Any) -> str:
    """The digits of an antibody's number without leading zeros, empty when it is none."""
    found = _NUMBER.fullmatch(text(value))
    return found[1] if found else ""
