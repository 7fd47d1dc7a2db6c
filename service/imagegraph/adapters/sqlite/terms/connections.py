"""Connections to `terms.sqlite`: a few that read in turn, one that writes at a time."""

from __future__ import annotations

import errno
import fcntl
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from imagegraph.adapters.sqlite.terms.schema import APPLICATION, RELEASES, VERSION
from imagegraph.errors import DataFolderError, DataFolderLocked

#: pages kept by a reading connection, KiB; what answers is in the cache of the operating system
_READER_CACHE = 1024
#: threads that read at the same time; others wait for their turn
_MOST_READERS = 8
_WRITER_CACHE = 64 * 1024
#: nanoseconds within which a file system may give two changes the same time, amply
_TELLING_APART = 1_000_000_000
#: bytes of the write-ahead log that stay on disk when it has been copied into the file
_LONGEST_LOG = 16 << 20


class TermConnections:
    """The file, opened as often as there are threads that read at the same time.

    Args:
        path: made when absent.
        patience: how long to wait for another process that is loading terms, seconds.

    Raises:
        DataFolderError: it cannot be made or read.
    """

    def __init__(self, path: Path, *, patience: float = 30.0) -> None:
        self.path = path
        self._files = (path, Path(f"{path}-wal"))
        self._patience = patience
        self._idle: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._turns = threading.BoundedSemaphore(_MOST_READERS)
        self._closed = False
        with self.explained():
            if not self._is_made():
                self._make()
            self._idle.append(self._open_reader())

    def close(self) -> None:
        """Close what is idle; what is in use is closed when its work is done."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def stamp(self) -> tuple[int, ...] | None:
        """What the file system says about the file; the same again means that nothing was committed in between.

        None while the last change is so young that another one could bear the same time.
        """
        found: list[int] = []
        for path in self._files:
            try:
                status = path.stat()
            except OSError:
                continue
            if time.time_ns() - status.st_mtime_ns < _TELLING_APART:
                return None
            found += status.st_mtime_ns, status.st_size, status.st_ino
        return tuple(found)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the index from beginning to end."""
        with self._turns, self.explained():
            with self._lock:
                if self._closed:
                    raise DataFolderError("The index of terms has been closed.", path=str(self.path))
                connection = self._idle.pop() if self._idle else None
            connection = connection or self._open_reader()
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                self._give_back(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection that may change the index, held by one thread of one process.

        Raises:
            DataFolderLocked: another process is loading terms and does not come to an end.
        """
        with self.explained(), self._held():
            connection = self._connect("rw")
            try:
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.execute(f"PRAGMA cache_size = -{_WRITER_CACHE}")
                connection.execute("PRAGMA wal_autocheckpoint = 4000")
                connection.execute(f"PRAGMA journal_size_limit = {_LONGEST_LOG}")
                yield connection
                if Path(f"{self.path}-wal").stat().st_size > _LONGEST_LOG:
                    connection.execute("PRAGMA wal_checkpoint (TRUNCATE)").fetchall()
            finally:
                connection.close()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Errors of the database as ours, with what to do."""
        try:
            yield
        except sqlite3.Error as error:
            raise DataFolderError(_advice(error, self.path), path=str(self.path)) from error

    def _unusable(self, error: OSError) -> DataFolderError:
        return DataFolderError(
            f"{self.path} cannot be opened or written ({error.strerror}). Check the folder and its permissions.",
            path=str(self.path),
        )

    def _is_made(self) -> bool:
        """Whether there is a file with something in it; what an interrupted making has left is nothing."""
        try:
            if self.path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "it is a folder")
            if self.path.stat().st_size == 0:
                return False
        except FileNotFoundError:
            return False
        except OSError as error:
            raise self._unusable(error) from error
        connection = sqlite3.connect(f"file:{quote(str(self.path.absolute()))}?mode=ro", uri=True)
        try:
            return bool(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
        except sqlite3.OperationalError:
            return True  # it cannot be opened like this; the next one to try says why
        finally:
            connection.close()

    def _make(self) -> None:
        with self._held():
            connection = self._connect("rwc")
            try:
                connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(RELEASES)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
                connection.execute("COMMIT")
            finally:
                connection.close()

    def _open_reader(self) -> sqlite3.Connection:
        try:
            connection = self._connect("rw")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
                raise
            connection = self._connect("ro&immutable=1")
        connection.execute(f"PRAGMA cache_size = -{_READER_CACHE}")
        connection.execute("PRAGMA query_only = ON")
        return connection

    def _connect(self, mode: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"file:{quote(str(self.path.absolute()))}?mode={mode}",
            uri=True, check_same_thread=False, isolation_level=None, timeout=10.0, cached_statements=512,
        )  # fmt: skip
        try:
            connection.execute("PRAGMA mmap_size = 0")
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            if mode != "rwc" and (application, version) != (APPLICATION, VERSION):
                raise sqlite3.DatabaseError("it is not an index of terms of this version of imagegraph")
        except BaseException:
            connection.close()
            raise
        return connection

    def _give_back(self, connection: sqlite3.Connection) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        with self._lock:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()

    @contextmanager
    def _held(self) -> Iterator[None]:
        try:
            file = Path(f"{self.path}-lock").open("a")  # noqa: SIM115
        except OSError as error:
            raise self._unusable(error) from error
        with file:
            until = time.monotonic() + self._patience
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > until:
                        raise DataFolderLocked(
                            f"Another process is loading terms into {self.path}. Try again when it is done.",
                            path=str(self.path),
                        ) from None
                    time.sleep(0.05)
            yield


def _advice(error: sqlite3.Error, path: Path) -> str:
    code = getattr(error, "sqlite_errorname", "")
    if code.startswith("SQLITE_FULL"):
        return f"The disk is full; the terms were not stored in {path}. Make room and load them again."
    if code.startswith("SQLITE_IOERR"):
        return f"{path} cannot be read or written ({error}); nothing was changed. Check the disk and its free space."
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return f"{path} cannot be opened or written ({error}). Check the folder and its permissions."
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"{path} is in use by another process ({error}). Try again when it is done."
    return (
        f"{path} is not a readable index of terms ({error}). Delete it and load the vocabularies again; "
        "nothing but downloaded terms is lost."
    )
