"""A file of things that can be had again: answers of services elsewhere, and what is still to be asked.

Losing it loses no knowledge of ours, so a file that cannot be read is begun anew, with a warning, and a full disk
never stops an answer.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_LOG = logging.getLogger("imagegraph")
_WAIT_SECONDS = 5.0


class KeptFile:
    """A SQLite file. Safe to use from several threads and processes.

    Args:
        path: the file; `:memory:` for what is not kept.
        schema: SQL that makes the tables where they are absent.
    """

    def __init__(self, path: Path | str, *, schema: str) -> None:
        self._lock = threading.RLock()
        self._closed = False
        self._together = False
        self._connection = _opened(path, schema)

    def close(self) -> None:
        """Release the file."""
        with self._lock:
            self._closed = True
            self._connection.close()

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """The rows of a statement; none, with a warning, when the file cannot be used."""
        with self._lock:
            if self._closed:
                return []
            try:
                return self._connection.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                if self._together:
                    raise
                _LOG.warning("what was kept of other services cannot be used: %s", error)
                return []

    @contextmanager
    def together(self) -> Iterator[None]:
        """Statements that are kept together or not at all; what goes wrong is a warning."""
        with self._lock:
            if self._closed:
                yield
                return
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._together = True
                yield
                self._connection.execute("COMMIT")
            except sqlite3.Error as error:
                _LOG.warning("answers of other services cannot be kept: %s", error)
            finally:
                self._together = False
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")


def stored_moment(moment: datetime) -> str:
    """A moment as text that sorts by time, UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _opened(path: Path | str, schema: str) -> sqlite3.Connection:
    try:
        return _connected(path, schema)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) or path == ":memory:":
            _LOG.warning("answers of other services are kept in memory only: %s: %s", path, error)
            return _connected(":memory:", schema)
        _LOG.warning(
            "%s is damaged (%s); it held only answers of other services and is begun anew", path, error
        )
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        return _connected(path, schema)


def _connected(path: Path | str, schema: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        str(path), timeout=_WAIT_SECONDS, check_same_thread=False, isolation_level=None
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(schema)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
