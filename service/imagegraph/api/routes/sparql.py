"""The SPARQL endpoint: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

import anyio
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from imagegraph import resources
from imagegraph.api import openapi_sparql
from imagegraph.api.access import agent_of, require_change
from imagegraph.api.dependencies import services_of
from imagegraph.api.desk import desk_of
from imagegraph.api.outcomes import told_of
from imagegraph.api.responses import as_json
from imagegraph.api.sparql_requests import Asked, asked_by_get, asked_by_post
from imagegraph.errors import (
    BadParameter,
    Forbidden,
    ForbiddenQuery,
    NotAcceptable,
    QueryTooLarge,
)
from imagegraph.model.negotiation import choose
from imagegraph.model.query_formats import GRAPH_TYPES, offered_types
from imagegraph.model.rdf import NamedNode
from imagegraph.model.records import Version
from imagegraph.model.sparql import outline
from imagegraph.operations.outcomes import Outcome
from imagegraph.operations.services import Services
from imagegraph.operations.updates import apply_update
from imagegraph.ports.workers import Query, QueryAnswer, Update

T = TypeVar("T")
_JSON = "application/json"
#: what an update that gives no reason has as its reason
_REASON = "SPARQL update"
_LONGEST_REASON = 500


def router() -> APIRouter:
    """The routes of the endpoint."""
    routes = APIRouter(tags=["SPARQL"])

    async def get(request: Request) -> Response:
        asked = asked_by_get(request)
        if not asked.queries:
            return await _describe(request)
        return await _answer(request, asked)

    async def post(request: Request) -> Response:
        asked = await asked_by_post(request)
        if asked.updates:
            return await _update(request, asked)
        return await _answer(request, asked)

    routes.add_api_route(
        "/sparql", get, methods=["GET"], summary="Answer a SPARQL query, or describe the endpoint",
        operation_id="sparql_get", response_model=None, responses=openapi_sparql.ANSWERS,
        openapi_extra={"parameters": openapi_sparql.PARAMETERS},
    )  # fmt: skip
    routes.add_api_route(
        "/sparql", post, methods=["POST"], summary="Answer a SPARQL query, or carry an update out",
        operation_id="sparql_post", response_model=None, responses=openapi_sparql.ANSWERS_OF_POST,
        description=openapi_sparql.POST, openapi_extra=openapi_sparql.EXTRA_OF_POST,
    )  # fmt: skip
    return routes


async def _answer(request: Request, asked: Asked) -> Response:
    if len(asked.queries) != 1:
        raise BadParameter(
            f"There are {len(asked.queries)} queries; send exactly one as `query` or as the body.",
            parameter="query",
        )
    text = asked.queries[0]
    services = services_of(request)
    limit = services.settings.query_text_bytes
    if len(text) > limit:
        raise QueryTooLarge(f"The query has more than {limit:,} bytes.", limit=limit)
    accept = choose(request.headers.get("accept"), offered=offered_types(outline(text).form))
    query = Query(
        text=text, accept=accept, default_graphs=asked.default_graphs, named_graphs=asked.named_graphs,
        as_of=asked.as_of,
    )  # fmt: skip
    desk = desk_of(request, past=asked.as_of is not None)
    return _response(await desk.run(services.query_runner, query))


async def _update(request: Request, asked: Asked) -> Response:
    """Carry an update out: 204, or what became of each record for whoever asks for JSON."""
    try:
        require_change(request, "admin")
    except Forbidden as error:
        raise ForbiddenQuery(
            f"An update may change every record, so it is for admins. {error.detail} "
            "Single records are changed with PUT and DELETE on /records."
        ) from None
    if len(asked.updates) != 1:
        raise BadParameter(
            f"There are {len(asked.updates)} updates; send one, with ; between its operations.",
            parameter="update",
        )
    if len(asked.reason or "") > _LONGEST_REASON:
        raise BadParameter(f"A reason has at most {_LONGEST_REASON} characters.", parameter="reason")
    services = services_of(request)
    update = Update(
        text=asked.updates[0], default_graphs=asked.default_graphs, named_graphs=asked.named_graphs
    )
    work = partial(apply_update, services, update, agent=agent_of(request), reason=asked.reason or _REASON)
    async with desk_of(request, past=True).place():  # it takes long, as asking about the past does
        changed = await anyio.to_thread.run_sync(work)
    if not _wants_json(request):
        return Response(status_code=204)
    return as_json({"records": [_told(services, one) for one in changed]})


def _wants_json(request: Request) -> bool:
    try:
        return choose(request.headers.get("accept"), offered=("text/plain", _JSON)) == _JSON
    except NotAcceptable:  # what it accepts is for queries
        return False


def _told(services: Services, changed: Outcome | Version) -> dict[str, Any]:
    if isinstance(changed, Outcome):
        return told_of(services, changed, etag=None)
    return {"id": changed.id, "iri": changed.iri, "version": changed.number, "status": "deleted"}


async def _describe(request: Request) -> Response:
    """The service description; it is itself a query, so that every format comes from one place."""
    services = services_of(request)
    query = Query(
        text=resources.text("queries", "endpoint", "service-description.rq"),
        accept=choose(request.headers.get("accept"), offered=GRAPH_TYPES),
        bindings={"endpoint": str(NamedNode(f"{services.settings.base}sparql"))},
    )
    return _response(await desk_of(request).run(services.query_runner, query))


def _response(answer: QueryAnswer) -> Response:
    charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
    headers = {"Vary": "Accept", "Content-Type": answer.media_type + charset}
    return Response(answer.body, headers=headers)
