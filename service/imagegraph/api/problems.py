"""Errors as `application/problem+json` (RFC 9457, https://www.rfc-editor.org/rfc/rfc9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from imagegraph import errors
from imagegraph.api.request_ids import REQUEST_ID
from imagegraph.api.responses import path_below
from imagegraph.errors import ImagegraphError
from imagegraph.operations.services import Services

MEDIA_TYPE = "application/problem+json"
#: what may stand in a path as it is (RFC 3986), besides letters, digits and -._~
_PATH = "/:@!$&'()*+,;="

#: the most specific class decides
STATUS: dict[type[ImagegraphError], int] = {
    ImagegraphError: 500,
    errors.Refusal: 422,
    errors.MalformedDocument: 400,
    errors.EmptyDocument: 400,
    errors.UnknownFormat: 415,
    errors.DocumentTooLarge: 413,
    errors.DocumentTooDeep: 422,
    errors.DocumentTooSlow: 413,
    errors.ForbiddenConstruct: 422,
    errors.InvalidIri: 422,
    errors.DuplicateIdentifier: 422,
    errors.QueryRefusal: 400,
    errors.ForbiddenQuery: 403,
    errors.QueryTooLarge: 413,
    errors.ResultTooLarge: 413,
    errors.QueryTimeout: 504,
    errors.PastTooLarge: 413,
    errors.WorkersBusy: 503,
    errors.TooManyRequests: 429,
    errors.BadParameter: 400,
    errors.Unauthorized: 401,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    errors.Gone: 410,
    errors.NotAcceptable: 406,
    errors.PreconditionFailed: 412,
    errors.PreconditionRequired: 428,
    errors.SourceUnavailable: 502,
    errors.DataFolderError: 507,
}


def status_of(error: ImagegraphError) -> int:
    """The HTTP status that says what this error says."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def problem(
    status: int,
    *,
    slug: str,
    title: str,
    detail: str,
    instance: str,
    root: str = "",
    headers: dict[str, str] | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Response:
    """A problem document; `type` is a page that the service shows.

    Args:
        root: path of the service's base, without a slash at its end.
        extra: further members; none of them replaces one of the standard.
    """
    body = {
        "type": f"{root}/problems/{slug}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": quote(instance, safe=_PATH),
    }
    if request_id := REQUEST_ID.get():
        body["request_id"] = request_id
    text = json.dumps({**body, **(extra or {}), **body}, ensure_ascii=False, default=str)
    return Response(text, status_code=status, media_type=MEDIA_TYPE, headers=headers)


def from_error(request: Request, error: ImagegraphError) -> Response:
    """One of our own errors."""
    status = status_of(error)
    extra = dict(error.extra)
    headers = {}
    if status in (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS):
        headers["Retry-After"] = str(extra.get("retry_after", 1))
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = 'Bearer realm="imagegraph"'
    if "etag" in extra:
        headers["ETag"] = str(extra["etag"])
    if isinstance(error, errors.ValidationFailed):
        findings = extra.get("report", {}).get("results", [])
        extra.setdefault("errors", [{"pointer": "", "detail": f["message"]} for f in findings])
    elif isinstance(error, errors.Refusal):
        pointer = extra.get("pointer", "")
        extra.setdefault("errors", [{"pointer": pointer, "detail": error.detail, "severity": "violation"}])
    return problem(
        status, slug=error.slug, title=error.title, detail=error.detail, instance=request.url.path,
        root=_root(request), headers=headers, extra=extra,
    )  # fmt: skip


def from_http(request: Request, error: HTTPException) -> Response:
    """A failure that the framework itself found."""
    phrase = HTTPStatus(error.status_code).phrase
    detail = error.detail if isinstance(error.detail, str) else phrase
    if error.status_code == HTTPStatus.NOT_FOUND and detail == phrase:
        detail = f"There is nothing at {request.url.path}."
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = (error.headers or {}).get("Allow", "")
        detail = f"{request.method} is not possible at {request.url.path}" + (
            f"; try {allowed}." if allowed else "."
        )
    return problem(
        error.status_code, slug=phrase.lower().replace(" ", "-"), title=phrase, detail=detail,
        instance=request.url.path, root=_root(request), headers=dict(error.headers or {}),
    )  # fmt: skip


def _from_validation(request: Request, error: RequestValidationError) -> Response:
    listed = [
        {"pointer": "/" + "/".join(str(part) for part in one["loc"]), "detail": one["msg"]}
        for one in error.errors()
    ]
    return problem(
        400, slug="bad-parameter", title=errors.BadParameter.title,
        detail="; ".join(f"{one['pointer']}: {one['detail']}" for one in listed),
        instance=request.url.path, root=_root(request), extra={"errors": listed},
    )  # fmt: skip


def from_accident(request: Request, error: Exception) -> Response:
    """A mistake of ours; it is in the log."""
    return problem(
        500, slug="error", title="Something went wrong",
        detail="The service met an error of its own; it is in the log. Nothing was stored by this request.",
        instance=request.url.path, root=_root(request),
    )  # fmt: skip


def _root(request: Request) -> str:
    return path_below(cast(Services, request.app.state.services), "").rstrip("/")


def install(app: FastAPI) -> None:
    """Answer every failure of the application with a problem document; what nobody foresaw is left to `RequestLog`."""
    app.add_exception_handler(ImagegraphError, from_error)  # type: ignore[arg-type]
    app.add_exception_handler(HTTPException, from_http)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, _from_validation)  # type: ignore[arg-type]
