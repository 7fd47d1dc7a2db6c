"""The id of a request: the same in its answer, in a problem document, and in every line of the log."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextvars import ContextVar

HEADER = b"x-request-id"
#: the id of the request that is being answered; empty outside of one
REQUEST_ID: ContextVar[str] = ContextVar("request_id", default="")
_USABLE = re.compile(rb"[A-Za-z0-9._-]{8,64}")


def request_id_from(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """The id that a request brings along, when it is safe to repeat; else a new one."""
    for name, value in headers:
        if name == HEADER and _USABLE.fullmatch(value):
            return value.decode("ascii")
    return os.urandom(12).hex()
