"""Named queries: questions that need no SPARQL."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.desk import desk_of
from imagegraph.api.problems import status_of
from imagegraph.api.responses import HTML, JSON, as_json, link, negotiated, path_below, varied
from imagegraph.errors import BadParameter, ImagegraphError
from imagegraph.model.moments import parse_moment
from imagegraph.model.named_queries import NamedQuery
from imagegraph.model.query_formats import RESULT_TYPES
from imagegraph.operations.named_queries import bound, get_query, list_queries
from imagegraph.operations.services import Services
from imagegraph.ports.workers import Query, QueryAnswer

router = APIRouter(tags=["Queries"])

_RESULTS = RESULT_TYPES[0]
_OFFERED = (JSON, *RESULT_TYPES, HTML)
_SUFFIXES = {"json": JSON, "csv": "text/csv", "tsv": "text/tab-separated-values", "srj": _RESULTS,
             "srx": "application/sparql-results+xml", "html": HTML}  # fmt: skip
_XSD = "http://www.w3.org/2001/XMLSchema#"
_WHOLE = {_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")}
_BROKEN = {_XSD + name for name in ("double", "float", "decimal")}


@router.get(
    "/queries",
    operation_id="listQueries",
    summary="List the named queries",
    response_class=Response,
    responses=openapi.answers(
        {200: ("All of them", {"items": [openapi.NAMED_QUERY]})}, problems=[406], media_types=(JSON, HTML)
    ),
)
def list_named_queries(request: Request, services: ServicesOf) -> Response:
    """Each with its parameters; none of them needs to be given."""
    if negotiated(request, (JSON, HTML)) == HTML:
        return varied(Response(pages.queries(services, list_queries()), media_type=HTML))
    return varied(as_json({"items": [_told(services, query) for query in list_queries()]}))


@router.get(
    "/queries/{name}",
    operation_id="askQuery",
    summary="Ask a named query",
    response_class=Response,
    responses=openapi.answers(
        {200: ("The rows of the answer", openapi.ANSWER)},
        problems=[400, 404, 406, 413, 503, 504],
        media_types=_OFFERED,
    ),
)
async def ask_named_query(request: Request, services: ServicesOf, name: str) -> Response:
    """The answer as rows. Parameters of the query are parameters of the address: `?organism=NCBITaxon:9606`.

    `asOf`, a moment or a day, asks about the state of that time.

    The name may end in `.json`, `.csv`, `.tsv`, `.srj`, `.srx` or `.html`; else `Accept` decides.
    """
    stem, dot, ending = name.rpartition(".")
    suffix = ending if dot and ending in _SUFFIXES else None
    query = get_query(stem if suffix else name)
    media_type = _SUFFIXES[suffix] if suffix else negotiated(request, _OFFERED)
    given = _parameters(request)
    answer: QueryAnswer | ImagegraphError
    try:
        wanted = _RESULTS if media_type in (JSON, HTML) else media_type
        asked = replace(_asked(query, given), accept=wanted)
        answer = await desk_of(request, past=asked.as_of is not None).run(services.query_runner, asked)
    except ImagegraphError as refusal:
        if media_type != HTML:
            raise
        answer = refusal  # it is told on the page
    response = await run_in_threadpool(_written, services, query, given, answer, media_type=media_type)
    response.headers["Link"] = link(path_below(services, "queries"), rel="collection")
    return response if suffix else varied(response)


def _written(
    services: Services, query: NamedQuery, given: Mapping[str, str], answer: QueryAnswer | ImagegraphError, *,
    media_type: str,
) -> Response:  # fmt: skip
    if media_type == HTML or isinstance(answer, ImagegraphError):
        return _page(services, query, given, answer)
    if media_type == JSON:
        return as_json(_friendly(services, query, given, json.loads(answer.body)))
    response = Response(answer.body, media_type=answer.media_type)
    response.headers["Content-Disposition"] = f'inline; filename="{query.name}.{_ending(media_type)}"'
    return response


def _asked(query: NamedQuery, given: Mapping[str, str]) -> Query:
    """The query with its parameters; `asOf` is not one of them, but says which time is asked about."""
    own = {name: value for name, value in given.items() if name != "asOf"}
    moment = given.get("asOf")
    return replace(bound(query, own), as_of=parse_moment(moment) if moment else None)


def _parameters(request: Request) -> dict[str, str]:
    given: dict[str, str] = {}
    for key, value in request.query_params.multi_items():
        if key in given:
            raise BadParameter(f"The parameter {key!r} is given twice.", parameter=key)
        given[key] = value
    return given


def _ending(media_type: str) -> str:
    return next(ending for ending, one in _SUFFIXES.items() if one == media_type)


def _told(services: Services, query: NamedQuery) -> dict[str, Any]:
    return {
        "name": query.name, "title": query.title, "description": query.description,
        "keywords": list(query.keywords),
        "parameters": [
            {"name": one.name, "type": one.type, "description": one.description, "default": one.default}
            for one in query.parameters
        ],
        "url": path_below(services, f"queries/{query.name}"),
    }  # fmt: skip


def _friendly(
    services: Services, query: NamedQuery, given: Mapping[str, str], results: Mapping[str, Any]
) -> dict[str, Any]:
    """Rows as plain objects: numbers as numbers, everything else as text, nothing for what is unbound."""
    if "boolean" in results:
        return {**_told(services, query), "answer": results["boolean"]}
    rows = results["results"]["bindings"]
    return {
        "name": query.name, "title": query.title, "given": dict(given), "columns": results["head"]["vars"],
        "items": [{column: _plain(term) for column, term in row.items()} for row in rows],
    }  # fmt: skip


def _plain(term: Mapping[str, str]) -> Any:
    value, datatype = term["value"], term.get("datatype", "")
    try:
        if datatype in _WHOLE:
            return int(value)
        if datatype in _BROKEN:
            number = float(value)
            return number if number - number == 0 else value  # JSON knows no infinity and no NaN
    except ValueError:
        return value
    if datatype == f"{_XSD}boolean":
        return {"true": True, "1": True, "false": False, "0": False}.get(value, value)
    return value


def _page(
    services: Services, query: NamedQuery, given: Mapping[str, str], answer: QueryAnswer | ImagegraphError
) -> Response:
    """The page of a query; what cannot be answered is said on the page, next to the form."""
    values = {one.name: given.get(one.name, one.default or "") for one in query.parameters}
    columns: list[str] = []
    rows: list[list[Mapping[str, str] | None]] = []
    error, status = None, 200
    if isinstance(answer, ImagegraphError):
        error, status = answer.detail, status_of(answer)
    else:
        results = json.loads(answer.body)
        columns = results.get("head", {}).get("vars", [])
        rows = [
            [row.get(column) for column in columns] for row in results.get("results", {}).get("bindings", [])
        ]
    path = path_below(services, f"queries/{query.name}")
    asked = f"?{urlencode(given)}" if given else ""
    links = {"CSV": f"{path}.csv{asked}", "JSON": f"{path}.json{asked}"}
    content = pages.query(
        services, query, values=values, columns=columns, rows=rows, error=error, links=links
    )
    return Response(content, status_code=status, media_type=HTML)
