"""Signing in: a browser gets a session for a token, and gives it back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, cast
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from imagegraph.api import openapi
from imagegraph.api.access import SESSION, caller_of
from imagegraph.api.bad_tokens import BadTokens, bad_token_address
from imagegraph.api.body_text import read_text
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.responses import path_below
from imagegraph.api.sessions import UNCACHED, begin_session, own_page, sign_in_page
from imagegraph.errors import TooManyRequests
from imagegraph.model.access import Token
from imagegraph.operations.services import Services

router = APIRouter(tags=["Service"])
_MOST_FIELDS = 10


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
    return sign_in_page(request, services, next=own_page(services, next))


@router.post(
    "/sign-in",
    operation_id="signIn",
    summary="Begin a session with a token",
    response_class=Response,
    responses=openapi.answers(
        {303: ("Signed in; `Location` is the page that was wanted", None)},
        problems=[400, 403, 429],
        pages=[403, 429],
    ),
)
async def sign_in(request: Request, services: ServicesOf) -> Response:
    """The token comes in a form; the answer sets a cookie that scripts cannot read and other sites cannot send."""
    fields = _fields(await read_text(request))
    wanted = own_page(services, fields.get("next", ""))
    try:
        token = await _good_token(request, services, fields.get("token", "").strip())
    except TooManyRequests as error:
        request.state.is_untold = True
        page = sign_in_page(request, services, next=wanted, status=429, error=error.detail)
        page.headers["Retry-After"] = str(error.extra["retry_after"])
        return page
    if token is None:
        return sign_in_page(
            request, services, next=wanted, status=403,
            error="This token opens nothing here: it was never given out, has expired or was revoked.",
        )  # fmt: skip
    return await run_in_threadpool(begin_session, request, services, token, next=wanted)


async def _good_token(request: Request, services: Services, secret: str) -> Token | None:
    """The token that somebody signs in with; None when it is not good.

    Raises:
        TooManyRequests: nor were the many before it.
    """
    bad_tokens, address = cast(BadTokens, request.app.state.bad_tokens), bad_token_address(request.scope)
    bad_tokens.check(address, secret)
    token = await run_in_threadpool(services.tokens.find, secret)
    if token is None or not token.is_good(datetime.now(UTC)):
        bad_tokens.count(address, secret)
        return None
    return token


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
    if caller_of(request).in_browser:
        services.audit.note("session.end", agent=caller_of(request).name)
    answer = Response(status_code=303, headers={"Location": path_below(services, "sign-in"), **UNCACHED})
    answer.delete_cookie(SESSION, path=path_below(services, ""))
    return answer


def _fields(text: str) -> dict[str, str]:
    try:
        found = parse_qs(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}
