"""Workers that die of something, or will not die: an error for their task, and the next one is answered."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from imagegraph.adapters.sandbox.pool import WorkerPool
from imagegraph.errors import QueryTimeout

ODD = "odd_tasks:tasks"
LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="limits of address space are Linux's")
#: seconds beyond the deadline in which a task is stopped, and in which the next one is answered
GRACE = 1.0


@pytest.fixture(name="pool")
def _pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerPool]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    pool = WorkerPool(ODD, size=1, seconds=1.0, memory_mb=400, queue_seconds=5.0)
    pool.warm()
    yield pool
    pool.close()


def assert_answers(pool: WorkerPool) -> None:
    """The pool is whole again, at once."""
    started = time.monotonic()
    assert pool.call("echo", {"say": 1})[0]["said"] == 1
    assert time.monotonic() - started < GRACE


@pytest.mark.parametrize(
    "how", ["SIGSEGV", "SIGKILL", "SIGABRT", "SIGBUS", "SIGTERM", "SIGILL", "SIGPIPE", "exit"]
)
def test_any_death_ends_the_task_only(pool: WorkerPool, how: str) -> None:
    """Whatever ends a worker (the OOM killer sends SIGKILL) refuses its task; the next one gets a new worker."""
    started = time.monotonic()
    if how == "SIGPIPE":  # Python ignores it, so the task runs into its deadline
        with pytest.raises(QueryTimeout) as caught:
            pool.call("end", {"how": how})
        assert caught.value.extra["limit"] == "time"
    else:
        with pytest.raises(QueryTimeout) as caught:
            pool.call("end", {"how": how})
        assert caught.value.extra["limit"] == "crash"
        assert time.monotonic() - started < GRACE
    assert_answers(pool)


@pytest.mark.parametrize("task", ["stuck", "deaf"])
def test_what_hears_nothing_is_killed_at_the_deadline(pool: WorkerPool, task: str) -> None:
    """C code that holds the interpreter, and a process that blocks every signal, are stopped all the same."""
    started = time.monotonic()
    with pytest.raises(QueryTimeout) as caught:
        pool.call(task, {})
    assert 1.0 <= time.monotonic() - started < 1.0 + GRACE
    assert caught.value.extra["limit"] == "time"
    assert_answers(pool)


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGTERM])
def test_a_worker_that_somebody_kills_is_replaced(pool: WorkerPool, kind: signal.Signals) -> None:
    """A worker that is killed from outside, at work or idle, costs one task at most."""
    (worker,) = pool.processes()
    with ThreadPoolExecutor(1) as threads:
        task = threads.submit(pool.call, "sleep", {"for": 0.8})
        threading.Event().wait(0.2)
        os.kill(worker, kind)
        with pytest.raises(QueryTimeout):
            task.result()
    assert_answers(pool)
    (idle,) = pool.processes()
    os.kill(idle, kind)
    time.sleep(0.1)
    assert_answers(pool)


@LINUX_ONLY
def test_limits_are_those_of_the_kernel(pool: WorkerPool) -> None:
    """Address space, CPU time and core files are limited where nothing can get around it."""
    found, _ = pool.call("surroundings", {})
    space = 400 * 1024 * 1024
    assert found["memory"] == [space, space]
    assert 0 < found["cpu"][0] < 60
    assert found["core"] == [0, 0]


@LINUX_ONLY
def test_cpu_time_ends_where_nobody_watches() -> None:
    """A process that computes on is ended by the kernel when its service does not do it."""
    code = (
        "import os; os.cpu_count = lambda: 1\n"
        "from imagegraph.adapters.sandbox.confinement import allow_cpu\n"
        "allow_cpu(0.1)\n"
        "while True: pass\n"
    )
    done = subprocess.run([sys.executable, "-c", code], timeout=30, capture_output=True)
    assert done.returncode == -signal.SIGXCPU
