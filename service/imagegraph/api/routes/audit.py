"""Who did what, for admins."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi, openapi_history
from imagegraph.api.access import require
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import as_json, link, path_below

router = APIRouter(tags=["History"])
_DIGITS = 10**18


@router.get(
    "/audit",
    operation_id="listAuditEntries",
    summary="Who did what",
    response_class=Response,
    responses=openapi.answers({200: ("Newest first", openapi_history.AUDIT)}, problems=[400, 401, 403]),
)
def list_audit_entries(
    request: Request,
    services: ServicesOf,
    agent: Annotated[str | None, Query(description="Only what this one did.")] = None,
    action: Annotated[str | None, Query(description="Only this action.", examples=["record.delete"])] = None,
    object: Annotated[
        str | None, Query(description="Only what was done to this: the id of a record.")
    ] = None,
    before: Annotated[
        int | None, Query(ge=1, lt=_DIGITS, description="Only entries before this one.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="Most entries of a page.")] = 100,
) -> Response:
    """Every change, and every request that was refused for lack of a right: who, what, when, from where.

    Contents are never noted. Each entry carries the hash of the one before; `imagegraph verify` proves them.
    """
    require(request, "admin")
    wanted = {
        key: value for key, value in (("agent", agent), ("action", action), ("object", object)) if value
    }
    found = services.audit.entries(before=before, limit=limit + 1, **wanted)
    items = found[:limit]
    older = None
    if len(found) > limit:
        given = {**wanted, "before": str(items[-1].sequence), "limit": str(limit)}
        older = f"{path_below(services, 'audit')}?{urlencode(given)}"
    headers = {"Cache-Control": "no-store", **({"Link": link(older, rel="next")} if older else {})}
    return as_json({"items": [entry.as_dict() for entry in items], "next": older}, headers=headers)
