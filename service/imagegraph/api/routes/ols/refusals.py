"""Refusals in the shape that OLS clients read: `{timestamp, status, error, message, path}`."""

from __future__ import annotations

import json
import time
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from imagegraph.api.problems import status_of
from imagegraph.api.responses import JSON
from imagegraph.errors import ImagegraphError


def answer(content: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """JSON without spaces: a page of 1,000 terms is large."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Response(
        text.encode("utf-8", errors="replace"), status_code=status, media_type=JSON, headers=headers
    )


def refusal(
    request: Request, status: int, *, message: str, headers: dict[str, str] | None = None
) -> Response:
    """One refusal; `timestamp` is in milliseconds since 1970."""
    body = {
        "timestamp": time.time_ns() // 1_000_000,
        "status": status,
        "error": HTTPStatus(status).phrase,
        "message": message,
        "path": request.url.path,
    }
    return answer(body, status=status, headers=headers)


def from_error(request: Request, error: ImagegraphError) -> Response:
    """One of our own errors."""
    return refusal(request, status_of(error), message=error.detail)


def from_http(request: Request, error: HTTPException) -> Response:
    """What the framework found: no such route, or not with this method."""
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.NOT_FOUND:
        return refusal(request, 404, message=f"Endpoint not found: {request.url.path}")
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = "GET, HEAD"
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": "GET, HEAD, OPTIONS"})
        return refusal(
            request, 405, message=f"Request method '{request.method}' not supported", headers=headers
        )
    return refusal(request, error.status_code, message=str(error.detail), headers=headers)


def from_accident(request: Request, error: Exception) -> Response:
    """A mistake of ours; the application that this one is mounted in tells the log."""
    return refusal(request, 500, message="The service met an error of its own; it is in the log.")
