"""Bodies of requests: read within the limits, and told apart from forms.

`LimitedBodies` counts what arrives, whatever `Content-Length` says, and how long that takes, for every route.
"""

from __future__ import annotations

import re
import time
from pathlib import PurePosixPath
from typing import Annotated

import anyio
from fastapi import Depends, Query, Request
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from imagegraph.api.body_text import UNTOLD, media_type_of
from imagegraph.api.dependencies import services_of
from imagegraph.errors import BadParameter, DocumentTooLarge, EmptyDocument, UnknownFormat
from imagegraph.model.records import Document

_FILENAME = re.compile(r'filename="?([^";]+)"?', re.IGNORECASE)


class LimitedBodies:
    """ASGI middleware that refuses bodies over a limit while they arrive, and those that do not arrive.

    Args:
        app: the application.
        most: bytes.
        seconds: from the first look at the body to its end.
    """

    def __init__(self, app: ASGIApp, *, most: int, seconds: float) -> None:
        self._app = app
        self._most = most
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; what is too much or too slow raises in the reader: `DocumentTooLarge`, or 408."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = dict(scope["headers"]).get(b"content-length", b"")
        taken = 0
        is_whole = False
        deadline: float | None = None

        async def counted() -> Message:
            nonlocal taken, is_whole, deadline
            if told.isdigit() and int(told) > self._most:
                raise self._refusal()
            if is_whole:  # what follows is that the client leaves, which may take any time
                return await receive()
            deadline = deadline or time.monotonic() + self._seconds
            try:
                with anyio.fail_after(max(0.0, deadline - time.monotonic())):
                    message = await receive()
            except TimeoutError:
                raise self._too_slow() from None
            is_whole = not message.get("more_body", False)
            taken += len(message.get("body", b""))
            if taken > self._most:
                raise self._refusal()
            return message

        await self._app(scope, counted, send)

    def _too_slow(self) -> HTTPException:
        detail = (
            f"The body of the request did not arrive within {self._seconds:g} s. Send it again over a faster "
            "line, or in parts."
        )
        return HTTPException(408, detail=detail, headers={"Connection": "close"})

    def _refusal(self) -> DocumentTooLarge:
        return DocumentTooLarge(
            f"The body of a request may have {self._most:,} bytes; this one has more. Split the document, "
            "import it with `imagegraph import` where the service runs, or raise IMAGEGRAPH_BODY_BYTES.",
            limit=self._most,
        )


async def read_document(
    request: Request,
    format: Annotated[
        str | None,
        Query(description="Name of the format, when neither `Content-Type` nor the content shows it. "
              "`GET /` lists the names."),
    ] = None,
) -> Document:  # fmt: skip
    """The body of a request as a document.

    Raises:
        BadParameter: there is no format of that name.
        UnknownFormat: it is encoded, or a form.
        EmptyDocument: there is none.
    """
    formats = services_of(request).formats
    if format is not None and format not in formats:
        raise BadParameter(
            f"There is no format {format!r}. Known formats: {', '.join(formats)}.",
            parameter="format", value=format, known=list(formats),
        )  # fmt: skip
    coding = request.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("", "identity"):
        raise UnknownFormat(
            f"Bodies with Content-Encoding {coding} are not read. Send the document as it is.", value=coding
        )
    media_type = media_type_of(request)
    if media_type == "multipart/form-data":
        raise UnknownFormat(
            "Forms are not read. Send the document itself as the body: curl --data-binary @FILE …",
            value=media_type,
        )
    content = await request.body()
    if not content.strip():
        raise EmptyDocument("The body of the request is empty. Send a document as the body.")
    return Document(
        name=_name(request),
        content=content,
        media_type=None if media_type in UNTOLD else media_type,
        format=format,
    )


def _name(request: Request) -> str:
    """The file name that the sender gives, which can show the format, else `request body`."""
    match = _FILENAME.search(request.headers.get("content-disposition", ""))
    name = PurePosixPath(match[1].replace("\\", "/")).name.strip() if match else ""
    return name[:200] or "request body"


#: the body of the request as a document
BodyDocument = Annotated[Document, Depends(read_document)]
