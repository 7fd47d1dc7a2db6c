"""The engine's store, opened anew when it has failed.

After one write that did not reach the disk the engine takes no other until it is opened again, also when there is room
by then (RocksDB calls that a background error: https://github.com/facebook/rocksdb/wiki/Background-Error-Handling).
"""

from __future__ import annotations

import logging
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from pyoxigraph import Store

from imagegraph.errors import DataFolderDamaged, DataFolderError, DataFolderLocked

_LOG = logging.getLogger("imagegraph")
#: the engine needs so much room to open a store, and more to do anything useful with it
_ROOM = 1_000_000
#: seconds between two attempts
_PAUSE = 1.0


class Engine:
    """A store on a folder; the caller serialises `mend` with writing.

    Args:
        folder: where the store lies; made when absent.

    Raises:
        DataFolderLocked: another process has the store open.
        DataFolderDamaged: its files do not fit together.
        DataFolderError: the store cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        folder.parent.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._store: Store | None = _opened(folder)
        self._has_failed = False
        self._next = 0.0

    @property
    def store(self) -> Store:
        """The store.

        Raises:
            DataFolderError: it had failed, and could not be opened again so far.
        """
        store = self._store
        if store is None:
            raise DataFolderError(
                "The graph had to be closed and cannot be opened yet. Make room on the disk."
            )
        return store

    def has_failed(self) -> None:
        """The engine could not do something; `mend` opens it anew."""
        self._has_failed = True

    def mend(self) -> bool:
        """Open the store anew when it has failed and there is room on the disk; whether that was done."""
        if not self._has_failed or time.monotonic() < self._next or not _is_room(self._folder.parent):
            return False
        self._next = time.monotonic() + _PAUSE
        self._store = None  # whoever reads at this moment still holds it; then the next attempt succeeds
        try:
            self._store = _opened(self._folder)
        except DataFolderError as error:
            _LOG.warning("the graph cannot be opened again yet: %s", error.detail)
            return False
        self._has_failed = False
        _LOG.warning("the graph was opened again after it had failed")
        return True

    def close(self) -> None:
        """Put everything on disk and release the folder."""
        store, self._store = self._store, None
        if store is not None:
            try:
                store.flush()
            except (OSError, RuntimeError) as error:
                _LOG.warning("the graph could not be put on disk; the next start catches up: %s", error)


def _opened(folder: Path) -> Store:
    for log in folder.glob("LOG.old.*"):  # the engine keeps one of each time it was opened, up to a thousand
        with suppress(OSError):
            log.unlink()
    try:
        return Store(str(folder))
    except (OSError, RuntimeError) as error:  # corruption is a RuntimeError of the engine
        if "LOCK" in str(error):
            raise DataFolderLocked(f"{folder} is in use by another process.", path=str(folder)) from error
        kind = DataFolderDamaged if isinstance(error, RuntimeError) else DataFolderError
        raise kind(
            f"The graph in {folder} cannot be opened ({error}). `imagegraph rebuild` makes it anew.",
            path=str(folder),
        ) from error


def _is_room(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(_ROOM))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return False
    return True
