"""Where records belong: a table of `journal.sqlite` that the journal and the projects share."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from imagegraph.model.projects import DEFAULT_PROJECT, AccessScope, project_of_id

_SCHEMA = """
CREATE TABLE IF NOT EXISTS projects (id TEXT PRIMARY KEY, title TEXT NOT NULL, created TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS placements (
  record TEXT PRIMARY KEY, project TEXT NOT NULL, public_from TEXT, change INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS placements_change ON placements (change);
CREATE INDEX IF NOT EXISTS placements_project ON placements (project);
CREATE INDEX IF NOT EXISTS placements_public ON placements (public_from) WHERE public_from IS NOT NULL;
"""
#: a version that everybody sees: none before the one that was current when the record became public
_PUBLISHED = """entries.number >= coalesce((SELECT max(earlier.number) FROM entries earlier
  WHERE earlier.id = entries.id AND earlier.at <= placements.public_from), 0)"""


def make_placements(connection: sqlite3.Connection) -> None:
    """Make the table when it is absent; records that were there before, whose table is, belong to the default project."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.executescript(_SCHEMA)
    if "placements" not in there:
        connection.execute(
            "INSERT OR IGNORE INTO placements SELECT id, ?, NULL, 0 FROM records", (DEFAULT_PROJECT,)
        )


def place_new(connection: sqlite3.Connection, record: str, project: str | None) -> None:
    """Note where a record belongs that is accepted for the first time, in the transaction that accepts it.

    Args:
        project: None for the one that its id is of; the default one when there is none of that name.
    """
    connection.execute(
        "INSERT OR IGNORE INTO placements (record, project, change)"
        " VALUES (?, coalesce((SELECT id FROM projects WHERE id = ?), ?), ?)",
        (record, project or project_of_id(record), DEFAULT_PROJECT, next_change(connection)),
    )


def next_change(connection: sqlite3.Connection) -> int:
    """The number of the next placement; the caller has begun a transaction that writes."""
    return int(connection.execute("SELECT coalesce(max(change), 0) + 1 FROM placements").fetchone()[0])


def seen_records(within: AccessScope | None, *, id: str, now: Callable[[], str]) -> tuple[str, list[Any]]:
    """The condition that the record in a column is seen, and its values; the clock is asked only when it matters."""
    return _seen(within, id=id, now=now, published="1")


def seen_entries(within: AccessScope | None, *, now: Callable[[], str]) -> tuple[str, list[Any]]:
    """The condition that a row of `entries` is seen: of a public record not what was before it was public."""
    return _seen(within, id="entries.id", now=now, published=_PUBLISHED)


def _seen(
    within: AccessScope | None, *, id: str, now: Callable[[], str], published: str
) -> tuple[str, list[Any]]:
    if within is None or within.everything:
        return "1", []
    marks = ",".join("?" * len(within.projects))
    condition = (
        f"EXISTS (SELECT 1 FROM placements WHERE placements.record = {id} AND "  # noqa: S608
        f"(placements.project IN ({marks}) OR (placements.public_from <= ? AND {published})))"
    )
    return condition, [*sorted(within.projects), now()]
