"""Whether the service can do its work: each part is tried, not asked.

Somebody asks every few seconds for as long as the service runs, so the answer of a moment ago is good enough, and
several who ask at once share one.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from imagegraph.errors import ImagegraphError
from imagegraph.operations.disk_space import DiskSpace
from imagegraph.ports.journal import Journal
from imagegraph.ports.workers import Pool, Query, QueryRunner

#: how long an answer is good, seconds
GOOD_SECONDS = 1.0
#: how long a worker may take to say that it is there
_WORKER_SECONDS = 3.0

Check = dict[str, Any]


class Readiness:
    """Tries the parts of the service. Safe to use from several threads.

    Args:
        pools: one free worker of each is asked.
        query_runner: answers a query that reads nothing, so that the graph is opened.
        catch_up: lets the graph take what it could not take before; raises what says why it still cannot.
        disk: must have room.
        clock: seconds that only grow.
    """

    def __init__(
        self, *, journal: Journal, pools: Sequence[Pool], query_runner: QueryRunner, disk: DiskSpace,
        catch_up: Callable[[], None] = lambda: None, clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._journal, self._pools, self._query_runner = journal, pools, query_runner
        self._disk = disk
        self._catch_up, self._clock = catch_up, clock
        self._lock = threading.Lock()
        #: until when an answer is good, and the answer
        self._known: tuple[float, dict[str, Check]] | None = None
        self._stopping = False

    def stop(self) -> None:
        """From now on the service is not ready, because it is about to end."""
        self._stopping = True

    def fresh(self) -> dict[str, Check] | None:
        """The answer of a moment ago, without waiting; None when it is no longer good."""
        if self._stopping:
            return {"service": {"ok": False, "why": "It is being stopped."}}
        known = self._known
        return None if known is None or self._clock() >= known[0] else known[1]

    def checks(self) -> dict[str, Check]:
        """Name of a part -> `ok`, and `why` not; waits for the parts, or for somebody else who does."""
        with self._lock:
            found = self.fresh()
            if found is None:
                found = self._tried()
                self._known = self._clock() + GOOD_SECONDS, found
            return found

    def _tried(self) -> dict[str, Check]:
        found = {"journal": _outcome(self._written), "disk": _outcome(self._room)}
        for pool in self._pools:
            found[f"{pool.kind} workers"] = _outcome(lambda pool=pool: pool.probe(seconds=_WORKER_SECONDS))  # type: ignore[misc]
        is_worth_asking = found.get("query workers", {"ok": True})["ok"]
        found["graph"] = (
            _outcome(self._asked)
            if is_worth_asking
            else {"ok": False, "why": "There is no worker that could ask it."}
        )
        return found

    def _written(self) -> Check:
        self._journal.confirm_writable()
        return {"head": self._journal.head}

    def _room(self) -> Check:
        found: Check = {"free_bytes": self._disk.free_bytes}
        if (shortage := self._disk.shortage) is not None:
            found |= {"ok": False, "why": f"{shortage} Records are refused until there is room."}
        return found

    def _asked(self) -> None:
        self._catch_up()
        self._query_runner.run(Query(text="ASK {}"))


def _outcome(attempt: Callable[[], Check | None]) -> Check:
    """What an attempt says, or why it failed."""
    try:
        return {"ok": True, **(attempt() or {})}
    except ImagegraphError as error:
        return {"ok": False, "why": error.detail}
    except OSError as error:
        return {"ok": False, "why": error.strerror or type(error).__name__}
