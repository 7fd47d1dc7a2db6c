"""The worker process: `python -m imagegraph.worker KIND MEMORY_MB PARENT_PID`, started by the pool only.

It gives up the network first, then loads what its kind needs, then answers tasks from its standard input
until that is closed. Frames are described in `adapters/sandbox/frames.py`.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from imagegraph.adapters.sandbox.confinement import allow_cpu, confine
from imagegraph.adapters.sandbox.frames import Frame, FramePipe, PipeClosed
from imagegraph.adapters.sandbox.worker_process import EXIT_OUT_OF_MEMORY
from imagegraph.errors import ImagegraphError

Result = tuple[dict[str, Any], list[bytes]]
Task = Callable[[dict[str, Any], list[bytes]], Iterator[Result] | Result]

#: a worker is replaced after so many tasks, and when it holds more than this share of its memory
_MOST_TASKS = 20_000
_RETIRING_SHARE = 0.4
_TASKS_BETWEEN_LOOKS = 32
#: CPU seconds beyond the wall-clock limit before the kernel steps in
_CPU_GRACE = 5.0


#: kind -> `module:function`, which makes the tasks by name; a test may name its own function as the kind
_KINDS = {
    "query": "imagegraph.adapters.oxigraph.query:tasks",
    "intake": "imagegraph.bootstrap:intake_tasks",
}


def main(arguments: list[str]) -> None:
    """Serve tasks until the standard input is closed."""
    kind, memory_mb, parent = arguments[0], int(arguments[1]), int(arguments[2])
    why = confine(memory_mb=memory_mb, parent=parent)
    pipe = FramePipe(incoming=0, outgoing=os.dup(1))
    os.dup2(2, 1)  # whatever a library prints must not get between the frames
    tasks = {"ping": lambda header, blobs: ({}, []), **_loaded(_KINDS.get(kind, kind))}
    pipe.send(Frame("hello", {"confined": why is None, "why": why}, []))
    serve(tasks, pipe, memory_mb=memory_mb)


def _loaded(place: str) -> dict[str, Task]:
    module, _, function = place.partition(":")
    tasks: dict[str, Task] = getattr(import_module(module), function)()
    return tasks


def serve(tasks: dict[str, Task], pipe: FramePipe, *, memory_mb: int) -> None:
    """Answer one task after the other."""
    count = 0
    while True:
        try:
            asked = pipe.receive()
        except PipeClosed:
            return
        count += 1
        allow_cpu(asked.header["seconds"] + _CPU_GRACE)
        try:
            last = _last_frame(tasks[asked.header["task"]](asked.header, asked.blobs), pipe)
        except ImagegraphError as error:
            last = Frame("error", {"error": error.as_dict()}, [])
        except MemoryError:
            os._exit(EXIT_OUT_OF_MEMORY)
        except PipeClosed:
            return
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                return
            where = "".join(traceback.format_tb(error.__traceback__))
            last = Frame("failed", {"where": f"{where}{type(error).__name__}", "said": str(error)}, [])
        if count >= _MOST_TASKS or (count % _TASKS_BETWEEN_LOOKS == 0 and _is_swollen(memory_mb)):
            last.header["retire"] = True
        try:
            pipe.send(last)
        except PipeClosed:
            return


def _last_frame(result: Iterator[Result] | Result, pipe: FramePipe) -> Frame:
    """Send all but the last frame of an answer, and return that one."""
    if isinstance(result, tuple):
        return Frame("last", *result)
    for header, blobs in result:
        pipe.send(Frame("item", header, blobs))
    return Frame("done", {}, [])


def _is_swollen(memory_mb: int) -> bool:
    """Whether the process holds so much memory that a fresh one is better."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - faster, and this is no path of ours
            pages = int(file.read().split()[1])
    except OSError:
        return False
    return pages * os.sysconf("SC_PAGESIZE") > _RETIRING_SHARE * memory_mb * 1024 * 1024


if __name__ == "__main__":
    main(sys.argv[1:])
