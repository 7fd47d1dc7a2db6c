"""Answers about invented reagents in the forms of the Antibody Registry, Cellosaurus and SciCrunch."""

from __future__ import annotations

import json
from typing import Any

from imagegraph.adapters.authorities.contract import Part
from imagegraph.model.identifiers import Identifier
from imagegraph.model.resolutions import Thing

RRID = "https://identifiers.org/RRID:"


def rrid(local: str) -> Identifier:
    """A valid RRID."""
    return Identifier(f"RRID:{local}", "rrid", local, RRID + local, "valid")


def part(document: Any, *, name: str, status: int = 200) -> Part:
    """A JSON answer of a service."""
    return Part(
        name=name, status=status, media_type="application/json", body=json.dumps(document).encode(),
        url=f"https://{name}.example/answer",
    )  # fmt: skip


def page(name: str, *, status: int = 200) -> Part:
    """A page of HTML in place of an answer."""
    return Part(
        name=name,
        status=status,
        media_type="text/html",
        body=b"<h1>Just a moment</h1>",
        url="https://x.example/",
    )


def antibody(number: int, **members: Any) -> dict[str, Any]:
    """A record of the Antibody Registry."""
    return {
        "abId": number, "accession": number, "abName": "Rabbit Anti-Septin 2 Polyclonal Antibody",
        "abTarget": "Septin 2", "targetSpecies": ["human", "mouse"], "sourceOrganism": "rabbit",
        "vendorName": "Halyard Bio", "catalogNum": "HB-2201", "catAlt": "HB-2201-50", "cloneId": None,
        "clonality": "polyclonal antibody", "productIsotype": "IgG", "productConjugate": "Alexa Fluor 488",
        "applications": ["IF", "WB"], "comments": "seller recommendations: IF; WB", "discDate": None,
        "definingCitation": "PMID:12345678", "url": "www.antibodyUrl.com", "status": "CURATED", **members,
    }  # fmt: skip


def antibodies(*records: Any, status: int = 200) -> Part:
    """A list of the Antibody Registry."""
    return part(list(records), name="antibody-registry", status=status)


def cell_line(accession: str, **members: Any) -> dict[str, Any]:
    """A record of Cellosaurus."""
    return {
        "accession-list": [{"type": "primary", "value": accession}],
        "name-list": [{"type": "synonym", "value": "Nbr 4"}, {"type": "identifier", "value": "Nebra-4"}],
        "species-list": [
            {
                "database": "NCBI_TaxID", "accession": "9606", "label": "Homo sapiens (Human)",
                "iri": "http://purl.obolibrary.org/obo/NCBITaxon_9606",
            }
        ],
        "disease-list": [
            {"database": "NCIt", "label": "Glioblastoma", "iri": "http://purl.obolibrary.org/obo/NCIT_C3058"}
        ],
        "derived-from-site-list": [
            {
                "site": {
                    "site-type": "In situ", "value": "Brain",
                    "xref-list": [{"label": "brain", "iri": "http://purl.obolibrary.org/obo/UBERON_0000955"}],
                }
            }
        ],
        "sex": "Female", "age": "62Y", "category": "Cancer cell line", **members,
    }  # fmt: skip


def cell_lines(*lines: Any, name: str = "cellosaurus") -> Part:
    """A list of Cellosaurus."""
    return part({"Cellosaurus": {"cell-line-list": list(lines), "publication-list": []}}, name=name)


def no_cell_line(accession: str) -> Part:
    """What Cellosaurus says about an accession that it does not know."""
    return part({"code": 404, "message": f"Item not found, ac: {accession}"}, name="cellosaurus", status=404)


def hit(local: str, name: str = "Mariner", **members: Any) -> dict[str, Any]:
    """A hit of SciCrunch; `members` are those of its source besides the item."""
    item = {
        "identifier": local, "curie": local.replace("_", ":"), "name": name, "description": "Tracks particles.",
        "types": [{"name": "software application", "type": "category"}, {"type": "category"}],
        "synonyms": [{"name": "Mariner particle tracker"}, {"name": ""}], "alternateIdentifiers": [{"identifier": ""}],
        "status": "", **members.pop("item", {}),
    }  # fmt: skip
    source = {"rrid": {"curie": f"RRID:{local}", "properCitation": f"{name} (RRID:{local})"}, **members}
    return {"_source": {"item": item, **source}}


def hits(*found: Any, status: int = 200) -> Part:
    """An answer of the resolver."""
    document = {
        "hits": {"total": len(found), "hits": list(found)},
        "resolver": {"uri": "scicrunch.org/resolver", "timestamp": "2026-05-04T10:00:00-07:00"},
    }
    return part(document, name="scicrunch", status=status)


def said(thing: Thing | None, property: str) -> set[str]:
    """What a thing's statements say with a property, named by the end of its IRI."""
    assert thing is not None
    return {
        getattr(triple.object, "value", "")
        for triple in thing.statements
        if triple.predicate.value.rpartition("/")[2].rpartition("#")[2] == property
    }
