"""Bodies of requests that are text or JSON, read with a word about what is wrong and where."""

from __future__ import annotations

import json
from typing import Any

from fastapi import Request

from imagegraph.errors import MalformedDocument

#: what clients send when nobody told them better; says nothing about the content
UNTOLD = frozenset(("", "application/octet-stream", "application/x-www-form-urlencoded"))
JSON_TYPES = frozenset(("application/json", "text/json"))


def media_type_of(request: Request) -> str:
    """What the sender says the body is, lower case, without parameters; empty when nothing."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def read_text(request: Request) -> str:
    """The body as text.

    Raises:
        MalformedDocument: it is not UTF-8.
    """
    content = await request.body()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedDocument(
            f"The body is not UTF-8: byte {error.start} cannot be read.", offset=error.start
        ) from None


def parse_json(text: str) -> Any:
    """The JSON of a body.

    Raises:
        MalformedDocument: it is none; with `line` and `column`.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise MalformedDocument(
            f"The body is not JSON: {error.msg}, line {error.lineno}, column {error.colno}.",
            line=error.lineno, column=error.colno,
        ) from None  # fmt: skip
    except (ValueError, RecursionError):
        raise MalformedDocument(
            "The body is JSON beyond all bounds: too deep, or an endless number."
        ) from None
