"""Who sees a record: its project, and from when on everybody."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from imagegraph.api import openapi, openapi_projects
from imagegraph.api.access import Agent, caller_of
from imagegraph.api.dependencies import RecordId, ServicesOf
from imagegraph.api.fields import fields_body, read_fields
from imagegraph.api.responses import HTML, JSON, as_json, negotiated, record_path
from imagegraph.api.sessions import UNCACHED
from imagegraph.errors import BadParameter
from imagegraph.model.moments import parse_instant
from imagegraph.model.projects import Placement
from imagegraph.operations.projects.placing import (
    WantedPlacement,
    checked_visibility,
    get_placement,
    may_in,
    place,
)
from imagegraph.operations.services import Services

router = APIRouter(tags=["Projects"])


@router.get(
    "/records/{id}/visibility",
    operation_id="readVisibility",
    summary="Who sees a record",
    response_class=Response,
    responses=openapi.answers(
        {200: ("Its project, for those who are in it, and its visibility", openapi_projects.PLACEMENT)},
        problems=[400, 404],
    ),
)
def read_visibility(request: Request, services: ServicesOf, id: RecordId) -> Response:
    """`private`, `embargoed` until `public_from`, or `public` since then."""
    return _told(request, services, get_placement(services.journal, services.projects, id))


@router.put(
    "/records/{id}/visibility",
    operation_id="setVisibility",
    summary="Say who sees a record",
    response_class=Response,
    responses=openapi.answers(
        {200: ("As it is now", openapi_projects.PLACEMENT)}, problems=[400, 403, 404, 406, 410, 415]
    ),
    openapi_extra=fields_body(
        {"visibility": "embargoed", "public_from": "2027-03-01T09:00:00+01:00", "project": "fish"},
        description="What is to change; what is left out stays.",
    ),
)
@router.post(
    "/records/{id}/visibility",
    operation_id="changeVisibility",
    summary="Say who sees a record, from a page",
    response_class=Response,
    responses=openapi.answers(
        {200: ("As it is now", openapi_projects.PLACEMENT), 303: ("For a page", None)},
        problems=[400, 403, 404, 406, 410, 415],
    ),
    openapi_extra=fields_body(
        {"visibility": "embargoed", "public_from": "2027-03-01T09:00:00+01:00", "project": "fish"},
        description="What is to change; what is left out stays.",
    ),
)
async def set_visibility(request: Request, services: ServicesOf, id: RecordId, agent: Agent) -> Response:
    """For owners of its project. What was public stays public, save for an admin.

    A date without a time means its first minute in UTC. The record is there for everybody from that moment on, never
    before; of its history only what is current then, and what comes later.
    """
    media_type = negotiated(request, (JSON, HTML))
    fields = await read_fields(request, "visibility", "public_from", "project")
    wanted = _wanted(fields)
    placed = await run_in_threadpool(
        lambda: place(
            id, wanted, journal=services.journal, projects=services.projects, caller=caller_of(request), agent=agent,
            now=services.now(),
        )
    )  # fmt: skip
    if media_type == HTML:
        return Response(status_code=303, headers={"Location": record_path(services, id)})
    return _told(request, services, placed)


def _wanted(fields: dict[str, str]) -> WantedPlacement:
    if not fields:
        raise BadParameter("Say what is to change: visibility, public_from or project.", pointer="")
    visibility = checked_visibility(fields["visibility"]) if "visibility" in fields else None
    public_from = fields.get("public_from")
    if public_from is not None:
        if visibility is None:
            visibility = "embargoed"
        elif visibility != "embargoed":
            raise BadParameter("public_from goes with the visibility embargoed only.", pointer="/public_from")
        public_from = parse_instant(public_from, parameter="public_from")
    return WantedPlacement(visibility=visibility, public_from=public_from, project=fields.get("project"))


def _told(request: Request, services: Services, placement: Placement) -> Response:
    values = placement.as_dict(services.now())
    if not may_in(caller_of(request), placement.project, "reader"):
        values["project"] = None
    return as_json(values, headers=UNCACHED)
