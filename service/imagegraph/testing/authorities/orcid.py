"""ORCID as the stand-in plays it: one person of every kind, and invented ones.

The form is that of https://pub.orcid.org/v3.0
(https://github.com/ORCID/orcid-model/tree/master/src/main/resources/record_3.0).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.model.resolutions import ResolutionState
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities.asked import Asked
from imagegraph.testing.authorities.invented import (
    chance_of,
    heirs,
    identifiers,
    orcid,
    organisation_name,
    person_name,
    state_of,
)
from imagegraph.testing.authorities.ror import FACILITY, UNIVERSITY
from imagegraph.testing.stand_in import Reply

IRI = "https://orcid.org/"
LEAD, ANALYST, MANAGER = "0000-0003-9000-0102", "0000-0003-9000-0372", "0000-0003-9000-0233"
#: the person that ORCID invented for examples
CARBERRY = "0000-0002-1825-0097"
#: without affiliation and family name
MONONYM = orcid(39_000_050)
DEPRECATED, LOCKED, DEACTIVATED, UNCLAIMED = map(orcid, (39_000_060, 39_000_061, 39_000_062, 39_000_063))
#: valid, but nobody's
NOBODY = orcid(39_000_099)

Employer = tuple[str, str, bool]
#: given name, family name, name for credit, employers: name, id at ROR, whether still
PEOPLE: Mapping[str, tuple[str, str | None, str | None, Sequence[Employer]]] = {
    LEAD: ("Mirela", "Quist", None, [("University of Northmere", UNIVERSITY, True)]),
    ANALYST: ("Ines", "Varga-Lund", "I. Varga-Lund", [("University of Northmere", UNIVERSITY, True)]),
    MANAGER: (
        "Tomasz", "Oyelaran", None,
        [("Northmere BioImaging Facility", FACILITY, True), ("University of Northmere", UNIVERSITY, False)],
    ),
    CARBERRY: ("Josiah", "Carberry", "J. S. Carberry", [("University of Northmere", UNIVERSITY, True)]),
    MONONYM: ("Adaeze", None, None, []),
}  # fmt: skip

#: IRI -> how asking about it ends
STATES: Mapping[str, ResolutionState] = {
    **{IRI + id: "ok" for id in PEOPLE},
    IRI + DEPRECATED: "replaced",
    **{IRI + id: "restricted" for id in (LOCKED, DEACTIVATED, UNCLAIMED)},
    IRI + NOBODY: "not_found",
}
_FORM = re.compile(r"(?:[0-9]{4}-){3}[0-9]{3}[0-9X]")
_CONFLICTS = {
    LOCKED: (9018, "The ORCID record is locked"),
    DEACTIVATED: (9044, "The ORCID record is deactivated"),
    UNCLAIMED: (9036, "The ORCID record is not claimed"),
}
_STAMP = {"value": 1_762_300_800_000}
_HEADERS = {"Cache_Control": "no-cache, no-store, max-age=0, must-revalidate", "Expires": "0"}
_JSON = ("application/json", "application/orcid+json", "application/vnd.orcid+json")


def answer(asked: Asked) -> Reply | None:
    """What ORCID answers: XML unless JSON is asked for, and an iD is not checked for its form."""
    id, _, section = (asked.below("v3.0") or "").partition("/")
    if section not in ("person", "employments", "record"):
        return None
    asked.about(IRI + id)
    if not any(kind in asked.accept for kind in _JSON):
        if asked.accept in ("", "*/*") or "xml" in asked.accept:
            page = f'<?xml version="1.0"?><record:record xmlns:record="http://www.orcid.org/ns/record" path="/{id}"/>'
            return replies.text(page, media_type="application/xml;charset=UTF-8")
        return replies.empty(406)
    state: ResolutionState | None = STATES.get(IRI + id)
    if state is None:
        state = state_of("orcid", id) if asked.generate and _FORM.fullmatch(id) else "not_found"
    if state == "not_found":
        return _error(404, 9016, f"Not Found: The resource was not found. ORCID iD {id} not found")
    if state == "restricted":
        code, said = _CONFLICTS.get(id, _CONFLICTS[LOCKED])
        return _error(409, code, f"Conflict: {said} and cannot be edited. ORCID {IRI}{id}")
    if state == "replaced":
        primary = LEAD if id == DEPRECATED else heirs("orcid", id)[0]
        return _error(
            301, 9007,
            f"Moved Permanently: This account is deprecated. Please refer to account: {IRI}{primary}. ORCID {IRI}{id}",
            Location=f"{asked.root}/orcid/v3.0/{primary}/{section}",
        )  # fmt: skip
    given, family, credit, employers = PEOPLE.get(id) or _invented(id)
    parts = {
        "person": person(id, given, family, credit=credit),
        "employments": employments(id, employers),
    }
    return _json(parts[section] if section in parts else {"path": f"/{id}", "person": parts["person"]})


def person(id: str, given: str, family: str | None, *, credit: str | None = None) -> dict[str, Any]:
    """The answer about a person; sections without content are there, empty."""
    sections = {
        "other-names": "other-name", "researcher-urls": "researcher-url", "emails": "email",
        "addresses": "address", "keywords": "keyword", "external-identifiers": "external-identifier",
    }  # fmt: skip
    return {
        "last-modified-date": _STAMP,
        "name": {
            "created-date": _STAMP,
            "last-modified-date": _STAMP,
            "given-names": {"value": given},
            "family-name": {"value": family} if family else None,
            "credit-name": {"value": credit} if credit else None,
            "source": None,
            "visibility": "public",
            "path": id,
        },
        "biography": None,
        **{
            name: {"last-modified-date": None, content: [], "path": f"/{id}/{name}"}
            for name, content in sections.items()
        },
        "path": f"/{id}/person",
    }


def employments(id: str, employers: Sequence[Employer]) -> dict[str, Any]:
    """The answer about who employs somebody; one group for each."""
    return {
        "last-modified-date": _STAMP if employers else None,
        "affiliation-group": [
            {
                "last-modified-date": _STAMP,
                "external-ids": {"external-id": []},
                "summaries": [{"employment-summary": _employment(id, number, *employer)}],
            }
            for number, employer in enumerate(employers, start=1)
        ],
        "path": f"/{id}/employments",
    }


def _employment(id: str, number: int, name: str, organisation: str, still: bool) -> dict[str, Any]:
    return {
        "created-date": _STAMP,
        "last-modified-date": _STAMP,
        "source": {
            "source-orcid": {"uri": IRI + id, "path": id, "host": "orcid.org"},
            "source-client-id": None,
        },
        "put-code": 990_000 + number,
        "department-name": None,
        "role-title": None,
        "start-date": {"year": {"value": "2015"}, "month": None, "day": None},
        "end-date": None if still else {"year": {"value": "2019"}, "month": {"value": "06"}, "day": None},
        "organization": {
            "name": name,
            "address": {"city": "Northmere", "region": None, "country": "GB"},
            "disambiguated-organization": {
                "disambiguated-organization-identifier": f"https://ror.org/{organisation}",
                "disambiguation-source": "ROR",
            },
        },
        "url": None,
        "external-ids": None,
        "display-index": "0",
        "visibility": "public",
        "path": f"/{id}/employment/{990_000 + number}",
    }


def _invented(id: str) -> tuple[str, str, None, Sequence[Employer]]:
    chance = chance_of("orcid", id)
    given, family = person_name(chance)
    employer = next(identifiers("ror", seed=f"employer of {id}"))
    return given, family, None, [(organisation_name(chance_of("ror", employer)), employer, True)]


def _json(content: Any, *, status: int = 200, **headers: str) -> Reply:
    return replies.document(
        content, status=status, media_type="application/json;charset=UTF-8", **_HEADERS, **headers
    )


def _error(status: int, code: int, said: str, **headers: str) -> Reply:
    body = {
        "response-code": status, "developer-message": f"{status} {said}", "user-message": said.split(": ", 1)[-1],
        "error-code": code, "more-info": "https://members.orcid.org/api/resources/troubleshooting",
    }  # fmt: skip
    return _json(body, status=status, **headers)
