"""The SPARQL 1.1 Graph Store HTTP Protocol: https://www.w3.org/TR/sparql11-http-rdf-update/.

`/rdf-graphs/service?graph=IRI` names a graph indirectly, `/rdf-graphs/NAME` is the name of one itself. What
graphs are here is told in `operations.graph_store`.
"""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from imagegraph.api import openapi
from imagegraph.api.access import Agent
from imagegraph.api.dependencies import Profiles, ServicesOf, services_of
from imagegraph.api.desk import desk_of
from imagegraph.api.graph_bodies import GRAPH_BODIES, GRAPH_BODY, GraphDocuments
from imagegraph.api.outcomes import is_new, outcome_response, with_places
from imagegraph.api.responses import (
    REVALIDATE,
    is_known,
    link,
    negotiated,
    record_path,
)
from imagegraph.api.routes.records import IfMatch, IfNoneMatch, Reason
from imagegraph.errors import BadParameter, Forbidden, ValidationFailed
from imagegraph.operations import graph_store
from imagegraph.operations.graph_names import GraphName, graph_name
from imagegraph.operations.naming import record_iri
from imagegraph.operations.outcomes import Outcome
from imagegraph.operations.services import Services, ending_of

router = APIRouter(tags=["SPARQL"])
SERVICE = "/rdf-graphs/service"
_DIRECT = "/rdf-graphs/"
_VERBS = {"read": "Read", "put": "Create or replace", "addTo": "Add to", "delete": "Delete"}
_PARAMETERS = [
    {
        "name": "graph",
        "in": "query",
        "schema": {"type": "string"},
        "description": "Name of a graph, an absolute IRI; `default` for the default graph.",
        "example": "https://doi.org/10.5072/example",
    },
    {
        "name": "default",
        "in": "query",
        "schema": {"type": "string"},
        "allowEmptyValue": True,
        "description": "Present: the default graph.",
    },
]
_PATH = [
    {
        "name": "name", "in": "path", "required": True, "schema": {"type": "string"},
        "description": "The rest of the graph's name.", "example": "slides/2025.ttl",
    }
]  # fmt: skip
_READING = openapi.answers(
    {200: ("The graph", "<https://doi.org/10.5072/example> a <https://w3id.org/imagegraph/Study> ."), 304: ("You have it already", None)},
    problems=[400, 401, 404, 406, 413, 503, 504],
    media_types=tuple(graph_store.WRITTEN_AS),
)  # fmt: skip
_WRITING = openapi.answers(
    {200: ("A new version, or unchanged", openapi.OUTCOME), 201: ("Created", openapi.OUTCOME)},
    problems=[400, 401, 403, 404, 412, 413, 415, 422, 503, 507],
)
_DELETING = openapi.answers({204: ("Deleted", None)}, problems=[400, 401, 403, 404, 412, 507])


@dataclass(frozen=True)
class _Named:
    """The graph that a request is about; `is_default` for the default graph, `name` None for a new one."""

    name: GraphName | None = None
    is_default: bool = False


async def _named(request: Request) -> _Named:
    """By the parameters of the service, or by the address itself, as it was sent."""
    services = services_of(request)
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    if path == SERVICE:
        given = [
            (key, text) for key, text in request.query_params.multi_items() if key in ("graph", "default")
        ]
        if len(given) > 1:
            raise BadParameter("Name one graph: either `graph` or `default`, once.", parameter="graph")
        if not given:
            return _Named()
        key, text = given[0]
        is_default = key == "default" or text == "default"
        return _Named(is_default=True) if is_default else _Named(_name(services, text))
    sent = request.scope.get("raw_path") or path.encode()
    tail = sent.decode("latin-1").partition(_DIRECT)[2].partition("?")[0]
    if not tail:
        raise BadParameter(f"Add a name to {_DIRECT}, or ask {SERVICE}?graph=IRI.", parameter="name")
    return _Named(_name(services, f"{services.settings.base}{_DIRECT[1:]}{tail}"))


Named = Annotated[_Named, Depends(_named)]


async def _at_the_desk(request: Request, graph: Named) -> AsyncIterator[None]:
    """Graphs that the service makes are asked for like the answer to a query; those of records are not."""
    is_made = graph.is_default or (graph.name is not None and graph.name.id is None)
    async with desk_of(request).place() if is_made else nullcontext():
        yield


def read_graph(request: Request, services: ServicesOf, graph: Named) -> Response:
    """The statements of one graph; `HEAD` tells whether it is there.

    The default graph is what all records say together. It is 413 when it is larger than the answer to a query
    may be.
    """
    media_type = negotiated(request, tuple(graph_store.WRITTEN_AS))
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    headers = {"Vary": "Accept", "Cache-Control": REVALIDATE, "Content-Type": media_type + charset}
    if graph.is_default:
        return Response(graph_store.read_made(services, None, media_type=media_type), headers=headers)
    name = _required(graph)
    if name.id is None:
        return Response(graph_store.read_made(services, name, media_type=media_type), headers=headers)
    version = graph_store.find_version(services, name)
    if version is None:
        raise graph_store.missing(name)
    path = record_path(services, version.id)
    headers["ETag"] = f'"{version.number}-{version.digest[:12]}.{graph_store.WRITTEN_AS[media_type]}"'
    headers["Link"] = ", ".join(
        (link(path, rel="describedby"), link(f"{path}/versions", rel="version-history"))
    )
    if is_known(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(graph_store.written(version, media_type=media_type), headers=headers)


def put_graph(
    services: ServicesOf, graph: Named, documents: GraphDocuments, profiles: Profiles, agent: Agent,
    if_match: IfMatch = None, if_none_match: IfNoneMatch = None, reason: Reason = None,
) -> Response:  # fmt: skip
    """Make the statements of the body all that a graph says. Rules are checked as for every record.

    Without `If-Match` it replaces what is there, as the protocol has it; the history keeps what that was.
    """
    name = _changeable(services, graph)
    if len(documents) != 1:
        raise BadParameter("PUT takes one graph. POST adds the files of a form together.", parameter="body")
    try:
        outcome = graph_store.put_graph(
            services, name, documents[0], if_match=if_match, if_none_match=if_none_match, profiles=profiles,
            agent=agent, reason=reason or f"PUT of the graph <{name.iri}>",
        )  # fmt: skip
    except ValidationFailed as error:
        raise with_places(error, documents[0]) from None
    return _kept(services, outcome)


def add_to_graph(
    services: ServicesOf, graph: Named, documents: GraphDocuments, profiles: Profiles, agent: Agent,
    if_match: IfMatch = None, reason: Reason = None,
) -> Response:  # fmt: skip
    """Add statements to a graph. Without a name they become a new graph, which `Location` names."""
    is_nameless = graph.name is None and not graph.is_default
    if is_nameless:
        graph = _Named(_name(services, record_iri(services.settings.base, f"graph-{uuid.uuid4().hex[:16]}")))
    name = _changeable(services, graph)
    outcome = graph_store.add_to_graph(
        services, name, documents, if_match=if_match, profiles=profiles, agent=agent,
        reason=reason or f"POST to the graph <{name.iri}>",
    )  # fmt: skip
    response = _kept(services, outcome)
    if is_nameless:
        response.headers["Location"] = name.iri
    return response


def delete_graph(
    services: ServicesOf, graph: Named, agent: Agent, if_match: IfMatch = None, reason: Reason = None
) -> Response:
    """Delete the record whose graph it is. Its history stays."""
    name = _changeable(services, graph)
    graph_store.delete_graph(
        services, name, if_match=if_match, agent=agent, reason=reason or f"DELETE of the graph <{name.iri}>"
    )
    return Response(status_code=204)


def _name(services: Services, iri: str) -> GraphName:
    return graph_name(iri, base=services.settings.base)


def _required(graph: _Named) -> GraphName:
    if graph.name is None:
        raise BadParameter(
            "Say which graph: `graph=` with its name, or `default` for the default graph.", parameter="graph"
        )
    return graph.name


def _changeable(services: Services, graph: _Named) -> GraphName:
    """The name of a graph that may be written by itself."""
    if graph.is_default:
        raise Forbidden(
            "The default graph is what all records say together; it cannot be written. PUT a graph with a name, "
            f"or POST to {SERVICE} without one, and its statements are in the default graph too."
        )
    name = _required(graph)
    ending = ending_of(services, name.id or "")
    if ending is not None:
        raise BadParameter(
            f"The id of a record cannot end in .{ending}: that asks for a format of another record.",
            parameter="graph",
            value=name.iri,
        )
    return name


def _kept(services: Services, outcome: Outcome) -> Response:
    return outcome_response(
        services, outcome, created=outcome.status == "stored" and is_new(services, outcome)
    )


def _register() -> None:
    """Every operation at both kinds of address."""
    for path, kind, which, parameter in (
        (SERVICE, "Graph", "a graph", _PARAMETERS),
        (_DIRECT + "{name:path}", "NamedGraph", "the graph with this address", _PATH),
    ):
        for method, endpoint, verb, responses, body in (
            ("GET", read_graph, "read", _READING, {}),
            ("PUT", put_graph, "put", _WRITING, GRAPH_BODY),
            ("POST", add_to_graph, "addTo", _WRITING, GRAPH_BODIES),
            ("DELETE", delete_graph, "delete", _DELETING, {}),
        ):
            router.add_api_route(
                path, endpoint, methods=[method], operation_id=f"{verb}{kind}", response_class=Response,
                summary=f"{_VERBS[verb]} {which}", responses=responses, status_code=204 if method == "DELETE" else 200,
                openapi_extra={"parameters": parameter, **body},
                dependencies=[Depends(_at_the_desk, scope="function")] if method == "GET" else None,
            )  # fmt: skip


_register()
