"""Stores that hold the graph as it was, made from the journal when somebody asks, a few of them kept.

They are written once and then only read. On disk one takes about seven times the bytes of its N-Triples.
"""

from __future__ import annotations

import itertools
import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path

from pyoxigraph import Store

from imagegraph.adapters.oxigraph.store import bulk_load
from imagegraph.errors import DataFolderError, WorkersBusy

_KEPT = 3


class PastStores:
    """Makes stores of earlier states, and keeps those that were asked for last.

    Args:
        folder: where they lie; emptied at start and at the end.
        seconds: how long a question waits while another one has a store made.
    """

    def __init__(self, folder: Path, *, seconds: float) -> None:
        self._folder, self._seconds = folder, seconds
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._kept: OrderedDict[Hashable, Path] = OrderedDict()
        shutil.rmtree(folder, ignore_errors=True)

    def holding(self, state: Hashable, graphs: Callable[[], Iterable[tuple[str, bytes]]]) -> Path:
        """The folder of a store that holds a state.

        Args:
            state: two that are equal have the same graphs.
            graphs: the names and N-Triples of its graphs.

        Raises:
            PastTooLarge: more than may be made for a question.
            WorkersBusy: another one is being made for too long.
            DataFolderError: it cannot be written.
        """
        if not self._lock.acquire(timeout=self._seconds):
            raise WorkersBusy(
                "Earlier states of the graph are made one after the other, and another one is being made. "
                "Try again in a moment.",
                retry_after=5,
            )
        try:
            known = self._kept.get(state)
            if known is None:
                known = self._kept[state] = self._made(graphs())
            self._kept.move_to_end(state)
            while len(self._kept) > _KEPT:
                _, oldest = self._kept.popitem(last=False)
                shutil.rmtree(oldest, ignore_errors=True)
            return known
        finally:
            self._lock.release()

    def close(self) -> None:
        """Remove all of them."""
        with self._lock:
            self._kept.clear()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _made(self, graphs: Iterable[tuple[str, bytes]]) -> Path:
        # never the name of one before: a worker that has that one open would take it for this one
        target = self._folder / str(next(self._numbers))
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _load(target, graphs)
        except OSError as error:
            shutil.rmtree(target, ignore_errors=True)
            raise DataFolderError(f"An earlier state of the graph cannot be made: {error}.") from error
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        return target


def _load(folder: Path, graphs: Iterable[tuple[str, bytes]]) -> None:
    store = Store(str(folder))
    bulk_load(store, graphs)
    store.flush()
