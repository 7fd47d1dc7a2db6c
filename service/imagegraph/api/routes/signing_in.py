"""Signing in: a browser gets a session for a token, and gives it back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.access import SESSION, caller_of
from imagegraph.api.body_text import read_text
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import HTML, path_below
from imagegraph.operations.services import Services

router = APIRouter(tags=["Service"])
#: hours that a session lasts
HOURS = 12
_MOST_FIELDS = 10
_UNCACHED = {"Cache-Control": "no-store"}


@router.get(
    "/sign-in",
    operation_id="showSignIn",
    summary="The page for signing in",
    response_class=Response,
    responses=openapi.answers({200: ("A form for a token", None)}, problems=[400]),
)
def show_sign_in(
    request: Request,
    services: ServicesOf,
    next: Annotated[str, Query(description="The page to go on to.", max_length=2_000)] = "",
) -> Response:
    """A browser that wants a page and may not see it is led here."""
    page = pages.page(
        services, "sign-in.html", caller=caller_of(request), next=_own(services, next), error=None
    )
    return Response(page, media_type=HTML, headers=_UNCACHED)


@router.post(
    "/sign-in",
    operation_id="signIn",
    summary="Begin a session with a token",
    response_class=Response,
    responses=openapi.answers(
        {303: ("Signed in; `Location` is the page that was wanted", None)}, problems=[400]
    )
    | {403: {"description": "The token is not good; the form again", "content": {HTML: {}}}},
)
async def sign_in(request: Request, services: ServicesOf) -> Response:
    """The token comes in a form; the answer sets a cookie that scripts cannot read and other sites cannot send."""
    fields = _fields(await read_text(request))
    now = datetime.now(UTC)
    token = services.tokens.find(fields.get("token", "").strip())
    wanted = _own(services, fields.get("next", ""))
    if token is None or not token.is_good(now):
        page = pages.page(
            services, "sign-in.html", caller=caller_of(request), next=wanted,
            error="This token opens nothing here: it was never given out, has expired or was revoked.",
        )  # fmt: skip
        return Response(page, status_code=403, media_type=HTML, headers=_UNCACHED)
    secret = services.tokens.begin_session(token, expires=now + timedelta(hours=HOURS))
    answer = Response(status_code=303, headers={"Location": wanted, **_UNCACHED})
    answer.set_cookie(
        SESSION, secret, max_age=HOURS * 3_600, path=path_below(services, ""), httponly=True, samesite="lax",
        secure=_is_encrypted(request),
    )  # fmt: skip
    return answer


@router.post(
    "/sign-out",
    operation_id="signOut",
    summary="End the session",
    response_class=Response,
    responses=openapi.answers({303: ("Signed out", None)}, problems=[401, 403]),
)
def sign_out(request: Request, services: ServicesOf) -> Response:
    """The session opens nothing any more, whoever has it."""
    services.tokens.end_session(request.cookies.get(SESSION, ""))
    answer = Response(status_code=303, headers={"Location": path_below(services, "sign-in"), **_UNCACHED})
    answer.delete_cookie(SESSION, path=path_below(services, ""))
    return answer


def _fields(text: str) -> dict[str, str]:
    try:
        found = parse_qs(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}


def _own(services: Services, wanted: str) -> str:
    """A page of this service; the first one for any other address."""
    home = path_below(services, "")
    is_own = wanted.startswith(home) and not wanted.startswith(("//", "/\\")) and "\\" not in wanted
    return wanted if is_own and wanted.isprintable() and wanted.isascii() else home


def _is_encrypted(request: Request) -> bool:
    return request.url.scheme == "https" or request.headers.get("x-forwarded-proto", "").lower() == "https"
