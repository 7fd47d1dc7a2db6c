"""How a browser gets a session, and which page it goes on to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from fastapi import Request
from starlette.responses import Response

from imagegraph.api import pages
from imagegraph.api.access import SESSION, caller_of
from imagegraph.api.responses import HTML, path_below
from imagegraph.model.access import Token
from imagegraph.operations.services import Services

#: hours that a session lasts
HOURS = 12
UNCACHED = {"Cache-Control": "no-store"}


def begin_session(request: Request, services: Services, token: Token, *, next: str) -> Response:
    """The answer that leads to a page and sets a cookie that scripts cannot read and other sites cannot send."""
    secret = services.tokens.begin_session(token, expires=datetime.now(UTC) + timedelta(hours=HOURS))
    services.audit.note("session.begin", agent=f"{token.kind} {token.name}", object=token.id)
    answer = Response(status_code=303, headers={"Location": next, **UNCACHED})
    answer.set_cookie(
        SESSION, secret, max_age=HOURS * 3_600, path=path_below(services, ""), httponly=True, samesite="lax",
        secure=is_encrypted(request),
    )  # fmt: skip
    return answer


def sign_in_page(
    request: Request, services: Services, *, next: str, error: str | None = None, status: int = 200
) -> Response:
    """The page for signing in, with what went wrong."""
    page = pages.page(
        services, "sign-in.html", caller=caller_of(request), next=next, error=error,
        provider=services.provider.title if services.provider else None,
    )  # fmt: skip
    return Response(page, status_code=status, media_type=HTML, headers=UNCACHED)


def own_page(services: Services, wanted: str) -> str:
    """A page of this service; the first one for any other address."""
    home = path_below(services, "")
    is_own = wanted.startswith(home) and not wanted.startswith(("//", "/\\")) and "\\" not in wanted
    return wanted if is_own and wanted.isprintable() and wanted.isascii() else home


def is_encrypted(request: Request) -> bool:
    """Whether the browser's connection is, be it to a proxy."""
    return request.url.scheme == "https" or request.headers.get("x-forwarded-proto", "").lower() == "https"
