"""The pool with real processes that sleep, crash, eat memory and try to get out."""

from __future__ import annotations

import errno
import logging
import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from imagegraph.adapters.sandbox.pool import WorkerPool
from imagegraph.errors import ImagegraphError, MalformedDocument, QueryTimeout, WorkersBusy

ODD = "odd_tasks:tasks"
LINUX_ONLY = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"),
    reason="seccomp filters are Linux's",
)


@pytest.fixture(name="pool")
def _pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerPool]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    monkeypatch.setenv("IMAGEGRAPH_SECRET", "not for workers")
    pool = WorkerPool(ODD, size=1, seconds=1.0, memory_mb=400, queue_seconds=5.0)
    yield pool
    pool.close()


def gone(pid: int) -> bool:
    """Whether a process has ended, within two seconds."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{pid}/stat")
        if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.01)
    return False


def pid_of(pool: WorkerPool) -> int:
    """The process that answers."""
    return int(pool.call("echo", {})[0]["pid"])


def test_a_task_gets_its_header_and_blobs_back(pool: WorkerPool) -> None:
    """Header and blobs travel unchanged, also beyond the size of a pipe."""
    blobs = [b"", b"\x00\xff" * 10, os.urandom(3_000_000)]
    header, back = pool.call("echo", {"say": "µ \N{MICROSCOPE}\n"}, blobs)
    assert header["said"] == "µ \N{MICROSCOPE}\n"
    assert back == blobs


def test_results_stream_one_by_one(pool: WorkerPool) -> None:
    """A task with many results hands them over in order, and the worker lives on."""
    first = pid_of(pool)
    assert [header["number"] for header, _ in pool.run("count", {"to": 500})] == list(range(500))
    assert pid_of(pool) == first


def test_results_before_the_deadline_are_not_lost(pool: WorkerPool) -> None:
    """What came before a task was stopped has been handed over."""
    answers = pool.run("count", {"to": 9, "sleep_at": 4})
    seen = [next(answers)[0]["number"] for _ in range(4)]
    with pytest.raises(QueryTimeout):
        next(answers)
    assert seen == [0, 1, 2, 3]


def test_the_time_a_caller_takes_does_not_count(pool: WorkerPool) -> None:
    """A slow consumer does not use up the worker's time."""
    numbers = []
    for header, _ in pool.run("count", {"to": 3}):
        time.sleep(0.6)
        numbers.append(header["number"])
    assert numbers == [0, 1, 2]


def test_a_caller_who_leaves_early_costs_a_worker_only_when_it_is_still_at_work(pool: WorkerPool) -> None:
    """A worker that had nothing more to say is kept, one that goes on is replaced."""
    first = pid_of(pool)
    assert pool.call("count", {"to": 1})[0] == {"number": 0}
    assert pid_of(pool) == first
    assert pool.call("count", {"to": 5, "sleep_at": 2})[0] == {"number": 0}
    assert pid_of(pool) != first
    assert gone(first)


def test_a_task_is_killed_at_its_deadline(pool: WorkerPool) -> None:
    """A task that does not end is stopped within a second of its deadline, and its process is gone."""
    first = pid_of(pool)
    started = time.monotonic()
    with pytest.raises(QueryTimeout, match="limit of time") as caught:
        pool.call("sleep", {"for": 60})
    assert 1.0 <= time.monotonic() - started < 2.0
    assert caught.value.extra["limit"] == "time"
    assert gone(first)
    started = time.monotonic()
    assert pid_of(pool) != first
    assert time.monotonic() - started < 1.0


@LINUX_ONLY
def test_memory_ends_the_worker_only(pool: WorkerPool) -> None:
    """A task that wants more than its address space is refused with memory as the reason."""
    with pytest.raises(QueryTimeout, match="400 MiB") as caught:
        pool.call("fill", {"bytes": 2_000_000_000})
    assert caught.value.extra["limit"] == "memory"
    assert pool.call("fill", {"bytes": 1000})[0] == {"size": 1000}


def test_a_crash_ends_the_worker_only(pool: WorkerPool, caplog: pytest.LogCaptureFixture) -> None:
    """A segmentation fault is an error for its task, is logged, and the next task is answered."""
    with pytest.raises(QueryTimeout) as caught, caplog.at_level(logging.WARNING):
        pool.call("segfault", {})
    assert caught.value.extra["limit"] == "crash"
    assert f"exit code -{signal.SIGSEGV.value}" in caplog.text
    assert pid_of(pool) > 0


def test_a_refusal_keeps_its_kind_and_place(pool: WorkerPool) -> None:
    """An error of our own crosses the pipe whole, and the worker lives on."""
    first = pid_of(pool)
    with pytest.raises(MalformedDocument, match="Line 3 is not closed") as caught:
        pool.call("refuse", {})
    assert caught.value.extra == {"line": 3}
    assert pid_of(pool) == first


def test_a_defect_is_logged_and_not_told(pool: WorkerPool, caplog: pytest.LogCaptureFixture) -> None:
    """A traceback goes to the log, never to the caller."""
    with pytest.raises(ImagegraphError) as caught, caplog.at_level(logging.ERROR):
        pool.call("break", {"zero": 0})
    assert "ZeroDivision" not in caught.value.detail
    assert "ZeroDivisionError" in caplog.text


def test_printing_does_not_disturb_the_frames(pool: WorkerPool) -> None:
    """What a library prints goes to the worker's own log."""
    assert pool.call("print", {})[0] == {"printed": True}


def test_a_worker_has_no_secrets_and_leaves_no_core_file(pool: WorkerPool) -> None:
    """The environment is scrubbed."""
    found, _ = pool.call("surroundings", {})
    assert "IMAGEGRAPH_SECRET" not in found["environment"]
    assert found["core"] == [0, 0]


def test_too_many_tasks_are_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A task that gets no worker in time is refused; those at work are not disturbed."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    pool = WorkerPool(ODD, size=1, seconds=5.0, memory_mb=400, queue_seconds=0.2)
    try:
        pool.warm()
        with ThreadPoolExecutor(2) as threads:
            long = threads.submit(pool.call, "sleep", {"for": 1.0})
            time.sleep(0.1)
            with pytest.raises(WorkersBusy):
                pool.call("echo", {})
            assert long.result()[0] == {"slept": True}
    finally:
        pool.close()


def test_long_tasks_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long task leaves its slot to short ones and runs on; only when too many do, the oldest is stopped."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    pool = WorkerPool(ODD, size=1, seconds=60.0, memory_mb=400, queue_seconds=30.0, fair_seconds=0.5)
    try:
        pool.warm()
        with ThreadPoolExecutor(2) as threads:
            first = threads.submit(pool.call, "work", {"for": 50})
            time.sleep(0.3)
            assert pool.call("echo", {"say": 1})[0]["said"] == 1
            assert not first.done()
            second = threads.submit(pool.call, "work", {"for": 1})
            time.sleep(0.3)
            assert not first.done()
            assert pool.call("echo", {"say": 2})[0]["said"] == 2
            with pytest.raises(WorkersBusy, match="others were waiting"):
                first.result()
            assert len(pool.processes()) <= 2
            assert second.result()[0] == {"worked": True}
        assert len(pool.processes()) == 1
    finally:
        pool.close()


def test_a_task_without_a_processor_keeps_its_slot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only work counts against a task: one that others keep from working is not the one that goes."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    pool = WorkerPool(ODD, size=1, seconds=10.0, memory_mb=400, queue_seconds=5.0, fair_seconds=0.1)
    try:
        pool.warm()
        with ThreadPoolExecutor(1) as threads:
            idle = threads.submit(pool.call, "sleep", {"for": 1})
            time.sleep(0.2)
            assert pool.call("echo", {"say": 1})[0]["said"] == 1
            assert idle.result()[0] == {"slept": True}
        assert len(pool.processes()) == 1
    finally:
        pool.close()


def test_what_a_task_is_told_is_made_when_a_worker_is_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """A header may be a function; it is called once the wait for a worker is over."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    pool = WorkerPool(ODD, size=1, seconds=10.0, memory_mb=400, queue_seconds=5.0)
    called: list[float] = []

    def header() -> dict[str, object]:
        called.append(time.monotonic())
        return {"say": "late"}

    try:
        pool.warm()
        with ThreadPoolExecutor(1) as threads:
            before = time.monotonic()
            first = threads.submit(pool.call, "sleep", {"for": 0.5})
            time.sleep(0.1)
            assert pool.call("echo", header)[0]["said"] == "late"
            first.result()
        assert called[0] - before >= 0.5
    finally:
        pool.close()


def test_many_threads_share_few_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers are not mixed up, and no more processes run than were asked for."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    pool = WorkerPool(ODD, size=2, seconds=5.0, memory_mb=400, queue_seconds=30.0)
    try:
        pool.warm()
        assert len(pool.processes()) == 2
        with ThreadPoolExecutor(8) as threads:
            said = list(threads.map(lambda n: pool.call("echo", {"say": n})[0]["said"], range(400)))
        assert said == list(range(400))
        assert len(pool.processes()) == 2
    finally:
        pool.close()
    assert pool.processes() == []


def test_closing_ends_tasks_that_run(pool: WorkerPool) -> None:
    """A task at work when the pool closes is refused, and its process is gone."""
    pool.warm()
    (worker,) = pool.processes()
    with ThreadPoolExecutor(1) as threads:
        task = threads.submit(pool.call, "sleep", {"for": 0.9})
        time.sleep(0.2)
        pool.close()
        with pytest.raises(WorkersBusy):
            task.result()
    assert gone(worker)
    with pytest.raises(WorkersBusy):
        pool.call("echo", {})


def test_workers_outlive_the_thread_that_asked_first(pool: WorkerPool) -> None:
    """The thread whose task started a worker may end; the worker stays."""
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(pid_of, pool).result()
    time.sleep(0.1)
    assert pid_of(pool) == first


def test_workers_end_with_their_service(tmp_path: Path) -> None:
    """When the service is killed, so are its workers, even one in the middle of a task."""
    code = (
        "import threading, time\n"
        "from imagegraph.adapters.sandbox.pool import WorkerPool\n"
        f"pool = WorkerPool({ODD!r}, size=2, seconds=60, memory_mb=400, queue_seconds=5)\n"
        "pool.warm()\n"
        "threading.Thread(target=lambda: pool.call('sleep', {'for': 50})).start()\n"
        "time.sleep(0.2)\n"
        "print(*pool.processes(), flush=True)\n"
        "time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment) as service:
        assert service.stdout is not None
        workers = [int(pid) for pid in service.stdout.readline().split()]
        assert len(workers) == 2
        service.kill()
    assert all(gone(worker) for worker in workers)


@LINUX_ONLY
@pytest.mark.parametrize(
    ("family", "kind", "refused"),
    [
        ("AF_INET", "SOCK_STREAM", errno.EPERM),
        ("AF_INET6", "SOCK_STREAM", errno.EPERM),
        ("AF_INET", "SOCK_DGRAM", errno.EPERM),
        ("AF_NETLINK", "SOCK_RAW", errno.EPERM),
        ("AF_PACKET", "SOCK_RAW", errno.EPERM),
        ("AF_UNIX", "SOCK_STREAM", None),
    ],
)
def test_no_socket_leads_out(pool: WorkerPool, family: str, kind: str, refused: int | None) -> None:
    """Only sockets that stay on the machine can be made."""
    assert pool.call("open", {"family": family, "type": kind})[0] == {"refused": refused}


@LINUX_ONLY
def test_no_other_program_can_be_run(pool: WorkerPool, caplog: pytest.LogCaptureFixture) -> None:
    """Starting a program fails."""
    with pytest.raises(ImagegraphError), caplog.at_level(logging.ERROR):
        pool.call("run", {})
    assert "PermissionError" in caplog.text


@LINUX_ONLY
@pytest.mark.parametrize(
    ("name", "number"), [("io_uring_setup", 425), ("pidfd_getfd", 438), ("io_uring_enter", 426)]
)
def test_no_way_around_sockets(pool: WorkerPool, name: str, number: int) -> None:
    """io_uring, which opens sockets without the system call, and taking another process's are refused."""
    assert pool.call("system_call", {"arguments": [number, 1, 0, 0]})[0] == {"result": errno.EPERM}, name


@pytest.mark.skipif(
    platform.machine() != "x86_64" or sys.platform != "linux", reason="x32 is a matter of x86-64"
)
def test_the_other_numbering_of_system_calls_is_refused(pool: WorkerPool) -> None:
    """socket() by its x32 number is no way out either."""
    assert pool.call("system_call", {"arguments": [0x40000000 | 41, 2, 1, 0]})[0] == {"result": errno.EPERM}


def test_an_unconfined_platform_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    """Where there is no seccomp, one warning says so."""

    class Unconfined:
        hello = None

        def await_ready(self, *, seconds: float) -> dict[str, object]:
            return {"confined": False, "why": "there is no seccomp filter for plan9 on mips"}

    pool = WorkerPool(ODD, size=1, seconds=1.0, memory_mb=400, queue_seconds=1.0)
    with caplog.at_level(logging.WARNING):
        pool._ready(Unconfined())  # type: ignore[arg-type]
        pool._ready(Unconfined())  # type: ignore[arg-type]
    pool.close()
    assert caplog.text.count("plan9") == 1
