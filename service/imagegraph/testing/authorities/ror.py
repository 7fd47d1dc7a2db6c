"""ROR as the stand-in plays it: a university with its parts, organisations that ended, and invented ones.

The form is that of https://api.ror.org/v2 (schema 2.1, https://ror.readme.io/docs/data-structure).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from imagegraph.model.resolutions import ResolutionState
from imagegraph.testing import stand_in_replies as replies
from imagegraph.testing.authorities.asked import Asked
from imagegraph.testing.authorities.invented import (
    CROCKFORD,
    chance_of,
    heirs,
    organisation_name,
    ror,
    state_of,
)
from imagegraph.testing.stand_in import Reply

IRI = "https://ror.org/"
UNIVERSITY, FACILITY, MUSEUM = "00examp37", "01examp43", ror("4examp")
ARCHIVE, FUNDER = "03examp55", "02examp49"
MERGED, SPLIT, CLOSED = ror("5examp"), ror("6examp"), ror("7examp")
WITHDRAWN, WITHDRAWN_TWICE = ror("8examp"), ror("9examp")
#: valid, but nobody's
NOBODY = ror("zexamp")
_QUERIES = frozenset(("query", "page", "filter", "affiliation", "all_status", "single_search"))


def organisation(
    id: str, name: str, *, acronym: str = "", other_names: Mapping[str, str] | None = None,
    status: str = "active", types: Sequence[str] = ("facility",), established: int | None = None,
    related: Sequence[tuple[str, str, str]] = (), external: Mapping[str, str] | None = None, website: str = "",
    place: tuple[int, str, str] = (2_643_743, "Northmere", "GB"), modified: str = "2025-11-04",
) -> dict[str, Any]:  # fmt: skip
    """An organisation as ROR answers it.

    Args:
        other_names: language -> name.
        related: kind, id and name of other organisations.
        external: `grid`, `isni`, `wikidata` or `fundref` -> value.
        place: id at GeoNames, name, code of the country.
    """
    names = [{"lang": "en", "types": ["ror_display", "label"], "value": name}]
    names += [
        {"lang": language, "types": ["label"], "value": said}
        for language, said in (other_names or {}).items()
    ]
    if acronym:
        names.append({"lang": None, "types": ["acronym"], "value": acronym})  # type: ignore[dict-item]
    geonames, town, country = place
    return {
        "admin": {
            "created": {"date": "2018-11-14", "schema_version": "1.0"},
            "last_modified": {"date": modified, "schema_version": "2.1"},
        },
        "domains": [],
        "established": established,
        "external_ids": [
            {"all": [value], "preferred": value if kind == "grid" else None, "type": kind}
            for kind, value in (external or {}).items()
        ],
        "id": IRI + id,
        "links": [{"type": "website", "value": website}] if website else [],
        "locations": [
            {
                "geonames_details": {
                    "continent_code": "EU", "continent_name": "Europe", "country_code": country,
                    "country_name": country, "country_subdivision_code": None, "country_subdivision_name": None,
                    "lat": 54.1, "lng": None, "name": town,
                },
                "geonames_id": geonames,
            }
        ],
        "names": names,
        "relationships": [{"label": label, "type": kind, "id": IRI + other} for kind, other, label in related],
        "status": status,
        "types": list(types),
    }  # fmt: skip


_NORTHMERE, _NMBIF = "University of Northmere", "Northmere BioImaging Facility"
ORGANISATIONS: Mapping[str, dict[str, Any]] = {
    found["id"].removeprefix(IRI): found
    for found in (
        organisation(
            UNIVERSITY, _NORTHMERE, acronym="UNM", other_names={"de": "Universität Northmere"},
            types=("education", "funder"), established=1871, website="https://northmere.example",
            related=[("child", FACILITY, _NMBIF), ("child", MUSEUM, "Northmere Museum of Microscopy")],
            external={"grid": "grid.99991.1f", "isni": "0000 0009 9999 1871", "wikidata": "Q999999001"},
        ),
        organisation(
            FACILITY, _NMBIF, acronym="NMBIF", website="https://imaging.northmere.example",
            related=[("parent", UNIVERSITY, _NORTHMERE)],
        ),
        organisation(
            MUSEUM, "Northmere Museum of Microscopy", types=("archive", "nonprofit"),
            related=[("parent", UNIVERSITY, _NORTHMERE), ("predecessor", MERGED, "Northmere Lens Collection")],
        ),
        organisation(ARCHIVE, "Open Tissue Image Archive", types=("archive",), website="https://otia.example"),
        organisation(
            FUNDER, "Marlow Trust for Tissue Research", types=("funder",), website="https://marlowtrust.example",
            external={"fundref": "501100999901"},
        ),
        organisation(
            MERGED, "Northmere Lens Collection", status="inactive", types=("archive",),
            related=[("successor", MUSEUM, "Northmere Museum of Microscopy")],
        ),
        organisation(
            SPLIT, "Eastholm Polytechnic", status="inactive", types=("education",),
            related=[("successor", UNIVERSITY, _NORTHMERE), ("successor", FACILITY, _NMBIF)],
        ),
        organisation(CLOSED, "Sundvik Optical Works", status="inactive", types=("company",)),
        organisation(WITHDRAWN, "Northmere Imaging Unit (duplicate)", status="withdrawn",
                     related=[("successor", FACILITY, _NMBIF)]),
        organisation(WITHDRAWN_TWICE, "Northmere Laboratories (duplicate)", status="withdrawn",
                     related=[("successor", FACILITY, _NMBIF), ("successor", MUSEUM, "Northmere Museum of Microscopy")]),
    )
}  # fmt: skip

#: IRI -> how asking about it ends
STATES: Mapping[str, ResolutionState] = {
    **{IRI + id: "ok" for id in (UNIVERSITY, FACILITY, MUSEUM, ARCHIVE, FUNDER)},
    IRI + MERGED: "replaced",
    IRI + SPLIT: "ambiguous",
    IRI + CLOSED: "obsolete",
    IRI + WITHDRAWN: "replaced",
    IRI + WITHDRAWN_TWICE: "ambiguous",
    IRI + NOBODY: "not_found",
}


def answer(asked: Asked) -> Reply | None:
    """What ROR answers; errors about lists come with the status 200."""
    id = asked.below("v2/organizations")
    if id is None:
        return _listed(asked) if asked.path == "v2/organizations" else None
    id = id.lower().removeprefix("https://").removeprefix("ror.org/")
    if len(id) != 9 or not set(id) <= set(CROCKFORD) or ror(id[1:7]) != id:
        return replies.document({"errors": [f"'{id}' is not a valid ROR ID"]}, status=404)
    asked.about(IRI + id)
    found = ORGANISATIONS.get(id) or (_invented(id) if asked.generate and id != NOBODY else None)
    if found is None:
        return replies.document({"errors": [f"ROR ID '{IRI}{id}' does not exist"]}, status=404)
    return replies.document(found)


def _listed(asked: Asked) -> Reply:
    wrong = [f"query parameter '{name}' is illegal" for name in asked.query if name not in _QUERIES]
    if wrong:
        return replies.document({"errors": wrong})
    if "affiliation" in asked.query:
        return _matched(asked.query["affiliation"])
    text = asked.query.get("query", "").strip('"').lower()
    found = [
        one
        for one in ORGANISATIONS.values()
        if one["status"] == "active"
        and any(text in str(said).lower() for said in [*_values(one["names"]), *_external(one)])
    ]
    return replies.document(
        {"number_of_results": len(found), "time_taken": 3, "items": found[:20], "meta": {"types": []}}
    )


def _matched(affiliation: str) -> Reply:
    """The organisations whose name stands in the text, the first of those in use chosen."""
    named = [
        one
        for one in ORGANISATIONS.values()
        if any(name.lower() in affiliation.lower() for name in _values(one["names"]))
    ]
    items = [
        {
            "substring": affiliation, "score": 1.0 if number == 0 else 0.8, "matching_type": "PHRASE",
            "chosen": number == 0 and one["status"] == "active", "organization": one,
        }
        for number, one in enumerate(named)
    ]  # fmt: skip
    return replies.document({"number_of_results": len(items), "items": items})


def _values(names: Sequence[Mapping[str, Any]]) -> list[str]:
    return [name["value"] for name in names]


def _external(found: Mapping[str, Any]) -> list[str]:
    return [value for one in found["external_ids"] for value in one["all"]]


def _invented(id: str) -> dict[str, Any] | None:
    state, chance = state_of("ror", id), chance_of("ror", id)
    if state == "not_found":
        return None
    status = {"replaced": "inactive", "ambiguous": "inactive", "obsolete": "withdrawn"}.get(state, "active")
    successors = heirs("ror", id, {"replaced": 1, "ambiguous": 2}.get(state, 0))
    return organisation(
        id, organisation_name(chance), status=status, established=chance.randrange(1850, 2025),
        related=[("successor", heir, organisation_name(chance_of("ror", heir))) for heir in successors],
    )  # fmt: skip
