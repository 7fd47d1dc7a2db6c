"""Whether the service is well, for whatever starts and watches it."""

from __future__ import annotations

import shutil

from fastapi import APIRouter
from starlette.responses import Response

from imagegraph.api import openapi
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import as_json
from imagegraph.errors import ImagegraphError
from imagegraph.ports.workers import Query

router = APIRouter(prefix="/health", tags=["Service"])

#: bytes below which nothing more should be taken in
_LEAST_FREE = 100_000_000
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
def is_ready(services: ServicesOf) -> Response:
    """Reads the journal, looks at the free space of the disk, and has a worker answer a small query."""
    checks = {"journal": _journal(services), "disk": _disk(services), "workers": _workers(services)}
    ready = all(check["ok"] for check in checks.values())
    status = "ready" if ready else "not ready"
    return as_json({"status": status, "checks": checks}, status=200 if ready else 503, headers=_NOT_KEPT)


def _journal(services: ServicesOf) -> dict[str, object]:
    try:
        return {"ok": True, "head": services.journal.head}
    except (ImagegraphError, OSError) as error:
        return {"ok": False, "why": str(error)}


def _disk(services: ServicesOf) -> dict[str, object]:
    try:
        free = shutil.disk_usage(services.settings.data).free
    except OSError as error:
        return {"ok": False, "why": error.strerror or "the data folder cannot be looked at"}
    return {"ok": free >= _LEAST_FREE, "free_bytes": free}


def _workers(services: ServicesOf) -> dict[str, object]:
    try:
        services.query_runner.run(Query(text="ASK {}"))
    except ImagegraphError as error:
        return {"ok": False, "why": error.detail}
    return {"ok": True}
