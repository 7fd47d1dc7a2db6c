"""Working off the queue: one identifier after the other is asked about, and the graph says what was learnt.

Runs in threads of the service, one or more for each scheme, so that an authority that is slow holds up nobody else's
identifiers; or in the foreground until nothing is due.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta

from imagegraph.model.identifiers import identifier_of
from imagegraph.model.resolutions import Resolution, ResolutionState
from imagegraph.operations.linking.graph import LinkingGraph
from imagegraph.ports.resolving import IdentifierResolver, KnownResolutions, QueuedIdentifier, ResolutionQueue

_LOG = logging.getLogger("imagegraph")
#: how long stopping waits for threads
STOP_SECONDS = 3.0
#: identifiers that a thread takes at once
_BATCH = 8
#: seconds until the queue is looked at again when nobody said that something came
_LOOK_AGAIN = 5.0
#: seconds between two looks for answers that have become old
_RENEW_SECONDS = 600.0
_RENEW_AT_ONCE = 500
#: seconds until an identifier is tried again: after the first attempt, and at most
_FIRST_PAUSE, _LONGEST_PAUSE = 30.0, 86_400.0
#: seconds until the next try when its authority could not be asked at all, because of a limit or earlier failures
_LEFT_ALONE = 60.0


def _now() -> datetime:
    return datetime.now(UTC)


class Linker:
    """Resolves what is queued.

    Args:
        resolver: asks.
        known: what was answered before.
        queue: what waits.
        graph: says what was learnt.
        schemes: those that somebody may be asked about; nothing is taken of others.
        hang_up: makes the resolver give up on whoever it waits for.
        now: the clock, for tests.
    """

    def __init__(
        self, *, resolver: IdentifierResolver, known: KnownResolutions, queue: ResolutionQueue, graph: LinkingGraph,
        schemes: Collection[str], hang_up: Callable[[], None] = lambda: None, now: Callable[[], datetime] = _now,
    ) -> None:  # fmt: skip
        self._resolver, self._known = resolver, known
        self._queue, self._graph = queue, graph
        self._schemes = tuple(sorted(scheme for scheme in schemes if resolver.can_ask(scheme)))
        self._now = now
        self._hang_up = hang_up
        self._stopping = False
        self._news = threading.Condition()
        self._threads: list[threading.Thread] = []
        graph.noted = self.wake

    def start(self, *, workers: int) -> None:
        """Begin to work in the background.

        Args:
            workers: threads for each scheme.
        """
        for scheme in self._schemes:
            for number in range(workers):
                self._begin(lambda scheme=scheme: self._serve(scheme), f"link-{scheme}-{number}")  # type: ignore[misc]
        if self._schemes:
            self._begin(self._renew, "link-renew")

    def stop(self, *, seconds: float = STOP_SECONDS) -> None:
        """End; what was taken and not finished waits for the next start.

        Args:
            seconds: how long to wait for the threads, all together; one that is still asking then ends by itself.
        """
        with self._news:
            self._stopping = True
            self._news.notify_all()
        self._hang_up()
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        self._threads.clear()

    def wake(self) -> None:
        """Something was queued."""
        with self._news:
            self._news.notify_all()

    def work_off(
        self, *, progress: Callable[[int, int], None] = lambda done, total: None
    ) -> Counter[ResolutionState]:
        """Ask about everything that is due now, in the foreground; how each ended.

        Args:
            progress: called with (done, how many there are).
        """
        ended: Counter[ResolutionState] = Counter()
        tried: set[str] = set()
        while batch := self._queue.take(schemes=self._schemes, limit=_BATCH):
            if tried.issuperset(queued.iri for queued in batch):
                break  # put off, and due again already
            for queued in batch:
                tried.add(queued.iri)
                found = self._work(queued)
                if found is not None:
                    ended[found.state] += 1
            waiting = sum(self._queue.counts().get(scheme, 0) for scheme in self._schemes)
            progress(ended.total(), ended.total() + waiting)
        return ended

    def renew(self, *, limit: int = _RENEW_AT_ONCE) -> int:
        """Queue answers that have become old; how many."""
        return self._queue.put(self._known.expired(limit=limit))

    def _begin(self, work: Callable[[], None], name: str) -> None:
        thread = threading.Thread(target=work, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self, scheme: str) -> None:
        while not self._stopping:
            batch = self._queue.take(schemes=(scheme,), limit=1)
            for queued in batch:
                try:
                    self._work(queued)
                except Exception:
                    if self._stopping:  # what it needs may be closed already
                        return
                    _LOG.exception("%s could not be worked on; it is tried again later", queued.iri)
                    self._put_off(queued, "An error of our own; the log tells more.")
            if not batch:
                with self._news:
                    if not self._stopping:
                        self._news.wait(_LOOK_AGAIN)

    def _renew(self) -> None:
        while not self._stopping:
            if self.renew():
                self.wake()
            with self._news:
                self._news.wait_for(lambda: self._stopping, _RENEW_SECONDS)

    def _work(self, queued: QueuedIdentifier) -> Resolution | None:
        """Resolve one; None when nobody wants to know any more."""
        identifier = identifier_of(queued.iri)
        if (
            identifier is None
            or self._known.is_forgotten(identifier)
            or not self._graph.is_needed(queued.iri)
        ):
            self._queue.done(queued.iri)
            return None
        found = self._resolver.resolve(identifier)
        if self._stopping and (found.state == "unavailable" or found.stale):
            return None  # we hung up; it waits as it was
        if found.state == "unavailable" or found.stale:
            self._put_off(queued, found.detail, tried=found.asked)
            return found
        self._graph.show(found)
        self._queue.done(queued.iri)
        return found

    def _put_off(self, queued: QueuedIdentifier, detail: str, *, tried: bool = True) -> None:
        seconds = min(_FIRST_PAUSE * 4.0**queued.attempts, _LONGEST_PAUSE) if tried else _LEFT_ALONE
        until = self._now() + timedelta(seconds=seconds)
        self._queue.put_off(queued.iri, until=until, detail=detail, tried=tried)
