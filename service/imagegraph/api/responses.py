"""Answers in the form that the caller prefers, with the headers that caches and robots read."""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from imagegraph.model.identifiers import Identifier
from imagegraph.model.negotiation import choose
from imagegraph.operations.services import Services

HTML = "text/html"
JSON = "application/json"
#: representations may be kept, but are asked for again before they are used
REVALIDATE = "no-cache"


def negotiated(request: Request, offered: Sequence[str]) -> str:
    """The media type that suits the caller best, the first one when it does not matter.

    Raises:
        NotAcceptable: none does.
    """
    return choose(request.headers.get("accept"), offered=offered)


def path_below(services: Services, path: str) -> str:
    """The path of one of our own pages, below the path of the service's base."""
    return f"{urlsplit(services.settings.base).path.rstrip('/')}/{path}"


def record_path(services: Services, id: str, *, tail: str = "") -> str:
    """The path of a record or of something that belongs to it."""
    return path_below(services, f"records/{quote(id)}{tail}")


def term_path(services: Services, curie: str, *, tail: str = "") -> str:
    """The path of an ontology term or of something that belongs to it."""
    return path_below(services, f"terms/{quote(curie, safe=':')}{tail}")


def identifier_path(services: Services, identifier: Identifier, *, tail: str = "") -> str:
    """The path of a persistent identifier or of something that belongs to it."""
    value = quote(identifier.value, safe="/:")
    return path_below(services, f"identifiers/{identifier.scheme}/{value}{tail}")


def as_json(content: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Readable JSON, UTF-8, nothing escaped that need not be."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return Response(text + "\n", status_code=status, media_type=JSON, headers=headers)


def link(target: str, **attributes: str) -> str:
    """One entry of a Link header (RFC 8288)."""
    return f"<{target}>" + "".join(f'; {name}="{value}"' for name, value in attributes.items())


def varied(response: Response) -> Response:
    """The response, marked as one that depends on `Accept`."""
    response.headers["Vary"] = "Accept"
    return response


def is_known(request: Request, etag: str) -> bool:
    """Whether `If-None-Match` names what would be sent (weak comparison, RFC 9110 §13.1.2)."""
    header = request.headers.get("if-none-match")
    if header is None:
        return False
    tags = [tag.strip().removeprefix("W/") for tag in header.split(",")]
    return "*" in tags or etag in tags


class RepresentationCache:
    """Keeps the representations that were asked for last.

    Args:
        most_bytes: bytes of all of them together.
    """

    def __init__(self, *, most_bytes: int = 64_000_000) -> None:
        self._most = most_bytes
        self._held = 0
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, int, str], bytes] = OrderedDict()

    def find(self, key: tuple[str, int, str]) -> bytes | None:
        """The representation with this (id, version, media type), None when it is not kept."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def keep(self, key: tuple[str, int, str], content: bytes) -> None:
        """Keep a representation; what was not asked for longest goes."""
        if len(content) > self._most // 4:
            return
        with self._lock:
            self._held += len(content) - len(self._kept.pop(key, b""))
            self._kept[key] = content
            while self._held > self._most:
                _, dropped = self._kept.popitem(last=False)
                self._held -= len(dropped)
