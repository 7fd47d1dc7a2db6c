"""A pool of killable workers: hands tasks out, watches the clock, replaces what died.

The service never runs untrusted work itself: nothing else can stop a running query, and a deeply nested one
ends its process. So each task runs in a process of its own kind, which is killed at
the deadline and replaced.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from imagegraph.adapters.sandbox.frames import DeadlinePassed, Frame, PipeClosed
from imagegraph.adapters.sandbox.tally import Tally
from imagegraph.adapters.sandbox.worker_process import START_SECONDS, WorkerProcess, limit_broken
from imagegraph.errors import ImagegraphError, WorkersBusy, from_dict
from imagegraph.ports.workers import PoolState

_LOG = logging.getLogger("imagegraph.sandbox")

#: how long a worker whose caller has lost interest may take to say that it has finished
_FAREWELL_SECONDS = 0.1

#: how long a task waits before it is looked again for one that makes room
_GRACE_SECONDS = 0.05
#: a task that has worked so long is no short one; time in which it had no processor does not count
_SHORT_SECONDS = 0.2

#: how long after the limit of its time a task must have been ended
_OVERDUE_SECONDS = 10.0

Answer = tuple[dict[str, Any], list[bytes]]
Header = dict[str, Any] | Callable[[], dict[str, Any]]


class WorkerPool:
    """Runs tasks in worker processes; safe to use from many threads.

    Args:
        kind: what the workers can do; a name that `imagegraph.worker` knows.
        size: most processes at a time.
        seconds: wall-clock limit of one task; time in which the caller does not ask for the next part of an
            answer does not count.
        memory_mb: address space of one worker, MiB.
        queue_seconds: how long a task waits for a free worker.
        fair_seconds: a task that keeps others waiting runs on beside the slots, in as many processes again,
            and may be ended for the next one after this time; None: tasks keep their slots as long as they run.
    """

    def __init__(
        self,
        kind: str,
        *,
        size: int,
        seconds: float,
        memory_mb: int,
        queue_seconds: float,
        fair_seconds: float | None = None,
    ) -> None:
        self.kind = kind
        self.size = size
        self._seconds = seconds
        self._memory_mb = memory_mb
        self._queue_seconds = queue_seconds
        self._fair_seconds = fair_seconds
        self._since: dict[WorkerProcess, float] = {}
        self._aside: set[WorkerProcess] = set()
        self._ended: set[WorkerProcess] = set()
        self._slots: queue.LifoQueue[WorkerProcess | None] = queue.LifoQueue()
        for _ in range(size):
            self._slots.put(None)
        # The kernel kills a worker when the thread that started it ends, so one thread starts them all.
        self._nursery = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"{kind}-workers")
        self._living: set[WorkerProcess] = set()
        self._lock = threading.Lock()
        self._closed = False
        self._told_unconfined = False
        self._tally = Tally()

    def warm(self) -> None:
        """Start every worker that is not running, and return when all are ready."""
        taken = [self._slots.get() for _ in range(self.size)]
        try:
            taken = [worker or self._start() for worker in taken]
            for worker in taken:
                if worker is not None:
                    self._ready(worker)
        finally:
            for worker in taken:
                self._slots.put(worker)

    def run(self, task: str, header: Header, blobs: Sequence[bytes] = ()) -> Iterator[Answer]:
        """The parts of the answer, as they come; the worker is killed when the caller stops asking.

        Args:
            task: a name that the workers of this kind know.
            header: JSON-serialisable values, or what makes them once a worker is at hand.
            blobs: bytes that go with them.

        Raises:
            WorkersBusy: no worker became free in time.
            QueryTimeout: the task was stopped; `extra["limit"]` is `time`, `memory` or `crash`.
            ImagegraphError: what the task itself refused.
        """
        worker = self._checkout(self._queue_seconds)
        is_ours = True
        try:
            left = self._ask(worker, task, header, blobs)
            while True:
                started = time.monotonic()
                frame = worker.answer(deadline=started + left)
                left = max(0.0, left - (time.monotonic() - started))
                if frame.tag == "item":
                    yield frame.header, frame.blobs
                    continue
                is_ours = False
                self._return(worker, frame)
                if frame.tag == "last":
                    yield frame.header, frame.blobs
                return
        except GeneratorExit:
            if is_ours and self._has_finished(worker):
                is_ours = False
                self._release(worker)
            if is_ours:
                self._tally.stopped("abandoned")
            raise
        except (PipeClosed, DeadlinePassed) as reason:
            raise self._stopped(worker, reason) from None
        finally:
            if is_ours:
                self._replace(worker)

    def call(self, task: str, header: Header, blobs: Sequence[bytes] = ()) -> Answer:
        """The only part of an answer; raises what `run` raises."""
        for answer in self.run(task, header, blobs):
            return answer
        raise ImagegraphError(f"The {self.kind} worker had no answer to {task}.")

    def state(self) -> PoolState:
        """How the workers are doing; see `ports.workers.Pool`."""
        with self._lock:
            living, busy = list(self._living), len(self._since)
        return PoolState(
            kind=self.kind, size=self.size, processes=[worker.pid for worker in living], busy=busy,
            waiting=self._tally.waiting, started=self._tally.started, stopped=self._tally.reasons(),
            memory_bytes=sum(worker.memory_bytes for worker in living),
        )  # fmt: skip

    def probe(self, *, seconds: float) -> None:
        """Have a worker say that it is there; see `ports.workers.Pool`."""
        try:
            worker = self._checkout(seconds)
        except WorkersBusy:
            if self._fair_seconds is None and not self._closed and not self._is_overdue():
                return  # long documents are being read, as they may be
            raise
        is_ours = True
        try:
            self._ready(worker, seconds=seconds)
            deadline = time.monotonic() + seconds
            worker.ask({"task": "ping", "seconds": seconds}, [], deadline=deadline)
            frame = worker.answer(deadline=deadline)
            is_ours = False
            self._return(worker, frame)
        except (PipeClosed, DeadlinePassed) as reason:
            raise self._stopped(worker, reason, seconds=seconds) from None
        finally:
            if is_ours:
                self._replace(worker)

    def _is_overdue(self) -> bool:
        """Whether every worker has been at its task for longer than any task may take."""
        with self._lock:
            latest = max(self._since.values(), default=0.0)
        return time.monotonic() - latest > self._seconds + _OVERDUE_SECONDS

    def close(self) -> None:
        """Kill every worker, also those that are at work."""
        self._closed = True
        self._nursery.shutdown(wait=True)
        for worker in self._emptied():
            if worker is not None:
                self._forget(worker)
            self._slots.put(None)
        for worker in list(self._living):
            worker.end()

    def _emptied(self) -> list[WorkerProcess | None]:
        """The slots that are not at work, taken out."""
        taken: list[WorkerProcess | None] = []
        while True:
            try:
                taken.append(self._slots.get_nowait())
            except queue.Empty:
                return taken

    def processes(self) -> Sequence[int]:
        """Process ids of the workers that run now."""
        return [worker.pid for worker in list(self._living)]

    def _ask(self, worker: WorkerProcess, task: str, header: Header, blobs: Sequence[bytes]) -> float:
        """Hand the task over and return the seconds that are left for the answer."""
        self._ready(worker)
        told = header() if callable(header) else header
        deadline = time.monotonic() + self._seconds
        worker.ask({**told, "task": task, "seconds": self._seconds}, blobs, deadline=deadline)
        return deadline - time.monotonic()

    def _has_finished(self, worker: WorkerProcess) -> bool:
        """Whether nothing follows the part that the caller was content with."""
        try:
            frame = worker.answer(deadline=time.monotonic() + _FAREWELL_SECONDS)
        except (PipeClosed, DeadlinePassed):
            return False
        return frame.tag == "done" and not frame.header.get("retire")

    def _checkout(self, patience: float) -> WorkerProcess:
        worker = self._free_slot(patience)
        if worker is not None and not worker.is_running:  # ended while it had nothing to do
            self._tally.stopped("crash")
            self._forget(worker)
            worker = None
        try:
            worker = worker or self._start()
        except BaseException:
            self._slots.put(None)
            raise
        with self._lock:
            self._since[worker] = time.monotonic()
        if self._slots.empty():
            self._make_room()
        return worker

    def _free_slot(self, patience: float) -> WorkerProcess | None:
        """A worker that is free, or None where one may be started."""
        with self._tally.one_waiting():
            return self._slot_within(patience)

    def _slot_within(self, seconds: float) -> WorkerProcess | None:
        deadline = time.monotonic() + seconds
        while True:
            left = deadline - time.monotonic()
            try:
                return self._slots.get(timeout=max(0.0, min(left, _GRACE_SECONDS)))
            except queue.Empty:
                self._make_room()
            if left <= 0:
                raise WorkersBusy(
                    f"All workers were busy for {seconds:g} s. Try again in a moment.",
                    retry_after=1,
                ) from None

    def _make_room(self) -> None:
        """Take the slot from the task that has worked longest, so that a short one need not wait for it.

        It runs on beside the slots with less priority. There are as many places for that as slots; when all
        are taken, the oldest task that has run longer than is fair is ended.
        """
        if self._fair_seconds is None:
            return
        with self._lock:
            now = time.monotonic()
            aside = {
                worker: since for worker, since in self._since.items() if worker in self._aside - self._ended
            }
            within = {worker: worker.worked_seconds for worker in self._since if worker not in self._aside}
            slowest = max(within, key=within.__getitem__, default=None)
            if slowest is None or within[slowest] < _SHORT_SECONDS:
                return
            if len(aside) >= self.size:
                oldest = min(aside, key=aside.__getitem__)
                if now - aside[oldest] <= self._fair_seconds or self._dying() >= self.size:
                    return
                self._ended.add(oldest)
                oldest.kill()  # who waits for its answer buries it; waiting here would hold everybody up
            self._aside.add(slowest)
            slowest.give_way()
            self._fill_slot()

    def _dying(self) -> int:
        """How many of the ended tasks still have a process; a busy machine takes its time."""
        return sum(worker.is_running for worker in self._ended)

    def _fill_slot(self) -> None:
        """Start a worker for a slot without waiting for it."""

        def fill() -> None:
            worker: WorkerProcess | None = None
            try:
                worker = self._bear()
            finally:
                self._slots.put(worker)

        try:
            self._nursery.submit(fill)
        except RuntimeError:  # closed in the meantime
            self._slots.put(None)

    def _start(self) -> WorkerProcess:
        if self._closed:
            raise WorkersBusy("The service is shutting down.", retry_after=5)
        try:
            return self._nursery.submit(self._bear).result()
        except RuntimeError:  # closed in the meantime
            raise WorkersBusy("The service is shutting down.", retry_after=5) from None

    def _bear(self) -> WorkerProcess:
        worker = WorkerProcess(self.kind, memory_mb=self._memory_mb)
        self._living.add(worker)
        self._tally.start()
        return worker

    def _ready(self, worker: WorkerProcess, *, seconds: float = START_SECONDS) -> None:
        if worker.hello is not None:
            return
        try:
            why = worker.await_ready(seconds=seconds).get("why")
        except (PipeClosed, DeadlinePassed):
            _LOG.error("a %s worker could not be started: %s", self.kind, worker.obituary()[1])
            raise
        if why and not self._told_unconfined:
            self._told_unconfined = True
            _LOG.warning(
                "%s workers can reach the network (%s); SERVICE and LOAD are refused by parsing alone",
                self.kind,
                why,
            )

    def _return(self, worker: WorkerProcess, frame: Frame) -> None:
        """Take a worker back after the last frame of an answer; raise what that frame says."""
        if frame.tag == "failed" or frame.header.get("retire"):
            self._tally.stopped("failed" if frame.tag == "failed" else "retired")
            self._replace(worker)
        else:
            self._release(worker)
        if frame.tag == "error":
            raise from_dict(frame.header["error"])
        if frame.tag == "failed":
            _LOG.error("a task failed in a %s worker:\n%s", self.kind, frame.header["where"])
            _LOG.debug("it said: %s", frame.header["said"])  # may quote what was read, which is private
            raise ImagegraphError("The service met an error of its own; it is in the log.")

    def _release(self, worker: WorkerProcess) -> None:
        """Give the slot of a worker back; one that ran aside has none and is not needed any more."""
        with self._lock:
            is_kept = worker not in self._aside
            if is_kept:
                self._since.pop(worker, None)
        if is_kept:
            self._slots.put(worker)
        else:
            self._forget(worker)

    def _replace(self, worker: WorkerProcess) -> None:
        """Kill a worker and start the next one for its slot right away."""
        if self._forget(worker):
            self._fill_slot()

    def _forget(self, worker: WorkerProcess) -> bool:
        """Kill a worker; returns whether it held a slot."""
        with self._lock:
            had_slot = worker not in self._aside
            self._living.discard(worker)
            self._since.pop(worker, None)
            self._aside.discard(worker)
            self._ended.discard(worker)
        worker.bury()
        return had_slot

    def _stopped(
        self, worker: WorkerProcess, reason: Exception, *, seconds: float | None = None
    ) -> ImagegraphError:
        limit, words = "time", ""
        if isinstance(reason, PipeClosed) and not self._closed:
            limit, words = worker.obituary()
        if self._closed:
            return WorkersBusy("The service is shutting down.", retry_after=5)
        if worker in self._ended:
            ran = time.monotonic() - self._since.get(worker, time.monotonic())
            self._tally.stopped("unfair")
            _LOG.warning("a %s worker was stopped after %.1f s: others were waiting", self.kind, ran)
            return WorkersBusy(
                f"It was stopped after {ran:.0f} s because others were waiting. Try again later.",
                retry_after=30,
            )
        self._tally.stopped(limit)
        _LOG.warning("a %s worker was stopped (%s) %s", self.kind, limit, words.partition(";")[0])
        _LOG.debug("it said: %s", words)  # may quote what was read, which is private
        return limit_broken(limit, seconds=seconds or self._seconds, memory_mb=self._memory_mb)
