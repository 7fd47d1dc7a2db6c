"""Projects, members and placements in `journal.sqlite`; each change with its entry of the audit log."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from imagegraph.adapters.sqlite.audit import make_table, note_change
from imagegraph.adapters.sqlite.journal_rows import make_tables
from imagegraph.adapters.sqlite.placements import next_change, seen_records
from imagegraph.adapters.sqlite.telling import telling
from imagegraph.errors import BadParameter, NotFound
from imagegraph.model.moments import utc_now
from imagegraph.model.projects import (
    DEFAULT_PROJECT,
    VALID_PROJECT,
    VISIBILITIES,
    AccessScope,
    Placement,
    Project,
    Role,
    Visibility,
)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS members (
  project TEXT NOT NULL, member TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (project, member)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS members_member ON members (member);
"""
#: tokens and persons of before there were projects go on seeing the records of before
_EARLIER_TOKENS = """
INSERT OR IGNORE INTO members
SELECT ?, CASE substr(digest, 1, 1) WHEN 'p' THEN 'person:' || name ELSE 'token:' || substr(digest, 1, 10) END,
  CASE scope WHEN 'read' THEN 'reader' WHEN 'write' THEN 'editor' ELSE 'owner' END FROM tokens
"""
_LONGEST_TITLE = 200


class SqliteProjects:
    """Implements `ports.projects.ProjectStore` on a connection of its own.

    Args:
        path: the journal's file.
        now: the clock, for tests; spelled as `Version.at` is.

    Raises:
        DataFolderError: the file cannot be used.
    """

    def __init__(self, path: Path | str, *, now: Callable[[], str] = utc_now) -> None:
        self._now = now
        self._lock = threading.Lock()
        with telling("The projects"):
            self._connection = sqlite3.connect(
                str(path), timeout=5.0, check_same_thread=False, isolation_level=None
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            is_new = (
                self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'members'").fetchone()
                is None
            )
            self._connection.executescript(_SCHEMA)
            if (
                is_new
                and self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'tokens'").fetchone()
            ):
                self._connection.execute(_EARLIER_TOKENS, (DEFAULT_PROJECT,))
            make_tables(self._connection)
            make_table(self._connection)
            self._connection.execute(
                "INSERT OR IGNORE INTO projects VALUES (?, ?, ?)", (DEFAULT_PROJECT, "Default project", now())
            )

    def close(self) -> None:
        """Release the file."""
        with self._lock:
            self._connection.close()

    def create(self, id: str, *, title: str, agent: str) -> Project:
        """A new project without members."""
        if not VALID_PROJECT.fullmatch(id):
            raise BadParameter(
                f"{id[:80]!r} cannot be the name of a project. Use up to 40 small letters, digits and hyphens.",
                parameter="id",
                value=id[:80],
            )
        told = " ".join(title.split())[:_LONGEST_TITLE] or id
        with self._changing() as execute:
            if execute("SELECT 1 FROM projects WHERE id = ?", (id,)).fetchone():
                raise BadParameter(f"There is a project {id!r} already.", parameter="id", value=id)
            created = self._now()
            execute("INSERT INTO projects VALUES (?, ?, ?)", (id, told, created))
            self._note("project.create", agent=agent, object=id)
        return Project(id=id, title=told, created=created)

    def projects(self) -> Sequence[Project]:
        """All of them, in the order of their ids."""
        return [_project(row) for row in self._rows("SELECT id, title, created FROM projects ORDER BY id")]

    def get(self, id: str) -> Project:
        """One of them."""
        rows = self._rows("SELECT id, title, created FROM projects WHERE id = ?", (id,))
        if not rows:
            raise _no_project(id)
        return _project(rows[0])

    def grant(self, project: str, member: str, role: Role, *, agent: str) -> None:
        """Let a member in, or change their role."""
        self.get(project)
        with self._changing() as execute:
            execute("INSERT OR REPLACE INTO members VALUES (?, ?, ?)", (project, member, role))
            self._note("project.grant", agent=agent, object=project, outcome=f"{member}: {role}")

    def withdraw(self, project: str, member: str, *, agent: str) -> None:
        """Shut a member out."""
        with self._changing() as execute:
            gone = execute("DELETE FROM members WHERE project = ? AND member = ?", (project, member)).rowcount
            if not gone:
                raise NotFound(f"{member!r} is not in the project {project!r}.", member=member)
            self._note("project.withdraw", agent=agent, object=project, outcome=member)

    def members(self, project: str) -> Mapping[str, Role]:
        """Who is in a project, in the order of the keys."""
        return dict(
            self._rows("SELECT member, role FROM members WHERE project = ? ORDER BY member", (project,))
        )

    def roles_of(self, member: str) -> Mapping[str, Role]:
        """The projects that a member is in."""
        return dict(
            self._rows("SELECT project, role FROM members WHERE member = ? ORDER BY project", (member,))
        )

    def placement(self, record: str) -> Placement | None:
        """Where a record belongs; None for a record that never was."""
        rows = self._rows("SELECT record, project, public_from FROM placements WHERE record = ?", (record,))
        return _placement(rows[0]) if rows else None

    def place(
        self, record: str, *, project: str | None = None, public_from: str | None, agent: str, action: str
    ) -> Placement:
        """Move a record, or say from when on it is public."""
        if project is not None:
            self.get(project)
        with self._changing() as execute:
            moved = execute(
                "UPDATE placements SET project = coalesce(?, project), public_from = ?, change = ? WHERE record = ?",
                (project, public_from, next_change(self._connection), record),
            ).rowcount
            if not moved:
                raise NotFound(f"There is no record {record!r}.", id=record)
            row = execute(
                "SELECT record, project, public_from FROM placements WHERE record = ?", (record,)
            ).fetchone()
            self._note(
                action,
                agent=agent,
                object=record,
                outcome=f"project {row[1]}, public from {row[2] or 'never'}",
            )
        return _placement(row)

    def seen(self, scope: AccessScope, *, now: str) -> Sequence[str]:
        """Ids of the records that somebody sees at a moment, tombstones too."""
        condition, values = seen_records(scope, id="records.id", now=lambda: now)
        return [id for (id,) in self._rows(f"SELECT id FROM records WHERE {condition}", values)]  # noqa: S608

    def counts(self, project: str, *, now: str) -> Mapping[Visibility, int]:
        """How many living records of a project there are of each visibility."""
        rows = self._rows(
            "SELECT CASE WHEN public_from IS NULL THEN 'private' WHEN public_from <= ? THEN 'public' ELSE 'embargoed' END,"
            " count(*) FROM placements JOIN records ON records.id = record"
            " WHERE project = ? AND deleted = 0 GROUP BY 1",
            (now, project),
        )
        return {**dict.fromkeys(VISIBILITIES, 0), **dict(rows)}

    def placed_since(self, change: int) -> Sequence[str]:
        """Ids of the records that were placed anew after a number of `head`."""
        return [id for (id,) in self._rows("SELECT record FROM placements WHERE change > ?", (change,))]

    def released(self, *, after: str, until: str) -> Sequence[str]:
        """Ids of the records that became public after a moment and not after another."""
        rows = self._rows(
            "SELECT record FROM placements WHERE public_from > ? AND public_from <= ?", (after, until)
        )
        return [id for (id,) in rows]

    @property
    def head(self) -> int:
        """Number of the newest placement."""
        return int(self._rows("SELECT coalesce(max(change), 0) FROM placements")[0][0])

    @contextmanager
    def _changing(self) -> Iterator[Callable[..., sqlite3.Cursor]]:
        """One transaction that writes; nothing is kept when something goes wrong."""
        with telling("The projects"), self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection.execute
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _note(self, action: str, *, agent: str, object: str, outcome: str = "done") -> None:
        note_change(
            self._connection, at=self._now(), action=action, agent=agent, object=object, outcome=outcome
        )

    def _rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        with telling("The projects"), self._lock:
            return self._connection.execute(statement, values).fetchall()


def _no_project(id: str) -> NotFound:
    return NotFound(f"There is no project {id!r}.", project=id)


def _project(row: Sequence[str]) -> Project:
    return Project(id=row[0], title=row[1], created=row[2])


def _placement(row: Sequence[Any]) -> Placement:
    return Placement(record=row[0], project=row[1], public_from=row[2])
