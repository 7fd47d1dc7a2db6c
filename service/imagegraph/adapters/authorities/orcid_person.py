"""A person of ORCID as RDF: what the person is called, and where the person works now.

Nothing else is taken over (https://gdpr-info.eu/art-5-gdpr/, data minimisation): no addresses, keywords, links,
biographies or earlier employers, not even in the answers that are kept. Other names are for comparing only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from imagegraph.adapters.authorities.contract import Part
from imagegraph.adapters.authorities.privacy import public_text
from imagegraph.adapters.authorities.statements import Statements
from imagegraph.adapters.authorities.values import member, objects, text
from imagegraph.model.identifiers import identify
from imagegraph.model.rdf import RDFS, SCHEMA
from imagegraph.model.resolutions import Thing

MOST_NAMES = 50
MOST_AFFILIATIONS = 50

#: members of an answer that are kept; None for a text or a number
_Kept = Mapping[str, Any]
_VALUE: _Kept = {"value": None}
_KEPT: Mapping[str, _Kept] = {
    "person": {
        "path": None,
        "name": {"path": None, "given-names": _VALUE, "family-name": _VALUE, "credit-name": _VALUE},
        "other-names": {"other-name": {"content": None, "visibility": None}},
    },
    "employments": {
        "path": None,
        "affiliation-group": {
            "summaries": {
                "employment-summary": {
                    "end-date": {"year": _VALUE},
                    "visibility": None,
                    "organization": {
                        "name": None,
                        "disambiguated-organization": {
                            "disambiguated-organization-identifier": None,
                            "disambiguation-source": None,
                        },
                    },
                }
            }
        },
    },
}


def minimal(part: Part, document: Any) -> Part:
    """An answer about a person with no more than is read from it.

    Args:
        document: its JSON.
    """
    return replace(part, body=json.dumps(_members(document, _KEPT[part.name])).encode())


def person_of(document: Any, employments: Any, *, iri: str) -> Thing | None:
    """What ORCID says about a person; None when no name is public.

    Args:
        document: the answer to `/person`.
        employments: the answer to `/employments`; None when there is none.
        iri: the canonical IRI of the iD.
    """
    names = _names(document)
    if not names:
        return None
    statements = Statements(iri)
    statements.type(SCHEMA.Person)
    statements.label(names[0])
    affiliations: dict[str, None] = {}
    for count, (organisation, name) in enumerate(_affiliations(employments), start=1):
        if organisation:
            statements.link(SCHEMA.affiliation, organisation, label=name)
            affiliations[organisation] = None
        else:
            node = statements.part(SCHEMA.affiliation, f"affiliation-{count}")
            node.type(SCHEMA.Organization)
            node.text(RDFS.label, name)
        if name:
            affiliations[name] = None
    return Thing(
        iri=iri, kind="Person", label=names[0], names=names,
        details={"affiliation": tuple(affiliations)} if affiliations else {}, statements=statements.all(),
    )  # fmt: skip


def _members(value: Any, kept: _Kept | None) -> Any:
    """Those members of an object, or of the objects in a list."""
    if isinstance(value, list) and kept is not None:
        return [_members(one, kept) for one in value if isinstance(one, dict)]
    if isinstance(value, dict) and kept is not None:
        return {key: _members(value[key], inner) for key, inner in kept.items() if key in value}
    return None if isinstance(value, dict | list) else value


def _names(document: Any) -> tuple[str, ...]:
    """The name that the person is credited with, else the given and family name; then the other names."""
    given = public_text(member(document, "name", "given-names", "value"))
    family = public_text(member(document, "name", "family-name", "value"))
    found = [public_text(member(document, "name", "credit-name", "value")), f"{given} {family}".strip()]
    for other in objects(member(document, "other-names", "other-name"))[:MOST_NAMES]:
        if _is_public(other):
            found.append(public_text(other.get("content")))
    return tuple(dict.fromkeys(name for name in found if name))


def _affiliations(employments: Any) -> list[tuple[str, str]]:
    """(ROR IRI or empty, name) of the organisations that the person works for now, each once."""
    found: dict[str, tuple[str, str]] = {}
    for employment in _summaries(employments):
        if employment.get("end-date") is not None or not _is_public(employment):
            continue
        organisation = member(employment, "organization")
        name = public_text(member(organisation, "name"))
        registered = member(organisation, "disambiguated-organization")
        iri = ""
        if text(member(registered, "disambiguation-source")).upper() == "ROR":
            known = identify(text(member(registered, "disambiguated-organization-identifier")), scheme="ror")
            iri = known.iri if known.scheme == "ror" else ""
        if iri or name:
            found.setdefault(iri or name, (iri, name))
    return list(found.values())[:MOST_AFFILIATIONS]


def _summaries(employments: Any) -> Iterator[dict[str, Any]]:
    for group in objects(member(employments, "affiliation-group")):
        for summary in objects(group.get("summaries")):
            employment = summary.get("employment-summary")
            if isinstance(employment, dict):
                yield employment


def _is_public(item: dict[str, Any]) -> bool:
    return text(item.get("visibility")).lower() in ("", "public")
