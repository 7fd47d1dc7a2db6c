"""What authorities publish as a whole, loaded from a file into `<data folder>/dumps.sqlite`.

Documents have the form in which the authority answers about one identifier, so one reader serves both.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from imagegraph.adapters.sqlite.kept import KeptFile, stored_moment
from imagegraph.errors import DataFolderError, DataFolderLocked

_SCHEMA = """
CREATE TABLE IF NOT EXISTS dumps (
  authority TEXT PRIMARY KEY, version TEXT NOT NULL, date TEXT NOT NULL, file TEXT NOT NULL,
  documents INTEGER NOT NULL, loaded_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents (
  authority TEXT NOT NULL, iri TEXT NOT NULL, body BLOB NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS documents_key ON documents (authority, iri);
CREATE TABLE IF NOT EXISTS aliases (
  authority TEXT NOT NULL, alias TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (authority, alias)
) WITHOUT ROWID;
"""
_BATCH = 1_000


@dataclass(frozen=True, kw_only=True)
class DumpedDocument:
    """One document of a dump.

    Attributes:
        iri: canonical IRI of what it is about.
        body: JSON, as the authority answers it.
        aliases: canonical IRIs that the authority answers with this document too: accessions that were merged.
    """

    iri: str
    body: bytes
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LoadedDump:
    """A dump that is here.

    Attributes:
        authority: its name in `mappings/authorities.yaml`.
        version: as the dump calls itself; empty when it does not.
        date: of its making, ISO 8601; empty when it tells none.
        file: name of the file.
        documents: how many it holds.
        loaded_at: UTC.
    """

    authority: str
    version: str
    date: str
    file: str
    documents: int
    loaded_at: datetime


class DumpStore:
    """Documents by authority and canonical IRI. Safe to use from several threads and processes.

    The file is made with the first dump that is loaded.

    Args:
        path: the file.
        patience: seconds to wait for another process that writes.
    """

    def __init__(self, path: Path, *, patience: float = 5.0) -> None:
        self._path = path
        self._patience = patience
        self._lock = threading.Lock()
        self._opened: KeptFile | None = None

    def close(self) -> None:
        """Release the file."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()

    def find(self, authority: str, iri: str) -> bytes | None:
        """The document about a canonical IRI; None when the dump has none, or there is no dump."""
        rows = self._rows(
            "SELECT body FROM documents WHERE authority = ?1 AND iri ="
            " coalesce((SELECT iri FROM aliases WHERE authority = ?1 AND alias = ?2), ?2)",
            (authority, iri),
        )
        try:
            return zlib.decompress(rows[0][0]) if rows else None
        except zlib.error:
            return None

    def version(self, authority: str) -> str:
        """Version and date of a dump that is here, in one text: `v1.58 (2025-01-22)`."""
        rows = self._rows("SELECT version, date FROM dumps WHERE authority = ?", (authority,))
        version, date = rows[0] if rows else ("", "")
        return f"{version} ({date})" if version and date else version or date

    def loaded(self) -> list[LoadedDump]:
        """The dumps that are here, by name."""
        rows = self._rows(
            "SELECT authority, version, date, file, documents, loaded_at FROM dumps ORDER BY authority"
        )
        return [
            LoadedDump(
                authority=authority, version=version, date=date, file=file, documents=documents,
                loaded_at=datetime.fromisoformat(loaded_at),
            )
            for authority, version, date, file, documents, loaded_at in rows
        ]  # fmt: skip

    def replace(
        self, authority: str, *, documents: Iterable[DumpedDocument], described: Callable[[], tuple[str, str]],
        file: str, progress: Callable[[int], None] = lambda count: None,
    ) -> LoadedDump:  # fmt: skip
        """Put a dump in place of the one before, wholly or not at all; of two documents about one IRI the later stays.

        Args:
            described: version and date; asked for when the documents are through.
            file: name of the file that they are from.
            progress: called with the number of documents so far.

        Raises:
            DataFolderLocked: another dump is being loaded.
            DataFolderError: the file cannot be written.
        """
        with self._writing() as connection:
            _clear(connection, authority)
            done = 0
            for batch in _batches(iter(documents)):
                connection.executemany(
                    "INSERT INTO documents (authority, iri, body) VALUES (?, ?, ?)"
                    " ON CONFLICT DO UPDATE SET body = excluded.body",
                    [(authority, document.iri, zlib.compress(document.body)) for document in batch],
                )
                connection.executemany(
                    "INSERT OR REPLACE INTO aliases VALUES (?, ?, ?)",
                    [(authority, alias, document.iri) for document in batch for alias in document.aliases],
                )
                done += len(batch)
                progress(done)
            # what is described itself is no alias
            connection.execute(
                "DELETE FROM aliases WHERE authority = ?1"
                " AND alias IN (SELECT iri FROM documents WHERE authority = ?1)",
                (authority,),
            )
            count = connection.execute(
                "SELECT count(*) FROM documents WHERE authority = ?", (authority,)
            ).fetchone()[0]
            version, date = described()
            dump = LoadedDump(
                authority=authority, version=version, date=date, file=file, documents=count,
                loaded_at=datetime.now(UTC).replace(microsecond=0),
            )  # fmt: skip
            connection.execute(
                "INSERT INTO dumps VALUES (?, ?, ?, ?, ?, ?)",
                (authority, version, date, file, count, stored_moment(dump.loaded_at)),
            )
        return dump

    def remove(self, authority: str) -> bool:
        """Remove a dump; whether there was one.

        Raises:
            DataFolderLocked: another dump is being loaded.
            DataFolderError: the file cannot be written.
        """
        if not self._rows("SELECT 1 FROM dumps WHERE authority = ?", (authority,)):
            return False
        with self._writing() as connection:
            _clear(connection, authority)
        return True

    def _rows(self, statement: str, values: tuple[str, ...] = ()) -> list[tuple]:  # type: ignore[type-arg]
        with self._lock:
            if self._opened is None:
                if not self._path.exists():
                    return []
                self._opened = KeptFile(self._path, schema=_SCHEMA)
            return self._opened.rows(statement, values)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own, so that others read meanwhile; what is done with it is done wholly or not at all."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(
                sqlite3.connect(self._path, timeout=self._patience, isolation_level=None)
            ) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(_SCHEMA)
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.execute("COMMIT")
                finally:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise DataFolderLocked(
                    f"Another dump is being loaded into {self._path}; try again when that is done.",
                    path=str(self._path),
                ) from None
            raise _unwritable(self._path, error) from error
        except (sqlite3.Error, OSError) as error:
            raise _unwritable(self._path, error) from error


def _clear(connection: sqlite3.Connection, authority: str) -> None:
    for table in ("dumps", "documents", "aliases"):
        connection.execute(f"DELETE FROM {table} WHERE authority = ?", (authority,))  # noqa: S608


def _batches(documents: Iterator[DumpedDocument]) -> Iterator[list[DumpedDocument]]:
    while batch := list(islice(documents, _BATCH)):
        yield batch


def _unwritable(path: Path, error: Exception) -> DataFolderError:
    return DataFolderError(f"The dump cannot be kept in {path}: {error}.", path=str(path))
