"""The SPARQL endpoint: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import anyio
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from imagegraph import resources
from imagegraph.api import openapi_sparql
from imagegraph.api.access import agent_of, require_change
from imagegraph.api.outcomes import told_of
from imagegraph.api.responses import as_json
from imagegraph.api.sparql_requests import Asked, asked_by_get, asked_by_post
from imagegraph.errors import (
    BadParameter,
    Forbidden,
    ForbiddenQuery,
    NotAcceptable,
    QueryTooLarge,
    WorkersBusy,
)
from imagegraph.model.negotiation import choose
from imagegraph.model.query_formats import GRAPH_TYPES, offered_types
from imagegraph.model.rdf import NamedNode
from imagegraph.model.records import Version
from imagegraph.model.sparql import outline
from imagegraph.operations.ingest import Outcome
from imagegraph.operations.services import Services
from imagegraph.operations.updates import apply_update
from imagegraph.ports.workers import Query, QueryAnswer, Update
from imagegraph.settings import Settings

T = TypeVar("T")
_JSON = "application/json"
#: what an update that gives no reason has as its reason
_REASON = "SPARQL update"
_LONGEST_REASON = 500
#: requests that may be on their way to a worker, and that may wait for that, per worker
_UNDER_WAY, _WAITING = 4, 32


class _Desk:
    """Passes work on to threads that wait for workers, and turns the crowd away when it is too large.

    Args:
        least, most: queries that may be on their way at once, whatever the number of workers.
    """

    def __init__(self, *, least: int = 8, most: int = 1_000) -> None:
        self._least, self._most = least, most
        self._limiter: anyio.CapacityLimiter | None = None

    async def run(self, work: Callable[[], T], *, settings: Settings) -> T:
        """What the work returns."""
        if self._limiter is None:
            self._limiter = anyio.CapacityLimiter(
                min(self._most, max(self._least, _UNDER_WAY * settings.query_workers))
            )
        if self._limiter.statistics().tasks_waiting >= _WAITING * settings.query_workers:
            raise WorkersBusy("Too many queries are waiting. Try again in a moment.", retry_after=1)
        try:
            with anyio.fail_after(settings.queue_seconds):
                await self._limiter.acquire()
        except TimeoutError:
            raise WorkersBusy(
                f"Too many queries were before this one for {settings.queue_seconds:g} s. Try again in a moment.",
                retry_after=1,
            ) from None
        try:
            return await anyio.to_thread.run_sync(work)
        finally:
            self._limiter.release()


def router() -> APIRouter:
    """The routes of the endpoint."""
    routes = APIRouter(tags=["SPARQL"])
    desk, past = _Desk(), _Desk(least=2, most=2)  # who asks about the past may have to wait for it to be made

    updating = _Desk(least=2, most=2)  # an update takes long, and others may have to wait for what it keeps

    async def get(request: Request) -> Response:
        asked = asked_by_get(request)
        if not asked.queries:
            return await _describe(request, desk)
        return await _answer(request, asked, desk if asked.as_of is None else past)

    async def post(request: Request) -> Response:
        asked = await asked_by_post(request)
        if asked.updates:
            return await _update(request, asked, updating)
        return await _answer(request, asked, desk if asked.as_of is None else past)

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


async def _answer(request: Request, asked: Asked, desk: _Desk) -> Response:
    if len(asked.queries) != 1:
        raise BadParameter(
            f"There are {len(asked.queries)} queries; send exactly one as `query` or as the body.",
            parameter="query",
        )
    text = asked.queries[0]
    services = request.app.state.services
    limit = services.settings.query_text_bytes
    if len(text) > limit:
        raise QueryTooLarge(f"The query has more than {limit:,} bytes.", limit=limit)
    accept = choose(request.headers.get("accept"), offered=offered_types(outline(text).form))
    query = Query(
        text=text, accept=accept, default_graphs=asked.default_graphs, named_graphs=asked.named_graphs,
        as_of=asked.as_of,
    )  # fmt: skip
    answer = await desk.run(partial(services.query_runner.run, query), settings=services.settings)
    return _response(answer)


async def _update(request: Request, asked: Asked, desk: _Desk) -> Response:
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
    services: Services = request.app.state.services
    update = Update(
        text=asked.updates[0], default_graphs=asked.default_graphs, named_graphs=asked.named_graphs
    )
    work = partial(apply_update, services, update, agent=agent_of(request), reason=asked.reason or _REASON)
    changed = await desk.run(work, settings=services.settings)
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


async def _describe(request: Request, desk: _Desk) -> Response:
    """The service description; it is itself a query, so that every format comes from one place."""
    services = request.app.state.services
    query = Query(
        text=resources.text("queries", "endpoint", "service-description.rq"),
        accept=choose(request.headers.get("accept"), offered=GRAPH_TYPES),
        bindings={"endpoint": str(NamedNode(f"{services.settings.base}sparql"))},
    )
    answer = await desk.run(partial(services.query_runner.run, query), settings=services.settings)
    return _response(answer)


def _response(answer: QueryAnswer) -> Response:
    charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
    headers = {"Vary": "Accept", "Content-Type": answer.media_type + charset}
    return Response(answer.body, headers=headers)
