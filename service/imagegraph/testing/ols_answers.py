"""Answers in the shapes of both versions of the OLS API, about a few terms, for the stand-in service."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

OBO = "http://purl.obolibrary.org/obo/"
OIO = "http://www.geneontology.org/formats/oboInOwl#"
REPLACED_BY = OBO + "IAO_0100001"


def first_term(short_form: str, label: str, *, base: str = OBO, **members: Any) -> dict[str, Any]:
    """A term of the first version; `members` come on top."""
    prefix, _, local = short_form.partition("_")
    return {
        "iri": base + short_form,
        "lang": "en",
        "description": [],
        "synonyms": [],
        "annotation": {},
        "label": label,
        "ontology_name": prefix.lower(),
        "ontology_prefix": prefix,
        "is_obsolete": False,
        "term_replaced_by": None,
        "is_defining_ontology": True,
        "short_form": short_form,
        "obo_id": f"{prefix}:{local}",
        "in_subset": None,
        "obo_xref": None,
        "obo_synonym": None,
        **members,
    }


def second_entity(short_form: str, label: Any, *, base: str = OBO, **members: Any) -> dict[str, Any]:
    """An entity of the second version; `members` come on top."""
    prefix, _, local = short_form.partition("_")
    return {
        "iri": base + short_form,
        "curie": f"{prefix}:{local}",
        "shortForm": short_form,
        "label": label,
        "ontologyId": prefix.lower(),
        "ontologyPreferredPrefix": prefix,
        "isDefiningOntology": True,
        "isObsolete": False,
        "type": ["class", "entity"],
        "linkedEntities": {},
        **members,
    }


def first_page(terms: Sequence[dict[str, Any]], *, kind: str = "terms") -> dict[str, Any]:
    """A page of the first version; an empty one has no `_embedded`."""
    page = {"size": 50, "totalElements": len(terms), "totalPages": 1, "number": 0}
    return {"_embedded": {kind: list(terms)}, "page": page} if terms else {"page": page}


def second_page(entities: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A page of the second version."""
    count = len(entities)
    return {
        "page": 0, "numElements": count, "totalPages": 1, "totalElements": count, "elements": list(entities),
        "facetFieldsToCounts": {},
    }  # fmt: skip


def first_hits(terms: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """An answer of `/search`; hits never say whether they are obsolete."""
    named = ("iri", "label", "short_form", "obo_id", "ontology_name", "is_defining_ontology", "description")
    docs = [{key: term[key] for key in named if key in term} | {"type": "class"} for term in terms]
    return {"response": {"numFound": len(docs), "start": 0, "docs": docs}}


def missing(message: str = "Resource not found") -> dict[str, Any]:
    """The JSON of a 404 about something that is not there."""
    return {"status": 404, "message": message}


def no_endpoint(path: str = "/api/v2/ontologies") -> dict[str, Any]:
    """The JSON of a 404 about a route that is not there."""
    return {"status": 404, "message": f"Endpoint not found: {path}"}


def entity_target(ontology: str, iri: str) -> str:
    """Where the second version describes a term."""
    return f"v2/ontologies/{ontology}/entities/{quote(quote(iri, safe=''), safe='')}"


def term_target(ontology: str, iri: str) -> str:
    """Where the first version describes a term."""
    return f"ontologies/{ontology}/terms/{quote(quote(iri, safe=''), safe='')}"


def list_target(iri: str) -> str:
    """Where the first version lists all copies of a term."""
    return f"terms?iri={quote(iri, safe='')}&size=50"


def defining_target(iri: str) -> str:
    """Where the second version lists the defining copies of a term."""
    return (
        f"v2/entities?iri={quote(iri, safe='')}&isDefiningOntology=true&includeObsoleteEntities=true&size=20"
    )
