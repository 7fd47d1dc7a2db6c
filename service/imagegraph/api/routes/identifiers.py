"""Identifiers: recognised and checked one by one or many at once, and what waits to be asked about."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from imagegraph.api import identifier_pages, openapi, openapi_identifiers
from imagegraph.api.cursors import cursor_of, text_of
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.identifier_bodies import TSV, CheckBody, check_scheme
from imagegraph.api.responses import (
    HTML,
    JSON,
    as_json,
    identifier_path,
    link,
    negotiated,
    path_below,
    varied,
)
from imagegraph.model.identifiers import identify, packaged_schemes
from imagegraph.operations.linking.checking import check, written_table
from imagegraph.operations.linking.values import identifier_values, match_values, queued_values
from imagegraph.operations.services import Services

router = APIRouter(tags=["Identifiers"])


@router.get(
    "/identifiers",
    operation_id="checkIdentifier",
    summary="Check one identifier",
    response_class=Response,
    responses=openapi.answers(
        {
            200: (
                "What it is and what is known about it; also when it is invalid",
                openapi_identifiers.IDENTIFIER,
            ),
            303: ("A page: `Location` is that of the identifier", None),
        },
        problems=[400, 406],
        media_types=(JSON, HTML),
    ),
)
def check_identifier(
    request: Request,
    services: ServicesOf,
    id: Annotated[
        str,
        Query(description="Any spelling of it.", examples=["orcid.org/0000-0002-1825-0097"]),
    ] = "",
    scheme: Annotated[
        str | None,
        Query(description="What it is meant to be; needed for bare numbers.", examples=["pubmed"]),
    ] = None,
    resolve: Annotated[
        bool, Query(description="Ask its authority now, where the settings allow it.")
    ] = False,
) -> Response:
    """Any spelling of an identifier leads to its canonical IRI or to the reason why it is none.

    `state` tells what its authority said when it was asked: `ok`, `replaced`, `obsolete`, `restricted`, `not_found`,
    `ambiguous`; `unavailable` when nobody answered or was asked; `invalid` when form or checksum is wrong. Without `id` the
    answer lists the schemes.
    """
    media_type = negotiated(request, (JSON, HTML))
    check_scheme(scheme or None)
    text = id.strip()
    if not text:
        if media_type == HTML:
            return varied(Response(identifier_pages.overview(services), media_type=HTML))
        return varied(as_json({"schemes": _schemes(services)}))
    found = identify(text, scheme=scheme or None)
    if media_type == HTML:
        if found.state == "valid":
            return Response(status_code=303, headers={"Location": identifier_path(services, found)})
        page = identifier_pages.overview(services, refused=found)
        return varied(Response(page, media_type=HTML))
    linking = services.linking
    known = None
    if found.state == "valid":
        known = linking.resolver.resolve(found) if resolve else linking.known.known(found)
        if resolve and known is not None:
            linking.graph.show(known)
    return varied(as_json(identifier_values(found, known)))


@router.post(
    "/identifiers/check",
    operation_id="checkIdentifiers",
    summary="Check many identifiers",
    response_class=Response,
    responses=openapi.answers(
        {200: ("What became of each, in their order", openapi_identifiers.CHECKED)},
        problems=[400, 406, 413, 415],
        media_types=(JSON, TSV),
    ),
    openapi_extra=openapi_identifiers.CHECK_BODY,
)
def check_identifiers(request: Request, services: ServicesOf, wanted: CheckBody) -> Response:
    """A list gives a list; a table comes back with the columns scheme, canonical, state, label and problem.

    Nobody is asked: `state` is what is known already.
    """
    offered = (TSV, JSON) if wanted.table is not None else (JSON,)
    media_type = negotiated(request, offered)
    checked = list(check(wanted.texts, scheme=wanted.scheme, known=services.linking.known))
    if wanted.table is not None and media_type == TSV:
        return varied(Response(written_table(wanted.table, checked), media_type=TSV))
    items = [identifier_values(one.identifier, one.resolution) for one in checked]
    invalid = sum(one.identifier.state != "valid" for one in checked)
    return varied(as_json({"items": items, "valid": len(items) - invalid, "invalid": invalid}))


@router.get(
    "/identifiers/queue",
    operation_id="listIdentifierQueue",
    summary="What waits to be resolved",
    response_class=Response,
    responses=openapi.answers(
        {200: ("One page of what waits, in the order of the IRIs", openapi_identifiers.QUEUE)}, problems=[400]
    ),
)
def list_queue(
    services: ServicesOf,
    cursor: Annotated[str | None, Query(description="Where to go on: `next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="Most items of a page.")] = 100,
) -> Response:
    """Identifiers of records that nobody was asked about yet, or that got no answer.

    `asked` lists the schemes that somebody may be asked about; identifiers of others wait until the settings name an
    authority for them.
    """
    queue = services.linking.queue
    found = queue.waiting(after=text_of(cursor) if cursor else "", limit=limit + 1)
    items, next_page, headers = found[:limit], None, {}
    if len(found) > limit:
        path = path_below(services, "identifiers/queue")
        next_page = f"{path}?{urlencode({'limit': str(limit), 'cursor': cursor_of(items[-1].iri)})}"
        headers["Link"] = link(next_page, rel="next")
    asked = [name for name in packaged_schemes() if services.linking.resolver.can_ask(name)]
    values = {
        "items": [queued_values(one) for one in items], "counts": queue.counts(), "asked": asked,
        "next": next_page,
    }  # fmt: skip
    return as_json(values, headers=headers)


@router.get(
    "/identifiers/match",
    operation_id="matchAffiliation",
    summary="The organisation that an affiliation names",
    response_class=Response,
    responses=openapi.answers(
        {200: ("What it may name, in the order of ROR", openapi_identifiers.MATCHES)}, problems=[400]
    ),
)
def match_affiliation(
    services: ServicesOf,
    affiliation: Annotated[
        str,
        Query(
            min_length=3,
            max_length=1_000,
            description="As it is printed on a paper.",
            examples=["Department of Engineering, University of Pisa, Italy"],
        ),
    ],
) -> Response:
    """Asks the matching of ROR, when the settings name it. `choice` is there only when ROR is sure of one; nothing is
    linked, a person looks and types it."""
    return as_json(match_values(services.linking.matcher.match(affiliation)))


def _schemes(services: Services) -> list[dict[str, object]]:
    return [
        {
            "name": name, "title": scheme.title, "names": scheme.names, "example": scheme.example,
            "resolved": bool(scheme.resolved_by), "asked": services.linking.resolver.can_ask(name),
        }
        for name, scheme in packaged_schemes().items()
    ]  # fmt: skip
