"""The front door, for people and for programs; the API browser."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import HTML, JSON, as_json, negotiated, path_below, varied
from imagegraph.model.rdf import (
    DCTERMS,
    PREFIXES,
    RDF_TYPE,
    Literal,
    NamedNode,
    Namespace,
    RdfFormat,
    Triple,
    serialize,
)
from imagegraph.operations.named_queries import list_queries
from imagegraph.operations.services import Services

router = APIRouter()

_TURTLE = "text/turtle"
_VOID = Namespace("http://rdfs.org/ns/void#")
#: folder of the vendored API browser below `/static`
BROWSER = "swagger-ui-5.35.0"


@router.get(
    "/",
    tags=["Service"],
    operation_id="readService",
    summary="What this service is and holds",
    response_class=Response,
    responses=openapi.answers(
        {200: ("A description of the service", openapi.SERVICE)},
        problems=[406],
        media_types=(JSON, _TURTLE, HTML),
    ),
)
def read_service(request: Request, services: ServicesOf) -> Response:
    """Counts, formats, profiles and addresses, as JSON, as Turtle (VoID), or as a page."""
    media_type = negotiated(request, (JSON, _TURTLE, HTML))
    counts = services.journal.counts()
    if media_type == HTML:
        return varied(
            Response(pages.landing(services, counts=counts, queries=list_queries()), media_type=HTML)
        )
    if media_type == _TURTLE:
        return varied(Response(_void(services), media_type=f"{_TURTLE}; charset=utf-8"))
    return varied(as_json(_told(services, counts)))


def _told(services: Services, counts: Any) -> dict[str, Any]:
    return {
        "name": "imagegraph",
        "base": services.settings.base,
        "records": dict(counts),
        "formats": dict(services.formats),
        "profiles": list(services.profiles),
        "written": {one.suffix: one.media_type for one in services.exporters.values()},
        "links": {
            name: path_below(services, path)
            for name, path in {
                "records": "records", "validate": "validate", "sparql": "sparql", "queries": "queries", "terms": "terms",
                "ols": "ols4/api",
                "examples": "examples", "schema": "schema", "shapes": "shapes",
                "context": "context/v1.jsonld",
                "problems": "problems", "openapi": "openapi.json", "docs": "docs", "ready": "health/ready",
            }.items()
        },
    }  # fmt: skip


def _void(services: Services) -> bytes:
    """The data set as VoID tells it, https://www.w3.org/TR/void/."""
    base = services.settings.base
    about = NamedNode(base)
    statements = [
        Triple(about, RDF_TYPE, _VOID.Dataset),
        Triple(about, DCTERMS["title"], Literal("imagegraph", language="en")),
        Triple(about, _VOID.sparqlEndpoint, NamedNode(f"{base}sparql")),
        Triple(about, _VOID.uriSpace, Literal(f"{base}records/")),
        *(
            Triple(about, _VOID.vocabulary, NamedNode(PREFIXES[name]))
            for name in ("ig", "schema", "prov", "sosa")
        ),
    ]
    return (
        serialize(statements, format=RdfFormat.TURTLE, prefixes={"void": str(_VOID), "dcterms": str(DCTERMS)})
        or b""
    )


@router.get("/docs", include_in_schema=False)
def read_browser(services: ServicesOf) -> Response:
    """The API in the browser."""
    return Response(pages.browser(services, assets=BROWSER), media_type=HTML)
