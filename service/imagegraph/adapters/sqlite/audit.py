"""The audit log as a table of `journal.sqlite`, so that a change and its entry are one transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from imagegraph.errors import DataFolderError
from imagegraph.model.audit import AuditEntry, current_origin
from imagegraph.model.moments import utc_now
from imagegraph.model.records import Version

_SCHEMA = """
CREATE TABLE IF NOT EXISTS audit (
  sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, agent TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL,
  outcome TEXT NOT NULL, entry INTEGER, client TEXT NOT NULL, request TEXT NOT NULL, previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);
"""
_COLUMNS = "sequence,at,agent,action,object,outcome,entry,client,request,previous_hash,hash"
_MARKS = ",".join("?" * 11)
#: characters of an agent, an object or a client that are kept
_LONGEST = 300
_PORTION = 500


def note_version(connection: sqlite3.Connection, version: Version) -> None:
    """Add the entry of an accepted version, in the transaction that accepts it."""
    origin = current_origin()
    action = origin.action or (
        "delete" if version.deleted else "create" if version.number == 1 else "replace"
    )
    _add(
        connection, at=version.at, agent=version.agent, action=f"record.{action}", object=version.id,
        outcome=f"version {version.number}", entry=version.sequence,
    )  # fmt: skip


def note_change(
    connection: sqlite3.Connection, *, at: str, action: str, agent: str, object: str, outcome: str
) -> None:
    """Add an entry about a change of who may see what, in the transaction that makes it."""
    _add(connection, at=at, agent=agent, action=action, object=object, outcome=outcome, entry=None)


def make_table(connection: sqlite3.Connection) -> None:
    """Make the table when it is absent."""
    connection.execute(_SCHEMA)


class SqliteAuditLog:
    """Implements `ports.audit.AuditLog`, on a connection of its own; any thread may call.

    An entry that is noted here is on disk with the next change of a record at the latest: a flood of refused
    requests must not cost a wait for the disk each.

    Args:
        path: the journal's file.
        now: the clock, for tests.

    Raises:
        DataFolderError: the file cannot be used.
    """

    def __init__(self, path: Path | str, *, now: Callable[[], str] = utc_now) -> None:
        self._now = now
        self._lock = threading.Lock()
        try:
            self._connection = sqlite3.connect(str(path), check_same_thread=False, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            make_table(self._connection)
        except sqlite3.Error as error:
            raise DataFolderError(f"The audit log in {path} cannot be used ({error}).") from error

    def close(self) -> None:
        """Release the file."""
        with self._lock:
            self._connection.close()

    def note(self, action: str, *, agent: str, object: str = "", outcome: str = "done") -> AuditEntry:
        """Add an entry about something that is not a change of a record."""
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    entry = _add(
                        self._connection, at=self._now(), agent=agent, action=action, object=object,
                        outcome=outcome, entry=None,
                    )  # fmt: skip
                    self._connection.execute("COMMIT")
                except BaseException:
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                raise DataFolderError(f"The audit log could not be written ({error}).") from error
        return entry

    def entries(
        self, *, before: int | None = None, limit: int = 100, agent: str | None = None,
        action: str | None = None, object: str | None = None,
    ) -> Sequence[AuditEntry]:  # fmt: skip
        """Entries, newest first."""
        wanted = {"sequence < ?": before, "agent = ?": agent, "action = ?": action, "object = ?": object}
        given = {condition: value for condition, value in wanted.items() if value is not None}
        where = " AND ".join(given) or "1"
        return self._rows(
            f"SELECT {_COLUMNS} FROM audit WHERE {where} ORDER BY sequence DESC LIMIT ?",  # noqa: S608
            (*given.values(), limit),
        )

    def since(self, sequence: int) -> Iterator[AuditEntry]:
        """Every entry after a position, in order."""
        while rows := self._rows(
            f"SELECT {_COLUMNS} FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?",  # noqa: S608
            (sequence, _PORTION),
        ):
            yield from rows
            sequence = rows[-1].sequence

    def _rows(self, statement: str, values: Sequence[Any]) -> list[AuditEntry]:
        with self._lock:
            try:
                rows = self._connection.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise DataFolderError(f"The audit log cannot be read ({error}).") from error
        names = _COLUMNS.split(",")
        return [AuditEntry(**dict(zip(names, row, strict=True))) for row in rows]


def _add(
    connection: sqlite3.Connection, *, at: str, agent: str, action: str, object: str, outcome: str,
    entry: int | None,
) -> AuditEntry:  # fmt: skip
    """Add an entry behind the newest one; the caller has begun a transaction that writes."""
    origin = current_origin()
    row = connection.execute("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1").fetchone()
    last: tuple[int, str] = row or (0, "")
    added = AuditEntry(
        sequence=last[0] + 1, at=at, agent=_kept(agent), action=_kept(action), object=_kept(object),
        outcome=_kept(outcome), entry=entry, client=_kept(origin.client), request=_kept(origin.request),
        previous_hash=last[1], hash="",
    )  # fmt: skip
    added = replace(added, hash=added.expected_hash())
    values = added.as_dict()
    connection.execute(
        f"INSERT INTO audit ({_COLUMNS}) VALUES ({_MARKS})",  # noqa: S608
        [values[name] for name in _COLUMNS.split(",")],
    )
    return added


def _kept(text: str) -> str:
    """What is kept of a text: not too much, and nothing that the file cannot hold."""
    return text[:_LONGEST].encode("utf-8", "replace").decode()
