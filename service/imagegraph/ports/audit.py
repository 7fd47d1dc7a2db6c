"""The log of who did what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from imagegraph.model.audit import AuditEntry


class AuditLog(Protocol):
    """Keeps entries in one chain of hashes; entries are only ever added.

    Changes of records are noted with the change itself, in one transaction: neither is there without the other.
    """

    def note(self, action: str, *, agent: str, object: str = "", outcome: str = "done") -> AuditEntry:
        """Add an entry about something that is not a change of a record; where it comes from is `current_origin()`.

        Args:
            action: two words, `token.create`.
            agent: who did it.
            object: the id of what it was done to, never its contents.
            outcome: what came of it.

        Raises:
            DataFolderError: it cannot be written.
        """
        ...

    def entries(
        self, *, before: int | None = None, limit: int = 100, agent: str | None = None,
        action: str | None = None, object: str | None = None,
    ) -> Sequence[AuditEntry]:  # fmt: skip
        """Entries, newest first.

        Args:
            before: only those before this position.
            agent, action, object: only those of exactly this.
        """
        ...

    def since(self, sequence: int) -> Iterator[AuditEntry]:
        """Every entry after a position, in order."""
        ...
