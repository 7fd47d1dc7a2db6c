"""Answers of real services that somebody recorded, served again: each below the name of its authority.

A recording is a JSON file with `request` (`method`, `url`, `headers`) and `response` (`status`, `headers`,
`body_text`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from imagegraph.model.authorities import packaged_authorities
from imagegraph.testing.stand_in import Received, Reply, StandIn

#: headers that are about the connection or the packing, which are another one here
_NOT_SENT = frozenset(
    ("connection", "content-encoding", "content-length", "date", "keep-alive", "server", "transfer-encoding")
)
#: options of a query that change the form of an answer, not what it is about
_OPTIONS = frozenset(("affiliation", "format", "include", "mailto", "publisher"))


@dataclass(frozen=True, kw_only=True)
class RecordedExchange:
    """A question and its answer.

    Attributes:
        file: where it is recorded.
        host: that answered.
        authority: its name in `mappings/authorities.yaml`; empty when it is none of them.
        target: path and query as they were sent, without the slash at the beginning.
    """

    file: Path
    host: str
    authority: str
    target: str
    accept: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def place(self) -> str:
        """Path and query at the stand-in: below the name of the authority, or else of the host."""
        return f"{self.authority or self.host}/{self.target}"


def recorded_exchanges(folder: Path) -> list[RecordedExchange]:
    """The GET requests that are recorded below a folder, by their files."""
    hosts = {urlsplit(entry.base).netloc: name for name, entry in packaged_authorities().entries.items()}
    found = []
    for file in sorted(folder.rglob("*.json")):
        content = json.loads(file.read_text("utf-8"))
        request = content.get("request") if isinstance(content, dict) else None
        if isinstance(request, dict) and request.get("method") == "GET" and "response" in content:
            found.append(_exchange(file, request, content["response"], hosts))
    return found


def _exchange(
    file: Path, request: Mapping[str, Any], response: Mapping[str, Any], hosts: Mapping[str, str]
) -> RecordedExchange:
    parts = urlsplit(request["url"])
    headers = {
        name: value if isinstance(value, str) else ", ".join(value)
        for name, value in response["headers"].items()
        if name.lower() not in _NOT_SENT and not name.lower().startswith("access-control-")
    }
    return RecordedExchange(
        file=file, host=parts.netloc, authority=hosts.get(parts.netloc, "") if parts.scheme == "https" else "",
        target=parts.path.removeprefix("/") + (f"?{parts.query}" if parts.query else ""),
        accept=str(request.get("headers", {}).get("accept", "")),
        status=response["status"], headers=headers, body=response.get("body_text", "").encode(),
    )  # fmt: skip


class RecordedStandIn(StandIn):
    """A server in a thread that answers what was answered once; `with RecordedStandIn(…) as service: …`.

    Args:
        loosely: recordings that others made answer us too: percent-encoding, the version in the path, the order of
            a query and options of it are disregarded. Otherwise targets are compared as they arrive.
    """

    def __init__(self, exchanges: Iterable[RecordedExchange], *, loosely: bool = False) -> None:
        super().__init__()
        self._key = _loose if loosely else str
        self._exchanges: dict[str, list[RecordedExchange]] = {}
        for exchange in exchanges:
            self._exchanges.setdefault(self._key(exchange.place), []).append(exchange)

    def otherwise(self, received: Received) -> Reply:
        """What was recorded; of several answers to one target that with the same Accept header, or the last."""
        found = self._exchanges.get(self._key(received.target))
        if not found:
            return super().otherwise(received)
        accept = received.headers.get("accept", "")
        chosen = next((exchange for exchange in found if exchange.accept == accept), found[-1])
        return lambda handler: handler.send(chosen.status, chosen.body, chosen.headers)


def _loose(target: str) -> str:
    path, _, query = target.partition("?")
    authority, _, rest = path.partition("/")
    segments = [part for part in unquote(rest).lower().split("/") if part not in ("v1", "v2", "ror.org")]
    options = sorted((name, value) for name, value in parse_qsl(query) if name not in _OPTIONS)
    return f"{authority}/{'/'.join(segments)}?{options}"
