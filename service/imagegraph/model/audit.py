"""Who did what, when and from where: entries of the audit log, and where the work at hand comes from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, replace
from typing import Any


@dataclass(frozen=True, kw_only=True)
class AuditEntry:
    """One thing that was done or refused; never what was in it.

    Attributes:
        sequence: position in the log, from 1.
        at: UTC, ISO 8601 with `Z`.
        agent: who, as the history of records calls them.
        action: what, in two words: `record.create`, `record.delete`, `token.create`, `request.refuse` …
        object: the id of what it was done to.
        outcome: what came of it.
        entry: position in the journal of the version that it made, None when it made none.
        client: address of who asked, or the user of the command line.
        request: id of the request.
        hash: SHA-256 over this entry and `previous_hash`.
    """

    sequence: int
    at: str
    agent: str
    action: str
    object: str
    outcome: str
    entry: int | None
    client: str
    request: str
    previous_hash: str
    hash: str

    def expected_hash(self) -> str:
        """The hash this entry must have, from its content and the entry before it."""
        members = [
            self.previous_hash, self.sequence, self.at, self.agent, self.action, self.object, self.outcome,
            self.entry, self.client, self.request,
        ]  # fmt: skip
        text = json.dumps(members, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def as_dict(self) -> dict[str, Any]:
        """The members that the API shows."""
        return asdict(self)


@dataclass(frozen=True)
class Origin:
    """Where the work at hand comes from.

    Attributes:
        client: address of who asked, or the user of the command line.
        request: id of the request.
        action: what it is called in the log, when that cannot be seen from what it does.
    """

    client: str = ""
    request: str = ""
    action: str = ""


_ORIGIN: ContextVar[Origin | None] = ContextVar("origin", default=None)


def current_origin() -> Origin:
    """Where the work of this thread or task comes from; nothing when nobody said so."""
    return _ORIGIN.get() or Origin()


@contextmanager
def coming_from(**changes: str) -> Iterator[None]:
    """Say where the work inside comes from, so that it need not be passed through everything that works.

    Args:
        changes: members of `Origin`; the others stay.
    """
    token = _ORIGIN.set(replace(current_origin(), **changes))
    try:
        yield
    finally:
        _ORIGIN.reset(token)
