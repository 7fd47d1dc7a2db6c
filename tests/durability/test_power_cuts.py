"""A power cut takes away what was not put on disk: nothing acknowledged is among it.

A real writer is stopped at moments of its own choosing, and a folder is put together from what would be there: of each file
the content at its last fsync (recorded by `synced.c`), in every second cut with some 4 KiB pages of what was written since,
as a disk writes pages in any order.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest
from killing import judged

HERE = Path(__file__).parent
_WRITER = """
import json, os, sys
from pathlib import Path
from writing import write_on
write_on(Path(sys.argv[1]), "mixed", lambda *told: os.write(1, json.dumps(told).encode() + b"\\n"))
"""
PAGE = 4096
#: cuts of one writer, after which a new folder is begun
OF_ONE = 6


@pytest.fixture(scope="module", name="shim")
def _shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that records what is on disk; made here, so a C compiler is needed."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("no C compiler: power cuts cannot be simulated here")
    target = tmp_path_factory.mktemp("shim") / "synced.so"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", str(target), str(HERE / "synced.c"), "-ldl"], check=True
    )
    return target


@pytest.mark.parametrize(
    "cuts", [pytest.param(12, id="short"), pytest.param(200, id="long", marks=pytest.mark.soak)]
)
def test_power_cuts_lose_nothing(tmp_path: Path, shim: Path, cuts: int) -> None:
    """After each cut the next start has every acknowledged version, and verifies."""
    chance = random.Random(11)  # noqa: S311 - not for secrets
    told: dict[str, Any] = {
        "cuts": 0, "acknowledged": 0, "unsynced": 0, "lost": [], "torn": [], "failed": [], "start": 0.0,
    }  # fmt: skip
    for _ in range(0, cuts, OF_ONE):
        with _writer(tmp_path, shim) as (process, output):
            acknowledged: list[Any] = []
            for number in range(min(OF_ONE, cuts - told["cuts"])):
                time.sleep(chance.uniform(0.01, 0.12))
                _stop(process)
                acknowledged += _lines(output)
                told["unsynced"] += _cut(tmp_path, chance=chance, torn_pages=number % 2 == 1)
                process.send_signal(signal.SIGCONT)
                found = judged(tmp_path / "cut", acknowledged)
                for name in ("lost", "torn", "failed"):
                    told[name] += found.get(name, [])
                told["start"] = max(told["start"], found.get("start", 0.0))
                told["cuts"] += 1
            told["acknowledged"] += len(acknowledged)
    print(json.dumps({name: value for name, value in told.items() if value}))
    assert (told["lost"], told["torn"], told["failed"]) == ([], [], [])
    assert told["start"] <= 30.0
    assert told["acknowledged"] > cuts
    assert told["unsynced"] > 0, "nothing was ever waiting to be put on disk: the simulation shows nothing"


@contextmanager
def _writer(folder: Path, shim: Path) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    for name in ("data", "synced", "cut"):
        shutil.rmtree(folder / name, ignore_errors=True)
    environment = {
        **os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")]),
        "LD_PRELOAD": str(shim), "SYNCED_FROM": str(folder / "data"), "SYNCED_TO": str(folder / "synced"),
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(folder / "data")], stdout=subprocess.PIPE, env=environment,
        pipesize=1 << 20,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        first = process.stdout.readline()
        assert first, "the writer ended"
        os.set_blocking(process.stdout.fileno(), False)
        yield process, process.stdout
        assert process.poll() is None, "the writer ended"
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGSTOP)
    status = Path(f"/proc/{process.pid}/stat")
    while status.read_text().rsplit(")", 1)[1].split()[0] not in "TZ":
        time.sleep(0.001)


def _lines(output: IO[bytes]) -> list[Any]:
    received = b""
    while piece := output.read(1 << 16):
        received += piece
    whole = received[: received.rfind(b"\n") + 1]
    assert whole == received, "an acknowledgement is written in one piece"
    return [json.loads(line) for line in whole.splitlines()]


def _cut(folder: Path, *, chance: random.Random, torn_pages: bool) -> int:
    """Put together what is there after the cut; returns how many files were not wholly on disk."""
    shutil.rmtree(folder / "cut", ignore_errors=True)
    unsynced = 0
    for path in sorted((folder / "data").rglob("*")):
        name = path.relative_to(folder / "data")
        if path.is_dir() or name.parts[0] == "snapshots" or path.suffix.endswith("-shm"):
            continue
        target = folder / "cut" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        now = path.read_bytes()
        kept = folder / "synced" / name
        if kept.exists():
            on_disk = kept.read_bytes()
            unsynced += on_disk != now
            target.write_bytes(_mixed(on_disk, now, chance) if torn_pages else on_disk)
        elif torn_pages and chance.random() < 0.5:
            target.write_bytes(now if chance.random() < 0.5 else b"")
    return unsynced


def _mixed(on_disk: bytes, now: bytes, chance: random.Random) -> bytes:
    """Some of the pages that were written since the last fsync."""
    size = chance.choice([len(on_disk), max(len(on_disk), len(now))])
    pages = []
    for start in range(0, size, PAGE):
        old, new = on_disk[start : start + PAGE], now[start : start + PAGE]
        page = chance.choice([old, new])
        pages.append(page.ljust(min(PAGE, size - start), b"\0"))
    return b"".join(pages)
