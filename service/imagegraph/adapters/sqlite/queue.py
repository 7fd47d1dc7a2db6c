"""Identifiers that wait to be resolved, in `<data folder>/resolved.sqlite`: a restart loses none."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from imagegraph.adapters.sqlite.kept import KeptFile, stored_moment
from imagegraph.ports.resolving import QueuedIdentifier

_SCHEMA = """
CREATE TABLE IF NOT EXISTS resolution_queue (
  iri TEXT PRIMARY KEY, scheme TEXT NOT NULL, since TEXT NOT NULL, due TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0, detail TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS resolution_queue_due ON resolution_queue (scheme, due, since);
"""
_COLUMNS = "iri, scheme, since, due, attempts, detail"


def _now() -> datetime:
    return datetime.now(UTC)


class SqliteResolutionQueue:
    """Implements `ports.resolving.ResolutionQueue`.

    Args:
        path: the file; `:memory:` for a queue that is not kept.
        now: the clock, for tests.
    """

    def __init__(self, path: Path | str, *, now: Callable[[], datetime] = _now) -> None:
        self._file = KeptFile(path, schema=_SCHEMA)
        self._now = now
        self._lock = threading.Lock()
        self._taken: set[str] = set()

    def close(self) -> None:
        """Release the file."""
        self._file.close()

    def put(self, iris: Collection[tuple[str, str]], *, due: datetime | None = None) -> int:
        """Add (IRI, scheme) pairs; one that waits already stays as it is. How many are new."""
        now = self._now()
        added = 0
        with self._file.together():
            for iri, scheme in iris:
                added += len(
                    self._file.rows(
                        "INSERT INTO resolution_queue (iri, scheme, since, due) VALUES (?,?,?,?)"
                        " ON CONFLICT DO NOTHING RETURNING 1",
                        (iri, scheme, stored_moment(now), stored_moment(due or now)),
                    )
                )
        return added

    def take(self, *, schemes: Collection[str], limit: int) -> Sequence[QueuedIdentifier]:
        """The ones that are due, the oldest first; not handed out again until they are `done` or `put_off`."""
        marks = ",".join("?" * len(schemes))
        with self._lock:
            rows = self._file.rows(
                f"SELECT {_COLUMNS} FROM resolution_queue WHERE scheme IN ({marks}) AND due <= ?"  # noqa: S608
                " ORDER BY due, since, iri LIMIT ?",
                (*schemes, stored_moment(self._now()), limit + len(self._taken)),
            )
            found = [_queued(row) for row in rows if row[0] not in self._taken][:limit]
            self._taken.update(one.iri for one in found)
        return found

    def done(self, iri: str) -> None:
        """It ended in a state that is no reason to try again soon."""
        self._file.rows("DELETE FROM resolution_queue WHERE iri = ?", (iri,))
        with self._lock:
            self._taken.discard(iri)

    def put_off(self, iri: str, *, until: datetime, detail: str, tried: bool = True) -> None:
        """It is to be tried again, not before a moment."""
        self._file.rows(
            "UPDATE resolution_queue SET due = ?, attempts = attempts + ?, detail = ? WHERE iri = ?",
            (stored_moment(until), int(tried), detail, iri),
        )
        with self._lock:
            self._taken.discard(iri)

    def waiting(self, *, after: str = "", limit: int = 100) -> Sequence[QueuedIdentifier]:
        """What waits, in the order of the IRIs, from the one after `after`."""
        rows = self._file.rows(
            f"SELECT {_COLUMNS} FROM resolution_queue WHERE iri > ? ORDER BY iri LIMIT ?",  # noqa: S608
            (after, limit),
        )
        return [_queued(row) for row in rows]

    def counts(self) -> dict[str, int]:
        """How many wait, by scheme."""
        return dict(
            self._file.rows("SELECT scheme, count(*) FROM resolution_queue GROUP BY scheme ORDER BY scheme")
        )


def _queued(row: Sequence[Any]) -> QueuedIdentifier:
    iri, scheme, since, due, attempts, detail = row
    return QueuedIdentifier(
        iri=iri, scheme=scheme, since=datetime.fromisoformat(since), due=datetime.fromisoformat(due),
        attempts=attempts, detail=detail,
    )  # fmt: skip
