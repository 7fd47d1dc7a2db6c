"""Changing what the index holds: adding, choosing and forgetting releases."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from imagegraph.adapters.sqlite.terms.connections import TermConnections
from imagegraph.adapters.sqlite.terms.loading import build, described
from imagegraph.adapters.sqlite.terms.releases import get_release, header_text
from imagegraph.adapters.sqlite.terms.schema import TABLES
from imagegraph.model.ontology import STARTER, Release, ReleaseHeader, Term


class SqliteTermArchive:
    """Implements `ports.terms.TermArchive`.

    Args:
        now: the clock, UTC, ISO 8601.
    """

    def __init__(self, connections: TermConnections, *, now: Callable[[], str]) -> None:
        self._connections = connections
        self._now = now

    def add(
        self, ontology: str, *, header: ReleaseHeader, terms: Iterable[Term], base: str, source: str, digest: str,
        current: bool = True, progress: Callable[[int], None] = lambda count: None,
    ) -> Release:  # fmt: skip
        """Add a release in one step; the same digest again, or a newer starter, replaces what was there of it."""
        with self._changing() as connection, self._staged(connection):
            row = (ontology, header_text(header), base, source, self._now(), digest)
            (number,) = connection.execute(
                "INSERT INTO release (ontology, header, base, source, loaded, digest) VALUES (?,?,?,?,?,?)"
                " RETURNING number",
                row,
            ).fetchone()
            contents = build(connection, number, terms=terms, progress=progress)
            _finish(connection, number, values=described(contents), current=current)
            return get_release(connection, number)

    def use(self, number: int) -> None:
        """Make a release the current one of its vocabulary; the starter's: that no other one answers."""
        with self._changing() as connection:
            release = get_release(connection, number)
            connection.execute("BEGIN IMMEDIATE")
            _make_current(connection, number, release.ontology)
            connection.execute("COMMIT")

    def remove(self, number: int) -> None:
        """Forget a release."""
        with self._changing() as connection:
            get_release(connection, number)
            connection.execute("UPDATE release SET ready = 0 WHERE number = ?", (number,))
            _sweep(connection)
            # the room goes back to the disk; as a script, because a single statement gives back a single page
            connection.executescript("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint (TRUNCATE)")

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """A connection that writes; what is not ready before, or any more, is swept away."""
        with self._connections.writing() as connection:
            _sweep(connection)
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                with suppress(sqlite3.Error):
                    _sweep(connection)

    @contextmanager
    def _staged(self, connection: sqlite3.Connection) -> Iterator[None]:
        """An empty database beside the index, attached as `stage`, gone afterwards."""
        file = Path(f"{self._connections.path}-loading")
        file.unlink(missing_ok=True)
        connection.execute("ATTACH ? AS stage", (str(file),))
        try:
            connection.execute("PRAGMA stage.journal_mode = OFF")
            connection.execute("PRAGMA stage.synchronous = OFF")
            yield
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            with suppress(sqlite3.Error):
                connection.execute("DETACH stage")
            file.unlink(missing_ok=True)


def _finish(
    connection: sqlite3.Connection, number: int, *, values: Mapping[str, object], current: bool
) -> None:
    """Say that a release is ready, in one transaction with what it replaces."""
    ontology, source, digest = connection.execute(
        "SELECT ontology, source, digest FROM release WHERE number = ?", (number,)
    ).fetchone()
    if source == STARTER:
        same, key = "source = ?", STARTER
    else:
        same, key = f"source != '{STARTER}' AND digest = ?", digest
    connection.execute("BEGIN IMMEDIATE")
    (was_current,) = connection.execute(
        f"SELECT ifnull(max(current), 0) FROM release WHERE ontology = ? AND ready AND {same}",
        (ontology, key),
    ).fetchone()
    connection.execute(f"UPDATE release SET ready = 0 WHERE ontology = ? AND {same}", (ontology, key))
    columns = ", ".join(f"{name} = ?" for name in values)
    connection.execute(
        f"UPDATE release SET ready = 1, {columns} WHERE number = ?", (*values.values(), number)
    )
    if source == STARTER:
        connection.execute("UPDATE release SET current = 1 WHERE number = ?", (number,))
    elif current or was_current:
        _make_current(connection, number, ontology)
    connection.execute("COMMIT")


def _make_current(connection: sqlite3.Connection, number: int, ontology: str) -> None:
    connection.execute(
        "UPDATE release SET current = (number = ? OR source = ?) WHERE ontology = ?",
        (number, STARTER, ontology),
    )


def _sweep(connection: sqlite3.Connection) -> None:
    """Drop the tables of releases that are not ready: interrupted, replaced or removed."""
    for (number,) in connection.execute("SELECT number FROM release WHERE NOT ready").fetchall():
        for table in TABLES:
            connection.execute(f"DROP TABLE IF EXISTS {table}_{number}")
        connection.execute("DELETE FROM release WHERE number = ?", (number,))
