"""What a pool has done so far, counted for whoever watches the service."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

#: told from the start, so that a rise from zero is seen
_REASONS = ("time", "memory", "crash", "unfair", "failed", "abandoned", "retired")


class Tally:
    """Counts of one pool; safe to use from many threads.

    Attributes:
        started: workers started so far.
        waiting: tasks that wait for a worker now.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stopped = Counter(dict.fromkeys(_REASONS, 0))
        self.started = 0
        self.waiting = 0

    def start(self) -> None:
        """A worker was started."""
        with self._lock:
            self.started += 1

    def stopped(self, reason: str) -> None:
        """A worker was ended."""
        with self._lock:
            self._stopped[reason] += 1

    @contextmanager
    def one_waiting(self) -> Iterator[None]:
        """Inside the block a task waits."""
        with self._lock:
            self.waiting += 1
        try:
            yield
        finally:
            with self._lock:
                self.waiting -= 1

    def reasons(self) -> Mapping[str, int]:
        """How many workers were ended for each reason."""
        with self._lock:
            return dict(self._stopped)
