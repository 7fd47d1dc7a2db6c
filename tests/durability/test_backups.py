"""Backups that are taken while the service writes: each is the state of one moment, and can be restored."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from imagegraph.adapters.sqlite import SqliteJournal
from imagegraph.bootstrap import settings_for
from imagegraph.bootstrap.backup import make_backup, restore_backup
from imagegraph.errors import DataFolderDamaged, DataFolderError
from imagegraph.operations.backup import MANIFEST

_WRITER = """
import json, os, sys
from pathlib import Path
from writing import write_on
write_on(Path(sys.argv[1]), "mixed", lambda *told: os.write(1, b"."))
"""


@pytest.mark.parametrize(
    "backups", [pytest.param(6, id="short"), pytest.param(20, id="long", marks=pytest.mark.soak)]
)
def test_backups_under_load(tmp_path: Path, backups: int) -> None:
    """Each restored journal has the hash that the living one has at that number, and its graph verifies."""
    here = str(Path(__file__).parent)
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(tmp_path / "data")], stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([here, os.environ.get("PYTHONPATH", "")])},
    )  # fmt: skip
    assert writer.stdout is not None
    made = []
    try:
        assert writer.stdout.read(1) == b"."
        os.set_blocking(writer.stdout.fileno(), False)
        settings = settings_for(tmp_path / "data")
        for number in range(backups):
            deadline = time.monotonic() + 30
            while (
                not writer.stdout.read() and time.monotonic() < deadline
            ):  # something was acknowledged since
                assert writer.poll() is None, "the writer ended"
                time.sleep(0.01)
            made.append(make_backup(settings, tmp_path / f"backup-{number}"))
    finally:
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
    journal = SqliteJournal(tmp_path / "data" / "journal.sqlite")
    try:
        hashes = {version.sequence: version.hash for version in journal.since(0)}
    finally:
        journal.close()
    assert len({manifest.sequence for manifest in made}) > backups // 2, (
        "hardly anything was written meanwhile"
    )
    for number, manifest in enumerate(made):
        restored = restore_backup(tmp_path / f"backup-{number}", tmp_path / f"restored-{number}")
        assert restored.sequence == manifest.sequence
        assert restored.head == manifest.head == hashes[manifest.sequence]
    print(json.dumps({"backups": backups, "sequences": [manifest.sequence for manifest in made]}))


@pytest.fixture(scope="module", name="backup")
def _backup(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from writing import Writer

    from imagegraph.bootstrap import open_services

    folder = tmp_path_factory.mktemp("one")
    with open_services(settings_for(folder / "data")) as services:
        writer = Writer(services, lambda *told: None)
        writer.post(), writer.put(), writer.delete()
    make_backup(settings_for(folder / "data"), folder / "backup", everything=True)
    return folder / "backup"


def _copy(backup: Path, target: Path) -> Path:
    target.mkdir()
    for file in backup.iterdir():
        (target / file.name).write_bytes(file.read_bytes())
    return target


@pytest.mark.parametrize("name", ["journal.sqlite", "terms.sqlite", MANIFEST])
def test_a_damaged_backup_is_refused(tmp_path: Path, backup: Path, name: str) -> None:
    """One flipped bit in any file is told with the file's name, and nothing is left where it was to be restored."""
    copy = _copy(backup, tmp_path / "copy")
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    with pytest.raises(DataFolderDamaged, match=name):
        restore_backup(copy, tmp_path / "again")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy"]


@pytest.mark.parametrize("name", ["journal.sqlite", "resolved.sqlite", MANIFEST])
def test_an_incomplete_backup_is_refused(tmp_path: Path, backup: Path, name: str) -> None:
    """A file that is not there is named."""
    copy = _copy(backup, tmp_path / "copy")
    (copy / name).unlink()
    with pytest.raises(DataFolderError, match=f"no complete backup.*{name}"):
        restore_backup(copy, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_nothing_is_overwritten(tmp_path: Path, backup: Path) -> None:
    """A folder that holds something is refused, by backup and by restore; an empty one is used."""
    full = tmp_path / "full"
    full.mkdir()
    (full / "notes.txt").write_text("mine")
    with pytest.raises(DataFolderError, match="not an empty folder"):
        restore_backup(backup, full)
    with pytest.raises(DataFolderError, match="not an empty folder"):
        make_backup(settings_for(backup.parent / "data"), full)
    assert [path.name for path in full.iterdir()] == ["notes.txt"]
    (tmp_path / "empty").mkdir()
    assert restore_backup(backup, tmp_path / "empty").sequence == 4


def test_a_damaged_journal_makes_no_backup(tmp_path: Path, backup: Path) -> None:
    """A journal that does not verify is told at once, and no target appears."""
    import sqlite3
    from contextlib import closing

    restore_backup(backup, tmp_path / "data")
    with closing(sqlite3.connect(tmp_path / "data" / "journal.sqlite")) as connection:
        connection.execute("UPDATE entries SET title = 'forged' WHERE sequence = 2")
        connection.commit()
    with pytest.raises(DataFolderDamaged, match=r"journal entry 2 .* was altered"):
        make_backup(settings_for(tmp_path / "data"), tmp_path / "target")
    assert not (tmp_path / "target").exists()
