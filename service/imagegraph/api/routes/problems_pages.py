"""What each `type` of a problem document means."""

from __future__ import annotations

from http import HTTPStatus
from inspect import cleandoc

from fastapi import APIRouter, Request
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.problems import status_of
from imagegraph.api.responses import HTML, JSON, as_json, negotiated, path_below, varied
from imagegraph.errors import NotFound, all_errors

router = APIRouter(prefix="/problems", tags=["Reference"])


def _known() -> dict[str, dict[str, object]]:
    """Every kind of problem by its slug: our own, and those of HTTP itself."""
    own: dict[str, dict[str, object]] = {
        slug: {
            "slug": slug, "title": kind.title, "status": status_of(kind("")),
            "description": cleandoc(kind.__doc__ or "").partition("\n")[0],
        }
        for slug, kind in all_errors().items()
    }  # fmt: skip
    plain = {
        HTTPStatus.FORBIDDEN: "The request is understood and refused.",
        HTTPStatus.REQUEST_TIMEOUT: "The body of the request did not arrive in time.",
        HTTPStatus.METHOD_NOT_ALLOWED: "The address is there, but not for this method; see Allow.",
    }
    for status, text in plain.items():
        slug = status.phrase.lower().replace(" ", "-")
        own.setdefault(
            slug, {"slug": slug, "title": status.phrase, "status": int(status), "description": text}
        )
    return own


@router.get(
    "",
    operation_id="listProblems",
    summary="Every kind of problem",
    response_class=Response,
    responses=openapi.answers(
        {200: ("All of them", {"items": [{"slug": "gone", "title": "Deleted", "status": 410}]})},
        problems=[406],
        media_types=(JSON, HTML),
    ),
)
def list_problems(request: Request, services: ServicesOf) -> Response:
    """The values that `type` of a problem document can have."""
    known = _known()
    if negotiated(request, (JSON, HTML)) == HTML:
        listed = {
            f"problems/{slug}": f"{one['title']} ({one['status']})" for slug, one in sorted(known.items())
        }
        text = "Every failure is one of these, as application/problem+json."
        return varied(
            Response(pages.reference(services, title="Problems", text=text, files=listed), media_type=HTML)
        )
    items = [{**one, "type": path_below(services, f"problems/{slug}")} for slug, one in sorted(known.items())]
    return varied(as_json({"items": items}))


@router.get(
    "/{slug}",
    operation_id="readProblem",
    summary="What a problem means",
    response_class=Response,
    responses=openapi.answers(
        {200: ("Its meaning", {"slug": "gone", "title": "Deleted", "status": 410})},
        problems=[404, 406],
        media_types=(JSON, HTML),
    ),
)
def read_problem(request: Request, services: ServicesOf, slug: str) -> Response:
    """The page that `type` of a problem document names."""
    one = _known().get(slug)
    if one is None:
        raise NotFound(f"There is no problem {slug!r}. GET /problems lists them.", slug=slug)
    if negotiated(request, (JSON, HTML)) == HTML:
        content = pages.problem(
            services,
            slug=slug,
            title=str(one["title"]),
            text=str(one["description"]),
            status=str(one["status"]),
        )
        return varied(Response(content, media_type=HTML))
    return varied(as_json(one))
