"""Copies of the graph while it is written: every caller gets one that is new enough, and few are made."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pyoxigraph import Store

from imagegraph.adapters.oxigraph.store import OxigraphGraphStore

GRAPH = "http://example.org/g"


def statement(number: int) -> bytes:
    """A graph of one statement."""
    return f'<{GRAPH}> <http://example.org/p> "{number}" .\n'.encode()


def test_callers_see_what_was_written_before_they_asked(tmp_path: Path) -> None:
    """With writers and readers at once no reader gets a copy from before its own call, nor half of one."""
    store = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    written, done = 0, threading.Event()
    store.replace(GRAPH, statement(0), new=True)

    def write() -> None:
        nonlocal written
        for number in range(1, 120):
            store.replace(GRAPH, statement(number), new=False)
            written = number
            time.sleep(0.01)
        done.set()

    def read() -> int:
        rounds = 0
        while not done.is_set():
            least = written
            folder = store.snapshot(whole=True).folder
            try:
                copy = Store.read_only(str(folder))
            except (OSError, RuntimeError):
                assert not folder.is_dir()  # swept away: four newer ones were made since
                continue
            quad = next(iter(copy))
            assert int(quad.object.value) >= least
            rounds += 1
        return rounds

    with ThreadPoolExecutor(5) as threads:
        readers = [threads.submit(read) for _ in range(4)]
        threads.submit(write).result()
        assert sum(reader.result() for reader in readers) > 4
    store.close()


def test_callers_that_waited_share_a_copy(tmp_path: Path) -> None:
    """Many who ask at the same time after a write get one copy."""
    store = OxigraphGraphStore(tmp_path / "graph", snapshots=tmp_path / "snapshots")
    store.replace(GRAPH, statement(0), new=True)
    with ThreadPoolExecutor(16) as threads:
        assert len({future.result() for future in [threads.submit(store.snapshot) for _ in range(64)]}) == 1
    store.close()
