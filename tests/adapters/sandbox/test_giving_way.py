"""Tasks that are told to give way, and signals that are not meant for workers."""

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
from imagegraph.adapters.sandbox.worker_process import WorkerProcess
from imagegraph.errors import WorkersBusy

ODD = "odd_tasks:tasks"
#: seconds that ending a worker takes in these tests, as it does on a busy machine
_SLOWLY = 3.0


@pytest.fixture(name="pool")
def _pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkerPool]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    pool = WorkerPool(ODD, size=1, seconds=60.0, memory_mb=400, queue_seconds=30.0, fair_seconds=0.2)
    pool.warm()
    yield pool
    pool.close()


def test_nobody_waits_for_the_end_of_another_task(pool: WorkerPool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that takes its time to end holds up its own task only: the next one runs, and the pool can be asked."""
    end = WorkerProcess.end

    def slowly(worker: WorkerProcess) -> None:
        time.sleep(_SLOWLY)
        end(worker)

    longest, stop = 0.0, threading.Event()

    def look() -> None:
        nonlocal longest
        while not stop.is_set():
            started = time.monotonic()
            pool.state()
            longest = max(longest, time.monotonic() - started)
            time.sleep(0.01)

    with ThreadPoolExecutor(3) as threads:
        first = threads.submit(pool.call, "work", {"for": 50})
        assert pool.call("echo", {"say": 1})[0]["said"] == 1  # the first one makes room for it
        monkeypatch.setattr(WorkerProcess, "end", slowly)
        looking = threads.submit(look)
        second = threads.submit(pool.call, "work", {"for": 2})
        started = time.monotonic()
        assert pool.call("echo", {"say": 2})[0]["said"] == 2
        took = time.monotonic() - started
        with pytest.raises(WorkersBusy, match="others were waiting"):
            first.result()
        stop.set()
        looking.result()
        assert second.result()[0] == {"worked": True}
        monkeypatch.undo()
    assert longest < _SLOWLY / 2
    assert took < _SLOWLY


@pytest.mark.skipif(sys.platform != "linux", reason="autogroup is Linux's")
def test_who_gives_way_has_the_least_priority(pool: WorkerPool) -> None:
    """It stays in the session of the service, where the priority counts, but not in its group of processes."""
    with ThreadPoolExecutor(1) as threads:
        long = threads.submit(pool.call, "work", {"for": 1.5})
        (worker,) = pool.processes()
        assert pool.call("echo", {"say": 1})[0]["said"] == 1
        assert os.getpriority(os.PRIO_PROCESS, worker) == 19
        assert os.sched_getscheduler(worker) == os.SCHED_OTHER
        assert (os.getsid(worker), os.getpgid(worker)) == (os.getsid(0), worker)
        assert long.result()[0] == {"worked": True}


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM])
def test_a_signal_to_the_group_of_the_service_is_the_services(kind: signal.Signals) -> None:
    """Ctrl-C and the like reach the service alone, which may still want its workers to finish what they do."""
    code = (
        "import signal, threading\n"
        "from imagegraph.adapters.sandbox.pool import WorkerPool\n"
        f"pool = WorkerPool({ODD!r}, size=1, seconds=60, memory_mb=400, queue_seconds=5)\n"
        "pool.warm()\n"
        "heard = threading.Event()\n"
        f"signal.signal({int(kind)}, lambda *_: heard.set())\n"
        "answers = pool.run('count', {'to': 2})\n"
        "first = next(answers)[0]['number']\n"
        "print('ready', flush=True)\n"
        "while not heard.wait(0.05): pass\n"
        "print(first, next(answers)[0]['number'], len(list(answers)), flush=True)\n"
        "print(pool.call('echo', {'say': 'alive'})[0]['said'], pool.state().started, flush=True)\n"
        "pool.close()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    service = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment, start_new_session=True
    )
    try:
        assert service.stdout is not None
        assert service.stdout.readline() == b"ready\n"
        os.killpg(service.pid, kind)
        said, _ = service.communicate(timeout=60)
    finally:
        service.kill()
        service.wait()
    assert said.split() == [b"0", b"1", b"0", b"alive", b"1"]
    assert service.returncode == 0
