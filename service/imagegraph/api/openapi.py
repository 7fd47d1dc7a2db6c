"""The parts of the OpenAPI description that several routes share (https://spec.openapis.org/oas/v3.1.0)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from imagegraph.api.problems import MEDIA_TYPE

#: what the API is, in a few lines; CommonMark
DESCRIPTION = """
Keeps image metadata as a knowledge graph: **hand in** what the microscope, the archive or a spreadsheet
gives, **see** what is missing, **ask** questions across everything with SPARQL, and **read** every record as
JSON-LD, Turtle or a page.

* Every failure is `application/problem+json` (RFC 9457); its `type` is a page that says what to do.
* Every record has versions. `ETag` names one; replacing or deleting a record takes it in `If-Match`.
* Ask for a format with `Accept`, or by the ending of the address: `.jsonld .ttl .nt .rdf .html`; instruments also
  `.pidinst.json .pidinst.xml`, instruments and studies `.datacite.json`.
* Programs that speak to the Ontology Lookup Service find its API at `/ols4/api`, with refusals as it has them.
"""

TAGS = [
    {"name": "Records", "description": "Hand in, read, replace, delete."},
    {"name": "History", "description": "What a record was, what changed, and who changed it."},
    {"name": "Projects", "description": "Who sees which records, and from when on everybody does."},
    {"name": "Validation", "description": "Judge a document without keeping it."},
    {"name": "Queries", "description": "Questions that need no SPARQL."},
    {"name": "Terms", "description": "Ontology terms by name and id."},
    {
        "name": "Identifiers",
        "description": "People, organisations, instruments, reagents and papers by their identifiers.",
    },
    {"name": "Reconciliation", "description": "What may be the same, and deciding whether it is."},
    {
        "name": "SPARQL",
        "description": "SPARQL 1.1 Protocol: queries, and updates by admins; graphs by their names.",
    },
    {"name": "Reference", "description": "The model, its shapes, its context, and examples."},
    {"name": "Service", "description": "Is it well?"},
]

OUTCOME = {
    "id": "S-BIAD634-0c1f6a90",
    "iri": "http://localhost:8000/records/S-BIAD634-0c1f6a90",
    "version": 1,
    "status": "stored",
    "findings": [
        {
            "severity": "warning",
            "message": "The study does not say under which licence its images may be used.",
            "focus": "https://www.ebi.ac.uk/biostudies/studies/S-BIAD634",
            "path": "http://schema.org/license",
            "value": None,
            "shape": "https://w3id.org/imagegraph/shape/rembi-licence",
            "profile": "rembi",
            "source": "ro-crate-metadata.json",
        }
    ],
    "etag": '"1-5f2a8c11d0b7"',
}

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "A page that says more."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What happened, where, and what to do."},
        "instance": {"type": "string", "format": "uri-reference"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
        "report": {"type": "object", "description": "All findings, when rules are broken."},
    },
}

_WHEN = {
    400: "The document or a parameter cannot be read",
    403: "The query does something that is not allowed, or another web site sent the request",
    404: "There is no such thing",
    406: "None of the media types in Accept is offered; `offered` lists them",
    408: "The body of the request did not arrive in time",
    410: "The record was deleted",
    412: "The record is at another version by now",
    413: "More bytes, time or memory than the limit",
    415: "The format is not known",
    422: "A rule is broken; nothing was stored. `errors` and `report` say which",
    428: "The record exists: send `If-Match`",
    429: "Too many requests of this client; `Retry-After` says when to go on",
    503: "Every worker is busy; `Retry-After` says when to try again",
    504: "The query was stopped at the time limit",
    507: "The disk is full or the data folder cannot be written",
}

_RECORD_YAML = """type: Study
id: https://doi.org/10.5072/example
name: Nuclei of HeLa cells
organism:
  - {id: "NCBITaxon:9606", scientific_name: Homo sapiens}
"""

_RECORD_JSONLD = {
    "@context": {"@vocab": "http://schema.org/"},
    "@id": "https://doi.org/10.5072/example",
    "@type": "Dataset",
    "name": "Nuclei of HeLa cells",
}

_RECORD_TURTLE = """@prefix ig: <https://w3id.org/imagegraph/> .
@prefix schema: <http://schema.org/> .
<https://doi.org/10.5072/example> a ig:Study ; schema:name "Nuclei of HeLa cells" .
"""


def answers(
    good: Mapping[int, tuple[str, Any]],
    *,
    problems: Iterable[int],
    pages: Iterable[int] = (),
    media_types: Sequence[str] = ("application/json",),
) -> dict[int | str, dict[str, Any]]:
    """Answers of an operation.

    Args:
        good: status -> (description, example); no content when the example is None.
        problems: statuses of the problems it can answer with.
        pages: those of them that a page tells about too.
        media_types: what the good answers can be written in; the example is of the first.
    """
    told: dict[int | str, dict[str, Any]] = {}
    for status, (description, example) in good.items():
        told[status] = {"description": description}
        if example is not None:
            content: dict[str, Any] = {media_type: {} for media_type in media_types}
            content[media_types[0]] = {"example": example}
            told[status]["content"] = content
    for status in problems:
        told[status] = problem(status)
    for status in pages:
        told[status]["content"]["text/html"] = {}
    return told


def add_shedding(operation: dict[str, Any]) -> None:
    """Add what every operation can be answered with: too many requests, and a body that does not arrive."""
    for status in (408, 429, 503) if "requestBody" in operation else (429, 503):
        operation["responses"].setdefault(str(status), problem(status))


def problem(status: int) -> dict[str, Any]:
    """The answer of one status, as a problem document."""
    return {
        "description": _WHEN.get(status, HTTPStatus(status).phrase),
        "content": {MEDIA_TYPE: {"schema": _PROBLEM}},
    }


def document_body(*, also: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A body of any known format; `also`: further media types with what is in them."""
    return {
        "requestBody": {
            "required": True,
            "description": "A document of any format that `GET /` lists.",
            "content": {
                "application/yaml": {"schema": {"type": "string"}, "example": _RECORD_YAML},
                "application/ld+json": {"schema": {"type": "object"}, "example": _RECORD_JSONLD},
                "application/json": {"schema": {"type": "object"}},
                "text/turtle": {"schema": {"type": "string"}, "example": _RECORD_TURTLE},
                "application/xml": {"schema": {"type": "string"}},
                "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
                **(also or {}),
            },
        }
    }


PAGE = {
    "items": [
        {
            "id": "S-BIAD634-0c1f6a90",
            "iri": "http://localhost:8000/records/S-BIAD634-0c1f6a90",
            "about": "https://www.ebi.ac.uk/biostudies/studies/S-BIAD634",
            "type": "Study",
            "title": "Nuclei of HeLa cells",
            "version": 1,
            "modified": "2025-03-11T09:30:00.000Z",
        }
    ],
    "next": "/records?limit=1&cursor=Uy1CSUFENjM0LTBjMWY2YTkw",
}

VERSIONS = {
    "items": [
        {
            "version": 1, "at": "2025-03-11T09:30:00.000Z", "agent": "HTTP API", "reason": "POST /records",
            "source": "ro-crate-metadata.json", "format": "ro-crate", "digest": "5f2a8c11d0b7…",
            "deleted": False, "hash": "c2a9…", "url": "/records/S-BIAD634-0c1f6a90?version=1",
            "changes": "/records/S-BIAD634-0c1f6a90/diff?from=0&to=1",
        }
    ],
    "next": None,
}  # fmt: skip

REPORT = {"conforms": True, "profiles": ["core", "rembi"], "results": OUTCOME["findings"]}

NAMED_QUERY = {
    "name": "images-by-objective-na",
    "title": "Images by the numerical aperture of the objective",
    "description": "Images acquired with an objective of at least this aperture.",
    "keywords": ["image", "objective"],
    "parameters": [{"name": "least", "type": "decimal", "description": "Smallest aperture", "default": None}],
    "url": "/queries/images-by-objective-na",
}

ANSWER = {
    "name": "images-by-objective-na",
    "title": "Images by the numerical aperture of the objective",
    "given": {"least": "1.3"},
    "columns": ["image", "objective", "aperture"],
    "items": [{"image": "https://doi.org/10.5072/example#image-1", "objective": "63x oil", "aperture": 1.4}],
}

EXAMPLE = _RECORD_YAML

SERVICE = {
    "name": "imagegraph",
    "base": "http://localhost:8000/",
    "records": {"Study": 12, "Instrument": 3},
    "formats": {"ome-xml": "OME-XML"},
    "profiles": ["core", "rembi"],
    "written": {"jsonld": "application/ld+json", "ttl": "text/turtle"},
    "links": {"records": "/records", "sparql": "/sparql"},
}

#: `GET /records/{id}`, which is no FastAPI route
READ_RECORD: dict[str, Any] = {
    "tags": ["Records"],
    "operationId": "readRecord",
    "summary": "Read one record",
    "description": "By `Accept`, or by an ending of the address: `.jsonld .ttl .nt .rdf .html`. "
    "The ETag names the version and the format; `If-Match` takes it as it is.",
    "parameters": [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"},
         "example": "S-BIAD634-0c1f6a90"},
        {"name": "version", "in": "query", "schema": {"type": "integer", "minimum": 1},
         "description": "An earlier version instead of the current one."},
        {"name": "asOf", "in": "query", "schema": {"type": "string"}, "example": "2025-03-11T09:30:00Z",
         "description": "The version that was current at a moment, or at the end of a day (ISO 8601, UTC)."},
        {"name": "Accept-Datetime", "in": "header", "schema": {"type": "string"},
         "description": "The same for clients that speak Memento (RFC 7089)."},
        {"name": "If-None-Match", "in": "header", "schema": {"type": "string"},
         "description": "ETag of what you have already."},
    ],
    "responses": {
        "200": {
            "description": "The record",
            "headers": {
                "ETag": {"schema": {"type": "string"}, "description": "`\"<version>-<digest>.<format>\"`"},
                "Link": {"schema": {"type": "string"},
                         "description": "Other formats, other versions, the thing."},
                "Content-Location": {"schema": {"type": "string"}, "description": "Address of this format."},
            },
            "content": {
                "application/ld+json": {"example": {
                    "@context": "http://localhost:8000/context/v1.jsonld",
                    "id": "https://doi.org/10.5072/example",
                    "type": ["Study", "schema:Dataset"],
                    "name": "Nuclei of HeLa cells",
                    "organism": [{"id": "http://purl.obolibrary.org/obo/NCBITaxon_9606", "type": ["Taxon"],
                                  "scientific_name": "Homo sapiens"}],
                }},
                "text/turtle": {"example": _RECORD_TURTLE},
                "application/n-triples": {},
                "application/rdf+xml": {},
                "application/vnd.datacite.datacite+json": {},
                "application/vnd.pidinst+json": {},
                "application/vnd.pidinst+xml": {},
                "text/html": {},
            },
        },
        "304": {"description": "You have it already"},
        **{str(status): problem(status) for status in (400, 404, 406, 410)},
    },
}  # fmt: skip
