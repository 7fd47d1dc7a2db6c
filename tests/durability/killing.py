"""Kill -9 again and again, each time a process in the middle of writing: `killing.py FOLDER MODE ROUNDS SEED`.

One process loads everything and forks the ones that are killed, so that a round costs little. Prints one JSON object.
Modes: post, put, delete, batch; rebuild (the graph is being made anew), restore (a backup is being restored).
"""

from __future__ import annotations

import importlib
import json
import os
import random
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from writing import write_on

from imagegraph.bootstrap import open_services, rebuild, settings_for
from imagegraph.bootstrap.backup import make_backup, restore_backup
from imagegraph.errors import ImagegraphError
from imagegraph.operations.projection import verify

#: rounds after which a new folder is begun, so that checking stays quick
FRESH = 5
#: seconds after the last awaited acknowledgement, or after the start, until the kill at the latest
LATEST = 0.15


def main(folder: Path, mode: str, rounds: int, seed: int) -> dict[str, Any]:
    """Kill so many times; what came of it."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    told: dict[str, Any] = {
        "mode": mode, "kills": 0, "acknowledged": 0, "lost": [], "torn": [], "failed": [], "slowest_start": 0.0,
    }  # fmt: skip
    acknowledged: list[list[Any]] = []
    data = folder / "data"
    empty = folder.with_name(f"{folder.name}-empty")
    if not empty.exists():
        for module in _apart(lambda: _make(empty)):
            importlib.import_module(module)
    for number in range(rounds):
        if number % FRESH == 0:
            shutil.rmtree(folder, ignore_errors=True)
            acknowledged = []
            folder.mkdir(parents=True)
            shutil.copytree(empty, data)  # with the starter vocabulary, which takes a while to make
            if mode in ("rebuild", "restore"):
                acknowledged = _apart(lambda: _prepare(folder)) or []
        work = _work(folder, mode)
        acks = 0 if mode in ("rebuild", "restore") else chance.choice([0, 1, 2, 5, 20])
        lines, died = _killed(work, after=chance.uniform(0.0, LATEST), acks=acks)
        told["kills"] += died
        acknowledged += lines
        told["acknowledged"] += len(lines)
        if mode == "restore" and (folder / "again").exists():
            _judge(folder / "again", acknowledged, told)
            shutil.rmtree(folder / "again")
        _judge(data, acknowledged, told)
    return told


def _work(folder: Path, mode: str) -> Callable[[int], None]:
    def work(pipe: int) -> None:
        def acknowledge(id: str, version: int, digest: str) -> None:
            os.write(pipe, json.dumps([id, version, digest]).encode() + b"\n")

        if mode == "rebuild":
            while True:
                rebuild(settings_for(folder / "data"))
        elif mode == "restore":
            while True:
                restore_backup(folder / "backup", folder / "again")
                shutil.rmtree(folder / "again")
        else:
            write_on(folder / "data", mode, acknowledge)

    return work


def _killed(work: Callable[[int], None], *, after: float, acks: int) -> tuple[list[list[Any]], bool]:
    """What a process acknowledged until it was killed, and whether it was (and had not ended before)."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        try:
            work(writing)
        except BaseException as error:
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        os._exit(3)
    os.close(writing)
    received = b""
    deadline = time.monotonic() + 5.0
    while acks and received.count(b"\n") < acks and time.monotonic() < deadline:
        if select.select([reading], [], [], 0.2)[0]:
            piece = os.read(reading, 65536)
            if not piece:
                break
            received += piece
        elif os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            break
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    while piece := os.read(reading, 65536):
        received += piece
    os.close(reading)
    _, status = os.waitpid(process, 0)
    lines = [json.loads(line) for line in received.splitlines(keepends=True) if line.endswith(b"\n")]
    return lines, os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def _judge(data: Path, acknowledged: list[list[Any]], told: dict[str, Any]) -> None:
    """As after a restart: is everything there, whole, and how long did the start take?"""
    found = _apart(lambda: judged(data, acknowledged)) or {"failed": ["the check itself ended"]}
    for name in ("lost", "torn", "failed"):
        told[name] += found.get(name, [])
    told["slowest_start"] = max(told["slowest_start"], found.get("start", 0.0))


def _apart(work: Callable[[], Any]) -> Any:
    """What a function returns, called in a process of its own: the engine's threads would not survive a fork."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as pipe:
            json.dump(work(), pipe)
            pipe.flush()
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        text = pipe.read()
    os.waitpid(process, 0)
    return json.loads(text) if text else None


def _make(folder: Path) -> list[str]:
    """Make a data folder; what had to be imported for it, which the processes to come need not do again."""
    with open_services(settings_for(folder)) as services:
        list(verify(services.journal, services.linking.graph, base=services.settings.base))
    return [name for name in sys.modules if name.startswith("imagegraph")]


def judged(data: Path, acknowledged: list[list[Any]]) -> dict[str, Any]:
    """What of the acknowledged versions is not there, and what is not whole."""
    settings = settings_for(data)
    began = time.monotonic()
    try:
        with open_services(settings) as services:
            start = time.monotonic() - began
            lost = []
            for id, number, digest in acknowledged:
                try:
                    version = services.journal.version(id, number)
                except ImagegraphError as error:
                    lost.append(f"{id} {number}: {error.detail}")
                    continue
                if version.digest != digest or version.deleted != (digest == ""):
                    lost.append(f"{id} {number} has another content")
            torn = [
                f"{problem.where}: {problem.what}"
                for problem in verify(services.journal, services.linking.graph, base=settings.base)
            ]
            return {"lost": lost, "torn": torn, "start": start}
    except ImagegraphError as error:
        return {"failed": [error.detail]}


def _prepare(folder: Path) -> list[list[Any]]:
    """A folder with records, and a backup of it, for the modes that acknowledge nothing themselves."""
    acknowledged: list[list[Any]] = []

    def acknowledge(id: str, version: int, digest: str) -> None:
        acknowledged.append([id, version, digest])
        if len(acknowledged) >= 150:
            raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        write_on(folder / "data", "mixed", acknowledge)
    make_backup(settings_for(folder / "data"), folder / "backup")
    return acknowledged


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
