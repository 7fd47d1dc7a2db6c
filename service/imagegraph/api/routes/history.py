"""The past of a record: its versions, what changed between them, bringing one back, where it came from."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from imagegraph.api import openapi
from imagegraph.api.dependencies import ServicesOf, get_record_id
from imagegraph.api.responses import as_json, link, record_path
from imagegraph.operations.history.versions import history_of

router = APIRouter(tags=["History"])

Number = Annotated[int, Path(ge=1, lt=10**18, description="Number of a version.")]


@router.get(
    "/records/{id}/versions",
    operation_id="listVersions",
    summary="History of a record",
    response_class=Response,
    responses=openapi.answers({200: ("Newest first", openapi.VERSIONS)}, problems=[400, 404]),
)
def list_versions(
    services: ServicesOf,
    id: str,
    before: Annotated[int | None, Query(ge=1, description="Only versions before this number.")] = None,
) -> Response:
    """What was accepted when, by whom and why; deletions too. `GET /records/{id}?version=` reads one."""
    summary = services.journal.find(get_record_id(services, id))
    found = history_of(services.journal, summary, before=before) if summary else ()
    path = record_path(services, id)
    items = [
        {
            "version": version.number, "at": version.at, "agent": version.agent, "reason": version.reason,
            "source": version.source, "format": version.format, "digest": version.digest or None,
            "deleted": version.deleted, "hash": version.hash,
            "url": None if version.deleted else f"{path}?version={version.number}",
            "changes": f"{path}/diff?from={version.number - 1}&to={version.number}",
        }
        for version in found
    ]  # fmt: skip
    older = f"{path}/versions?before={found[-1].number}" if found and found[-1].number > 1 else None
    headers = {"Link": link(older, rel="next")} if older else {}
    return as_json({"items": items, "next": older}, headers=headers)


@router.get(
    "/records/{id}/versions/{number}",
    operation_id="readVersion",
    summary="One version of a record",
    response_class=Response,
    status_code=303,
    responses=openapi.answers({303: ("`Location` is the version", None)}, problems=[400, 404]),
)
def read_version(services: ServicesOf, id: str, number: Number) -> Response:
    """Leads to `GET /records/{id}?version=`, which answers in every format."""
    version = services.journal.version(get_record_id(services, id), number)
    return Response(
        status_code=303, headers={"Location": record_path(services, id, tail=f"?version={version.number}")}
    )
