"""Whether the service is well, for whatever starts and watches it."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from imagegraph.api import openapi
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import as_json
from imagegraph.operations.services import Services

router = APIRouter(prefix="/health", tags=["Service"])

_NOT_KEPT = {"Cache-Control": "no-store"}


@router.get(
    "/live",
    operation_id="isAlive",
    summary="Does the process answer?",
    response_class=Response,
    responses=openapi.answers({200: ("It does", {"status": "alive"})}, problems=[]),
)
async def is_alive() -> Response:
    """Touches nothing, so that a slow disk does not get the process killed."""
    return as_json({"status": "alive"}, headers=_NOT_KEPT)


@router.get(
    "/ready",
    operation_id="isReady",
    summary="Can it do its work?",
    response_class=Response,
    responses=openapi.answers(
        {
            200: ("It can", {"status": "ready", "checks": {"journal": {"ok": True, "head": 42}}}),
            503: ("It cannot; the checks say why", {"status": "not ready", "checks": {}}),
        },
        problems=[],
    ),
)
async def is_ready(request: Request, services: ServicesOf) -> Response:
    """Writes to the journal, looks at the free space of the disk, has a worker of each kind answer, and asks the graph.

    The answer may be a second old.
    """
    checks = services.readiness.fresh()
    if checks is None:
        checks = await _shared(request, services)
    ready = all(check["ok"] for check in checks.values())
    status = "ready" if ready else "not ready"
    return as_json({"status": status, "checks": checks}, status=200 if ready else 503, headers=_NOT_KEPT)


async def _shared(request: Request, services: Services) -> dict[str, dict[str, Any]]:
    """What is found by one thread for all who ask at the same time, so that a crowd takes no thread from others."""
    state = request.app.state
    looking: asyncio.Task[dict[str, dict[str, Any]]] | None = getattr(state, "looking", None)
    if looking is None or looking.done():
        looking = state.looking = asyncio.create_task(run_in_threadpool(services.readiness.checks))
    return await asyncio.shield(looking)
