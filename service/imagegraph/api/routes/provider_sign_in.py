"""Signing in with a provider elsewhere: a browser is sent there and comes back."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from imagegraph.api import openapi, pages
from imagegraph.api.dependencies import ServicesOf
from imagegraph.api.problems import status_of
from imagegraph.api.responses import HTML, path_below
from imagegraph.api.sessions import UNCACHED, begin_session, is_encrypted, own_page, sign_in_page
from imagegraph.errors import BadParameter, Forbidden, ImagegraphError, NotFound, SourceUnavailable
from imagegraph.operations.services import Services
from imagegraph.ports.signing_in import IdentityProvider

router = APIRouter(tags=["Service"])
#: cookie that holds what a browser keeps until it comes back
FLOW = "imagegraph_sign_in"
_SECONDS = 600
#: longest address of a page that is remembered: a cookie holds 4,096 bytes
_LONGEST_NEXT = 1_000
_FAILURES = (BadParameter, Forbidden, SourceUnavailable)


@router.get(
    "/sign-in/provider",
    operation_id="beginSignIn",
    summary="Go to the provider to sign in",
    response_class=Response,
    responses=openapi.answers(
        {303: ("`Location` is a page of the provider", None)}, problems=[400, 404, 502], pages=[400, 502]
    ),
)
def begin(
    request: Request,
    services: ServicesOf,
    next: Annotated[str, Query(description="The page to go on to.", max_length=2_000)] = "",
) -> Response:
    """A browser is sent to the provider that people sign in with, with a cookie by which it is known again."""
    provider = _provider(services)
    wanted = own_page(services, next if len(next) <= _LONGEST_NEXT else "")
    try:
        address, flow = provider.begin(wanted)
    except _FAILURES as error:
        return _failed(request, services, error, next=wanted)
    answer = Response(status_code=303, headers={"Location": address, **UNCACHED})
    answer.set_cookie(
        FLOW, flow, max_age=_SECONDS, path=path_below(services, "sign-in"), httponly=True, samesite="lax",
        secure=is_encrypted(request),
    )  # fmt: skip
    return answer


@router.get(
    "/sign-in/callback",
    operation_id="finishSignIn",
    summary="Come back from the provider",
    response_class=Response,
    responses=openapi.answers(
        {303: ("Signed in; `Location` is the page that was wanted", None)},
        problems=[400, 403, 404, 502],
        pages=[400, 403, 502],
    ),
)
def finish(
    request: Request,
    services: ServicesOf,
    state: Annotated[str, Query(description="Comes back as it was sent.", max_length=200)] = "",
    code: Annotated[str, Query(description="What the provider gives for signing in.", max_length=8_000)] = "",
    iss: Annotated[str, Query(description="Which provider it is.", max_length=600)] = "",
    error: Annotated[str, Query(description="Why nobody was signed in.", max_length=2_000)] = "",
) -> Response:
    """Whoever was let in gets a session; everybody else is told what to ask for."""
    provider = _provider(services)
    parameters = {"state": state, "code": code, "iss": iss, "error": error}
    try:
        arrival = provider.finish(request.cookies.get(FLOW, ""), parameters)
    except _FAILURES as failure:
        return _without_flow(services, _failed(request, services, failure, next=path_below(services, "")))
    person = services.tokens.find_person(arrival.identity)
    if person is None or not person.is_good(datetime.now(UTC)):
        page = pages.page(
            services, "not-admitted.html", identity=arrival.identity, before=person,
            command=f"imagegraph person admit {shlex.quote(arrival.identity)} --scope read",
        )  # fmt: skip
        answer = Response(page, status_code=403, media_type=HTML, headers=UNCACHED)
    else:
        answer = begin_session(request, services, person, next=own_page(services, arrival.next))
    return _without_flow(services, answer)


def _provider(services: Services) -> IdentityProvider:
    if services.provider is None:
        raise NotFound("People sign in with tokens here; no provider is set (IMAGEGRAPH_OIDC_ISSUER).")
    return services.provider


def _failed(request: Request, services: Services, error: ImagegraphError, *, next: str) -> Response:
    status = int(status_of(error))
    return sign_in_page(request, services, next=next, error=error.detail, status=status)


def _without_flow(services: Services, answer: Response) -> Response:
    """Whoever came back has no more use for the cookie, and nobody else should find it."""
    answer.delete_cookie(FLOW, path=path_below(services, "sign-in"))
    return answer
