"""The HTTP application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import anyio.to_thread
from fastapi import FastAPI, Request
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match, Mount, Route
from starlette.staticfiles import StaticFiles

from imagegraph import __version__
from imagegraph.api import openapi, problems
from imagegraph.api.access import AccessControl
from imagegraph.api.auditing import Auditing
from imagegraph.api.bad_tokens import BadTokens
from imagegraph.api.bodies import LimitedBodies
from imagegraph.api.desk import install_desks
from imagegraph.api.metrics import RequestMetrics
from imagegraph.api.middleware import CommonHeaders
from imagegraph.api.request_log import RequestLog, RouteNote
from imagegraph.api.responses import RepresentationCache
from imagegraph.api.routes import (
    audit,
    examples,
    graph_store,
    health,
    history,
    home,
    identifier,
    identifiers,
    metrics,
    ols,
    problems_pages,
    projects,
    provider_sign_in,
    queries,
    reading,
    reconciliation,
    records,
    reference,
    signing_in,
    sparql,
    term,
    term_annotation,
    terms,
    validation,
    visibility,
)
from imagegraph.api.shedding import Shedding
from imagegraph.operations.services import Services

#: threads beyond one for each request in work: `Shedding` lets questions after the service's health pass always
_SPARE_THREADS = 20
_METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE")


def create_app(services: Services) -> FastAPI:
    """The application over services that somebody else opened and will close."""
    app = FastAPI(
        title="imagegraph",
        summary="Image metadata as a knowledge graph",
        description=openapi.DESCRIPTION,
        version=__version__,
        openapi_tags=openapi.TAGS,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.services = services
    app.state.metrics = RequestMetrics(services)
    app.state.representations = RepresentationCache()
    install_desks(app, services.settings)
    app.state.bad_tokens = BadTokens(services.settings.bad_tokens_per_minute)
    problems.install(app)
    app.add_exception_handler(405, _with_allow)  # type: ignore[arg-type]
    settings = services.settings
    app.add_middleware(RouteNote)  # next to the router
    app.add_middleware(LimitedBodies, most=settings.body_bytes, seconds=settings.body_seconds)
    app.add_middleware(Shedding, settings=settings)
    app.add_middleware(AccessControl)
    app.add_middleware(CommonHeaders)
    app.add_middleware(Auditing, trusted_proxies=settings.trusted_proxies)
    app.add_middleware(
        RequestLog, metrics=app.state.metrics, trusted_proxies=settings.trusted_proxies
    )  # outermost
    app.router.routes.append(Route("/records/{id}", reading.read_record, methods=["GET"], name="readRecord"))
    for router in (
        home.router, signing_in.router, provider_sign_in.router, reading.router, records.router, visibility.router, projects.router, history.router, validation.router, sparql.router(), graph_store.router,
        queries.router, terms.router,
        term_annotation.router, term.router, identifiers.router, identifier.router, reconciliation.router,
        examples.router, reference.router, problems_pages.router, audit.router, health.router, metrics.router,
    ):  # fmt: skip
        app.include_router(router)
    app.router.routes.append(Mount("/ols4", ols.application(services)))
    app.router.routes.extend(_static())
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    services: Services = app.state.services
    threads = services.settings.requests_at_once + _SPARE_THREADS
    anyio.to_thread.current_default_thread_limiter().total_tokens = threads
    services.linking.linker.start(workers=services.settings.resolver_workers)
    yield
    services.readiness.stop()
    await anyio.to_thread.run_sync(services.linking.linker.stop)


def _static() -> list[Mount]:
    web = Path(str(files("imagegraph.web")))
    return [
        Mount(f"/static/{home.BROWSER}", StaticFiles(directory=web / "vendor" / home.BROWSER)),
        Mount("/static", StaticFiles(directory=web / "static")),
    ]


async def _with_allow(request: Request, error: HTTPException) -> Response:
    """405 with every method that the address has, not only those of the first route; 204 for OPTIONS."""
    allowed = [method for method in _METHODS if _has(request, method)]
    if "GET" in allowed and "HEAD" not in allowed:
        allowed.insert(1, "HEAD")
    headers = {**(error.headers or {}), "Allow": ", ".join(allowed)}
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": ", ".join([*allowed, "OPTIONS"])})
    return problems.from_http(request, HTTPException(405, headers=headers))


def _has(request: Request, method: str) -> bool:
    root = request.scope.get("app_root_path", request.scope.get("root_path", ""))  # as it was before a mount
    scope = {**request.scope, "method": method, "root_path": root}
    return any(
        route.matches(scope)[0] is Match.FULL
        for route in request.app.router.routes
        if method == "GET" or not isinstance(route, Mount)  # a mount matches whatever the method is
    )


def _described(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        described = get_openapi(
            title=app.title, version=app.version, summary=app.summary, description=app.description,
            routes=app.routes, tags=app.openapi_tags,
        )  # fmt: skip
        for operation in (one for path in described["paths"].values() for one in path.values()):
            refusal = operation["responses"].get("422")
            if refusal is not None and "application/json" in refusal.get("content", {}):
                del operation["responses"]["422"]  # FastAPI's own; unusable parameters answer 400 here
            openapi.add_shedding(operation)
        described["paths"].setdefault("/records/{id}", {})["get"] = openapi.READ_RECORD
        described["paths"] = {path: described["paths"][path] for path in sorted(described["paths"])}
        for name in ("HTTPValidationError", "ValidationError"):
            described.get("components", {}).get("schemas", {}).pop(name, None)
        app.openapi_schema = described
    return app.openapi_schema
