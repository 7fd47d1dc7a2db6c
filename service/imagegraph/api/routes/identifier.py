"""One identifier: what its authority says, and everything here that it connects."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from imagegraph.api import identifier_pages, openapi, openapi_identifiers
from imagegraph.api.access import Agent, require
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.desk import AT_THE_DESK
from imagegraph.api.responses import HTML, JSON, as_json, identifier_path, link, negotiated, varied
from imagegraph.errors import BadParameter
from imagegraph.model.identifiers import Identifier, identify, packaged_schemes
from imagegraph.operations.linking.connected import connected, get_identifier
from imagegraph.operations.linking.rdf import as_json_ld, as_turtle
from imagegraph.operations.linking.values import connected_values, identifier_values

router = APIRouter(tags=["Identifiers"])
_JSON_LD, _TURTLE = "application/ld+json", "text/turtle"
_OFFERED = (JSON, _JSON_LD, _TURTLE, HTML)
_ENDINGS = {".json": JSON, ".jsonld": _JSON_LD, ".ttl": _TURTLE, ".html": HTML}

Scheme = Annotated[str, Path(description="Name of its scheme.", examples=["orcid"])]
Value = Annotated[str, Path(description="The identifier below the scheme.", examples=["0000-0002-1825-0097"])]


@router.get(
    "/identifiers/{scheme}/{value:path}",
    operation_id="readIdentifier",
    dependencies=[AT_THE_DESK],
    summary="Everything connected to an identifier",
    response_class=Response,
    responses=openapi.answers(
        {200: ("What is known about it, and where it is used", openapi_identifiers.CONNECTED)},
        problems=[400, 404, 406, 503, 504],
        media_types=_OFFERED,
    ),
)
def read_identifier(
    request: Request,
    services: ServicesOf,
    scheme: Scheme,
    value: Value,
    offset: Annotated[int, Query(ge=0, le=10_000_000, description="Records to pass over.")] = 0,
    limit: Annotated[int, Query(ge=1, le=100, description="Most records of a page.")] = 50,
) -> Response:
    """What its authority says, the records that mention it with the property that does, and the studies it joins.

    As JSON, as JSON-LD or Turtle, or as a page; an ending `.json`, `.jsonld`, `.ttl` or `.html` decides instead of
    `Accept`. A valid identifier that nobody mentions answers with empty lists; one that is none is 404 with the reason.
    """
    identifier, ending = _parted(scheme, value)
    media_type = _ENDINGS[ending] if ending else negotiated(request, _OFFERED)
    found = connected(services, identifier, offset=offset, limit=limit)
    path = identifier_path(services, identifier)
    headers = {"Link": _links(path, identifier)}
    next_page = (
        f"{path}?offset={offset + limit}&limit={limit}" if offset + limit < found.usage.total else None
    )
    if next_page:
        headers["Link"] += ", " + link(next_page, rel="next")
    content: bytes
    if media_type == JSON:
        return varied(as_json({**connected_values(found), "next": next_page}, headers=headers))
    if media_type == HTML:
        content = identifier_pages.identifier(services, found, next_page=next_page)
    elif media_type == _TURTLE:
        content = as_turtle(found)
    else:
        content = as_json_ld(found)
    return varied(Response(content, media_type=media_type, headers=headers))


@router.post(
    "/identifiers/{scheme}/{value:path}",
    operation_id="resolveIdentifier",
    summary="Ask the authority again",
    response_class=Response,
    responses=openapi.answers(
        {
            200: ("What it says now; `stale` when it did not answer", openapi_identifiers.IDENTIFIER),
            303: ("For a page: `Location` is that of the identifier", None),
        },
        problems=[400, 403, 404, 406],
    ),
)
def resolve_identifier(request: Request, services: ServicesOf, scheme: Scheme, value: Value) -> Response:
    """Asks whatever is kept. Nobody is asked whom the settings do not name; then the answer says so."""
    identifier = _valid(scheme, value)
    media_type = negotiated(request, (JSON, HTML))
    found = services.linking.resolver.resolve(identifier, refresh=True)
    services.linking.graph.show(found)
    if media_type == HTML:
        return Response(status_code=303, headers={"Location": identifier_path(services, identifier)})
    return varied(as_json(identifier_values(identifier, found)))


@router.delete(
    "/identifiers/{scheme}/{value:path}",
    operation_id="forgetIdentifier",
    summary="Forget what an authority said",
    response_class=Response,
    status_code=204,
    responses=openapi.answers({204: ("Nothing is kept about it any more", None)}, problems=[400, 403, 404]),
)
def forget_identifier(
    request: Request, services: ServicesOf, scheme: Scheme, value: Value, agent: Agent
) -> Response:
    """Deletes the kept answer and its graph; nobody is asked about it again unless somebody wishes so (POST).

    For admins, because all projects share what is kept. Records that mention it stay as they are.
    """
    require(request, "admin")
    identifier = _valid(scheme, value)
    services.linking.known.forget(identifier)
    services.linking.queue.done(identifier.iri)
    services.linking.graph.hide(identifier)
    services.audit.note("identifier.forget", agent=agent, object=identifier.iri)
    return Response(status_code=204)


def _valid(scheme: str, value: str) -> Identifier:
    _check(scheme)
    return get_identifier(value, scheme=scheme)


def _check(scheme: str) -> None:
    known = packaged_schemes()
    if scheme not in known:
        raise BadParameter(
            f"There is no scheme {scheme[:80]!r}. Known schemes: {', '.join(known)}.", parameter="scheme",
            value=scheme[:80], known=list(known),
        )  # fmt: skip


def _parted(scheme: str, value: str) -> tuple[Identifier, str]:
    """The identifier, and the file name ending behind it; an ending that may belong to it is taken as one."""
    _check(scheme)
    for ending in _ENDINGS:
        stem = value.removesuffix(ending)
        if stem != value and identify(stem, scheme=scheme).state == "valid":
            return get_identifier(stem, scheme=scheme), ending
    return get_identifier(value, scheme=scheme), ""


def _links(path: str, identifier: Identifier) -> str:
    return ", ".join(
        [
            link(path, rel="canonical"),
            link(identifier.iri, rel="describes"),
            link(f"{path}.jsonld", rel="alternate", type=_JSON_LD),
            link(f"{path}.ttl", rel="alternate", type=_TURTLE),
        ]
    )
