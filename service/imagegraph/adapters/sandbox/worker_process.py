"""One worker as the service sees it: a process that is asked, answers, and can be killed at any moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from imagegraph.adapters.sandbox.frames import Frame, FramePipe
from imagegraph.errors import QueryTimeout

#: what a worker leaves with when Python itself ran out of memory
EXIT_OUT_OF_MEMORY = 77
#: what a worker may keep of the environment
_KEPT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TZ", "COVERAGE_PROCESS_START")
START_SECONDS = 60.0
_NICENESS_ASIDE = 19
_LAST_WORDS_BYTES = 4000
_SIGNS_OF_MEMORY = (b"memory allocation of", b"MemoryError", b"bad_alloc", b"Cannot allocate memory")


class WorkerProcess:
    """A worker of one kind; starting it does not wait until it is ready.

    Args:
        kind: what it can do; a name that `imagegraph.worker` knows.
        memory_mb: its address space, MiB.
    """

    def __init__(self, kind: str, *, memory_mb: int) -> None:
        self._last_words = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the worker
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment |= {"MALLOC_ARENA_MAX": "2", "PYTHONUTF8": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "imagegraph.worker", kind, str(memory_mb), str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._last_words,
            bufsize=0,
            env=environment,
            # Signals of a terminal reach the service alone. A session of its own would do that too, but Linux shares
            # the processors between sessions first (autogroup), so that no priority would count.
            process_group=0,
        )
        if self._process.stdin is None or self._process.stdout is None:  # pragma: no cover - both are PIPE
            raise RuntimeError("a worker was started without pipes")
        outgoing = self._process.stdin.fileno()
        os.set_blocking(outgoing, False)
        self._pipe = FramePipe(incoming=self._process.stdout.fileno(), outgoing=outgoing)
        self.hello: dict[str, Any] | None = None
        #: when it was asked, and what it had used of a processor by then; seconds
        self._asked: tuple[float, float | None] | None = None

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether its process has not ended."""
        return self._process.poll() is None

    @property
    def memory_bytes(self) -> int:
        """What it holds in memory; 0 when that cannot be told."""
        try:
            with open(f"/proc/{self.pid}/statm", "rb") as file:  # noqa: PTH123 - faster, and this is no path of ours
                return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")
        except (OSError, IndexError):
            return 0

    @property
    def worked_seconds(self) -> float:
        """How long a processor has worked at its task; where that cannot be told, how long ago it was asked."""
        if self._asked is None:
            return 0.0
        (at, before), used = self._asked, self._processor_seconds()
        return time.monotonic() - at if before is None or used is None else used - before

    def _processor_seconds(self) -> float | None:
        try:
            with open(f"/proc/{self.pid}/stat", "rb") as file:  # noqa: PTH123 - as above
                fields = file.read().rpartition(b")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except (OSError, IndexError):
            return None

    def await_ready(self, *, seconds: float = START_SECONDS) -> dict[str, Any]:
        """Return its greeting, which says whether it is confined.

        Args:
            seconds: how long it may take to start.

        Raises:
            PipeClosed: it ended instead.
            DeadlinePassed: it did not become ready.
        """
        if self.hello is None:
            self.hello = self._pipe.receive(deadline=time.monotonic() + seconds).header
        return self.hello

    def ask(self, header: dict[str, Any], blobs: Sequence[bytes], *, deadline: float) -> None:
        """Hand a task over.

        Raises:
            PipeClosed: it ended instead.
            DeadlinePassed: it did not take the task in time.
        """
        self._asked = time.monotonic(), self._processor_seconds()
        self._pipe.send(Frame("task", header, list(blobs)), deadline=deadline)

    def answer(self, *, deadline: float) -> Frame:
        """Return the next frame of the answer.

        Raises:
            PipeClosed: it ended instead.
            DeadlinePassed: it did not answer in time.
        """
        return self._pipe.receive(deadline=deadline)

    def give_way(self) -> None:
        """Let other processes go first from now on."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _NICENESS_ASIDE)

    def kill(self) -> None:
        """End it without waiting until it has; a thread that waits for its answer sees the pipe closed."""
        self._process.kill()

    def end(self) -> None:
        """End it at once, whatever it does, and wait until it has ended; a thread that waits for its answer sees the
        pipe closed.
        """
        self.kill()
        self._process.wait()

    def bury(self) -> None:
        """End it and give its descriptors back; no thread may be waiting for its answer."""
        self.end()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._last_words.close()

    def obituary(self) -> tuple[str, str]:
        """Say why it ended, to be asked before `bury` when its pipe was closed.

        Returns:
            `memory`, `time` or `crash`, and its last words for the log.
        """
        try:
            code = self._process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            return "crash", "it closed its pipe and went on"
        size = self._last_words.seek(0, os.SEEK_END)
        self._last_words.seek(max(0, size - _LAST_WORDS_BYTES))
        words = self._last_words.read()
        text = f"exit code {code}; {words.decode(errors='replace').strip()}"
        if code == EXIT_OUT_OF_MEMORY or any(sign in words for sign in _SIGNS_OF_MEMORY):
            return "memory", text
        if code == -signal.SIGXCPU:
            return "time", text
        return "crash", text


def limit_broken(limit: str, *, seconds: float, memory_mb: int) -> QueryTimeout:
    """What is told of a task whose worker was ended at a limit.

    Args:
        limit: as `WorkerProcess.obituary` says it.
        seconds, memory_mb: the limits that held.
    """
    texts = {
        "time": f"It was stopped after {seconds:g} s, the limit of time.",
        "memory": f"It was stopped at {memory_mb} MiB, the limit of memory.",
        "crash": "It ended its worker process, as input does that is nested or chained too deeply.",
    }
    return QueryTimeout(texts[limit], limit=limit)
