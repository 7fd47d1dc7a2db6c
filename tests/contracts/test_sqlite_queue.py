"""The queue in SQLite keeps the contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from imagegraph.adapters.sqlite.queue import SqliteResolutionQueue
from imagegraph.ports.resolving import ResolutionQueue
from imagegraph.testing.resolution_queue import ResolutionQueueContract


class TestSqliteResolutionQueue(ResolutionQueueContract):
    """`adapters.sqlite.queue` against `ports.resolving`."""

    @pytest.fixture(autouse=True)
    def _file(self, tmp_path: Path) -> None:
        self.path = tmp_path / "resolved.sqlite"

    def open_queue(self) -> ResolutionQueue:
        """A connection to the file of this test."""
        return SqliteResolutionQueue(self.path, now=lambda: self.now)
