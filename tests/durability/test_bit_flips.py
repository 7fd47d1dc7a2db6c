"""One flipped bit in the files of a data folder is noticed, or changes nothing; and there is a way back.

The folder is one that a killed process left: entries in the journal's write-ahead log, statements in that of the graph.
"""

from __future__ import annotations

import gc
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.bootstrap import open_services, rebuild, settings_for
from imagegraph.bootstrap.backup import make_backup, restore_backup
from imagegraph.errors import DataFolderError
from imagegraph.operations.projection import verify

BASE = "http://localhost:8000/"
_WRITER = """
import sys, time
from pathlib import Path
from imagegraph.bootstrap import open_services, settings_for
from writing import Writer
with open_services(settings_for(Path(sys.argv[1]))) as services:
    writer = Writer(services, lambda *told: None)
    for number in range(16):
        writer.post(), writer.put(), writer.delete()
        if number == 8:
            services.ingest.save()
    print("all of it is acknowledged", flush=True)
    time.sleep(60)
"""
#: which files, and how often each kind is hit
KINDS = {
    "journal.sqlite": 3,
    "journal.sqlite-wal": 3,
    "graph/*.sst": 3,
    "graph/*.log": 2,
    "graph/MANIFEST-*": 1,
}


@dataclass(frozen=True)
class Left:
    """What a killed process left.

    Attributes:
        folder: the data folder; copied, never opened.
        closed: the same after a start and an orderly end: all is in the files themselves, nothing in a log.
        backup: of its journal.
        state: what everything in it says.
    """

    folder: Path
    closed: Path
    backup: Path
    state: dict[str, Any]


@pytest.fixture(scope="module", name="left")
def _left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    folder = tmp_path_factory.mktemp("left") / "data"
    with open_services(settings_for(folder)):
        pass
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]),
    }
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(folder)], stdout=subprocess.PIPE, env=environment, text=True
    )
    assert writer.stdout is not None
    assert writer.stdout.readline()
    backup = folder.with_name("backup")
    writer.kill()
    writer.wait()
    writer.stdout.close()
    shutil.copytree(folder, folder.with_name("crashed"))
    crashed = folder.with_name("crashed")
    shutil.copytree(crashed, folder.with_name("read"))
    make_backup(settings_for(folder.with_name("read")), backup)
    state = _state(folder.with_name("read"))
    return Left(crashed, folder.with_name("read"), backup, state)


@pytest.mark.parametrize(
    "flips", [pytest.param(16, id="short"), pytest.param(200, id="long", marks=pytest.mark.soak)]
)
def test_a_flipped_bit_is_noticed_or_harmless(tmp_path: Path, left: Left, flips: int) -> None:
    """Start or verify tell of it, or everything says what it said before; rebuild or restore repair it."""
    chance = random.Random(3)  # noqa: S311 - not for secrets
    kinds = chance.choices(list(KINDS), weights=list(KINDS.values()), k=flips)
    seen, silent = Counter[str](), list[str]()
    for kind in kinds:
        data = tmp_path / f"data-{sum(seen.values())}"
        shutil.copytree(left.closed if kind == "journal.sqlite" else left.folder, data)
        where = _flip(data, kind, chance)
        told = _told(data)
        seen[f"{kind.split('*')[-1] or kind}: {'told' if told else 'harmless'}"] += 1
        if not told and (now := _state(data)) != left.state:
            silent.append(f"{where}: " + ", ".join(k for k in now if now[k] != left.state.get(k)))
        if told:
            _repair(data, kind, left, tmp_path)
        shutil.rmtree(data, ignore_errors=True)
    print(json.dumps(seen))
    assert silent == []
    assert sum(seen.values()) == flips


def _flip(data: Path, kind: str, chance: random.Random) -> str:
    path = chance.choice([file for file in sorted(data.glob(kind)) if file.stat().st_size])
    content = bytearray(path.read_bytes())
    bit = chance.randrange(8 * len(content))
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)
    return f"{path.name} bit {bit}"


def _told(data: Path) -> list[str]:
    """What start and verify say."""
    try:
        with open_services(settings_for(data)) as services:
            return [
                f"{p.where}: {p.what}" for p in verify(services.journal, services.linking.graph, base=BASE)
            ]
    except DataFolderError as error:
        return [error.detail]
    finally:
        gc.collect()  # a process of its own would have ended


def _repair(data: Path, kind: str, left: Left, scratch: Path) -> None:
    """The way that the documentation names; afterwards all is as it was."""
    if kind.startswith("graph/"):
        data = data.rename(
            scratch / f"{data.name}-rebuilt"
        )  # the engine may hold the old name until a process ends
        rebuild(settings_for(data))
    else:
        data = scratch / f"{data.name}-restored"
        restore_backup(left.backup, data)
    assert _told(data) == []
    assert _state(data) == left.state
    shutil.rmtree(data)


def _state(data: Path) -> dict[str, Any]:
    """Everything that can be read: entries, list of records, search, statements by graph and merged."""
    with open_services(settings_for(data)) as services:
        journal = services.journal
        listed = list(journal.summaries(limit=1_000_000))
        found = [summary.id for summary in journal.summaries(q="title", limit=1_000_000)]
        state = {
            "entries": list(journal.since(0)),
            "listed": listed,
            "found": found,
            "counts": journal.counts(),
        }
    store = Store.read_only(str(data / "graph"))
    return {
        **state,
        "statements": sorted(str(quad) for quad in store if "/terms/" not in str(quad.graph_name)),
    }


def test_a_journal_that_lost_its_log_is_refused(tmp_path: Path, left: Left) -> None:
    """A start without the entries that were acknowledged last says so, and what to do."""
    data = tmp_path / "data"
    shutil.copytree(left.folder, data)
    (data / "journal.sqlite-wal").unlink()
    (data / "journal.sqlite-shm").unlink(missing_ok=True)
    with (
        pytest.raises(DataFolderError, match=r"was acknowledged.*imagegraph restore"),
        closing(SqliteJournal(data / "journal.sqlite")),
    ):
        pass
