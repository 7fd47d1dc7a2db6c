"""Projects: which there are, who is in them, and links for reviewers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from imagegraph.api import openapi, openapi_projects, project_pages
from imagegraph.api.access import Agent, caller_of, require
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.fields import fields_body, read_fields
from imagegraph.api.responses import HTML, JSON, as_json, negotiated, path_below, varied
from imagegraph.api.sessions import UNCACHED, begin_session
from imagegraph.errors import BadParameter, NotFound
from imagegraph.operations.projects.listing import get_described, link_values, projects_of, told
from imagegraph.operations.projects.membership import checked_role, make_link, member_called, shut_out
from imagegraph.operations.projects.placing import confirm_role
from imagegraph.operations.services import Services

router = APIRouter(tags=["Projects"])
_MOST_DAYS, _DAYS = 366, 30

ProjectId = Annotated[str, Path(description="Name of the project.", examples=["fish"])]


@router.get(
    "/projects",
    operation_id="listProjects",
    summary="Your projects",
    response_class=Response,
    responses=openapi.answers(
        {200: ("Those that you are in; all for an admin", {"items": [openapi_projects.PROJECT]})},
        problems=[406],
        media_types=(JSON, HTML),
    ),
)
def list_projects(request: Request, services: ServicesOf) -> Response:
    """Records belong to projects, and whoever is in a project sees its records."""
    media_type = negotiated(request, (JSON, HTML))
    caller = caller_of(request)
    items = [told(one, caller=caller) for one in projects_of(services.projects, caller)]
    if media_type == HTML:
        return varied(
            Response(
                project_pages.projects(services, items, caller=caller), media_type=HTML, headers=UNCACHED
            )
        )
    return varied(as_json({"items": items}, headers=UNCACHED))


@router.post(
    "/projects",
    operation_id="createProject",
    summary="Make a project",
    response_class=Response,
    status_code=201,
    responses=openapi.answers(
        {201: ("Made; `Location` is the project", openapi_projects.PROJECT), 303: ("For a page", None)},
        problems=[400, 403, 406, 415],
    ),
    openapi_extra=fields_body(
        {"id": "fish", "title": "Zebrafish atlas"}, description="Its name and its title."
    ),
)
async def create_project(request: Request, services: ServicesOf, agent: Agent) -> Response:
    """For admins. The name begins the ids of the records that are handed in to it: `fish~…`."""
    require(request, "admin")
    fields = await read_fields(request, "id", "title")
    if "id" not in fields:
        raise BadParameter("A project needs a name: `id`.", pointer="/id")
    made = await run_in_threadpool(
        services.projects.create, fields["id"], title=fields.get("title", ""), agent=agent
    )
    if negotiated(request, (JSON, HTML)) == HTML:
        return _back(services, made.id)
    headers = {"Location": path_below(services, f"projects/{made.id}")}
    return as_json(told(made, caller=caller_of(request)), status=201, headers=headers)


@router.get(
    "/projects/{id}",
    operation_id="readProject",
    summary="One project",
    response_class=Response,
    responses=openapi.answers(
        {200: ("How many records it has; to owners also who is in it", openapi_projects.DESCRIBED)},
        problems=[404, 406],
        media_types=(JSON, HTML),
    ),
)
def read_project(request: Request, services: ServicesOf, id: ProjectId) -> Response:
    """A project that you are not in is not there."""
    media_type = negotiated(request, (JSON, HTML))
    described = get_described(
        services.projects, services.tokens, id, caller=caller_of(request), now=services.now()
    )
    if media_type == HTML:
        return varied(Response(project_pages.project(services, described), media_type=HTML, headers=UNCACHED))
    return varied(as_json(described, headers=UNCACHED))


@router.post(
    "/projects/{id}/members",
    operation_id="grantRole",
    summary="Let somebody in",
    response_class=Response,
    responses=openapi.answers(
        {200: ("In", {"member": "token:0a1b2c3d4e", "role": "editor"}), 303: ("For a page", None)},
        problems=[400, 403, 404, 406, 415],
    ),
    openapi_extra=fields_body(
        {"member": "Microscope 2", "role": "editor"},
        description="Name or id of a token, or the identity of a person; and `reader`, `editor` or `owner`.",
    ),
)
async def grant_role(request: Request, services: ServicesOf, id: ProjectId, agent: Agent) -> Response:
    """For owners. Whoever is in already gets the new role."""
    confirm_role(caller_of(request), id, "owner")
    fields = await read_fields(request, "member", "role")
    role = checked_role(fields.get("role", "reader"))
    member = await run_in_threadpool(member_called, fields.get("member", ""), tokens=services.tokens)
    await run_in_threadpool(services.projects.grant, id, member, role, agent=agent)
    if negotiated(request, (JSON, HTML)) == HTML:
        return _back(services, id)
    return as_json({"member": member, "role": role})


@router.delete(
    "/projects/{id}/members/{member:path}",
    operation_id="withdrawRole",
    summary="Shut somebody out",
    response_class=Response,
    status_code=204,
    responses=openapi.answers({204: ("Out", None)}, problems=[403, 404]),
)
def withdraw_role(
    request: Request,
    services: ServicesOf,
    id: ProjectId,
    member: Annotated[str, Path(description="Key or name of the member.", examples=["token:0a1b2c3d4e"])],
    agent: Agent,
) -> Response:
    """For owners. It holds from the next request on."""
    confirm_role(caller_of(request), id, "owner")
    shut_out(services.projects, services.tokens, id, member, agent=agent)
    return Response(status_code=204)


@router.post(
    "/projects/{id}/members/{member:path}/remove",
    operation_id="removeMember",
    summary="Shut somebody out, from a page",
    response_class=Response,
    status_code=303,
    responses=openapi.answers({303: ("Out; `Location` is the project", None)}, problems=[403, 404]),
)
def remove_member(
    request: Request, services: ServicesOf, id: ProjectId, member: str, agent: Agent
) -> Response:
    """What forms can send instead of DELETE."""
    confirm_role(caller_of(request), id, "owner")
    shut_out(services.projects, services.tokens, id, member, agent=agent)
    return _back(services, id)


@router.post(
    "/projects/{id}/review-links",
    operation_id="createReviewLink",
    summary="Make a link for reviewers",
    response_class=Response,
    status_code=201,
    responses=openapi.answers(
        {
            201: (
                "The link, shown this once",
                {**openapi_projects.REVIEW_LINK, "url": "http://localhost:8000/review/imagegraph_…"},
            )
        },
        problems=[400, 403, 404, 406, 415],
        media_types=(JSON, HTML),
    ),
    openapi_extra=fields_body(
        {"note": "second referee", "days": "30"}, description="Who it is for, and for how many days."
    ),
)
async def create_review_link(request: Request, services: ServicesOf, id: ProjectId, agent: Agent) -> Response:
    """For owners. Whoever opens the link reads the records of the project until it expires, without a name."""
    confirm_role(caller_of(request), id, "owner")
    media_type = negotiated(request, (JSON, HTML))
    fields = await read_fields(request, "note", "days")
    days = _days(fields.get("days", str(_DAYS)))
    expires = datetime.now(UTC) + timedelta(days=days)
    secret, token = await run_in_threadpool(
        make_link,
        services.projects,
        services.tokens,
        id,
        note=fields.get("note", ""),
        expires=expires,
        agent=agent,
    )
    url = f"{services.settings.base}review/{secret}"
    if media_type == HTML:
        page = project_pages.review_link(services, id, url=url, token=token)
        return varied(Response(page, status_code=201, media_type=HTML, headers=UNCACHED))
    return varied(as_json({**link_values(token), "url": url}, status=201, headers=UNCACHED))


@router.get(
    "/review/{secret}",
    operation_id="openReviewLink",
    summary="Open a review link",
    response_class=Response,
    status_code=303,
    responses=openapi.answers(
        {303: ("`Location` is the list of records", None)}, problems=[404], pages=[404]
    ),
)
def open_review_link(request: Request, services: ServicesOf, secret: str) -> Response:
    """The browser gets a session that reads; programs can send what stands behind `/review/` as a Bearer token."""
    token = services.tokens.find(secret)
    if token is None or token.kind != "review link" or not token.is_good(datetime.now(UTC)):
        raise NotFound(
            "This link opens nothing: it has expired, was taken back, or was cut. Ask whoever sent it for a new one."
        )
    answer = begin_session(request, services, token, next=path_below(services, "records"))
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and 0 < int(text) <= _MOST_DAYS):
        raise BadParameter(
            f"days must be a number from 1 to {_MOST_DAYS}, not {text[:40]!r}.", parameter="days"
        )
    return int(text)


def _back(services: Services, id: str) -> Response:
    return Response(status_code=303, headers={"Location": path_below(services, f"projects/{id}")})
