"""Tasks of a worker that misbehaves on demand; loaded inside worker processes by `test_worker_pool`."""

from __future__ import annotations

import ctypes
import os
import re
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from imagegraph.errors import MalformedDocument

Header = dict[str, Any]
Result = tuple[Header, list[bytes]]


def tasks() -> dict[str, Callable[[Header, list[bytes]], Iterator[Result] | Result]]:
    """Every odd task by its name."""
    return {
        "echo": lambda header, blobs: ({"said": header.get("say"), "pid": os.getpid()}, blobs),
        "count": _count,
        "print": _print,
        "refuse": _refuse,
        "break": lambda header, blobs: ({"never": 1 // header["zero"]}, []),
        "sleep": _sleep,
        "work": _work,
        "fill": lambda header, blobs: ({"size": len(bytearray(header["bytes"]))}, []),
        "segfault": lambda header, blobs: ({"read": ctypes.string_at(0)}, []),
        "surroundings": lambda header, blobs: (
            {
                "environment": dict(os.environ),
                "core": resource.getrlimit(resource.RLIMIT_CORE),
                "memory": resource.getrlimit(resource.RLIMIT_AS),
                "cpu": resource.getrlimit(resource.RLIMIT_CPU),
            },
            [],
        ),
        "end": _end,
        "stuck": lambda header, blobs: ({"found": bool(re.match("(a+)+$", "a" * 60 + "!"))}, []),
        "deaf": _deaf,
        "open": _open,
        "run": lambda header, blobs: ({"code": subprocess.call([sys.executable, "-V"])}, []),
        "system_call": lambda header, blobs: ({"result": _system_call(*header["arguments"])}, []),
    }


def _count(header: Header, blobs: list[bytes]) -> Iterator[Result]:
    for number in range(header["to"]):
        if number == header.get("sleep_at"):
            time.sleep(60)
        yield {"number": number}, [b"x" * number]


def _print(header: Header, blobs: list[bytes]) -> Result:
    print("this must not get between the frames", flush=True)
    return {"printed": True}, []


def _refuse(header: Header, blobs: list[bytes]) -> Result:
    raise MalformedDocument("Line 3 is not closed.", line=3)


def _work(header: Header, blobs: list[bytes]) -> Result:
    end = time.process_time() + header["for"]
    while time.process_time() < end:
        pass
    return {"worked": True}, []


def _sleep(header: Header, blobs: list[bytes]) -> Result:
    time.sleep(header["for"])
    return {"slept": True}, []


def _end(header: Header, blobs: list[bytes]) -> Result:
    if header["how"] == "exit":
        os._exit(0)
    os.kill(os.getpid(), getattr(signal, header["how"]))
    time.sleep(60)
    return {}, []


def _deaf(header: Header, blobs: list[bytes]) -> Result:
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    while True:
        time.sleep(60)


def _open(header: Header, blobs: list[bytes]) -> Result:
    family = getattr(socket, header["family"])
    try:
        socket.socket(family, getattr(socket, header.get("type", "SOCK_STREAM"))).close()
    except PermissionError as error:
        return {"refused": error.errno}, []
    return {"refused": None}, []


def _system_call(number: int, *arguments: int) -> int:
    library = ctypes.CDLL(None, use_errno=True)
    return ctypes.get_errno() if library.syscall(number, *arguments) == -1 else 0
