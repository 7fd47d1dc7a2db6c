"""The SPARQL endpoint: https://www.w3.org/TR/sparql11-protocol/ (queries; updates are refused)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from imagegraph import resources
from imagegraph.api.dependencies import services_of
from imagegraph.api.desk import desk_of
from imagegraph.errors import (
    BadParameter,
    ForbiddenQuery,
    MalformedQuery,
    QueryTooLarge,
    UnknownFormat,
)
from imagegraph.model.moments import parse_moment
from imagegraph.model.negotiation import choose
from imagegraph.model.query_formats import GRAPH_TYPES, RESULT_TYPES, offered_types
from imagegraph.model.rdf import NamedNode
from imagegraph.model.sparql import outline
from imagegraph.ports.workers import Query, QueryAnswer

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_MOST_PARAMETERS = 1_000
_NAMES = ("query", "asOf", "default-graph-uri", "named-graph-uri")


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """What a request asks, before anything is checked."""

    texts: Sequence[str]
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None
    as_of: str | None = None


def router() -> APIRouter:
    """The routes of the endpoint."""
    routes = APIRouter(tags=["SPARQL"])
    shown: dict[str, Any] = {"response_model": None, "responses": _RESPONSES}
    routes.add_api_route(
        "/sparql", _get, methods=["GET"], summary="Answer a SPARQL query, or describe the endpoint",
        operation_id="sparql_get", openapi_extra={"parameters": _PARAMETERS}, **shown,
    )  # fmt: skip
    routes.add_api_route(
        "/sparql", _post, methods=["POST"], summary="Answer a SPARQL query", operation_id="sparql_post",
        openapi_extra={"parameters": _PARAMETERS[1:], "requestBody": _BODY}, **shown,
    )  # fmt: skip
    return routes


async def _get(request: Request) -> Response:
    asked = _asked(_parameters(request.scope["query_string"]))
    return await _answer(request, asked) if asked.texts else await _describe(request)


async def _post(request: Request) -> Response:
    return await _answer(request, await _posted(request))


async def _answer(request: Request, asked: _Asked) -> Response:
    if len(asked.texts) != 1:
        raise BadParameter(
            f"There are {len(asked.texts)} queries; send exactly one as `query` or as the body.",
            parameter="query",
        )
    text = asked.texts[0]
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


async def _posted(request: Request) -> _Asked:
    """The query of a POST: an encoded form, or the body itself with the dataset in the URL."""
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind == _UPDATE:
        raise _no_updates()
    if kind not in (_FORM, _QUERY):
        raise UnknownFormat(
            f"The body has the media type {kind or '(none)'}; send {_QUERY} or {_FORM}.",
            offered=[_QUERY, _FORM],
        )
    charset = rest.lower().partition("charset=")[2].strip(" \"'")
    if charset and charset.partition(";")[0].strip(" \"'") not in ("utf-8", "utf8", "us-ascii"):
        raise UnknownFormat(f"The query is in {charset}; SPARQL is sent in UTF-8.", charset=charset)
    body = await request.body()
    parameters = _parameters(request.scope["query_string"])
    if kind == _FORM:
        return _asked(parameters + _parameters(body))
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise MalformedQuery(f"The query is not UTF-8 (byte {error.start + 1}).") from None
    return _asked([*parameters, ("query", text)])


def _parameters(encoded: bytes) -> list[tuple[str, str]]:
    """The decoded parameters of a query string or form; unknown ones stay and are ignored later.

    Bytes that are not UTF-8 become lone surrogates, which matter only in the parameters that are read.
    """
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="surrogateescape",
            max_num_fields=_MOST_PARAMETERS,
        )  # fmt: skip
    except UnicodeDecodeError:
        raise MalformedQuery("The parameters are not percent-encoded UTF-8.") from None
    except ValueError as error:
        raise BadParameter(f"The parameters cannot be read: {error}.") from None


def _asked(parameters: Sequence[tuple[str, str]]) -> _Asked:
    if any(name == "update" for name, _ in parameters):
        raise _no_updates()
    if any(name in _NAMES and not value.isascii() and _is_broken(value) for name, value in parameters):
        raise MalformedQuery("The parameters are not percent-encoded UTF-8.")

    def all_of(name: str) -> tuple[str, ...] | None:
        return tuple(value for key, value in parameters if key == name) or None

    moments = all_of("asOf") or ()
    if len(moments) > 1:
        raise BadParameter("Ask about one time: asOf is given twice.", parameter="asOf")
    return _Asked(
        as_of=parse_moment(moments[0]) if moments else None,
        texts=all_of("query") or (),
        default_graphs=all_of("default-graph-uri"),
        named_graphs=all_of("named-graph-uri"),
    )


def _is_broken(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _no_updates() -> ForbiddenQuery:
    return ForbiddenQuery(
        "This endpoint answers queries only. Records are changed with PUT and DELETE on /records."
    )


def _parameter(name: str, description: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


_IRIS = {"type": "array", "items": {"type": "string", "format": "iri"}}
_PARAMETERS = [
    _parameter("query", "SPARQL 1.1 Query; left out: the service description.", {"type": "string"}),
    _parameter("asOf", "Answer from the state of this moment or day (ISO 8601).", {"type": "string"}),
    _parameter("default-graph-uri", "Graphs that make up the default graph.", _IRIS),
    _parameter("named-graph-uri", "Graphs that can be named with GRAPH.", _IRIS),
]
_BODY = {
    "required": True,
    "content": {
        _QUERY: {"schema": {"type": "string"}},
        _FORM: {
            "schema": {
                "type": "object",
                "required": ["query"],
                "properties": {p["name"]: p["schema"] for p in _PARAMETERS},
            }
        },
    },
}
_PROBLEM = {"content": {"application/problem+json": {"schema": {"type": "object"}}}}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer.",
        "content": {name: {"schema": {"type": "string"}} for name in (*RESULT_TYPES, *GRAPH_TYPES)},
    },
    **{
        status: {"description": meaning, **_PROBLEM}
        for status, meaning in {
            400: "Not SPARQL 1.1 Query.",
            403: "SERVICE, LOAD or an update.",
            406: "No offered media type suits.",
            413: "The query or its result is beyond the limits.",
            415: "The body is neither a query nor a form.",
            503: "No worker became free in time.",
            504: "Stopped at the limit of time or memory.",
        }.items()
    },
}
